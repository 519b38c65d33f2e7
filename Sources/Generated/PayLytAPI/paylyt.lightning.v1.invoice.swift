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
  /// Whether a payment waits at our node until it is known to be wanted, and otherwise goes back to
  /// the payer at once.
  public var hold: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum State: WireEnum {
    case unspecified
    case pending
    case settled
    case expired
    case cancelled
    /// Paid, and our node holds the payment until it is taken in a moment, or sent back.
    case held
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .pending
      case 2: self = .settled
      case 3: self = .expired
      case 4: self = .cancelled
      case 5: self = .held
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
      case .held: 5
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .pending, .settled, .expired, .cancelled, .held] }
  }
}

public struct GetInvoiceRequest: WireMessage {
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListInvoicesRequest: WireMessage {
  /// `escrows/{uuid}`; for admins also `escrows/-`, which is all of them.
  public var parent: String = ""
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Restrictions joined by AND, at most 10 (a part of AIP-160): `state` with `=` and `!=`
  /// (PENDING, SETTLED, …); `amount` (millisatoshis) and `create_time` ("2026-01-31T12:00:00Z")
  /// with `=`, `!=`, `<`, `<=`, `>`, `>=`.
  public var filter: String = ""
  /// The newest first when empty.
  public var orderBy: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListInvoicesResponse: WireMessage {
  /// May be empty although more pages follow: a page looks at a bounded part of the list.
  public var invoices: [Invoice] = []
  /// Empty on the last page.
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct DecodeInvoiceRequest: WireMessage {
  public var paymentRequest: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
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
  public var unknownFields: UnknownFields
}

public struct RenderQrRequest: WireMessage {
  /// `invoices/{uuid}` or `deposits/{uuid}`.
  public var name: String = ""
  public var format: RenderQrRequest.Format = .unspecified
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

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
  public var unknownFields: UnknownFields
}

public struct RefreshInvoiceRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  /// As in FundEscrowRequest, for the new one.
  public var hold: Bool = false
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct CancelInvoiceRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct WatchInvoiceRequest: WireMessage {
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension Invoice {
  public static let fullName = "paylyt.lightning.v1.Invoice"
  public static let wireLayout = unsafe WireLayout(paylyt__lightning__v1__invoice__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

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
    bip21URI: String = "",
    hold: Bool = false
  ) {
    self.init(
      name: name,
      escrow: escrow,
      state: state,
      amount: amount,
      paid: paid,
      paymentRequest: paymentRequest,
      paymentHash: paymentHash,
      provider: provider,
      expireTime: expireTime,
      settleTime: settleTime,
      createTime: createTime,
      paymentURI: paymentURI,
      qrText: qrText,
      etag: etag,
      bip21URI: bip21URI,
      hold: hold,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Lightning__V1__Invoice.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let escrow: String = unsafe Wire.string(_c.pointee.escrow)
    let state: Invoice.State = unsafe Invoice.State(rawValue: _c.pointee.state)
    let amount: Money? = unsafe Wire.messageIfPresent(_c.pointee.amount)
    let paid: Money? = unsafe Wire.messageIfPresent(_c.pointee.paid)
    let paymentRequest: String = unsafe Wire.string(_c.pointee.payment_request)
    let paymentHash: [UInt8] = unsafe Wire.array(_c.pointee.payment_hash.data, _c.pointee.payment_hash.len)
    let provider: String = unsafe Wire.string(_c.pointee.provider)
    let expireTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.expire_time)
    let settleTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.settle_time)
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    let paymentURI: String = unsafe Wire.string(_c.pointee.payment_uri)
    let qrText: String = unsafe Wire.string(_c.pointee.qr_text)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let bip21URI: String = unsafe Wire.string(_c.pointee.bip21_uri)
    let hold: Bool = unsafe _c.pointee.hold != 0
    unsafe self.init(
      name: name,
      escrow: escrow,
      state: state,
      amount: amount,
      paid: paid,
      paymentRequest: paymentRequest,
      paymentHash: paymentHash,
      provider: provider,
      expireTime: expireTime,
      settleTime: settleTime,
      createTime: createTime,
      paymentURI: paymentURI,
      qrText: qrText,
      etag: etag,
      bip21URI: bip21URI,
      hold: hold,
      unknownFields: UnknownFields(unpacked: _source))
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
    unsafe c.pointee.hold = self.hold ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension GetInvoiceRequest {
  public static let fullName = "paylyt.lightning.v1.GetInvoiceRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__lightning__v1__get_invoice_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = ""
  ) {
    self.init(
      name: name,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Lightning__V1__GetInvoiceRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
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

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    parent: String = "",
    pageSize: Int32 = 0,
    pageToken: String = "",
    filter: String = "",
    orderBy: String = ""
  ) {
    self.init(
      parent: parent,
      pageSize: pageSize,
      pageToken: pageToken,
      filter: filter,
      orderBy: orderBy,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Lightning__V1__ListInvoicesRequest.self)
    let parent: String = unsafe Wire.string(_c.pointee.parent)
    let pageSize: Int32 = unsafe _c.pointee.page_size
    let pageToken: String = unsafe Wire.string(_c.pointee.page_token)
    let filter: String = unsafe Wire.string(_c.pointee.filter)
    let orderBy: String = unsafe Wire.string(_c.pointee.order_by)
    unsafe self.init(
      parent: parent,
      pageSize: pageSize,
      pageToken: pageToken,
      filter: filter,
      orderBy: orderBy,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__lightning__v1__list_invoices_request__init, keeping: self.unknownFields)
    unsafe c.pointee.parent = arena.string(self.parent)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    unsafe c.pointee.filter = arena.string(self.filter)
    unsafe c.pointee.order_by = arena.string(self.orderBy)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListInvoicesResponse {
  public static let fullName = "paylyt.lightning.v1.ListInvoicesResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__lightning__v1__list_invoices_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    invoices: [Invoice] = [],
    nextPageToken: String = ""
  ) {
    self.init(
      invoices: invoices,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Lightning__V1__ListInvoicesResponse.self)
    let invoices: [Invoice] = unsafe Wire.array(_c.pointee.invoices, _c.pointee.n_invoices) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    unsafe self.init(
      invoices: invoices,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields(unpacked: _source))
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

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    paymentRequest: String = ""
  ) {
    self.init(
      paymentRequest: paymentRequest,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Lightning__V1__DecodeInvoiceRequest.self)
    let paymentRequest: String = unsafe Wire.string(_c.pointee.payment_request)
    unsafe self.init(
      paymentRequest: paymentRequest,
      unknownFields: UnknownFields(unpacked: _source))
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

  public init() {
    self.init(unknownFields: UnknownFields())
  }

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
    self.init(
      network: network,
      amount: amount,
      paymentHash: paymentHash,
      description: description,
      descriptionSha256: descriptionSha256,
      payee: payee,
      createTime: createTime,
      expireTime: expireTime,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Lightning__V1__DecodedInvoice.self)
    let network: String = unsafe Wire.string(_c.pointee.network)
    let amount: Money? = unsafe Wire.messageIfPresent(_c.pointee.amount)
    let paymentHash: [UInt8] = unsafe Wire.array(_c.pointee.payment_hash.data, _c.pointee.payment_hash.len)
    let description: String = unsafe Wire.string(_c.pointee.description)
    let descriptionSha256: [UInt8] = unsafe Wire.array(_c.pointee.description_sha256.data, _c.pointee.description_sha256.len)
    let payee: [UInt8] = unsafe Wire.array(_c.pointee.payee.data, _c.pointee.payee.len)
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    let expireTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.expire_time)
    unsafe self.init(
      network: network,
      amount: amount,
      paymentHash: paymentHash,
      description: description,
      descriptionSha256: descriptionSha256,
      payee: payee,
      createTime: createTime,
      expireTime: expireTime,
      unknownFields: UnknownFields(unpacked: _source))
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

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    format: RenderQrRequest.Format = .unspecified
  ) {
    self.init(
      name: name,
      format: format,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Lightning__V1__RenderQrRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let format: RenderQrRequest.Format = unsafe RenderQrRequest.Format(rawValue: _c.pointee.format)
    unsafe self.init(
      name: name,
      format: format,
      unknownFields: UnknownFields(unpacked: _source))
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

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    contentType: String = "",
    content: [UInt8] = []
  ) {
    self.init(
      contentType: contentType,
      content: content,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Lightning__V1__RenderQrResponse.self)
    let contentType: String = unsafe Wire.string(_c.pointee.content_type)
    let content: [UInt8] = unsafe Wire.array(_c.pointee.content.data, _c.pointee.content.len)
    unsafe self.init(
      contentType: contentType,
      content: content,
      unknownFields: UnknownFields(unpacked: _source))
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

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    hold: Bool = false,
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      hold: hold,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Lightning__V1__RefreshInvoiceRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let hold: Bool = unsafe _c.pointee.hold != 0
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      hold: hold,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__lightning__v1__refresh_invoice_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.hold = self.hold ? 1 : 0
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension CancelInvoiceRequest {
  public static let fullName = "paylyt.lightning.v1.CancelInvoiceRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__lightning__v1__cancel_invoice_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Lightning__V1__CancelInvoiceRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
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

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = ""
  ) {
    self.init(
      name: name,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Lightning__V1__WatchInvoiceRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__lightning__v1__watch_invoice_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension GetInvoiceRequest {
  private static let nameRule = TextRule(required: true, patterns: ["invoices/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension ListInvoicesRequest {
  private static let parentRule = TextRule(required: true, patterns: ["escrows/{uuid}", "escrows/-"])
  private static let pageTokenRule = TextRule(length: 0...1000)
  private static let filterRule = TextRule(length: 0...1000, countsBytes: true)
  private static let orderByRule = TextRule(choices: ["create_time", "create_time desc"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.parent, Self.parentRule, "parent")
    found.number(self.pageSize, NumberRule(0...Int64.max), "page_size")
    found.text(self.pageToken, Self.pageTokenRule, "page_token")
    found.text(self.filter, Self.filterRule, "filter")
    found.text(self.orderBy, Self.orderByRule, "order_by")
  }
}

extension DecodeInvoiceRequest {
  private static let paymentRequestRule = TextRule(required: true, length: 0...4096, countsBytes: true)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.paymentRequest, Self.paymentRequestRule, "payment_request")
  }
}

extension RenderQrRequest {
  private static let nameRule = TextRule(required: true, patterns: ["invoices/{uuid}", "deposits/{uuid}"])
  private static let formatRule = EnumRule(required: true, [1: "FORMAT_SVG", 2: "FORMAT_TERMINAL", 3: "FORMAT_PNG"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
    found.choice(self.format, Self.formatRule, "format")
  }
}

extension RefreshInvoiceRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["invoices/{uuid}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension CancelInvoiceRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["invoices/{uuid}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension WatchInvoiceRequest {
  private static let nameRule = TextRule(required: true, patterns: ["invoices/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
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
      isMoneyMoving: false,
      refusals: ["DAILY_LIMIT_EXCEEDED", "ESCROW_CHANGED", "FUNDING_WINDOW_OVER", "HOLD_INVOICES_UNSUPPORTED", "ILLEGAL_TRANSITION", "NOT_THE_CLIENT", "PROVIDER_DOWN", "PROVIDER_REFUSED", "PROVIDER_REPEATED_INVOICE"]))

  public static let cancelInvoice = MethodDescriptor(
    service: serviceName,
    method: "CancelInvoice",
    kind: .unary,
    requestType: "paylyt.lightning.v1.CancelInvoiceRequest",
    responseType: "paylyt.lightning.v1.Invoice",
    options: MethodOptions(
      permission: "escrow.fund",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ILLEGAL_TRANSITION", "NOT_THE_CLIENT"]))

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
      isMoneyMoving: false,
      refusals: ["NOT_ENCODABLE"]))

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

  /// The invoices of one escrow, newest first: FundEscrow and RefreshInvoice made them. For admins
  /// also those of all escrows.
  func listInvoices(
    _ request: ListInvoicesRequest,
    _ context: ServerContext
  ) async throws -> ListInvoicesResponse

  /// The client asks for another invoice of the same escrow in place of this one. While it can still
  /// be paid, this one is cancelled; a payment that is under way is taken in all the same.
  ///
  /// `ILLEGAL_TRANSITION`: this one is settled or held, or the escrow needs no money any more.
  func refreshInvoice(
    _ request: RefreshInvoiceRequest,
    _ context: ServerContext
  ) async throws -> Invoice

  /// The client does not want it to be paid any more. A hold invoice is taken back, and a payment that
  /// was under way goes back to the payer. Any other one cannot be: a payment that comes all the same is
  /// taken in and never lost.
  ///
  /// `ILLEGAL_TRANSITION`: it is not pending.
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
  /// `INVALID_FIELD`: says of `payment_request` what is wrong with it.
  func decodeInvoice(
    _ request: DecodeInvoiceRequest,
    _ context: ServerContext
  ) async throws -> DecodedInvoice

  /// The payment request of an invoice, or of a deposit of the caller's, as a QR code. A key that a
  /// deposit is drawn with has `wallets.read`, too.
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

  /// The invoices of one escrow, newest first: FundEscrow and RefreshInvoice made them. For admins
  /// also those of all escrows.
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
  /// `ILLEGAL_TRANSITION`: this one is settled or held, or the escrow needs no money any more.
  public func refreshInvoice(
    _ request: RefreshInvoiceRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Invoice {
    let response: UnaryResponse<Invoice> =
      try await rpcChannel.unary(InvoiceServiceMethods.refreshInvoice, request, options)
    return response.message
  }

  /// The client does not want it to be paid any more. A hold invoice is taken back, and a payment that
  /// was under way goes back to the payer. Any other one cannot be: a payment that comes all the same is
  /// taken in and never lost.
  ///
  /// `ILLEGAL_TRANSITION`: it is not pending.
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
  /// `INVALID_FIELD`: says of `payment_request` what is wrong with it.
  public func decodeInvoice(
    _ request: DecodeInvoiceRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> DecodedInvoice {
    let response: UnaryResponse<DecodedInvoice> =
      try await rpcChannel.unary(InvoiceServiceMethods.decodeInvoice, request, options)
    return response.message
  }

  /// The payment request of an invoice, or of a deposit of the caller's, as a QR code. A key that a
  /// deposit is drawn with has `wallets.read`, too.
  public func renderQr(
    _ request: RenderQrRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> RenderQrResponse {
    let response: UnaryResponse<RenderQrResponse> =
      try await rpcChannel.unary(InvoiceServiceMethods.renderQr, request, options)
    return response.message
  }
}
