// Generated from echo.proto by protoc-gen-paylyt. Do not edit.

import CTestAPI
public import PayLytRPC

public struct Meta: WireMessage {
  public var idempotencyKey: String = ""
  public var currency: String = ""
  public var createdUs: Int64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct EchoRequest: WireMessage {
  public var payload: String = ""
  public var amount: Int64 = 0
  public var meta: Meta? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension Meta {
  public static let fullName = "bench.v1.Meta"
  public static let wireLayout = unsafe WireLayout(bench__v1__meta__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    idempotencyKey: String = "",
    currency: String = "",
    createdUs: Int64 = 0
  ) {
    self.init(
      idempotencyKey: idempotencyKey,
      currency: currency,
      createdUs: createdUs,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Bench__V1__Meta.self)
    let idempotencyKey: String = unsafe Wire.string(_c.pointee.idempotency_key)
    let currency: String = unsafe Wire.string(_c.pointee.currency)
    let createdUs: Int64 = unsafe _c.pointee.created_us
    unsafe self.init(
      idempotencyKey: idempotencyKey,
      currency: currency,
      createdUs: createdUs,
      unknownFields: UnknownFields(unpacked: _source))
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

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    payload: String = "",
    amount: Int64 = 0,
    meta: Meta? = nil
  ) {
    self.init(
      payload: payload,
      amount: amount,
      meta: meta,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Bench__V1__EchoRequest.self)
    let payload: String = unsafe Wire.string(_c.pointee.payload)
    let amount: Int64 = unsafe _c.pointee.amount
    let meta: Meta? = unsafe Wire.messageIfPresent(_c.pointee.meta)
    unsafe self.init(
      payload: payload,
      amount: amount,
      meta: meta,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(bench__v1__echo_request__init, keeping: self.unknownFields)
    unsafe c.pointee.payload = arena.string(self.payload)
    unsafe c.pointee.amount = self.amount
    unsafe c.pointee.meta = arena.messageIfPresent(self.meta)
    return UnsafeMutableRawPointer(c)
  }
}
