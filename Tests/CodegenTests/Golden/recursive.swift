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
  public var unknownFields: UnknownFields

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
  public var unknownFields: UnknownFields
}

public struct Leaf: WireMessage {
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension Node {
  public static let fullName = "golden.v1.Node"
  public static let wireLayout = unsafe WireLayout(golden__v1__node__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    next: Node? = nil,
    children: [Node] = [],
    body: BodyOneof? = nil,
    plain: Leaf? = nil
  ) {
    self.init(
      _next: next.map(Boxed.init),
      children: children,
      body: body,
      plain: plain,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Golden__V1__Node.self)
    let next: Node? = unsafe Wire.messageIfPresent(_c.pointee.next)
    let children: [Node] = unsafe Wire.array(_c.pointee.children, _c.pointee.n_children) { unsafe Wire.message($0) }
    let body: BodyOneof?
    switch unsafe _c.pointee.body_case.rawValue {
    case 3:
      body = unsafe .node(Wire.message(_c.pointee.node))
    case 4:
      body = unsafe .edge(Wire.message(_c.pointee.edge))
    case 5:
      body = unsafe .leaf(Wire.message(_c.pointee.leaf))
    default: body = nil
    }
    let plain: Leaf? = unsafe Wire.messageIfPresent(_c.pointee.plain)
    unsafe self.init(
      _next: next.map(Boxed.init),
      children: children,
      body: body,
      plain: plain,
      unknownFields: UnknownFields(unpacked: _source))
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

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    target: Node? = nil
  ) {
    self.init(
      _target: target.map(Boxed.init),
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Golden__V1__Edge.self)
    let target: Node? = unsafe Wire.messageIfPresent(_c.pointee.target)
    unsafe self.init(
      _target: target.map(Boxed.init),
      unknownFields: UnknownFields(unpacked: _source))
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

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = ""
  ) {
    self.init(
      name: name,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Golden__V1__Leaf.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(golden__v1__leaf__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}
