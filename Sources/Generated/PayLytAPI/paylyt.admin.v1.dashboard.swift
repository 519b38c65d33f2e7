// Generated from paylyt/admin/v1/dashboard.proto by protoc-gen-paylyt. Do not edit.

import CPayLytAPI
import CStandardAPI
public import PayLytRPC
public import StandardAPI

public struct GetDashboardRequest: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct Dashboard: WireMessage {
  public var readTime: StandardAPI.ProtoTimestamp? = nil
  public var balances: [Dashboard.Balance] = []
  public var escrows: [Dashboard.EscrowsByState] = []
  public var payouts: [Dashboard.PayoutsByState] = []
  public var users: Int64 = 0
  public var openJobs: Int64 = 0
  /// E-mails that were given up, and webhook endpoints that were disabled because they failed.
  public var deadMails: Int64 = 0
  public var failedWebhookEndpoints: Int64 = 0
  /// The fields above that say "at least", as there is more than is counted: `users`, `escrows`, …
  /// `balances` are then those of the platform's own accounts only; GetTrialBalance has the others.
  public var atLeast: [String] = []
  /// Of each currency that was changed or that has a limit.
  public var exposures: [Dashboard.Exposure] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public struct Balance: WireMessage {
    /// As in the trial balance: `wallet`, `escrow`, `escrow_disputed`, `payout_in_transit`, `fees`, …
    public var accountKind: String = ""
    public var balance: Money? = nil
    public var accounts: Int64 = 0
    /// Fields that the proto of this build does not know, sent on unchanged.
    public var unknownFields: UnknownFields
  }

  public struct EscrowsByState: WireMessage {
    public var state: Escrow.State = .unspecified
    public var escrows: Int64 = 0
    /// Of all of them together, without fees on top.
    public var amount: Money? = nil
    /// Fields that the proto of this build does not know, sent on unchanged.
    public var unknownFields: UnknownFields
  }

  public struct PayoutsByState: WireMessage {
    public var state: Payout.State = .unspecified
    public var payouts: Int64 = 0
    /// What they take from the float, together.
    public var amount: Money? = nil
    /// Fields that the proto of this build does not know, sent on unchanged.
    public var unknownFields: UnknownFields
  }

  public struct Exposure: WireMessage {
    /// What conversions left in a currency: below zero, the platform owes it.
    public var open: Money? = nil
    /// How far from zero it may go; absent: without a limit.
    public var limit: Money? = nil
    /// Fields that the proto of this build does not know, sent on unchanged.
    public var unknownFields: UnknownFields
  }
}

public struct QueryTimeSeriesRequest: WireMessage {
  public var startTime: StandardAPI.ProtoTimestamp? = nil
  /// Absent: now.
  public var endTime: StandardAPI.ProtoTimestamp? = nil
  /// 60 to 2,678,400; at most 400 steps from the start to the end.
  public var stepSeconds: Int64 = 0
  /// Only these kinds of transfers: `release`, `fee`, … (docs/LEDGER.md); none means all.
  public var kinds: [String] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct QueryTimeSeriesResponse: WireMessage {
  /// By time, kind and asset; steps in which nothing moved are left out.
  public var points: [QueryTimeSeriesResponse.Point] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public struct Point: WireMessage {
    /// When its step begins.
    public var startTime: StandardAPI.ProtoTimestamp? = nil
    public var kind: String = ""
    /// All of it together.
    public var amount: Money? = nil
    public var transfers: Int64 = 0
    /// Fields that the proto of this build does not know, sent on unchanged.
    public var unknownFields: UnknownFields
  }
}

public struct Activity: WireMessage {
  /// `events/{uuid}`.
  public var event: String = ""
  public var type: String = ""
  /// What changed: `escrows/{uuid}`, …
  public var subject: String = ""
  /// Who changed it: `users/{uuid}` or `system/{part}`.
  public var actor: String = ""
  public var reason: String = ""
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  public var position: Int64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListActivityRequest: WireMessage {
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Only what this one did: `users/{uuid}` or `system/{part}`.
  public var actor: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListActivityResponse: WireMessage {
  public var activities: [Activity] = []
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension GetDashboardRequest {
  public static let fullName = "paylyt.admin.v1.GetDashboardRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__get_dashboard_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__get_dashboard_request__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension Dashboard {
  public static let fullName = "paylyt.admin.v1.Dashboard"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__dashboard__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    readTime: StandardAPI.ProtoTimestamp? = nil,
    balances: [Dashboard.Balance] = [],
    escrows: [Dashboard.EscrowsByState] = [],
    payouts: [Dashboard.PayoutsByState] = [],
    users: Int64 = 0,
    openJobs: Int64 = 0,
    deadMails: Int64 = 0,
    failedWebhookEndpoints: Int64 = 0,
    atLeast: [String] = [],
    exposures: [Dashboard.Exposure] = []
  ) {
    self.init(
      readTime: readTime,
      balances: balances,
      escrows: escrows,
      payouts: payouts,
      users: users,
      openJobs: openJobs,
      deadMails: deadMails,
      failedWebhookEndpoints: failedWebhookEndpoints,
      atLeast: atLeast,
      exposures: exposures,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Admin__V1__Dashboard.self)
    let readTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.read_time)
    let balances: [Dashboard.Balance] = unsafe Wire.array(_c.pointee.balances, _c.pointee.n_balances) { unsafe Wire.message($0) }
    let escrows: [Dashboard.EscrowsByState] = unsafe Wire.array(_c.pointee.escrows, _c.pointee.n_escrows) { unsafe Wire.message($0) }
    let payouts: [Dashboard.PayoutsByState] = unsafe Wire.array(_c.pointee.payouts, _c.pointee.n_payouts) { unsafe Wire.message($0) }
    let users: Int64 = unsafe _c.pointee.users
    let openJobs: Int64 = unsafe _c.pointee.open_jobs
    let deadMails: Int64 = unsafe _c.pointee.dead_mails
    let failedWebhookEndpoints: Int64 = unsafe _c.pointee.failed_webhook_endpoints
    let atLeast: [String] = unsafe Wire.array(_c.pointee.at_least, _c.pointee.n_at_least) { unsafe Wire.string($0) }
    let exposures: [Dashboard.Exposure] = unsafe Wire.array(_c.pointee.exposures, _c.pointee.n_exposures) { unsafe Wire.message($0) }
    unsafe self.init(
      readTime: readTime,
      balances: balances,
      escrows: escrows,
      payouts: payouts,
      users: users,
      openJobs: openJobs,
      deadMails: deadMails,
      failedWebhookEndpoints: failedWebhookEndpoints,
      atLeast: atLeast,
      exposures: exposures,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__dashboard__init, keeping: self.unknownFields)
    unsafe c.pointee.read_time = arena.messageIfPresent(self.readTime)
    unsafe c.pointee.balances = arena.array(self.balances) { unsafe arena.message($0) }
    unsafe c.pointee.n_balances = self.balances.count
    unsafe c.pointee.escrows = arena.array(self.escrows) { unsafe arena.message($0) }
    unsafe c.pointee.n_escrows = self.escrows.count
    unsafe c.pointee.payouts = arena.array(self.payouts) { unsafe arena.message($0) }
    unsafe c.pointee.n_payouts = self.payouts.count
    unsafe c.pointee.users = self.users
    unsafe c.pointee.open_jobs = self.openJobs
    unsafe c.pointee.dead_mails = self.deadMails
    unsafe c.pointee.failed_webhook_endpoints = self.failedWebhookEndpoints
    unsafe c.pointee.at_least = arena.array(self.atLeast) { unsafe arena.string($0) }
    unsafe c.pointee.n_at_least = self.atLeast.count
    unsafe c.pointee.exposures = arena.array(self.exposures) { unsafe arena.message($0) }
    unsafe c.pointee.n_exposures = self.exposures.count
    return UnsafeMutableRawPointer(c)
  }
}

extension Dashboard.Balance {
  public static let fullName = "paylyt.admin.v1.Dashboard.Balance"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__dashboard__balance__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    accountKind: String = "",
    balance: Money? = nil,
    accounts: Int64 = 0
  ) {
    self.init(
      accountKind: accountKind,
      balance: balance,
      accounts: accounts,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Admin__V1__Dashboard__Balance.self)
    let accountKind: String = unsafe Wire.string(_c.pointee.account_kind)
    let balance: Money? = unsafe Wire.messageIfPresent(_c.pointee.balance)
    let accounts: Int64 = unsafe _c.pointee.accounts
    unsafe self.init(
      accountKind: accountKind,
      balance: balance,
      accounts: accounts,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__dashboard__balance__init, keeping: self.unknownFields)
    unsafe c.pointee.account_kind = arena.string(self.accountKind)
    unsafe c.pointee.balance = arena.messageIfPresent(self.balance)
    unsafe c.pointee.accounts = self.accounts
    return UnsafeMutableRawPointer(c)
  }
}

extension Dashboard.EscrowsByState {
  public static let fullName = "paylyt.admin.v1.Dashboard.EscrowsByState"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__dashboard__escrows_by_state__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    state: Escrow.State = .unspecified,
    escrows: Int64 = 0,
    amount: Money? = nil
  ) {
    self.init(
      state: state,
      escrows: escrows,
      amount: amount,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Admin__V1__Dashboard__EscrowsByState.self)
    let state: Escrow.State = unsafe Escrow.State(rawValue: _c.pointee.state)
    let escrows: Int64 = unsafe _c.pointee.escrows
    let amount: Money? = unsafe Wire.messageIfPresent(_c.pointee.amount)
    unsafe self.init(
      state: state,
      escrows: escrows,
      amount: amount,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__dashboard__escrows_by_state__init, keeping: self.unknownFields)
    unsafe c.pointee.state = self.state.rawValue
    unsafe c.pointee.escrows = self.escrows
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    return UnsafeMutableRawPointer(c)
  }
}

extension Dashboard.PayoutsByState {
  public static let fullName = "paylyt.admin.v1.Dashboard.PayoutsByState"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__dashboard__payouts_by_state__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    state: Payout.State = .unspecified,
    payouts: Int64 = 0,
    amount: Money? = nil
  ) {
    self.init(
      state: state,
      payouts: payouts,
      amount: amount,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Admin__V1__Dashboard__PayoutsByState.self)
    let state: Payout.State = unsafe Payout.State(rawValue: _c.pointee.state)
    let payouts: Int64 = unsafe _c.pointee.payouts
    let amount: Money? = unsafe Wire.messageIfPresent(_c.pointee.amount)
    unsafe self.init(
      state: state,
      payouts: payouts,
      amount: amount,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__dashboard__payouts_by_state__init, keeping: self.unknownFields)
    unsafe c.pointee.state = self.state.rawValue
    unsafe c.pointee.payouts = self.payouts
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    return UnsafeMutableRawPointer(c)
  }
}

extension Dashboard.Exposure {
  public static let fullName = "paylyt.admin.v1.Dashboard.Exposure"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__dashboard__exposure__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    open: Money? = nil,
    limit: Money? = nil
  ) {
    self.init(
      open: open,
      limit: limit,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Admin__V1__Dashboard__Exposure.self)
    let open: Money? = unsafe Wire.messageIfPresent(_c.pointee.open)
    let limit: Money? = unsafe Wire.messageIfPresent(_c.pointee.limit)
    unsafe self.init(
      open: open,
      limit: limit,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__dashboard__exposure__init, keeping: self.unknownFields)
    unsafe c.pointee.open = arena.messageIfPresent(self.open)
    unsafe c.pointee.limit = arena.messageIfPresent(self.limit)
    return UnsafeMutableRawPointer(c)
  }
}

extension QueryTimeSeriesRequest {
  public static let fullName = "paylyt.admin.v1.QueryTimeSeriesRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__query_time_series_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    startTime: StandardAPI.ProtoTimestamp? = nil,
    endTime: StandardAPI.ProtoTimestamp? = nil,
    stepSeconds: Int64 = 0,
    kinds: [String] = []
  ) {
    self.init(
      startTime: startTime,
      endTime: endTime,
      stepSeconds: stepSeconds,
      kinds: kinds,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Admin__V1__QueryTimeSeriesRequest.self)
    let startTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.start_time)
    let endTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.end_time)
    let stepSeconds: Int64 = unsafe _c.pointee.step_seconds
    let kinds: [String] = unsafe Wire.array(_c.pointee.kinds, _c.pointee.n_kinds) { unsafe Wire.string($0) }
    unsafe self.init(
      startTime: startTime,
      endTime: endTime,
      stepSeconds: stepSeconds,
      kinds: kinds,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__query_time_series_request__init, keeping: self.unknownFields)
    unsafe c.pointee.start_time = arena.messageIfPresent(self.startTime)
    unsafe c.pointee.end_time = arena.messageIfPresent(self.endTime)
    unsafe c.pointee.step_seconds = self.stepSeconds
    unsafe c.pointee.kinds = arena.array(self.kinds) { unsafe arena.string($0) }
    unsafe c.pointee.n_kinds = self.kinds.count
    return UnsafeMutableRawPointer(c)
  }
}

extension QueryTimeSeriesResponse {
  public static let fullName = "paylyt.admin.v1.QueryTimeSeriesResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__query_time_series_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    points: [QueryTimeSeriesResponse.Point] = []
  ) {
    self.init(
      points: points,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Admin__V1__QueryTimeSeriesResponse.self)
    let points: [QueryTimeSeriesResponse.Point] = unsafe Wire.array(_c.pointee.points, _c.pointee.n_points) { unsafe Wire.message($0) }
    unsafe self.init(
      points: points,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__query_time_series_response__init, keeping: self.unknownFields)
    unsafe c.pointee.points = arena.array(self.points) { unsafe arena.message($0) }
    unsafe c.pointee.n_points = self.points.count
    return UnsafeMutableRawPointer(c)
  }
}

extension QueryTimeSeriesResponse.Point {
  public static let fullName = "paylyt.admin.v1.QueryTimeSeriesResponse.Point"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__query_time_series_response__point__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    startTime: StandardAPI.ProtoTimestamp? = nil,
    kind: String = "",
    amount: Money? = nil,
    transfers: Int64 = 0
  ) {
    self.init(
      startTime: startTime,
      kind: kind,
      amount: amount,
      transfers: transfers,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Admin__V1__QueryTimeSeriesResponse__Point.self)
    let startTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.start_time)
    let kind: String = unsafe Wire.string(_c.pointee.kind)
    let amount: Money? = unsafe Wire.messageIfPresent(_c.pointee.amount)
    let transfers: Int64 = unsafe _c.pointee.transfers
    unsafe self.init(
      startTime: startTime,
      kind: kind,
      amount: amount,
      transfers: transfers,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__query_time_series_response__point__init, keeping: self.unknownFields)
    unsafe c.pointee.start_time = arena.messageIfPresent(self.startTime)
    unsafe c.pointee.kind = arena.string(self.kind)
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    unsafe c.pointee.transfers = self.transfers
    return UnsafeMutableRawPointer(c)
  }
}

extension Activity {
  public static let fullName = "paylyt.admin.v1.Activity"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__activity__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    event: String = "",
    type: String = "",
    subject: String = "",
    actor: String = "",
    reason: String = "",
    createTime: StandardAPI.ProtoTimestamp? = nil,
    position: Int64 = 0
  ) {
    self.init(
      event: event,
      type: type,
      subject: subject,
      actor: actor,
      reason: reason,
      createTime: createTime,
      position: position,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Admin__V1__Activity.self)
    let event: String = unsafe Wire.string(_c.pointee.event)
    let type: String = unsafe Wire.string(_c.pointee.type)
    let subject: String = unsafe Wire.string(_c.pointee.subject)
    let actor: String = unsafe Wire.string(_c.pointee.actor)
    let reason: String = unsafe Wire.string(_c.pointee.reason)
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    let position: Int64 = unsafe _c.pointee.position
    unsafe self.init(
      event: event,
      type: type,
      subject: subject,
      actor: actor,
      reason: reason,
      createTime: createTime,
      position: position,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__activity__init, keeping: self.unknownFields)
    unsafe c.pointee.event = arena.string(self.event)
    unsafe c.pointee.type = arena.string(self.type)
    unsafe c.pointee.subject = arena.string(self.subject)
    unsafe c.pointee.actor = arena.string(self.actor)
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    unsafe c.pointee.position = self.position
    return UnsafeMutableRawPointer(c)
  }
}

extension ListActivityRequest {
  public static let fullName = "paylyt.admin.v1.ListActivityRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__list_activity_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    pageSize: Int32 = 0,
    pageToken: String = "",
    actor: String = ""
  ) {
    self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      actor: actor,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Admin__V1__ListActivityRequest.self)
    let pageSize: Int32 = unsafe _c.pointee.page_size
    let pageToken: String = unsafe Wire.string(_c.pointee.page_token)
    let actor: String = unsafe Wire.string(_c.pointee.actor)
    unsafe self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      actor: actor,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__list_activity_request__init, keeping: self.unknownFields)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    unsafe c.pointee.actor = arena.string(self.actor)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListActivityResponse {
  public static let fullName = "paylyt.admin.v1.ListActivityResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__list_activity_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    activities: [Activity] = [],
    nextPageToken: String = ""
  ) {
    self.init(
      activities: activities,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Admin__V1__ListActivityResponse.self)
    let activities: [Activity] = unsafe Wire.array(_c.pointee.activities, _c.pointee.n_activities) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    unsafe self.init(
      activities: activities,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__list_activity_response__init, keeping: self.unknownFields)
    unsafe c.pointee.activities = arena.array(self.activities) { unsafe arena.message($0) }
    unsafe c.pointee.n_activities = self.activities.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension QueryTimeSeriesRequest {
  private static let kindsRule = TextRule(required: true, length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    if let value = self.startTime {
      found.moment(seconds: value.seconds, nanos: value.nanos, "start_time")
    } else {
      found.missing("start_time")
    }
    if let value = self.endTime {
      found.moment(seconds: value.seconds, nanos: value.nanos, "end_time")
    }
    found.number(self.stepSeconds, NumberRule(60...2678400), "step_seconds")
    if found.list(self.kinds.count, 0...32, "kinds") {
      for (index, value) in self.kinds.enumerated() {
        found.text(value, Self.kindsRule, "kinds[\(index)]")
      }
    }
  }
}

extension ListActivityRequest {
  private static let pageTokenRule = TextRule(length: 0...1000)
  private static let actorRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.number(self.pageSize, NumberRule(0...Int64.max), "page_size")
    found.text(self.pageToken, Self.pageTokenRule, "page_token")
    found.text(self.actor, Self.actorRule, "actor")
  }
}

/// The methods of `paylyt.admin.v1.DashboardService`.
public enum DashboardServiceMethods {
  public static let serviceName = "paylyt.admin.v1.DashboardService"

  public static let getDashboard = MethodDescriptor(
    service: serviceName,
    method: "GetDashboard",
    kind: .unary,
    requestType: "paylyt.admin.v1.GetDashboardRequest",
    responseType: "paylyt.admin.v1.Dashboard",
    options: MethodOptions(
      permission: "dashboard.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let queryTimeSeries = MethodDescriptor(
    service: serviceName,
    method: "QueryTimeSeries",
    kind: .unary,
    requestType: "paylyt.admin.v1.QueryTimeSeriesRequest",
    responseType: "paylyt.admin.v1.QueryTimeSeriesResponse",
    options: MethodOptions(
      permission: "dashboard.read",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["TOO_MANY_TRANSFERS"]))

  public static let listActivity = MethodDescriptor(
    service: serviceName,
    method: "ListActivity",
    kind: .unary,
    requestType: "paylyt.admin.v1.ListActivityRequest",
    responseType: "paylyt.admin.v1.ListActivityResponse",
    options: MethodOptions(
      permission: "dashboard.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let all: [MethodDescriptor] = [getDashboard, queryTimeSeries, listActivity]
}

extension DashboardServiceMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(getDashboard, GetDashboardRequest.self, Dashboard.self),
    MethodTypes(queryTimeSeries, QueryTimeSeriesRequest.self, QueryTimeSeriesResponse.self),
    MethodTypes(listActivity, ListActivityRequest.self, ListActivityResponse.self),
  ]
}

/// What operators look at: how much is held, what moved, and what happened last. For admins.
public protocol DashboardServiceHandler: RPCService {
  /// How things stand now, each figure for itself. A look costs the same on every day: of each kind the
  /// newest 10,000 are counted, and balances are added up over at most 100,000 accounts. What has more is
  /// named in `at_least`.
  func getDashboard(
    _ request: GetDashboardRequest,
    _ context: ServerContext
  ) async throws -> Dashboard

  /// What moved, by kind and asset, in equal steps of time.
  ///
  /// `TOO_MANY_TRANSFERS`: the time holds more than 500,000 of them.
  func queryTimeSeries(
    _ request: QueryTimeSeriesRequest,
    _ context: ServerContext
  ) async throws -> QueryTimeSeriesResponse

  /// What happened last, newest first. What was committed before the call is shown.
  func listActivity(
    _ request: ListActivityRequest,
    _ context: ServerContext
  ) async throws -> ListActivityResponse
}

extension DashboardServiceHandler {
  public static var serviceName: String { DashboardServiceMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(DashboardServiceMethods.getDashboard) { call, context in
        let request = try call.request(GetDashboardRequest.self)
        try call.respond(await self.getDashboard(request, context))
      },
      MethodBinding(DashboardServiceMethods.queryTimeSeries) { call, context in
        let request = try call.request(QueryTimeSeriesRequest.self)
        try call.respond(await self.queryTimeSeries(request, context))
      },
      MethodBinding(DashboardServiceMethods.listActivity) { call, context in
        let request = try call.request(ListActivityRequest.self)
        try call.respond(await self.listActivity(request, context))
      },
    ]
  }
}

/// What operators look at: how much is held, what moved, and what happened last. For admins.
public struct DashboardServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// How things stand now, each figure for itself. A look costs the same on every day: of each kind the
  /// newest 10,000 are counted, and balances are added up over at most 100,000 accounts. What has more is
  /// named in `at_least`.
  public func getDashboard(
    _ request: GetDashboardRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Dashboard {
    let response: UnaryResponse<Dashboard> =
      try await rpcChannel.unary(DashboardServiceMethods.getDashboard, request, options)
    return response.message
  }

  /// What moved, by kind and asset, in equal steps of time.
  ///
  /// `TOO_MANY_TRANSFERS`: the time holds more than 500,000 of them.
  public func queryTimeSeries(
    _ request: QueryTimeSeriesRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> QueryTimeSeriesResponse {
    let response: UnaryResponse<QueryTimeSeriesResponse> =
      try await rpcChannel.unary(DashboardServiceMethods.queryTimeSeries, request, options)
    return response.message
  }

  /// What happened last, newest first. What was committed before the call is shown.
  public func listActivity(
    _ request: ListActivityRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListActivityResponse {
    let response: UnaryResponse<ListActivityResponse> =
      try await rpcChannel.unary(DashboardServiceMethods.listActivity, request, options)
    return response.message
  }
}
