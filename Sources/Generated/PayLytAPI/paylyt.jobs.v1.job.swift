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
  /// What `amount` was worth in the client's currency when the job was posted, rounded down.
  public var localValue: Money? = nil
  /// The rate behind `local_value` and when it was quoted.
  public var rate: Rate? = nil
  public var rateTime: StandardAPI.ProtoTimestamp? = nil
  public var deadline: StandardAPI.ProtoTimestamp? = nil
  public var milestones: [MilestoneTerms] = []
  public var state: Job.State = .unspecified
  /// SHA-256 over title, description, milestones, deadline and conditions: what AcceptTerms agrees
  /// to.
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
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

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
    updateTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.name = name
    self.title = title
    self.description = description
    self.client = client
    self.freelancer = freelancer
    self.amount = amount
    self.localValue = localValue
    self.rate = rate
    self.rateTime = rateTime
    self.deadline = deadline
    self.milestones = milestones
    self.state = state
    self.termsSha256 = termsSha256
    self.escrow = escrow
    self.createTime = createTime
    self.etag = etag
    self.termsVersion = termsVersion
    self.conditions = conditions
    self.requiresApplication = requiresApplication
    self.updateTime = updateTime
  }

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
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    feePayer: FeePayer = .unspecified,
    inspectionSeconds: Int64 = 0,
    revisionsMax: Int32 = 0,
    autoRefund: Bool = false
  ) {
    self.feePayer = feePayer
    self.inspectionSeconds = inspectionSeconds
    self.revisionsMax = revisionsMax
    self.autoRefund = autoRefund
  }
}

/// One step of the work with its price.
public struct MilestoneTerms: WireMessage {
  /// 1 to 200 characters.
  public var title: String = ""
  /// BTC, whole satoshis, more than zero.
  public var amount: Money? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    title: String = "",
    amount: Money? = nil
  ) {
    self.title = title
    self.amount = amount
  }
}

public struct CreateJobRequest: WireMessage {
  /// A UUID that the caller makes; the same request sent again gets the same job.
  public var requestID: String = ""
  /// 1 to 200 characters.
  public var title: String = ""
  /// 1 to 10 000 characters.
  public var description: String = ""
  /// 1 to 50 milestones. At most 20 000 000 satoshis together, what one Lightning invoice can carry.
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
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

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
    validateOnly: Bool = false
  ) {
    self.requestID = requestID
    self.title = title
    self.description = description
    self.milestones = milestones
    self.localCurrency = localCurrency
    self.deadline = deadline
    self.conditions = conditions
    self.requiresApplication = requiresApplication
    self.draft = draft
    self.validateOnly = validateOnly
  }
}

public struct GetJobRequest: WireMessage {
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

public struct ListJobsRequest: WireMessage {
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  /// `next_page_token` of the page before.
  public var pageToken: String = ""
  /// Only jobs of which the caller is the client or the freelancer.
  public var mine: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    pageSize: Int32 = 0,
    pageToken: String = "",
    mine: Bool = false
  ) {
    self.pageSize = pageSize
    self.pageToken = pageToken
    self.mine = mine
  }
}

public struct ListJobsResponse: WireMessage {
  public var jobs: [Job] = []
  /// Empty on the last page.
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    jobs: [Job] = [],
    nextPageToken: String = ""
  ) {
    self.jobs = jobs
    self.nextPageToken = nextPageToken
  }
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
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    requestID: String = "",
    name: String = "",
    termsSha256: [UInt8] = [],
    termsVersion: Int32 = 0,
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.requestID = requestID
    self.name = name
    self.termsSha256 = termsSha256
    self.termsVersion = termsVersion
    self.etag = etag
    self.validateOnly = validateOnly
  }
}

public struct CancelJobRequest: WireMessage {
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

extension Job {
  public static let fullName = "paylyt.jobs.v1.Job"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__job__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Jobs__V1__Job.self)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.title = Wire.string(c.pointee.title)
    unsafe self.description = Wire.string(c.pointee.description)
    unsafe self.client = Wire.string(c.pointee.client)
    unsafe self.freelancer = Wire.string(c.pointee.freelancer)
    unsafe self.amount = Wire.messageIfPresent(c.pointee.amount)
    unsafe self.localValue = Wire.messageIfPresent(c.pointee.local_value)
    unsafe self.rate = Wire.messageIfPresent(c.pointee.rate)
    unsafe self.rateTime = Wire.messageIfPresent(c.pointee.rate_time)
    unsafe self.deadline = Wire.messageIfPresent(c.pointee.deadline)
    unsafe self.milestones = Wire.array(c.pointee.milestones, c.pointee.n_milestones) { unsafe Wire.message($0) }
    unsafe self.state = Job.State(rawValue: c.pointee.state)
    unsafe self.termsSha256 = Wire.array(c.pointee.terms_sha256.data, c.pointee.terms_sha256.len)
    unsafe self.escrow = Wire.string(c.pointee.escrow)
    unsafe self.createTime = Wire.messageIfPresent(c.pointee.create_time)
    unsafe self.etag = Wire.string(c.pointee.etag)
    unsafe self.termsVersion = c.pointee.terms_version
    unsafe self.conditions = Wire.messageIfPresent(c.pointee.conditions)
    unsafe self.requiresApplication = c.pointee.requires_application != 0
    unsafe self.updateTime = Wire.messageIfPresent(c.pointee.update_time)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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
    return UnsafeMutableRawPointer(c)
  }
}

extension Conditions {
  public static let fullName = "paylyt.jobs.v1.Conditions"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__conditions__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Jobs__V1__Conditions.self)
    unsafe self.feePayer = FeePayer(rawValue: c.pointee.fee_payer)
    unsafe self.inspectionSeconds = c.pointee.inspection_seconds
    unsafe self.revisionsMax = c.pointee.revisions_max
    unsafe self.autoRefund = c.pointee.auto_refund != 0
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Jobs__V1__MilestoneTerms.self)
    unsafe self.title = Wire.string(c.pointee.title)
    unsafe self.amount = Wire.messageIfPresent(c.pointee.amount)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__jobs__v1__milestone_terms__init, keeping: self.unknownFields)
    unsafe c.pointee.title = arena.string(self.title)
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    return UnsafeMutableRawPointer(c)
  }
}

extension CreateJobRequest {
  public static let fullName = "paylyt.jobs.v1.CreateJobRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__create_job_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Jobs__V1__CreateJobRequest.self)
    unsafe self.requestID = Wire.string(c.pointee.request_id)
    unsafe self.title = Wire.string(c.pointee.title)
    unsafe self.description = Wire.string(c.pointee.description)
    unsafe self.milestones = Wire.array(c.pointee.milestones, c.pointee.n_milestones) { unsafe Wire.message($0) }
    unsafe self.localCurrency = Wire.string(c.pointee.local_currency)
    unsafe self.deadline = Wire.messageIfPresent(c.pointee.deadline)
    unsafe self.conditions = Wire.messageIfPresent(c.pointee.conditions)
    unsafe self.requiresApplication = c.pointee.requires_application != 0
    unsafe self.draft = c.pointee.draft != 0
    unsafe self.validateOnly = c.pointee.validate_only != 0
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension GetJobRequest {
  public static let fullName = "paylyt.jobs.v1.GetJobRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__get_job_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Jobs__V1__GetJobRequest.self)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Jobs__V1__ListJobsRequest.self)
    unsafe self.pageSize = c.pointee.page_size
    unsafe self.pageToken = Wire.string(c.pointee.page_token)
    unsafe self.mine = c.pointee.mine != 0
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__jobs__v1__list_jobs_request__init, keeping: self.unknownFields)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    unsafe c.pointee.mine = self.mine ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension ListJobsResponse {
  public static let fullName = "paylyt.jobs.v1.ListJobsResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__list_jobs_response__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Jobs__V1__ListJobsResponse.self)
    unsafe self.jobs = Wire.array(c.pointee.jobs, c.pointee.n_jobs) { unsafe Wire.message($0) }
    unsafe self.nextPageToken = Wire.string(c.pointee.next_page_token)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Jobs__V1__AcceptTermsRequest.self)
    unsafe self.requestID = Wire.string(c.pointee.request_id)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.termsSha256 = Wire.array(c.pointee.terms_sha256.data, c.pointee.terms_sha256.len)
    unsafe self.termsVersion = c.pointee.terms_version
    unsafe self.etag = Wire.string(c.pointee.etag)
    unsafe self.validateOnly = c.pointee.validate_only != 0
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Jobs__V1__CancelJobRequest.self)
    unsafe self.requestID = Wire.string(c.pointee.request_id)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.etag = Wire.string(c.pointee.etag)
    unsafe self.validateOnly = c.pointee.validate_only != 0
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Jobs__V1__DeclineJobRequest.self)
    unsafe self.requestID = Wire.string(c.pointee.request_id)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.reason = Wire.string(c.pointee.reason)
    unsafe self.etag = Wire.string(c.pointee.etag)
    unsafe self.validateOnly = c.pointee.validate_only != 0
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  public static let acceptTerms = MethodDescriptor(
    service: serviceName,
    method: "AcceptTerms",
    kind: .unary,
    requestType: "paylyt.jobs.v1.AcceptTermsRequest",
    responseType: "paylyt.jobs.v1.Job",
    options: MethodOptions(
      permission: "jobs.accept",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let declineJob = MethodDescriptor(
    service: serviceName,
    method: "DeclineJob",
    kind: .unary,
    requestType: "paylyt.jobs.v1.DeclineJobRequest",
    responseType: "paylyt.jobs.v1.Job",
    options: MethodOptions(
      permission: "jobs.agree",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let cancelJob = MethodDescriptor(
    service: serviceName,
    method: "CancelJob",
    kind: .unary,
    requestType: "paylyt.jobs.v1.CancelJobRequest",
    responseType: "paylyt.jobs.v1.Job",
    options: MethodOptions(
      permission: "jobs.post",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let all: [MethodDescriptor] = [createJob, getJob, listJobs, acceptTerms, declineJob, cancelJob]
}

/// Work that is offered, and the terms that both sides agree on.
public protocol JobServiceHandler: RPCService {
  /// Posts a job; it is open at once, unless it is a draft.
  ///
  /// Errors: INVALID_ARGUMENT with the field; UNAVAILABLE `PROVIDER_DOWN` when the local-currency
  /// value cannot be quoted.
  func createJob(
    _ request: CreateJobRequest,
    _ context: ServerContext
  ) async throws -> Job

  /// One job. Open jobs are visible to every user, others to their two parties.
  func getJob(
    _ request: GetJobRequest,
    _ context: ServerContext
  ) async throws -> Job

  /// Jobs that the caller may see, newest first.
  func listJobs(
    _ request: ListJobsRequest,
    _ context: ServerContext
  ) async throws -> ListJobsResponse

  /// The freelancer accepts the terms exactly as they read them: `terms_sha256` must be the job's.
  /// The job is theirs and its escrow exists from then on.
  ///
  /// Errors: FAILED_PRECONDITION `TERMS_CHANGED`, `JOB_NOT_OPEN`, `OWN_JOB`.
  func acceptTerms(
    _ request: AcceptTermsRequest,
    _ context: ServerContext
  ) async throws -> Job

  /// One of the two steps back before anything is paid; the job is open again, and those who
  /// applied for it stay.
  ///
  /// Errors: FAILED_PRECONDITION `JOB_NOT_ASSIGNED`, `ILLEGAL_TRANSITION` once something is paid.
  func declineJob(
    _ request: DeclineJobRequest,
    _ context: ServerContext
  ) async throws -> Job

  /// The client withdraws a job that nobody has accepted, or a draft.
  ///
  /// Errors: FAILED_PRECONDITION `JOB_NOT_OPEN`.
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

  /// Posts a job; it is open at once, unless it is a draft.
  ///
  /// Errors: INVALID_ARGUMENT with the field; UNAVAILABLE `PROVIDER_DOWN` when the local-currency
  /// value cannot be quoted.
  public func createJob(
    _ request: CreateJobRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Job {
    let response: UnaryResponse<Job> =
      try await rpcChannel.unary(JobServiceMethods.createJob, request, options)
    return response.message
  }

  /// One job. Open jobs are visible to every user, others to their two parties.
  public func getJob(
    _ request: GetJobRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Job {
    let response: UnaryResponse<Job> =
      try await rpcChannel.unary(JobServiceMethods.getJob, request, options)
    return response.message
  }

  /// Jobs that the caller may see, newest first.
  public func listJobs(
    _ request: ListJobsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListJobsResponse {
    let response: UnaryResponse<ListJobsResponse> =
      try await rpcChannel.unary(JobServiceMethods.listJobs, request, options)
    return response.message
  }

  /// The freelancer accepts the terms exactly as they read them: `terms_sha256` must be the job's.
  /// The job is theirs and its escrow exists from then on.
  ///
  /// Errors: FAILED_PRECONDITION `TERMS_CHANGED`, `JOB_NOT_OPEN`, `OWN_JOB`.
  public func acceptTerms(
    _ request: AcceptTermsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Job {
    let response: UnaryResponse<Job> =
      try await rpcChannel.unary(JobServiceMethods.acceptTerms, request, options)
    return response.message
  }

  /// One of the two steps back before anything is paid; the job is open again, and those who
  /// applied for it stay.
  ///
  /// Errors: FAILED_PRECONDITION `JOB_NOT_ASSIGNED`, `ILLEGAL_TRANSITION` once something is paid.
  public func declineJob(
    _ request: DeclineJobRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Job {
    let response: UnaryResponse<Job> =
      try await rpcChannel.unary(JobServiceMethods.declineJob, request, options)
    return response.message
  }

  /// The client withdraws a job that nobody has accepted, or a draft.
  ///
  /// Errors: FAILED_PRECONDITION `JOB_NOT_OPEN`.
  public func cancelJob(
    _ request: CancelJobRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Job {
    let response: UnaryResponse<Job> =
      try await rpcChannel.unary(JobServiceMethods.cancelJob, request, options)
    return response.message
  }
}
