// Generated from lnd/lightning.proto by protoc-gen-paylyt. Do not edit.

import CLNDAPI
public import PayLytRPC

public enum PaymentFailureReason: WireEnum {
  case failureReasonNone
  case failureReasonTimeout
  case failureReasonNoRoute
  case failureReasonError
  case failureReasonIncorrectPaymentDetails
  case failureReasonInsufficientBalance
  case failureReasonCanceled
  /// A number that the proto of this build does not name.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .failureReasonNone
    case 1: self = .failureReasonTimeout
    case 2: self = .failureReasonNoRoute
    case 3: self = .failureReasonError
    case 4: self = .failureReasonIncorrectPaymentDetails
    case 5: self = .failureReasonInsufficientBalance
    case 6: self = .failureReasonCanceled
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .failureReasonNone: 0
    case .failureReasonTimeout: 1
    case .failureReasonNoRoute: 2
    case .failureReasonError: 3
    case .failureReasonIncorrectPaymentDetails: 4
    case .failureReasonInsufficientBalance: 5
    case .failureReasonCanceled: 6
    case .unrecognized(let number): number
    }
  }

  /// The values that the proto names.
  public static var allCases: [Self] { [.failureReasonNone, .failureReasonTimeout, .failureReasonNoRoute, .failureReasonError, .failureReasonIncorrectPaymentDetails, .failureReasonInsufficientBalance, .failureReasonCanceled] }
}

public struct Invoice: WireMessage {
  public var memo: String = ""
  public var rPreimage: [UInt8] = []
  public var rHash: [UInt8] = []
  /// Satoshis.
  public var value: Int64 = 0
  /// Seconds since 1970.
  public var creationDate: Int64 = 0
  public var settleDate: Int64 = 0
  public var paymentRequest: String = ""
  /// Seconds; 86400 when 0.
  public var expiry: Int64 = 0
  public var cltvExpiry: UInt64 = 0
  public var addIndex: UInt64 = 0
  public var settleIndex: UInt64 = 0
  /// What arrived; may be more than was asked for.
  public var amtPaidMsat: Int64 = 0
  public var state: Invoice.InvoiceState = .open
  public var valueMsat: Int64 = 0
  public var paymentAddr: [UInt8] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum InvoiceState: WireEnum {
    case open
    case settled
    case canceled
    /// Paid and held back: a hold invoice.
    case accepted
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .open
      case 1: self = .settled
      case 2: self = .canceled
      case 3: self = .accepted
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .open: 0
      case .settled: 1
      case .canceled: 2
      case .accepted: 3
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.open, .settled, .canceled, .accepted] }
  }
}

public struct AddInvoiceResponse: WireMessage {
  public var rHash: [UInt8] = []
  public var paymentRequest: String = ""
  public var addIndex: UInt64 = 0
  public var paymentAddr: [UInt8] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct PaymentHash: WireMessage {
  public var rHash: [UInt8] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct InvoiceSubscription: WireMessage {
  public var addIndex: UInt64 = 0
  public var settleIndex: UInt64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListInvoiceRequest: WireMessage {
  public var pendingOnly: Bool = false
  public var indexOffset: UInt64 = 0
  public var numMaxInvoices: UInt64 = 0
  public var reversed: Bool = false
  /// Seconds since 1970.
  public var creationDateStart: UInt64 = 0
  public var creationDateEnd: UInt64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListInvoiceResponse: WireMessage {
  public var invoices: [Invoice] = []
  public var lastIndexOffset: UInt64 = 0
  public var firstIndexOffset: UInt64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListPaymentsRequest: WireMessage {
  public var includeIncomplete: Bool = false
  public var indexOffset: UInt64 = 0
  public var maxPayments: UInt64 = 0
  public var reversed: Bool = false
  /// Seconds since 1970.
  public var creationDateStart: UInt64 = 0
  public var creationDateEnd: UInt64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListPaymentsResponse: WireMessage {
  public var payments: [Payment] = []
  public var firstIndexOffset: UInt64 = 0
  public var lastIndexOffset: UInt64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct PayReqString: WireMessage {
  public var payReq: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct PayReq: WireMessage {
  public var destination: String = ""
  public var paymentHash: String = ""
  public var numSatoshis: Int64 = 0
  public var timestamp: Int64 = 0
  public var expiry: Int64 = 0
  public var description: String = ""
  public var descriptionHash: String = ""
  public var cltvExpiry: Int64 = 0
  public var paymentAddr: [UInt8] = []
  public var numMsat: Int64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ChannelBalanceRequest: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct Amount: WireMessage {
  public var sat: UInt64 = 0
  public var msat: UInt64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ChannelBalanceResponse: WireMessage {
  public var localBalance: Amount? = nil
  public var remoteBalance: Amount? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetInfoRequest: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetInfoResponse: WireMessage {
  public var identityPubkey: String = ""
  public var alias: String = ""
  public var numActiveChannels: UInt32 = 0
  public var blockHeight: UInt32 = 0
  public var syncedToChain: Bool = false
  public var version: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct Payment: WireMessage {
  /// Hex.
  public var paymentHash: String = ""
  /// Hex.
  public var paymentPreimage: String = ""
  public var valueMsat: Int64 = 0
  public var paymentRequest: String = ""
  public var status: Payment.PaymentStatus = .unknown
  public var feeMsat: Int64 = 0
  public var creationTimeNs: Int64 = 0
  public var htlcs: [HTLCAttempt] = []
  public var failureReason: PaymentFailureReason = .failureReasonNone
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum PaymentStatus: WireEnum {
    case unknown
    case inFlight
    case succeeded
    case failed
    case initiated
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unknown
      case 1: self = .inFlight
      case 2: self = .succeeded
      case 3: self = .failed
      case 4: self = .initiated
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unknown: 0
      case .inFlight: 1
      case .succeeded: 2
      case .failed: 3
      case .initiated: 4
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unknown, .inFlight, .succeeded, .failed, .initiated] }
  }
}

public struct HTLCAttempt: WireMessage {
  public var status: HTLCAttempt.HTLCStatus = .inFlight
  /// When it succeeded or failed.
  public var resolveTimeNs: Int64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum HTLCStatus: WireEnum {
    case inFlight
    case succeeded
    case failed
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .inFlight
      case 1: self = .succeeded
      case 2: self = .failed
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .inFlight: 0
      case .succeeded: 1
      case .failed: 2
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.inFlight, .succeeded, .failed] }
  }
}

extension Invoice {
  public static let fullName = "lnrpc.Invoice"
  public static let wireLayout = unsafe WireLayout(lnrpc__invoice__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    memo: String = "",
    rPreimage: [UInt8] = [],
    rHash: [UInt8] = [],
    value: Int64 = 0,
    creationDate: Int64 = 0,
    settleDate: Int64 = 0,
    paymentRequest: String = "",
    expiry: Int64 = 0,
    cltvExpiry: UInt64 = 0,
    addIndex: UInt64 = 0,
    settleIndex: UInt64 = 0,
    amtPaidMsat: Int64 = 0,
    state: Invoice.InvoiceState = .open,
    valueMsat: Int64 = 0,
    paymentAddr: [UInt8] = []
  ) {
    self.init(
      memo: memo,
      rPreimage: rPreimage,
      rHash: rHash,
      value: value,
      creationDate: creationDate,
      settleDate: settleDate,
      paymentRequest: paymentRequest,
      expiry: expiry,
      cltvExpiry: cltvExpiry,
      addIndex: addIndex,
      settleIndex: settleIndex,
      amtPaidMsat: amtPaidMsat,
      state: state,
      valueMsat: valueMsat,
      paymentAddr: paymentAddr,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Lnrpc__Invoice.self)
    let memo: String = unsafe Wire.string(_c.pointee.memo)
    let rPreimage: [UInt8] = unsafe Wire.array(_c.pointee.r_preimage.data, _c.pointee.r_preimage.len)
    let rHash: [UInt8] = unsafe Wire.array(_c.pointee.r_hash.data, _c.pointee.r_hash.len)
    let value: Int64 = unsafe _c.pointee.value
    let creationDate: Int64 = unsafe _c.pointee.creation_date
    let settleDate: Int64 = unsafe _c.pointee.settle_date
    let paymentRequest: String = unsafe Wire.string(_c.pointee.payment_request)
    let expiry: Int64 = unsafe _c.pointee.expiry
    let cltvExpiry: UInt64 = unsafe _c.pointee.cltv_expiry
    let addIndex: UInt64 = unsafe _c.pointee.add_index
    let settleIndex: UInt64 = unsafe _c.pointee.settle_index
    let amtPaidMsat: Int64 = unsafe _c.pointee.amt_paid_msat
    let state: Invoice.InvoiceState = unsafe Invoice.InvoiceState(rawValue: _c.pointee.state)
    let valueMsat: Int64 = unsafe _c.pointee.value_msat
    let paymentAddr: [UInt8] = unsafe Wire.array(_c.pointee.payment_addr.data, _c.pointee.payment_addr.len)
    unsafe self.init(
      memo: memo,
      rPreimage: rPreimage,
      rHash: rHash,
      value: value,
      creationDate: creationDate,
      settleDate: settleDate,
      paymentRequest: paymentRequest,
      expiry: expiry,
      cltvExpiry: cltvExpiry,
      addIndex: addIndex,
      settleIndex: settleIndex,
      amtPaidMsat: amtPaidMsat,
      state: state,
      valueMsat: valueMsat,
      paymentAddr: paymentAddr,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(lnrpc__invoice__init, keeping: self.unknownFields)
    unsafe c.pointee.memo = arena.string(self.memo)
    unsafe c.pointee.r_preimage = .init(len: self.rPreimage.count, data: arena.array(self.rPreimage))
    unsafe c.pointee.r_hash = .init(len: self.rHash.count, data: arena.array(self.rHash))
    unsafe c.pointee.value = self.value
    unsafe c.pointee.creation_date = self.creationDate
    unsafe c.pointee.settle_date = self.settleDate
    unsafe c.pointee.payment_request = arena.string(self.paymentRequest)
    unsafe c.pointee.expiry = self.expiry
    unsafe c.pointee.cltv_expiry = self.cltvExpiry
    unsafe c.pointee.add_index = self.addIndex
    unsafe c.pointee.settle_index = self.settleIndex
    unsafe c.pointee.amt_paid_msat = self.amtPaidMsat
    unsafe c.pointee.state = self.state.rawValue
    unsafe c.pointee.value_msat = self.valueMsat
    unsafe c.pointee.payment_addr = .init(len: self.paymentAddr.count, data: arena.array(self.paymentAddr))
    return UnsafeMutableRawPointer(c)
  }
}

extension AddInvoiceResponse {
  public static let fullName = "lnrpc.AddInvoiceResponse"
  public static let wireLayout = unsafe WireLayout(lnrpc__add_invoice_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    rHash: [UInt8] = [],
    paymentRequest: String = "",
    addIndex: UInt64 = 0,
    paymentAddr: [UInt8] = []
  ) {
    self.init(
      rHash: rHash,
      paymentRequest: paymentRequest,
      addIndex: addIndex,
      paymentAddr: paymentAddr,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Lnrpc__AddInvoiceResponse.self)
    let rHash: [UInt8] = unsafe Wire.array(_c.pointee.r_hash.data, _c.pointee.r_hash.len)
    let paymentRequest: String = unsafe Wire.string(_c.pointee.payment_request)
    let addIndex: UInt64 = unsafe _c.pointee.add_index
    let paymentAddr: [UInt8] = unsafe Wire.array(_c.pointee.payment_addr.data, _c.pointee.payment_addr.len)
    unsafe self.init(
      rHash: rHash,
      paymentRequest: paymentRequest,
      addIndex: addIndex,
      paymentAddr: paymentAddr,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(lnrpc__add_invoice_response__init, keeping: self.unknownFields)
    unsafe c.pointee.r_hash = .init(len: self.rHash.count, data: arena.array(self.rHash))
    unsafe c.pointee.payment_request = arena.string(self.paymentRequest)
    unsafe c.pointee.add_index = self.addIndex
    unsafe c.pointee.payment_addr = .init(len: self.paymentAddr.count, data: arena.array(self.paymentAddr))
    return UnsafeMutableRawPointer(c)
  }
}

extension PaymentHash {
  public static let fullName = "lnrpc.PaymentHash"
  public static let wireLayout = unsafe WireLayout(lnrpc__payment_hash__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Lnrpc__PaymentHash.self)
    let rHash: [UInt8] = unsafe Wire.array(_c.pointee.r_hash.data, _c.pointee.r_hash.len)
    unsafe self.init(
      rHash: rHash,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(lnrpc__payment_hash__init, keeping: self.unknownFields)
    unsafe c.pointee.r_hash = .init(len: self.rHash.count, data: arena.array(self.rHash))
    return UnsafeMutableRawPointer(c)
  }
}

extension InvoiceSubscription {
  public static let fullName = "lnrpc.InvoiceSubscription"
  public static let wireLayout = unsafe WireLayout(lnrpc__invoice_subscription__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    addIndex: UInt64 = 0,
    settleIndex: UInt64 = 0
  ) {
    self.init(
      addIndex: addIndex,
      settleIndex: settleIndex,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Lnrpc__InvoiceSubscription.self)
    let addIndex: UInt64 = unsafe _c.pointee.add_index
    let settleIndex: UInt64 = unsafe _c.pointee.settle_index
    unsafe self.init(
      addIndex: addIndex,
      settleIndex: settleIndex,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(lnrpc__invoice_subscription__init, keeping: self.unknownFields)
    unsafe c.pointee.add_index = self.addIndex
    unsafe c.pointee.settle_index = self.settleIndex
    return UnsafeMutableRawPointer(c)
  }
}

extension ListInvoiceRequest {
  public static let fullName = "lnrpc.ListInvoiceRequest"
  public static let wireLayout = unsafe WireLayout(lnrpc__list_invoice_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    pendingOnly: Bool = false,
    indexOffset: UInt64 = 0,
    numMaxInvoices: UInt64 = 0,
    reversed: Bool = false,
    creationDateStart: UInt64 = 0,
    creationDateEnd: UInt64 = 0
  ) {
    self.init(
      pendingOnly: pendingOnly,
      indexOffset: indexOffset,
      numMaxInvoices: numMaxInvoices,
      reversed: reversed,
      creationDateStart: creationDateStart,
      creationDateEnd: creationDateEnd,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Lnrpc__ListInvoiceRequest.self)
    let pendingOnly: Bool = unsafe _c.pointee.pending_only != 0
    let indexOffset: UInt64 = unsafe _c.pointee.index_offset
    let numMaxInvoices: UInt64 = unsafe _c.pointee.num_max_invoices
    let reversed: Bool = unsafe _c.pointee.reversed != 0
    let creationDateStart: UInt64 = unsafe _c.pointee.creation_date_start
    let creationDateEnd: UInt64 = unsafe _c.pointee.creation_date_end
    unsafe self.init(
      pendingOnly: pendingOnly,
      indexOffset: indexOffset,
      numMaxInvoices: numMaxInvoices,
      reversed: reversed,
      creationDateStart: creationDateStart,
      creationDateEnd: creationDateEnd,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(lnrpc__list_invoice_request__init, keeping: self.unknownFields)
    unsafe c.pointee.pending_only = self.pendingOnly ? 1 : 0
    unsafe c.pointee.index_offset = self.indexOffset
    unsafe c.pointee.num_max_invoices = self.numMaxInvoices
    unsafe c.pointee.reversed = self.reversed ? 1 : 0
    unsafe c.pointee.creation_date_start = self.creationDateStart
    unsafe c.pointee.creation_date_end = self.creationDateEnd
    return UnsafeMutableRawPointer(c)
  }
}

extension ListInvoiceResponse {
  public static let fullName = "lnrpc.ListInvoiceResponse"
  public static let wireLayout = unsafe WireLayout(lnrpc__list_invoice_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    invoices: [Invoice] = [],
    lastIndexOffset: UInt64 = 0,
    firstIndexOffset: UInt64 = 0
  ) {
    self.init(
      invoices: invoices,
      lastIndexOffset: lastIndexOffset,
      firstIndexOffset: firstIndexOffset,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Lnrpc__ListInvoiceResponse.self)
    let invoices: [Invoice] = unsafe Wire.array(_c.pointee.invoices, _c.pointee.n_invoices) { unsafe Wire.message($0) }
    let lastIndexOffset: UInt64 = unsafe _c.pointee.last_index_offset
    let firstIndexOffset: UInt64 = unsafe _c.pointee.first_index_offset
    unsafe self.init(
      invoices: invoices,
      lastIndexOffset: lastIndexOffset,
      firstIndexOffset: firstIndexOffset,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(lnrpc__list_invoice_response__init, keeping: self.unknownFields)
    unsafe c.pointee.invoices = arena.array(self.invoices) { unsafe arena.message($0) }
    unsafe c.pointee.n_invoices = self.invoices.count
    unsafe c.pointee.last_index_offset = self.lastIndexOffset
    unsafe c.pointee.first_index_offset = self.firstIndexOffset
    return UnsafeMutableRawPointer(c)
  }
}

extension ListPaymentsRequest {
  public static let fullName = "lnrpc.ListPaymentsRequest"
  public static let wireLayout = unsafe WireLayout(lnrpc__list_payments_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    includeIncomplete: Bool = false,
    indexOffset: UInt64 = 0,
    maxPayments: UInt64 = 0,
    reversed: Bool = false,
    creationDateStart: UInt64 = 0,
    creationDateEnd: UInt64 = 0
  ) {
    self.init(
      includeIncomplete: includeIncomplete,
      indexOffset: indexOffset,
      maxPayments: maxPayments,
      reversed: reversed,
      creationDateStart: creationDateStart,
      creationDateEnd: creationDateEnd,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Lnrpc__ListPaymentsRequest.self)
    let includeIncomplete: Bool = unsafe _c.pointee.include_incomplete != 0
    let indexOffset: UInt64 = unsafe _c.pointee.index_offset
    let maxPayments: UInt64 = unsafe _c.pointee.max_payments
    let reversed: Bool = unsafe _c.pointee.reversed != 0
    let creationDateStart: UInt64 = unsafe _c.pointee.creation_date_start
    let creationDateEnd: UInt64 = unsafe _c.pointee.creation_date_end
    unsafe self.init(
      includeIncomplete: includeIncomplete,
      indexOffset: indexOffset,
      maxPayments: maxPayments,
      reversed: reversed,
      creationDateStart: creationDateStart,
      creationDateEnd: creationDateEnd,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(lnrpc__list_payments_request__init, keeping: self.unknownFields)
    unsafe c.pointee.include_incomplete = self.includeIncomplete ? 1 : 0
    unsafe c.pointee.index_offset = self.indexOffset
    unsafe c.pointee.max_payments = self.maxPayments
    unsafe c.pointee.reversed = self.reversed ? 1 : 0
    unsafe c.pointee.creation_date_start = self.creationDateStart
    unsafe c.pointee.creation_date_end = self.creationDateEnd
    return UnsafeMutableRawPointer(c)
  }
}

extension ListPaymentsResponse {
  public static let fullName = "lnrpc.ListPaymentsResponse"
  public static let wireLayout = unsafe WireLayout(lnrpc__list_payments_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    payments: [Payment] = [],
    firstIndexOffset: UInt64 = 0,
    lastIndexOffset: UInt64 = 0
  ) {
    self.init(
      payments: payments,
      firstIndexOffset: firstIndexOffset,
      lastIndexOffset: lastIndexOffset,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Lnrpc__ListPaymentsResponse.self)
    let payments: [Payment] = unsafe Wire.array(_c.pointee.payments, _c.pointee.n_payments) { unsafe Wire.message($0) }
    let firstIndexOffset: UInt64 = unsafe _c.pointee.first_index_offset
    let lastIndexOffset: UInt64 = unsafe _c.pointee.last_index_offset
    unsafe self.init(
      payments: payments,
      firstIndexOffset: firstIndexOffset,
      lastIndexOffset: lastIndexOffset,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(lnrpc__list_payments_response__init, keeping: self.unknownFields)
    unsafe c.pointee.payments = arena.array(self.payments) { unsafe arena.message($0) }
    unsafe c.pointee.n_payments = self.payments.count
    unsafe c.pointee.first_index_offset = self.firstIndexOffset
    unsafe c.pointee.last_index_offset = self.lastIndexOffset
    return UnsafeMutableRawPointer(c)
  }
}

extension PayReqString {
  public static let fullName = "lnrpc.PayReqString"
  public static let wireLayout = unsafe WireLayout(lnrpc__pay_req_string__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    payReq: String = ""
  ) {
    self.init(
      payReq: payReq,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Lnrpc__PayReqString.self)
    let payReq: String = unsafe Wire.string(_c.pointee.pay_req)
    unsafe self.init(
      payReq: payReq,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(lnrpc__pay_req_string__init, keeping: self.unknownFields)
    unsafe c.pointee.pay_req = arena.string(self.payReq)
    return UnsafeMutableRawPointer(c)
  }
}

extension PayReq {
  public static let fullName = "lnrpc.PayReq"
  public static let wireLayout = unsafe WireLayout(lnrpc__pay_req__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    destination: String = "",
    paymentHash: String = "",
    numSatoshis: Int64 = 0,
    timestamp: Int64 = 0,
    expiry: Int64 = 0,
    description: String = "",
    descriptionHash: String = "",
    cltvExpiry: Int64 = 0,
    paymentAddr: [UInt8] = [],
    numMsat: Int64 = 0
  ) {
    self.init(
      destination: destination,
      paymentHash: paymentHash,
      numSatoshis: numSatoshis,
      timestamp: timestamp,
      expiry: expiry,
      description: description,
      descriptionHash: descriptionHash,
      cltvExpiry: cltvExpiry,
      paymentAddr: paymentAddr,
      numMsat: numMsat,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Lnrpc__PayReq.self)
    let destination: String = unsafe Wire.string(_c.pointee.destination)
    let paymentHash: String = unsafe Wire.string(_c.pointee.payment_hash)
    let numSatoshis: Int64 = unsafe _c.pointee.num_satoshis
    let timestamp: Int64 = unsafe _c.pointee.timestamp
    let expiry: Int64 = unsafe _c.pointee.expiry
    let description: String = unsafe Wire.string(_c.pointee.description)
    let descriptionHash: String = unsafe Wire.string(_c.pointee.description_hash)
    let cltvExpiry: Int64 = unsafe _c.pointee.cltv_expiry
    let paymentAddr: [UInt8] = unsafe Wire.array(_c.pointee.payment_addr.data, _c.pointee.payment_addr.len)
    let numMsat: Int64 = unsafe _c.pointee.num_msat
    unsafe self.init(
      destination: destination,
      paymentHash: paymentHash,
      numSatoshis: numSatoshis,
      timestamp: timestamp,
      expiry: expiry,
      description: description,
      descriptionHash: descriptionHash,
      cltvExpiry: cltvExpiry,
      paymentAddr: paymentAddr,
      numMsat: numMsat,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(lnrpc__pay_req__init, keeping: self.unknownFields)
    unsafe c.pointee.destination = arena.string(self.destination)
    unsafe c.pointee.payment_hash = arena.string(self.paymentHash)
    unsafe c.pointee.num_satoshis = self.numSatoshis
    unsafe c.pointee.timestamp = self.timestamp
    unsafe c.pointee.expiry = self.expiry
    unsafe c.pointee.description = arena.string(self.description)
    unsafe c.pointee.description_hash = arena.string(self.descriptionHash)
    unsafe c.pointee.cltv_expiry = self.cltvExpiry
    unsafe c.pointee.payment_addr = .init(len: self.paymentAddr.count, data: arena.array(self.paymentAddr))
    unsafe c.pointee.num_msat = self.numMsat
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelBalanceRequest {
  public static let fullName = "lnrpc.ChannelBalanceRequest"
  public static let wireLayout = unsafe WireLayout(lnrpc__channel_balance_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(lnrpc__channel_balance_request__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension Amount {
  public static let fullName = "lnrpc.Amount"
  public static let wireLayout = unsafe WireLayout(lnrpc__amount__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    sat: UInt64 = 0,
    msat: UInt64 = 0
  ) {
    self.init(
      sat: sat,
      msat: msat,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Lnrpc__Amount.self)
    let sat: UInt64 = unsafe _c.pointee.sat
    let msat: UInt64 = unsafe _c.pointee.msat
    unsafe self.init(
      sat: sat,
      msat: msat,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(lnrpc__amount__init, keeping: self.unknownFields)
    unsafe c.pointee.sat = self.sat
    unsafe c.pointee.msat = self.msat
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelBalanceResponse {
  public static let fullName = "lnrpc.ChannelBalanceResponse"
  public static let wireLayout = unsafe WireLayout(lnrpc__channel_balance_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    localBalance: Amount? = nil,
    remoteBalance: Amount? = nil
  ) {
    self.init(
      localBalance: localBalance,
      remoteBalance: remoteBalance,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Lnrpc__ChannelBalanceResponse.self)
    let localBalance: Amount? = unsafe Wire.messageIfPresent(_c.pointee.local_balance)
    let remoteBalance: Amount? = unsafe Wire.messageIfPresent(_c.pointee.remote_balance)
    unsafe self.init(
      localBalance: localBalance,
      remoteBalance: remoteBalance,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(lnrpc__channel_balance_response__init, keeping: self.unknownFields)
    unsafe c.pointee.local_balance = arena.messageIfPresent(self.localBalance)
    unsafe c.pointee.remote_balance = arena.messageIfPresent(self.remoteBalance)
    return UnsafeMutableRawPointer(c)
  }
}

extension GetInfoRequest {
  public static let fullName = "lnrpc.GetInfoRequest"
  public static let wireLayout = unsafe WireLayout(lnrpc__get_info_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(lnrpc__get_info_request__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension GetInfoResponse {
  public static let fullName = "lnrpc.GetInfoResponse"
  public static let wireLayout = unsafe WireLayout(lnrpc__get_info_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    identityPubkey: String = "",
    alias: String = "",
    numActiveChannels: UInt32 = 0,
    blockHeight: UInt32 = 0,
    syncedToChain: Bool = false,
    version: String = ""
  ) {
    self.init(
      identityPubkey: identityPubkey,
      alias: alias,
      numActiveChannels: numActiveChannels,
      blockHeight: blockHeight,
      syncedToChain: syncedToChain,
      version: version,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Lnrpc__GetInfoResponse.self)
    let identityPubkey: String = unsafe Wire.string(_c.pointee.identity_pubkey)
    let alias: String = unsafe Wire.string(_c.pointee.alias)
    let numActiveChannels: UInt32 = unsafe _c.pointee.num_active_channels
    let blockHeight: UInt32 = unsafe _c.pointee.block_height
    let syncedToChain: Bool = unsafe _c.pointee.synced_to_chain != 0
    let version: String = unsafe Wire.string(_c.pointee.version)
    unsafe self.init(
      identityPubkey: identityPubkey,
      alias: alias,
      numActiveChannels: numActiveChannels,
      blockHeight: blockHeight,
      syncedToChain: syncedToChain,
      version: version,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(lnrpc__get_info_response__init, keeping: self.unknownFields)
    unsafe c.pointee.identity_pubkey = arena.string(self.identityPubkey)
    unsafe c.pointee.alias = arena.string(self.alias)
    unsafe c.pointee.num_active_channels = self.numActiveChannels
    unsafe c.pointee.block_height = self.blockHeight
    unsafe c.pointee.synced_to_chain = self.syncedToChain ? 1 : 0
    unsafe c.pointee.version = arena.string(self.version)
    return UnsafeMutableRawPointer(c)
  }
}

extension Payment {
  public static let fullName = "lnrpc.Payment"
  public static let wireLayout = unsafe WireLayout(lnrpc__payment__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    paymentHash: String = "",
    paymentPreimage: String = "",
    valueMsat: Int64 = 0,
    paymentRequest: String = "",
    status: Payment.PaymentStatus = .unknown,
    feeMsat: Int64 = 0,
    creationTimeNs: Int64 = 0,
    htlcs: [HTLCAttempt] = [],
    failureReason: PaymentFailureReason = .failureReasonNone
  ) {
    self.init(
      paymentHash: paymentHash,
      paymentPreimage: paymentPreimage,
      valueMsat: valueMsat,
      paymentRequest: paymentRequest,
      status: status,
      feeMsat: feeMsat,
      creationTimeNs: creationTimeNs,
      htlcs: htlcs,
      failureReason: failureReason,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Lnrpc__Payment.self)
    let paymentHash: String = unsafe Wire.string(_c.pointee.payment_hash)
    let paymentPreimage: String = unsafe Wire.string(_c.pointee.payment_preimage)
    let valueMsat: Int64 = unsafe _c.pointee.value_msat
    let paymentRequest: String = unsafe Wire.string(_c.pointee.payment_request)
    let status: Payment.PaymentStatus = unsafe Payment.PaymentStatus(rawValue: _c.pointee.status)
    let feeMsat: Int64 = unsafe _c.pointee.fee_msat
    let creationTimeNs: Int64 = unsafe _c.pointee.creation_time_ns
    let htlcs: [HTLCAttempt] = unsafe Wire.array(_c.pointee.htlcs, _c.pointee.n_htlcs) { unsafe Wire.message($0) }
    let failureReason: PaymentFailureReason = unsafe PaymentFailureReason(rawValue: _c.pointee.failure_reason)
    unsafe self.init(
      paymentHash: paymentHash,
      paymentPreimage: paymentPreimage,
      valueMsat: valueMsat,
      paymentRequest: paymentRequest,
      status: status,
      feeMsat: feeMsat,
      creationTimeNs: creationTimeNs,
      htlcs: htlcs,
      failureReason: failureReason,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(lnrpc__payment__init, keeping: self.unknownFields)
    unsafe c.pointee.payment_hash = arena.string(self.paymentHash)
    unsafe c.pointee.payment_preimage = arena.string(self.paymentPreimage)
    unsafe c.pointee.value_msat = self.valueMsat
    unsafe c.pointee.payment_request = arena.string(self.paymentRequest)
    unsafe c.pointee.status = self.status.rawValue
    unsafe c.pointee.fee_msat = self.feeMsat
    unsafe c.pointee.creation_time_ns = self.creationTimeNs
    unsafe c.pointee.htlcs = arena.array(self.htlcs) { unsafe arena.message($0) }
    unsafe c.pointee.n_htlcs = self.htlcs.count
    unsafe c.pointee.failure_reason = self.failureReason.rawValue
    return UnsafeMutableRawPointer(c)
  }
}

extension HTLCAttempt {
  public static let fullName = "lnrpc.HTLCAttempt"
  public static let wireLayout = unsafe WireLayout(lnrpc__htlcattempt__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    status: HTLCAttempt.HTLCStatus = .inFlight,
    resolveTimeNs: Int64 = 0
  ) {
    self.init(
      status: status,
      resolveTimeNs: resolveTimeNs,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Lnrpc__HTLCAttempt.self)
    let status: HTLCAttempt.HTLCStatus = unsafe HTLCAttempt.HTLCStatus(rawValue: _c.pointee.status)
    let resolveTimeNs: Int64 = unsafe _c.pointee.resolve_time_ns
    unsafe self.init(
      status: status,
      resolveTimeNs: resolveTimeNs,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(lnrpc__htlcattempt__init, keeping: self.unknownFields)
    unsafe c.pointee.status = self.status.rawValue
    unsafe c.pointee.resolve_time_ns = self.resolveTimeNs
    return UnsafeMutableRawPointer(c)
  }
}

/// The methods of `lnrpc.Lightning`.
public enum LightningMethods {
  public static let serviceName = "lnrpc.Lightning"

  public static let addInvoice = MethodDescriptor(
    service: serviceName,
    method: "AddInvoice",
    kind: .unary,
    requestType: "lnrpc.Invoice",
    responseType: "lnrpc.AddInvoiceResponse",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let lookupInvoice = MethodDescriptor(
    service: serviceName,
    method: "LookupInvoice",
    kind: .unary,
    requestType: "lnrpc.PaymentHash",
    responseType: "lnrpc.Invoice",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let subscribeInvoices = MethodDescriptor(
    service: serviceName,
    method: "SubscribeInvoices",
    kind: .serverStreaming,
    requestType: "lnrpc.InvoiceSubscription",
    responseType: "lnrpc.Invoice",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let listInvoices = MethodDescriptor(
    service: serviceName,
    method: "ListInvoices",
    kind: .unary,
    requestType: "lnrpc.ListInvoiceRequest",
    responseType: "lnrpc.ListInvoiceResponse",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let listPayments = MethodDescriptor(
    service: serviceName,
    method: "ListPayments",
    kind: .unary,
    requestType: "lnrpc.ListPaymentsRequest",
    responseType: "lnrpc.ListPaymentsResponse",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let decodePayReq = MethodDescriptor(
    service: serviceName,
    method: "DecodePayReq",
    kind: .unary,
    requestType: "lnrpc.PayReqString",
    responseType: "lnrpc.PayReq",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let channelBalance = MethodDescriptor(
    service: serviceName,
    method: "ChannelBalance",
    kind: .unary,
    requestType: "lnrpc.ChannelBalanceRequest",
    responseType: "lnrpc.ChannelBalanceResponse",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let getInfo = MethodDescriptor(
    service: serviceName,
    method: "GetInfo",
    kind: .unary,
    requestType: "lnrpc.GetInfoRequest",
    responseType: "lnrpc.GetInfoResponse",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let all: [MethodDescriptor] = [addInvoice, lookupInvoice, subscribeInvoices, listInvoices, listPayments, decodePayReq, channelBalance, getInfo]
}

extension LightningMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(addInvoice, Invoice.self, AddInvoiceResponse.self),
    MethodTypes(lookupInvoice, PaymentHash.self, Invoice.self),
    MethodTypes(subscribeInvoices, InvoiceSubscription.self, Invoice.self),
    MethodTypes(listInvoices, ListInvoiceRequest.self, ListInvoiceResponse.self),
    MethodTypes(listPayments, ListPaymentsRequest.self, ListPaymentsResponse.self),
    MethodTypes(decodePayReq, PayReqString.self, PayReq.self),
    MethodTypes(channelBalance, ChannelBalanceRequest.self, ChannelBalanceResponse.self),
    MethodTypes(getInfo, GetInfoRequest.self, GetInfoResponse.self),
  ]
}

public protocol LightningHandler: RPCService {
  func addInvoice(
    _ request: Invoice,
    _ context: ServerContext
  ) async throws -> AddInvoiceResponse

  func lookupInvoice(
    _ request: PaymentHash,
    _ context: ServerContext
  ) async throws -> Invoice

  /// Invoices that are made and settled from now on, and those behind the given indexes.
  func subscribeInvoices(
    _ request: InvoiceSubscription,
    _ responses: ResponseWriter<Invoice>,
    _ context: ServerContext
  ) async throws

  /// Oldest first.
  func listInvoices(
    _ request: ListInvoiceRequest,
    _ context: ServerContext
  ) async throws -> ListInvoiceResponse

  func listPayments(
    _ request: ListPaymentsRequest,
    _ context: ServerContext
  ) async throws -> ListPaymentsResponse

  func decodePayReq(
    _ request: PayReqString,
    _ context: ServerContext
  ) async throws -> PayReq

  func channelBalance(
    _ request: ChannelBalanceRequest,
    _ context: ServerContext
  ) async throws -> ChannelBalanceResponse

  func getInfo(
    _ request: GetInfoRequest,
    _ context: ServerContext
  ) async throws -> GetInfoResponse
}

extension LightningHandler {
  public static var serviceName: String { LightningMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(LightningMethods.addInvoice) { call, context in
        let request = try call.request(Invoice.self)
        try call.respond(await self.addInvoice(request, context))
      },
      MethodBinding(LightningMethods.lookupInvoice) { call, context in
        let request = try call.request(PaymentHash.self)
        try call.respond(await self.lookupInvoice(request, context))
      },
      MethodBinding(LightningMethods.subscribeInvoices) { call, context in
        let request = try call.request(InvoiceSubscription.self)
        try await self.subscribeInvoices(request, call.responses(Invoice.self), context)
      },
      MethodBinding(LightningMethods.listInvoices) { call, context in
        let request = try call.request(ListInvoiceRequest.self)
        try call.respond(await self.listInvoices(request, context))
      },
      MethodBinding(LightningMethods.listPayments) { call, context in
        let request = try call.request(ListPaymentsRequest.self)
        try call.respond(await self.listPayments(request, context))
      },
      MethodBinding(LightningMethods.decodePayReq) { call, context in
        let request = try call.request(PayReqString.self)
        try call.respond(await self.decodePayReq(request, context))
      },
      MethodBinding(LightningMethods.channelBalance) { call, context in
        let request = try call.request(ChannelBalanceRequest.self)
        try call.respond(await self.channelBalance(request, context))
      },
      MethodBinding(LightningMethods.getInfo) { call, context in
        let request = try call.request(GetInfoRequest.self)
        try call.respond(await self.getInfo(request, context))
      },
    ]
  }
}

public struct LightningClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  public func addInvoice(
    _ request: Invoice,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> AddInvoiceResponse {
    let response: UnaryResponse<AddInvoiceResponse> =
      try await rpcChannel.unary(LightningMethods.addInvoice, request, options)
    return response.message
  }

  public func lookupInvoice(
    _ request: PaymentHash,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Invoice {
    let response: UnaryResponse<Invoice> =
      try await rpcChannel.unary(LightningMethods.lookupInvoice, request, options)
    return response.message
  }

  /// Invoices that are made and settled from now on, and those behind the given indexes.
  public func subscribeInvoices(
    _ request: InvoiceSubscription,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ResponseStream<Invoice> {
    try await rpcChannel.serverStreaming(LightningMethods.subscribeInvoices, request, options)
  }

  /// Oldest first.
  public func listInvoices(
    _ request: ListInvoiceRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListInvoiceResponse {
    let response: UnaryResponse<ListInvoiceResponse> =
      try await rpcChannel.unary(LightningMethods.listInvoices, request, options)
    return response.message
  }

  public func listPayments(
    _ request: ListPaymentsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListPaymentsResponse {
    let response: UnaryResponse<ListPaymentsResponse> =
      try await rpcChannel.unary(LightningMethods.listPayments, request, options)
    return response.message
  }

  public func decodePayReq(
    _ request: PayReqString,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> PayReq {
    let response: UnaryResponse<PayReq> =
      try await rpcChannel.unary(LightningMethods.decodePayReq, request, options)
    return response.message
  }

  public func channelBalance(
    _ request: ChannelBalanceRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ChannelBalanceResponse {
    let response: UnaryResponse<ChannelBalanceResponse> =
      try await rpcChannel.unary(LightningMethods.channelBalance, request, options)
    return response.message
  }

  public func getInfo(
    _ request: GetInfoRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> GetInfoResponse {
    let response: UnaryResponse<GetInfoResponse> =
      try await rpcChannel.unary(LightningMethods.getInfo, request, options)
    return response.message
  }
}
