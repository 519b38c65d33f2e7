// Generated from paylyt/providers/v1/reconciliation.proto by protoc-gen-paylyt. Do not edit.

import CPayLytAPI
import CStandardAPI
public import PayLytRPC
public import StandardAPI

public struct ReconciliationRun: WireMessage {
  /// `reconciliationRuns/{uuid}`.
  public var name: String = ""
  public var provider: String = ""
  public var state: ReconciliationRun.State = .unspecified
  public var startTime: StandardAPI.ProtoTimestamp? = nil
  public var endTime: StandardAPI.ProtoTimestamp? = nil
  /// How many movements of ours and of theirs were compared.
  public var entriesHere: Int64 = 0
  public var entriesThere: Int64 = 0
  /// How many differences were found; more than 1000 are not kept one by one.
  public var findings: Int64 = 0
  /// What the provider said that we own there; unset when it did not say.
  public var providerBalance: Money? = nil
  public var note: String = ""
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  /// Unset before the end.
  public var finishTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum State: WireEnum {
    case unspecified
    case queued
    case running
    case done
    /// It could not be carried out; `note` says why. Nothing is known.
    case failed
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .queued
      case 2: self = .running
      case 3: self = .done
      case 4: self = .failed
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .queued: 1
      case .running: 2
      case .done: 3
      case .failed: 4
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .queued, .running, .done, .failed] }
  }
}

public struct ReconciliationFinding: WireMessage {
  /// `reconciliationRuns/{uuid}/findings/{uuid}`.
  public var name: String = ""
  public var kind: ReconciliationFinding.Kind = .unspecified
  public var direction: ReconciliationFinding.Direction = .unspecified
  public var paymentHash: [UInt8] = []
  /// As the one who has it knows it.
  public var reference: String = ""
  /// With the fee, for what was sent. Unset when we do not have it.
  public var amountHere: Money? = nil
  /// Unset when the provider does not have it.
  public var amountThere: Money? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum Kind: WireEnum {
    case unspecified
    /// The provider has it and we do not.
    case missingHere
    /// We have it and the provider, asked about it alone, does not.
    case missingThere
    case amountDiffers
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .missingHere
      case 2: self = .missingThere
      case 3: self = .amountDiffers
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .missingHere: 1
      case .missingThere: 2
      case .amountDiffers: 3
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .missingHere, .missingThere, .amountDiffers] }
  }

  public enum Direction: WireEnum {
    case unspecified
    case received
    case sent
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .received
      case 2: self = .sent
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .received: 1
      case .sent: 2
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .received, .sent] }
  }
}

public struct RunReconciliationRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  /// Such as `bitnob` or `lnd`.
  public var provider: String = ""
  public var startTime: StandardAPI.ProtoTimestamp? = nil
  /// Not in the future; at most 31 days after the start.
  public var endTime: StandardAPI.ProtoTimestamp? = nil
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetReconciliationRunRequest: WireMessage {
  /// `reconciliationRuns/{uuid}`.
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListReconciliationRunsRequest: WireMessage {
  /// At most 200; 50 when 0.
  public var pageSize: Int32 = 0
  /// Of the page before; empty for the first.
  public var pageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListReconciliationRunsResponse: WireMessage {
  public var runs: [ReconciliationRun] = []
  /// Empty at the end.
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetReconciliationFindingRequest: WireMessage {
  /// `reconciliationRuns/{uuid}/findings/{uuid}`.
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListReconciliationFindingsRequest: WireMessage {
  /// `reconciliationRuns/{uuid}`.
  public var parent: String = ""
  /// All kinds when unspecified.
  public var kind: ReconciliationFinding.Kind = .unspecified
  /// At most 200; 50 when 0.
  public var pageSize: Int32 = 0
  /// Of the page before; empty for the first.
  public var pageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListReconciliationFindingsResponse: WireMessage {
  public var findings: [ReconciliationFinding] = []
  /// Empty at the end.
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension ReconciliationRun {
  public static let fullName = "paylyt.providers.v1.ReconciliationRun"
  public static let wireLayout = unsafe WireLayout(paylyt__providers__v1__reconciliation_run__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    provider: String = "",
    state: ReconciliationRun.State = .unspecified,
    startTime: StandardAPI.ProtoTimestamp? = nil,
    endTime: StandardAPI.ProtoTimestamp? = nil,
    entriesHere: Int64 = 0,
    entriesThere: Int64 = 0,
    findings: Int64 = 0,
    providerBalance: Money? = nil,
    note: String = "",
    createTime: StandardAPI.ProtoTimestamp? = nil,
    finishTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.init(
      name: name,
      provider: provider,
      state: state,
      startTime: startTime,
      endTime: endTime,
      entriesHere: entriesHere,
      entriesThere: entriesThere,
      findings: findings,
      providerBalance: providerBalance,
      note: note,
      createTime: createTime,
      finishTime: finishTime,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Providers__V1__ReconciliationRun.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let provider: String = unsafe Wire.string(_c.pointee.provider)
    let state: ReconciliationRun.State = unsafe ReconciliationRun.State(rawValue: _c.pointee.state)
    let startTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.start_time)
    let endTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.end_time)
    let entriesHere: Int64 = unsafe _c.pointee.entries_here
    let entriesThere: Int64 = unsafe _c.pointee.entries_there
    let findings: Int64 = unsafe _c.pointee.findings
    let providerBalance: Money? = unsafe Wire.messageIfPresent(_c.pointee.provider_balance)
    let note: String = unsafe Wire.string(_c.pointee.note)
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    let finishTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.finish_time)
    unsafe self.init(
      name: name,
      provider: provider,
      state: state,
      startTime: startTime,
      endTime: endTime,
      entriesHere: entriesHere,
      entriesThere: entriesThere,
      findings: findings,
      providerBalance: providerBalance,
      note: note,
      createTime: createTime,
      finishTime: finishTime,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__providers__v1__reconciliation_run__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.provider = arena.string(self.provider)
    unsafe c.pointee.state = self.state.rawValue
    unsafe c.pointee.start_time = arena.messageIfPresent(self.startTime)
    unsafe c.pointee.end_time = arena.messageIfPresent(self.endTime)
    unsafe c.pointee.entries_here = self.entriesHere
    unsafe c.pointee.entries_there = self.entriesThere
    unsafe c.pointee.findings = self.findings
    unsafe c.pointee.provider_balance = arena.messageIfPresent(self.providerBalance)
    unsafe c.pointee.note = arena.string(self.note)
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    unsafe c.pointee.finish_time = arena.messageIfPresent(self.finishTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension ReconciliationFinding {
  public static let fullName = "paylyt.providers.v1.ReconciliationFinding"
  public static let wireLayout = unsafe WireLayout(paylyt__providers__v1__reconciliation_finding__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    kind: ReconciliationFinding.Kind = .unspecified,
    direction: ReconciliationFinding.Direction = .unspecified,
    paymentHash: [UInt8] = [],
    reference: String = "",
    amountHere: Money? = nil,
    amountThere: Money? = nil
  ) {
    self.init(
      name: name,
      kind: kind,
      direction: direction,
      paymentHash: paymentHash,
      reference: reference,
      amountHere: amountHere,
      amountThere: amountThere,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Providers__V1__ReconciliationFinding.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let kind: ReconciliationFinding.Kind = unsafe ReconciliationFinding.Kind(rawValue: _c.pointee.kind)
    let direction: ReconciliationFinding.Direction = unsafe ReconciliationFinding.Direction(rawValue: _c.pointee.direction)
    let paymentHash: [UInt8] = unsafe Wire.array(_c.pointee.payment_hash.data, _c.pointee.payment_hash.len)
    let reference: String = unsafe Wire.string(_c.pointee.reference)
    let amountHere: Money? = unsafe Wire.messageIfPresent(_c.pointee.amount_here)
    let amountThere: Money? = unsafe Wire.messageIfPresent(_c.pointee.amount_there)
    unsafe self.init(
      name: name,
      kind: kind,
      direction: direction,
      paymentHash: paymentHash,
      reference: reference,
      amountHere: amountHere,
      amountThere: amountThere,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__providers__v1__reconciliation_finding__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.kind = self.kind.rawValue
    unsafe c.pointee.direction = self.direction.rawValue
    unsafe c.pointee.payment_hash = .init(len: self.paymentHash.count, data: arena.array(self.paymentHash))
    unsafe c.pointee.reference = arena.string(self.reference)
    unsafe c.pointee.amount_here = arena.messageIfPresent(self.amountHere)
    unsafe c.pointee.amount_there = arena.messageIfPresent(self.amountThere)
    return UnsafeMutableRawPointer(c)
  }
}

extension RunReconciliationRequest {
  public static let fullName = "paylyt.providers.v1.RunReconciliationRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__providers__v1__run_reconciliation_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    provider: String = "",
    startTime: StandardAPI.ProtoTimestamp? = nil,
    endTime: StandardAPI.ProtoTimestamp? = nil,
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      provider: provider,
      startTime: startTime,
      endTime: endTime,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Providers__V1__RunReconciliationRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let provider: String = unsafe Wire.string(_c.pointee.provider)
    let startTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.start_time)
    let endTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.end_time)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      provider: provider,
      startTime: startTime,
      endTime: endTime,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__providers__v1__run_reconciliation_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.provider = arena.string(self.provider)
    unsafe c.pointee.start_time = arena.messageIfPresent(self.startTime)
    unsafe c.pointee.end_time = arena.messageIfPresent(self.endTime)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension GetReconciliationRunRequest {
  public static let fullName = "paylyt.providers.v1.GetReconciliationRunRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__providers__v1__get_reconciliation_run_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Providers__V1__GetReconciliationRunRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__providers__v1__get_reconciliation_run_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListReconciliationRunsRequest {
  public static let fullName = "paylyt.providers.v1.ListReconciliationRunsRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__providers__v1__list_reconciliation_runs_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Providers__V1__ListReconciliationRunsRequest.self)
    let pageSize: Int32 = unsafe _c.pointee.page_size
    let pageToken: String = unsafe Wire.string(_c.pointee.page_token)
    unsafe self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__providers__v1__list_reconciliation_runs_request__init, keeping: self.unknownFields)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListReconciliationRunsResponse {
  public static let fullName = "paylyt.providers.v1.ListReconciliationRunsResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__providers__v1__list_reconciliation_runs_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    runs: [ReconciliationRun] = [],
    nextPageToken: String = ""
  ) {
    self.init(
      runs: runs,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Providers__V1__ListReconciliationRunsResponse.self)
    let runs: [ReconciliationRun] = unsafe Wire.array(_c.pointee.runs, _c.pointee.n_runs) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    unsafe self.init(
      runs: runs,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__providers__v1__list_reconciliation_runs_response__init, keeping: self.unknownFields)
    unsafe c.pointee.runs = arena.array(self.runs) { unsafe arena.message($0) }
    unsafe c.pointee.n_runs = self.runs.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension GetReconciliationFindingRequest {
  public static let fullName = "paylyt.providers.v1.GetReconciliationFindingRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__providers__v1__get_reconciliation_finding_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Providers__V1__GetReconciliationFindingRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__providers__v1__get_reconciliation_finding_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListReconciliationFindingsRequest {
  public static let fullName = "paylyt.providers.v1.ListReconciliationFindingsRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__providers__v1__list_reconciliation_findings_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    parent: String = "",
    kind: ReconciliationFinding.Kind = .unspecified,
    pageSize: Int32 = 0,
    pageToken: String = ""
  ) {
    self.init(
      parent: parent,
      kind: kind,
      pageSize: pageSize,
      pageToken: pageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Providers__V1__ListReconciliationFindingsRequest.self)
    let parent: String = unsafe Wire.string(_c.pointee.parent)
    let kind: ReconciliationFinding.Kind = unsafe ReconciliationFinding.Kind(rawValue: _c.pointee.kind)
    let pageSize: Int32 = unsafe _c.pointee.page_size
    let pageToken: String = unsafe Wire.string(_c.pointee.page_token)
    unsafe self.init(
      parent: parent,
      kind: kind,
      pageSize: pageSize,
      pageToken: pageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__providers__v1__list_reconciliation_findings_request__init, keeping: self.unknownFields)
    unsafe c.pointee.parent = arena.string(self.parent)
    unsafe c.pointee.kind = self.kind.rawValue
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListReconciliationFindingsResponse {
  public static let fullName = "paylyt.providers.v1.ListReconciliationFindingsResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__providers__v1__list_reconciliation_findings_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    findings: [ReconciliationFinding] = [],
    nextPageToken: String = ""
  ) {
    self.init(
      findings: findings,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Providers__V1__ListReconciliationFindingsResponse.self)
    let findings: [ReconciliationFinding] = unsafe Wire.array(_c.pointee.findings, _c.pointee.n_findings) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    unsafe self.init(
      findings: findings,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__providers__v1__list_reconciliation_findings_response__init, keeping: self.unknownFields)
    unsafe c.pointee.findings = arena.array(self.findings) { unsafe arena.message($0) }
    unsafe c.pointee.n_findings = self.findings.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension RunReconciliationRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let providerRule = TextRule(required: true, length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.provider, Self.providerRule, "provider")
    if let value = self.startTime {
      found.moment(seconds: value.seconds, nanos: value.nanos, "start_time")
    } else {
      found.missing("start_time")
    }
    if let value = self.endTime {
      found.moment(seconds: value.seconds, nanos: value.nanos, "end_time")
    } else {
      found.missing("end_time")
    }
  }
}

extension GetReconciliationRunRequest {
  private static let nameRule = TextRule(required: true, patterns: ["reconciliationRuns/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension ListReconciliationRunsRequest {
  private static let pageTokenRule = TextRule(length: 0...1000)

  public func checkFields(_ found: inout FieldViolations) {
    found.number(self.pageSize, NumberRule(0...Int64.max), "page_size")
    found.text(self.pageToken, Self.pageTokenRule, "page_token")
  }
}

extension GetReconciliationFindingRequest {
  private static let nameRule = TextRule(required: true, patterns: ["reconciliationRuns/{uuid}/findings/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension ListReconciliationFindingsRequest {
  private static let parentRule = TextRule(required: true, patterns: ["reconciliationRuns/{uuid}"])
  private static let kindRule = EnumRule([1: "KIND_MISSING_HERE", 2: "KIND_MISSING_THERE", 3: "KIND_AMOUNT_DIFFERS"])
  private static let pageTokenRule = TextRule(length: 0...1000)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.parent, Self.parentRule, "parent")
    found.choice(self.kind, Self.kindRule, "kind")
    found.number(self.pageSize, NumberRule(0...Int64.max), "page_size")
    found.text(self.pageToken, Self.pageTokenRule, "page_token")
  }
}

/// The methods of `paylyt.providers.v1.ReconciliationService`.
public enum ReconciliationServiceMethods {
  public static let serviceName = "paylyt.providers.v1.ReconciliationService"

  public static let runReconciliation = MethodDescriptor(
    service: serviceName,
    method: "RunReconciliation",
    kind: .unary,
    requestType: "paylyt.providers.v1.RunReconciliationRequest",
    responseType: "paylyt.providers.v1.ReconciliationRun",
    options: MethodOptions(
      permission: "providers.reconcile",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["RECONCILIATION_RUNNING"]))

  public static let getReconciliationRun = MethodDescriptor(
    service: serviceName,
    method: "GetReconciliationRun",
    kind: .unary,
    requestType: "paylyt.providers.v1.GetReconciliationRunRequest",
    responseType: "paylyt.providers.v1.ReconciliationRun",
    options: MethodOptions(
      permission: "providers.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let listReconciliationRuns = MethodDescriptor(
    service: serviceName,
    method: "ListReconciliationRuns",
    kind: .unary,
    requestType: "paylyt.providers.v1.ListReconciliationRunsRequest",
    responseType: "paylyt.providers.v1.ListReconciliationRunsResponse",
    options: MethodOptions(
      permission: "providers.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let getReconciliationFinding = MethodDescriptor(
    service: serviceName,
    method: "GetReconciliationFinding",
    kind: .unary,
    requestType: "paylyt.providers.v1.GetReconciliationFindingRequest",
    responseType: "paylyt.providers.v1.ReconciliationFinding",
    options: MethodOptions(
      permission: "providers.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let listReconciliationFindings = MethodDescriptor(
    service: serviceName,
    method: "ListReconciliationFindings",
    kind: .unary,
    requestType: "paylyt.providers.v1.ListReconciliationFindingsRequest",
    responseType: "paylyt.providers.v1.ListReconciliationFindingsResponse",
    options: MethodOptions(
      permission: "providers.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let all: [MethodDescriptor] = [runReconciliation, getReconciliationRun, listReconciliationRuns, getReconciliationFinding, listReconciliationFindings]
}

extension ReconciliationServiceMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(runReconciliation, RunReconciliationRequest.self, ReconciliationRun.self),
    MethodTypes(getReconciliationRun, GetReconciliationRunRequest.self, ReconciliationRun.self),
    MethodTypes(listReconciliationRuns, ListReconciliationRunsRequest.self, ListReconciliationRunsResponse.self),
    MethodTypes(getReconciliationFinding, GetReconciliationFindingRequest.self, ReconciliationFinding.self),
    MethodTypes(listReconciliationFindings, ListReconciliationFindingsRequest.self, ListReconciliationFindingsResponse.self),
  ]
}

/// Compares our books with those of the providers, for admins. It finds and tells. What came in and was
/// never heard of is asked about and booked, as if its webhook had come; nothing else is changed.
public protocol ReconciliationServiceHandler: RPCService {
  /// Has a provider's books compared with ours over a span of time, in the background. The server does
  /// the same by itself every hour. Watch it with GetReconciliationRun.
  ///
  /// `INVALID_FIELD`: the provider has no books.
  func runReconciliation(
    _ request: RunReconciliationRequest,
    _ context: ServerContext
  ) async throws -> ReconciliationRun

  func getReconciliationRun(
    _ request: GetReconciliationRunRequest,
    _ context: ServerContext
  ) async throws -> ReconciliationRun

  /// Newest first.
  func listReconciliationRuns(
    _ request: ListReconciliationRunsRequest,
    _ context: ServerContext
  ) async throws -> ListReconciliationRunsResponse

  /// One finding of a run.
  func getReconciliationFinding(
    _ request: GetReconciliationFindingRequest,
    _ context: ServerContext
  ) async throws -> ReconciliationFinding

  /// What a run found, newest first.
  func listReconciliationFindings(
    _ request: ListReconciliationFindingsRequest,
    _ context: ServerContext
  ) async throws -> ListReconciliationFindingsResponse
}

extension ReconciliationServiceHandler {
  public static var serviceName: String { ReconciliationServiceMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(ReconciliationServiceMethods.runReconciliation) { call, context in
        let request = try call.request(RunReconciliationRequest.self)
        try call.respond(await self.runReconciliation(request, context))
      },
      MethodBinding(ReconciliationServiceMethods.getReconciliationRun) { call, context in
        let request = try call.request(GetReconciliationRunRequest.self)
        try call.respond(await self.getReconciliationRun(request, context))
      },
      MethodBinding(ReconciliationServiceMethods.listReconciliationRuns) { call, context in
        let request = try call.request(ListReconciliationRunsRequest.self)
        try call.respond(await self.listReconciliationRuns(request, context))
      },
      MethodBinding(ReconciliationServiceMethods.getReconciliationFinding) { call, context in
        let request = try call.request(GetReconciliationFindingRequest.self)
        try call.respond(await self.getReconciliationFinding(request, context))
      },
      MethodBinding(ReconciliationServiceMethods.listReconciliationFindings) { call, context in
        let request = try call.request(ListReconciliationFindingsRequest.self)
        try call.respond(await self.listReconciliationFindings(request, context))
      },
    ]
  }
}

/// Compares our books with those of the providers, for admins. It finds and tells. What came in and was
/// never heard of is asked about and booked, as if its webhook had come; nothing else is changed.
public struct ReconciliationServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// Has a provider's books compared with ours over a span of time, in the background. The server does
  /// the same by itself every hour. Watch it with GetReconciliationRun.
  ///
  /// `INVALID_FIELD`: the provider has no books.
  public func runReconciliation(
    _ request: RunReconciliationRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ReconciliationRun {
    let response: UnaryResponse<ReconciliationRun> =
      try await rpcChannel.unary(ReconciliationServiceMethods.runReconciliation, request, options)
    return response.message
  }

  public func getReconciliationRun(
    _ request: GetReconciliationRunRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ReconciliationRun {
    let response: UnaryResponse<ReconciliationRun> =
      try await rpcChannel.unary(ReconciliationServiceMethods.getReconciliationRun, request, options)
    return response.message
  }

  /// Newest first.
  public func listReconciliationRuns(
    _ request: ListReconciliationRunsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListReconciliationRunsResponse {
    let response: UnaryResponse<ListReconciliationRunsResponse> =
      try await rpcChannel.unary(ReconciliationServiceMethods.listReconciliationRuns, request, options)
    return response.message
  }

  /// One finding of a run.
  public func getReconciliationFinding(
    _ request: GetReconciliationFindingRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ReconciliationFinding {
    let response: UnaryResponse<ReconciliationFinding> =
      try await rpcChannel.unary(ReconciliationServiceMethods.getReconciliationFinding, request, options)
    return response.message
  }

  /// What a run found, newest first.
  public func listReconciliationFindings(
    _ request: ListReconciliationFindingsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListReconciliationFindingsResponse {
    let response: UnaryResponse<ListReconciliationFindingsResponse> =
      try await rpcChannel.unary(ReconciliationServiceMethods.listReconciliationFindings, request, options)
    return response.message
  }
}
