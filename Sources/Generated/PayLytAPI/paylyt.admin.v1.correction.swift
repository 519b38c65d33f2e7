// Generated from paylyt/admin/v1/correction.proto by protoc-gen-paylyt. Do not edit.

import CPayLytAPI
import CStandardAPI
public import PayLytRPC
public import StandardAPI

public struct Correction: WireMessage {
  /// `corrections/{uuid}`.
  public var name: String = ""
  public var kind: Correction.Kind = .unspecified
  public var state: Correction.State = .unspecified
  /// Whose wallet it is: `users/{uuid}`. Empty where the kind is about providers.
  public var user: String = ""
  public var amount: Money? = nil
  /// What it is about: a name as in ProposeCorrectionRequest. May be empty.
  public var subject: String = ""
  /// Why; admins only.
  public var reason: String = ""
  /// `users/{uuid}`.
  public var proposer: String = ""
  /// Who booked it: `users/{uuid}`. Empty until then.
  public var approver: String = ""
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  /// When the proposal lapses.
  public var expireTime: StandardAPI.ProtoTimestamp? = nil
  /// When it was booked or withdrawn.
  public var decideTime: StandardAPI.ProtoTimestamp? = nil
  /// Of what was booked, as in the wallet's entries and in ListTransfers.
  public var ledgerTransaction: String = ""
  public var etag: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum Kind: WireEnum {
    case unspecified
    /// The providers hold less for us than the books say: a loss.
    case providerLoss
    /// They hold more.
    case providerGain
    /// The user gets money, at the platform's expense.
    case walletCredit
    /// Money is taken out of the user's wallet, as far as it is there, to the platform's benefit.
    case walletDebit
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .providerLoss
      case 2: self = .providerGain
      case 3: self = .walletCredit
      case 4: self = .walletDebit
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .providerLoss: 1
      case .providerGain: 2
      case .walletCredit: 3
      case .walletDebit: 4
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .providerLoss, .providerGain, .walletCredit, .walletDebit] }
  }

  public enum State: WireEnum {
    case unspecified
    /// It waits for another admin. It can be approved until `expire_time`.
    case proposed
    /// Final.
    case booked
    /// Final: nothing was booked.
    case withdrawn
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .proposed
      case 2: self = .booked
      case 3: self = .withdrawn
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .proposed: 1
      case .booked: 2
      case .withdrawn: 3
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .proposed, .booked, .withdrawn] }
  }
}

public struct ProposeCorrectionRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  public var kind: Correction.Kind = .unspecified
  /// Of the wallet's kinds, and of no other: `users/{uuid}`. A deleted account may still be repaid.
  public var user: String = ""
  /// At most 1 000 000 000 000 000 smallest units. What lies with providers is BTC alone.
  public var amount: Money? = nil
  /// Why; at most 1000 characters, which only admins read.
  public var reason: String = ""
  /// What it is about; may be empty.
  public var subject: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ApproveCorrectionRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  public var name: String = ""
  /// What the caller has read; refused with `ETAG_MISMATCH` when it has changed since. Empty: does not
  /// matter.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct WithdrawCorrectionRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  public var name: String = ""
  /// Why; at most 1000 characters, for the audit log.
  public var reason: String = ""
  /// As in ApproveCorrectionRequest.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetCorrectionRequest: WireMessage {
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListCorrectionsRequest: WireMessage {
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Restrictions joined by AND, at most 10 (a part of AIP-160): `state` (PROPOSED, BOOKED, WITHDRAWN),
  /// `kind` (PROVIDER_LOSS, PROVIDER_GAIN, WALLET_CREDIT, WALLET_DEBIT), `user` (`users/{uuid}`) and
  /// `subject` (`payouts/{uuid}`) with `=` and `!=`; `create_time` ("2026-01-31T12:00:00Z") with `=`,
  /// `!=`, `<`, `<=`, `>`, `>=`.
  public var filter: String = ""
  /// The newest first when empty.
  public var orderBy: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListCorrectionsResponse: WireMessage {
  /// May be empty although more pages follow: a page looks at a bounded part of the list.
  public var corrections: [Correction] = []
  /// Empty on the last page.
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension Correction {
  public static let fullName = "paylyt.admin.v1.Correction"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__correction__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    kind: Correction.Kind = .unspecified,
    state: Correction.State = .unspecified,
    user: String = "",
    amount: Money? = nil,
    subject: String = "",
    reason: String = "",
    proposer: String = "",
    approver: String = "",
    createTime: StandardAPI.ProtoTimestamp? = nil,
    expireTime: StandardAPI.ProtoTimestamp? = nil,
    decideTime: StandardAPI.ProtoTimestamp? = nil,
    ledgerTransaction: String = "",
    etag: String = ""
  ) {
    self.init(
      name: name,
      kind: kind,
      state: state,
      user: user,
      amount: amount,
      subject: subject,
      reason: reason,
      proposer: proposer,
      approver: approver,
      createTime: createTime,
      expireTime: expireTime,
      decideTime: decideTime,
      ledgerTransaction: ledgerTransaction,
      etag: etag,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Admin__V1__Correction.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let kind: Correction.Kind = unsafe Correction.Kind(rawValue: _c.pointee.kind)
    let state: Correction.State = unsafe Correction.State(rawValue: _c.pointee.state)
    let user: String = unsafe Wire.string(_c.pointee.user)
    let amount: Money? = unsafe Wire.messageIfPresent(_c.pointee.amount)
    let subject: String = unsafe Wire.string(_c.pointee.subject)
    let reason: String = unsafe Wire.string(_c.pointee.reason)
    let proposer: String = unsafe Wire.string(_c.pointee.proposer)
    let approver: String = unsafe Wire.string(_c.pointee.approver)
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    let expireTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.expire_time)
    let decideTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.decide_time)
    let ledgerTransaction: String = unsafe Wire.string(_c.pointee.ledger_transaction)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    unsafe self.init(
      name: name,
      kind: kind,
      state: state,
      user: user,
      amount: amount,
      subject: subject,
      reason: reason,
      proposer: proposer,
      approver: approver,
      createTime: createTime,
      expireTime: expireTime,
      decideTime: decideTime,
      ledgerTransaction: ledgerTransaction,
      etag: etag,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__correction__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.kind = self.kind.rawValue
    unsafe c.pointee.state = self.state.rawValue
    unsafe c.pointee.user = arena.string(self.user)
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    unsafe c.pointee.subject = arena.string(self.subject)
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.proposer = arena.string(self.proposer)
    unsafe c.pointee.approver = arena.string(self.approver)
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    unsafe c.pointee.expire_time = arena.messageIfPresent(self.expireTime)
    unsafe c.pointee.decide_time = arena.messageIfPresent(self.decideTime)
    unsafe c.pointee.ledger_transaction = arena.string(self.ledgerTransaction)
    unsafe c.pointee.etag = arena.string(self.etag)
    return UnsafeMutableRawPointer(c)
  }
}

extension ProposeCorrectionRequest {
  public static let fullName = "paylyt.admin.v1.ProposeCorrectionRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__propose_correction_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    kind: Correction.Kind = .unspecified,
    user: String = "",
    amount: Money? = nil,
    reason: String = "",
    subject: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      kind: kind,
      user: user,
      amount: amount,
      reason: reason,
      subject: subject,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Admin__V1__ProposeCorrectionRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let kind: Correction.Kind = unsafe Correction.Kind(rawValue: _c.pointee.kind)
    let user: String = unsafe Wire.string(_c.pointee.user)
    let amount: Money? = unsafe Wire.messageIfPresent(_c.pointee.amount)
    let reason: String = unsafe Wire.string(_c.pointee.reason)
    let subject: String = unsafe Wire.string(_c.pointee.subject)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      kind: kind,
      user: user,
      amount: amount,
      reason: reason,
      subject: subject,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__propose_correction_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.kind = self.kind.rawValue
    unsafe c.pointee.user = arena.string(self.user)
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.subject = arena.string(self.subject)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension ApproveCorrectionRequest {
  public static let fullName = "paylyt.admin.v1.ApproveCorrectionRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__approve_correction_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Admin__V1__ApproveCorrectionRequest.self)
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
    let c = unsafe arena.make(paylyt__admin__v1__approve_correction_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension WithdrawCorrectionRequest {
  public static let fullName = "paylyt.admin.v1.WithdrawCorrectionRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__withdraw_correction_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Admin__V1__WithdrawCorrectionRequest.self)
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
    let c = unsafe arena.make(paylyt__admin__v1__withdraw_correction_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension GetCorrectionRequest {
  public static let fullName = "paylyt.admin.v1.GetCorrectionRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__get_correction_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Admin__V1__GetCorrectionRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__get_correction_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListCorrectionsRequest {
  public static let fullName = "paylyt.admin.v1.ListCorrectionsRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__list_corrections_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    pageSize: Int32 = 0,
    pageToken: String = "",
    filter: String = "",
    orderBy: String = ""
  ) {
    self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      filter: filter,
      orderBy: orderBy,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Admin__V1__ListCorrectionsRequest.self)
    let pageSize: Int32 = unsafe _c.pointee.page_size
    let pageToken: String = unsafe Wire.string(_c.pointee.page_token)
    let filter: String = unsafe Wire.string(_c.pointee.filter)
    let orderBy: String = unsafe Wire.string(_c.pointee.order_by)
    unsafe self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      filter: filter,
      orderBy: orderBy,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__list_corrections_request__init, keeping: self.unknownFields)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    unsafe c.pointee.filter = arena.string(self.filter)
    unsafe c.pointee.order_by = arena.string(self.orderBy)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListCorrectionsResponse {
  public static let fullName = "paylyt.admin.v1.ListCorrectionsResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__list_corrections_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    corrections: [Correction] = [],
    nextPageToken: String = ""
  ) {
    self.init(
      corrections: corrections,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Admin__V1__ListCorrectionsResponse.self)
    let corrections: [Correction] = unsafe Wire.array(_c.pointee.corrections, _c.pointee.n_corrections) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    unsafe self.init(
      corrections: corrections,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__list_corrections_response__init, keeping: self.unknownFields)
    unsafe c.pointee.corrections = arena.array(self.corrections) { unsafe arena.message($0) }
    unsafe c.pointee.n_corrections = self.corrections.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension ProposeCorrectionRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let kindRule = EnumRule(required: true, [1: "KIND_PROVIDER_LOSS", 2: "KIND_PROVIDER_GAIN", 3: "KIND_WALLET_CREDIT", 4: "KIND_WALLET_DEBIT"])
  private static let userRule = TextRule(patterns: ["users/{uuid}"])
  private static let amountRule = TextRule(required: true, choices: ["BTC", "NGN", "KES", "GHS", "USD"])
  private static let reasonRule = TextRule(required: true, length: 0...1000)
  private static let subjectRule = TextRule(patterns: ["payouts/{uuid}", "reconciliationRuns/{uuid}", "escrows/{uuid}", "invoices/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.choice(self.kind, Self.kindRule, "kind")
    found.text(self.user, Self.userRule, "user")
    if let value = self.amount {
      let mark = found.count
      found.text(value.asset, Self.amountRule, "asset")
      if found.count == mark {
        found.number(value.units, NumberRule(1...1000000000000000), "units")
      }
      found.nest(since: mark, in: "amount")
    } else {
      found.missing("amount")
    }
    found.text(self.reason, Self.reasonRule, "reason")
    found.text(self.subject, Self.subjectRule, "subject")
  }
}

extension ApproveCorrectionRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["corrections/{uuid}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension WithdrawCorrectionRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["corrections/{uuid}"])
  private static let reasonRule = TextRule(required: true, length: 0...1000)
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.reason, Self.reasonRule, "reason")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension GetCorrectionRequest {
  private static let nameRule = TextRule(required: true, patterns: ["corrections/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension ListCorrectionsRequest {
  private static let pageTokenRule = TextRule(length: 0...1000)
  private static let filterRule = TextRule(length: 0...1000, countsBytes: true)
  private static let orderByRule = TextRule(choices: ["create_time", "create_time desc"])

  public func checkFields(_ found: inout FieldViolations) {
    found.number(self.pageSize, NumberRule(0...Int64.max), "page_size")
    found.text(self.pageToken, Self.pageTokenRule, "page_token")
    found.text(self.filter, Self.filterRule, "filter")
    found.text(self.orderBy, Self.orderByRule, "order_by")
  }
}

/// The methods of `paylyt.admin.v1.CorrectionService`.
public enum CorrectionServiceMethods {
  public static let serviceName = "paylyt.admin.v1.CorrectionService"

  public static let proposeCorrection = MethodDescriptor(
    service: serviceName,
    method: "ProposeCorrection",
    kind: .unary,
    requestType: "paylyt.admin.v1.ProposeCorrectionRequest",
    responseType: "paylyt.admin.v1.Correction",
    options: MethodOptions(
      permission: "admin.correct",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["INSUFFICIENT_FUNDS", "OWN_CASE"]))

  public static let approveCorrection = MethodDescriptor(
    service: serviceName,
    method: "ApproveCorrection",
    kind: .unary,
    requestType: "paylyt.admin.v1.ApproveCorrectionRequest",
    responseType: "paylyt.admin.v1.Correction",
    options: MethodOptions(
      permission: "admin.correct",
      isIdempotent: true,
      isMoneyMoving: true,
      refusals: ["ILLEGAL_TRANSITION", "INSUFFICIENT_FUNDS", "OWN_CASE", "SECOND_APPROVER_NEEDED"]))

  public static let withdrawCorrection = MethodDescriptor(
    service: serviceName,
    method: "WithdrawCorrection",
    kind: .unary,
    requestType: "paylyt.admin.v1.WithdrawCorrectionRequest",
    responseType: "paylyt.admin.v1.Correction",
    options: MethodOptions(
      permission: "admin.correct",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ILLEGAL_TRANSITION", "OWN_CASE"]))

  public static let getCorrection = MethodDescriptor(
    service: serviceName,
    method: "GetCorrection",
    kind: .unary,
    requestType: "paylyt.admin.v1.GetCorrectionRequest",
    responseType: "paylyt.admin.v1.Correction",
    options: MethodOptions(
      permission: "admin.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let listCorrections = MethodDescriptor(
    service: serviceName,
    method: "ListCorrections",
    kind: .unary,
    requestType: "paylyt.admin.v1.ListCorrectionsRequest",
    responseType: "paylyt.admin.v1.ListCorrectionsResponse",
    options: MethodOptions(
      permission: "admin.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let all: [MethodDescriptor] = [proposeCorrection, approveCorrection, withdrawCorrection, getCorrection, listCorrections]
}

extension CorrectionServiceMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(proposeCorrection, ProposeCorrectionRequest.self, Correction.self),
    MethodTypes(approveCorrection, ApproveCorrectionRequest.self, Correction.self),
    MethodTypes(withdrawCorrection, WithdrawCorrectionRequest.self, Correction.self),
    MethodTypes(getCorrection, GetCorrectionRequest.self, Correction.self),
    MethodTypes(listCorrections, ListCorrectionsRequest.self, ListCorrectionsResponse.self),
  ]
}

/// What went wrong outside and no other call books: a loss at a provider, a gain, what a user is to get
/// or owes. One admin proposes, another one approves, and that books it; nothing that was booked is
/// changed, another correction comes after it (docs/OPERATIONS.md says which one when).
public protocol CorrectionServiceHandler: RPCService {
  /// Says what should be booked, and why. It moves nothing.
  ///
  /// `INSUFFICIENT_FUNDS`: a KIND_WALLET_DEBIT of more than is in the wallet now. `OWN_CASE`: it is about
  /// the admin's own wallet, payout or escrow. `NOT_FOUND`: there is no such user, or subject.
  func proposeCorrection(
    _ request: ProposeCorrectionRequest,
    _ context: ServerContext
  ) async throws -> Correction

  /// Another admin than the one who proposed it books it, at once. A frozen wallet is no obstacle to either
  /// kind: the freeze stops its owner, and mostly comes before what is taken back.
  ///
  /// `ILLEGAL_TRANSITION`: it is booked or withdrawn; or it has lapsed: its time is over, or whoever
  /// proposed it is no admin any more, or was stopped. `OWN_CASE`: as in ProposeCorrection.
  func approveCorrection(
    _ request: ApproveCorrectionRequest,
    _ context: ServerContext
  ) async throws -> Correction

  /// Whoever proposed it takes it back, or another admin refuses it. What has lapsed can be put away so, too.
  ///
  /// `ILLEGAL_TRANSITION`: it is booked or withdrawn. `OWN_CASE`: as in ProposeCorrection.
  func withdrawCorrection(
    _ request: WithdrawCorrectionRequest,
    _ context: ServerContext
  ) async throws -> Correction

  func getCorrection(
    _ request: GetCorrectionRequest,
    _ context: ServerContext
  ) async throws -> Correction

  /// Newest first.
  func listCorrections(
    _ request: ListCorrectionsRequest,
    _ context: ServerContext
  ) async throws -> ListCorrectionsResponse
}

extension CorrectionServiceHandler {
  public static var serviceName: String { CorrectionServiceMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(CorrectionServiceMethods.proposeCorrection) { call, context in
        let request = try call.request(ProposeCorrectionRequest.self)
        try call.respond(await self.proposeCorrection(request, context))
      },
      MethodBinding(CorrectionServiceMethods.approveCorrection) { call, context in
        let request = try call.request(ApproveCorrectionRequest.self)
        try call.respond(await self.approveCorrection(request, context))
      },
      MethodBinding(CorrectionServiceMethods.withdrawCorrection) { call, context in
        let request = try call.request(WithdrawCorrectionRequest.self)
        try call.respond(await self.withdrawCorrection(request, context))
      },
      MethodBinding(CorrectionServiceMethods.getCorrection) { call, context in
        let request = try call.request(GetCorrectionRequest.self)
        try call.respond(await self.getCorrection(request, context))
      },
      MethodBinding(CorrectionServiceMethods.listCorrections) { call, context in
        let request = try call.request(ListCorrectionsRequest.self)
        try call.respond(await self.listCorrections(request, context))
      },
    ]
  }
}

/// What went wrong outside and no other call books: a loss at a provider, a gain, what a user is to get
/// or owes. One admin proposes, another one approves, and that books it; nothing that was booked is
/// changed, another correction comes after it (docs/OPERATIONS.md says which one when).
public struct CorrectionServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// Says what should be booked, and why. It moves nothing.
  ///
  /// `INSUFFICIENT_FUNDS`: a KIND_WALLET_DEBIT of more than is in the wallet now. `OWN_CASE`: it is about
  /// the admin's own wallet, payout or escrow. `NOT_FOUND`: there is no such user, or subject.
  public func proposeCorrection(
    _ request: ProposeCorrectionRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Correction {
    let response: UnaryResponse<Correction> =
      try await rpcChannel.unary(CorrectionServiceMethods.proposeCorrection, request, options)
    return response.message
  }

  /// Another admin than the one who proposed it books it, at once. A frozen wallet is no obstacle to either
  /// kind: the freeze stops its owner, and mostly comes before what is taken back.
  ///
  /// `ILLEGAL_TRANSITION`: it is booked or withdrawn; or it has lapsed: its time is over, or whoever
  /// proposed it is no admin any more, or was stopped. `OWN_CASE`: as in ProposeCorrection.
  public func approveCorrection(
    _ request: ApproveCorrectionRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Correction {
    let response: UnaryResponse<Correction> =
      try await rpcChannel.unary(CorrectionServiceMethods.approveCorrection, request, options)
    return response.message
  }

  /// Whoever proposed it takes it back, or another admin refuses it. What has lapsed can be put away so, too.
  ///
  /// `ILLEGAL_TRANSITION`: it is booked or withdrawn. `OWN_CASE`: as in ProposeCorrection.
  public func withdrawCorrection(
    _ request: WithdrawCorrectionRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Correction {
    let response: UnaryResponse<Correction> =
      try await rpcChannel.unary(CorrectionServiceMethods.withdrawCorrection, request, options)
    return response.message
  }

  public func getCorrection(
    _ request: GetCorrectionRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Correction {
    let response: UnaryResponse<Correction> =
      try await rpcChannel.unary(CorrectionServiceMethods.getCorrection, request, options)
    return response.message
  }

  /// Newest first.
  public func listCorrections(
    _ request: ListCorrectionsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListCorrectionsResponse {
    let response: UnaryResponse<ListCorrectionsResponse> =
      try await rpcChannel.unary(CorrectionServiceMethods.listCorrections, request, options)
    return response.message
  }
}
