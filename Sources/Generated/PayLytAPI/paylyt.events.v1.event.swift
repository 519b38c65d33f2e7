// Generated from paylyt/events/v1/event.proto by protoc-gen-paylyt. Do not edit.

import CPayLytAPI
import CStandardAPI
public import PayLytRPC
public import StandardAPI

public enum StartPosition: WireEnum {
  /// As START_POSITION_NOW.
  case unspecified
  /// What is committed from now on.
  case now
  /// Everything.
  case beginning
  /// A number that the proto of this build does not name.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .now
    case 2: self = .beginning
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .now: 1
    case .beginning: 2
    case .unrecognized(let number): number
    }
  }

  /// The values that the proto names.
  public static var allCases: [Self] { [.unspecified, .now, .beginning] }
}

public struct Event: WireMessage {
  /// `events/{uuid}`.
  public var name: String = ""
  /// `escrow.released`, `payout.succeeded`, …
  public var type: String = ""
  /// The resource that changed: `escrows/{uuid}`, …
  public var subject: String = ""
  /// Who changed it: `users/{uuid}` or `system/{part}`.
  public var actor: String = ""
  /// The method that was called.
  public var method: String = ""
  /// Why, where the caller gave a reason. What operators write about users, only admins read: users
  /// find what one of them wrote, and why a dispute or a request for a higher tier was decided.
  public var reason: String = ""
  /// The resource after the change.
  public var payload: StandardAPI.ProtoAny? = nil
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  /// Its place in the order of all events: behind everything that the change was decided on. Events of
  /// one subject stand in the order in which it changed.
  public var position: Int64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// Which events are wanted: those that fit each condition that is set.
public struct EventFilter: WireMessage {
  /// At most 32. `escrow.released` is one type; `escrow.*` every type that begins with `escrow.`.
  /// What stands for no type that there is, is refused; docs/WEBHOOKS.md has them all.
  public var types: [String] = []
  /// Only events of this resource: `escrows/{uuid}`.
  public var subject: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetEventRequest: WireMessage {
  /// `events/{uuid}`.
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListEventsRequest: WireMessage {
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Only events of this resource.
  public var subject: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListEventsResponse: WireMessage {
  public var events: [Event] = []
  /// Empty on the last page.
  public var nextPageToken: String = ""
  /// With it Subscribe goes on behind this page.
  public var resumeToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct SubscribeRequest: WireMessage {
  public var filter: EventFilter? = nil
  /// Goes on behind the response that this token came with. Not together with `start`.
  public var resumeToken: String = ""
  public var start: StartPosition = .unspecified
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct SubscribeResponse: WireMessage {
  /// Absent in the first response, and now and then in a quiet stream: then only the token is news.
  public var event: Event? = nil
  /// Keep it after the event was handled.
  public var resumeToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ConsumeRequest: WireMessage {
  public var request: RequestOneof? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum RequestOneof: Sendable, Equatable {
    case start(ConsumeRequest.Start)
    case acknowledge(ConsumeRequest.Acknowledge)
  }

  public struct Start: WireMessage {
    /// Lower-case letters, digits and `-`, 1 to 64 of them; the caller's own.
    public var consumer: String = ""
    public var filter: EventFilter? = nil
    /// Where a consumer begins that was not here before.
    public var start: StartPosition = .unspecified
    /// Events that may be unacknowledged at a time, 1 to 1,000; 0 means 100.
    public var inFlightMax: Int32 = 0
    /// After how many seconds an unacknowledged event is delivered for the second time, 1 to 600; 0
    /// means 30. Each further pause is twice as long, up to an hour.
    public var acknowledgeSecondsMax: Int32 = 0
    /// Fields that the proto of this build does not know, sent on unchanged.
    public var unknownFields: UnknownFields
  }

  public struct Acknowledge: WireMessage {
    /// Positions of handled events, at most 1,000. One that is not in flight is ignored.
    public var positions: [Int64] = []
    /// Fields that the proto of this build does not know, sent on unchanged.
    public var unknownFields: UnknownFields
  }
}

public struct ConsumeResponse: WireMessage {
  /// Absent in the first response, which says that the consumer has begun.
  public var event: Event? = nil
  /// 1 for the first delivery in this stream.
  public var delivery: Int32 = 0
  /// Everything up to here was acknowledged when the stream began.
  public var acknowledgedPosition: Int64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension Event {
  public static let fullName = "paylyt.events.v1.Event"
  public static let wireLayout = unsafe WireLayout(paylyt__events__v1__event__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    type: String = "",
    subject: String = "",
    actor: String = "",
    method: String = "",
    reason: String = "",
    payload: StandardAPI.ProtoAny? = nil,
    createTime: StandardAPI.ProtoTimestamp? = nil,
    position: Int64 = 0
  ) {
    self.init(
      name: name,
      type: type,
      subject: subject,
      actor: actor,
      method: method,
      reason: reason,
      payload: payload,
      createTime: createTime,
      position: position,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Events__V1__Event.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let type: String = unsafe Wire.string(_c.pointee.type)
    let subject: String = unsafe Wire.string(_c.pointee.subject)
    let actor: String = unsafe Wire.string(_c.pointee.actor)
    let method: String = unsafe Wire.string(_c.pointee.method)
    let reason: String = unsafe Wire.string(_c.pointee.reason)
    let payload: StandardAPI.ProtoAny? = unsafe Wire.messageIfPresent(_c.pointee.payload)
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    let position: Int64 = unsafe _c.pointee.position
    unsafe self.init(
      name: name,
      type: type,
      subject: subject,
      actor: actor,
      method: method,
      reason: reason,
      payload: payload,
      createTime: createTime,
      position: position,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__events__v1__event__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.type = arena.string(self.type)
    unsafe c.pointee.subject = arena.string(self.subject)
    unsafe c.pointee.actor = arena.string(self.actor)
    unsafe c.pointee.method = arena.string(self.method)
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.payload = arena.messageIfPresent(self.payload)
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    unsafe c.pointee.position = self.position
    return UnsafeMutableRawPointer(c)
  }
}

extension EventFilter {
  public static let fullName = "paylyt.events.v1.EventFilter"
  public static let wireLayout = unsafe WireLayout(paylyt__events__v1__event_filter__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    types: [String] = [],
    subject: String = ""
  ) {
    self.init(
      types: types,
      subject: subject,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Events__V1__EventFilter.self)
    let types: [String] = unsafe Wire.array(_c.pointee.types, _c.pointee.n_types) { unsafe Wire.string($0) }
    let subject: String = unsafe Wire.string(_c.pointee.subject)
    unsafe self.init(
      types: types,
      subject: subject,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__events__v1__event_filter__init, keeping: self.unknownFields)
    unsafe c.pointee.types = arena.array(self.types) { unsafe arena.string($0) }
    unsafe c.pointee.n_types = self.types.count
    unsafe c.pointee.subject = arena.string(self.subject)
    return UnsafeMutableRawPointer(c)
  }
}

extension GetEventRequest {
  public static let fullName = "paylyt.events.v1.GetEventRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__events__v1__get_event_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Events__V1__GetEventRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__events__v1__get_event_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListEventsRequest {
  public static let fullName = "paylyt.events.v1.ListEventsRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__events__v1__list_events_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    pageSize: Int32 = 0,
    pageToken: String = "",
    subject: String = ""
  ) {
    self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      subject: subject,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Events__V1__ListEventsRequest.self)
    let pageSize: Int32 = unsafe _c.pointee.page_size
    let pageToken: String = unsafe Wire.string(_c.pointee.page_token)
    let subject: String = unsafe Wire.string(_c.pointee.subject)
    unsafe self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      subject: subject,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__events__v1__list_events_request__init, keeping: self.unknownFields)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    unsafe c.pointee.subject = arena.string(self.subject)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListEventsResponse {
  public static let fullName = "paylyt.events.v1.ListEventsResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__events__v1__list_events_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    events: [Event] = [],
    nextPageToken: String = "",
    resumeToken: String = ""
  ) {
    self.init(
      events: events,
      nextPageToken: nextPageToken,
      resumeToken: resumeToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Events__V1__ListEventsResponse.self)
    let events: [Event] = unsafe Wire.array(_c.pointee.events, _c.pointee.n_events) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    let resumeToken: String = unsafe Wire.string(_c.pointee.resume_token)
    unsafe self.init(
      events: events,
      nextPageToken: nextPageToken,
      resumeToken: resumeToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__events__v1__list_events_response__init, keeping: self.unknownFields)
    unsafe c.pointee.events = arena.array(self.events) { unsafe arena.message($0) }
    unsafe c.pointee.n_events = self.events.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    unsafe c.pointee.resume_token = arena.string(self.resumeToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension SubscribeRequest {
  public static let fullName = "paylyt.events.v1.SubscribeRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__events__v1__subscribe_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    filter: EventFilter? = nil,
    resumeToken: String = "",
    start: StartPosition = .unspecified
  ) {
    self.init(
      filter: filter,
      resumeToken: resumeToken,
      start: start,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Events__V1__SubscribeRequest.self)
    let filter: EventFilter? = unsafe Wire.messageIfPresent(_c.pointee.filter)
    let resumeToken: String = unsafe Wire.string(_c.pointee.resume_token)
    let start: StartPosition = unsafe StartPosition(rawValue: _c.pointee.start)
    unsafe self.init(
      filter: filter,
      resumeToken: resumeToken,
      start: start,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__events__v1__subscribe_request__init, keeping: self.unknownFields)
    unsafe c.pointee.filter = arena.messageIfPresent(self.filter)
    unsafe c.pointee.resume_token = arena.string(self.resumeToken)
    unsafe c.pointee.start = self.start.rawValue
    return UnsafeMutableRawPointer(c)
  }
}

extension SubscribeResponse {
  public static let fullName = "paylyt.events.v1.SubscribeResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__events__v1__subscribe_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    event: Event? = nil,
    resumeToken: String = ""
  ) {
    self.init(
      event: event,
      resumeToken: resumeToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Events__V1__SubscribeResponse.self)
    let event: Event? = unsafe Wire.messageIfPresent(_c.pointee.event)
    let resumeToken: String = unsafe Wire.string(_c.pointee.resume_token)
    unsafe self.init(
      event: event,
      resumeToken: resumeToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__events__v1__subscribe_response__init, keeping: self.unknownFields)
    unsafe c.pointee.event = arena.messageIfPresent(self.event)
    unsafe c.pointee.resume_token = arena.string(self.resumeToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension ConsumeRequest {
  public static let fullName = "paylyt.events.v1.ConsumeRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__events__v1__consume_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    request: RequestOneof? = nil
  ) {
    self.init(
      request: request,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Events__V1__ConsumeRequest.self)
    let request: RequestOneof?
    switch unsafe _c.pointee.request_case.rawValue {
    case 1:
      request = unsafe .start(Wire.message(_c.pointee.start))
    case 2:
      request = unsafe .acknowledge(Wire.message(_c.pointee.acknowledge))
    default: request = nil
    }
    unsafe self.init(
      request: request,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__events__v1__consume_request__init, keeping: self.unknownFields)
    switch self.request {
    case .start(let value)?:
      unsafe c.pointee.request_case = .init(rawValue: 1)
      unsafe c.pointee.start = arena.message(value)
    case .acknowledge(let value)?:
      unsafe c.pointee.request_case = .init(rawValue: 2)
      unsafe c.pointee.acknowledge = arena.message(value)
    case nil: break
    }
    return UnsafeMutableRawPointer(c)
  }
}

extension ConsumeRequest.Start {
  public static let fullName = "paylyt.events.v1.ConsumeRequest.Start"
  public static let wireLayout = unsafe WireLayout(paylyt__events__v1__consume_request__start__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    consumer: String = "",
    filter: EventFilter? = nil,
    start: StartPosition = .unspecified,
    inFlightMax: Int32 = 0,
    acknowledgeSecondsMax: Int32 = 0
  ) {
    self.init(
      consumer: consumer,
      filter: filter,
      start: start,
      inFlightMax: inFlightMax,
      acknowledgeSecondsMax: acknowledgeSecondsMax,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Events__V1__ConsumeRequest__Start.self)
    let consumer: String = unsafe Wire.string(_c.pointee.consumer)
    let filter: EventFilter? = unsafe Wire.messageIfPresent(_c.pointee.filter)
    let start: StartPosition = unsafe StartPosition(rawValue: _c.pointee.start)
    let inFlightMax: Int32 = unsafe _c.pointee.in_flight_max
    let acknowledgeSecondsMax: Int32 = unsafe _c.pointee.acknowledge_seconds_max
    unsafe self.init(
      consumer: consumer,
      filter: filter,
      start: start,
      inFlightMax: inFlightMax,
      acknowledgeSecondsMax: acknowledgeSecondsMax,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__events__v1__consume_request__start__init, keeping: self.unknownFields)
    unsafe c.pointee.consumer = arena.string(self.consumer)
    unsafe c.pointee.filter = arena.messageIfPresent(self.filter)
    unsafe c.pointee.start = self.start.rawValue
    unsafe c.pointee.in_flight_max = self.inFlightMax
    unsafe c.pointee.acknowledge_seconds_max = self.acknowledgeSecondsMax
    return UnsafeMutableRawPointer(c)
  }
}

extension ConsumeRequest.Acknowledge {
  public static let fullName = "paylyt.events.v1.ConsumeRequest.Acknowledge"
  public static let wireLayout = unsafe WireLayout(paylyt__events__v1__consume_request__acknowledge__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    positions: [Int64] = []
  ) {
    self.init(
      positions: positions,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Events__V1__ConsumeRequest__Acknowledge.self)
    let positions: [Int64] = unsafe Wire.array(_c.pointee.positions, _c.pointee.n_positions)
    unsafe self.init(
      positions: positions,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__events__v1__consume_request__acknowledge__init, keeping: self.unknownFields)
    unsafe c.pointee.positions = arena.array(self.positions)
    unsafe c.pointee.n_positions = self.positions.count
    return UnsafeMutableRawPointer(c)
  }
}

extension ConsumeResponse {
  public static let fullName = "paylyt.events.v1.ConsumeResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__events__v1__consume_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    event: Event? = nil,
    delivery: Int32 = 0,
    acknowledgedPosition: Int64 = 0
  ) {
    self.init(
      event: event,
      delivery: delivery,
      acknowledgedPosition: acknowledgedPosition,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Events__V1__ConsumeResponse.self)
    let event: Event? = unsafe Wire.messageIfPresent(_c.pointee.event)
    let delivery: Int32 = unsafe _c.pointee.delivery
    let acknowledgedPosition: Int64 = unsafe _c.pointee.acknowledged_position
    unsafe self.init(
      event: event,
      delivery: delivery,
      acknowledgedPosition: acknowledgedPosition,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__events__v1__consume_response__init, keeping: self.unknownFields)
    unsafe c.pointee.event = arena.messageIfPresent(self.event)
    unsafe c.pointee.delivery = self.delivery
    unsafe c.pointee.acknowledged_position = self.acknowledgedPosition
    return UnsafeMutableRawPointer(c)
  }
}

extension EventFilter {
  private static let typesRule = TextRule(required: true, patterns: ["[a-z0-9_][a-z0-9_.]{0,63}", "[a-z0-9_][a-z0-9_.]{0,62}\\.\\*"])
  private static let subjectRule = TextRule(length: 0...200)

  public func checkFields(_ found: inout FieldViolations) {
    if found.list(self.types.count, 0...32, "types") {
      for (index, value) in self.types.enumerated() {
        found.text(value, Self.typesRule, "types[\(index)]")
      }
    }
    found.text(self.subject, Self.subjectRule, "subject")
  }
}

extension GetEventRequest {
  private static let nameRule = TextRule(required: true, patterns: ["events/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension ListEventsRequest {
  private static let pageTokenRule = TextRule(length: 0...1000)
  private static let subjectRule = TextRule(length: 0...200)

  public func checkFields(_ found: inout FieldViolations) {
    found.number(self.pageSize, NumberRule(0...Int64.max), "page_size")
    found.text(self.pageToken, Self.pageTokenRule, "page_token")
    found.text(self.subject, Self.subjectRule, "subject")
  }
}

extension SubscribeRequest {
  private static let resumeTokenRule = TextRule(length: 0...1000)
  private static let startRule = EnumRule([1: "START_POSITION_NOW", 2: "START_POSITION_BEGINNING"])

  public func checkFields(_ found: inout FieldViolations) {
    if let value = self.filter {
      let mark = found.count
      value.checkFields(&found)
      found.nest(since: mark, in: "filter")
    }
    found.text(self.resumeToken, Self.resumeTokenRule, "resume_token")
    found.choice(self.start, Self.startRule, "start")
  }
}

extension ConsumeRequest {
  public func checkFields(_ found: inout FieldViolations) {
    if case .start(let value)? = self.request {
      let mark = found.count
      value.checkFields(&found)
      found.nest(since: mark, in: "start")
    }
    if case .acknowledge(let value)? = self.request {
      let mark = found.count
      value.checkFields(&found)
      found.nest(since: mark, in: "acknowledge")
    }
  }
}

extension ConsumeRequest.Start {
  private static let consumerRule = TextRule(required: true, patterns: ["[a-z0-9-]{1,64}"])
  private static let startRule = EnumRule([1: "START_POSITION_NOW", 2: "START_POSITION_BEGINNING"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.consumer, Self.consumerRule, "consumer")
    if let value = self.filter {
      let mark = found.count
      value.checkFields(&found)
      found.nest(since: mark, in: "filter")
    }
    found.choice(self.start, Self.startRule, "start")
    found.number(self.inFlightMax, NumberRule(0...1000), "in_flight_max")
    found.number(self.acknowledgeSecondsMax, NumberRule(0...600), "acknowledge_seconds_max")
  }
}

extension ConsumeRequest.Acknowledge {
  public func checkFields(_ found: inout FieldViolations) {
    if found.list(self.positions.count, 0...1000, "positions") {
      for (index, value) in self.positions.enumerated() {
        found.number(value, NumberRule(0...Int64.max), "positions[\(index)]")
      }
    }
  }
}

/// The methods of `paylyt.events.v1.EventService`.
public enum EventServiceMethods {
  public static let serviceName = "paylyt.events.v1.EventService"

  public static let getEvent = MethodDescriptor(
    service: serviceName,
    method: "GetEvent",
    kind: .unary,
    requestType: "paylyt.events.v1.GetEventRequest",
    responseType: "paylyt.events.v1.Event",
    options: MethodOptions(
      permission: "events.subscribe",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let listEvents = MethodDescriptor(
    service: serviceName,
    method: "ListEvents",
    kind: .unary,
    requestType: "paylyt.events.v1.ListEventsRequest",
    responseType: "paylyt.events.v1.ListEventsResponse",
    options: MethodOptions(
      permission: "events.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let subscribe = MethodDescriptor(
    service: serviceName,
    method: "Subscribe",
    kind: .serverStreaming,
    requestType: "paylyt.events.v1.SubscribeRequest",
    responseType: "paylyt.events.v1.SubscribeResponse",
    options: MethodOptions(
      permission: "events.subscribe",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["RESUME_TOKEN_AHEAD", "STREAMS_FULL"]))

  public static let `consume` = MethodDescriptor(
    service: serviceName,
    method: "Consume",
    kind: .bidirectional,
    requestType: "paylyt.events.v1.ConsumeRequest",
    responseType: "paylyt.events.v1.ConsumeResponse",
    options: MethodOptions(
      permission: "events.subscribe",
      isIdempotent: false,
      isMoneyMoving: false,
      refusals: ["CONSUMERS_FULL", "CONSUMER_TAKEN_OVER"]))

  public static let all: [MethodDescriptor] = [getEvent, listEvents, subscribe, `consume`]
}

extension EventServiceMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(getEvent, GetEventRequest.self, Event.self),
    MethodTypes(listEvents, ListEventsRequest.self, ListEventsResponse.self),
    MethodTypes(subscribe, SubscribeRequest.self, SubscribeResponse.self),
    MethodTypes(`consume`, ConsumeRequest.self, ConsumeResponse.self),
  ]
}

/// What happened: one event for each accepted change, with who did it.
///
/// All servers see the events in one order, by position. Positions grow; an event is never changed,
/// and none comes later at a position that was passed. Admins get every event, others those that
/// they are a party of.
public protocol EventServiceHandler: RPCService {
  /// One event: the one that a webhook, a notification or an entry of the audit log names. For those who
  /// get it with Subscribe: whoever is a party of it, and admins.
  func getEvent(
    _ request: GetEventRequest,
    _ context: ServerContext
  ) async throws -> Event

  /// Oldest first; for admins. What was committed before the call is shown.
  func listEvents(
    _ request: ListEventsRequest,
    _ context: ServerContext
  ) async throws -> ListEventsResponse

  /// Events as they happen, and on request those from before. A caller that comes back with the last
  /// `resume_token` that it has stored gets every event exactly once, in order.
  ///
  /// The stream ends when the caller leaves, and with UNAUTHENTICATED when its session ends.
  ///
  /// A caller has at most 64 subscriptions at one server.
  ///
  /// `RESUME_TOKEN_AHEAD`: the token comes from a log that was longer than this one.
  func subscribe(
    _ request: SubscribeRequest,
    _ responses: ResponseWriter<SubscribeResponse>,
    _ context: ServerContext
  ) async throws

  /// Events that are delivered until they are acknowledged: at least once, in order at first. The
  /// service keeps how far a consumer has come, under the consumer's name; a name is used by one
  /// stream at a time, and the later stream takes it over.
  ///
  /// The first request is `start`, all others are `acknowledge`. An event that is not acknowledged
  /// in time is delivered again, each time after a pause twice as long, up to an hour; and so is
  /// everything unacknowledged when the consumer comes back. Half-closing ends the stream once what
  /// was acknowledged is kept.
  ///
  /// A caller has at most 100 consumers; one that nobody used for 400 days is forgotten.
  func `consume`(
    _ requests: RequestStream<ConsumeRequest>,
    _ responses: ResponseWriter<ConsumeResponse>,
    _ context: ServerContext
  ) async throws
}

extension EventServiceHandler {
  public static var serviceName: String { EventServiceMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(EventServiceMethods.getEvent) { call, context in
        let request = try call.request(GetEventRequest.self)
        try call.respond(await self.getEvent(request, context))
      },
      MethodBinding(EventServiceMethods.listEvents) { call, context in
        let request = try call.request(ListEventsRequest.self)
        try call.respond(await self.listEvents(request, context))
      },
      MethodBinding(EventServiceMethods.subscribe) { call, context in
        let request = try call.request(SubscribeRequest.self)
        try await self.subscribe(request, call.responses(SubscribeResponse.self), context)
      },
      MethodBinding(EventServiceMethods.`consume`) { call, context in
        try await self.`consume`(call.requests(ConsumeRequest.self), call.responses(ConsumeResponse.self), context)
      },
    ]
  }
}

/// What happened: one event for each accepted change, with who did it.
///
/// All servers see the events in one order, by position. Positions grow; an event is never changed,
/// and none comes later at a position that was passed. Admins get every event, others those that
/// they are a party of.
public struct EventServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// One event: the one that a webhook, a notification or an entry of the audit log names. For those who
  /// get it with Subscribe: whoever is a party of it, and admins.
  public func getEvent(
    _ request: GetEventRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Event {
    let response: UnaryResponse<Event> =
      try await rpcChannel.unary(EventServiceMethods.getEvent, request, options)
    return response.message
  }

  /// Oldest first; for admins. What was committed before the call is shown.
  public func listEvents(
    _ request: ListEventsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListEventsResponse {
    let response: UnaryResponse<ListEventsResponse> =
      try await rpcChannel.unary(EventServiceMethods.listEvents, request, options)
    return response.message
  }

  /// Events as they happen, and on request those from before. A caller that comes back with the last
  /// `resume_token` that it has stored gets every event exactly once, in order.
  ///
  /// The stream ends when the caller leaves, and with UNAUTHENTICATED when its session ends.
  ///
  /// A caller has at most 64 subscriptions at one server.
  ///
  /// `RESUME_TOKEN_AHEAD`: the token comes from a log that was longer than this one.
  public func subscribe(
    _ request: SubscribeRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ResponseStream<SubscribeResponse> {
    try await rpcChannel.serverStreaming(EventServiceMethods.subscribe, request, options)
  }

  /// Events that are delivered until they are acknowledged: at least once, in order at first. The
  /// service keeps how far a consumer has come, under the consumer's name; a name is used by one
  /// stream at a time, and the later stream takes it over.
  ///
  /// The first request is `start`, all others are `acknowledge`. An event that is not acknowledged
  /// in time is delivered again, each time after a pause twice as long, up to an hour; and so is
  /// everything unacknowledged when the consumer comes back. Half-closing ends the stream once what
  /// was acknowledged is kept.
  ///
  /// A caller has at most 100 consumers; one that nobody used for 400 days is forgotten.
  public func `consume`(
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> BidirectionalCall<ConsumeRequest, ConsumeResponse> {
    try await rpcChannel.bidirectional(EventServiceMethods.`consume`, options)
  }
}
