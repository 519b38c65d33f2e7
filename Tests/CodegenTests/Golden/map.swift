// Generated from map.proto by protoc-gen-paylyt. Do not edit.

import CGoldenAPI
public import PayLytRPC

public struct Maps: WireMessage {
  public var labels: [String: String] = [:]
  public var flags: [Int64: Bool] = [:]
  public var values: [Bool: Maps.Value] = [:]
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public struct Value: WireMessage {
    public var raw: [UInt8] = []
    /// Fields that the proto of this build does not know, sent on unchanged.
    public var unknownFields: UnknownFields
  }
}

extension Maps {
  public static let fullName = "golden.v1.Maps"
  public static let wireLayout = unsafe WireLayout(golden__v1__maps__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    labels: [String: String] = [:],
    flags: [Int64: Bool] = [:],
    values: [Bool: Maps.Value] = [:]
  ) {
    self.init(
      labels: labels,
      flags: flags,
      values: values,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Golden__V1__Maps.self)
    let labels: [String: String] = unsafe Wire.dictionary(_c.pointee.labels, _c.pointee.n_labels) {
      unsafe (Wire.string($0.key), Wire.string($0.value))
    }
    let flags: [Int64: Bool] = unsafe Wire.dictionary(_c.pointee.flags, _c.pointee.n_flags) {
      unsafe ($0.key, $0.value != 0)
    }
    let values: [Bool: Maps.Value] = unsafe Wire.dictionary(_c.pointee.values, _c.pointee.n_values) {
      unsafe ($0.key != 0, Wire.message($0.value))
    }
    unsafe self.init(
      labels: labels,
      flags: flags,
      values: values,
      unknownFields: UnknownFields(unpacked: _source))
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

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    raw: [UInt8] = []
  ) {
    self.init(
      raw: raw,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Golden__V1__Maps__Value.self)
    let raw: [UInt8] = unsafe Wire.array(_c.pointee.raw.data, _c.pointee.raw.len)
    unsafe self.init(
      raw: raw,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(golden__v1__maps__value__init, keeping: self.unknownFields)
    unsafe c.pointee.raw = .init(len: self.raw.count, data: arena.array(self.raw))
    return UnsafeMutableRawPointer(c)
  }
}
