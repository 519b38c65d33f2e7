// Generated from recursive.proto by protoc-gen-paylyt. Do not edit.

import CGoldenAPI
public import PayLytRPC

public struct Node: WireMessage {
  public var next: Node? {
    get { _next?.message }
    set { _next = newValue.map(Boxed.init) }
  }
  private var _next: Boxed<Node>?
  public var children: [Node] = []
  public var body: BodyOneof? = nil
  public var plain: Leaf? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    next: Node? = nil,
    children: [Node] = [],
    body: BodyOneof? = nil,
    plain: Leaf? = nil
  ) {
    self.next = next
    self.children = children
    self.body = body
    self.plain = plain
  }

  public indirect enum BodyOneof: Sendable, Equatable {
    case node(Node)
    case edge(Edge)
    case leaf(Leaf)
  }
}

public struct Edge: WireMessage {
  public var target: Node? {
    get { _target?.message }
    set { _target = newValue.map(Boxed.init) }
  }
  private var _target: Boxed<Node>?
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    target: Node? = nil
  ) {
    self.target = target
  }
}

public struct Leaf: WireMessage {
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    name: String = ""
  ) {
    self.name = name
  }
}

extension Node {
  public static let fullName = "golden.v1.Node"
  public static let wireLayout = unsafe WireLayout(golden__v1__node__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Golden__V1__Node.self)
    unsafe self.next = Wire.messageIfPresent(c.pointee.next)
    unsafe self.children = Wire.array(c.pointee.children, c.pointee.n_children) { unsafe Wire.message($0) }
    switch unsafe c.pointee.body_case.rawValue {
    case 3:
      unsafe self.body = .node(Wire.message(c.pointee.node))
    case 4:
      unsafe self.body = .edge(Wire.message(c.pointee.edge))
    case 5:
      unsafe self.body = .leaf(Wire.message(c.pointee.leaf))
    default: self.body = nil
    }
    unsafe self.plain = Wire.messageIfPresent(c.pointee.plain)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(golden__v1__node__init, keeping: self.unknownFields)
    unsafe c.pointee.next = arena.messageIfPresent(self.next)
    unsafe c.pointee.children = arena.array(self.children) { unsafe arena.message($0) }
    unsafe c.pointee.n_children = self.children.count
    switch self.body {
    case .node(let value)?:
      unsafe c.pointee.body_case = .init(rawValue: 3)
      unsafe c.pointee.node = arena.message(value)
    case .edge(let value)?:
      unsafe c.pointee.body_case = .init(rawValue: 4)
      unsafe c.pointee.edge = arena.message(value)
    case .leaf(let value)?:
      unsafe c.pointee.body_case = .init(rawValue: 5)
      unsafe c.pointee.leaf = arena.message(value)
    case nil: break
    }
    unsafe c.pointee.plain = arena.messageIfPresent(self.plain)
    return UnsafeMutableRawPointer(c)
  }
}

extension Edge {
  public static let fullName = "golden.v1.Edge"
  public static let wireLayout = unsafe WireLayout(golden__v1__edge__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Golden__V1__Edge.self)
    unsafe self.target = Wire.messageIfPresent(c.pointee.target)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(golden__v1__edge__init, keeping: self.unknownFields)
    unsafe c.pointee.target = arena.messageIfPresent(self.target)
    return UnsafeMutableRawPointer(c)
  }
}

extension Leaf {
  public static let fullName = "golden.v1.Leaf"
  public static let wireLayout = unsafe WireLayout(golden__v1__leaf__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Golden__V1__Leaf.self)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(golden__v1__leaf__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}
