// Generated from lnd/invoices.proto by protoc-gen-paylyt. Do not edit.

import CLNDAPI
public import PayLytRPC

public struct CancelInvoiceMsg: WireMessage {
  public var paymentHash: [UInt8] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct CancelInvoiceResp: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct AddHoldInvoiceRequest: WireMessage {
  public var memo: String = ""
  public var hash: [UInt8] = []
  /// Satoshis.
  public var value: Int64 = 0
  /// Seconds.
  public var expiry: Int64 = 0
  public var cltvExpiry: UInt64 = 0
  public var valueMsat: Int64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct AddHoldInvoiceResp: WireMessage {
  public var paymentRequest: String = ""
  public var addIndex: UInt64 = 0
  public var paymentAddr: [UInt8] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct SettleInvoiceMsg: WireMessage {
  public var preimage: [UInt8] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct SettleInvoiceResp: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct SubscribeSingleInvoiceRequest: WireMessage {
  public var rHash: [UInt8] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension CancelInvoiceMsg {
  public static let fullName = "invoicesrpc.CancelInvoiceMsg"
  public static let wireLayout = unsafe WireLayout(invoicesrpc__cancel_invoice_msg__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    paymentHash: [UInt8] = []
  ) {
    self.init(
      paymentHash: paymentHash,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Invoicesrpc__CancelInvoiceMsg.self)
    let paymentHash: [UInt8] = unsafe Wire.array(_c.pointee.payment_hash.data, _c.pointee.payment_hash.len)
    unsafe self.init(
      paymentHash: paymentHash,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(invoicesrpc__cancel_invoice_msg__init, keeping: self.unknownFields)
    unsafe c.pointee.payment_hash = .init(len: self.paymentHash.count, data: arena.array(self.paymentHash))
    return UnsafeMutableRawPointer(c)
  }
}

extension CancelInvoiceResp {
  public static let fullName = "invoicesrpc.CancelInvoiceResp"
  public static let wireLayout = unsafe WireLayout(invoicesrpc__cancel_invoice_resp__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(invoicesrpc__cancel_invoice_resp__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension AddHoldInvoiceRequest {
  public static let fullName = "invoicesrpc.AddHoldInvoiceRequest"
  public static let wireLayout = unsafe WireLayout(invoicesrpc__add_hold_invoice_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    memo: String = "",
    hash: [UInt8] = [],
    value: Int64 = 0,
    expiry: Int64 = 0,
    cltvExpiry: UInt64 = 0,
    valueMsat: Int64 = 0
  ) {
    self.init(
      memo: memo,
      hash: hash,
      value: value,
      expiry: expiry,
      cltvExpiry: cltvExpiry,
      valueMsat: valueMsat,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Invoicesrpc__AddHoldInvoiceRequest.self)
    let memo: String = unsafe Wire.string(_c.pointee.memo)
    let hash: [UInt8] = unsafe Wire.array(_c.pointee.hash.data, _c.pointee.hash.len)
    let value: Int64 = unsafe _c.pointee.value
    let expiry: Int64 = unsafe _c.pointee.expiry
    let cltvExpiry: UInt64 = unsafe _c.pointee.cltv_expiry
    let valueMsat: Int64 = unsafe _c.pointee.value_msat
    unsafe self.init(
      memo: memo,
      hash: hash,
      value: value,
      expiry: expiry,
      cltvExpiry: cltvExpiry,
      valueMsat: valueMsat,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(invoicesrpc__add_hold_invoice_request__init, keeping: self.unknownFields)
    unsafe c.pointee.memo = arena.string(self.memo)
    unsafe c.pointee.hash = .init(len: self.hash.count, data: arena.array(self.hash))
    unsafe c.pointee.value = self.value
    unsafe c.pointee.expiry = self.expiry
    unsafe c.pointee.cltv_expiry = self.cltvExpiry
    unsafe c.pointee.value_msat = self.valueMsat
    return UnsafeMutableRawPointer(c)
  }
}

extension AddHoldInvoiceResp {
  public static let fullName = "invoicesrpc.AddHoldInvoiceResp"
  public static let wireLayout = unsafe WireLayout(invoicesrpc__add_hold_invoice_resp__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    paymentRequest: String = "",
    addIndex: UInt64 = 0,
    paymentAddr: [UInt8] = []
  ) {
    self.init(
      paymentRequest: paymentRequest,
      addIndex: addIndex,
      paymentAddr: paymentAddr,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Invoicesrpc__AddHoldInvoiceResp.self)
    let paymentRequest: String = unsafe Wire.string(_c.pointee.payment_request)
    let addIndex: UInt64 = unsafe _c.pointee.add_index
    let paymentAddr: [UInt8] = unsafe Wire.array(_c.pointee.payment_addr.data, _c.pointee.payment_addr.len)
    unsafe self.init(
      paymentRequest: paymentRequest,
      addIndex: addIndex,
      paymentAddr: paymentAddr,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(invoicesrpc__add_hold_invoice_resp__init, keeping: self.unknownFields)
    unsafe c.pointee.payment_request = arena.string(self.paymentRequest)
    unsafe c.pointee.add_index = self.addIndex
    unsafe c.pointee.payment_addr = .init(len: self.paymentAddr.count, data: arena.array(self.paymentAddr))
    return UnsafeMutableRawPointer(c)
  }
}

extension SettleInvoiceMsg {
  public static let fullName = "invoicesrpc.SettleInvoiceMsg"
  public static let wireLayout = unsafe WireLayout(invoicesrpc__settle_invoice_msg__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    preimage: [UInt8] = []
  ) {
    self.init(
      preimage: preimage,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Invoicesrpc__SettleInvoiceMsg.self)
    let preimage: [UInt8] = unsafe Wire.array(_c.pointee.preimage.data, _c.pointee.preimage.len)
    unsafe self.init(
      preimage: preimage,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(invoicesrpc__settle_invoice_msg__init, keeping: self.unknownFields)
    unsafe c.pointee.preimage = .init(len: self.preimage.count, data: arena.array(self.preimage))
    return UnsafeMutableRawPointer(c)
  }
}

extension SettleInvoiceResp {
  public static let fullName = "invoicesrpc.SettleInvoiceResp"
  public static let wireLayout = unsafe WireLayout(invoicesrpc__settle_invoice_resp__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(invoicesrpc__settle_invoice_resp__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension SubscribeSingleInvoiceRequest {
  public static let fullName = "invoicesrpc.SubscribeSingleInvoiceRequest"
  public static let wireLayout = unsafe WireLayout(invoicesrpc__subscribe_single_invoice_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    rHash: [UInt8] = []
  ) {
    self.init(
      rHash: rHash,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Invoicesrpc__SubscribeSingleInvoiceRequest.self)
    let rHash: [UInt8] = unsafe Wire.array(_c.pointee.r_hash.data, _c.pointee.r_hash.len)
    unsafe self.init(
      rHash: rHash,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(invoicesrpc__subscribe_single_invoice_request__init, keeping: self.unknownFields)
    unsafe c.pointee.r_hash = .init(len: self.rHash.count, data: arena.array(self.rHash))
    return UnsafeMutableRawPointer(c)
  }
}

/// The methods of `invoicesrpc.Invoices`.
public enum InvoicesMethods {
  public static let serviceName = "invoicesrpc.Invoices"

  public static let subscribeSingleInvoice = MethodDescriptor(
    service: serviceName,
    method: "SubscribeSingleInvoice",
    kind: .serverStreaming,
    requestType: "invoicesrpc.SubscribeSingleInvoiceRequest",
    responseType: "lnrpc.Invoice",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let cancelInvoice = MethodDescriptor(
    service: serviceName,
    method: "CancelInvoice",
    kind: .unary,
    requestType: "invoicesrpc.CancelInvoiceMsg",
    responseType: "invoicesrpc.CancelInvoiceResp",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let addHoldInvoice = MethodDescriptor(
    service: serviceName,
    method: "AddHoldInvoice",
    kind: .unary,
    requestType: "invoicesrpc.AddHoldInvoiceRequest",
    responseType: "invoicesrpc.AddHoldInvoiceResp",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let settleInvoice = MethodDescriptor(
    service: serviceName,
    method: "SettleInvoice",
    kind: .unary,
    requestType: "invoicesrpc.SettleInvoiceMsg",
    responseType: "invoicesrpc.SettleInvoiceResp",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let all: [MethodDescriptor] = [subscribeSingleInvoice, cancelInvoice, addHoldInvoice, settleInvoice]
}

extension InvoicesMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(subscribeSingleInvoice, SubscribeSingleInvoiceRequest.self, Invoice.self),
    MethodTypes(cancelInvoice, CancelInvoiceMsg.self, CancelInvoiceResp.self),
    MethodTypes(addHoldInvoice, AddHoldInvoiceRequest.self, AddHoldInvoiceResp.self),
    MethodTypes(settleInvoice, SettleInvoiceMsg.self, SettleInvoiceResp.self),
  ]
}

public protocol InvoicesHandler: RPCService {
  func subscribeSingleInvoice(
    _ request: SubscribeSingleInvoiceRequest,
    _ responses: ResponseWriter<Invoice>,
    _ context: ServerContext
  ) async throws

  func cancelInvoice(
    _ request: CancelInvoiceMsg,
    _ context: ServerContext
  ) async throws -> CancelInvoiceResp

  func addHoldInvoice(
    _ request: AddHoldInvoiceRequest,
    _ context: ServerContext
  ) async throws -> AddHoldInvoiceResp

  func settleInvoice(
    _ request: SettleInvoiceMsg,
    _ context: ServerContext
  ) async throws -> SettleInvoiceResp
}

extension InvoicesHandler {
  public static var serviceName: String { InvoicesMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(InvoicesMethods.subscribeSingleInvoice) { call, context in
        let request = try call.request(SubscribeSingleInvoiceRequest.self)
        try await self.subscribeSingleInvoice(request, call.responses(Invoice.self), context)
      },
      MethodBinding(InvoicesMethods.cancelInvoice) { call, context in
        let request = try call.request(CancelInvoiceMsg.self)
        try call.respond(await self.cancelInvoice(request, context))
      },
      MethodBinding(InvoicesMethods.addHoldInvoice) { call, context in
        let request = try call.request(AddHoldInvoiceRequest.self)
        try call.respond(await self.addHoldInvoice(request, context))
      },
      MethodBinding(InvoicesMethods.settleInvoice) { call, context in
        let request = try call.request(SettleInvoiceMsg.self)
        try call.respond(await self.settleInvoice(request, context))
      },
    ]
  }
}

public struct InvoicesClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  public func subscribeSingleInvoice(
    _ request: SubscribeSingleInvoiceRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ResponseStream<Invoice> {
    try await rpcChannel.serverStreaming(InvoicesMethods.subscribeSingleInvoice, request, options)
  }

  public func cancelInvoice(
    _ request: CancelInvoiceMsg,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> CancelInvoiceResp {
    let response: UnaryResponse<CancelInvoiceResp> =
      try await rpcChannel.unary(InvoicesMethods.cancelInvoice, request, options)
    return response.message
  }

  public func addHoldInvoice(
    _ request: AddHoldInvoiceRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> AddHoldInvoiceResp {
    let response: UnaryResponse<AddHoldInvoiceResp> =
      try await rpcChannel.unary(InvoicesMethods.addHoldInvoice, request, options)
    return response.message
  }

  public func settleInvoice(
    _ request: SettleInvoiceMsg,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> SettleInvoiceResp {
    let response: UnaryResponse<SettleInvoiceResp> =
      try await rpcChannel.unary(InvoicesMethods.settleInvoice, request, options)
    return response.message
  }
}
