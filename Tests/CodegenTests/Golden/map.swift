// Generated from map.proto by protoc-gen-paylyt. Do not edit.

import CGoldenAPI
public import PayLytRPC

public struct Maps: WireMessage {
  public var labels: [String: String] = [:]
  public var flags: [Int64: Bool] = [:]
  public var values: [Bool: Maps.Value] = [:]
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    labels: [String: String] = [:],
    flags: [Int64: Bool] = [:],
    values: [Bool: Maps.Value] = [:]
  ) {
    self.labels = labels
    self.flags = flags
    self.values = values
  }

  public struct Value: WireMessage {
    public var raw: [UInt8] = []
    /// Fields that the proto of this build does not know, sent on unchanged.
    public var unknownFields = UnknownFields()

    public init() {}

    public init(
      raw: [UInt8] = []
    ) {
      self.raw = raw
    }
  }
}

extension Maps {
  public static let fullName = "golden.v1.Maps"
  public static let wireLayout = unsafe WireLayout(golden__v1__maps__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Golden__V1__Maps.self)
    unsafe self.labels = Wire.dictionary(c.pointee.labels, c.pointee.n_labels) {
      unsafe (Wire.string($0.key), Wire.string($0.value))
    }
    unsafe self.flags = Wire.dictionary(c.pointee.flags, c.pointee.n_flags) {
      unsafe ($0.key, $0.value != 0)
    }
    unsafe self.values = Wire.dictionary(c.pointee.values, c.pointee.n_values) {
      unsafe ($0.key != 0, Wire.message($0.value))
    }
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(golden__v1__maps__init, keeping: self.unknownFields)
    unsafe c.pointee.labels = arena.entries(self.labels) { key, value in
      let entry = unsafe arena.make(golden__v1__maps__labels_entry__init)
      unsafe entry.pointee._key_case = .init(rawValue: 1)
      unsafe entry.pointee.key = arena.string(key)
      unsafe entry.pointee._value_case = .init(rawValue: 2)
      unsafe entry.pointee.value = arena.string(value)
      return unsafe entry
    }
    unsafe c.pointee.n_labels = self.labels.count
    unsafe c.pointee.flags = arena.entries(self.flags) { key, value in
      let entry = unsafe arena.make(golden__v1__maps__flags_entry__init)
      unsafe entry.pointee._key_case = .init(rawValue: 1)
      unsafe entry.pointee.key = key
      unsafe entry.pointee._value_case = .init(rawValue: 2)
      unsafe entry.pointee.value = value ? 1 : 0
      return unsafe entry
    }
    unsafe c.pointee.n_flags = self.flags.count
    unsafe c.pointee.values = arena.entries(self.values) { key, value in
      let entry = unsafe arena.make(golden__v1__maps__values_entry__init)
      unsafe entry.pointee._key_case = .init(rawValue: 1)
      unsafe entry.pointee.key = key ? 1 : 0
      unsafe entry.pointee.value = arena.message(value)
      return unsafe entry
    }
    unsafe c.pointee.n_values = self.values.count
    return UnsafeMutableRawPointer(c)
  }
}

extension Maps.Value {
  public static let fullName = "golden.v1.Maps.Value"
  public static let wireLayout = unsafe WireLayout(golden__v1__maps__value__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Golden__V1__Maps__Value.self)
    unsafe self.raw = Wire.array(c.pointee.raw.data, c.pointee.raw.len)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(golden__v1__maps__value__init, keeping: self.unknownFields)
    unsafe c.pointee.raw = .init(len: self.raw.count, data: arena.array(self.raw))
    return UnsafeMutableRawPointer(c)
  }
}
