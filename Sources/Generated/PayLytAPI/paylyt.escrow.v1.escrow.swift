// Generated from paylyt/escrow/v1/escrow.proto by protoc-gen-paylyt. Do not edit.

import CPayLytAPI
import CStandardAPI
public import PayLytRPC
public import StandardAPI

public struct Escrow: WireMessage {
  /// `escrows/{uuid}`.
  public var name: String = ""
  public var job: String = ""
  public var client: String = ""
  public var freelancer: String = ""
  public var state: Escrow.State = .unspecified
  /// What was agreed.
  public var amount: Money? = nil
  /// What was paid in and counts for this escrow.
  public var funded: Money? = nil
  /// What went to the freelancer, the fee included.
  public var released: Money? = nil
  /// What went back to the client.
  public var refunded: Money? = nil
  /// What is held now.
  public var available: Money? = nil
  /// The platform's share of what is released, in hundredths of a percent, fixed when the terms were
  /// accepted.
  public var feeBasisPoints: Int32 = 0
  /// Fee taken so far.
  public var feeTaken: Money? = nil
  public var milestones: [Milestone] = []
  public var deadline: StandardAPI.ProtoTimestamp? = nil
  /// Grows by one with each change.
  public var version: Int64 = 0
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  public var updateTime: StandardAPI.ProtoTimestamp? = nil
  /// A payment came after the escrow was over; it was credited to the client's wallet.
  public var paidLate: Bool = false
  /// More than the amount was paid; the excess was credited to the client's wallet.
  public var overpaid: Bool = false
  /// Changes with each change; send it along to decide on exactly what you have read.
  public var etag: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    name: String = "",
    job: String = "",
    client: String = "",
    freelancer: String = "",
    state: Escrow.State = .unspecified,
    amount: Money? = nil,
    funded: Money? = nil,
    released: Money? = nil,
    refunded: Money? = nil,
    available: Money? = nil,
    feeBasisPoints: Int32 = 0,
    feeTaken: Money? = nil,
    milestones: [Milestone] = [],
    deadline: StandardAPI.ProtoTimestamp? = nil,
    version: Int64 = 0,
    createTime: StandardAPI.ProtoTimestamp? = nil,
    updateTime: StandardAPI.ProtoTimestamp? = nil,
    paidLate: Bool = false,
    overpaid: Bool = false,
    etag: String = ""
  ) {
    self.name = name
    self.job = job
    self.client = client
    self.freelancer = freelancer
    self.state = state
    self.amount = amount
    self.funded = funded
    self.released = released
    self.refunded = refunded
    self.available = available
    self.feeBasisPoints = feeBasisPoints
    self.feeTaken = feeTaken
    self.milestones = milestones
    self.deadline = deadline
    self.version = version
    self.createTime = createTime
    self.updateTime = updateTime
    self.paidLate = paidLate
    self.overpaid = overpaid
    self.etag = etag
  }

  /// Output only; changed by the verbs of the service and by payments.
  public enum State: WireEnum {
    case unspecified
    /// Terms are accepted; no invoice yet.
    case created
    /// An invoice is out.
    case awaitingPayment
    /// Less than the amount was paid; the rest is awaited.
    case partiallyFunded
    /// All of it is held.
    case paidLocked
    /// Something is delivered and waits for the client.
    case inReview
    /// Some milestones are paid out, others still held.
    case partiallyReleased
    /// Final: nothing is held, the freelancer was paid.
    case released
    /// Final: what was held went back to the client.
    case refunded
    /// Final: given up before any money was held.
    case cancelled
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .created
      case 2: self = .awaitingPayment
      case 3: self = .partiallyFunded
      case 4: self = .paidLocked
      case 5: self = .inReview
      case 6: self = .partiallyReleased
      case 7: self = .released
      case 8: self = .refunded
      case 9: self = .cancelled
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .created: 1
      case .awaitingPayment: 2
      case .partiallyFunded: 3
      case .paidLocked: 4
      case .inReview: 5
      case .partiallyReleased: 6
      case .released: 7
      case .refunded: 8
      case .cancelled: 9
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .created, .awaitingPayment, .partiallyFunded, .paidLocked, .inReview, .partiallyReleased, .released, .refunded, .cancelled] }
  }
}

public struct Milestone: WireMessage {
  /// `escrows/{uuid}/milestones/{number}`, numbered from 1.
  public var name: String = ""
  public var title: String = ""
  public var amount: Money? = nil
  public var state: Milestone.State = .unspecified
  /// What the freelancer wrote when delivering.
  public var deliveryNote: String = ""
  public var submitTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    name: String = "",
    title: String = "",
    amount: Money? = nil,
    state: Milestone.State = .unspecified,
    deliveryNote: String = "",
    submitTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.name = name
    self.title = title
    self.amount = amount
    self.state = state
    self.deliveryNote = deliveryNote
    self.submitTime = submitTime
  }

  public enum State: WireEnum {
    case unspecified
    /// Not funded yet.
    case pending
    /// Its money is held.
    case funded
    /// Delivered, waits for the client.
    case submitted
    /// Paid to the freelancer.
    case released
    /// Given back to the client.
    case refunded
    /// The escrow was given up.
    case cancelled
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .pending
      case 2: self = .funded
      case 3: self = .submitted
      case 4: self = .released
      case 5: self = .refunded
      case 6: self = .cancelled
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .pending: 1
      case .funded: 2
      case .submitted: 3
      case .released: 4
      case .refunded: 5
      case .cancelled: 6
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .pending, .funded, .submitted, .released, .refunded, .cancelled] }
  }
}

public struct GetEscrowRequest: WireMessage {
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

public struct ListEscrowsRequest: WireMessage {
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    pageSize: Int32 = 0,
    pageToken: String = ""
  ) {
    self.pageSize = pageSize
    self.pageToken = pageToken
  }
}

public struct ListEscrowsResponse: WireMessage {
  public var escrows: [Escrow] = []
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    escrows: [Escrow] = [],
    nextPageToken: String = ""
  ) {
    self.escrows = escrows
    self.nextPageToken = nextPageToken
  }
}

public struct FundEscrowRequest: WireMessage {
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

public struct FundEscrowResponse: WireMessage {
  public var escrow: Escrow? = nil
  /// `invoices/{uuid}`.
  public var invoice: String = ""
  /// The BOLT11 payment request.
  public var paymentRequest: String = ""
  /// The same as a URI that wallets open: `lightning:…`.
  public var paymentURI: String = ""
  /// The same in the form that makes the smallest QR code (upper case).
  public var qrText: String = ""
  public var expireTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    escrow: Escrow? = nil,
    invoice: String = "",
    paymentRequest: String = "",
    paymentURI: String = "",
    qrText: String = "",
    expireTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.escrow = escrow
    self.invoice = invoice
    self.paymentRequest = paymentRequest
    self.paymentURI = paymentURI
    self.qrText = qrText
    self.expireTime = expireTime
  }
}

public struct SubmitMilestoneRequest: WireMessage {
  public var requestID: String = ""
  /// `escrows/{uuid}/milestones/{number}`.
  public var name: String = ""
  /// Where the work is and what to look at: 1 to 10 000 characters.
  public var deliveryNote: String = ""
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
    deliveryNote: String = "",
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.requestID = requestID
    self.name = name
    self.deliveryNote = deliveryNote
    self.etag = etag
    self.validateOnly = validateOnly
  }
}

public struct ReleaseMilestoneRequest: WireMessage {
  public var requestID: String = ""
  /// `escrows/{uuid}/milestones/{number}`.
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

public struct ReleaseEscrowRequest: WireMessage {
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

public struct RefundEscrowRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  /// Why: 1 to 1 000 characters; kept in the audit log.
  public var reason: String = ""
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
    reason: String = "",
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.requestID = requestID
    self.name = name
    self.reason = reason
    self.etag = etag
    self.validateOnly = validateOnly
  }
}

public struct CancelEscrowRequest: WireMessage {
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

public struct ListReceiptsRequest: WireMessage {
  /// `escrows/{uuid}`.
  public var parent: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    parent: String = ""
  ) {
    self.parent = parent
  }
}

public struct ListReceiptsResponse: WireMessage {
  public var receipts: [Receipt] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    receipts: [Receipt] = []
  ) {
    self.receipts = receipts
  }
}

/// Proof of one movement out of an escrow.
public struct Receipt: WireMessage {
  /// `escrows/{uuid}/receipts/{uuid}`.
  public var name: String = ""
  public var kind: Receipt.Kind = .unspecified
  public var client: String = ""
  public var freelancer: String = ""
  /// What left the escrow.
  public var gross: Money? = nil
  /// The platform's share of it.
  public var fee: Money? = nil
  /// What the receiver got: gross less fee.
  public var net: Money? = nil
  /// The ledger transaction behind it.
  public var ledgerTransaction: String = ""
  public var issueTime: StandardAPI.ProtoTimestamp? = nil
  /// What was paid for: the milestones' titles.
  public var lines: [String] = []
  /// Ed25519 over the receipt's wire bytes without this field and `key_id`.
  public var signature: [UInt8] = []
  /// Which of the platform's keys signed.
  public var keyID: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    name: String = "",
    kind: Receipt.Kind = .unspecified,
    client: String = "",
    freelancer: String = "",
    gross: Money? = nil,
    fee: Money? = nil,
    net: Money? = nil,
    ledgerTransaction: String = "",
    issueTime: StandardAPI.ProtoTimestamp? = nil,
    lines: [String] = [],
    signature: [UInt8] = [],
    keyID: String = ""
  ) {
    self.name = name
    self.kind = kind
    self.client = client
    self.freelancer = freelancer
    self.gross = gross
    self.fee = fee
    self.net = net
    self.ledgerTransaction = ledgerTransaction
    self.issueTime = issueTime
    self.lines = lines
    self.signature = signature
    self.keyID = keyID
  }

  public enum Kind: WireEnum {
    case unspecified
    case release
    case refund
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .release
      case 2: self = .refund
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .release: 1
      case .refund: 2
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .release, .refund] }
  }
}

public struct WatchEscrowRequest: WireMessage {
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

extension Escrow {
  public static let fullName = "paylyt.escrow.v1.Escrow"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__escrow__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Escrow__V1__Escrow.self)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.job = Wire.string(c.pointee.job)
    unsafe self.client = Wire.string(c.pointee.client)
    unsafe self.freelancer = Wire.string(c.pointee.freelancer)
    unsafe self.state = Escrow.State(rawValue: c.pointee.state)
    unsafe self.amount = Wire.messageIfPresent(c.pointee.amount)
    unsafe self.funded = Wire.messageIfPresent(c.pointee.funded)
    unsafe self.released = Wire.messageIfPresent(c.pointee.released)
    unsafe self.refunded = Wire.messageIfPresent(c.pointee.refunded)
    unsafe self.available = Wire.messageIfPresent(c.pointee.available)
    unsafe self.feeBasisPoints = c.pointee.fee_basis_points
    unsafe self.feeTaken = Wire.messageIfPresent(c.pointee.fee_taken)
    unsafe self.milestones = Wire.array(c.pointee.milestones, c.pointee.n_milestones) { unsafe Wire.message($0) }
    unsafe self.deadline = Wire.messageIfPresent(c.pointee.deadline)
    unsafe self.version = c.pointee.version
    unsafe self.createTime = Wire.messageIfPresent(c.pointee.create_time)
    unsafe self.updateTime = Wire.messageIfPresent(c.pointee.update_time)
    unsafe self.paidLate = c.pointee.paid_late != 0
    unsafe self.overpaid = c.pointee.overpaid != 0
    unsafe self.etag = Wire.string(c.pointee.etag)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__escrow__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.job = arena.string(self.job)
    unsafe c.pointee.client = arena.string(self.client)
    unsafe c.pointee.freelancer = arena.string(self.freelancer)
    unsafe c.pointee.state = self.state.rawValue
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    unsafe c.pointee.funded = arena.messageIfPresent(self.funded)
    unsafe c.pointee.released = arena.messageIfPresent(self.released)
    unsafe c.pointee.refunded = arena.messageIfPresent(self.refunded)
    unsafe c.pointee.available = arena.messageIfPresent(self.available)
    unsafe c.pointee.fee_basis_points = self.feeBasisPoints
    unsafe c.pointee.fee_taken = arena.messageIfPresent(self.feeTaken)
    unsafe c.pointee.milestones = arena.array(self.milestones) { unsafe arena.message($0) }
    unsafe c.pointee.n_milestones = self.milestones.count
    unsafe c.pointee.deadline = arena.messageIfPresent(self.deadline)
    unsafe c.pointee.version = self.version
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    unsafe c.pointee.update_time = arena.messageIfPresent(self.updateTime)
    unsafe c.pointee.paid_late = self.paidLate ? 1 : 0
    unsafe c.pointee.overpaid = self.overpaid ? 1 : 0
    unsafe c.pointee.etag = arena.string(self.etag)
    return UnsafeMutableRawPointer(c)
  }
}

extension Milestone {
  public static let fullName = "paylyt.escrow.v1.Milestone"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__milestone__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Escrow__V1__Milestone.self)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.title = Wire.string(c.pointee.title)
    unsafe self.amount = Wire.messageIfPresent(c.pointee.amount)
    unsafe self.state = Milestone.State(rawValue: c.pointee.state)
    unsafe self.deliveryNote = Wire.string(c.pointee.delivery_note)
    unsafe self.submitTime = Wire.messageIfPresent(c.pointee.submit_time)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__milestone__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.title = arena.string(self.title)
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    unsafe c.pointee.state = self.state.rawValue
    unsafe c.pointee.delivery_note = arena.string(self.deliveryNote)
    unsafe c.pointee.submit_time = arena.messageIfPresent(self.submitTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension GetEscrowRequest {
  public static let fullName = "paylyt.escrow.v1.GetEscrowRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__get_escrow_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Escrow__V1__GetEscrowRequest.self)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__get_escrow_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListEscrowsRequest {
  public static let fullName = "paylyt.escrow.v1.ListEscrowsRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__list_escrows_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Escrow__V1__ListEscrowsRequest.self)
    unsafe self.pageSize = c.pointee.page_size
    unsafe self.pageToken = Wire.string(c.pointee.page_token)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__list_escrows_request__init, keeping: self.unknownFields)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListEscrowsResponse {
  public static let fullName = "paylyt.escrow.v1.ListEscrowsResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__list_escrows_response__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Escrow__V1__ListEscrowsResponse.self)
    unsafe self.escrows = Wire.array(c.pointee.escrows, c.pointee.n_escrows) { unsafe Wire.message($0) }
    unsafe self.nextPageToken = Wire.string(c.pointee.next_page_token)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__list_escrows_response__init, keeping: self.unknownFields)
    unsafe c.pointee.escrows = arena.array(self.escrows) { unsafe arena.message($0) }
    unsafe c.pointee.n_escrows = self.escrows.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension FundEscrowRequest {
  public static let fullName = "paylyt.escrow.v1.FundEscrowRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__fund_escrow_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Escrow__V1__FundEscrowRequest.self)
    unsafe self.requestID = Wire.string(c.pointee.request_id)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.etag = Wire.string(c.pointee.etag)
    unsafe self.validateOnly = c.pointee.validate_only != 0
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__fund_escrow_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension FundEscrowResponse {
  public static let fullName = "paylyt.escrow.v1.FundEscrowResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__fund_escrow_response__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Escrow__V1__FundEscrowResponse.self)
    unsafe self.escrow = Wire.messageIfPresent(c.pointee.escrow)
    unsafe self.invoice = Wire.string(c.pointee.invoice)
    unsafe self.paymentRequest = Wire.string(c.pointee.payment_request)
    unsafe self.paymentURI = Wire.string(c.pointee.payment_uri)
    unsafe self.qrText = Wire.string(c.pointee.qr_text)
    unsafe self.expireTime = Wire.messageIfPresent(c.pointee.expire_time)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__fund_escrow_response__init, keeping: self.unknownFields)
    unsafe c.pointee.escrow = arena.messageIfPresent(self.escrow)
    unsafe c.pointee.invoice = arena.string(self.invoice)
    unsafe c.pointee.payment_request = arena.string(self.paymentRequest)
    unsafe c.pointee.payment_uri = arena.string(self.paymentURI)
    unsafe c.pointee.qr_text = arena.string(self.qrText)
    unsafe c.pointee.expire_time = arena.messageIfPresent(self.expireTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension SubmitMilestoneRequest {
  public static let fullName = "paylyt.escrow.v1.SubmitMilestoneRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__submit_milestone_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Escrow__V1__SubmitMilestoneRequest.self)
    unsafe self.requestID = Wire.string(c.pointee.request_id)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.deliveryNote = Wire.string(c.pointee.delivery_note)
    unsafe self.etag = Wire.string(c.pointee.etag)
    unsafe self.validateOnly = c.pointee.validate_only != 0
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__submit_milestone_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.delivery_note = arena.string(self.deliveryNote)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension ReleaseMilestoneRequest {
  public static let fullName = "paylyt.escrow.v1.ReleaseMilestoneRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__release_milestone_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Escrow__V1__ReleaseMilestoneRequest.self)
    unsafe self.requestID = Wire.string(c.pointee.request_id)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.etag = Wire.string(c.pointee.etag)
    unsafe self.validateOnly = c.pointee.validate_only != 0
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__release_milestone_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension ReleaseEscrowRequest {
  public static let fullName = "paylyt.escrow.v1.ReleaseEscrowRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__release_escrow_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Escrow__V1__ReleaseEscrowRequest.self)
    unsafe self.requestID = Wire.string(c.pointee.request_id)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.etag = Wire.string(c.pointee.etag)
    unsafe self.validateOnly = c.pointee.validate_only != 0
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__release_escrow_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension RefundEscrowRequest {
  public static let fullName = "paylyt.escrow.v1.RefundEscrowRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__refund_escrow_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Escrow__V1__RefundEscrowRequest.self)
    unsafe self.requestID = Wire.string(c.pointee.request_id)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.reason = Wire.string(c.pointee.reason)
    unsafe self.etag = Wire.string(c.pointee.etag)
    unsafe self.validateOnly = c.pointee.validate_only != 0
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__refund_escrow_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension CancelEscrowRequest {
  public static let fullName = "paylyt.escrow.v1.CancelEscrowRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__cancel_escrow_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Escrow__V1__CancelEscrowRequest.self)
    unsafe self.requestID = Wire.string(c.pointee.request_id)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.etag = Wire.string(c.pointee.etag)
    unsafe self.validateOnly = c.pointee.validate_only != 0
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__cancel_escrow_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension ListReceiptsRequest {
  public static let fullName = "paylyt.escrow.v1.ListReceiptsRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__list_receipts_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Escrow__V1__ListReceiptsRequest.self)
    unsafe self.parent = Wire.string(c.pointee.parent)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__list_receipts_request__init, keeping: self.unknownFields)
    unsafe c.pointee.parent = arena.string(self.parent)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListReceiptsResponse {
  public static let fullName = "paylyt.escrow.v1.ListReceiptsResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__list_receipts_response__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Escrow__V1__ListReceiptsResponse.self)
    unsafe self.receipts = Wire.array(c.pointee.receipts, c.pointee.n_receipts) { unsafe Wire.message($0) }
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__list_receipts_response__init, keeping: self.unknownFields)
    unsafe c.pointee.receipts = arena.array(self.receipts) { unsafe arena.message($0) }
    unsafe c.pointee.n_receipts = self.receipts.count
    return UnsafeMutableRawPointer(c)
  }
}

extension Receipt {
  public static let fullName = "paylyt.escrow.v1.Receipt"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__receipt__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Escrow__V1__Receipt.self)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.kind = Receipt.Kind(rawValue: c.pointee.kind)
    unsafe self.client = Wire.string(c.pointee.client)
    unsafe self.freelancer = Wire.string(c.pointee.freelancer)
    unsafe self.gross = Wire.messageIfPresent(c.pointee.gross)
    unsafe self.fee = Wire.messageIfPresent(c.pointee.fee)
    unsafe self.net = Wire.messageIfPresent(c.pointee.net)
    unsafe self.ledgerTransaction = Wire.string(c.pointee.ledger_transaction)
    unsafe self.issueTime = Wire.messageIfPresent(c.pointee.issue_time)
    unsafe self.lines = Wire.array(c.pointee.lines, c.pointee.n_lines) { unsafe Wire.string($0) }
    unsafe self.signature = Wire.array(c.pointee.signature.data, c.pointee.signature.len)
    unsafe self.keyID = Wire.string(c.pointee.key_id)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__receipt__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.kind = self.kind.rawValue
    unsafe c.pointee.client = arena.string(self.client)
    unsafe c.pointee.freelancer = arena.string(self.freelancer)
    unsafe c.pointee.gross = arena.messageIfPresent(self.gross)
    unsafe c.pointee.fee = arena.messageIfPresent(self.fee)
    unsafe c.pointee.net = arena.messageIfPresent(self.net)
    unsafe c.pointee.ledger_transaction = arena.string(self.ledgerTransaction)
    unsafe c.pointee.issue_time = arena.messageIfPresent(self.issueTime)
    unsafe c.pointee.lines = arena.array(self.lines) { unsafe arena.string($0) }
    unsafe c.pointee.n_lines = self.lines.count
    unsafe c.pointee.signature = .init(len: self.signature.count, data: arena.array(self.signature))
    unsafe c.pointee.key_id = arena.string(self.keyID)
    return UnsafeMutableRawPointer(c)
  }
}

extension WatchEscrowRequest {
  public static let fullName = "paylyt.escrow.v1.WatchEscrowRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__watch_escrow_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Escrow__V1__WatchEscrowRequest.self)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__watch_escrow_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

/// The methods of `paylyt.escrow.v1.EscrowService`.
public enum EscrowServiceMethods {
  public static let serviceName = "paylyt.escrow.v1.EscrowService"

  public static let getEscrow = MethodDescriptor(
    service: serviceName,
    method: "GetEscrow",
    kind: .unary,
    requestType: "paylyt.escrow.v1.GetEscrowRequest",
    responseType: "paylyt.escrow.v1.Escrow",
    options: MethodOptions(
      permission: "escrow.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let listEscrows = MethodDescriptor(
    service: serviceName,
    method: "ListEscrows",
    kind: .unary,
    requestType: "paylyt.escrow.v1.ListEscrowsRequest",
    responseType: "paylyt.escrow.v1.ListEscrowsResponse",
    options: MethodOptions(
      permission: "escrow.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let fundEscrow = MethodDescriptor(
    service: serviceName,
    method: "FundEscrow",
    kind: .unary,
    requestType: "paylyt.escrow.v1.FundEscrowRequest",
    responseType: "paylyt.escrow.v1.FundEscrowResponse",
    options: MethodOptions(
      permission: "escrow.fund",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let submitMilestone = MethodDescriptor(
    service: serviceName,
    method: "SubmitMilestone",
    kind: .unary,
    requestType: "paylyt.escrow.v1.SubmitMilestoneRequest",
    responseType: "paylyt.escrow.v1.Escrow",
    options: MethodOptions(
      permission: "escrow.submit",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let releaseMilestone = MethodDescriptor(
    service: serviceName,
    method: "ReleaseMilestone",
    kind: .unary,
    requestType: "paylyt.escrow.v1.ReleaseMilestoneRequest",
    responseType: "paylyt.escrow.v1.Escrow",
    options: MethodOptions(
      permission: "escrow.release",
      isIdempotent: true,
      isMoneyMoving: true))

  public static let releaseEscrow = MethodDescriptor(
    service: serviceName,
    method: "ReleaseEscrow",
    kind: .unary,
    requestType: "paylyt.escrow.v1.ReleaseEscrowRequest",
    responseType: "paylyt.escrow.v1.Escrow",
    options: MethodOptions(
      permission: "escrow.release",
      isIdempotent: true,
      isMoneyMoving: true))

  public static let refundEscrow = MethodDescriptor(
    service: serviceName,
    method: "RefundEscrow",
    kind: .unary,
    requestType: "paylyt.escrow.v1.RefundEscrowRequest",
    responseType: "paylyt.escrow.v1.Escrow",
    options: MethodOptions(
      permission: "escrow.refund",
      isIdempotent: true,
      isMoneyMoving: true))

  public static let cancelEscrow = MethodDescriptor(
    service: serviceName,
    method: "CancelEscrow",
    kind: .unary,
    requestType: "paylyt.escrow.v1.CancelEscrowRequest",
    responseType: "paylyt.escrow.v1.Escrow",
    options: MethodOptions(
      permission: "escrow.fund",
      isIdempotent: true,
      isMoneyMoving: true))

  public static let listReceipts = MethodDescriptor(
    service: serviceName,
    method: "ListReceipts",
    kind: .unary,
    requestType: "paylyt.escrow.v1.ListReceiptsRequest",
    responseType: "paylyt.escrow.v1.ListReceiptsResponse",
    options: MethodOptions(
      permission: "escrow.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let watchEscrow = MethodDescriptor(
    service: serviceName,
    method: "WatchEscrow",
    kind: .serverStreaming,
    requestType: "paylyt.escrow.v1.WatchEscrowRequest",
    responseType: "paylyt.escrow.v1.Escrow",
    options: MethodOptions(
      permission: "escrow.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let all: [MethodDescriptor] = [getEscrow, listEscrows, fundEscrow, submitMilestone, releaseMilestone, releaseEscrow, refundEscrow, cancelEscrow, listReceipts, watchEscrow]
}

/// Holds the client's money between payment and approval.
///
/// At each moment: funded = released + refunded + available. Every change of state and its ledger
/// transfers commit together or not at all. A request that moves money carries a `request_id`; the
/// same id with the same content gets the same answer (metadata `paylyt-idempotent-replayed: true`),
/// with other content ALREADY_EXISTS `IDEMPOTENCY_KEY_REUSED`. Somebody else's escrow is NOT_FOUND.
/// A move that the state forbids is FAILED_PRECONDITION `ILLEGAL_TRANSITION`. A request with an `etag`
/// that is no longer the escrow's is ABORTED `ETAG_MISMATCH`.
public protocol EscrowServiceHandler: RPCService {
  func getEscrow(
    _ request: GetEscrowRequest,
    _ context: ServerContext
  ) async throws -> Escrow

  /// The caller's escrows, newest first.
  func listEscrows(
    _ request: ListEscrowsRequest,
    _ context: ServerContext
  ) async throws -> ListEscrowsResponse

  /// The client asks for a Lightning invoice over what is still due. While an unpaid invoice runs,
  /// the same one is returned; after it expired a new one is made.
  ///
  /// Errors: UNAVAILABLE `PROVIDER_DOWN` (the escrow keeps its state; send the same request again).
  func fundEscrow(
    _ request: FundEscrowRequest,
    _ context: ServerContext
  ) async throws -> FundEscrowResponse

  /// The freelancer delivers one milestone.
  func submitMilestone(
    _ request: SubmitMilestoneRequest,
    _ context: ServerContext
  ) async throws -> Escrow

  /// The client pays one milestone to the freelancer's wallet, at once and for good.
  func releaseMilestone(
    _ request: ReleaseMilestoneRequest,
    _ context: ServerContext
  ) async throws -> Escrow

  /// The client pays everything that is still held to the freelancer's wallet.
  func releaseEscrow(
    _ request: ReleaseEscrowRequest,
    _ context: ServerContext
  ) async throws -> Escrow

  /// Gives everything that is still held back to the client's wallet. The freelancer may always; the
  /// client only when the job's deadline and the grace after it have passed with nothing submitted.
  ///
  /// Errors: FAILED_PRECONDITION `REFUND_NOT_DUE`.
  func refundEscrow(
    _ request: RefundEscrowRequest,
    _ context: ServerContext
  ) async throws -> Escrow

  /// The client gives up before the full amount was paid; a part that was paid goes to their wallet.
  func cancelEscrow(
    _ request: CancelEscrowRequest,
    _ context: ServerContext
  ) async throws -> Escrow

  /// Receipts for the releases and refunds of one escrow, oldest first.
  func listReceipts(
    _ request: ListReceiptsRequest,
    _ context: ServerContext
  ) async throws -> ListReceiptsResponse

  /// The escrow now, and again after each change, until the caller leaves or it is final.
  func watchEscrow(
    _ request: WatchEscrowRequest,
    _ responses: ResponseWriter<Escrow>,
    _ context: ServerContext
  ) async throws
}

extension EscrowServiceHandler {
  public static var serviceName: String { EscrowServiceMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      .unary(EscrowServiceMethods.getEscrow, self.getEscrow),
      .unary(EscrowServiceMethods.listEscrows, self.listEscrows),
      .unary(EscrowServiceMethods.fundEscrow, self.fundEscrow),
      .unary(EscrowServiceMethods.submitMilestone, self.submitMilestone),
      .unary(EscrowServiceMethods.releaseMilestone, self.releaseMilestone),
      .unary(EscrowServiceMethods.releaseEscrow, self.releaseEscrow),
      .unary(EscrowServiceMethods.refundEscrow, self.refundEscrow),
      .unary(EscrowServiceMethods.cancelEscrow, self.cancelEscrow),
      .unary(EscrowServiceMethods.listReceipts, self.listReceipts),
      .serverStreaming(EscrowServiceMethods.watchEscrow, self.watchEscrow),
    ]
  }
}

/// Holds the client's money between payment and approval.
///
/// At each moment: funded = released + refunded + available. Every change of state and its ledger
/// transfers commit together or not at all. A request that moves money carries a `request_id`; the
/// same id with the same content gets the same answer (metadata `paylyt-idempotent-replayed: true`),
/// with other content ALREADY_EXISTS `IDEMPOTENCY_KEY_REUSED`. Somebody else's escrow is NOT_FOUND.
/// A move that the state forbids is FAILED_PRECONDITION `ILLEGAL_TRANSITION`. A request with an `etag`
/// that is no longer the escrow's is ABORTED `ETAG_MISMATCH`.
public struct EscrowServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  public func getEscrow(
    _ request: GetEscrowRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Escrow {
    let response: UnaryResponse<Escrow> =
      try await rpcChannel.unary(EscrowServiceMethods.getEscrow, request, options)
    return response.message
  }

  /// The caller's escrows, newest first.
  public func listEscrows(
    _ request: ListEscrowsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListEscrowsResponse {
    let response: UnaryResponse<ListEscrowsResponse> =
      try await rpcChannel.unary(EscrowServiceMethods.listEscrows, request, options)
    return response.message
  }

  /// The client asks for a Lightning invoice over what is still due. While an unpaid invoice runs,
  /// the same one is returned; after it expired a new one is made.
  ///
  /// Errors: UNAVAILABLE `PROVIDER_DOWN` (the escrow keeps its state; send the same request again).
  public func fundEscrow(
    _ request: FundEscrowRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> FundEscrowResponse {
    let response: UnaryResponse<FundEscrowResponse> =
      try await rpcChannel.unary(EscrowServiceMethods.fundEscrow, request, options)
    return response.message
  }

  /// The freelancer delivers one milestone.
  public func submitMilestone(
    _ request: SubmitMilestoneRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Escrow {
    let response: UnaryResponse<Escrow> =
      try await rpcChannel.unary(EscrowServiceMethods.submitMilestone, request, options)
    return response.message
  }

  /// The client pays one milestone to the freelancer's wallet, at once and for good.
  public func releaseMilestone(
    _ request: ReleaseMilestoneRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Escrow {
    let response: UnaryResponse<Escrow> =
      try await rpcChannel.unary(EscrowServiceMethods.releaseMilestone, request, options)
    return response.message
  }

  /// The client pays everything that is still held to the freelancer's wallet.
  public func releaseEscrow(
    _ request: ReleaseEscrowRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Escrow {
    let response: UnaryResponse<Escrow> =
      try await rpcChannel.unary(EscrowServiceMethods.releaseEscrow, request, options)
    return response.message
  }

  /// Gives everything that is still held back to the client's wallet. The freelancer may always; the
  /// client only when the job's deadline and the grace after it have passed with nothing submitted.
  ///
  /// Errors: FAILED_PRECONDITION `REFUND_NOT_DUE`.
  public func refundEscrow(
    _ request: RefundEscrowRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Escrow {
    let response: UnaryResponse<Escrow> =
      try await rpcChannel.unary(EscrowServiceMethods.refundEscrow, request, options)
    return response.message
  }

  /// The client gives up before the full amount was paid; a part that was paid goes to their wallet.
  public func cancelEscrow(
    _ request: CancelEscrowRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Escrow {
    let response: UnaryResponse<Escrow> =
      try await rpcChannel.unary(EscrowServiceMethods.cancelEscrow, request, options)
    return response.message
  }

  /// Receipts for the releases and refunds of one escrow, oldest first.
  public func listReceipts(
    _ request: ListReceiptsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListReceiptsResponse {
    let response: UnaryResponse<ListReceiptsResponse> =
      try await rpcChannel.unary(EscrowServiceMethods.listReceipts, request, options)
    return response.message
  }

  /// The escrow now, and again after each change, until the caller leaves or it is final.
  public func watchEscrow(
    _ request: WatchEscrowRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ResponseStream<Escrow> {
    try await rpcChannel.serverStreaming(EscrowServiceMethods.watchEscrow, request, options)
  }
}
