// Generated from paylyt/admin/v1/admin.proto by protoc-gen-paylyt. Do not edit.

import CPayLytAPI
import CStandardAPI
public import PayLytRPC
public import StandardAPI

public enum Capability: WireEnum {
  case unspecified
  /// New accounts.
  case registrations
  /// Jobs are posted and changed, applied for, and accepted with an escrow.
  case jobs
  /// Invoices that pay into escrows.
  case funding
  /// Money leaves escrows: by the will of a party, or by itself. Rulings and overrides of admins go on.
  case releases
  /// Invoices that pay into wallets.
  case deposits
  /// Transfers between wallets.
  case transfers
  /// Quotes of conversions, and conversions.
  case conversions
  /// Payouts are ordered, and sent to the provider.
  case payouts
  /// A number that the proto of this build does not name.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .registrations
    case 2: self = .jobs
    case 3: self = .funding
    case 4: self = .releases
    case 5: self = .deposits
    case 6: self = .transfers
    case 7: self = .conversions
    case 8: self = .payouts
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .registrations: 1
    case .jobs: 2
    case .funding: 3
    case .releases: 4
    case .deposits: 5
    case .transfers: 6
    case .conversions: 7
    case .payouts: 8
    case .unrecognized(let number): number
    }
  }

  /// The values that the proto names.
  public static var allCases: [Self] { [.unspecified, .registrations, .jobs, .funding, .releases, .deposits, .transfers, .conversions, .payouts] }
}

public struct CapabilityStatus: WireMessage {
  public var capability: Capability = .unspecified
  public var paused: Bool = false
  /// Why it was paused, or let go on; empty when it never was.
  public var reason: String = ""
  /// Unset when it never was.
  public var changeTime: StandardAPI.ProtoTimestamp? = nil
  public var etag: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListCapabilitiesRequest: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListCapabilitiesResponse: WireMessage {
  /// All of them.
  public var capabilities: [CapabilityStatus] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct PauseCapabilityRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  public var capability: Capability = .unspecified
  /// Why; at most 1000 characters.
  public var reason: String = ""
  /// What the caller has read; refused with `ETAG_MISMATCH` when it has changed since. Empty: does not
  /// matter.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ResumeCapabilityRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  public var capability: Capability = .unspecified
  /// Why; at most 1000 characters.
  public var reason: String = ""
  /// As in PauseCapabilityRequest.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct DeadLetter: WireMessage {
  /// `inboundEvents/{uuid}`, `timers/{uuid}`, `payouts/{uuid}` or `users/{uuid}/wallet`.
  public var name: String = ""
  public var kind: DeadLetter.Kind = .unspecified
  public var state: DeadLetter.State = .unspecified
  /// What it is: the event's type, the timer's kind, or the payout's provider.
  public var what: String = ""
  /// What it is about: the event's id at the provider, the timer's subject, or the payout's reference.
  public var about: String = ""
  /// Why it failed last, where that is known.
  public var note: String = ""
  public var attempts: Int32 = 0
  /// When the event came, when the timer would have gone off next, or when the payout was ordered.
  public var sinceTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum Kind: WireEnum {
    case unspecified
    /// An event that a provider delivered.
    case inboundEvent
    /// Something that happens by itself at its time.
    case timer
    /// A payout without an end; or one that was paid after it had failed and its money was given back,
    /// or that a rail calls failed after it had arrived: nothing moves by itself then, and it is put
    /// away when somebody has seen to it.
    case payout
    /// Money that came for somebody whose account was deleted. Neither replayed nor put away, but answered by
    /// WalletService.HandOverWallet.
    case wallet
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .inboundEvent
      case 2: self = .timer
      case 3: self = .payout
      case 4: self = .wallet
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .inboundEvent: 1
      case .timer: 2
      case .payout: 3
      case .wallet: 4
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .inboundEvent, .timer, .payout, .wallet] }
  }

  public enum State: WireEnum {
    case unspecified
    case dead
    /// It is tried again.
    case replayed
    case discarded
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .dead
      case 2: self = .replayed
      case 3: self = .discarded
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .dead: 1
      case .replayed: 2
      case .discarded: 3
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .dead, .replayed, .discarded] }
  }
}

public struct ListDeadLettersRequest: WireMessage {
  /// All kinds when unspecified.
  public var kind: DeadLetter.Kind = .unspecified
  /// At most 200; 50 when 0.
  public var pageSize: Int32 = 0
  /// Of the page before; empty for the first.
  public var pageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListDeadLettersResponse: WireMessage {
  public var deadLetters: [DeadLetter] = []
  /// Empty at the end.
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ReplayDeadLetterRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  /// As listed.
  public var name: String = ""
  /// Why; at most 1000 characters.
  public var reason: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct DiscardDeadLetterRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  /// As listed.
  public var name: String = ""
  /// Why; at most 1000 characters.
  public var reason: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension CapabilityStatus {
  public static let fullName = "paylyt.admin.v1.CapabilityStatus"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__capability_status__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    capability: Capability = .unspecified,
    paused: Bool = false,
    reason: String = "",
    changeTime: StandardAPI.ProtoTimestamp? = nil,
    etag: String = ""
  ) {
    self.init(
      capability: capability,
      paused: paused,
      reason: reason,
      changeTime: changeTime,
      etag: etag,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Admin__V1__CapabilityStatus.self)
    let capability: Capability = unsafe Capability(rawValue: _c.pointee.capability)
    let paused: Bool = unsafe _c.pointee.paused != 0
    let reason: String = unsafe Wire.string(_c.pointee.reason)
    let changeTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.change_time)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    unsafe self.init(
      capability: capability,
      paused: paused,
      reason: reason,
      changeTime: changeTime,
      etag: etag,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__capability_status__init, keeping: self.unknownFields)
    unsafe c.pointee.capability = self.capability.rawValue
    unsafe c.pointee.paused = self.paused ? 1 : 0
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.change_time = arena.messageIfPresent(self.changeTime)
    unsafe c.pointee.etag = arena.string(self.etag)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListCapabilitiesRequest {
  public static let fullName = "paylyt.admin.v1.ListCapabilitiesRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__list_capabilities_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__list_capabilities_request__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListCapabilitiesResponse {
  public static let fullName = "paylyt.admin.v1.ListCapabilitiesResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__list_capabilities_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    capabilities: [CapabilityStatus] = []
  ) {
    self.init(
      capabilities: capabilities,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Admin__V1__ListCapabilitiesResponse.self)
    let capabilities: [CapabilityStatus] = unsafe Wire.array(_c.pointee.capabilities, _c.pointee.n_capabilities) { unsafe Wire.message($0) }
    unsafe self.init(
      capabilities: capabilities,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__list_capabilities_response__init, keeping: self.unknownFields)
    unsafe c.pointee.capabilities = arena.array(self.capabilities) { unsafe arena.message($0) }
    unsafe c.pointee.n_capabilities = self.capabilities.count
    return UnsafeMutableRawPointer(c)
  }
}

extension PauseCapabilityRequest {
  public static let fullName = "paylyt.admin.v1.PauseCapabilityRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__pause_capability_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    capability: Capability = .unspecified,
    reason: String = "",
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      capability: capability,
      reason: reason,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Admin__V1__PauseCapabilityRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let capability: Capability = unsafe Capability(rawValue: _c.pointee.capability)
    let reason: String = unsafe Wire.string(_c.pointee.reason)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      capability: capability,
      reason: reason,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__pause_capability_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.capability = self.capability.rawValue
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension ResumeCapabilityRequest {
  public static let fullName = "paylyt.admin.v1.ResumeCapabilityRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__resume_capability_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    capability: Capability = .unspecified,
    reason: String = "",
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      capability: capability,
      reason: reason,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Admin__V1__ResumeCapabilityRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let capability: Capability = unsafe Capability(rawValue: _c.pointee.capability)
    let reason: String = unsafe Wire.string(_c.pointee.reason)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      capability: capability,
      reason: reason,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__resume_capability_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.capability = self.capability.rawValue
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension DeadLetter {
  public static let fullName = "paylyt.admin.v1.DeadLetter"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__dead_letter__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    kind: DeadLetter.Kind = .unspecified,
    state: DeadLetter.State = .unspecified,
    what: String = "",
    about: String = "",
    note: String = "",
    attempts: Int32 = 0,
    sinceTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.init(
      name: name,
      kind: kind,
      state: state,
      what: what,
      about: about,
      note: note,
      attempts: attempts,
      sinceTime: sinceTime,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Admin__V1__DeadLetter.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let kind: DeadLetter.Kind = unsafe DeadLetter.Kind(rawValue: _c.pointee.kind)
    let state: DeadLetter.State = unsafe DeadLetter.State(rawValue: _c.pointee.state)
    let what: String = unsafe Wire.string(_c.pointee.what)
    let about: String = unsafe Wire.string(_c.pointee.about)
    let note: String = unsafe Wire.string(_c.pointee.note)
    let attempts: Int32 = unsafe _c.pointee.attempts
    let sinceTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.since_time)
    unsafe self.init(
      name: name,
      kind: kind,
      state: state,
      what: what,
      about: about,
      note: note,
      attempts: attempts,
      sinceTime: sinceTime,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__dead_letter__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.kind = self.kind.rawValue
    unsafe c.pointee.state = self.state.rawValue
    unsafe c.pointee.what = arena.string(self.what)
    unsafe c.pointee.about = arena.string(self.about)
    unsafe c.pointee.note = arena.string(self.note)
    unsafe c.pointee.attempts = self.attempts
    unsafe c.pointee.since_time = arena.messageIfPresent(self.sinceTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListDeadLettersRequest {
  public static let fullName = "paylyt.admin.v1.ListDeadLettersRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__list_dead_letters_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    kind: DeadLetter.Kind = .unspecified,
    pageSize: Int32 = 0,
    pageToken: String = ""
  ) {
    self.init(
      kind: kind,
      pageSize: pageSize,
      pageToken: pageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Admin__V1__ListDeadLettersRequest.self)
    let kind: DeadLetter.Kind = unsafe DeadLetter.Kind(rawValue: _c.pointee.kind)
    let pageSize: Int32 = unsafe _c.pointee.page_size
    let pageToken: String = unsafe Wire.string(_c.pointee.page_token)
    unsafe self.init(
      kind: kind,
      pageSize: pageSize,
      pageToken: pageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__list_dead_letters_request__init, keeping: self.unknownFields)
    unsafe c.pointee.kind = self.kind.rawValue
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListDeadLettersResponse {
  public static let fullName = "paylyt.admin.v1.ListDeadLettersResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__list_dead_letters_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    deadLetters: [DeadLetter] = [],
    nextPageToken: String = ""
  ) {
    self.init(
      deadLetters: deadLetters,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Admin__V1__ListDeadLettersResponse.self)
    let deadLetters: [DeadLetter] = unsafe Wire.array(_c.pointee.dead_letters, _c.pointee.n_dead_letters) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    unsafe self.init(
      deadLetters: deadLetters,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__list_dead_letters_response__init, keeping: self.unknownFields)
    unsafe c.pointee.dead_letters = arena.array(self.deadLetters) { unsafe arena.message($0) }
    unsafe c.pointee.n_dead_letters = self.deadLetters.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension ReplayDeadLetterRequest {
  public static let fullName = "paylyt.admin.v1.ReplayDeadLetterRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__replay_dead_letter_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    reason: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      reason: reason,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Admin__V1__ReplayDeadLetterRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let reason: String = unsafe Wire.string(_c.pointee.reason)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      reason: reason,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__replay_dead_letter_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension DiscardDeadLetterRequest {
  public static let fullName = "paylyt.admin.v1.DiscardDeadLetterRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__discard_dead_letter_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    reason: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      reason: reason,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Admin__V1__DiscardDeadLetterRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let reason: String = unsafe Wire.string(_c.pointee.reason)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      reason: reason,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__discard_dead_letter_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension PauseCapabilityRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let capabilityRule = EnumRule(required: true, [1: "CAPABILITY_REGISTRATIONS", 2: "CAPABILITY_JOBS", 3: "CAPABILITY_FUNDING", 4: "CAPABILITY_RELEASES", 5: "CAPABILITY_DEPOSITS", 6: "CAPABILITY_TRANSFERS", 7: "CAPABILITY_CONVERSIONS", 8: "CAPABILITY_PAYOUTS"])
  private static let reasonRule = TextRule(required: true, length: 0...1000)
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.choice(self.capability, Self.capabilityRule, "capability")
    found.text(self.reason, Self.reasonRule, "reason")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension ResumeCapabilityRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let capabilityRule = EnumRule(required: true, [1: "CAPABILITY_REGISTRATIONS", 2: "CAPABILITY_JOBS", 3: "CAPABILITY_FUNDING", 4: "CAPABILITY_RELEASES", 5: "CAPABILITY_DEPOSITS", 6: "CAPABILITY_TRANSFERS", 7: "CAPABILITY_CONVERSIONS", 8: "CAPABILITY_PAYOUTS"])
  private static let reasonRule = TextRule(required: true, length: 0...1000)
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.choice(self.capability, Self.capabilityRule, "capability")
    found.text(self.reason, Self.reasonRule, "reason")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension ListDeadLettersRequest {
  private static let kindRule = EnumRule([1: "KIND_INBOUND_EVENT", 2: "KIND_TIMER", 3: "KIND_PAYOUT", 4: "KIND_WALLET"])
  private static let pageTokenRule = TextRule(length: 0...1000)

  public func checkFields(_ found: inout FieldViolations) {
    found.choice(self.kind, Self.kindRule, "kind")
    found.number(self.pageSize, NumberRule(0...Int64.max), "page_size")
    found.text(self.pageToken, Self.pageTokenRule, "page_token")
  }
}

extension ReplayDeadLetterRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["inboundEvents/{uuid}", "timers/{uuid}", "payouts/{uuid}"])
  private static let reasonRule = TextRule(required: true, length: 0...1000)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.reason, Self.reasonRule, "reason")
  }
}

extension DiscardDeadLetterRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["inboundEvents/{uuid}", "timers/{uuid}", "payouts/{uuid}"])
  private static let reasonRule = TextRule(required: true, length: 0...1000)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.reason, Self.reasonRule, "reason")
  }
}

/// The methods of `paylyt.admin.v1.AdminService`.
public enum AdminServiceMethods {
  public static let serviceName = "paylyt.admin.v1.AdminService"

  public static let listCapabilities = MethodDescriptor(
    service: serviceName,
    method: "ListCapabilities",
    kind: .unary,
    requestType: "paylyt.admin.v1.ListCapabilitiesRequest",
    responseType: "paylyt.admin.v1.ListCapabilitiesResponse",
    options: MethodOptions(
      permission: "admin.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let pauseCapability = MethodDescriptor(
    service: serviceName,
    method: "PauseCapability",
    kind: .unary,
    requestType: "paylyt.admin.v1.PauseCapabilityRequest",
    responseType: "paylyt.admin.v1.CapabilityStatus",
    options: MethodOptions(
      permission: "admin.pause",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ILLEGAL_TRANSITION"]))

  public static let resumeCapability = MethodDescriptor(
    service: serviceName,
    method: "ResumeCapability",
    kind: .unary,
    requestType: "paylyt.admin.v1.ResumeCapabilityRequest",
    responseType: "paylyt.admin.v1.CapabilityStatus",
    options: MethodOptions(
      permission: "admin.resume",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ILLEGAL_TRANSITION"]))

  public static let listDeadLetters = MethodDescriptor(
    service: serviceName,
    method: "ListDeadLetters",
    kind: .unary,
    requestType: "paylyt.admin.v1.ListDeadLettersRequest",
    responseType: "paylyt.admin.v1.ListDeadLettersResponse",
    options: MethodOptions(
      permission: "admin.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let replayDeadLetter = MethodDescriptor(
    service: serviceName,
    method: "ReplayDeadLetter",
    kind: .unary,
    requestType: "paylyt.admin.v1.ReplayDeadLetterRequest",
    responseType: "paylyt.admin.v1.DeadLetter",
    options: MethodOptions(
      permission: "admin.replay",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ILLEGAL_TRANSITION"]))

  public static let discardDeadLetter = MethodDescriptor(
    service: serviceName,
    method: "DiscardDeadLetter",
    kind: .unary,
    requestType: "paylyt.admin.v1.DiscardDeadLetterRequest",
    responseType: "paylyt.admin.v1.DeadLetter",
    options: MethodOptions(
      permission: "admin.discard",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ILLEGAL_TRANSITION", "OWN_CASE", "PAYOUT_NEEDS_ANSWER"]))

  public static let all: [MethodDescriptor] = [listCapabilities, pauseCapability, resumeCapability, listDeadLetters, replayDeadLetter, discardDeadLetter]
}

extension AdminServiceMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(listCapabilities, ListCapabilitiesRequest.self, ListCapabilitiesResponse.self),
    MethodTypes(pauseCapability, PauseCapabilityRequest.self, CapabilityStatus.self),
    MethodTypes(resumeCapability, ResumeCapabilityRequest.self, CapabilityStatus.self),
    MethodTypes(listDeadLetters, ListDeadLettersRequest.self, ListDeadLettersResponse.self),
    MethodTypes(replayDeadLetter, ReplayDeadLetterRequest.self, DeadLetter.self),
    MethodTypes(discardDeadLetter, DiscardDeadLetterRequest.self, DeadLetter.self),
  ]
}

/// What operators do to keep the platform in order.
public protocol AdminServiceHandler: RPCService {
  /// What can be paused, and what is.
  func listCapabilities(
    _ request: ListCapabilitiesRequest,
    _ context: ServerContext
  ) async throws -> ListCapabilitiesResponse

  /// From now on, requests of this capability are refused with `CAPABILITY_PAUSED`. It is looked at in
  /// the same database transaction as what it stops; a change that is being committed at this very
  /// moment may still be. Money that arrives is always taken in, and payouts that were sent are still
  /// asked about.
  ///
  /// `ILLEGAL_TRANSITION`: it is paused already.
  func pauseCapability(
    _ request: PauseCapabilityRequest,
    _ context: ServerContext
  ) async throws -> CapabilityStatus

  /// Lets it go on. What waited by itself, such as payouts that are reserved, goes on within minutes.
  ///
  /// `ILLEGAL_TRANSITION`: it is not paused.
  func resumeCapability(
    _ request: ResumeCapabilityRequest,
    _ context: ServerContext
  ) async throws -> CapabilityStatus

  /// What the server gave up on, newest first: events of providers that could not be applied, timers
  /// that kept failing, payouts that have no end after a day, or of which the provider has told the
  /// other end later on, and money that came for a deleted account (HandOverWallet).
  func listDeadLetters(
    _ request: ListDeadLettersRequest,
    _ context: ServerContext
  ) async throws -> ListDeadLettersResponse

  /// Tries it again, as if for the first time. A payout is never sent anew by this: the provider is
  /// asked about it, at once.
  ///
  /// `ILLEGAL_TRANSITION`: it is not dead.
  func replayDeadLetter(
    _ request: ReplayDeadLetterRequest,
    _ context: ServerContext
  ) async throws -> DeadLetter

  /// Puts it away: nothing will come of it. It stays in the database, and the audit log says why.
  ///
  /// `ILLEGAL_TRANSITION`: it is not dead. `PAYOUT_NEEDS_ANSWER`: it is a payout without an end, whose
  /// money is still set aside. `OWN_CASE`: it is a payout of the admin's own.
  func discardDeadLetter(
    _ request: DiscardDeadLetterRequest,
    _ context: ServerContext
  ) async throws -> DeadLetter
}

extension AdminServiceHandler {
  public static var serviceName: String { AdminServiceMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(AdminServiceMethods.listCapabilities) { call, context in
        let request = try call.request(ListCapabilitiesRequest.self)
        try call.respond(await self.listCapabilities(request, context))
      },
      MethodBinding(AdminServiceMethods.pauseCapability) { call, context in
        let request = try call.request(PauseCapabilityRequest.self)
        try call.respond(await self.pauseCapability(request, context))
      },
      MethodBinding(AdminServiceMethods.resumeCapability) { call, context in
        let request = try call.request(ResumeCapabilityRequest.self)
        try call.respond(await self.resumeCapability(request, context))
      },
      MethodBinding(AdminServiceMethods.listDeadLetters) { call, context in
        let request = try call.request(ListDeadLettersRequest.self)
        try call.respond(await self.listDeadLetters(request, context))
      },
      MethodBinding(AdminServiceMethods.replayDeadLetter) { call, context in
        let request = try call.request(ReplayDeadLetterRequest.self)
        try call.respond(await self.replayDeadLetter(request, context))
      },
      MethodBinding(AdminServiceMethods.discardDeadLetter) { call, context in
        let request = try call.request(DiscardDeadLetterRequest.self)
        try call.respond(await self.discardDeadLetter(request, context))
      },
    ]
  }
}

/// What operators do to keep the platform in order.
public struct AdminServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// What can be paused, and what is.
  public func listCapabilities(
    _ request: ListCapabilitiesRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListCapabilitiesResponse {
    let response: UnaryResponse<ListCapabilitiesResponse> =
      try await rpcChannel.unary(AdminServiceMethods.listCapabilities, request, options)
    return response.message
  }

  /// From now on, requests of this capability are refused with `CAPABILITY_PAUSED`. It is looked at in
  /// the same database transaction as what it stops; a change that is being committed at this very
  /// moment may still be. Money that arrives is always taken in, and payouts that were sent are still
  /// asked about.
  ///
  /// `ILLEGAL_TRANSITION`: it is paused already.
  public func pauseCapability(
    _ request: PauseCapabilityRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> CapabilityStatus {
    let response: UnaryResponse<CapabilityStatus> =
      try await rpcChannel.unary(AdminServiceMethods.pauseCapability, request, options)
    return response.message
  }

  /// Lets it go on. What waited by itself, such as payouts that are reserved, goes on within minutes.
  ///
  /// `ILLEGAL_TRANSITION`: it is not paused.
  public func resumeCapability(
    _ request: ResumeCapabilityRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> CapabilityStatus {
    let response: UnaryResponse<CapabilityStatus> =
      try await rpcChannel.unary(AdminServiceMethods.resumeCapability, request, options)
    return response.message
  }

  /// What the server gave up on, newest first: events of providers that could not be applied, timers
  /// that kept failing, payouts that have no end after a day, or of which the provider has told the
  /// other end later on, and money that came for a deleted account (HandOverWallet).
  public func listDeadLetters(
    _ request: ListDeadLettersRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListDeadLettersResponse {
    let response: UnaryResponse<ListDeadLettersResponse> =
      try await rpcChannel.unary(AdminServiceMethods.listDeadLetters, request, options)
    return response.message
  }

  /// Tries it again, as if for the first time. A payout is never sent anew by this: the provider is
  /// asked about it, at once.
  ///
  /// `ILLEGAL_TRANSITION`: it is not dead.
  public func replayDeadLetter(
    _ request: ReplayDeadLetterRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> DeadLetter {
    let response: UnaryResponse<DeadLetter> =
      try await rpcChannel.unary(AdminServiceMethods.replayDeadLetter, request, options)
    return response.message
  }

  /// Puts it away: nothing will come of it. It stays in the database, and the audit log says why.
  ///
  /// `ILLEGAL_TRANSITION`: it is not dead. `PAYOUT_NEEDS_ANSWER`: it is a payout without an end, whose
  /// money is still set aside. `OWN_CASE`: it is a payout of the admin's own.
  public func discardDeadLetter(
    _ request: DiscardDeadLetterRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> DeadLetter {
    let response: UnaryResponse<DeadLetter> =
      try await rpcChannel.unary(AdminServiceMethods.discardDeadLetter, request, options)
    return response.message
  }
}
