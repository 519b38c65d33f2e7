// Generated from lnd/router.proto by protoc-gen-paylyt. Do not edit.

import CLNDAPI
public import PayLytRPC

public struct SendPaymentRequest: WireMessage {
  public var paymentRequest: String = ""
  public var timeoutSeconds: Int32 = 0
  /// 0 allows routes that cost nothing only.
  public var feeLimitMsat: Int64 = 0
  public var noInflightUpdates: Bool = false
  public var cancelable: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct TrackPaymentRequest: WireMessage {
  public var paymentHash: [UInt8] = []
  public var noInflightUpdates: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension SendPaymentRequest {
  public static let fullName = "routerrpc.SendPaymentRequest"
  public static let wireLayout = unsafe WireLayout(routerrpc__send_payment_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    paymentRequest: String = "",
    timeoutSeconds: Int32 = 0,
    feeLimitMsat: Int64 = 0,
    noInflightUpdates: Bool = false,
    cancelable: Bool = false
  ) {
    self.init(
      paymentRequest: paymentRequest,
      timeoutSeconds: timeoutSeconds,
      feeLimitMsat: feeLimitMsat,
      noInflightUpdates: noInflightUpdates,
      cancelable: cancelable,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Routerrpc__SendPaymentRequest.self)
    let paymentRequest: String = unsafe Wire.string(_c.pointee.payment_request)
    let timeoutSeconds: Int32 = unsafe _c.pointee.timeout_seconds
    let feeLimitMsat: Int64 = unsafe _c.pointee.fee_limit_msat
    let noInflightUpdates: Bool = unsafe _c.pointee.no_inflight_updates != 0
    let cancelable: Bool = unsafe _c.pointee.cancelable != 0
    unsafe self.init(
      paymentRequest: paymentRequest,
      timeoutSeconds: timeoutSeconds,
      feeLimitMsat: feeLimitMsat,
      noInflightUpdates: noInflightUpdates,
      cancelable: cancelable,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(routerrpc__send_payment_request__init, keeping: self.unknownFields)
    unsafe c.pointee.payment_request = arena.string(self.paymentRequest)
    unsafe c.pointee.timeout_seconds = self.timeoutSeconds
    unsafe c.pointee.fee_limit_msat = self.feeLimitMsat
    unsafe c.pointee.no_inflight_updates = self.noInflightUpdates ? 1 : 0
    unsafe c.pointee.cancelable = self.cancelable ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension TrackPaymentRequest {
  public static let fullName = "routerrpc.TrackPaymentRequest"
  public static let wireLayout = unsafe WireLayout(routerrpc__track_payment_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    paymentHash: [UInt8] = [],
    noInflightUpdates: Bool = false
  ) {
    self.init(
      paymentHash: paymentHash,
      noInflightUpdates: noInflightUpdates,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Routerrpc__TrackPaymentRequest.self)
    let paymentHash: [UInt8] = unsafe Wire.array(_c.pointee.payment_hash.data, _c.pointee.payment_hash.len)
    let noInflightUpdates: Bool = unsafe _c.pointee.no_inflight_updates != 0
    unsafe self.init(
      paymentHash: paymentHash,
      noInflightUpdates: noInflightUpdates,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(routerrpc__track_payment_request__init, keeping: self.unknownFields)
    unsafe c.pointee.payment_hash = .init(len: self.paymentHash.count, data: arena.array(self.paymentHash))
    unsafe c.pointee.no_inflight_updates = self.noInflightUpdates ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

/// The methods of `routerrpc.Router`.
public enum RouterMethods {
  public static let serviceName = "routerrpc.Router"

  public static let sendPaymentV2 = MethodDescriptor(
    service: serviceName,
    method: "SendPaymentV2",
    kind: .serverStreaming,
    requestType: "routerrpc.SendPaymentRequest",
    responseType: "lnrpc.Payment",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let trackPaymentV2 = MethodDescriptor(
    service: serviceName,
    method: "TrackPaymentV2",
    kind: .serverStreaming,
    requestType: "routerrpc.TrackPaymentRequest",
    responseType: "lnrpc.Payment",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let all: [MethodDescriptor] = [sendPaymentV2, trackPaymentV2]
}

extension RouterMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(sendPaymentV2, SendPaymentRequest.self, Payment.self),
    MethodTypes(trackPaymentV2, TrackPaymentRequest.self, Payment.self),
  ]
}

public protocol RouterHandler: RPCService {
  func sendPaymentV2(
    _ request: SendPaymentRequest,
    _ responses: ResponseWriter<Payment>,
    _ context: ServerContext
  ) async throws

  func trackPaymentV2(
    _ request: TrackPaymentRequest,
    _ responses: ResponseWriter<Payment>,
    _ context: ServerContext
  ) async throws
}

extension RouterHandler {
  public static var serviceName: String { RouterMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(RouterMethods.sendPaymentV2) { call, context in
        let request = try call.request(SendPaymentRequest.self)
        try await self.sendPaymentV2(request, call.responses(Payment.self), context)
      },
      MethodBinding(RouterMethods.trackPaymentV2) { call, context in
        let request = try call.request(TrackPaymentRequest.self)
        try await self.trackPaymentV2(request, call.responses(Payment.self), context)
      },
    ]
  }
}

public struct RouterClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  public func sendPaymentV2(
    _ request: SendPaymentRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ResponseStream<Payment> {
    try await rpcChannel.serverStreaming(RouterMethods.sendPaymentV2, request, options)
  }

  public func trackPaymentV2(
    _ request: TrackPaymentRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ResponseStream<Payment> {
    try await rpcChannel.serverStreaming(RouterMethods.trackPaymentV2, request, options)
  }
}
