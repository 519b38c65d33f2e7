// Generated from paylyt/jobs/v1/job.proto by protoc-gen-paylyt. Do not edit.

import CPayLytAPI
import CStandardAPI
public import PayLytRPC
public import StandardAPI

public struct Job: WireMessage {
  /// `jobs/{uuid}`.
  public var name: String = ""
  public var title: String = ""
  public var description: String = ""
  /// `users/{uuid}` of the client.
  public var client: String = ""
  /// `users/{uuid}` of the freelancer; empty while the job is open.
  public var freelancer: String = ""
  /// Sum of the milestones, in BTC (millisatoshis; whole satoshis).
  public var amount: Money? = nil
  /// What `amount` was worth in the client's currency when the job was posted, rounded down. Not set
  /// when there was no rate then.
  public var localValue: Money? = nil
  /// The rate behind `local_value` and when it was quoted; as `local_value`.
  public var rate: Rate? = nil
  public var rateTime: StandardAPI.ProtoTimestamp? = nil
  /// As it was posted, as are milestones and amount. The escrow has its own, which the two can change
  /// (RestateEscrow).
  public var deadline: StandardAPI.ProtoTimestamp? = nil
  public var milestones: [MilestoneTerms] = []
  public var state: Job.State = .unspecified
  /// SHA-256 over title, description, milestones, deadline, conditions and fees: what AcceptTerms
  /// agrees to.
  public var termsSha256: [UInt8] = []
  /// `escrows/{uuid}`; empty while the job is open.
  public var escrow: String = ""
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  /// Changes with each change of the job itself (not of its escrow).
  public var etag: String = ""
  /// Grows with each change of the terms.
  public var termsVersion: Int32 = 0
  public var conditions: Conditions? = nil
  /// Whether the client picks one of those who apply; otherwise the first one takes the job.
  public var requiresApplication: Bool = false
  public var updateTime: StandardAPI.ProtoTimestamp? = nil
  /// The platform's fees at which the escrow is opened: those of the moment when the terms were
  /// posted or changed last. They are part of the terms; a later schedule does not concern this job.
  public var fees: FeeSchedule? = nil
  /// What the client pays in: `amount`, and their part of the fee.
  public var clientPays: Money? = nil
  /// What the freelancer has once all is released: `amount` less their part of the fee.
  public var freelancerGets: Money? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  /// Output only. From ASSIGNED on, the state follows from the job's escrow.
  public enum State: WireEnum {
    case unspecified
    /// Open for acceptance.
    case open
    /// Terms accepted, money not yet there.
    case assigned
    /// The money is held.
    case paidLocked
    /// Work is delivered and waits for the client.
    case submitted
    /// All money went to the freelancer.
    case released
    /// The rest of the money went back to the client.
    case refunded
    /// Withdrawn before any money was there.
    case cancelled
    /// Only the client sees it.
    case draft
    /// Nobody took it before its deadline.
    case expired
    /// The two disagree; the money is frozen.
    case disputed
    /// Both got a part of the money.
    case split
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .open
      case 2: self = .assigned
      case 3: self = .paidLocked
      case 4: self = .submitted
      case 5: self = .released
      case 6: self = .refunded
      case 7: self = .cancelled
      case 8: self = .draft
      case 9: self = .expired
      case 10: self = .disputed
      case 11: self = .split
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .open: 1
      case .assigned: 2
      case .paidLocked: 3
      case .submitted: 4
      case .released: 5
      case .refunded: 6
      case .cancelled: 7
      case .draft: 8
      case .expired: 9
      case .disputed: 10
      case .split: 11
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .open, .assigned, .paidLocked, .submitted, .released, .refunded, .cancelled, .draft, .expired, .disputed, .split] }
  }
}

/// What the escrow is opened with, beside price and deadline. Part of the terms.
public struct Conditions: WireMessage {
  /// Who bears the platform's fee. Unspecified: the freelancer.
  public var feePayer: FeePayer = .unspecified
  /// How long the client may look at a delivery before it counts as accepted: up to 90 days. 0: 7
  /// days.
  public var inspectionSeconds: Int64 = 0
  /// How often the client may ask for a revision of one milestone: up to 20. 0: 3; -1: never.
  public var revisionsMax: Int32 = 0
  /// Money for which nothing was delivered goes back by itself, 72 hours after the deadline.
  public var autoRefund: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// One step of the work with its price.
public struct MilestoneTerms: WireMessage {
  /// 1 to 200 characters.
  public var title: String = ""
  /// BTC, whole satoshis, more than zero.
  public var amount: Money? = nil
  /// `jobs/{uuid}/milestones/{number}`: output only. The number stays when others are removed.
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct CreateJobRequest: WireMessage {
  /// A UUID that the caller makes; the same request sent again gets the same job.
  public var requestID: String = ""
  /// 1 to 200 characters.
  public var title: String = ""
  /// 1 to 10 000 characters.
  public var description: String = ""
  /// Up to 50 milestones. At most 20 000 000 satoshis together, what one Lightning invoice can carry.
  /// Empty when `amount` is set: the whole job is then its one milestone, under the job's title.
  public var milestones: [MilestoneTerms] = []
  /// ISO 4217 code of the currency that `local_value` is shown in: NGN, KES, GHS or USD.
  public var localCurrency: String = ""
  /// In the future.
  public var deadline: StandardAPI.ProtoTimestamp? = nil
  public var conditions: Conditions? = nil
  /// Whether the client picks one of those who apply.
  public var requiresApplication: Bool = false
  /// Whether it is a draft that only the client sees, until PublishJob.
  public var draft: Bool = false
  /// The price of the job, for one without milestones. Beside milestones it may be left out; else it must
  /// be their sum.
  public var amount: Money? = nil
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetJobRequest: WireMessage {
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListJobsRequest: WireMessage {
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  /// `next_page_token` of the page before.
  public var pageToken: String = ""
  /// Only jobs of which the caller is the client or the freelancer.
  public var mine: Bool = false
  /// Of whom, as the client or the freelancer: `users/{uuid}`, or `users/-` for all jobs in all
  /// states. Only admins name others. Empty: open jobs, or with `mine` the caller's.
  public var parent: String = ""
  /// Restrictions joined by AND, at most 10 (a part of AIP-160): `title:"logo"` (has, without regard
  /// to case), and `=`, `!=`, `<`, `<=`, `>`, `>=` with `amount` (millisatoshis), `local_currency`,
  /// `local_value` (minor units), `deadline`, `create_time` ("2026-01-31T12:00:00Z"),
  /// `requires_application` (true or false) and `fee_payer` (CLIENT, FREELANCER, SPLIT). Also
  /// `description:"…"`, and with `=` and `!=` `state` (OPEN, PAID_LOCKED, …), `client` and
  /// `freelancer` (`users/{uuid}`).
  public var filter: String = ""
  /// Newest first when empty. `amount` orders open jobs only, `deadline` not those of `users/-`.
  public var orderBy: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListJobsResponse: WireMessage {
  /// May be few, or none, although more pages follow.
  public var jobs: [Job] = []
  /// Empty on the last page.
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct AcceptTermsRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  /// The job's `terms_sha256` as the freelancer read it.
  public var termsSha256: [UInt8] = []
  /// The job's `terms_version` as well; zero: the content alone counts.
  public var termsVersion: Int32 = 0
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct CancelJobRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct DeclineJobRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  /// Why: 1 to 1 000 characters.
  public var reason: String = ""
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct PublishJobRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct UpdateJobRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  /// The new values of the fields in `update_mask`.
  public var title: String = ""
  public var description: String = ""
  public var deadline: StandardAPI.ProtoTimestamp? = nil
  public var conditions: Conditions? = nil
  public var requiresApplication: Bool = false
  /// `title`, `description`, `deadline`, `conditions`, `requires_application`; `*` for all of them.
  public var updateMask: StandardAPI.ProtoFieldMask? = nil
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct AddMilestoneRequest: WireMessage {
  public var requestID: String = ""
  /// `jobs/{uuid}`.
  public var parent: String = ""
  public var milestone: MilestoneTerms? = nil
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct UpdateMilestoneRequest: WireMessage {
  public var requestID: String = ""
  /// `jobs/{uuid}/milestones/{number}`.
  public var name: String = ""
  public var milestone: MilestoneTerms? = nil
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct RemoveMilestoneRequest: WireMessage {
  public var requestID: String = ""
  /// `jobs/{uuid}/milestones/{number}`.
  public var name: String = ""
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ApplyToJobRequest: WireMessage {
  public var requestID: String = ""
  /// `jobs/{uuid}`.
  public var name: String = ""
  /// What the freelancer writes to the client: 1 to 10 000 characters.
  public var proposal: String = ""
  /// The job's `terms_sha256` as the freelancer read it.
  public var termsSha256: [UInt8] = []
  /// The job's `terms_version` as well; zero: the content alone counts.
  public var termsVersion: Int32 = 0
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// A freelancer's offer to do a job.
public struct Application: WireMessage {
  /// `jobs/{uuid}/applications/{uuid}`.
  public var name: String = ""
  /// `users/{uuid}`.
  public var freelancer: String = ""
  public var proposal: String = ""
  public var state: Application.State = .unspecified
  /// The terms that the freelancer has agreed to.
  public var termsSha256: [UInt8] = []
  public var termsVersion: Int32 = 0
  /// Changes with each change.
  public var etag: String = ""
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  public var updateTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum State: WireEnum {
    case unspecified
    /// It waits for the client.
    case pending
    case accepted
    /// By the client, or because the job was cancelled or expired.
    case rejected
    case withdrawn
    /// Another one has the job; it is pending again when the job should open again.
    case passedOver
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .pending
      case 2: self = .accepted
      case 3: self = .rejected
      case 4: self = .withdrawn
      case 5: self = .passedOver
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .pending: 1
      case .accepted: 2
      case .rejected: 3
      case .withdrawn: 4
      case .passedOver: 5
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .pending, .accepted, .rejected, .withdrawn, .passedOver] }
  }
}

public struct GetApplicationRequest: WireMessage {
  /// `jobs/{uuid}/applications/{uuid}`.
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListApplicationsRequest: WireMessage {
  /// `jobs/{uuid}`, or `jobs/-` for the caller's own.
  public var parent: String = ""
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListApplicationsResponse: WireMessage {
  public var applications: [Application] = []
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct AcceptApplicationRequest: WireMessage {
  public var requestID: String = ""
  /// `jobs/{uuid}/applications/{uuid}`.
  public var name: String = ""
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct RejectApplicationRequest: WireMessage {
  public var requestID: String = ""
  /// `jobs/{uuid}/applications/{uuid}`.
  public var name: String = ""
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct WithdrawApplicationRequest: WireMessage {
  public var requestID: String = ""
  /// `jobs/{uuid}/applications/{uuid}`.
  public var name: String = ""
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct WatchJobRequest: WireMessage {
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension Job {
  public static let fullName = "paylyt.jobs.v1.Job"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__job__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    title: String = "",
    description: String = "",
    client: String = "",
    freelancer: String = "",
    amount: Money? = nil,
    localValue: Money? = nil,
    rate: Rate? = nil,
    rateTime: StandardAPI.ProtoTimestamp? = nil,
    deadline: StandardAPI.ProtoTimestamp? = nil,
    milestones: [MilestoneTerms] = [],
    state: Job.State = .unspecified,
    termsSha256: [UInt8] = [],
    escrow: String = "",
    createTime: StandardAPI.ProtoTimestamp? = nil,
    etag: String = "",
    termsVersion: Int32 = 0,
    conditions: Conditions? = nil,
    requiresApplication: Bool = false,
    updateTime: StandardAPI.ProtoTimestamp? = nil,
    fees: FeeSchedule? = nil,
    clientPays: Money? = nil,
    freelancerGets: Money? = nil
  ) {
    self.init(
      name: name,
      title: title,
      description: description,
      client: client,
      freelancer: freelancer,
      amount: amount,
      localValue: localValue,
      rate: rate,
      rateTime: rateTime,
      deadline: deadline,
      milestones: milestones,
      state: state,
      termsSha256: termsSha256,
      escrow: escrow,
      createTime: createTime,
      etag: etag,
      termsVersion: termsVersion,
      conditions: conditions,
      requiresApplication: requiresApplication,
      updateTime: updateTime,
      fees: fees,
      clientPays: clientPays,
      freelancerGets: freelancerGets,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Jobs__V1__Job.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let title: String = unsafe Wire.string(_c.pointee.title)
    let description: String = unsafe Wire.string(_c.pointee.description)
    let client: String = unsafe Wire.string(_c.pointee.client)
    let freelancer: String = unsafe Wire.string(_c.pointee.freelancer)
    let amount: Money? = unsafe Wire.messageIfPresent(_c.pointee.amount)
    let localValue: Money? = unsafe Wire.messageIfPresent(_c.pointee.local_value)
    let rate: Rate? = unsafe Wire.messageIfPresent(_c.pointee.rate)
    let rateTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.rate_time)
    let deadline: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.deadline)
    let milestones: [MilestoneTerms] = unsafe Wire.array(_c.pointee.milestones, _c.pointee.n_milestones) { unsafe Wire.message($0) }
    let state: Job.State = unsafe Job.State(rawValue: _c.pointee.state)
    let termsSha256: [UInt8] = unsafe Wire.array(_c.pointee.terms_sha256.data, _c.pointee.terms_sha256.len)
    let escrow: String = unsafe Wire.string(_c.pointee.escrow)
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let termsVersion: Int32 = unsafe _c.pointee.terms_version
    let conditions: Conditions? = unsafe Wire.messageIfPresent(_c.pointee.conditions)
    let requiresApplication: Bool = unsafe _c.pointee.requires_application != 0
    let updateTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.update_time)
    let fees: FeeSchedule? = unsafe Wire.messageIfPresent(_c.pointee.fees)
    let clientPays: Money? = unsafe Wire.messageIfPresent(_c.pointee.client_pays)
    let freelancerGets: Money? = unsafe Wire.messageIfPresent(_c.pointee.freelancer_gets)
    unsafe self.init(
      name: name,
      title: title,
      description: description,
      client: client,
      freelancer: freelancer,
      amount: amount,
      localValue: localValue,
      rate: rate,
      rateTime: rateTime,
      deadline: deadline,
      milestones: milestones,
      state: state,
      termsSha256: termsSha256,
      escrow: escrow,
      createTime: createTime,
      etag: etag,
      termsVersion: termsVersion,
      conditions: conditions,
      requiresApplication: requiresApplication,
      updateTime: updateTime,
      fees: fees,
      clientPays: clientPays,
      freelancerGets: freelancerGets,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__jobs__v1__job__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.title = arena.string(self.title)
    unsafe c.pointee.description = arena.string(self.description)
    unsafe c.pointee.client = arena.string(self.client)
    unsafe c.pointee.freelancer = arena.string(self.freelancer)
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    unsafe c.pointee.local_value = arena.messageIfPresent(self.localValue)
    unsafe c.pointee.rate = arena.messageIfPresent(self.rate)
    unsafe c.pointee.rate_time = arena.messageIfPresent(self.rateTime)
    unsafe c.pointee.deadline = arena.messageIfPresent(self.deadline)
    unsafe c.pointee.milestones = arena.array(self.milestones) { unsafe arena.message($0) }
    unsafe c.pointee.n_milestones = self.milestones.count
    unsafe c.pointee.state = self.state.rawValue
    unsafe c.pointee.terms_sha256 = .init(len: self.termsSha256.count, data: arena.array(self.termsSha256))
    unsafe c.pointee.escrow = arena.string(self.escrow)
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.terms_version = self.termsVersion
    unsafe c.pointee.conditions = arena.messageIfPresent(self.conditions)
    unsafe c.pointee.requires_application = self.requiresApplication ? 1 : 0
    unsafe c.pointee.update_time = arena.messageIfPresent(self.updateTime)
    unsafe c.pointee.fees = arena.messageIfPresent(self.fees)
    unsafe c.pointee.client_pays = arena.messageIfPresent(self.clientPays)
    unsafe c.pointee.freelancer_gets = arena.messageIfPresent(self.freelancerGets)
    return UnsafeMutableRawPointer(c)
  }
}

extension Conditions {
  public static let fullName = "paylyt.jobs.v1.Conditions"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__conditions__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    feePayer: FeePayer = .unspecified,
    inspectionSeconds: Int64 = 0,
    revisionsMax: Int32 = 0,
    autoRefund: Bool = false
  ) {
    self.init(
      feePayer: feePayer,
      inspectionSeconds: inspectionSeconds,
      revisionsMax: revisionsMax,
      autoRefund: autoRefund,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Jobs__V1__Conditions.self)
    let feePayer: FeePayer = unsafe FeePayer(rawValue: _c.pointee.fee_payer)
    let inspectionSeconds: Int64 = unsafe _c.pointee.inspection_seconds
    let revisionsMax: Int32 = unsafe _c.pointee.revisions_max
    let autoRefund: Bool = unsafe _c.pointee.auto_refund != 0
    unsafe self.init(
      feePayer: feePayer,
      inspectionSeconds: inspectionSeconds,
      revisionsMax: revisionsMax,
      autoRefund: autoRefund,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__jobs__v1__conditions__init, keeping: self.unknownFields)
    unsafe c.pointee.fee_payer = self.feePayer.rawValue
    unsafe c.pointee.inspection_seconds = self.inspectionSeconds
    unsafe c.pointee.revisions_max = self.revisionsMax
    unsafe c.pointee.auto_refund = self.autoRefund ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension MilestoneTerms {
  public static let fullName = "paylyt.jobs.v1.MilestoneTerms"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__milestone_terms__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    title: String = "",
    amount: Money? = nil,
    name: String = ""
  ) {
    self.init(
      title: title,
      amount: amount,
      name: name,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Jobs__V1__MilestoneTerms.self)
    let title: String = unsafe Wire.string(_c.pointee.title)
    let amount: Money? = unsafe Wire.messageIfPresent(_c.pointee.amount)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      title: title,
      amount: amount,
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__jobs__v1__milestone_terms__init, keeping: self.unknownFields)
    unsafe c.pointee.title = arena.string(self.title)
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension CreateJobRequest {
  public static let fullName = "paylyt.jobs.v1.CreateJobRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__create_job_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    title: String = "",
    description: String = "",
    milestones: [MilestoneTerms] = [],
    localCurrency: String = "",
    deadline: StandardAPI.ProtoTimestamp? = nil,
    conditions: Conditions? = nil,
    requiresApplication: Bool = false,
    draft: Bool = false,
    amount: Money? = nil,
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      title: title,
      description: description,
      milestones: milestones,
      localCurrency: localCurrency,
      deadline: deadline,
      conditions: conditions,
      requiresApplication: requiresApplication,
      draft: draft,
      amount: amount,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Jobs__V1__CreateJobRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let title: String = unsafe Wire.string(_c.pointee.title)
    let description: String = unsafe Wire.string(_c.pointee.description)
    let milestones: [MilestoneTerms] = unsafe Wire.array(_c.pointee.milestones, _c.pointee.n_milestones) { unsafe Wire.message($0) }
    let localCurrency: String = unsafe Wire.string(_c.pointee.local_currency)
    let deadline: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.deadline)
    let conditions: Conditions? = unsafe Wire.messageIfPresent(_c.pointee.conditions)
    let requiresApplication: Bool = unsafe _c.pointee.requires_application != 0
    let draft: Bool = unsafe _c.pointee.draft != 0
    let amount: Money? = unsafe Wire.messageIfPresent(_c.pointee.amount)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      title: title,
      description: description,
      milestones: milestones,
      localCurrency: localCurrency,
      deadline: deadline,
      conditions: conditions,
      requiresApplication: requiresApplication,
      draft: draft,
      amount: amount,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__jobs__v1__create_job_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.title = arena.string(self.title)
    unsafe c.pointee.description = arena.string(self.description)
    unsafe c.pointee.milestones = arena.array(self.milestones) { unsafe arena.message($0) }
    unsafe c.pointee.n_milestones = self.milestones.count
    unsafe c.pointee.local_currency = arena.string(self.localCurrency)
    unsafe c.pointee.deadline = arena.messageIfPresent(self.deadline)
    unsafe c.pointee.conditions = arena.messageIfPresent(self.conditions)
    unsafe c.pointee.requires_application = self.requiresApplication ? 1 : 0
    unsafe c.pointee.draft = self.draft ? 1 : 0
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension GetJobRequest {
  public static let fullName = "paylyt.jobs.v1.GetJobRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__get_job_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Jobs__V1__GetJobRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__jobs__v1__get_job_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListJobsRequest {
  public static let fullName = "paylyt.jobs.v1.ListJobsRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__list_jobs_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    pageSize: Int32 = 0,
    pageToken: String = "",
    mine: Bool = false,
    parent: String = "",
    filter: String = "",
    orderBy: String = ""
  ) {
    self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      mine: mine,
      parent: parent,
      filter: filter,
      orderBy: orderBy,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Jobs__V1__ListJobsRequest.self)
    let pageSize: Int32 = unsafe _c.pointee.page_size
    let pageToken: String = unsafe Wire.string(_c.pointee.page_token)
    let mine: Bool = unsafe _c.pointee.mine != 0
    let parent: String = unsafe Wire.string(_c.pointee.parent)
    let filter: String = unsafe Wire.string(_c.pointee.filter)
    let orderBy: String = unsafe Wire.string(_c.pointee.order_by)
    unsafe self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      mine: mine,
      parent: parent,
      filter: filter,
      orderBy: orderBy,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__jobs__v1__list_jobs_request__init, keeping: self.unknownFields)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    unsafe c.pointee.mine = self.mine ? 1 : 0
    unsafe c.pointee.parent = arena.string(self.parent)
    unsafe c.pointee.filter = arena.string(self.filter)
    unsafe c.pointee.order_by = arena.string(self.orderBy)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListJobsResponse {
  public static let fullName = "paylyt.jobs.v1.ListJobsResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__list_jobs_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    jobs: [Job] = [],
    nextPageToken: String = ""
  ) {
    self.init(
      jobs: jobs,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Jobs__V1__ListJobsResponse.self)
    let jobs: [Job] = unsafe Wire.array(_c.pointee.jobs, _c.pointee.n_jobs) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    unsafe self.init(
      jobs: jobs,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__jobs__v1__list_jobs_response__init, keeping: self.unknownFields)
    unsafe c.pointee.jobs = arena.array(self.jobs) { unsafe arena.message($0) }
    unsafe c.pointee.n_jobs = self.jobs.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension AcceptTermsRequest {
  public static let fullName = "paylyt.jobs.v1.AcceptTermsRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__accept_terms_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    termsSha256: [UInt8] = [],
    termsVersion: Int32 = 0,
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      termsSha256: termsSha256,
      termsVersion: termsVersion,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Jobs__V1__AcceptTermsRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let termsSha256: [UInt8] = unsafe Wire.array(_c.pointee.terms_sha256.data, _c.pointee.terms_sha256.len)
    let termsVersion: Int32 = unsafe _c.pointee.terms_version
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      termsSha256: termsSha256,
      termsVersion: termsVersion,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__jobs__v1__accept_terms_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.terms_sha256 = .init(len: self.termsSha256.count, data: arena.array(self.termsSha256))
    unsafe c.pointee.terms_version = self.termsVersion
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension CancelJobRequest {
  public static let fullName = "paylyt.jobs.v1.CancelJobRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__cancel_job_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Jobs__V1__CancelJobRequest.self)
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
    let c = unsafe arena.make(paylyt__jobs__v1__cancel_job_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension DeclineJobRequest {
  public static let fullName = "paylyt.jobs.v1.DeclineJobRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__decline_job_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Jobs__V1__DeclineJobRequest.self)
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
    let c = unsafe arena.make(paylyt__jobs__v1__decline_job_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension PublishJobRequest {
  public static let fullName = "paylyt.jobs.v1.PublishJobRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__publish_job_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Jobs__V1__PublishJobRequest.self)
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
    let c = unsafe arena.make(paylyt__jobs__v1__publish_job_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension UpdateJobRequest {
  public static let fullName = "paylyt.jobs.v1.UpdateJobRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__update_job_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    title: String = "",
    description: String = "",
    deadline: StandardAPI.ProtoTimestamp? = nil,
    conditions: Conditions? = nil,
    requiresApplication: Bool = false,
    updateMask: StandardAPI.ProtoFieldMask? = nil,
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      title: title,
      description: description,
      deadline: deadline,
      conditions: conditions,
      requiresApplication: requiresApplication,
      updateMask: updateMask,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Jobs__V1__UpdateJobRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let title: String = unsafe Wire.string(_c.pointee.title)
    let description: String = unsafe Wire.string(_c.pointee.description)
    let deadline: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.deadline)
    let conditions: Conditions? = unsafe Wire.messageIfPresent(_c.pointee.conditions)
    let requiresApplication: Bool = unsafe _c.pointee.requires_application != 0
    let updateMask: StandardAPI.ProtoFieldMask? = unsafe Wire.messageIfPresent(_c.pointee.update_mask)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      title: title,
      description: description,
      deadline: deadline,
      conditions: conditions,
      requiresApplication: requiresApplication,
      updateMask: updateMask,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__jobs__v1__update_job_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.title = arena.string(self.title)
    unsafe c.pointee.description = arena.string(self.description)
    unsafe c.pointee.deadline = arena.messageIfPresent(self.deadline)
    unsafe c.pointee.conditions = arena.messageIfPresent(self.conditions)
    unsafe c.pointee.requires_application = self.requiresApplication ? 1 : 0
    unsafe c.pointee.update_mask = arena.messageIfPresent(self.updateMask)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension AddMilestoneRequest {
  public static let fullName = "paylyt.jobs.v1.AddMilestoneRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__add_milestone_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    parent: String = "",
    milestone: MilestoneTerms? = nil,
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      parent: parent,
      milestone: milestone,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Jobs__V1__AddMilestoneRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let parent: String = unsafe Wire.string(_c.pointee.parent)
    let milestone: MilestoneTerms? = unsafe Wire.messageIfPresent(_c.pointee.milestone)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      parent: parent,
      milestone: milestone,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__jobs__v1__add_milestone_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.parent = arena.string(self.parent)
    unsafe c.pointee.milestone = arena.messageIfPresent(self.milestone)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension UpdateMilestoneRequest {
  public static let fullName = "paylyt.jobs.v1.UpdateMilestoneRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__update_milestone_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    milestone: MilestoneTerms? = nil,
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      milestone: milestone,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Jobs__V1__UpdateMilestoneRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let milestone: MilestoneTerms? = unsafe Wire.messageIfPresent(_c.pointee.milestone)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      milestone: milestone,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__jobs__v1__update_milestone_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.milestone = arena.messageIfPresent(self.milestone)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension RemoveMilestoneRequest {
  public static let fullName = "paylyt.jobs.v1.RemoveMilestoneRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__remove_milestone_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Jobs__V1__RemoveMilestoneRequest.self)
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
    let c = unsafe arena.make(paylyt__jobs__v1__remove_milestone_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension ApplyToJobRequest {
  public static let fullName = "paylyt.jobs.v1.ApplyToJobRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__apply_to_job_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    proposal: String = "",
    termsSha256: [UInt8] = [],
    termsVersion: Int32 = 0,
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      proposal: proposal,
      termsSha256: termsSha256,
      termsVersion: termsVersion,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Jobs__V1__ApplyToJobRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let proposal: String = unsafe Wire.string(_c.pointee.proposal)
    let termsSha256: [UInt8] = unsafe Wire.array(_c.pointee.terms_sha256.data, _c.pointee.terms_sha256.len)
    let termsVersion: Int32 = unsafe _c.pointee.terms_version
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      proposal: proposal,
      termsSha256: termsSha256,
      termsVersion: termsVersion,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__jobs__v1__apply_to_job_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.proposal = arena.string(self.proposal)
    unsafe c.pointee.terms_sha256 = .init(len: self.termsSha256.count, data: arena.array(self.termsSha256))
    unsafe c.pointee.terms_version = self.termsVersion
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension Application {
  public static let fullName = "paylyt.jobs.v1.Application"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__application__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    freelancer: String = "",
    proposal: String = "",
    state: Application.State = .unspecified,
    termsSha256: [UInt8] = [],
    termsVersion: Int32 = 0,
    etag: String = "",
    createTime: StandardAPI.ProtoTimestamp? = nil,
    updateTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.init(
      name: name,
      freelancer: freelancer,
      proposal: proposal,
      state: state,
      termsSha256: termsSha256,
      termsVersion: termsVersion,
      etag: etag,
      createTime: createTime,
      updateTime: updateTime,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Jobs__V1__Application.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let freelancer: String = unsafe Wire.string(_c.pointee.freelancer)
    let proposal: String = unsafe Wire.string(_c.pointee.proposal)
    let state: Application.State = unsafe Application.State(rawValue: _c.pointee.state)
    let termsSha256: [UInt8] = unsafe Wire.array(_c.pointee.terms_sha256.data, _c.pointee.terms_sha256.len)
    let termsVersion: Int32 = unsafe _c.pointee.terms_version
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    let updateTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.update_time)
    unsafe self.init(
      name: name,
      freelancer: freelancer,
      proposal: proposal,
      state: state,
      termsSha256: termsSha256,
      termsVersion: termsVersion,
      etag: etag,
      createTime: createTime,
      updateTime: updateTime,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__jobs__v1__application__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.freelancer = arena.string(self.freelancer)
    unsafe c.pointee.proposal = arena.string(self.proposal)
    unsafe c.pointee.state = self.state.rawValue
    unsafe c.pointee.terms_sha256 = .init(len: self.termsSha256.count, data: arena.array(self.termsSha256))
    unsafe c.pointee.terms_version = self.termsVersion
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    unsafe c.pointee.update_time = arena.messageIfPresent(self.updateTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension GetApplicationRequest {
  public static let fullName = "paylyt.jobs.v1.GetApplicationRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__get_application_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Jobs__V1__GetApplicationRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__jobs__v1__get_application_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListApplicationsRequest {
  public static let fullName = "paylyt.jobs.v1.ListApplicationsRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__list_applications_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    parent: String = "",
    pageSize: Int32 = 0,
    pageToken: String = ""
  ) {
    self.init(
      parent: parent,
      pageSize: pageSize,
      pageToken: pageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Jobs__V1__ListApplicationsRequest.self)
    let parent: String = unsafe Wire.string(_c.pointee.parent)
    let pageSize: Int32 = unsafe _c.pointee.page_size
    let pageToken: String = unsafe Wire.string(_c.pointee.page_token)
    unsafe self.init(
      parent: parent,
      pageSize: pageSize,
      pageToken: pageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__jobs__v1__list_applications_request__init, keeping: self.unknownFields)
    unsafe c.pointee.parent = arena.string(self.parent)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListApplicationsResponse {
  public static let fullName = "paylyt.jobs.v1.ListApplicationsResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__list_applications_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    applications: [Application] = [],
    nextPageToken: String = ""
  ) {
    self.init(
      applications: applications,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Jobs__V1__ListApplicationsResponse.self)
    let applications: [Application] = unsafe Wire.array(_c.pointee.applications, _c.pointee.n_applications) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    unsafe self.init(
      applications: applications,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__jobs__v1__list_applications_response__init, keeping: self.unknownFields)
    unsafe c.pointee.applications = arena.array(self.applications) { unsafe arena.message($0) }
    unsafe c.pointee.n_applications = self.applications.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension AcceptApplicationRequest {
  public static let fullName = "paylyt.jobs.v1.AcceptApplicationRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__accept_application_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Jobs__V1__AcceptApplicationRequest.self)
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
    let c = unsafe arena.make(paylyt__jobs__v1__accept_application_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension RejectApplicationRequest {
  public static let fullName = "paylyt.jobs.v1.RejectApplicationRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__reject_application_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Jobs__V1__RejectApplicationRequest.self)
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
    let c = unsafe arena.make(paylyt__jobs__v1__reject_application_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension WithdrawApplicationRequest {
  public static let fullName = "paylyt.jobs.v1.WithdrawApplicationRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__withdraw_application_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Jobs__V1__WithdrawApplicationRequest.self)
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
    let c = unsafe arena.make(paylyt__jobs__v1__withdraw_application_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension WatchJobRequest {
  public static let fullName = "paylyt.jobs.v1.WatchJobRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__watch_job_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Jobs__V1__WatchJobRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__jobs__v1__watch_job_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension Conditions {
  private static let feePayerRule = EnumRule([1: "FEE_PAYER_CLIENT", 2: "FEE_PAYER_FREELANCER", 3: "FEE_PAYER_SPLIT"])

  public func checkFields(_ found: inout FieldViolations) {
    found.choice(self.feePayer, Self.feePayerRule, "fee_payer")
    found.number(self.inspectionSeconds, NumberRule(0...7776000), "inspection_seconds")
    found.number(self.revisionsMax, NumberRule(-1...20), "revisions_max")
  }
}

extension MilestoneTerms {
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

extension CreateJobRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let titleRule = TextRule(required: true, length: 0...200)
  private static let descriptionRule = TextRule(required: true, length: 0...10000)
  private static let localCurrencyRule = TextRule(required: true, choices: ["NGN", "KES", "GHS", "USD"])
  private static let amountRule = TextRule(required: true, choices: ["BTC"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.title, Self.titleRule, "title")
    found.text(self.description, Self.descriptionRule, "description")
    if found.list(self.milestones.count, 0...50, "milestones") {
      for (index, value) in self.milestones.enumerated() {
        let mark = found.count
        value.checkFields(&found)
        found.nest(since: mark, in: "milestones[\(index)]")
      }
    }
    found.text(self.localCurrency, Self.localCurrencyRule, "local_currency")
    if let value = self.deadline {
      found.moment(seconds: value.seconds, nanos: value.nanos, "deadline")
    } else {
      found.missing("deadline")
    }
    if let value = self.conditions {
      let mark = found.count
      value.checkFields(&found)
      found.nest(since: mark, in: "conditions")
    }
    if let value = self.amount {
      let mark = found.count
      found.text(value.asset, Self.amountRule, "asset")
      if found.count == mark {
        found.number(value.units, NumberRule(1000...20000000000, multipleOf: 1000), "units")
      }
      found.nest(since: mark, in: "amount")
    }
  }
}

extension GetJobRequest {
  private static let nameRule = TextRule(required: true, patterns: ["jobs/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension ListJobsRequest {
  private static let pageTokenRule = TextRule(length: 0...1000)
  private static let parentRule = TextRule(patterns: ["users/{uuid}", "users/-"])
  private static let filterRule = TextRule(length: 0...1000, countsBytes: true)
  private static let orderByRule = TextRule(choices: ["create_time", "create_time desc", "deadline", "deadline desc", "amount", "amount desc"])

  public func checkFields(_ found: inout FieldViolations) {
    found.number(self.pageSize, NumberRule(0...Int64.max), "page_size")
    found.text(self.pageToken, Self.pageTokenRule, "page_token")
    found.text(self.parent, Self.parentRule, "parent")
    found.text(self.filter, Self.filterRule, "filter")
    found.text(self.orderBy, Self.orderByRule, "order_by")
  }
}

extension AcceptTermsRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["jobs/{uuid}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.bytes(self.termsSha256, 32...32, "terms_sha256")
    found.number(self.termsVersion, NumberRule(0...Int64.max), "terms_version")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension CancelJobRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["jobs/{uuid}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension DeclineJobRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["jobs/{uuid}"])
  private static let reasonRule = TextRule(required: true, length: 0...1000)
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.reason, Self.reasonRule, "reason")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension PublishJobRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["jobs/{uuid}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension UpdateJobRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["jobs/{uuid}"])
  private static let titleRule = TextRule(required: true, length: 0...200)
  private static let descriptionRule = TextRule(required: true, length: 0...10000)
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    let mask = found.mask(
      self.updateMask?.paths ?? [], of: ["title", "description", "deadline", "conditions", "requires_application"],
      required: true, "update_mask")
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    if mask.has("title") {
      found.text(self.title, Self.titleRule, "title")
    }
    if mask.has("description") {
      found.text(self.description, Self.descriptionRule, "description")
    }
    if mask.has("deadline") {
      if let value = self.deadline {
        found.moment(seconds: value.seconds, nanos: value.nanos, "deadline")
      } else {
        found.missing("deadline")
      }
    }
    if mask.has("conditions") {
      if let value = self.conditions {
        let mark = found.count
        value.checkFields(&found)
        found.nest(since: mark, in: "conditions")
      }
    }
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension AddMilestoneRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let parentRule = TextRule(required: true, patterns: ["jobs/{uuid}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.parent, Self.parentRule, "parent")
    if let value = self.milestone {
      let mark = found.count
      value.checkFields(&found)
      found.nest(since: mark, in: "milestone")
    } else {
      found.missing("milestone")
    }
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension UpdateMilestoneRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["jobs/{uuid}/milestones/{number}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    if let value = self.milestone {
      let mark = found.count
      value.checkFields(&found)
      found.nest(since: mark, in: "milestone")
    } else {
      found.missing("milestone")
    }
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension RemoveMilestoneRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["jobs/{uuid}/milestones/{number}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension ApplyToJobRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["jobs/{uuid}"])
  private static let proposalRule = TextRule(required: true, length: 0...10000)
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.proposal, Self.proposalRule, "proposal")
    found.bytes(self.termsSha256, 32...32, "terms_sha256")
    found.number(self.termsVersion, NumberRule(0...Int64.max), "terms_version")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension GetApplicationRequest {
  private static let nameRule = TextRule(required: true, patterns: ["jobs/{uuid}/applications/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension ListApplicationsRequest {
  private static let parentRule = TextRule(required: true, patterns: ["jobs/{uuid}", "jobs/-"])
  private static let pageTokenRule = TextRule(length: 0...1000)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.parent, Self.parentRule, "parent")
    found.number(self.pageSize, NumberRule(0...Int64.max), "page_size")
    found.text(self.pageToken, Self.pageTokenRule, "page_token")
  }
}

extension AcceptApplicationRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["jobs/{uuid}/applications/{uuid}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension RejectApplicationRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["jobs/{uuid}/applications/{uuid}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension WithdrawApplicationRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["jobs/{uuid}/applications/{uuid}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension WatchJobRequest {
  private static let nameRule = TextRule(required: true, patterns: ["jobs/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

/// The methods of `paylyt.jobs.v1.JobService`.
public enum JobServiceMethods {
  public static let serviceName = "paylyt.jobs.v1.JobService"

  public static let createJob = MethodDescriptor(
    service: serviceName,
    method: "CreateJob",
    kind: .unary,
    requestType: "paylyt.jobs.v1.CreateJobRequest",
    responseType: "paylyt.jobs.v1.Job",
    options: MethodOptions(
      permission: "jobs.post",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let getJob = MethodDescriptor(
    service: serviceName,
    method: "GetJob",
    kind: .unary,
    requestType: "paylyt.jobs.v1.GetJobRequest",
    responseType: "paylyt.jobs.v1.Job",
    options: MethodOptions(
      permission: "jobs.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let listJobs = MethodDescriptor(
    service: serviceName,
    method: "ListJobs",
    kind: .unary,
    requestType: "paylyt.jobs.v1.ListJobsRequest",
    responseType: "paylyt.jobs.v1.ListJobsResponse",
    options: MethodOptions(
      permission: "jobs.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let publishJob = MethodDescriptor(
    service: serviceName,
    method: "PublishJob",
    kind: .unary,
    requestType: "paylyt.jobs.v1.PublishJobRequest",
    responseType: "paylyt.jobs.v1.Job",
    options: MethodOptions(
      permission: "jobs.post",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["DEADLINE_PASSED", "JOB_NOT_A_DRAFT", "NOT_THE_CLIENT"]))

  public static let updateJob = MethodDescriptor(
    service: serviceName,
    method: "UpdateJob",
    kind: .unary,
    requestType: "paylyt.jobs.v1.UpdateJobRequest",
    responseType: "paylyt.jobs.v1.Job",
    options: MethodOptions(
      permission: "jobs.post",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["JOB_NOT_EDITABLE", "NOT_THE_CLIENT"]))

  public static let addMilestone = MethodDescriptor(
    service: serviceName,
    method: "AddMilestone",
    kind: .unary,
    requestType: "paylyt.jobs.v1.AddMilestoneRequest",
    responseType: "paylyt.jobs.v1.Job",
    options: MethodOptions(
      permission: "jobs.post",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["JOB_NOT_EDITABLE", "MILESTONES_FULL", "NOT_THE_CLIENT"]))

  public static let updateMilestone = MethodDescriptor(
    service: serviceName,
    method: "UpdateMilestone",
    kind: .unary,
    requestType: "paylyt.jobs.v1.UpdateMilestoneRequest",
    responseType: "paylyt.jobs.v1.Job",
    options: MethodOptions(
      permission: "jobs.post",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["JOB_NOT_EDITABLE", "NOT_THE_CLIENT"]))

  public static let removeMilestone = MethodDescriptor(
    service: serviceName,
    method: "RemoveMilestone",
    kind: .unary,
    requestType: "paylyt.jobs.v1.RemoveMilestoneRequest",
    responseType: "paylyt.jobs.v1.Job",
    options: MethodOptions(
      permission: "jobs.post",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["JOB_NOT_EDITABLE", "LAST_MILESTONE", "NOT_THE_CLIENT"]))

  public static let applyToJob = MethodDescriptor(
    service: serviceName,
    method: "ApplyToJob",
    kind: .unary,
    requestType: "paylyt.jobs.v1.ApplyToJobRequest",
    responseType: "paylyt.jobs.v1.Application",
    options: MethodOptions(
      permission: "jobs.accept",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ALREADY_APPLIED", "APPLICATIONS_FULL", "DEADLINE_PASSED", "JOB_NOT_OPEN", "OWN_JOB", "TERMS_CHANGED"]))

  public static let getApplication = MethodDescriptor(
    service: serviceName,
    method: "GetApplication",
    kind: .unary,
    requestType: "paylyt.jobs.v1.GetApplicationRequest",
    responseType: "paylyt.jobs.v1.Application",
    options: MethodOptions(
      permission: "jobs.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let listApplications = MethodDescriptor(
    service: serviceName,
    method: "ListApplications",
    kind: .unary,
    requestType: "paylyt.jobs.v1.ListApplicationsRequest",
    responseType: "paylyt.jobs.v1.ListApplicationsResponse",
    options: MethodOptions(
      permission: "jobs.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let acceptApplication = MethodDescriptor(
    service: serviceName,
    method: "AcceptApplication",
    kind: .unary,
    requestType: "paylyt.jobs.v1.AcceptApplicationRequest",
    responseType: "paylyt.jobs.v1.Job",
    options: MethodOptions(
      permission: "jobs.post",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["APPLICATION_NOT_PENDING", "DEADLINE_PASSED", "FREELANCER_UNAVAILABLE", "NOT_THE_CLIENT", "TERMS_CHANGED"]))

  public static let rejectApplication = MethodDescriptor(
    service: serviceName,
    method: "RejectApplication",
    kind: .unary,
    requestType: "paylyt.jobs.v1.RejectApplicationRequest",
    responseType: "paylyt.jobs.v1.Application",
    options: MethodOptions(
      permission: "jobs.post",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["APPLICATION_NOT_PENDING", "NOT_THE_CLIENT"]))

  public static let withdrawApplication = MethodDescriptor(
    service: serviceName,
    method: "WithdrawApplication",
    kind: .unary,
    requestType: "paylyt.jobs.v1.WithdrawApplicationRequest",
    responseType: "paylyt.jobs.v1.Application",
    options: MethodOptions(
      permission: "jobs.accept",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["APPLICATION_NOT_PENDING", "NOT_THE_FREELANCER"]))

  public static let watchJob = MethodDescriptor(
    service: serviceName,
    method: "WatchJob",
    kind: .serverStreaming,
    requestType: "paylyt.jobs.v1.WatchJobRequest",
    responseType: "paylyt.jobs.v1.Job",
    options: MethodOptions(
      permission: "jobs.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let acceptTerms = MethodDescriptor(
    service: serviceName,
    method: "AcceptTerms",
    kind: .unary,
    requestType: "paylyt.jobs.v1.AcceptTermsRequest",
    responseType: "paylyt.jobs.v1.Job",
    options: MethodOptions(
      permission: "jobs.accept",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["APPLICATION_NOT_PENDING", "APPLICATION_REQUIRED", "DEADLINE_PASSED", "JOB_NOT_OPEN", "OWN_JOB", "TERMS_CHANGED"]))

  public static let declineJob = MethodDescriptor(
    service: serviceName,
    method: "DeclineJob",
    kind: .unary,
    requestType: "paylyt.jobs.v1.DeclineJobRequest",
    responseType: "paylyt.jobs.v1.Job",
    options: MethodOptions(
      permission: "jobs.agree",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ILLEGAL_TRANSITION", "JOB_NOT_ASSIGNED", "NOT_A_PARTY"]))

  public static let cancelJob = MethodDescriptor(
    service: serviceName,
    method: "CancelJob",
    kind: .unary,
    requestType: "paylyt.jobs.v1.CancelJobRequest",
    responseType: "paylyt.jobs.v1.Job",
    options: MethodOptions(
      permission: "jobs.post",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["JOB_NOT_OPEN", "NOT_THE_CLIENT"]))

  public static let all: [MethodDescriptor] = [createJob, getJob, listJobs, publishJob, updateJob, addMilestone, updateMilestone, removeMilestone, applyToJob, getApplication, listApplications, acceptApplication, rejectApplication, withdrawApplication, watchJob, acceptTerms, declineJob, cancelJob]
}

extension JobServiceMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(createJob, CreateJobRequest.self, Job.self),
    MethodTypes(getJob, GetJobRequest.self, Job.self),
    MethodTypes(listJobs, ListJobsRequest.self, ListJobsResponse.self),
    MethodTypes(publishJob, PublishJobRequest.self, Job.self),
    MethodTypes(updateJob, UpdateJobRequest.self, Job.self),
    MethodTypes(addMilestone, AddMilestoneRequest.self, Job.self),
    MethodTypes(updateMilestone, UpdateMilestoneRequest.self, Job.self),
    MethodTypes(removeMilestone, RemoveMilestoneRequest.self, Job.self),
    MethodTypes(applyToJob, ApplyToJobRequest.self, Application.self),
    MethodTypes(getApplication, GetApplicationRequest.self, Application.self),
    MethodTypes(listApplications, ListApplicationsRequest.self, ListApplicationsResponse.self),
    MethodTypes(acceptApplication, AcceptApplicationRequest.self, Job.self),
    MethodTypes(rejectApplication, RejectApplicationRequest.self, Application.self),
    MethodTypes(withdrawApplication, WithdrawApplicationRequest.self, Application.self),
    MethodTypes(watchJob, WatchJobRequest.self, Job.self),
    MethodTypes(acceptTerms, AcceptTermsRequest.self, Job.self),
    MethodTypes(declineJob, DeclineJobRequest.self, Job.self),
    MethodTypes(cancelJob, CancelJobRequest.self, Job.self),
  ]
}

/// Work that is offered, and the terms that both sides agree on.
public protocol JobServiceHandler: RPCService {
  /// Posts a job; it is open at once, unless it is a draft. Where the market has no fresh rate, it has no
  /// `local_value`.
  func createJob(
    _ request: CreateJobRequest,
    _ context: ServerContext
  ) async throws -> Job

  /// One job. Open jobs are visible to every user, others to their two parties and to admins.
  func getJob(
    _ request: GetJobRequest,
    _ context: ServerContext
  ) async throws -> Job

  /// Jobs that the caller may see: open ones, with `mine` their own, or those of `parent`; newest
  /// first, or as `order_by` says.
  func listJobs(
    _ request: ListJobsRequest,
    _ context: ServerContext
  ) async throws -> ListJobsResponse

  /// The client offers a draft to everybody.
  func publishJob(
    _ request: PublishJobRequest,
    _ context: ServerContext
  ) async throws -> Job

  /// The client changes a job that nobody has accepted. Changed terms have another hash, and the fees
  /// of this moment: whoever has applied accepts them anew (AcceptTerms) before they can be accepted.
  func updateJob(
    _ request: UpdateJobRequest,
    _ context: ServerContext
  ) async throws -> Job

  /// The client adds a step at the end of a job that nobody has accepted.
  func addMilestone(
    _ request: AddMilestoneRequest,
    _ context: ServerContext
  ) async throws -> Job

  /// The client changes one step of a job that nobody has accepted.
  func updateMilestone(
    _ request: UpdateMilestoneRequest,
    _ context: ServerContext
  ) async throws -> Job

  /// The client takes one step out of a job that nobody has accepted.
  func removeMilestone(
    _ request: RemoveMilestoneRequest,
    _ context: ServerContext
  ) async throws -> Job

  /// A freelancer applies for an open job under the terms that they have read. One application for
  /// each; after withdrawing it they may apply again. One that the client has rejected, or that was
  /// withdrawn, takes nobody's place.
  func applyToJob(
    _ request: ApplyToJobRequest,
    _ context: ServerContext
  ) async throws -> Application

  /// One application: for whoever made it, the job's client, and admins.
  func getApplication(
    _ request: GetApplicationRequest,
    _ context: ServerContext
  ) async throws -> Application

  /// The applications for one job, newest first: the client sees all, a freelancer their own. With
  /// `jobs/-` the freelancer's own for all jobs.
  func listApplications(
    _ request: ListApplicationsRequest,
    _ context: ServerContext
  ) async throws -> ListApplicationsResponse

  /// The client takes one of those who applied: the job is theirs, its escrow exists from then on,
  /// and the others are passed over, until the job should open again.
  ///
  /// `TERMS_CHANGED`: the terms were changed since they applied.
  func acceptApplication(
    _ request: AcceptApplicationRequest,
    _ context: ServerContext
  ) async throws -> Job

  func rejectApplication(
    _ request: RejectApplicationRequest,
    _ context: ServerContext
  ) async throws -> Application

  func withdrawApplication(
    _ request: WithdrawApplicationRequest,
    _ context: ServerContext
  ) async throws -> Application

  /// The job now, and again after each change of it or of its escrow's state, until the caller leaves
  /// or it is over.
  func watchJob(
    _ request: WatchJobRequest,
    _ responses: ResponseWriter<Job>,
    _ context: ServerContext
  ) async throws

  /// The freelancer accepts the terms exactly as they read them: `terms_sha256` must be the job's.
  /// The job is theirs and its escrow exists from then on. Where the client picks among applications,
  /// this keeps the caller's own application good after the terms were changed.
  func acceptTerms(
    _ request: AcceptTermsRequest,
    _ context: ServerContext
  ) async throws -> Job

  /// Before anything is paid, the client or the freelancer steps back: the job is open again, and its
  /// applications stay.
  ///
  /// `ILLEGAL_TRANSITION`: something is paid.
  func declineJob(
    _ request: DeclineJobRequest,
    _ context: ServerContext
  ) async throws -> Job

  /// The client withdraws a job that nobody has accepted, or a draft.
  func cancelJob(
    _ request: CancelJobRequest,
    _ context: ServerContext
  ) async throws -> Job
}

extension JobServiceHandler {
  public static var serviceName: String { JobServiceMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(JobServiceMethods.createJob) { call, context in
        let request = try call.request(CreateJobRequest.self)
        try call.respond(await self.createJob(request, context))
      },
      MethodBinding(JobServiceMethods.getJob) { call, context in
        let request = try call.request(GetJobRequest.self)
        try call.respond(await self.getJob(request, context))
      },
      MethodBinding(JobServiceMethods.listJobs) { call, context in
        let request = try call.request(ListJobsRequest.self)
        try call.respond(await self.listJobs(request, context))
      },
      MethodBinding(JobServiceMethods.publishJob) { call, context in
        let request = try call.request(PublishJobRequest.self)
        try call.respond(await self.publishJob(request, context))
      },
      MethodBinding(JobServiceMethods.updateJob) { call, context in
        let request = try call.request(UpdateJobRequest.self)
        try call.respond(await self.updateJob(request, context))
      },
      MethodBinding(JobServiceMethods.addMilestone) { call, context in
        let request = try call.request(AddMilestoneRequest.self)
        try call.respond(await self.addMilestone(request, context))
      },
      MethodBinding(JobServiceMethods.updateMilestone) { call, context in
        let request = try call.request(UpdateMilestoneRequest.self)
        try call.respond(await self.updateMilestone(request, context))
      },
      MethodBinding(JobServiceMethods.removeMilestone) { call, context in
        let request = try call.request(RemoveMilestoneRequest.self)
        try call.respond(await self.removeMilestone(request, context))
      },
      MethodBinding(JobServiceMethods.applyToJob) { call, context in
        let request = try call.request(ApplyToJobRequest.self)
        try call.respond(await self.applyToJob(request, context))
      },
      MethodBinding(JobServiceMethods.getApplication) { call, context in
        let request = try call.request(GetApplicationRequest.self)
        try call.respond(await self.getApplication(request, context))
      },
      MethodBinding(JobServiceMethods.listApplications) { call, context in
        let request = try call.request(ListApplicationsRequest.self)
        try call.respond(await self.listApplications(request, context))
      },
      MethodBinding(JobServiceMethods.acceptApplication) { call, context in
        let request = try call.request(AcceptApplicationRequest.self)
        try call.respond(await self.acceptApplication(request, context))
      },
      MethodBinding(JobServiceMethods.rejectApplication) { call, context in
        let request = try call.request(RejectApplicationRequest.self)
        try call.respond(await self.rejectApplication(request, context))
      },
      MethodBinding(JobServiceMethods.withdrawApplication) { call, context in
        let request = try call.request(WithdrawApplicationRequest.self)
        try call.respond(await self.withdrawApplication(request, context))
      },
      MethodBinding(JobServiceMethods.watchJob) { call, context in
        let request = try call.request(WatchJobRequest.self)
        try await self.watchJob(request, call.responses(Job.self), context)
      },
      MethodBinding(JobServiceMethods.acceptTerms) { call, context in
        let request = try call.request(AcceptTermsRequest.self)
        try call.respond(await self.acceptTerms(request, context))
      },
      MethodBinding(JobServiceMethods.declineJob) { call, context in
        let request = try call.request(DeclineJobRequest.self)
        try call.respond(await self.declineJob(request, context))
      },
      MethodBinding(JobServiceMethods.cancelJob) { call, context in
        let request = try call.request(CancelJobRequest.self)
        try call.respond(await self.cancelJob(request, context))
      },
    ]
  }
}

/// Work that is offered, and the terms that both sides agree on.
public struct JobServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// Posts a job; it is open at once, unless it is a draft. Where the market has no fresh rate, it has no
  /// `local_value`.
  public func createJob(
    _ request: CreateJobRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Job {
    let response: UnaryResponse<Job> =
      try await rpcChannel.unary(JobServiceMethods.createJob, request, options)
    return response.message
  }

  /// One job. Open jobs are visible to every user, others to their two parties and to admins.
  public func getJob(
    _ request: GetJobRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Job {
    let response: UnaryResponse<Job> =
      try await rpcChannel.unary(JobServiceMethods.getJob, request, options)
    return response.message
  }

  /// Jobs that the caller may see: open ones, with `mine` their own, or those of `parent`; newest
  /// first, or as `order_by` says.
  public func listJobs(
    _ request: ListJobsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListJobsResponse {
    let response: UnaryResponse<ListJobsResponse> =
      try await rpcChannel.unary(JobServiceMethods.listJobs, request, options)
    return response.message
  }

  /// The client offers a draft to everybody.
  public func publishJob(
    _ request: PublishJobRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Job {
    let response: UnaryResponse<Job> =
      try await rpcChannel.unary(JobServiceMethods.publishJob, request, options)
    return response.message
  }

  /// The client changes a job that nobody has accepted. Changed terms have another hash, and the fees
  /// of this moment: whoever has applied accepts them anew (AcceptTerms) before they can be accepted.
  public func updateJob(
    _ request: UpdateJobRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Job {
    let response: UnaryResponse<Job> =
      try await rpcChannel.unary(JobServiceMethods.updateJob, request, options)
    return response.message
  }

  /// The client adds a step at the end of a job that nobody has accepted.
  public func addMilestone(
    _ request: AddMilestoneRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Job {
    let response: UnaryResponse<Job> =
      try await rpcChannel.unary(JobServiceMethods.addMilestone, request, options)
    return response.message
  }

  /// The client changes one step of a job that nobody has accepted.
  public func updateMilestone(
    _ request: UpdateMilestoneRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Job {
    let response: UnaryResponse<Job> =
      try await rpcChannel.unary(JobServiceMethods.updateMilestone, request, options)
    return response.message
  }

  /// The client takes one step out of a job that nobody has accepted.
  public func removeMilestone(
    _ request: RemoveMilestoneRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Job {
    let response: UnaryResponse<Job> =
      try await rpcChannel.unary(JobServiceMethods.removeMilestone, request, options)
    return response.message
  }

  /// A freelancer applies for an open job under the terms that they have read. One application for
  /// each; after withdrawing it they may apply again. One that the client has rejected, or that was
  /// withdrawn, takes nobody's place.
  public func applyToJob(
    _ request: ApplyToJobRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Application {
    let response: UnaryResponse<Application> =
      try await rpcChannel.unary(JobServiceMethods.applyToJob, request, options)
    return response.message
  }

  /// One application: for whoever made it, the job's client, and admins.
  public func getApplication(
    _ request: GetApplicationRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Application {
    let response: UnaryResponse<Application> =
      try await rpcChannel.unary(JobServiceMethods.getApplication, request, options)
    return response.message
  }

  /// The applications for one job, newest first: the client sees all, a freelancer their own. With
  /// `jobs/-` the freelancer's own for all jobs.
  public func listApplications(
    _ request: ListApplicationsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListApplicationsResponse {
    let response: UnaryResponse<ListApplicationsResponse> =
      try await rpcChannel.unary(JobServiceMethods.listApplications, request, options)
    return response.message
  }

  /// The client takes one of those who applied: the job is theirs, its escrow exists from then on,
  /// and the others are passed over, until the job should open again.
  ///
  /// `TERMS_CHANGED`: the terms were changed since they applied.
  public func acceptApplication(
    _ request: AcceptApplicationRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Job {
    let response: UnaryResponse<Job> =
      try await rpcChannel.unary(JobServiceMethods.acceptApplication, request, options)
    return response.message
  }

  public func rejectApplication(
    _ request: RejectApplicationRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Application {
    let response: UnaryResponse<Application> =
      try await rpcChannel.unary(JobServiceMethods.rejectApplication, request, options)
    return response.message
  }

  public func withdrawApplication(
    _ request: WithdrawApplicationRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Application {
    let response: UnaryResponse<Application> =
      try await rpcChannel.unary(JobServiceMethods.withdrawApplication, request, options)
    return response.message
  }

  /// The job now, and again after each change of it or of its escrow's state, until the caller leaves
  /// or it is over.
  public func watchJob(
    _ request: WatchJobRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ResponseStream<Job> {
    try await rpcChannel.serverStreaming(JobServiceMethods.watchJob, request, options)
  }

  /// The freelancer accepts the terms exactly as they read them: `terms_sha256` must be the job's.
  /// The job is theirs and its escrow exists from then on. Where the client picks among applications,
  /// this keeps the caller's own application good after the terms were changed.
  public func acceptTerms(
    _ request: AcceptTermsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Job {
    let response: UnaryResponse<Job> =
      try await rpcChannel.unary(JobServiceMethods.acceptTerms, request, options)
    return response.message
  }

  /// Before anything is paid, the client or the freelancer steps back: the job is open again, and its
  /// applications stay.
  ///
  /// `ILLEGAL_TRANSITION`: something is paid.
  public func declineJob(
    _ request: DeclineJobRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Job {
    let response: UnaryResponse<Job> =
      try await rpcChannel.unary(JobServiceMethods.declineJob, request, options)
    return response.message
  }

  /// The client withdraws a job that nobody has accepted, or a draft.
  public func cancelJob(
    _ request: CancelJobRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Job {
    let response: UnaryResponse<Job> =
      try await rpcChannel.unary(JobServiceMethods.cancelJob, request, options)
    return response.message
  }
}
