// Generated from paylyt/lightning/v1/invoice.proto by protoc-gen-paylyt. Do not edit.

import CPayLytAPI
import CStandardAPI
public import PayLytRPC
public import StandardAPI

public struct Invoice: WireMessage {
  /// `invoices/{uuid}`.
  public var name: String = ""
  public var escrow: String = ""
  public var state: Invoice.State = .unspecified
  public var amount: Money? = nil
  public var paid: Money? = nil
  public var paymentRequest: String = ""
  public var paymentHash: [UInt8] = []
  public var provider: String = ""
  public var expireTime: StandardAPI.ProtoTimestamp? = nil
  public var settleTime: StandardAPI.ProtoTimestamp? = nil
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  /// The payment link, which wallets open: `lightning:…`.
  public var paymentURI: String = ""
  /// The same in the form that makes the smallest QR code (upper case).
  public var qrText: String = ""
  /// Changes with each change.
  public var etag: String = ""
  /// The same for wallets that look for `bitcoin:` (BIP 21): `bitcoin:?amount=0.0005&lightning=…`.
  public var bip21URI: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    name: String = "",
    escrow: String = "",
    state: Invoice.State = .unspecified,
    amount: Money? = nil,
    paid: Money? = nil,
    paymentRequest: String = "",
    paymentHash: [UInt8] = [],
    provider: String = "",
    expireTime: StandardAPI.ProtoTimestamp? = nil,
    settleTime: StandardAPI.ProtoTimestamp? = nil,
    createTime: StandardAPI.ProtoTimestamp? = nil,
    paymentURI: String = "",
    qrText: String = "",
    etag: String = "",
    bip21URI: String = ""
  ) {
    self.name = name
    self.escrow = escrow
    self.state = state
    self.amount = amount
    self.paid = paid
    self.paymentRequest = paymentRequest
    self.paymentHash = paymentHash
    self.provider = provider
    self.expireTime = expireTime
    self.settleTime = settleTime
    self.createTime = createTime
    self.paymentURI = paymentURI
    self.qrText = qrText
    self.etag = etag
    self.bip21URI = bip21URI
  }

  public enum State: WireEnum {
    case unspecified
    case pending
    case settled
    case expired
    case cancelled
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .pending
      case 2: self = .settled
      case 3: self = .expired
      case 4: self = .cancelled
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .pending: 1
      case .settled: 2
      case .expired: 3
      case .cancelled: 4
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .pending, .settled, .expired, .cancelled] }
  }
}

public struct GetInvoiceRequest: WireMessage {
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    name: String = ""
  ) {
    self.name = name
  }
}

public struct ListInvoicesRequest: WireMessage {
  /// `escrows/{uuid}`.
  public var parent: String = ""
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    parent: String = "",
    pageSize: Int32 = 0,
    pageToken: String = ""
  ) {
    self.parent = parent
    self.pageSize = pageSize
    self.pageToken = pageToken
  }
}

public struct ListInvoicesResponse: WireMessage {
  public var invoices: [Invoice] = []
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    invoices: [Invoice] = [],
    nextPageToken: String = ""
  ) {
    self.invoices = invoices
    self.nextPageToken = nextPageToken
  }
}

public struct DecodeInvoiceRequest: WireMessage {
  public var paymentRequest: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    paymentRequest: String = ""
  ) {
    self.paymentRequest = paymentRequest
  }
}

public struct DecodedInvoice: WireMessage {
  /// bc, tb, tbs or bcrt.
  public var network: String = ""
  /// Zero units when the invoice leaves the amount open.
  public var amount: Money? = nil
  public var paymentHash: [UInt8] = []
  public var description: String = ""
  /// SHA-256 of a description that is kept elsewhere; empty when `description` is given.
  public var descriptionSha256: [UInt8] = []
  public var payee: [UInt8] = []
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  public var expireTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    network: String = "",
    amount: Money? = nil,
    paymentHash: [UInt8] = [],
    description: String = "",
    descriptionSha256: [UInt8] = [],
    payee: [UInt8] = [],
    createTime: StandardAPI.ProtoTimestamp? = nil,
    expireTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.network = network
    self.amount = amount
    self.paymentHash = paymentHash
    self.description = description
    self.descriptionSha256 = descriptionSha256
    self.payee = payee
    self.createTime = createTime
    self.expireTime = expireTime
  }
}

public struct RenderQrRequest: WireMessage {
  /// `invoices/{uuid}`.
  public var name: String = ""
  public var format: RenderQrRequest.Format = .unspecified
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    name: String = "",
    format: RenderQrRequest.Format = .unspecified
  ) {
    self.name = name
    self.format = format
  }

  public enum Format: WireEnum {
    case unspecified
    /// Scalable vector graphics, UTF-8.
    case svg
    /// Unicode half blocks for a terminal.
    case terminal
    /// Portable network graphics, black and white.
    case png
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .svg
      case 2: self = .terminal
      case 3: self = .png
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .svg: 1
      case .terminal: 2
      case .png: 3
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .svg, .terminal, .png] }
  }
}

public struct RenderQrResponse: WireMessage {
  public var contentType: String = ""
  public var content: [UInt8] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    contentType: String = "",
    content: [UInt8] = []
  ) {
    self.contentType = contentType
    self.content = content
  }
}

public struct RefreshInvoiceRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    requestID: String = "",
    name: String = "",
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.requestID = requestID
    self.name = name
    self.etag = etag
    self.validateOnly = validateOnly
  }
}

public struct CancelInvoiceRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    requestID: String = "",
    name: String = "",
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.requestID = requestID
    self.name = name
    self.etag = etag
    self.validateOnly = validateOnly
  }
}

public struct WatchInvoiceRequest: WireMessage {
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    name: String = ""
  ) {
    self.name = name
  }
}

extension Invoice {
  public static let fullName = "paylyt.lightning.v1.Invoice"
  public static let wireLayout = unsafe WireLayout(paylyt__lightning__v1__invoice__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Lightning__V1__Invoice.self)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.escrow = Wire.string(c.pointee.escrow)
    unsafe self.state = Invoice.State(rawValue: c.pointee.state)
    unsafe self.amount = Wire.messageIfPresent(c.pointee.amount)
    unsafe self.paid = Wire.messageIfPresent(c.pointee.paid)
    unsafe self.paymentRequest = Wire.string(c.pointee.payment_request)
    unsafe self.paymentHash = Wire.array(c.pointee.payment_hash.data, c.pointee.payment_hash.len)
    unsafe self.provider = Wire.string(c.pointee.provider)
    unsafe self.expireTime = Wire.messageIfPresent(c.pointee.expire_time)
    unsafe self.settleTime = Wire.messageIfPresent(c.pointee.settle_time)
    unsafe self.createTime = Wire.messageIfPresent(c.pointee.create_time)
    unsafe self.paymentURI = Wire.string(c.pointee.payment_uri)
    unsafe self.qrText = Wire.string(c.pointee.qr_text)
    unsafe self.etag = Wire.string(c.pointee.etag)
    unsafe self.bip21URI = Wire.string(c.pointee.bip21_uri)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__lightning__v1__invoice__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.escrow = arena.string(self.escrow)
    unsafe c.pointee.state = self.state.rawValue
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    unsafe c.pointee.paid = arena.messageIfPresent(self.paid)
    unsafe c.pointee.payment_request = arena.string(self.paymentRequest)
    unsafe c.pointee.payment_hash = .init(len: self.paymentHash.count, data: arena.array(self.paymentHash))
    unsafe c.pointee.provider = arena.string(self.provider)
    unsafe c.pointee.expire_time = arena.messageIfPresent(self.expireTime)
    unsafe c.pointee.settle_time = arena.messageIfPresent(self.settleTime)
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    unsafe c.pointee.payment_uri = arena.string(self.paymentURI)
    unsafe c.pointee.qr_text = arena.string(self.qrText)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.bip21_uri = arena.string(self.bip21URI)
    return UnsafeMutableRawPointer(c)
  }
}

extension GetInvoiceRequest {
  public static let fullName = "paylyt.lightning.v1.GetInvoiceRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__lightning__v1__get_invoice_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Lightning__V1__GetInvoiceRequest.self)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__lightning__v1__get_invoice_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListInvoicesRequest {
  public static let fullName = "paylyt.lightning.v1.ListInvoicesRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__lightning__v1__list_invoices_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Lightning__V1__ListInvoicesRequest.self)
    unsafe self.parent = Wire.string(c.pointee.parent)
    unsafe self.pageSize = c.pointee.page_size
    unsafe self.pageToken = Wire.string(c.pointee.page_token)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__lightning__v1__list_invoices_request__init, keeping: self.unknownFields)
    unsafe c.pointee.parent = arena.string(self.parent)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListInvoicesResponse {
  public static let fullName = "paylyt.lightning.v1.ListInvoicesResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__lightning__v1__list_invoices_response__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Lightning__V1__ListInvoicesResponse.self)
    unsafe self.invoices = Wire.array(c.pointee.invoices, c.pointee.n_invoices) { unsafe Wire.message($0) }
    unsafe self.nextPageToken = Wire.string(c.pointee.next_page_token)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__lightning__v1__list_invoices_response__init, keeping: self.unknownFields)
    unsafe c.pointee.invoices = arena.array(self.invoices) { unsafe arena.message($0) }
    unsafe c.pointee.n_invoices = self.invoices.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension DecodeInvoiceRequest {
  public static let fullName = "paylyt.lightning.v1.DecodeInvoiceRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__lightning__v1__decode_invoice_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Lightning__V1__DecodeInvoiceRequest.self)
    unsafe self.paymentRequest = Wire.string(c.pointee.payment_request)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__lightning__v1__decode_invoice_request__init, keeping: self.unknownFields)
    unsafe c.pointee.payment_request = arena.string(self.paymentRequest)
    return UnsafeMutableRawPointer(c)
  }
}

extension DecodedInvoice {
  public static let fullName = "paylyt.lightning.v1.DecodedInvoice"
  public static let wireLayout = unsafe WireLayout(paylyt__lightning__v1__decoded_invoice__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Lightning__V1__DecodedInvoice.self)
    unsafe self.network = Wire.string(c.pointee.network)
    unsafe self.amount = Wire.messageIfPresent(c.pointee.amount)
    unsafe self.paymentHash = Wire.array(c.pointee.payment_hash.data, c.pointee.payment_hash.len)
    unsafe self.description = Wire.string(c.pointee.description)
    unsafe self.descriptionSha256 = Wire.array(c.pointee.description_sha256.data, c.pointee.description_sha256.len)
    unsafe self.payee = Wire.array(c.pointee.payee.data, c.pointee.payee.len)
    unsafe self.createTime = Wire.messageIfPresent(c.pointee.create_time)
    unsafe self.expireTime = Wire.messageIfPresent(c.pointee.expire_time)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__lightning__v1__decoded_invoice__init, keeping: self.unknownFields)
    unsafe c.pointee.network = arena.string(self.network)
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    unsafe c.pointee.payment_hash = .init(len: self.paymentHash.count, data: arena.array(self.paymentHash))
    unsafe c.pointee.description = arena.string(self.description)
    unsafe c.pointee.description_sha256 = .init(len: self.descriptionSha256.count, data: arena.array(self.descriptionSha256))
    unsafe c.pointee.payee = .init(len: self.payee.count, data: arena.array(self.payee))
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    unsafe c.pointee.expire_time = arena.messageIfPresent(self.expireTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension RenderQrRequest {
  public static let fullName = "paylyt.lightning.v1.RenderQrRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__lightning__v1__render_qr_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Lightning__V1__RenderQrRequest.self)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.format = RenderQrRequest.Format(rawValue: c.pointee.format)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__lightning__v1__render_qr_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.format = self.format.rawValue
    return UnsafeMutableRawPointer(c)
  }
}

extension RenderQrResponse {
  public static let fullName = "paylyt.lightning.v1.RenderQrResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__lightning__v1__render_qr_response__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Lightning__V1__RenderQrResponse.self)
    unsafe self.contentType = Wire.string(c.pointee.content_type)
    unsafe self.content = Wire.array(c.pointee.content.data, c.pointee.content.len)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__lightning__v1__render_qr_response__init, keeping: self.unknownFields)
    unsafe c.pointee.content_type = arena.string(self.contentType)
    unsafe c.pointee.content = .init(len: self.content.count, data: arena.array(self.content))
    return UnsafeMutableRawPointer(c)
  }
}

extension RefreshInvoiceRequest {
  public static let fullName = "paylyt.lightning.v1.RefreshInvoiceRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__lightning__v1__refresh_invoice_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Lightning__V1__RefreshInvoiceRequest.self)
    unsafe self.requestID = Wire.string(c.pointee.request_id)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.etag = Wire.string(c.pointee.etag)
    unsafe self.validateOnly = c.pointee.validate_only != 0
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__lightning__v1__refresh_invoice_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension CancelInvoiceRequest {
  public static let fullName = "paylyt.lightning.v1.CancelInvoiceRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__lightning__v1__cancel_invoice_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Lightning__V1__CancelInvoiceRequest.self)
    unsafe self.requestID = Wire.string(c.pointee.request_id)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.etag = Wire.string(c.pointee.etag)
    unsafe self.validateOnly = c.pointee.validate_only != 0
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__lightning__v1__cancel_invoice_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension WatchInvoiceRequest {
  public static let fullName = "paylyt.lightning.v1.WatchInvoiceRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__lightning__v1__watch_invoice_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Lightning__V1__WatchInvoiceRequest.self)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__lightning__v1__watch_invoice_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

/// The methods of `paylyt.lightning.v1.InvoiceService`.
public enum InvoiceServiceMethods {
  public static let serviceName = "paylyt.lightning.v1.InvoiceService"

  public static let getInvoice = MethodDescriptor(
    service: serviceName,
    method: "GetInvoice",
    kind: .unary,
    requestType: "paylyt.lightning.v1.GetInvoiceRequest",
    responseType: "paylyt.lightning.v1.Invoice",
    options: MethodOptions(
      permission: "invoices.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let listInvoices = MethodDescriptor(
    service: serviceName,
    method: "ListInvoices",
    kind: .unary,
    requestType: "paylyt.lightning.v1.ListInvoicesRequest",
    responseType: "paylyt.lightning.v1.ListInvoicesResponse",
    options: MethodOptions(
      permission: "invoices.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let refreshInvoice = MethodDescriptor(
    service: serviceName,
    method: "RefreshInvoice",
    kind: .unary,
    requestType: "paylyt.lightning.v1.RefreshInvoiceRequest",
    responseType: "paylyt.lightning.v1.Invoice",
    options: MethodOptions(
      permission: "escrow.fund",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let cancelInvoice = MethodDescriptor(
    service: serviceName,
    method: "CancelInvoice",
    kind: .unary,
    requestType: "paylyt.lightning.v1.CancelInvoiceRequest",
    responseType: "paylyt.lightning.v1.Invoice",
    options: MethodOptions(
      permission: "escrow.fund",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let watchInvoice = MethodDescriptor(
    service: serviceName,
    method: "WatchInvoice",
    kind: .serverStreaming,
    requestType: "paylyt.lightning.v1.WatchInvoiceRequest",
    responseType: "paylyt.lightning.v1.Invoice",
    options: MethodOptions(
      permission: "invoices.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let decodeInvoice = MethodDescriptor(
    service: serviceName,
    method: "DecodeInvoice",
    kind: .unary,
    requestType: "paylyt.lightning.v1.DecodeInvoiceRequest",
    responseType: "paylyt.lightning.v1.DecodedInvoice",
    options: MethodOptions(
      permission: "invoices.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let renderQr = MethodDescriptor(
    service: serviceName,
    method: "RenderQr",
    kind: .unary,
    requestType: "paylyt.lightning.v1.RenderQrRequest",
    responseType: "paylyt.lightning.v1.RenderQrResponse",
    options: MethodOptions(
      permission: "invoices.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let all: [MethodDescriptor] = [getInvoice, listInvoices, refreshInvoice, cancelInvoice, watchInvoice, decodeInvoice, renderQr]
}

extension InvoiceServiceMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(getInvoice, GetInvoiceRequest.self, Invoice.self),
    MethodTypes(listInvoices, ListInvoicesRequest.self, ListInvoicesResponse.self),
    MethodTypes(refreshInvoice, RefreshInvoiceRequest.self, Invoice.self),
    MethodTypes(cancelInvoice, CancelInvoiceRequest.self, Invoice.self),
    MethodTypes(watchInvoice, WatchInvoiceRequest.self, Invoice.self),
    MethodTypes(decodeInvoice, DecodeInvoiceRequest.self, DecodedInvoice.self),
    MethodTypes(renderQr, RenderQrRequest.self, RenderQrResponse.self),
  ]
}

/// Lightning invoices: the ones of the caller's escrows, and help with any other.
public protocol InvoiceServiceHandler: RPCService {
  func getInvoice(
    _ request: GetInvoiceRequest,
    _ context: ServerContext
  ) async throws -> Invoice

  /// The invoices of one escrow, newest first: FundEscrow and RefreshInvoice made them.
  func listInvoices(
    _ request: ListInvoicesRequest,
    _ context: ServerContext
  ) async throws -> ListInvoicesResponse

  /// The client asks for another invoice of the same escrow in place of this one. While it can still
  /// be paid, this one is cancelled; a payment that is under way is taken in all the same.
  ///
  /// Errors: UNAVAILABLE `PROVIDER_DOWN`; FAILED_PRECONDITION `ILLEGAL_TRANSITION` when this one is
  /// settled or the escrow needs no money any more, `FUNDING_WINDOW_OVER`.
  func refreshInvoice(
    _ request: RefreshInvoiceRequest,
    _ context: ServerContext
  ) async throws -> Invoice

  /// The client does not want it to be paid any more. Providers cannot take an invoice back: a payment
  /// that comes all the same is taken in and never lost.
  ///
  /// Errors: FAILED_PRECONDITION `ILLEGAL_TRANSITION` unless it is pending.
  func cancelInvoice(
    _ request: CancelInvoiceRequest,
    _ context: ServerContext
  ) async throws -> Invoice

  /// The invoice now, and again after each change, until the caller leaves or it is settled.
  func watchInvoice(
    _ request: WatchInvoiceRequest,
    _ responses: ResponseWriter<Invoice>,
    _ context: ServerContext
  ) async throws

  /// Reads a BOLT11 payment request and checks its signature.
  ///
  /// Errors: INVALID_ARGUMENT `payment_request` with what is wrong with it.
  func decodeInvoice(
    _ request: DecodeInvoiceRequest,
    _ context: ServerContext
  ) async throws -> DecodedInvoice

  /// The payment request of an invoice as a QR code.
  func renderQr(
    _ request: RenderQrRequest,
    _ context: ServerContext
  ) async throws -> RenderQrResponse
}

extension InvoiceServiceHandler {
  public static var serviceName: String { InvoiceServiceMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(InvoiceServiceMethods.getInvoice) { call, context in
        let request = try call.request(GetInvoiceRequest.self)
        try call.respond(await self.getInvoice(request, context))
      },
      MethodBinding(InvoiceServiceMethods.listInvoices) { call, context in
        let request = try call.request(ListInvoicesRequest.self)
        try call.respond(await self.listInvoices(request, context))
      },
      MethodBinding(InvoiceServiceMethods.refreshInvoice) { call, context in
        let request = try call.request(RefreshInvoiceRequest.self)
        try call.respond(await self.refreshInvoice(request, context))
      },
      MethodBinding(InvoiceServiceMethods.cancelInvoice) { call, context in
        let request = try call.request(CancelInvoiceRequest.self)
        try call.respond(await self.cancelInvoice(request, context))
      },
      MethodBinding(InvoiceServiceMethods.watchInvoice) { call, context in
        let request = try call.request(WatchInvoiceRequest.self)
        try await self.watchInvoice(request, call.responses(Invoice.self), context)
      },
      MethodBinding(InvoiceServiceMethods.decodeInvoice) { call, context in
        let request = try call.request(DecodeInvoiceRequest.self)
        try call.respond(await self.decodeInvoice(request, context))
      },
      MethodBinding(InvoiceServiceMethods.renderQr) { call, context in
        let request = try call.request(RenderQrRequest.self)
        try call.respond(await self.renderQr(request, context))
      },
    ]
  }
}

/// Lightning invoices: the ones of the caller's escrows, and help with any other.
public struct InvoiceServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  public func getInvoice(
    _ request: GetInvoiceRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Invoice {
    let response: UnaryResponse<Invoice> =
      try await rpcChannel.unary(InvoiceServiceMethods.getInvoice, request, options)
    return response.message
  }

  /// The invoices of one escrow, newest first: FundEscrow and RefreshInvoice made them.
  public func listInvoices(
    _ request: ListInvoicesRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListInvoicesResponse {
    let response: UnaryResponse<ListInvoicesResponse> =
      try await rpcChannel.unary(InvoiceServiceMethods.listInvoices, request, options)
    return response.message
  }

  /// The client asks for another invoice of the same escrow in place of this one. While it can still
  /// be paid, this one is cancelled; a payment that is under way is taken in all the same.
  ///
  /// Errors: UNAVAILABLE `PROVIDER_DOWN`; FAILED_PRECONDITION `ILLEGAL_TRANSITION` when this one is
  /// settled or the escrow needs no money any more, `FUNDING_WINDOW_OVER`.
  public func refreshInvoice(
    _ request: RefreshInvoiceRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Invoice {
    let response: UnaryResponse<Invoice> =
      try await rpcChannel.unary(InvoiceServiceMethods.refreshInvoice, request, options)
    return response.message
  }

  /// The client does not want it to be paid any more. Providers cannot take an invoice back: a payment
  /// that comes all the same is taken in and never lost.
  ///
  /// Errors: FAILED_PRECONDITION `ILLEGAL_TRANSITION` unless it is pending.
  public func cancelInvoice(
    _ request: CancelInvoiceRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Invoice {
    let response: UnaryResponse<Invoice> =
      try await rpcChannel.unary(InvoiceServiceMethods.cancelInvoice, request, options)
    return response.message
  }

  /// The invoice now, and again after each change, until the caller leaves or it is settled.
  public func watchInvoice(
    _ request: WatchInvoiceRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ResponseStream<Invoice> {
    try await rpcChannel.serverStreaming(InvoiceServiceMethods.watchInvoice, request, options)
  }

  /// Reads a BOLT11 payment request and checks its signature.
  ///
  /// Errors: INVALID_ARGUMENT `payment_request` with what is wrong with it.
  public func decodeInvoice(
    _ request: DecodeInvoiceRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> DecodedInvoice {
    let response: UnaryResponse<DecodedInvoice> =
      try await rpcChannel.unary(InvoiceServiceMethods.decodeInvoice, request, options)
    return response.message
  }

  /// The payment request of an invoice as a QR code.
  public func renderQr(
    _ request: RenderQrRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> RenderQrResponse {
    let response: UnaryResponse<RenderQrResponse> =
      try await rpcChannel.unary(InvoiceServiceMethods.renderQr, request, options)
    return response.message
  }
}
