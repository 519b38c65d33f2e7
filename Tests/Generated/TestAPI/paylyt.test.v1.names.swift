// Generated from paylyt/test/v1/names.proto by protoc-gen-paylyt. Do not edit.

import CTestAPI
public import PayLytRPC

public enum Status: WireEnum {
  /// Only some values begin with the enum's name.
  case statusOpen
  case closed
  /// A number that the proto of this build does not name.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .statusOpen
    case 1: self = .closed
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .statusOpen: 0
    case .closed: 1
    case .unrecognized(let number): number
    }
  }

  /// The values that the proto names.
  public static var allCases: [Self] { [.statusOpen, .closed] }
}

/// Differ in case only.
public enum Cases: WireEnum {
  case foo
  /// A number that the proto of this build does not name.
  case unrecognized(Int32)

  public static var foo_: Self { .foo }

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .foo
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .foo: 0
    case .unrecognized(let number): number
    }
  }

  /// The values that the proto names.
  public static var allCases: [Self] { [.foo] }
}

public enum Version: WireEnum {
  case versionUnspecified
  case version1
  case version2
  /// A number that the proto of this build does not name.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .versionUnspecified
    case 1: self = .version1
    case 2: self = .version2
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .versionUnspecified: 0
    case .version1: 1
    case .version2: 2
    case .unrecognized(let number): number
    }
  }

  /// The values that the proto names.
  public static var allCases: [Self] { [.versionUnspecified, .version1, .version2] }
}

/// Field names.
public struct Names: WireMessage {
  public var `class`: String = ""
  public var `default`: String = ""
  public var self_: String = ""
  public var init_: String = ""
  public var base: String = ""
  public var errno: String = ""
  public var unix: String = ""
  public var restrict: String = ""
  public var `unsafe`: String = ""
  public var `in`: String = ""
  public var `await`: String = ""
  public var unknownFields_: String = ""
  public var wireBytes_: String = ""
  public var pack_: String = ""
  public var arena: String = ""
  public var c: String = ""
  public var source: String = ""
  public var value: String = ""
  public var _1: String = ""
  public var url: String = ""
  public var escrowID: String = ""
  public var camelCase: String = ""
  public var items: [String] = []
  public var nItems: Int32 = 0
  public var `protocol`: String = ""
  public var type: String = ""
  public var description: String = ""
  public var hashValue: String = ""
  public var fullName: String = ""
  public var key: [String: String] = [:]
  public var `repeat`: [String] = []
  public var `case`: String? = nil
  public var `switch`: SwitchOneof? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum SwitchOneof: Sendable, Equatable {
    case none_(String)
    case some_(String)
    case `func`(String)
  }
}

/// Type names.
public struct TypeMessage: WireMessage {
  public var outer: TypeMessage.Outer? = nil
  public var fileOuter: TestAPI.Outer? = nil
  public var string: TypeMessage.StringEnum = .stringUnspecified
  public var selfType: TypeMessage.SelfMessage? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum StringEnum: WireEnum {
    case stringUnspecified
    case unrecognized_
    case self_
    case _3
    case init_
    case `default`
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .stringUnspecified
      case 1: self = .unrecognized_
      case 2: self = .self_
      case 3: self = ._3
      case 4: self = .init_
      case 5: self = .`default`
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .stringUnspecified: 0
      case .unrecognized_: 1
      case .self_: 2
      case ._3: 3
      case .init_: 4
      case .`default`: 5
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.stringUnspecified, .unrecognized_, .self_, ._3, .init_, .`default`] }
  }

  public struct SelfMessage: WireMessage {
    public var name: String = ""
    /// Fields that the proto of this build does not know, sent on unchanged.
    public var unknownFields: UnknownFields
  }

  public struct ProtocolMessage: WireMessage {
    /// Not the nested one.
    public var outer: TypeMessage.Outer? = nil
    public var inner: TypeMessage.ProtocolMessage.Inner? = nil
    /// Fields that the proto of this build does not know, sent on unchanged.
    public var unknownFields: UnknownFields

    /// Shadows the message of the file.
    public struct Inner: WireMessage {
      public var nested: String = ""
      /// Fields that the proto of this build does not know, sent on unchanged.
      public var unknownFields: UnknownFields
    }
  }

  /// Shadows the message of the file.
  public struct Outer: WireMessage {
    public var nested: Int32 = 0
    /// Fields that the proto of this build does not know, sent on unchanged.
    public var unknownFields: UnknownFields
  }
}

public struct Outer: WireMessage {
  public var file: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct OptionalMessage: WireMessage {
  public var optional: String? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct Lower_case: WireMessage {
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension Names {
  public static let fullName = "paylyt.test.v1.Names"
  public static let wireLayout = unsafe WireLayout(paylyt__test__v1__names__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    `class`: String = "",
    `default`: String = "",
    self_: String = "",
    init_: String = "",
    base: String = "",
    errno: String = "",
    unix: String = "",
    restrict: String = "",
    `unsafe`: String = "",
    `in`: String = "",
    `await`: String = "",
    unknownFields_: String = "",
    wireBytes_: String = "",
    pack_: String = "",
    arena: String = "",
    c: String = "",
    source: String = "",
    value: String = "",
    _1: String = "",
    url: String = "",
    escrowID: String = "",
    camelCase: String = "",
    items: [String] = [],
    nItems: Int32 = 0,
    `protocol`: String = "",
    type: String = "",
    description: String = "",
    hashValue: String = "",
    fullName: String = "",
    key: [String: String] = [:],
    `repeat`: [String] = [],
    `case`: String? = nil,
    `switch`: SwitchOneof? = nil
  ) {
    self.init(
      class: `class`,
      default: `default`,
      self_: self_,
      init_: init_,
      base: base,
      errno: errno,
      unix: unix,
      restrict: restrict,
      unsafe: `unsafe`,
      in: `in`,
      await: `await`,
      unknownFields_: unknownFields_,
      wireBytes_: wireBytes_,
      pack_: pack_,
      arena: arena,
      c: c,
      source: source,
      value: value,
      _1: _1,
      url: url,
      escrowID: escrowID,
      camelCase: camelCase,
      items: items,
      nItems: nItems,
      protocol: `protocol`,
      type: type,
      description: description,
      hashValue: hashValue,
      fullName: fullName,
      key: key,
      repeat: `repeat`,
      case: `case`,
      switch: `switch`,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Test__V1__Names.self)
    let `class`: String = unsafe Wire.string(_c.pointee.class_)
    let `default`: String = unsafe Wire.string(_c.pointee.default_)
    let self_: String = unsafe Wire.string(_c.pointee.self_)
    let init_: String = unsafe Wire.string(_c.pointee.init_)
    let base: String = unsafe Wire.string(_c.pointee.base_)
    let errno: String = unsafe Wire.string(_c.pointee.errno_)
    let unix: String = unsafe Wire.string(_c.pointee.unix_)
    let restrict: String = unsafe Wire.string(_c.pointee.restrict_)
    let `unsafe`: String = unsafe Wire.string(_c.pointee.unsafe)
    let `in`: String = unsafe Wire.string(_c.pointee.in)
    let `await`: String = unsafe Wire.string(_c.pointee.await)
    let unknownFields_: String = unsafe Wire.string(_c.pointee.unknown_fields)
    let wireBytes_: String = unsafe Wire.string(_c.pointee.wire_bytes)
    let pack_: String = unsafe Wire.string(_c.pointee.pack)
    let arena: String = unsafe Wire.string(_c.pointee.arena)
    let c: String = unsafe Wire.string(_c.pointee.c)
    let source: String = unsafe Wire.string(_c.pointee.source)
    let value: String = unsafe Wire.string(_c.pointee.value)
    let _1: String = unsafe Wire.string(_c.pointee._1)
    let url: String = unsafe Wire.string(_c.pointee.url)
    let escrowID: String = unsafe Wire.string(_c.pointee.escrow_id)
    let camelCase: String = unsafe Wire.string(_c.pointee.camelcase)
    let items: [String] = unsafe Wire.array(_c.pointee.items, _c.pointee.n_items) { unsafe Wire.string($0) }
    let nItems: Int32 = unsafe _c.pointee.n_items_
    let `protocol`: String = unsafe Wire.string(_c.pointee.protocol_)
    let type: String = unsafe Wire.string(_c.pointee.type)
    let description: String = unsafe Wire.string(_c.pointee.description)
    let hashValue: String = unsafe Wire.string(_c.pointee.hash_value)
    let fullName: String = unsafe Wire.string(_c.pointee.full_name)
    let key: [String: String] = unsafe Wire.dictionary(_c.pointee.key, _c.pointee.n_key) {
      unsafe (Wire.string($0.key), Wire.string($0.value))
    }
    let `repeat`: [String] = unsafe Wire.array(_c.pointee.repeat, _c.pointee.n_repeat) { unsafe Wire.string($0) }
    let `case`: String? = unsafe _c.pointee._case_case.rawValue == 0 ? nil : Wire.string(_c.pointee.case_)
    let `switch`: SwitchOneof?
    switch unsafe _c.pointee.switch_case.rawValue {
    case 33:
      `switch` = unsafe .none_(Wire.string(_c.pointee.none))
    case 34:
      `switch` = unsafe .some_(Wire.string(_c.pointee.some))
    case 35:
      `switch` = unsafe .`func`(Wire.string(_c.pointee.func))
    default: `switch` = nil
    }
    unsafe self.init(
      class: `class`,
      default: `default`,
      self_: self_,
      init_: init_,
      base: base,
      errno: errno,
      unix: unix,
      restrict: restrict,
      unsafe: `unsafe`,
      in: `in`,
      await: `await`,
      unknownFields_: unknownFields_,
      wireBytes_: wireBytes_,
      pack_: pack_,
      arena: arena,
      c: c,
      source: source,
      value: value,
      _1: _1,
      url: url,
      escrowID: escrowID,
      camelCase: camelCase,
      items: items,
      nItems: nItems,
      protocol: `protocol`,
      type: type,
      description: description,
      hashValue: hashValue,
      fullName: fullName,
      key: key,
      repeat: `repeat`,
      case: `case`,
      switch: `switch`,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__test__v1__names__init, keeping: self.unknownFields)
    unsafe c.pointee.class_ = arena.string(self.`class`)
    unsafe c.pointee.default_ = arena.string(self.`default`)
    unsafe c.pointee.self_ = arena.string(self.self_)
    unsafe c.pointee.init_ = arena.string(self.init_)
    unsafe c.pointee.base_ = arena.string(self.base)
    unsafe c.pointee.errno_ = arena.string(self.errno)
    unsafe c.pointee.unix_ = arena.string(self.unix)
    unsafe c.pointee.restrict_ = arena.string(self.restrict)
    unsafe c.pointee.unsafe = arena.string(self.`unsafe`)
    unsafe c.pointee.in = arena.string(self.`in`)
    unsafe c.pointee.await = arena.string(self.`await`)
    unsafe c.pointee.unknown_fields = arena.string(self.unknownFields_)
    unsafe c.pointee.wire_bytes = arena.string(self.wireBytes_)
    unsafe c.pointee.pack = arena.string(self.pack_)
    unsafe c.pointee.arena = arena.string(self.arena)
    unsafe c.pointee.c = arena.string(self.c)
    unsafe c.pointee.source = arena.string(self.source)
    unsafe c.pointee.value = arena.string(self.value)
    unsafe c.pointee._1 = arena.string(self._1)
    unsafe c.pointee.url = arena.string(self.url)
    unsafe c.pointee.escrow_id = arena.string(self.escrowID)
    unsafe c.pointee.camelcase = arena.string(self.camelCase)
    unsafe c.pointee.items = arena.array(self.items) { unsafe arena.string($0) }
    unsafe c.pointee.n_items = self.items.count
    unsafe c.pointee.n_items_ = self.nItems
    unsafe c.pointee.protocol_ = arena.string(self.`protocol`)
    unsafe c.pointee.type = arena.string(self.type)
    unsafe c.pointee.description = arena.string(self.description)
    unsafe c.pointee.hash_value = arena.string(self.hashValue)
    unsafe c.pointee.full_name = arena.string(self.fullName)
    unsafe c.pointee.key = arena.entries(self.key) { key, value in
      let entry = unsafe arena.make(paylyt__test__v1__names__key_entry__init)
      unsafe entry.pointee._key_case = .init(rawValue: 1)
      unsafe entry.pointee.key = arena.string(key)
      unsafe entry.pointee._value_case = .init(rawValue: 2)
      unsafe entry.pointee.value = arena.string(value)
      return unsafe entry
    }
    unsafe c.pointee.n_key = self.key.count
    unsafe c.pointee.repeat = arena.array(self.`repeat`) { unsafe arena.string($0) }
    unsafe c.pointee.n_repeat = self.`repeat`.count
    if let value = self.`case` {
      unsafe c.pointee._case_case = .init(rawValue: 32)
      unsafe c.pointee.case_ = arena.string(value)
    }
    switch self.`switch` {
    case .none_(let value)?:
      unsafe c.pointee.switch_case = .init(rawValue: 33)
      unsafe c.pointee.none = arena.string(value)
    case .some_(let value)?:
      unsafe c.pointee.switch_case = .init(rawValue: 34)
      unsafe c.pointee.some = arena.string(value)
    case .`func`(let value)?:
      unsafe c.pointee.switch_case = .init(rawValue: 35)
      unsafe c.pointee.func = arena.string(value)
    case nil: break
    }
    return UnsafeMutableRawPointer(c)
  }
}

extension TypeMessage {
  public static let fullName = "paylyt.test.v1.Type"
  public static let wireLayout = unsafe WireLayout(paylyt__test__v1__type__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    outer: TypeMessage.Outer? = nil,
    fileOuter: TestAPI.Outer? = nil,
    string: TypeMessage.StringEnum = .stringUnspecified,
    selfType: TypeMessage.SelfMessage? = nil
  ) {
    self.init(
      outer: outer,
      fileOuter: fileOuter,
      string: string,
      selfType: selfType,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Test__V1__Type.self)
    let outer: TypeMessage.Outer? = unsafe Wire.messageIfPresent(_c.pointee.outer)
    let fileOuter: TestAPI.Outer? = unsafe Wire.messageIfPresent(_c.pointee.file_outer)
    let string: TypeMessage.StringEnum = unsafe TypeMessage.StringEnum(rawValue: _c.pointee.string)
    let selfType: TypeMessage.SelfMessage? = unsafe Wire.messageIfPresent(_c.pointee.self_type)
    unsafe self.init(
      outer: outer,
      fileOuter: fileOuter,
      string: string,
      selfType: selfType,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__test__v1__type__init, keeping: self.unknownFields)
    unsafe c.pointee.outer = arena.messageIfPresent(self.outer)
    unsafe c.pointee.file_outer = arena.messageIfPresent(self.fileOuter)
    unsafe c.pointee.string = self.string.rawValue
    unsafe c.pointee.self_type = arena.messageIfPresent(self.selfType)
    return UnsafeMutableRawPointer(c)
  }
}

extension TypeMessage.SelfMessage {
  public static let fullName = "paylyt.test.v1.Type.Self"
  public static let wireLayout = unsafe WireLayout(paylyt__test__v1__type__self__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Test__V1__Type__Self.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__test__v1__type__self__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension TypeMessage.ProtocolMessage {
  public static let fullName = "paylyt.test.v1.Type.Protocol"
  public static let wireLayout = unsafe WireLayout(paylyt__test__v1__type__protocol__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    outer: TypeMessage.Outer? = nil,
    inner: TypeMessage.ProtocolMessage.Inner? = nil
  ) {
    self.init(
      outer: outer,
      inner: inner,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Test__V1__Type__Protocol.self)
    let outer: TypeMessage.Outer? = unsafe Wire.messageIfPresent(_c.pointee.outer)
    let inner: TypeMessage.ProtocolMessage.Inner? = unsafe Wire.messageIfPresent(_c.pointee.inner)
    unsafe self.init(
      outer: outer,
      inner: inner,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__test__v1__type__protocol__init, keeping: self.unknownFields)
    unsafe c.pointee.outer = arena.messageIfPresent(self.outer)
    unsafe c.pointee.inner = arena.messageIfPresent(self.inner)
    return UnsafeMutableRawPointer(c)
  }
}

extension TypeMessage.ProtocolMessage.Inner {
  public static let fullName = "paylyt.test.v1.Type.Protocol.Inner"
  public static let wireLayout = unsafe WireLayout(paylyt__test__v1__type__protocol__inner__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    nested: String = ""
  ) {
    self.init(
      nested: nested,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Test__V1__Type__Protocol__Inner.self)
    let nested: String = unsafe Wire.string(_c.pointee.nested)
    unsafe self.init(
      nested: nested,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__test__v1__type__protocol__inner__init, keeping: self.unknownFields)
    unsafe c.pointee.nested = arena.string(self.nested)
    return UnsafeMutableRawPointer(c)
  }
}

extension TypeMessage.Outer {
  public static let fullName = "paylyt.test.v1.Type.Outer"
  public static let wireLayout = unsafe WireLayout(paylyt__test__v1__type__outer__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    nested: Int32 = 0
  ) {
    self.init(
      nested: nested,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Test__V1__Type__Outer.self)
    let nested: Int32 = unsafe _c.pointee.nested
    unsafe self.init(
      nested: nested,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__test__v1__type__outer__init, keeping: self.unknownFields)
    unsafe c.pointee.nested = self.nested
    return UnsafeMutableRawPointer(c)
  }
}

extension Outer {
  public static let fullName = "paylyt.test.v1.Outer"
  public static let wireLayout = unsafe WireLayout(paylyt__test__v1__outer__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    file: String = ""
  ) {
    self.init(
      file: file,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Test__V1__Outer.self)
    let file: String = unsafe Wire.string(_c.pointee.file)
    unsafe self.init(
      file: file,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__test__v1__outer__init, keeping: self.unknownFields)
    unsafe c.pointee.file = arena.string(self.file)
    return UnsafeMutableRawPointer(c)
  }
}

extension OptionalMessage {
  public static let fullName = "paylyt.test.v1.Optional"
  public static let wireLayout = unsafe WireLayout(paylyt__test__v1__optional__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    optional: String? = nil
  ) {
    self.init(
      optional: optional,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Test__V1__Optional.self)
    let optional: String? = unsafe _c.pointee._optional_case.rawValue == 0 ? nil : Wire.string(_c.pointee.optional)
    unsafe self.init(
      optional: optional,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__test__v1__optional__init, keeping: self.unknownFields)
    if let value = self.optional {
      unsafe c.pointee._optional_case = .init(rawValue: 1)
      unsafe c.pointee.optional = arena.string(value)
    }
    return UnsafeMutableRawPointer(c)
  }
}

extension Lower_case {
  public static let fullName = "paylyt.test.v1.lower_case"
  public static let wireLayout = unsafe WireLayout(paylyt__test__v1__lower_case__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Test__V1__LowerCase.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__test__v1__lower_case__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}
