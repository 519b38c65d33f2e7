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
  /// The price: what the milestones are worth together.
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
  /// posted or changed last.
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
  /// What a dispute has frozen. funded = released + refunded + available + disputed.
  public var disputed: Money? = nil
  /// The operators have stopped everything that would take money out.
  public var frozen: Bool = false
  /// The fees that the job's terms had, and who bears them.
  public var fees: FeeSchedule? = nil
  public var feePayer: FeePayer = .unspecified
  /// What the client pays on top of `amount` for the platform.
  public var clientFee: Money? = nil
  /// What is still to be paid in.
  public var due: Money? = nil
  /// Until when: 24 hours after the terms were accepted. Then it ends, and a part that was paid goes
  /// back.
  public var fundByTime: StandardAPI.ProtoTimestamp? = nil
  /// How long the client may look at a delivery before it counts as accepted.
  public var inspectionSeconds: Int64 = 0
  /// How often the client may ask for a revision of one milestone.
  public var revisionsMax: Int32 = 0
  /// Whether money for which nothing was delivered goes back by itself, 72 hours after the deadline.
  public var autoRefund: Bool = false
  /// Who has agreed to end it.
  public var clientConsentsToCancel: Bool = false
  public var freelancerConsentsToCancel: Bool = false
  /// Who has agreed to the milestones' `restated_amount`, to `new_milestones` and to
  /// `restated_deadline`.
  public var clientConsentsToRestatement: Bool = false
  public var freelancerConsentsToRestatement: Bool = false
  /// With how many the freelancer shares what they get (SetPayees); zero: it is theirs alone.
  public var payeeCount: Int32 = 0
  /// `disputes/{uuid}`: the open dispute, or the last one.
  public var dispute: String = ""
  /// When the work would be due in what one side proposes; unset when that is not to change.
  public var restatedDeadline: StandardAPI.ProtoTimestamp? = nil
  /// Until when the other side can agree to what one side proposes; unset without a proposal.
  public var restatementExpireTime: StandardAPI.ProtoTimestamp? = nil
  /// Until when the other side can agree to end it; unset while neither side has agreed, and once both
  /// have.
  public var cancellationExpireTime: StandardAPI.ProtoTimestamp? = nil
  /// What would be added in what one side proposes, behind the milestones that there are. It is no
  /// milestone before both agree.
  public var newMilestones: [NewMilestone] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

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
    /// The two disagree; what is held is frozen.
    case disputed
    /// Final: both got a part of what was held.
    case split
    /// Final: it was not paid in time.
    case expired
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
      case 10: self = .disputed
      case 11: self = .split
      case 12: self = .expired
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
      case .disputed: 10
      case .split: 11
      case .expired: 12
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .created, .awaitingPayment, .partiallyFunded, .paidLocked, .inReview, .partiallyReleased, .released, .refunded, .cancelled, .disputed, .split, .expired] }
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
  /// What of it is paid out.
  public var released: Money? = nil
  /// When the delivery counts as accepted; unset unless it waits for the client.
  public var reviewEndTime: StandardAPI.ProtoTimestamp? = nil
  /// How often the client has asked for a revision, and what they wrote last.
  public var revisions: Int32 = 0
  public var revisionNote: String = ""
  /// What it would be worth in what one side proposes; unset without a proposal.
  public var restatedAmount: Money? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

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
    /// The escrow was given up, or a smaller scope left it out.
    case cancelled
    /// Sent back to the freelancer with what is missing.
    case revisionRequested
    /// Its money is frozen by a dispute.
    case disputed
    /// Both got a part of what was held for it.
    case split
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
      case 7: self = .revisionRequested
      case 8: self = .disputed
      case 9: self = .split
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
      case .revisionRequested: 7
      case .disputed: 8
      case .split: 9
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .pending, .funded, .submitted, .released, .refunded, .cancelled, .revisionRequested, .disputed, .split] }
  }
}

/// A step of the work that one side would add, with its price.
public struct NewMilestone: WireMessage {
  /// 1 to 200 characters.
  public var title: String = ""
  /// BTC, whole satoshis, more than zero.
  public var amount: Money? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// What the platform takes of what is released:
/// min(work, max, max(min, floor(work x basis_points / 10 000) + fixed)), taken cumulatively, so
/// that the fees of the parts add up to the fee of the whole.
public struct FeeSchedule: WireMessage {
  /// `feeSchedules/{version}`.
  public var name: String = ""
  public var version: Int32 = 0
  /// Hundredths of a percent, at most 1000.
  public var basisPoints: Int32 = 0
  /// Added once, with the first release.
  public var fixed: Money? = nil
  public var min: Money? = nil
  /// Unset: no upper bound.
  public var max: Money? = nil
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetEscrowRequest: WireMessage {
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListEscrowsRequest: WireMessage {
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Whose: `users/{uuid}`, or `users/-` for everybody's; the caller's when empty. Only admins name
  /// others.
  public var parent: String = ""
  /// Restrictions joined by AND, at most 10 (a part of AIP-160): `state` with `=` and `!=`
  /// (PAID_LOCKED, IN_REVIEW, …); `frozen` (true or false); `amount` (millisatoshis), `deadline`,
  /// `update_time` and `create_time` ("2026-01-31T12:00:00Z") with `=`, `!=`, `<`, `<=`, `>`,
  /// `>=`.
  public var filter: String = ""
  /// The newest first when empty.
  public var orderBy: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListEscrowsResponse: WireMessage {
  /// May be empty although more pages follow: a page looks at a bounded part of the list.
  public var escrows: [Escrow] = []
  /// Empty on the last page.
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct FundEscrowRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  /// Asks for a hold invoice: the payment waits at our node until it is known to be wanted, which
  /// takes a moment. When the escrow was cancelled, expired or paid meanwhile, or the amount is
  /// another one, it goes back to the payer at once and is never ours. While another invoice of the
  /// escrow can be paid, that one is returned, of whichever kind it is.
  public var hold: Bool = false
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
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
  public var unknownFields: UnknownFields
}

public struct RestateEscrowRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  /// What each milestone is worth, in their order: BTC in whole satoshis, with what is added at most
  /// 20 000 000 together, not all of it zero. What has ended stays as it is. What is under review does
  /// not go above what it is worth now, and nothing does while only a part is paid. Empty: as they are.
  public var amounts: [Money] = []
  /// When the work is due, in the future. Unset: as it is.
  public var deadline: StandardAPI.ProtoTimestamp? = nil
  /// Whether the caller takes back what they have agreed to; amounts, deadline and new milestones do
  /// not count then. Who has agreed to nothing changes nothing.
  public var withdraw: Bool = false
  /// What there is to be done beside them, once everything is paid. An escrow has at most 50 milestones,
  /// those that have ended among them.
  public var newMilestones: [NewMilestone] = []
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
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
  public var unknownFields: UnknownFields
}

public struct RequestRevisionRequest: WireMessage {
  public var requestID: String = ""
  /// `escrows/{uuid}/milestones/{number}`.
  public var name: String = ""
  /// What is missing: 1 to 10 000 characters.
  public var note: String = ""
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ExtendInspectionRequest: WireMessage {
  public var requestID: String = ""
  /// `escrows/{uuid}/milestones/{number}`.
  public var name: String = ""
  /// By how much: at least 1, and the end at most 90 days from now.
  public var seconds: Int64 = 0
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct PreviewReleaseRequest: WireMessage {
  /// `escrows/{uuid}`, or `escrows/{uuid}/milestones/{number}`.
  public var name: String = ""
  /// So much of the work; unset: all that is held for it.
  public var amount: Money? = nil
  /// As of the release.
  public var quote: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct PreviewReleaseResponse: WireMessage {
  /// What would leave the escrow.
  public var gross: Money? = nil
  /// The platform's part of it.
  public var fee: Money? = nil
  /// What the freelancer, or those who share with them, would get.
  public var net: Money? = nil
  public var parts: [ReceiptPart] = []
  /// The escrow after it.
  public var escrow: Escrow? = nil
  /// What the freelancer would get in place of their part, at the quote; unset without one.
  public var converted: Money? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct Payee: WireMessage {
  /// `users/{uuid}`.
  public var user: String = ""
  /// In 1 to 10 000; the share is this part of all weights.
  public var weight: Int32 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct SetPayeesRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  /// At most 10, each user once.
  public var payees: [Payee] = []
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ReleaseMilestoneRequest: WireMessage {
  public var requestID: String = ""
  /// `escrows/{uuid}/milestones/{number}`.
  public var name: String = ""
  /// So much of it, in whole satoshis; unset: all that is left of the milestone.
  public var amount: Money? = nil
  /// `quotes/{uuid}` of the freelancer, as in ReleaseEscrow.
  public var quote: String = ""
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ReleaseEscrowRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  /// So much of the work, in whole satoshis, milestone by milestone; unset: all that is held.
  public var amount: Money? = nil
  /// `quotes/{uuid}`: pays the freelancer in local currency. They make the quote, from BTC, over
  /// exactly what the release pays them (PreviewRelease says how much), and give its name to the
  /// client; it is used up. Empty: they are paid in BTC.
  public var quote: String = ""
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct RefundEscrowRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  /// Why: 1 to 1 000 characters; kept in the audit log, and the other one reads it.
  public var reason: String = ""
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct CancelEscrowRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ConsentCancelRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  /// Takes one's own agreement back. Where there is none, nothing changes.
  public var withdraw: Bool = false
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct FreezeEscrowRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  /// Why: 1 to 1 000 characters; kept in the audit log, which only admins read.
  public var reason: String = ""
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct UnfreezeEscrowRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  /// Why: 1 to 1 000 characters; kept in the audit log, which only admins read.
  public var reason: String = ""
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct OverrideEscrowRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  /// The two add up to what is held. Any number of millisatoshis; unset: nothing. Of an escrow that
  /// was paid in part, everything is the client's.
  public var toFreelancer: Money? = nil
  public var toClient: Money? = nil
  /// Why: 1 to 1 000 characters; kept in the audit log, which only admins read.
  public var reason: String = ""
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetFeeScheduleRequest: WireMessage {
  /// `feeSchedules/{version}`.
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListFeeSchedulesRequest: WireMessage {
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListFeeSchedulesResponse: WireMessage {
  public var feeSchedules: [FeeSchedule] = []
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct SetFeeScheduleRequest: WireMessage {
  public var requestID: String = ""
  /// Hundredths of a percent, 0 to 1000.
  public var basisPoints: Int32 = 0
  /// BTC in whole satoshis, at most 100 000 of them; unset: none.
  public var fixed: Money? = nil
  public var min: Money? = nil
  /// At least `min`; unset: no upper bound.
  public var max: Money? = nil
  /// The version that it is meant to replace, to be refused when there is a later one; or zero.
  public var replacesVersion: Int32 = 0
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetReceiptRequest: WireMessage {
  /// `escrows/{uuid}/receipts/{uuid}`.
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetReceiptKeyRequest: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ReceiptKey: WireMessage {
  /// As in `Receipt.key_id`: the first 8 bytes of SHA-256 of the public key, in hex.
  public var keyID: String = ""
  /// Ed25519, 32 bytes.
  public var publicKey: [UInt8] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// Who got how much.
public struct ReceiptPart: WireMessage {
  /// `users/{uuid}`.
  public var user: String = ""
  public var amount: Money? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListReceiptsRequest: WireMessage {
  /// `escrows/{uuid}`.
  public var parent: String = ""
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Restrictions joined by AND, at most 10 (a part of AIP-160): `kind` with `=` and `!=`
  /// (RELEASE, REFUND); `issue_time` ("2026-01-31T12:00:00Z") with `=`, `!=`, `<`, `<=`, `>`,
  /// `>=`.
  public var filter: String = ""
  /// The oldest first when empty.
  public var orderBy: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListReceiptsResponse: WireMessage {
  /// May be few, or none, although more pages follow.
  public var receipts: [Receipt] = []
  /// Empty on the last page.
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
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
  /// Who got how much of `net`.
  public var parts: [ReceiptPart] = []
  /// `escrows/{uuid}`.
  public var escrow: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

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
  public var unknownFields: UnknownFields
}

extension Escrow {
  public static let fullName = "paylyt.escrow.v1.Escrow"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__escrow__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

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
    etag: String = "",
    disputed: Money? = nil,
    frozen: Bool = false,
    fees: FeeSchedule? = nil,
    feePayer: FeePayer = .unspecified,
    clientFee: Money? = nil,
    due: Money? = nil,
    fundByTime: StandardAPI.ProtoTimestamp? = nil,
    inspectionSeconds: Int64 = 0,
    revisionsMax: Int32 = 0,
    autoRefund: Bool = false,
    clientConsentsToCancel: Bool = false,
    freelancerConsentsToCancel: Bool = false,
    clientConsentsToRestatement: Bool = false,
    freelancerConsentsToRestatement: Bool = false,
    payeeCount: Int32 = 0,
    dispute: String = "",
    restatedDeadline: StandardAPI.ProtoTimestamp? = nil,
    restatementExpireTime: StandardAPI.ProtoTimestamp? = nil,
    cancellationExpireTime: StandardAPI.ProtoTimestamp? = nil,
    newMilestones: [NewMilestone] = []
  ) {
    self.init(
      name: name,
      job: job,
      client: client,
      freelancer: freelancer,
      state: state,
      amount: amount,
      funded: funded,
      released: released,
      refunded: refunded,
      available: available,
      feeBasisPoints: feeBasisPoints,
      feeTaken: feeTaken,
      milestones: milestones,
      deadline: deadline,
      version: version,
      createTime: createTime,
      updateTime: updateTime,
      paidLate: paidLate,
      overpaid: overpaid,
      etag: etag,
      disputed: disputed,
      frozen: frozen,
      fees: fees,
      feePayer: feePayer,
      clientFee: clientFee,
      due: due,
      fundByTime: fundByTime,
      inspectionSeconds: inspectionSeconds,
      revisionsMax: revisionsMax,
      autoRefund: autoRefund,
      clientConsentsToCancel: clientConsentsToCancel,
      freelancerConsentsToCancel: freelancerConsentsToCancel,
      clientConsentsToRestatement: clientConsentsToRestatement,
      freelancerConsentsToRestatement: freelancerConsentsToRestatement,
      payeeCount: payeeCount,
      dispute: dispute,
      restatedDeadline: restatedDeadline,
      restatementExpireTime: restatementExpireTime,
      cancellationExpireTime: cancellationExpireTime,
      newMilestones: newMilestones,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__Escrow.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let job: String = unsafe Wire.string(_c.pointee.job)
    let client: String = unsafe Wire.string(_c.pointee.client)
    let freelancer: String = unsafe Wire.string(_c.pointee.freelancer)
    let state: Escrow.State = unsafe Escrow.State(rawValue: _c.pointee.state)
    let amount: Money? = unsafe Wire.messageIfPresent(_c.pointee.amount)
    let funded: Money? = unsafe Wire.messageIfPresent(_c.pointee.funded)
    let released: Money? = unsafe Wire.messageIfPresent(_c.pointee.released)
    let refunded: Money? = unsafe Wire.messageIfPresent(_c.pointee.refunded)
    let available: Money? = unsafe Wire.messageIfPresent(_c.pointee.available)
    let feeBasisPoints: Int32 = unsafe _c.pointee.fee_basis_points
    let feeTaken: Money? = unsafe Wire.messageIfPresent(_c.pointee.fee_taken)
    let milestones: [Milestone] = unsafe Wire.array(_c.pointee.milestones, _c.pointee.n_milestones) { unsafe Wire.message($0) }
    let deadline: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.deadline)
    let version: Int64 = unsafe _c.pointee.version
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    let updateTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.update_time)
    let paidLate: Bool = unsafe _c.pointee.paid_late != 0
    let overpaid: Bool = unsafe _c.pointee.overpaid != 0
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let disputed: Money? = unsafe Wire.messageIfPresent(_c.pointee.disputed)
    let frozen: Bool = unsafe _c.pointee.frozen != 0
    let fees: FeeSchedule? = unsafe Wire.messageIfPresent(_c.pointee.fees)
    let feePayer: FeePayer = unsafe FeePayer(rawValue: _c.pointee.fee_payer)
    let clientFee: Money? = unsafe Wire.messageIfPresent(_c.pointee.client_fee)
    let due: Money? = unsafe Wire.messageIfPresent(_c.pointee.due)
    let fundByTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.fund_by_time)
    let inspectionSeconds: Int64 = unsafe _c.pointee.inspection_seconds
    let revisionsMax: Int32 = unsafe _c.pointee.revisions_max
    let autoRefund: Bool = unsafe _c.pointee.auto_refund != 0
    let clientConsentsToCancel: Bool = unsafe _c.pointee.client_consents_to_cancel != 0
    let freelancerConsentsToCancel: Bool = unsafe _c.pointee.freelancer_consents_to_cancel != 0
    let clientConsentsToRestatement: Bool = unsafe _c.pointee.client_consents_to_restatement != 0
    let freelancerConsentsToRestatement: Bool = unsafe _c.pointee.freelancer_consents_to_restatement != 0
    let payeeCount: Int32 = unsafe _c.pointee.payee_count
    let dispute: String = unsafe Wire.string(_c.pointee.dispute)
    let restatedDeadline: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.restated_deadline)
    let restatementExpireTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.restatement_expire_time)
    let cancellationExpireTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.cancellation_expire_time)
    let newMilestones: [NewMilestone] = unsafe Wire.array(_c.pointee.new_milestones, _c.pointee.n_new_milestones) { unsafe Wire.message($0) }
    unsafe self.init(
      name: name,
      job: job,
      client: client,
      freelancer: freelancer,
      state: state,
      amount: amount,
      funded: funded,
      released: released,
      refunded: refunded,
      available: available,
      feeBasisPoints: feeBasisPoints,
      feeTaken: feeTaken,
      milestones: milestones,
      deadline: deadline,
      version: version,
      createTime: createTime,
      updateTime: updateTime,
      paidLate: paidLate,
      overpaid: overpaid,
      etag: etag,
      disputed: disputed,
      frozen: frozen,
      fees: fees,
      feePayer: feePayer,
      clientFee: clientFee,
      due: due,
      fundByTime: fundByTime,
      inspectionSeconds: inspectionSeconds,
      revisionsMax: revisionsMax,
      autoRefund: autoRefund,
      clientConsentsToCancel: clientConsentsToCancel,
      freelancerConsentsToCancel: freelancerConsentsToCancel,
      clientConsentsToRestatement: clientConsentsToRestatement,
      freelancerConsentsToRestatement: freelancerConsentsToRestatement,
      payeeCount: payeeCount,
      dispute: dispute,
      restatedDeadline: restatedDeadline,
      restatementExpireTime: restatementExpireTime,
      cancellationExpireTime: cancellationExpireTime,
      newMilestones: newMilestones,
      unknownFields: UnknownFields(unpacked: _source))
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
    unsafe c.pointee.disputed = arena.messageIfPresent(self.disputed)
    unsafe c.pointee.frozen = self.frozen ? 1 : 0
    unsafe c.pointee.fees = arena.messageIfPresent(self.fees)
    unsafe c.pointee.fee_payer = self.feePayer.rawValue
    unsafe c.pointee.client_fee = arena.messageIfPresent(self.clientFee)
    unsafe c.pointee.due = arena.messageIfPresent(self.due)
    unsafe c.pointee.fund_by_time = arena.messageIfPresent(self.fundByTime)
    unsafe c.pointee.inspection_seconds = self.inspectionSeconds
    unsafe c.pointee.revisions_max = self.revisionsMax
    unsafe c.pointee.auto_refund = self.autoRefund ? 1 : 0
    unsafe c.pointee.client_consents_to_cancel = self.clientConsentsToCancel ? 1 : 0
    unsafe c.pointee.freelancer_consents_to_cancel = self.freelancerConsentsToCancel ? 1 : 0
    unsafe c.pointee.client_consents_to_restatement = self.clientConsentsToRestatement ? 1 : 0
    unsafe c.pointee.freelancer_consents_to_restatement = self.freelancerConsentsToRestatement ? 1 : 0
    unsafe c.pointee.payee_count = self.payeeCount
    unsafe c.pointee.dispute = arena.string(self.dispute)
    unsafe c.pointee.restated_deadline = arena.messageIfPresent(self.restatedDeadline)
    unsafe c.pointee.restatement_expire_time = arena.messageIfPresent(self.restatementExpireTime)
    unsafe c.pointee.cancellation_expire_time = arena.messageIfPresent(self.cancellationExpireTime)
    unsafe c.pointee.new_milestones = arena.array(self.newMilestones) { unsafe arena.message($0) }
    unsafe c.pointee.n_new_milestones = self.newMilestones.count
    return UnsafeMutableRawPointer(c)
  }
}

extension Milestone {
  public static let fullName = "paylyt.escrow.v1.Milestone"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__milestone__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    title: String = "",
    amount: Money? = nil,
    state: Milestone.State = .unspecified,
    deliveryNote: String = "",
    submitTime: StandardAPI.ProtoTimestamp? = nil,
    released: Money? = nil,
    reviewEndTime: StandardAPI.ProtoTimestamp? = nil,
    revisions: Int32 = 0,
    revisionNote: String = "",
    restatedAmount: Money? = nil
  ) {
    self.init(
      name: name,
      title: title,
      amount: amount,
      state: state,
      deliveryNote: deliveryNote,
      submitTime: submitTime,
      released: released,
      reviewEndTime: reviewEndTime,
      revisions: revisions,
      revisionNote: revisionNote,
      restatedAmount: restatedAmount,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__Milestone.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let title: String = unsafe Wire.string(_c.pointee.title)
    let amount: Money? = unsafe Wire.messageIfPresent(_c.pointee.amount)
    let state: Milestone.State = unsafe Milestone.State(rawValue: _c.pointee.state)
    let deliveryNote: String = unsafe Wire.string(_c.pointee.delivery_note)
    let submitTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.submit_time)
    let released: Money? = unsafe Wire.messageIfPresent(_c.pointee.released)
    let reviewEndTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.review_end_time)
    let revisions: Int32 = unsafe _c.pointee.revisions
    let revisionNote: String = unsafe Wire.string(_c.pointee.revision_note)
    let restatedAmount: Money? = unsafe Wire.messageIfPresent(_c.pointee.restated_amount)
    unsafe self.init(
      name: name,
      title: title,
      amount: amount,
      state: state,
      deliveryNote: deliveryNote,
      submitTime: submitTime,
      released: released,
      reviewEndTime: reviewEndTime,
      revisions: revisions,
      revisionNote: revisionNote,
      restatedAmount: restatedAmount,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__milestone__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.title = arena.string(self.title)
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    unsafe c.pointee.state = self.state.rawValue
    unsafe c.pointee.delivery_note = arena.string(self.deliveryNote)
    unsafe c.pointee.submit_time = arena.messageIfPresent(self.submitTime)
    unsafe c.pointee.released = arena.messageIfPresent(self.released)
    unsafe c.pointee.review_end_time = arena.messageIfPresent(self.reviewEndTime)
    unsafe c.pointee.revisions = self.revisions
    unsafe c.pointee.revision_note = arena.string(self.revisionNote)
    unsafe c.pointee.restated_amount = arena.messageIfPresent(self.restatedAmount)
    return UnsafeMutableRawPointer(c)
  }
}

extension NewMilestone {
  public static let fullName = "paylyt.escrow.v1.NewMilestone"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__new_milestone__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    title: String = "",
    amount: Money? = nil
  ) {
    self.init(
      title: title,
      amount: amount,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__NewMilestone.self)
    let title: String = unsafe Wire.string(_c.pointee.title)
    let amount: Money? = unsafe Wire.messageIfPresent(_c.pointee.amount)
    unsafe self.init(
      title: title,
      amount: amount,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__new_milestone__init, keeping: self.unknownFields)
    unsafe c.pointee.title = arena.string(self.title)
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    return UnsafeMutableRawPointer(c)
  }
}

extension FeeSchedule {
  public static let fullName = "paylyt.escrow.v1.FeeSchedule"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__fee_schedule__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    version: Int32 = 0,
    basisPoints: Int32 = 0,
    fixed: Money? = nil,
    min: Money? = nil,
    max: Money? = nil,
    createTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.init(
      name: name,
      version: version,
      basisPoints: basisPoints,
      fixed: fixed,
      min: min,
      max: max,
      createTime: createTime,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__FeeSchedule.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let version: Int32 = unsafe _c.pointee.version
    let basisPoints: Int32 = unsafe _c.pointee.basis_points
    let fixed: Money? = unsafe Wire.messageIfPresent(_c.pointee.fixed)
    let min: Money? = unsafe Wire.messageIfPresent(_c.pointee.min)
    let max: Money? = unsafe Wire.messageIfPresent(_c.pointee.max)
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    unsafe self.init(
      name: name,
      version: version,
      basisPoints: basisPoints,
      fixed: fixed,
      min: min,
      max: max,
      createTime: createTime,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__fee_schedule__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.version = self.version
    unsafe c.pointee.basis_points = self.basisPoints
    unsafe c.pointee.fixed = arena.messageIfPresent(self.fixed)
    unsafe c.pointee.min = arena.messageIfPresent(self.min)
    unsafe c.pointee.max = arena.messageIfPresent(self.max)
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension GetEscrowRequest {
  public static let fullName = "paylyt.escrow.v1.GetEscrowRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__get_escrow_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__GetEscrowRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
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

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    pageSize: Int32 = 0,
    pageToken: String = "",
    parent: String = "",
    filter: String = "",
    orderBy: String = ""
  ) {
    self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      parent: parent,
      filter: filter,
      orderBy: orderBy,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__ListEscrowsRequest.self)
    let pageSize: Int32 = unsafe _c.pointee.page_size
    let pageToken: String = unsafe Wire.string(_c.pointee.page_token)
    let parent: String = unsafe Wire.string(_c.pointee.parent)
    let filter: String = unsafe Wire.string(_c.pointee.filter)
    let orderBy: String = unsafe Wire.string(_c.pointee.order_by)
    unsafe self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      parent: parent,
      filter: filter,
      orderBy: orderBy,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__list_escrows_request__init, keeping: self.unknownFields)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    unsafe c.pointee.parent = arena.string(self.parent)
    unsafe c.pointee.filter = arena.string(self.filter)
    unsafe c.pointee.order_by = arena.string(self.orderBy)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListEscrowsResponse {
  public static let fullName = "paylyt.escrow.v1.ListEscrowsResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__list_escrows_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    escrows: [Escrow] = [],
    nextPageToken: String = ""
  ) {
    self.init(
      escrows: escrows,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__ListEscrowsResponse.self)
    let escrows: [Escrow] = unsafe Wire.array(_c.pointee.escrows, _c.pointee.n_escrows) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    unsafe self.init(
      escrows: escrows,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields(unpacked: _source))
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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__FundEscrowRequest.self)
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
    let c = unsafe arena.make(paylyt__escrow__v1__fund_escrow_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.hold = self.hold ? 1 : 0
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension FundEscrowResponse {
  public static let fullName = "paylyt.escrow.v1.FundEscrowResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__fund_escrow_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    escrow: Escrow? = nil,
    invoice: String = "",
    paymentRequest: String = "",
    paymentURI: String = "",
    qrText: String = "",
    expireTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.init(
      escrow: escrow,
      invoice: invoice,
      paymentRequest: paymentRequest,
      paymentURI: paymentURI,
      qrText: qrText,
      expireTime: expireTime,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__FundEscrowResponse.self)
    let escrow: Escrow? = unsafe Wire.messageIfPresent(_c.pointee.escrow)
    let invoice: String = unsafe Wire.string(_c.pointee.invoice)
    let paymentRequest: String = unsafe Wire.string(_c.pointee.payment_request)
    let paymentURI: String = unsafe Wire.string(_c.pointee.payment_uri)
    let qrText: String = unsafe Wire.string(_c.pointee.qr_text)
    let expireTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.expire_time)
    unsafe self.init(
      escrow: escrow,
      invoice: invoice,
      paymentRequest: paymentRequest,
      paymentURI: paymentURI,
      qrText: qrText,
      expireTime: expireTime,
      unknownFields: UnknownFields(unpacked: _source))
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

extension RestateEscrowRequest {
  public static let fullName = "paylyt.escrow.v1.RestateEscrowRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__restate_escrow_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    amounts: [Money] = [],
    deadline: StandardAPI.ProtoTimestamp? = nil,
    withdraw: Bool = false,
    newMilestones: [NewMilestone] = [],
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      amounts: amounts,
      deadline: deadline,
      withdraw: withdraw,
      newMilestones: newMilestones,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__RestateEscrowRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let amounts: [Money] = unsafe Wire.array(_c.pointee.amounts, _c.pointee.n_amounts) { unsafe Wire.message($0) }
    let deadline: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.deadline)
    let withdraw: Bool = unsafe _c.pointee.withdraw != 0
    let newMilestones: [NewMilestone] = unsafe Wire.array(_c.pointee.new_milestones, _c.pointee.n_new_milestones) { unsafe Wire.message($0) }
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      amounts: amounts,
      deadline: deadline,
      withdraw: withdraw,
      newMilestones: newMilestones,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__restate_escrow_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.amounts = arena.array(self.amounts) { unsafe arena.message($0) }
    unsafe c.pointee.n_amounts = self.amounts.count
    unsafe c.pointee.deadline = arena.messageIfPresent(self.deadline)
    unsafe c.pointee.withdraw = self.withdraw ? 1 : 0
    unsafe c.pointee.new_milestones = arena.array(self.newMilestones) { unsafe arena.message($0) }
    unsafe c.pointee.n_new_milestones = self.newMilestones.count
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension SubmitMilestoneRequest {
  public static let fullName = "paylyt.escrow.v1.SubmitMilestoneRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__submit_milestone_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    deliveryNote: String = "",
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      deliveryNote: deliveryNote,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__SubmitMilestoneRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let deliveryNote: String = unsafe Wire.string(_c.pointee.delivery_note)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      deliveryNote: deliveryNote,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
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

extension RequestRevisionRequest {
  public static let fullName = "paylyt.escrow.v1.RequestRevisionRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__request_revision_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    note: String = "",
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      note: note,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__RequestRevisionRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let note: String = unsafe Wire.string(_c.pointee.note)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      note: note,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__request_revision_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.note = arena.string(self.note)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension ExtendInspectionRequest {
  public static let fullName = "paylyt.escrow.v1.ExtendInspectionRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__extend_inspection_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    seconds: Int64 = 0,
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      seconds: seconds,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__ExtendInspectionRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let seconds: Int64 = unsafe _c.pointee.seconds
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      seconds: seconds,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__extend_inspection_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.seconds = self.seconds
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension PreviewReleaseRequest {
  public static let fullName = "paylyt.escrow.v1.PreviewReleaseRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__preview_release_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    amount: Money? = nil,
    quote: String = ""
  ) {
    self.init(
      name: name,
      amount: amount,
      quote: quote,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__PreviewReleaseRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let amount: Money? = unsafe Wire.messageIfPresent(_c.pointee.amount)
    let quote: String = unsafe Wire.string(_c.pointee.quote)
    unsafe self.init(
      name: name,
      amount: amount,
      quote: quote,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__preview_release_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    unsafe c.pointee.quote = arena.string(self.quote)
    return UnsafeMutableRawPointer(c)
  }
}

extension PreviewReleaseResponse {
  public static let fullName = "paylyt.escrow.v1.PreviewReleaseResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__preview_release_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    gross: Money? = nil,
    fee: Money? = nil,
    net: Money? = nil,
    parts: [ReceiptPart] = [],
    escrow: Escrow? = nil,
    converted: Money? = nil
  ) {
    self.init(
      gross: gross,
      fee: fee,
      net: net,
      parts: parts,
      escrow: escrow,
      converted: converted,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__PreviewReleaseResponse.self)
    let gross: Money? = unsafe Wire.messageIfPresent(_c.pointee.gross)
    let fee: Money? = unsafe Wire.messageIfPresent(_c.pointee.fee)
    let net: Money? = unsafe Wire.messageIfPresent(_c.pointee.net)
    let parts: [ReceiptPart] = unsafe Wire.array(_c.pointee.parts, _c.pointee.n_parts) { unsafe Wire.message($0) }
    let escrow: Escrow? = unsafe Wire.messageIfPresent(_c.pointee.escrow)
    let converted: Money? = unsafe Wire.messageIfPresent(_c.pointee.converted)
    unsafe self.init(
      gross: gross,
      fee: fee,
      net: net,
      parts: parts,
      escrow: escrow,
      converted: converted,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__preview_release_response__init, keeping: self.unknownFields)
    unsafe c.pointee.gross = arena.messageIfPresent(self.gross)
    unsafe c.pointee.fee = arena.messageIfPresent(self.fee)
    unsafe c.pointee.net = arena.messageIfPresent(self.net)
    unsafe c.pointee.parts = arena.array(self.parts) { unsafe arena.message($0) }
    unsafe c.pointee.n_parts = self.parts.count
    unsafe c.pointee.escrow = arena.messageIfPresent(self.escrow)
    unsafe c.pointee.converted = arena.messageIfPresent(self.converted)
    return UnsafeMutableRawPointer(c)
  }
}

extension Payee {
  public static let fullName = "paylyt.escrow.v1.Payee"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__payee__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    user: String = "",
    weight: Int32 = 0
  ) {
    self.init(
      user: user,
      weight: weight,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__Payee.self)
    let user: String = unsafe Wire.string(_c.pointee.user)
    let weight: Int32 = unsafe _c.pointee.weight
    unsafe self.init(
      user: user,
      weight: weight,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__payee__init, keeping: self.unknownFields)
    unsafe c.pointee.user = arena.string(self.user)
    unsafe c.pointee.weight = self.weight
    return UnsafeMutableRawPointer(c)
  }
}

extension SetPayeesRequest {
  public static let fullName = "paylyt.escrow.v1.SetPayeesRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__set_payees_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    payees: [Payee] = [],
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      payees: payees,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__SetPayeesRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let payees: [Payee] = unsafe Wire.array(_c.pointee.payees, _c.pointee.n_payees) { unsafe Wire.message($0) }
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      payees: payees,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__set_payees_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.payees = arena.array(self.payees) { unsafe arena.message($0) }
    unsafe c.pointee.n_payees = self.payees.count
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension ReleaseMilestoneRequest {
  public static let fullName = "paylyt.escrow.v1.ReleaseMilestoneRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__release_milestone_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    amount: Money? = nil,
    quote: String = "",
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      amount: amount,
      quote: quote,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__ReleaseMilestoneRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let amount: Money? = unsafe Wire.messageIfPresent(_c.pointee.amount)
    let quote: String = unsafe Wire.string(_c.pointee.quote)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      amount: amount,
      quote: quote,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__release_milestone_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    unsafe c.pointee.quote = arena.string(self.quote)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension ReleaseEscrowRequest {
  public static let fullName = "paylyt.escrow.v1.ReleaseEscrowRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__release_escrow_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    amount: Money? = nil,
    quote: String = "",
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      amount: amount,
      quote: quote,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__ReleaseEscrowRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let amount: Money? = unsafe Wire.messageIfPresent(_c.pointee.amount)
    let quote: String = unsafe Wire.string(_c.pointee.quote)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      amount: amount,
      quote: quote,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__release_escrow_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    unsafe c.pointee.quote = arena.string(self.quote)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension RefundEscrowRequest {
  public static let fullName = "paylyt.escrow.v1.RefundEscrowRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__refund_escrow_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    reason: String = "",
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      reason: reason,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__RefundEscrowRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let reason: String = unsafe Wire.string(_c.pointee.reason)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      reason: reason,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__CancelEscrowRequest.self)
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
    let c = unsafe arena.make(paylyt__escrow__v1__cancel_escrow_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension ConsentCancelRequest {
  public static let fullName = "paylyt.escrow.v1.ConsentCancelRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__consent_cancel_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    withdraw: Bool = false,
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      withdraw: withdraw,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__ConsentCancelRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let withdraw: Bool = unsafe _c.pointee.withdraw != 0
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      withdraw: withdraw,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__consent_cancel_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.withdraw = self.withdraw ? 1 : 0
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension FreezeEscrowRequest {
  public static let fullName = "paylyt.escrow.v1.FreezeEscrowRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__freeze_escrow_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    reason: String = "",
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      reason: reason,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__FreezeEscrowRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let reason: String = unsafe Wire.string(_c.pointee.reason)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      reason: reason,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__freeze_escrow_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension UnfreezeEscrowRequest {
  public static let fullName = "paylyt.escrow.v1.UnfreezeEscrowRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__unfreeze_escrow_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    reason: String = "",
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      reason: reason,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__UnfreezeEscrowRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let reason: String = unsafe Wire.string(_c.pointee.reason)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      reason: reason,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__unfreeze_escrow_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension OverrideEscrowRequest {
  public static let fullName = "paylyt.escrow.v1.OverrideEscrowRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__override_escrow_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    toFreelancer: Money? = nil,
    toClient: Money? = nil,
    reason: String = "",
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      toFreelancer: toFreelancer,
      toClient: toClient,
      reason: reason,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__OverrideEscrowRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let toFreelancer: Money? = unsafe Wire.messageIfPresent(_c.pointee.to_freelancer)
    let toClient: Money? = unsafe Wire.messageIfPresent(_c.pointee.to_client)
    let reason: String = unsafe Wire.string(_c.pointee.reason)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      toFreelancer: toFreelancer,
      toClient: toClient,
      reason: reason,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__override_escrow_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.to_freelancer = arena.messageIfPresent(self.toFreelancer)
    unsafe c.pointee.to_client = arena.messageIfPresent(self.toClient)
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension GetFeeScheduleRequest {
  public static let fullName = "paylyt.escrow.v1.GetFeeScheduleRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__get_fee_schedule_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__GetFeeScheduleRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__get_fee_schedule_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListFeeSchedulesRequest {
  public static let fullName = "paylyt.escrow.v1.ListFeeSchedulesRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__list_fee_schedules_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    pageSize: Int32 = 0,
    pageToken: String = ""
  ) {
    self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__ListFeeSchedulesRequest.self)
    let pageSize: Int32 = unsafe _c.pointee.page_size
    let pageToken: String = unsafe Wire.string(_c.pointee.page_token)
    unsafe self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__list_fee_schedules_request__init, keeping: self.unknownFields)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListFeeSchedulesResponse {
  public static let fullName = "paylyt.escrow.v1.ListFeeSchedulesResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__list_fee_schedules_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    feeSchedules: [FeeSchedule] = [],
    nextPageToken: String = ""
  ) {
    self.init(
      feeSchedules: feeSchedules,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__ListFeeSchedulesResponse.self)
    let feeSchedules: [FeeSchedule] = unsafe Wire.array(_c.pointee.fee_schedules, _c.pointee.n_fee_schedules) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    unsafe self.init(
      feeSchedules: feeSchedules,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__list_fee_schedules_response__init, keeping: self.unknownFields)
    unsafe c.pointee.fee_schedules = arena.array(self.feeSchedules) { unsafe arena.message($0) }
    unsafe c.pointee.n_fee_schedules = self.feeSchedules.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension SetFeeScheduleRequest {
  public static let fullName = "paylyt.escrow.v1.SetFeeScheduleRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__set_fee_schedule_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    basisPoints: Int32 = 0,
    fixed: Money? = nil,
    min: Money? = nil,
    max: Money? = nil,
    replacesVersion: Int32 = 0,
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      basisPoints: basisPoints,
      fixed: fixed,
      min: min,
      max: max,
      replacesVersion: replacesVersion,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__SetFeeScheduleRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let basisPoints: Int32 = unsafe _c.pointee.basis_points
    let fixed: Money? = unsafe Wire.messageIfPresent(_c.pointee.fixed)
    let min: Money? = unsafe Wire.messageIfPresent(_c.pointee.min)
    let max: Money? = unsafe Wire.messageIfPresent(_c.pointee.max)
    let replacesVersion: Int32 = unsafe _c.pointee.replaces_version
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      basisPoints: basisPoints,
      fixed: fixed,
      min: min,
      max: max,
      replacesVersion: replacesVersion,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__set_fee_schedule_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.basis_points = self.basisPoints
    unsafe c.pointee.fixed = arena.messageIfPresent(self.fixed)
    unsafe c.pointee.min = arena.messageIfPresent(self.min)
    unsafe c.pointee.max = arena.messageIfPresent(self.max)
    unsafe c.pointee.replaces_version = self.replacesVersion
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension GetReceiptRequest {
  public static let fullName = "paylyt.escrow.v1.GetReceiptRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__get_receipt_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__GetReceiptRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__get_receipt_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension GetReceiptKeyRequest {
  public static let fullName = "paylyt.escrow.v1.GetReceiptKeyRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__get_receipt_key_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__get_receipt_key_request__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension ReceiptKey {
  public static let fullName = "paylyt.escrow.v1.ReceiptKey"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__receipt_key__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    keyID: String = "",
    publicKey: [UInt8] = []
  ) {
    self.init(
      keyID: keyID,
      publicKey: publicKey,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__ReceiptKey.self)
    let keyID: String = unsafe Wire.string(_c.pointee.key_id)
    let publicKey: [UInt8] = unsafe Wire.array(_c.pointee.public_key.data, _c.pointee.public_key.len)
    unsafe self.init(
      keyID: keyID,
      publicKey: publicKey,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__receipt_key__init, keeping: self.unknownFields)
    unsafe c.pointee.key_id = arena.string(self.keyID)
    unsafe c.pointee.public_key = .init(len: self.publicKey.count, data: arena.array(self.publicKey))
    return UnsafeMutableRawPointer(c)
  }
}

extension ReceiptPart {
  public static let fullName = "paylyt.escrow.v1.ReceiptPart"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__receipt_part__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    user: String = "",
    amount: Money? = nil
  ) {
    self.init(
      user: user,
      amount: amount,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__ReceiptPart.self)
    let user: String = unsafe Wire.string(_c.pointee.user)
    let amount: Money? = unsafe Wire.messageIfPresent(_c.pointee.amount)
    unsafe self.init(
      user: user,
      amount: amount,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__receipt_part__init, keeping: self.unknownFields)
    unsafe c.pointee.user = arena.string(self.user)
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListReceiptsRequest {
  public static let fullName = "paylyt.escrow.v1.ListReceiptsRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__list_receipts_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__ListReceiptsRequest.self)
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
    let c = unsafe arena.make(paylyt__escrow__v1__list_receipts_request__init, keeping: self.unknownFields)
    unsafe c.pointee.parent = arena.string(self.parent)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    unsafe c.pointee.filter = arena.string(self.filter)
    unsafe c.pointee.order_by = arena.string(self.orderBy)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListReceiptsResponse {
  public static let fullName = "paylyt.escrow.v1.ListReceiptsResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__list_receipts_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    receipts: [Receipt] = [],
    nextPageToken: String = ""
  ) {
    self.init(
      receipts: receipts,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__ListReceiptsResponse.self)
    let receipts: [Receipt] = unsafe Wire.array(_c.pointee.receipts, _c.pointee.n_receipts) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    unsafe self.init(
      receipts: receipts,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__list_receipts_response__init, keeping: self.unknownFields)
    unsafe c.pointee.receipts = arena.array(self.receipts) { unsafe arena.message($0) }
    unsafe c.pointee.n_receipts = self.receipts.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension Receipt {
  public static let fullName = "paylyt.escrow.v1.Receipt"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__receipt__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

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
    keyID: String = "",
    parts: [ReceiptPart] = [],
    escrow: String = ""
  ) {
    self.init(
      name: name,
      kind: kind,
      client: client,
      freelancer: freelancer,
      gross: gross,
      fee: fee,
      net: net,
      ledgerTransaction: ledgerTransaction,
      issueTime: issueTime,
      lines: lines,
      signature: signature,
      keyID: keyID,
      parts: parts,
      escrow: escrow,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__Receipt.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let kind: Receipt.Kind = unsafe Receipt.Kind(rawValue: _c.pointee.kind)
    let client: String = unsafe Wire.string(_c.pointee.client)
    let freelancer: String = unsafe Wire.string(_c.pointee.freelancer)
    let gross: Money? = unsafe Wire.messageIfPresent(_c.pointee.gross)
    let fee: Money? = unsafe Wire.messageIfPresent(_c.pointee.fee)
    let net: Money? = unsafe Wire.messageIfPresent(_c.pointee.net)
    let ledgerTransaction: String = unsafe Wire.string(_c.pointee.ledger_transaction)
    let issueTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.issue_time)
    let lines: [String] = unsafe Wire.array(_c.pointee.lines, _c.pointee.n_lines) { unsafe Wire.string($0) }
    let signature: [UInt8] = unsafe Wire.array(_c.pointee.signature.data, _c.pointee.signature.len)
    let keyID: String = unsafe Wire.string(_c.pointee.key_id)
    let parts: [ReceiptPart] = unsafe Wire.array(_c.pointee.parts, _c.pointee.n_parts) { unsafe Wire.message($0) }
    let escrow: String = unsafe Wire.string(_c.pointee.escrow)
    unsafe self.init(
      name: name,
      kind: kind,
      client: client,
      freelancer: freelancer,
      gross: gross,
      fee: fee,
      net: net,
      ledgerTransaction: ledgerTransaction,
      issueTime: issueTime,
      lines: lines,
      signature: signature,
      keyID: keyID,
      parts: parts,
      escrow: escrow,
      unknownFields: UnknownFields(unpacked: _source))
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
    unsafe c.pointee.parts = arena.array(self.parts) { unsafe arena.message($0) }
    unsafe c.pointee.n_parts = self.parts.count
    unsafe c.pointee.escrow = arena.string(self.escrow)
    return UnsafeMutableRawPointer(c)
  }
}

extension WatchEscrowRequest {
  public static let fullName = "paylyt.escrow.v1.WatchEscrowRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__watch_escrow_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__WatchEscrowRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__watch_escrow_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension NewMilestone {
  private static let titleRule = TextRule(required: true, length: 0...200, patterns: ["[^\\n]+"])
  private static let amountRule = TextRule(required: true, choices: ["BTC"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.title, Self.titleRule, "title")
    if let value = self.amount {
      let mark = found.count
      found.text(value.asset, Self.amountRule, "asset")
      if found.count == mark {
        found.number(value.units, NumberRule(1000...20000000000, multipleOf: 1000), "units")
      }
      found.nest(since: mark, in: "amount")
    } else {
      found.missing("amount")
    }
  }
}

extension GetEscrowRequest {
  private static let nameRule = TextRule(required: true, patterns: ["escrows/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension ListEscrowsRequest {
  private static let pageTokenRule = TextRule(length: 0...1000)
  private static let parentRule = TextRule(patterns: ["users/{uuid}", "users/-"])
  private static let filterRule = TextRule(length: 0...1000, countsBytes: true)
  private static let orderByRule = TextRule(choices: ["create_time", "create_time desc"])

  public func checkFields(_ found: inout FieldViolations) {
    found.number(self.pageSize, NumberRule(0...Int64.max), "page_size")
    found.text(self.pageToken, Self.pageTokenRule, "page_token")
    found.text(self.parent, Self.parentRule, "parent")
    found.text(self.filter, Self.filterRule, "filter")
    found.text(self.orderBy, Self.orderByRule, "order_by")
  }
}

extension FundEscrowRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["escrows/{uuid}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension RestateEscrowRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["escrows/{uuid}"])
  private static let amountsRule = TextRule(required: true, choices: ["BTC"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    if found.list(self.amounts.count, 0...50, "amounts") {
      for (index, value) in self.amounts.enumerated() {
        let mark = found.count
        found.text(value.asset, Self.amountsRule, "asset")
        if found.count == mark {
          found.number(value.units, NumberRule(0...20000000000, multipleOf: 1000), "units")
        }
        found.nest(since: mark, in: "amounts[\(index)]")
      }
    }
    if let value = self.deadline {
      found.moment(seconds: value.seconds, nanos: value.nanos, "deadline")
    }
    if found.list(self.newMilestones.count, 0...50, "new_milestones") {
      for (index, value) in self.newMilestones.enumerated() {
        let mark = found.count
        value.checkFields(&found)
        found.nest(since: mark, in: "new_milestones[\(index)]")
      }
    }
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension SubmitMilestoneRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["escrows/{uuid}/milestones/{number}"])
  private static let deliveryNoteRule = TextRule(required: true, length: 0...10000)
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.deliveryNote, Self.deliveryNoteRule, "delivery_note")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension RequestRevisionRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["escrows/{uuid}/milestones/{number}"])
  private static let noteRule = TextRule(required: true, length: 0...10000)
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.note, Self.noteRule, "note")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension ExtendInspectionRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["escrows/{uuid}/milestones/{number}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.number(self.seconds, NumberRule(1...7776000), "seconds")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension PreviewReleaseRequest {
  private static let nameRule = TextRule(required: true, patterns: ["escrows/{uuid}", "escrows/{uuid}/milestones/{number}"])
  private static let amountRule = TextRule(required: true, choices: ["BTC"])
  private static let quoteRule = TextRule(patterns: ["quotes/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
    if let value = self.amount {
      let mark = found.count
      found.text(value.asset, Self.amountRule, "asset")
      if found.count == mark {
        found.number(value.units, NumberRule(1000...20000000000, multipleOf: 1000), "units")
      }
      found.nest(since: mark, in: "amount")
    }
    found.text(self.quote, Self.quoteRule, "quote")
  }
}

extension Payee {
  private static let userRule = TextRule(required: true, patterns: ["users/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.user, Self.userRule, "user")
    found.number(self.weight, NumberRule(1...10000), "weight")
  }
}

extension SetPayeesRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["escrows/{uuid}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    if found.list(self.payees.count, 0...10, "payees") {
      for (index, value) in self.payees.enumerated() {
        let mark = found.count
        value.checkFields(&found)
        found.nest(since: mark, in: "payees[\(index)]")
      }
    }
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension ReleaseMilestoneRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["escrows/{uuid}/milestones/{number}"])
  private static let amountRule = TextRule(required: true, choices: ["BTC"])
  private static let quoteRule = TextRule(patterns: ["quotes/{uuid}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    if let value = self.amount {
      let mark = found.count
      found.text(value.asset, Self.amountRule, "asset")
      if found.count == mark {
        found.number(value.units, NumberRule(1000...20000000000, multipleOf: 1000), "units")
      }
      found.nest(since: mark, in: "amount")
    }
    found.text(self.quote, Self.quoteRule, "quote")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension ReleaseEscrowRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["escrows/{uuid}"])
  private static let amountRule = TextRule(required: true, choices: ["BTC"])
  private static let quoteRule = TextRule(patterns: ["quotes/{uuid}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    if let value = self.amount {
      let mark = found.count
      found.text(value.asset, Self.amountRule, "asset")
      if found.count == mark {
        found.number(value.units, NumberRule(1000...20000000000, multipleOf: 1000), "units")
      }
      found.nest(since: mark, in: "amount")
    }
    found.text(self.quote, Self.quoteRule, "quote")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension RefundEscrowRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["escrows/{uuid}"])
  private static let reasonRule = TextRule(required: true, length: 0...1000)
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.reason, Self.reasonRule, "reason")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension CancelEscrowRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["escrows/{uuid}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension ConsentCancelRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["escrows/{uuid}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension FreezeEscrowRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["escrows/{uuid}"])
  private static let reasonRule = TextRule(required: true, length: 0...1000)
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.reason, Self.reasonRule, "reason")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension UnfreezeEscrowRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["escrows/{uuid}"])
  private static let reasonRule = TextRule(required: true, length: 0...1000)
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.reason, Self.reasonRule, "reason")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension OverrideEscrowRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["escrows/{uuid}"])
  private static let toFreelancerRule = TextRule(required: true, choices: ["BTC"])
  private static let toClientRule = TextRule(required: true, choices: ["BTC"])
  private static let reasonRule = TextRule(required: true, length: 0...1000)
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    if let value = self.toFreelancer {
      let mark = found.count
      found.text(value.asset, Self.toFreelancerRule, "asset")
      if found.count == mark {
        found.number(value.units, NumberRule(0...Int64.max), "units")
      }
      found.nest(since: mark, in: "to_freelancer")
    }
    if let value = self.toClient {
      let mark = found.count
      found.text(value.asset, Self.toClientRule, "asset")
      if found.count == mark {
        found.number(value.units, NumberRule(0...Int64.max), "units")
      }
      found.nest(since: mark, in: "to_client")
    }
    found.text(self.reason, Self.reasonRule, "reason")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension GetFeeScheduleRequest {
  private static let nameRule = TextRule(required: true, patterns: ["feeSchedules/{number}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension ListFeeSchedulesRequest {
  private static let pageTokenRule = TextRule(length: 0...1000)

  public func checkFields(_ found: inout FieldViolations) {
    found.number(self.pageSize, NumberRule(0...Int64.max), "page_size")
    found.text(self.pageToken, Self.pageTokenRule, "page_token")
  }
}

extension SetFeeScheduleRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let fixedRule = TextRule(required: true, choices: ["BTC"])
  private static let minRule = TextRule(required: true, choices: ["BTC"])
  private static let maxRule = TextRule(required: true, choices: ["BTC"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.number(self.basisPoints, NumberRule(0...1000), "basis_points")
    if let value = self.fixed {
      let mark = found.count
      found.text(value.asset, Self.fixedRule, "asset")
      if found.count == mark {
        found.number(value.units, NumberRule(0...100000000, multipleOf: 1000), "units")
      }
      found.nest(since: mark, in: "fixed")
    }
    if let value = self.min {
      let mark = found.count
      found.text(value.asset, Self.minRule, "asset")
      if found.count == mark {
        found.number(value.units, NumberRule(0...100000000, multipleOf: 1000), "units")
      }
      found.nest(since: mark, in: "min")
    }
    if let value = self.max {
      let mark = found.count
      found.text(value.asset, Self.maxRule, "asset")
      if found.count == mark {
        found.number(value.units, NumberRule(0...100000000, multipleOf: 1000), "units")
      }
      found.nest(since: mark, in: "max")
    }
    found.number(self.replacesVersion, NumberRule(0...Int64.max), "replaces_version")
  }
}

extension GetReceiptRequest {
  private static let nameRule = TextRule(required: true, patterns: ["escrows/{uuid}/receipts/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension ListReceiptsRequest {
  private static let parentRule = TextRule(required: true, patterns: ["escrows/{uuid}"])
  private static let pageTokenRule = TextRule(length: 0...1000)
  private static let filterRule = TextRule(length: 0...1000, countsBytes: true)
  private static let orderByRule = TextRule(choices: ["issue_time", "issue_time desc"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.parent, Self.parentRule, "parent")
    found.number(self.pageSize, NumberRule(0...Int64.max), "page_size")
    found.text(self.pageToken, Self.pageTokenRule, "page_token")
    found.text(self.filter, Self.filterRule, "filter")
    found.text(self.orderBy, Self.orderByRule, "order_by")
  }
}

extension WatchEscrowRequest {
  private static let nameRule = TextRule(required: true, patterns: ["escrows/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
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
      isMoneyMoving: false,
      refusals: ["DAILY_LIMIT_EXCEEDED", "ESCROW_CHANGED", "FUNDING_WINDOW_OVER", "HOLD_INVOICES_UNSUPPORTED", "ILLEGAL_TRANSITION", "NOT_THE_CLIENT", "PROVIDER_DOWN", "PROVIDER_REFUSED", "PROVIDER_REPEATED_INVOICE"]))

  public static let restateEscrow = MethodDescriptor(
    service: serviceName,
    method: "RestateEscrow",
    kind: .unary,
    requestType: "paylyt.escrow.v1.RestateEscrowRequest",
    responseType: "paylyt.escrow.v1.Escrow",
    options: MethodOptions(
      permission: "escrow.agree",
      isIdempotent: true,
      isMoneyMoving: true,
      refusals: ["DAILY_LIMIT_EXCEEDED", "ESCROW_FROZEN", "ILLEGAL_TRANSITION", "INSUFFICIENT_FUNDS", "MILESTONES_FULL", "NOT_A_PARTY", "SCOPE_OVER_FUNDED", "STEP_UP_REQUIRED", "WALLET_FROZEN"]))

  public static let submitMilestone = MethodDescriptor(
    service: serviceName,
    method: "SubmitMilestone",
    kind: .unary,
    requestType: "paylyt.escrow.v1.SubmitMilestoneRequest",
    responseType: "paylyt.escrow.v1.Escrow",
    options: MethodOptions(
      permission: "escrow.submit",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ILLEGAL_TRANSITION", "NOT_THE_FREELANCER"]))

  public static let requestRevision = MethodDescriptor(
    service: serviceName,
    method: "RequestRevision",
    kind: .unary,
    requestType: "paylyt.escrow.v1.RequestRevisionRequest",
    responseType: "paylyt.escrow.v1.Escrow",
    options: MethodOptions(
      permission: "escrow.review",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ILLEGAL_TRANSITION", "NOT_THE_CLIENT", "REVISIONS_USED_UP"]))

  public static let extendInspection = MethodDescriptor(
    service: serviceName,
    method: "ExtendInspection",
    kind: .unary,
    requestType: "paylyt.escrow.v1.ExtendInspectionRequest",
    responseType: "paylyt.escrow.v1.Escrow",
    options: MethodOptions(
      permission: "escrow.agree",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ILLEGAL_TRANSITION", "INSPECTION_PROLONGED", "INSPECTION_TOO_LONG", "NOT_A_PARTY"]))

  public static let previewRelease = MethodDescriptor(
    service: serviceName,
    method: "PreviewRelease",
    kind: .unary,
    requestType: "paylyt.escrow.v1.PreviewReleaseRequest",
    responseType: "paylyt.escrow.v1.PreviewReleaseResponse",
    options: MethodOptions(
      permission: "escrow.read",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["AMOUNT_OVER_HELD", "ESCROW_FROZEN", "ILLEGAL_TRANSITION"]))

  public static let setPayees = MethodDescriptor(
    service: serviceName,
    method: "SetPayees",
    kind: .unary,
    requestType: "paylyt.escrow.v1.SetPayeesRequest",
    responseType: "paylyt.escrow.v1.Escrow",
    options: MethodOptions(
      permission: "escrow.submit",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ILLEGAL_TRANSITION", "NOT_THE_FREELANCER", "STEP_UP_REQUIRED", "WALLET_FROZEN"]))

  public static let releaseMilestone = MethodDescriptor(
    service: serviceName,
    method: "ReleaseMilestone",
    kind: .unary,
    requestType: "paylyt.escrow.v1.ReleaseMilestoneRequest",
    responseType: "paylyt.escrow.v1.Escrow",
    options: MethodOptions(
      permission: "escrow.release",
      isIdempotent: true,
      isMoneyMoving: true,
      refusals: ["AMOUNT_OVER_HELD", "ESCROW_FROZEN", "EXPOSURE_LIMIT", "ILLEGAL_TRANSITION", "NOT_THE_CLIENT", "QUOTE_EXPIRED", "QUOTE_MISMATCH", "QUOTE_USED", "STEP_UP_REQUIRED"]))

  public static let releaseEscrow = MethodDescriptor(
    service: serviceName,
    method: "ReleaseEscrow",
    kind: .unary,
    requestType: "paylyt.escrow.v1.ReleaseEscrowRequest",
    responseType: "paylyt.escrow.v1.Escrow",
    options: MethodOptions(
      permission: "escrow.release",
      isIdempotent: true,
      isMoneyMoving: true,
      refusals: ["AMOUNT_OVER_HELD", "ESCROW_FROZEN", "EXPOSURE_LIMIT", "ILLEGAL_TRANSITION", "NOT_THE_CLIENT", "QUOTE_EXPIRED", "QUOTE_MISMATCH", "QUOTE_USED", "STEP_UP_REQUIRED"]))

  public static let refundEscrow = MethodDescriptor(
    service: serviceName,
    method: "RefundEscrow",
    kind: .unary,
    requestType: "paylyt.escrow.v1.RefundEscrowRequest",
    responseType: "paylyt.escrow.v1.Escrow",
    options: MethodOptions(
      permission: "escrow.refund",
      isIdempotent: true,
      isMoneyMoving: true,
      refusals: ["ESCROW_FROZEN", "ILLEGAL_TRANSITION", "NOT_A_PARTY", "REFUND_NOT_DUE", "STEP_UP_REQUIRED"]))

  public static let cancelEscrow = MethodDescriptor(
    service: serviceName,
    method: "CancelEscrow",
    kind: .unary,
    requestType: "paylyt.escrow.v1.CancelEscrowRequest",
    responseType: "paylyt.escrow.v1.Escrow",
    options: MethodOptions(
      permission: "escrow.fund",
      isIdempotent: true,
      isMoneyMoving: true,
      refusals: ["ESCROW_FROZEN", "ILLEGAL_TRANSITION", "NOT_THE_CLIENT"]))

  public static let consentCancel = MethodDescriptor(
    service: serviceName,
    method: "ConsentCancel",
    kind: .unary,
    requestType: "paylyt.escrow.v1.ConsentCancelRequest",
    responseType: "paylyt.escrow.v1.Escrow",
    options: MethodOptions(
      permission: "escrow.agree",
      isIdempotent: true,
      isMoneyMoving: true,
      refusals: ["ESCROW_FROZEN", "ILLEGAL_TRANSITION", "NOT_A_PARTY", "STEP_UP_REQUIRED"]))

  public static let freezeEscrow = MethodDescriptor(
    service: serviceName,
    method: "FreezeEscrow",
    kind: .unary,
    requestType: "paylyt.escrow.v1.FreezeEscrowRequest",
    responseType: "paylyt.escrow.v1.Escrow",
    options: MethodOptions(
      permission: "escrow.freeze",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ESCROW_FROZEN", "ILLEGAL_TRANSITION"]))

  public static let unfreezeEscrow = MethodDescriptor(
    service: serviceName,
    method: "UnfreezeEscrow",
    kind: .unary,
    requestType: "paylyt.escrow.v1.UnfreezeEscrowRequest",
    responseType: "paylyt.escrow.v1.Escrow",
    options: MethodOptions(
      permission: "escrow.unfreeze",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ESCROW_NOT_FROZEN", "ILLEGAL_TRANSITION", "OWN_CASE"]))

  public static let overrideEscrow = MethodDescriptor(
    service: serviceName,
    method: "OverrideEscrow",
    kind: .unary,
    requestType: "paylyt.escrow.v1.OverrideEscrowRequest",
    responseType: "paylyt.escrow.v1.Escrow",
    options: MethodOptions(
      permission: "escrow.override",
      isIdempotent: true,
      isMoneyMoving: true,
      refusals: ["ILLEGAL_TRANSITION", "OWN_CASE", "PARTS_DO_NOT_ADD_UP", "SECOND_APPROVER_NEEDED"]))

  public static let getFeeSchedule = MethodDescriptor(
    service: serviceName,
    method: "GetFeeSchedule",
    kind: .unary,
    requestType: "paylyt.escrow.v1.GetFeeScheduleRequest",
    responseType: "paylyt.escrow.v1.FeeSchedule",
    options: MethodOptions(
      permission: "escrow.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let listFeeSchedules = MethodDescriptor(
    service: serviceName,
    method: "ListFeeSchedules",
    kind: .unary,
    requestType: "paylyt.escrow.v1.ListFeeSchedulesRequest",
    responseType: "paylyt.escrow.v1.ListFeeSchedulesResponse",
    options: MethodOptions(
      permission: "escrow.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let setFeeSchedule = MethodDescriptor(
    service: serviceName,
    method: "SetFeeSchedule",
    kind: .unary,
    requestType: "paylyt.escrow.v1.SetFeeScheduleRequest",
    responseType: "paylyt.escrow.v1.FeeSchedule",
    options: MethodOptions(
      permission: "fees.set",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let getReceipt = MethodDescriptor(
    service: serviceName,
    method: "GetReceipt",
    kind: .unary,
    requestType: "paylyt.escrow.v1.GetReceiptRequest",
    responseType: "paylyt.escrow.v1.Receipt",
    options: MethodOptions(
      permission: "escrow.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let getReceiptKey = MethodDescriptor(
    service: serviceName,
    method: "GetReceiptKey",
    kind: .unary,
    requestType: "paylyt.escrow.v1.GetReceiptKeyRequest",
    responseType: "paylyt.escrow.v1.ReceiptKey",
    options: MethodOptions(
      permission: "public",
      isIdempotent: true,
      isMoneyMoving: false))

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

  public static let all: [MethodDescriptor] = [getEscrow, listEscrows, fundEscrow, restateEscrow, submitMilestone, requestRevision, extendInspection, previewRelease, setPayees, releaseMilestone, releaseEscrow, refundEscrow, cancelEscrow, consentCancel, freezeEscrow, unfreezeEscrow, overrideEscrow, getFeeSchedule, listFeeSchedules, setFeeSchedule, getReceipt, getReceiptKey, listReceipts, watchEscrow]
}

extension EscrowServiceMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(getEscrow, GetEscrowRequest.self, Escrow.self),
    MethodTypes(listEscrows, ListEscrowsRequest.self, ListEscrowsResponse.self),
    MethodTypes(fundEscrow, FundEscrowRequest.self, FundEscrowResponse.self),
    MethodTypes(restateEscrow, RestateEscrowRequest.self, Escrow.self),
    MethodTypes(submitMilestone, SubmitMilestoneRequest.self, Escrow.self),
    MethodTypes(requestRevision, RequestRevisionRequest.self, Escrow.self),
    MethodTypes(extendInspection, ExtendInspectionRequest.self, Escrow.self),
    MethodTypes(previewRelease, PreviewReleaseRequest.self, PreviewReleaseResponse.self),
    MethodTypes(setPayees, SetPayeesRequest.self, Escrow.self),
    MethodTypes(releaseMilestone, ReleaseMilestoneRequest.self, Escrow.self),
    MethodTypes(releaseEscrow, ReleaseEscrowRequest.self, Escrow.self),
    MethodTypes(refundEscrow, RefundEscrowRequest.self, Escrow.self),
    MethodTypes(cancelEscrow, CancelEscrowRequest.self, Escrow.self),
    MethodTypes(consentCancel, ConsentCancelRequest.self, Escrow.self),
    MethodTypes(freezeEscrow, FreezeEscrowRequest.self, Escrow.self),
    MethodTypes(unfreezeEscrow, UnfreezeEscrowRequest.self, Escrow.self),
    MethodTypes(overrideEscrow, OverrideEscrowRequest.self, Escrow.self),
    MethodTypes(getFeeSchedule, GetFeeScheduleRequest.self, FeeSchedule.self),
    MethodTypes(listFeeSchedules, ListFeeSchedulesRequest.self, ListFeeSchedulesResponse.self),
    MethodTypes(setFeeSchedule, SetFeeScheduleRequest.self, FeeSchedule.self),
    MethodTypes(getReceipt, GetReceiptRequest.self, Receipt.self),
    MethodTypes(getReceiptKey, GetReceiptKeyRequest.self, ReceiptKey.self),
    MethodTypes(listReceipts, ListReceiptsRequest.self, ListReceiptsResponse.self),
    MethodTypes(watchEscrow, WatchEscrowRequest.self, Escrow.self),
  ]
}

/// Holds the client's money between payment and approval.
///
/// At each moment: funded = released + refunded + available + disputed. Every change of state and its
/// ledger transfers commit together or not at all. A request that moves money carries a `request_id`; the
/// same id with the same content gets the same answer (metadata `paylyt-idempotent-replayed: true`),
/// with other content ALREADY_EXISTS `IDEMPOTENCY_KEY_REUSED`. Somebody else's escrow is NOT_FOUND.
/// A move that the state forbids is FAILED_PRECONDITION `ILLEGAL_TRANSITION`. A request with an `etag`
/// that is no longer the escrow's is ABORTED `ETAG_MISMATCH`.
public protocol EscrowServiceHandler: RPCService {
  func getEscrow(
    _ request: GetEscrowRequest,
    _ context: ServerContext
  ) async throws -> Escrow

  /// The caller's escrows, newest first; an admin may list another user's, or everybody's.
  func listEscrows(
    _ request: ListEscrowsRequest,
    _ context: ServerContext
  ) async throws -> ListEscrowsResponse

  /// The client asks for a Lightning invoice over what is still due. While an unpaid invoice runs,
  /// the same one is returned; after it expired a new one is made.
  ///
  /// `PROVIDER_DOWN`: the escrow keeps its state; send the same request again.
  func fundEscrow(
    _ request: FundEscrowRequest,
    _ context: ServerContext
  ) async throws -> FundEscrowResponse

  /// Both sides agree to other amounts, more milestones or another deadline, once something is paid: the
  /// first call proposes what each milestone is worth then, what is added and when the work is due, the
  /// same from the other side makes it so. Something else is a proposal of one's own. A milestone of
  /// zero is cancelled; none goes below what was paid out of it.
  ///
  /// What was paid beyond a smaller scope, with the fee that belongs to it, goes to the client's wallet
  /// in the same moment. What a larger one costs more is taken from the client's wallet, whoever agrees
  /// last: top it up by CreateDeposit before. While only a part is paid, it can only be less, and the
  /// escrow is locked by it.
  ///
  /// A proposal ends with `withdraw`, and when something is delivered, released or disputed, or all is
  /// paid: it was about the work as it was. It can be agreed to until `restatement_expire_time`, 14 days
  /// after it was last made, unless whoever made it is stopped meanwhile; agreeing later is a proposal of
  /// one's own.
  ///
  /// `STEP_UP_REQUIRED`: the freelancer gives much up, by proposing it or by agreeing to it, also of
  /// what is under review for what is still to be done; or agrees to an earlier deadline, behind which
  /// the client may take everything back; or the client proposes or agrees to what costs much more.
  /// `INSUFFICIENT_FUNDS`, `WALLET_FROZEN`, `DAILY_LIMIT_EXCEEDED`: it cannot be taken from the
  /// client's wallet. It counts as a transfer to somebody else does.
  func restateEscrow(
    _ request: RestateEscrowRequest,
    _ context: ServerContext
  ) async throws -> Escrow

  /// The freelancer delivers one milestone. If the client says nothing until `review_end_time`, it
  /// is released by itself.
  func submitMilestone(
    _ request: SubmitMilestoneRequest,
    _ context: ServerContext
  ) async throws -> Escrow

  /// The client sends a delivery back with what is missing; the time to look at it stops until it is
  /// delivered anew.
  func requestRevision(
    _ request: RequestRevisionRequest,
    _ context: ServerContext
  ) async throws -> Escrow

  /// More time to look at a delivery. The freelancer grants any; the client takes it once for each
  /// delivery, at most as long as the time that was agreed.
  func extendInspection(
    _ request: ExtendInspectionRequest,
    _ context: ServerContext
  ) async throws -> Escrow

  /// What a release would pay to whom, and its fee. Changes nothing.
  func previewRelease(
    _ request: PreviewReleaseRequest,
    _ context: ServerContext
  ) async throws -> PreviewReleaseResponse

  /// The freelancer says who shares what they get, from the next release on: each payee by weight,
  /// divided exactly (largest remainder). An empty list: it is theirs alone.
  ///
  /// `STEP_UP_REQUIRED`: much of the escrow is still to be paid. `WALLET_FROZEN`: what would be the
  /// freelancer's must not leave them.
  func setPayees(
    _ request: SetPayeesRequest,
    _ context: ServerContext
  ) async throws -> Escrow

  /// The client pays one milestone, or a part of it, to the freelancer's wallet, at once and for
  /// good.
  func releaseMilestone(
    _ request: ReleaseMilestoneRequest,
    _ context: ServerContext
  ) async throws -> Escrow

  /// The client pays everything that is still held, or a part of it, to the freelancer's wallet; at a
  /// quote of the freelancer, in local currency, in the same ledger transaction.
  ///
  /// `NOT_FOUND`: the quote is not the freelancer's, too.
  func releaseEscrow(
    _ request: ReleaseEscrowRequest,
    _ context: ServerContext
  ) async throws -> Escrow

  /// Gives everything that is still held back to the client's wallet. The freelancer may always; the
  /// client only when the job's deadline and the grace after it have passed with nothing submitted.
  ///
  /// `STEP_UP_REQUIRED`: the freelancer gives much back.
  func refundEscrow(
    _ request: RefundEscrowRequest,
    _ context: ServerContext
  ) async throws -> Escrow

  /// The client gives up before the full amount was paid; a part that was paid goes to their wallet.
  func cancelEscrow(
    _ request: CancelEscrowRequest,
    _ context: ServerContext
  ) async throws -> Escrow

  /// One side agrees to end it and give back what is held, or takes that back. When both agree, it
  /// goes to the client's wallet. A consent ends when work is delivered, released or disputed, or the
  /// terms are changed. The other side can agree to it until `cancellation_expire_time`, 14 days after
  /// it was last given, unless whoever gave it is stopped meanwhile; agreeing later is a first consent of
  /// one's own.
  ///
  /// `STEP_UP_REQUIRED`: the freelancer agrees to give much back.
  func consentCancel(
    _ request: ConsentCancelRequest,
    _ context: ServerContext
  ) async throws -> Escrow

  /// An admin stops everything that would take money out of an escrow. Payments are still taken in.
  func freezeEscrow(
    _ request: FreezeEscrowRequest,
    _ context: ServerContext
  ) async throws -> Escrow

  /// An admin lets it go on, who has no share in it.
  func unfreezeEscrow(
    _ request: UnfreezeEscrowRequest,
    _ context: ServerContext
  ) async throws -> Escrow

  /// An admin decides where everything goes that is held, whatever the two say, and ends the escrow.
  /// Not while a dispute is open: that is ruled on. When more than the operators' limit is held, the
  /// first call is a proposal that changes nothing, and the same one by another admin decides, if the
  /// escrow has not changed meanwhile.
  func overrideEscrow(
    _ request: OverrideEscrowRequest,
    _ context: ServerContext
  ) async throws -> Escrow

  /// One version of the platform's fees: the one that the terms of a job name, also when a later one
  /// counts.
  func getFeeSchedule(
    _ request: GetFeeScheduleRequest,
    _ context: ServerContext
  ) async throws -> FeeSchedule

  /// The versions of the platform's fees, the latest first: that one counts for jobs that are posted
  /// and terms that are changed.
  func listFeeSchedules(
    _ request: ListFeeSchedulesRequest,
    _ context: ServerContext
  ) async throws -> ListFeeSchedulesResponse

  /// An admin sets the fees of terms that are posted or changed from now on. Jobs that are there keep
  /// theirs: what the two sides read is what they agree on.
  func setFeeSchedule(
    _ request: SetFeeScheduleRequest,
    _ context: ServerContext
  ) async throws -> FeeSchedule

  /// One receipt. docs/RECEIPTS.md says how to check it without us.
  func getReceipt(
    _ request: GetReceiptRequest,
    _ context: ServerContext
  ) async throws -> Receipt

  /// The key that receipts are signed with. Keep it: receipts are checked with it.
  func getReceiptKey(
    _ request: GetReceiptKeyRequest,
    _ context: ServerContext
  ) async throws -> ReceiptKey

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
      MethodBinding(EscrowServiceMethods.getEscrow) { call, context in
        let request = try call.request(GetEscrowRequest.self)
        try call.respond(await self.getEscrow(request, context))
      },
      MethodBinding(EscrowServiceMethods.listEscrows) { call, context in
        let request = try call.request(ListEscrowsRequest.self)
        try call.respond(await self.listEscrows(request, context))
      },
      MethodBinding(EscrowServiceMethods.fundEscrow) { call, context in
        let request = try call.request(FundEscrowRequest.self)
        try call.respond(await self.fundEscrow(request, context))
      },
      MethodBinding(EscrowServiceMethods.restateEscrow) { call, context in
        let request = try call.request(RestateEscrowRequest.self)
        try call.respond(await self.restateEscrow(request, context))
      },
      MethodBinding(EscrowServiceMethods.submitMilestone) { call, context in
        let request = try call.request(SubmitMilestoneRequest.self)
        try call.respond(await self.submitMilestone(request, context))
      },
      MethodBinding(EscrowServiceMethods.requestRevision) { call, context in
        let request = try call.request(RequestRevisionRequest.self)
        try call.respond(await self.requestRevision(request, context))
      },
      MethodBinding(EscrowServiceMethods.extendInspection) { call, context in
        let request = try call.request(ExtendInspectionRequest.self)
        try call.respond(await self.extendInspection(request, context))
      },
      MethodBinding(EscrowServiceMethods.previewRelease) { call, context in
        let request = try call.request(PreviewReleaseRequest.self)
        try call.respond(await self.previewRelease(request, context))
      },
      MethodBinding(EscrowServiceMethods.setPayees) { call, context in
        let request = try call.request(SetPayeesRequest.self)
        try call.respond(await self.setPayees(request, context))
      },
      MethodBinding(EscrowServiceMethods.releaseMilestone) { call, context in
        let request = try call.request(ReleaseMilestoneRequest.self)
        try call.respond(await self.releaseMilestone(request, context))
      },
      MethodBinding(EscrowServiceMethods.releaseEscrow) { call, context in
        let request = try call.request(ReleaseEscrowRequest.self)
        try call.respond(await self.releaseEscrow(request, context))
      },
      MethodBinding(EscrowServiceMethods.refundEscrow) { call, context in
        let request = try call.request(RefundEscrowRequest.self)
        try call.respond(await self.refundEscrow(request, context))
      },
      MethodBinding(EscrowServiceMethods.cancelEscrow) { call, context in
        let request = try call.request(CancelEscrowRequest.self)
        try call.respond(await self.cancelEscrow(request, context))
      },
      MethodBinding(EscrowServiceMethods.consentCancel) { call, context in
        let request = try call.request(ConsentCancelRequest.self)
        try call.respond(await self.consentCancel(request, context))
      },
      MethodBinding(EscrowServiceMethods.freezeEscrow) { call, context in
        let request = try call.request(FreezeEscrowRequest.self)
        try call.respond(await self.freezeEscrow(request, context))
      },
      MethodBinding(EscrowServiceMethods.unfreezeEscrow) { call, context in
        let request = try call.request(UnfreezeEscrowRequest.self)
        try call.respond(await self.unfreezeEscrow(request, context))
      },
      MethodBinding(EscrowServiceMethods.overrideEscrow) { call, context in
        let request = try call.request(OverrideEscrowRequest.self)
        try call.respond(await self.overrideEscrow(request, context))
      },
      MethodBinding(EscrowServiceMethods.getFeeSchedule) { call, context in
        let request = try call.request(GetFeeScheduleRequest.self)
        try call.respond(await self.getFeeSchedule(request, context))
      },
      MethodBinding(EscrowServiceMethods.listFeeSchedules) { call, context in
        let request = try call.request(ListFeeSchedulesRequest.self)
        try call.respond(await self.listFeeSchedules(request, context))
      },
      MethodBinding(EscrowServiceMethods.setFeeSchedule) { call, context in
        let request = try call.request(SetFeeScheduleRequest.self)
        try call.respond(await self.setFeeSchedule(request, context))
      },
      MethodBinding(EscrowServiceMethods.getReceipt) { call, context in
        let request = try call.request(GetReceiptRequest.self)
        try call.respond(await self.getReceipt(request, context))
      },
      MethodBinding(EscrowServiceMethods.getReceiptKey) { call, context in
        let request = try call.request(GetReceiptKeyRequest.self)
        try call.respond(await self.getReceiptKey(request, context))
      },
      MethodBinding(EscrowServiceMethods.listReceipts) { call, context in
        let request = try call.request(ListReceiptsRequest.self)
        try call.respond(await self.listReceipts(request, context))
      },
      MethodBinding(EscrowServiceMethods.watchEscrow) { call, context in
        let request = try call.request(WatchEscrowRequest.self)
        try await self.watchEscrow(request, call.responses(Escrow.self), context)
      },
    ]
  }
}

/// Holds the client's money between payment and approval.
///
/// At each moment: funded = released + refunded + available + disputed. Every change of state and its
/// ledger transfers commit together or not at all. A request that moves money carries a `request_id`; the
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

  /// The caller's escrows, newest first; an admin may list another user's, or everybody's.
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
  /// `PROVIDER_DOWN`: the escrow keeps its state; send the same request again.
  public func fundEscrow(
    _ request: FundEscrowRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> FundEscrowResponse {
    let response: UnaryResponse<FundEscrowResponse> =
      try await rpcChannel.unary(EscrowServiceMethods.fundEscrow, request, options)
    return response.message
  }

  /// Both sides agree to other amounts, more milestones or another deadline, once something is paid: the
  /// first call proposes what each milestone is worth then, what is added and when the work is due, the
  /// same from the other side makes it so. Something else is a proposal of one's own. A milestone of
  /// zero is cancelled; none goes below what was paid out of it.
  ///
  /// What was paid beyond a smaller scope, with the fee that belongs to it, goes to the client's wallet
  /// in the same moment. What a larger one costs more is taken from the client's wallet, whoever agrees
  /// last: top it up by CreateDeposit before. While only a part is paid, it can only be less, and the
  /// escrow is locked by it.
  ///
  /// A proposal ends with `withdraw`, and when something is delivered, released or disputed, or all is
  /// paid: it was about the work as it was. It can be agreed to until `restatement_expire_time`, 14 days
  /// after it was last made, unless whoever made it is stopped meanwhile; agreeing later is a proposal of
  /// one's own.
  ///
  /// `STEP_UP_REQUIRED`: the freelancer gives much up, by proposing it or by agreeing to it, also of
  /// what is under review for what is still to be done; or agrees to an earlier deadline, behind which
  /// the client may take everything back; or the client proposes or agrees to what costs much more.
  /// `INSUFFICIENT_FUNDS`, `WALLET_FROZEN`, `DAILY_LIMIT_EXCEEDED`: it cannot be taken from the
  /// client's wallet. It counts as a transfer to somebody else does.
  public func restateEscrow(
    _ request: RestateEscrowRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Escrow {
    let response: UnaryResponse<Escrow> =
      try await rpcChannel.unary(EscrowServiceMethods.restateEscrow, request, options)
    return response.message
  }

  /// The freelancer delivers one milestone. If the client says nothing until `review_end_time`, it
  /// is released by itself.
  public func submitMilestone(
    _ request: SubmitMilestoneRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Escrow {
    let response: UnaryResponse<Escrow> =
      try await rpcChannel.unary(EscrowServiceMethods.submitMilestone, request, options)
    return response.message
  }

  /// The client sends a delivery back with what is missing; the time to look at it stops until it is
  /// delivered anew.
  public func requestRevision(
    _ request: RequestRevisionRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Escrow {
    let response: UnaryResponse<Escrow> =
      try await rpcChannel.unary(EscrowServiceMethods.requestRevision, request, options)
    return response.message
  }

  /// More time to look at a delivery. The freelancer grants any; the client takes it once for each
  /// delivery, at most as long as the time that was agreed.
  public func extendInspection(
    _ request: ExtendInspectionRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Escrow {
    let response: UnaryResponse<Escrow> =
      try await rpcChannel.unary(EscrowServiceMethods.extendInspection, request, options)
    return response.message
  }

  /// What a release would pay to whom, and its fee. Changes nothing.
  public func previewRelease(
    _ request: PreviewReleaseRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> PreviewReleaseResponse {
    let response: UnaryResponse<PreviewReleaseResponse> =
      try await rpcChannel.unary(EscrowServiceMethods.previewRelease, request, options)
    return response.message
  }

  /// The freelancer says who shares what they get, from the next release on: each payee by weight,
  /// divided exactly (largest remainder). An empty list: it is theirs alone.
  ///
  /// `STEP_UP_REQUIRED`: much of the escrow is still to be paid. `WALLET_FROZEN`: what would be the
  /// freelancer's must not leave them.
  public func setPayees(
    _ request: SetPayeesRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Escrow {
    let response: UnaryResponse<Escrow> =
      try await rpcChannel.unary(EscrowServiceMethods.setPayees, request, options)
    return response.message
  }

  /// The client pays one milestone, or a part of it, to the freelancer's wallet, at once and for
  /// good.
  public func releaseMilestone(
    _ request: ReleaseMilestoneRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Escrow {
    let response: UnaryResponse<Escrow> =
      try await rpcChannel.unary(EscrowServiceMethods.releaseMilestone, request, options)
    return response.message
  }

  /// The client pays everything that is still held, or a part of it, to the freelancer's wallet; at a
  /// quote of the freelancer, in local currency, in the same ledger transaction.
  ///
  /// `NOT_FOUND`: the quote is not the freelancer's, too.
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
  /// `STEP_UP_REQUIRED`: the freelancer gives much back.
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

  /// One side agrees to end it and give back what is held, or takes that back. When both agree, it
  /// goes to the client's wallet. A consent ends when work is delivered, released or disputed, or the
  /// terms are changed. The other side can agree to it until `cancellation_expire_time`, 14 days after
  /// it was last given, unless whoever gave it is stopped meanwhile; agreeing later is a first consent of
  /// one's own.
  ///
  /// `STEP_UP_REQUIRED`: the freelancer agrees to give much back.
  public func consentCancel(
    _ request: ConsentCancelRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Escrow {
    let response: UnaryResponse<Escrow> =
      try await rpcChannel.unary(EscrowServiceMethods.consentCancel, request, options)
    return response.message
  }

  /// An admin stops everything that would take money out of an escrow. Payments are still taken in.
  public func freezeEscrow(
    _ request: FreezeEscrowRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Escrow {
    let response: UnaryResponse<Escrow> =
      try await rpcChannel.unary(EscrowServiceMethods.freezeEscrow, request, options)
    return response.message
  }

  /// An admin lets it go on, who has no share in it.
  public func unfreezeEscrow(
    _ request: UnfreezeEscrowRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Escrow {
    let response: UnaryResponse<Escrow> =
      try await rpcChannel.unary(EscrowServiceMethods.unfreezeEscrow, request, options)
    return response.message
  }

  /// An admin decides where everything goes that is held, whatever the two say, and ends the escrow.
  /// Not while a dispute is open: that is ruled on. When more than the operators' limit is held, the
  /// first call is a proposal that changes nothing, and the same one by another admin decides, if the
  /// escrow has not changed meanwhile.
  public func overrideEscrow(
    _ request: OverrideEscrowRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Escrow {
    let response: UnaryResponse<Escrow> =
      try await rpcChannel.unary(EscrowServiceMethods.overrideEscrow, request, options)
    return response.message
  }

  /// One version of the platform's fees: the one that the terms of a job name, also when a later one
  /// counts.
  public func getFeeSchedule(
    _ request: GetFeeScheduleRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> FeeSchedule {
    let response: UnaryResponse<FeeSchedule> =
      try await rpcChannel.unary(EscrowServiceMethods.getFeeSchedule, request, options)
    return response.message
  }

  /// The versions of the platform's fees, the latest first: that one counts for jobs that are posted
  /// and terms that are changed.
  public func listFeeSchedules(
    _ request: ListFeeSchedulesRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListFeeSchedulesResponse {
    let response: UnaryResponse<ListFeeSchedulesResponse> =
      try await rpcChannel.unary(EscrowServiceMethods.listFeeSchedules, request, options)
    return response.message
  }

  /// An admin sets the fees of terms that are posted or changed from now on. Jobs that are there keep
  /// theirs: what the two sides read is what they agree on.
  public func setFeeSchedule(
    _ request: SetFeeScheduleRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> FeeSchedule {
    let response: UnaryResponse<FeeSchedule> =
      try await rpcChannel.unary(EscrowServiceMethods.setFeeSchedule, request, options)
    return response.message
  }

  /// One receipt. docs/RECEIPTS.md says how to check it without us.
  public func getReceipt(
    _ request: GetReceiptRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Receipt {
    let response: UnaryResponse<Receipt> =
      try await rpcChannel.unary(EscrowServiceMethods.getReceipt, request, options)
    return response.message
  }

  /// The key that receipts are signed with. Keep it: receipts are checked with it.
  public func getReceiptKey(
    _ request: GetReceiptKeyRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ReceiptKey {
    let response: UnaryResponse<ReceiptKey> =
      try await rpcChannel.unary(EscrowServiceMethods.getReceiptKey, request, options)
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
