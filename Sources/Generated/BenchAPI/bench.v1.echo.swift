// Generated from bench/v1/echo.proto by protoc-gen-paylyt. Do not edit.

import CBenchAPI
public import PayLytRPC

public struct Meta: WireMessage {
  public var idempotencyKey: String = ""
  public var currency: String = ""
  /// Microseconds since 1970.
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

public struct EchoReply: WireMessage {
  public var payload: String = ""
  public var amount: Int64 = 0
  public var meta: Meta? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct StreamRequest: WireMessage {
  public var item: EchoRequest? = nil
  public var count: Int32 = 0
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

extension EchoReply {
  public static let fullName = "bench.v1.EchoReply"
  public static let wireLayout = unsafe WireLayout(bench__v1__echo_reply__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Bench__V1__EchoReply.self)
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
    let c = unsafe arena.make(bench__v1__echo_reply__init, keeping: self.unknownFields)
    unsafe c.pointee.payload = arena.string(self.payload)
    unsafe c.pointee.amount = self.amount
    unsafe c.pointee.meta = arena.messageIfPresent(self.meta)
    return UnsafeMutableRawPointer(c)
  }
}

extension StreamRequest {
  public static let fullName = "bench.v1.StreamRequest"
  public static let wireLayout = unsafe WireLayout(bench__v1__stream_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    item: EchoRequest? = nil,
    count: Int32 = 0
  ) {
    self.init(
      item: item,
      count: count,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Bench__V1__StreamRequest.self)
    let item: EchoRequest? = unsafe Wire.messageIfPresent(_c.pointee.item)
    let count: Int32 = unsafe _c.pointee.count
    unsafe self.init(
      item: item,
      count: count,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(bench__v1__stream_request__init, keeping: self.unknownFields)
    unsafe c.pointee.item = arena.messageIfPresent(self.item)
    unsafe c.pointee.count = self.count
    return UnsafeMutableRawPointer(c)
  }
}

/// The methods of `bench.v1.Echo`.
public enum EchoMethods {
  public static let serviceName = "bench.v1.Echo"

  public static let unary = MethodDescriptor(
    service: serviceName,
    method: "Unary",
    kind: .unary,
    requestType: "bench.v1.EchoRequest",
    responseType: "bench.v1.EchoReply",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let serverStream = MethodDescriptor(
    service: serviceName,
    method: "ServerStream",
    kind: .serverStreaming,
    requestType: "bench.v1.StreamRequest",
    responseType: "bench.v1.EchoReply",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let bidi = MethodDescriptor(
    service: serviceName,
    method: "Bidi",
    kind: .bidirectional,
    requestType: "bench.v1.EchoRequest",
    responseType: "bench.v1.EchoReply",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let all: [MethodDescriptor] = [unary, serverStream, bidi]
}

extension EchoMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(unary, EchoRequest.self, EchoReply.self),
    MethodTypes(serverStream, StreamRequest.self, EchoReply.self),
    MethodTypes(bidi, EchoRequest.self, EchoReply.self),
  ]
}

/// Gives back what it gets, in three shapes of call.
public protocol EchoHandler: RPCService {
  func unary(
    _ request: EchoRequest,
    _ context: ServerContext
  ) async throws -> EchoReply

  /// Sends the item back `count` times; the amounts are 0, 1, 2, …
  func serverStream(
    _ request: StreamRequest,
    _ responses: ResponseWriter<EchoReply>,
    _ context: ServerContext
  ) async throws

  func bidi(
    _ requests: RequestStream<EchoRequest>,
    _ responses: ResponseWriter<EchoReply>,
    _ context: ServerContext
  ) async throws
}

extension EchoHandler {
  public static var serviceName: String { EchoMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(EchoMethods.unary) { call, context in
        let request = try call.request(EchoRequest.self)
        try call.respond(await self.unary(request, context))
      },
      MethodBinding(EchoMethods.serverStream) { call, context in
        let request = try call.request(StreamRequest.self)
        try await self.serverStream(request, call.responses(EchoReply.self), context)
      },
      MethodBinding(EchoMethods.bidi) { call, context in
        try await self.bidi(call.requests(EchoRequest.self), call.responses(EchoReply.self), context)
      },
    ]
  }
}

/// Gives back what it gets, in three shapes of call.
public struct EchoClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  public func unary(
    _ request: EchoRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> EchoReply {
    let response: UnaryResponse<EchoReply> =
      try await rpcChannel.unary(EchoMethods.unary, request, options)
    return response.message
  }

  /// Sends the item back `count` times; the amounts are 0, 1, 2, …
  public func serverStream(
    _ request: StreamRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ResponseStream<EchoReply> {
    try await rpcChannel.serverStreaming(EchoMethods.serverStream, request, options)
  }

  public func bidi(
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> BidirectionalCall<EchoRequest, EchoReply> {
    try await rpcChannel.bidirectional(EchoMethods.bidi, options)
  }
}
