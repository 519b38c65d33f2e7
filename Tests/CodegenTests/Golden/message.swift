// Generated from message.proto by protoc-gen-paylyt. Do not edit.

import CGoldenAPI
public import PayLytRPC

/// A message with a comment of two lines,
/// and one more:
///
///   indented as the author wrote it.
public struct Message: WireMessage {
  /// Above.
  public var escrowID: String = ""
  /// At the end of the line.
  public var raw: [UInt8] = []
  public var isSettled: Bool = false
  public var price: Double = 0
  public var amountMinor: Int64 = 0
  public var note: String? = nil
  public var rate: Double? = nil
  public var tags: [String] = []
  public var numbers: [UInt32] = []
  public var flags: [Bool] = []
  public var nested: Message.Nested? = nil
  public var many: [Message.Nested] = []
  /// - Note: Deprecated in the proto.
  public var old: Int32 = 0
  public var `class`: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  /// Inside.
  public struct Nested: WireMessage {
    public var value: UInt32 = 0
    /// Fields that the proto of this build does not know, sent on unchanged.
    public var unknownFields: UnknownFields
  }
}

public struct Empty: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension Message {
  public static let fullName = "golden.v1.Message"
  public static let wireLayout = unsafe WireLayout(golden__v1__message__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    escrowID: String = "",
    raw: [UInt8] = [],
    isSettled: Bool = false,
    price: Double = 0,
    amountMinor: Int64 = 0,
    note: String? = nil,
    rate: Double? = nil,
    tags: [String] = [],
    numbers: [UInt32] = [],
    flags: [Bool] = [],
    nested: Message.Nested? = nil,
    many: [Message.Nested] = [],
    old: Int32 = 0,
    `class`: String = ""
  ) {
    self.init(
      escrowID: escrowID,
      raw: raw,
      isSettled: isSettled,
      price: price,
      amountMinor: amountMinor,
      note: note,
      rate: rate,
      tags: tags,
      numbers: numbers,
      flags: flags,
      nested: nested,
      many: many,
      old: old,
      class: `class`,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Golden__V1__Message.self)
    let escrowID: String = unsafe Wire.string(_c.pointee.escrow_id)
    let raw: [UInt8] = unsafe Wire.array(_c.pointee.raw.data, _c.pointee.raw.len)
    let isSettled: Bool = unsafe _c.pointee.is_settled != 0
    let price: Double = unsafe _c.pointee.price
    let amountMinor: Int64 = unsafe _c.pointee.amount_minor
    let note: String? = unsafe _c.pointee._note_case.rawValue == 0 ? nil : Wire.string(_c.pointee.note)
    let rate: Double? = unsafe _c.pointee._rate_case.rawValue == 0 ? nil : _c.pointee.rate
    let tags: [String] = unsafe Wire.array(_c.pointee.tags, _c.pointee.n_tags) { unsafe Wire.string($0) }
    let numbers: [UInt32] = unsafe Wire.array(_c.pointee.numbers, _c.pointee.n_numbers)
    let flags: [Bool] = unsafe Wire.array(_c.pointee.flags, _c.pointee.n_flags) { $0 != 0 }
    let nested: Message.Nested? = unsafe Wire.messageIfPresent(_c.pointee.nested)
    let many: [Message.Nested] = unsafe Wire.array(_c.pointee.many, _c.pointee.n_many) { unsafe Wire.message($0) }
    let old: Int32 = unsafe _c.pointee.old
    let `class`: String = unsafe Wire.string(_c.pointee.class_)
    unsafe self.init(
      escrowID: escrowID,
      raw: raw,
      isSettled: isSettled,
      price: price,
      amountMinor: amountMinor,
      note: note,
      rate: rate,
      tags: tags,
      numbers: numbers,
      flags: flags,
      nested: nested,
      many: many,
      old: old,
      class: `class`,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(golden__v1__message__init, keeping: self.unknownFields)
    unsafe c.pointee.escrow_id = arena.string(self.escrowID)
    unsafe c.pointee.raw = .init(len: self.raw.count, data: arena.array(self.raw))
    unsafe c.pointee.is_settled = self.isSettled ? 1 : 0
    if self.price.bitPattern != 0 {
      unsafe c.pointee._price_case = .init(rawValue: 4)
      unsafe c.pointee.price = self.price
    }
    unsafe c.pointee.amount_minor = self.amountMinor
    if let value = self.note {
      unsafe c.pointee._note_case = .init(rawValue: 6)
      unsafe c.pointee.note = arena.string(value)
    }
    if let value = self.rate {
      unsafe c.pointee._rate_case = .init(rawValue: 7)
      unsafe c.pointee.rate = value
    }
    unsafe c.pointee.tags = arena.array(self.tags) { unsafe arena.string($0) }
    unsafe c.pointee.n_tags = self.tags.count
    unsafe c.pointee.numbers = arena.array(self.numbers)
    unsafe c.pointee.n_numbers = self.numbers.count
    unsafe c.pointee.flags = arena.array(self.flags) { $0 ? 1 : 0 }
    unsafe c.pointee.n_flags = self.flags.count
    unsafe c.pointee.nested = arena.messageIfPresent(self.nested)
    unsafe c.pointee.many = arena.array(self.many) { unsafe arena.message($0) }
    unsafe c.pointee.n_many = self.many.count
    unsafe c.pointee.old = self.old
    unsafe c.pointee.class_ = arena.string(self.`class`)
    return UnsafeMutableRawPointer(c)
  }
}

extension Message.Nested {
  public static let fullName = "golden.v1.Message.Nested"
  public static let wireLayout = unsafe WireLayout(golden__v1__message__nested__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    value: UInt32 = 0
  ) {
    self.init(
      value: value,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Golden__V1__Message__Nested.self)
    let value: UInt32 = unsafe _c.pointee.value
    unsafe self.init(
      value: value,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(golden__v1__message__nested__init, keeping: self.unknownFields)
    unsafe c.pointee.value = self.value
    return UnsafeMutableRawPointer(c)
  }
}

extension Empty {
  public static let fullName = "golden.v1.Empty"
  public static let wireLayout = unsafe WireLayout(golden__v1__empty__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(golden__v1__empty__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}
