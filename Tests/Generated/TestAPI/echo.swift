// Generated from echo.proto by protoc-gen-paylyt. Do not edit.

import CTestAPI
public import PayLytRPC

public struct Meta: WireMessage {
  public var idempotencyKey: String = ""
  public var currency: String = ""
  public var createdUs: Int64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    idempotencyKey: String = "",
    currency: String = "",
    createdUs: Int64 = 0
  ) {
    self.idempotencyKey = idempotencyKey
    self.currency = currency
    self.createdUs = createdUs
  }
}

public struct EchoRequest: WireMessage {
  public var payload: String = ""
  public var amount: Int64 = 0
  public var meta: Meta? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    payload: String = "",
    amount: Int64 = 0,
    meta: Meta? = nil
  ) {
    self.payload = payload
    self.amount = amount
    self.meta = meta
  }
}

extension Meta {
  public static let fullName = "bench.v1.Meta"
  public static let wireLayout = unsafe WireLayout(bench__v1__meta__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Bench__V1__Meta.self)
    unsafe self.idempotencyKey = Wire.string(c.pointee.idempotency_key)
    unsafe self.currency = Wire.string(c.pointee.currency)
    unsafe self.createdUs = c.pointee.created_us
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(bench__v1__meta__init, keeping: self.unknownFields)
    unsafe c.pointee.idempotency_key = arena.string(self.idempotencyKey)
    unsafe c.pointee.currency = arena.string(self.currency)
    unsafe c.pointee.created_us = self.createdUs
    return UnsafeMutableRawPointer(c)
  }
}

extension EchoRequest {
  public static let fullName = "bench.v1.EchoRequest"
  public static let wireLayout = unsafe WireLayout(bench__v1__echo_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Bench__V1__EchoRequest.self)
    unsafe self.payload = Wire.string(c.pointee.payload)
    unsafe self.amount = c.pointee.amount
    unsafe self.meta = Wire.messageIfPresent(c.pointee.meta)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(bench__v1__echo_request__init, keeping: self.unknownFields)
    unsafe c.pointee.payload = arena.string(self.payload)
    unsafe c.pointee.amount = self.amount
    unsafe c.pointee.meta = arena.messageIfPresent(self.meta)
    return UnsafeMutableRawPointer(c)
  }
}
