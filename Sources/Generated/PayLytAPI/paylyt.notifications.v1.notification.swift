// Generated from paylyt/notifications/v1/notification.proto by protoc-gen-paylyt. Do not edit.

import CPayLytAPI
import CStandardAPI
public import PayLytRPC
public import StandardAPI

public enum NotificationKind: WireEnum {
  case unspecified
  case job
  case escrow
  case dispute
  case payout
  case wallet
  /// Always in the list.
  case security
  /// A number that the proto of this build does not name.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .job
    case 2: self = .escrow
    case 3: self = .dispute
    case 4: self = .payout
    case 5: self = .wallet
    case 6: self = .security
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .job: 1
    case .escrow: 2
    case .dispute: 3
    case .payout: 4
    case .wallet: 5
    case .security: 6
    case .unrecognized(let number): number
    }
  }

  /// The values that the proto names.
  public static var allCases: [Self] { [.unspecified, .job, .escrow, .dispute, .payout, .wallet, .security] }
}

public enum MailChoice: WireEnum {
  case unspecified
  case none
  /// 20 in an hour, and as many about security; what happens beyond that is in the day's e-mail.
  case atOnce
  /// In one e-mail a day, at 07:00 UTC.
  case digest
  /// A number that the proto of this build does not name.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .none
    case 2: self = .atOnce
    case 3: self = .digest
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .none: 1
    case .atOnce: 2
    case .digest: 3
    case .unrecognized(let number): number
    }
  }

  /// The values that the proto names.
  public static var allCases: [Self] { [.unspecified, .none, .atOnce, .digest] }
}

public struct Notification: WireMessage {
  /// `notifications/{uuid}`.
  public var name: String = ""
  public var kind: NotificationKind = .unspecified
  /// `escrow.released`.
  public var eventType: String = ""
  /// `events/{uuid}`.
  public var event: String = ""
  /// What it is about: `escrows/{uuid}`, …
  public var subject: String = ""
  /// One line for people.
  public var title: String = ""
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  /// Absent while it is unread.
  public var readTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct NotificationPreference: WireMessage {
  public var kind: NotificationKind = .unspecified
  public var inApp: Bool = false
  public var mail: MailChoice = .unspecified
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct NotificationPreferences: WireMessage {
  /// `users/{uuid}`.
  public var user: String = ""
  /// One for each kind.
  public var preferences: [NotificationPreference] = []
  /// Changes with each change; send it back to change only what you have read.
  public var etag: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct Mail: WireMessage {
  /// `mails/{uuid}`.
  public var name: String = ""
  /// To whom.
  public var user: String = ""
  /// What it tells; empty for a digest.
  public var notification: String = ""
  public var state: Mail.State = .unspecified
  public var attempts: Int32 = 0
  /// Why the last attempt failed.
  public var lastError: String = ""
  /// When it is tried again.
  public var nextAttemptTime: StandardAPI.ProtoTimestamp? = nil
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum State: WireEnum {
    case unspecified
    case pending
    case sent
    /// Given up.
    case dead
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .pending
      case 2: self = .sent
      case 3: self = .dead
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .pending: 1
      case .sent: 2
      case .dead: 3
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .pending, .sent, .dead] }
  }
}

public struct ListNotificationsRequest: WireMessage {
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  public var onlyUnread: Bool = false
  /// Restrictions joined by AND, at most 10 (a part of AIP-160): `kind` (JOB, ESCROW, DISPUTE,
  /// PAYOUT, WALLET, SECURITY) and `event_type` with `=` and `!=`; `create_time`
  /// ("2026-01-31T12:00:00Z") with `=`, `!=`, `<`, `<=`, `>`, `>=`.
  public var filter: String = ""
  /// The newest first when empty.
  public var orderBy: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListNotificationsResponse: WireMessage {
  /// May be empty although more pages follow: a page looks at a bounded part of the list.
  public var notifications: [Notification] = []
  /// Empty on the last page.
  public var nextPageToken: String = ""
  /// Of all; counted up to 1,000.
  public var unread: Int32 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetNotificationRequest: WireMessage {
  /// `notifications/{uuid}`.
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct MarkNotificationReadRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  public var name: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct MarkAllNotificationsReadRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct MarkAllNotificationsReadResponse: WireMessage {
  /// How many were marked; where it is 500, there may be more.
  public var marked: Int32 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetNotificationPreferencesRequest: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct UpdateNotificationPreferencesRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  /// Each kind at most once.
  public var preferences: [NotificationPreference] = []
  /// As it was read; empty: whatever has changed.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListMailsRequest: WireMessage {
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Only those in this state; unspecified means all.
  public var state: Mail.State = .unspecified
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListMailsResponse: WireMessage {
  public var mails: [Mail] = []
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetMailRequest: WireMessage {
  /// `mails/{uuid}`.
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct RetryMailRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  public var name: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension Notification {
  public static let fullName = "paylyt.notifications.v1.Notification"
  public static let wireLayout = unsafe WireLayout(paylyt__notifications__v1__notification__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    kind: NotificationKind = .unspecified,
    eventType: String = "",
    event: String = "",
    subject: String = "",
    title: String = "",
    createTime: StandardAPI.ProtoTimestamp? = nil,
    readTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.init(
      name: name,
      kind: kind,
      eventType: eventType,
      event: event,
      subject: subject,
      title: title,
      createTime: createTime,
      readTime: readTime,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Notifications__V1__Notification.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let kind: NotificationKind = unsafe NotificationKind(rawValue: _c.pointee.kind)
    let eventType: String = unsafe Wire.string(_c.pointee.event_type)
    let event: String = unsafe Wire.string(_c.pointee.event)
    let subject: String = unsafe Wire.string(_c.pointee.subject)
    let title: String = unsafe Wire.string(_c.pointee.title)
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    let readTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.read_time)
    unsafe self.init(
      name: name,
      kind: kind,
      eventType: eventType,
      event: event,
      subject: subject,
      title: title,
      createTime: createTime,
      readTime: readTime,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__notifications__v1__notification__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.kind = self.kind.rawValue
    unsafe c.pointee.event_type = arena.string(self.eventType)
    unsafe c.pointee.event = arena.string(self.event)
    unsafe c.pointee.subject = arena.string(self.subject)
    unsafe c.pointee.title = arena.string(self.title)
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    unsafe c.pointee.read_time = arena.messageIfPresent(self.readTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension NotificationPreference {
  public static let fullName = "paylyt.notifications.v1.NotificationPreference"
  public static let wireLayout = unsafe WireLayout(paylyt__notifications__v1__notification_preference__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    kind: NotificationKind = .unspecified,
    inApp: Bool = false,
    mail: MailChoice = .unspecified
  ) {
    self.init(
      kind: kind,
      inApp: inApp,
      mail: mail,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Notifications__V1__NotificationPreference.self)
    let kind: NotificationKind = unsafe NotificationKind(rawValue: _c.pointee.kind)
    let inApp: Bool = unsafe _c.pointee.in_app != 0
    let mail: MailChoice = unsafe MailChoice(rawValue: _c.pointee.mail)
    unsafe self.init(
      kind: kind,
      inApp: inApp,
      mail: mail,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__notifications__v1__notification_preference__init, keeping: self.unknownFields)
    unsafe c.pointee.kind = self.kind.rawValue
    unsafe c.pointee.in_app = self.inApp ? 1 : 0
    unsafe c.pointee.mail = self.mail.rawValue
    return UnsafeMutableRawPointer(c)
  }
}

extension NotificationPreferences {
  public static let fullName = "paylyt.notifications.v1.NotificationPreferences"
  public static let wireLayout = unsafe WireLayout(paylyt__notifications__v1__notification_preferences__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    user: String = "",
    preferences: [NotificationPreference] = [],
    etag: String = ""
  ) {
    self.init(
      user: user,
      preferences: preferences,
      etag: etag,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Notifications__V1__NotificationPreferences.self)
    let user: String = unsafe Wire.string(_c.pointee.user)
    let preferences: [NotificationPreference] = unsafe Wire.array(_c.pointee.preferences, _c.pointee.n_preferences) { unsafe Wire.message($0) }
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    unsafe self.init(
      user: user,
      preferences: preferences,
      etag: etag,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__notifications__v1__notification_preferences__init, keeping: self.unknownFields)
    unsafe c.pointee.user = arena.string(self.user)
    unsafe c.pointee.preferences = arena.array(self.preferences) { unsafe arena.message($0) }
    unsafe c.pointee.n_preferences = self.preferences.count
    unsafe c.pointee.etag = arena.string(self.etag)
    return UnsafeMutableRawPointer(c)
  }
}

extension Mail {
  public static let fullName = "paylyt.notifications.v1.Mail"
  public static let wireLayout = unsafe WireLayout(paylyt__notifications__v1__mail__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    user: String = "",
    notification: String = "",
    state: Mail.State = .unspecified,
    attempts: Int32 = 0,
    lastError: String = "",
    nextAttemptTime: StandardAPI.ProtoTimestamp? = nil,
    createTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.init(
      name: name,
      user: user,
      notification: notification,
      state: state,
      attempts: attempts,
      lastError: lastError,
      nextAttemptTime: nextAttemptTime,
      createTime: createTime,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Notifications__V1__Mail.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let user: String = unsafe Wire.string(_c.pointee.user)
    let notification: String = unsafe Wire.string(_c.pointee.notification)
    let state: Mail.State = unsafe Mail.State(rawValue: _c.pointee.state)
    let attempts: Int32 = unsafe _c.pointee.attempts
    let lastError: String = unsafe Wire.string(_c.pointee.last_error)
    let nextAttemptTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.next_attempt_time)
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    unsafe self.init(
      name: name,
      user: user,
      notification: notification,
      state: state,
      attempts: attempts,
      lastError: lastError,
      nextAttemptTime: nextAttemptTime,
      createTime: createTime,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__notifications__v1__mail__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.user = arena.string(self.user)
    unsafe c.pointee.notification = arena.string(self.notification)
    unsafe c.pointee.state = self.state.rawValue
    unsafe c.pointee.attempts = self.attempts
    unsafe c.pointee.last_error = arena.string(self.lastError)
    unsafe c.pointee.next_attempt_time = arena.messageIfPresent(self.nextAttemptTime)
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListNotificationsRequest {
  public static let fullName = "paylyt.notifications.v1.ListNotificationsRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__notifications__v1__list_notifications_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    pageSize: Int32 = 0,
    pageToken: String = "",
    onlyUnread: Bool = false,
    filter: String = "",
    orderBy: String = ""
  ) {
    self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      onlyUnread: onlyUnread,
      filter: filter,
      orderBy: orderBy,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Notifications__V1__ListNotificationsRequest.self)
    let pageSize: Int32 = unsafe _c.pointee.page_size
    let pageToken: String = unsafe Wire.string(_c.pointee.page_token)
    let onlyUnread: Bool = unsafe _c.pointee.only_unread != 0
    let filter: String = unsafe Wire.string(_c.pointee.filter)
    let orderBy: String = unsafe Wire.string(_c.pointee.order_by)
    unsafe self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      onlyUnread: onlyUnread,
      filter: filter,
      orderBy: orderBy,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__notifications__v1__list_notifications_request__init, keeping: self.unknownFields)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    unsafe c.pointee.only_unread = self.onlyUnread ? 1 : 0
    unsafe c.pointee.filter = arena.string(self.filter)
    unsafe c.pointee.order_by = arena.string(self.orderBy)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListNotificationsResponse {
  public static let fullName = "paylyt.notifications.v1.ListNotificationsResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__notifications__v1__list_notifications_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    notifications: [Notification] = [],
    nextPageToken: String = "",
    unread: Int32 = 0
  ) {
    self.init(
      notifications: notifications,
      nextPageToken: nextPageToken,
      unread: unread,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Notifications__V1__ListNotificationsResponse.self)
    let notifications: [Notification] = unsafe Wire.array(_c.pointee.notifications, _c.pointee.n_notifications) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    let unread: Int32 = unsafe _c.pointee.unread
    unsafe self.init(
      notifications: notifications,
      nextPageToken: nextPageToken,
      unread: unread,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__notifications__v1__list_notifications_response__init, keeping: self.unknownFields)
    unsafe c.pointee.notifications = arena.array(self.notifications) { unsafe arena.message($0) }
    unsafe c.pointee.n_notifications = self.notifications.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    unsafe c.pointee.unread = self.unread
    return UnsafeMutableRawPointer(c)
  }
}

extension GetNotificationRequest {
  public static let fullName = "paylyt.notifications.v1.GetNotificationRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__notifications__v1__get_notification_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Notifications__V1__GetNotificationRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__notifications__v1__get_notification_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension MarkNotificationReadRequest {
  public static let fullName = "paylyt.notifications.v1.MarkNotificationReadRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__notifications__v1__mark_notification_read_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Notifications__V1__MarkNotificationReadRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__notifications__v1__mark_notification_read_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension MarkAllNotificationsReadRequest {
  public static let fullName = "paylyt.notifications.v1.MarkAllNotificationsReadRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__notifications__v1__mark_all_notifications_read_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Notifications__V1__MarkAllNotificationsReadRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__notifications__v1__mark_all_notifications_read_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension MarkAllNotificationsReadResponse {
  public static let fullName = "paylyt.notifications.v1.MarkAllNotificationsReadResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__notifications__v1__mark_all_notifications_read_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    marked: Int32 = 0
  ) {
    self.init(
      marked: marked,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Notifications__V1__MarkAllNotificationsReadResponse.self)
    let marked: Int32 = unsafe _c.pointee.marked
    unsafe self.init(
      marked: marked,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__notifications__v1__mark_all_notifications_read_response__init, keeping: self.unknownFields)
    unsafe c.pointee.marked = self.marked
    return UnsafeMutableRawPointer(c)
  }
}

extension GetNotificationPreferencesRequest {
  public static let fullName = "paylyt.notifications.v1.GetNotificationPreferencesRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__notifications__v1__get_notification_preferences_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__notifications__v1__get_notification_preferences_request__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension UpdateNotificationPreferencesRequest {
  public static let fullName = "paylyt.notifications.v1.UpdateNotificationPreferencesRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__notifications__v1__update_notification_preferences_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    preferences: [NotificationPreference] = [],
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      preferences: preferences,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Notifications__V1__UpdateNotificationPreferencesRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let preferences: [NotificationPreference] = unsafe Wire.array(_c.pointee.preferences, _c.pointee.n_preferences) { unsafe Wire.message($0) }
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      preferences: preferences,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__notifications__v1__update_notification_preferences_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.preferences = arena.array(self.preferences) { unsafe arena.message($0) }
    unsafe c.pointee.n_preferences = self.preferences.count
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension ListMailsRequest {
  public static let fullName = "paylyt.notifications.v1.ListMailsRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__notifications__v1__list_mails_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    pageSize: Int32 = 0,
    pageToken: String = "",
    state: Mail.State = .unspecified
  ) {
    self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      state: state,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Notifications__V1__ListMailsRequest.self)
    let pageSize: Int32 = unsafe _c.pointee.page_size
    let pageToken: String = unsafe Wire.string(_c.pointee.page_token)
    let state: Mail.State = unsafe Mail.State(rawValue: _c.pointee.state)
    unsafe self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      state: state,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__notifications__v1__list_mails_request__init, keeping: self.unknownFields)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    unsafe c.pointee.state = self.state.rawValue
    return UnsafeMutableRawPointer(c)
  }
}

extension ListMailsResponse {
  public static let fullName = "paylyt.notifications.v1.ListMailsResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__notifications__v1__list_mails_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    mails: [Mail] = [],
    nextPageToken: String = ""
  ) {
    self.init(
      mails: mails,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Notifications__V1__ListMailsResponse.self)
    let mails: [Mail] = unsafe Wire.array(_c.pointee.mails, _c.pointee.n_mails) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    unsafe self.init(
      mails: mails,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__notifications__v1__list_mails_response__init, keeping: self.unknownFields)
    unsafe c.pointee.mails = arena.array(self.mails) { unsafe arena.message($0) }
    unsafe c.pointee.n_mails = self.mails.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension GetMailRequest {
  public static let fullName = "paylyt.notifications.v1.GetMailRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__notifications__v1__get_mail_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Notifications__V1__GetMailRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__notifications__v1__get_mail_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension RetryMailRequest {
  public static let fullName = "paylyt.notifications.v1.RetryMailRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__notifications__v1__retry_mail_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Notifications__V1__RetryMailRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__notifications__v1__retry_mail_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension NotificationPreference {
  private static let kindRule = EnumRule(required: true, [1: "NOTIFICATION_KIND_JOB", 2: "NOTIFICATION_KIND_ESCROW", 3: "NOTIFICATION_KIND_DISPUTE", 4: "NOTIFICATION_KIND_PAYOUT", 5: "NOTIFICATION_KIND_WALLET", 6: "NOTIFICATION_KIND_SECURITY"])
  private static let mailRule = EnumRule(required: true, [1: "MAIL_CHOICE_NONE", 2: "MAIL_CHOICE_AT_ONCE", 3: "MAIL_CHOICE_DIGEST"])

  public func checkFields(_ found: inout FieldViolations) {
    found.choice(self.kind, Self.kindRule, "kind")
    found.choice(self.mail, Self.mailRule, "mail")
  }
}

extension ListNotificationsRequest {
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

extension GetNotificationRequest {
  private static let nameRule = TextRule(required: true, patterns: ["notifications/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension MarkNotificationReadRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["notifications/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
  }
}

extension MarkAllNotificationsReadRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
  }
}

extension UpdateNotificationPreferencesRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    if found.list(self.preferences.count, 1...6, "preferences") {
      for (index, value) in self.preferences.enumerated() {
        let mark = found.count
        value.checkFields(&found)
        found.nest(since: mark, in: "preferences[\(index)]")
      }
    }
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension ListMailsRequest {
  private static let pageTokenRule = TextRule(length: 0...1000)
  private static let stateRule = EnumRule([1: "STATE_PENDING", 2: "STATE_SENT", 3: "STATE_DEAD"])

  public func checkFields(_ found: inout FieldViolations) {
    found.number(self.pageSize, NumberRule(0...Int64.max), "page_size")
    found.text(self.pageToken, Self.pageTokenRule, "page_token")
    found.choice(self.state, Self.stateRule, "state")
  }
}

extension GetMailRequest {
  private static let nameRule = TextRule(required: true, patterns: ["mails/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension RetryMailRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["mails/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
  }
}

/// The methods of `paylyt.notifications.v1.NotificationService`.
public enum NotificationServiceMethods {
  public static let serviceName = "paylyt.notifications.v1.NotificationService"

  public static let listNotifications = MethodDescriptor(
    service: serviceName,
    method: "ListNotifications",
    kind: .unary,
    requestType: "paylyt.notifications.v1.ListNotificationsRequest",
    responseType: "paylyt.notifications.v1.ListNotificationsResponse",
    options: MethodOptions(
      permission: "notifications.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let getNotification = MethodDescriptor(
    service: serviceName,
    method: "GetNotification",
    kind: .unary,
    requestType: "paylyt.notifications.v1.GetNotificationRequest",
    responseType: "paylyt.notifications.v1.Notification",
    options: MethodOptions(
      permission: "notifications.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let markNotificationRead = MethodDescriptor(
    service: serviceName,
    method: "MarkNotificationRead",
    kind: .unary,
    requestType: "paylyt.notifications.v1.MarkNotificationReadRequest",
    responseType: "paylyt.notifications.v1.Notification",
    options: MethodOptions(
      permission: "notifications.write",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let markAllNotificationsRead = MethodDescriptor(
    service: serviceName,
    method: "MarkAllNotificationsRead",
    kind: .unary,
    requestType: "paylyt.notifications.v1.MarkAllNotificationsReadRequest",
    responseType: "paylyt.notifications.v1.MarkAllNotificationsReadResponse",
    options: MethodOptions(
      permission: "notifications.write",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let getNotificationPreferences = MethodDescriptor(
    service: serviceName,
    method: "GetNotificationPreferences",
    kind: .unary,
    requestType: "paylyt.notifications.v1.GetNotificationPreferencesRequest",
    responseType: "paylyt.notifications.v1.NotificationPreferences",
    options: MethodOptions(
      permission: "notifications.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let updateNotificationPreferences = MethodDescriptor(
    service: serviceName,
    method: "UpdateNotificationPreferences",
    kind: .unary,
    requestType: "paylyt.notifications.v1.UpdateNotificationPreferencesRequest",
    responseType: "paylyt.notifications.v1.NotificationPreferences",
    options: MethodOptions(
      permission: "notifications.write",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let listMails = MethodDescriptor(
    service: serviceName,
    method: "ListMails",
    kind: .unary,
    requestType: "paylyt.notifications.v1.ListMailsRequest",
    responseType: "paylyt.notifications.v1.ListMailsResponse",
    options: MethodOptions(
      permission: "mails.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let getMail = MethodDescriptor(
    service: serviceName,
    method: "GetMail",
    kind: .unary,
    requestType: "paylyt.notifications.v1.GetMailRequest",
    responseType: "paylyt.notifications.v1.Mail",
    options: MethodOptions(
      permission: "mails.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let retryMail = MethodDescriptor(
    service: serviceName,
    method: "RetryMail",
    kind: .unary,
    requestType: "paylyt.notifications.v1.RetryMailRequest",
    responseType: "paylyt.notifications.v1.Mail",
    options: MethodOptions(
      permission: "mails.write",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["MAIL_BEING_SENT", "MAIL_SENT"]))

  public static let all: [MethodDescriptor] = [listNotifications, getNotification, markNotificationRead, markAllNotificationsRead, getNotificationPreferences, updateNotificationPreferences, listMails, getMail, retryMail]
}

extension NotificationServiceMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(listNotifications, ListNotificationsRequest.self, ListNotificationsResponse.self),
    MethodTypes(getNotification, GetNotificationRequest.self, Notification.self),
    MethodTypes(markNotificationRead, MarkNotificationReadRequest.self, Notification.self),
    MethodTypes(markAllNotificationsRead, MarkAllNotificationsReadRequest.self, MarkAllNotificationsReadResponse.self),
    MethodTypes(getNotificationPreferences, GetNotificationPreferencesRequest.self, NotificationPreferences.self),
    MethodTypes(updateNotificationPreferences, UpdateNotificationPreferencesRequest.self, NotificationPreferences.self),
    MethodTypes(listMails, ListMailsRequest.self, ListMailsResponse.self),
    MethodTypes(getMail, GetMailRequest.self, Mail.self),
    MethodTypes(retryMail, RetryMailRequest.self, Mail.self),
  ]
}

/// Tells people what concerns them: in a list, by e-mail, or in one e-mail a day, as they prefer.
///
/// Notifications are made from the event log, one for each event and user: nothing that happened is
/// left out, and nothing is told twice. An e-mail that may or may not have arrived is sent again under
/// the same Message-ID.
public protocol NotificationServiceHandler: RPCService {
  /// The caller's, newest first, with how many are unread. Each is there for 180 days, read or not.
  func listNotifications(
    _ request: ListNotificationsRequest,
    _ context: ServerContext
  ) async throws -> ListNotificationsResponse

  /// One of the caller's.
  func getNotification(
    _ request: GetNotificationRequest,
    _ context: ServerContext
  ) async throws -> Notification

  /// One that is read already stays so.
  func markNotificationRead(
    _ request: MarkNotificationReadRequest,
    _ context: ServerContext
  ) async throws -> Notification

  /// Marks the oldest unread ones, at most 500 at a time.
  func markAllNotificationsRead(
    _ request: MarkAllNotificationsReadRequest,
    _ context: ServerContext
  ) async throws -> MarkAllNotificationsReadResponse

  /// How the caller wants to be told; also what was never set.
  func getNotificationPreferences(
    _ request: GetNotificationPreferencesRequest,
    _ context: ServerContext
  ) async throws -> NotificationPreferences

  /// Sets those that are named; the others stay. It counts for what happens from then on.
  func updateNotificationPreferences(
    _ request: UpdateNotificationPreferencesRequest,
    _ context: ServerContext
  ) async throws -> NotificationPreferences

  /// E-mails that wait, were sent in the last 30 days or given up in the last 90, newest first; for
  /// admins.
  func listMails(
    _ request: ListMailsRequest,
    _ context: ServerContext
  ) async throws -> ListMailsResponse

  /// One e-mail; for admins.
  func getMail(
    _ request: GetMailRequest,
    _ context: ServerContext
  ) async throws -> Mail

  /// Tries an e-mail that waits or was given up at once, and as often as a new one.
  func retryMail(
    _ request: RetryMailRequest,
    _ context: ServerContext
  ) async throws -> Mail
}

extension NotificationServiceHandler {
  public static var serviceName: String { NotificationServiceMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(NotificationServiceMethods.listNotifications) { call, context in
        let request = try call.request(ListNotificationsRequest.self)
        try call.respond(await self.listNotifications(request, context))
      },
      MethodBinding(NotificationServiceMethods.getNotification) { call, context in
        let request = try call.request(GetNotificationRequest.self)
        try call.respond(await self.getNotification(request, context))
      },
      MethodBinding(NotificationServiceMethods.markNotificationRead) { call, context in
        let request = try call.request(MarkNotificationReadRequest.self)
        try call.respond(await self.markNotificationRead(request, context))
      },
      MethodBinding(NotificationServiceMethods.markAllNotificationsRead) { call, context in
        let request = try call.request(MarkAllNotificationsReadRequest.self)
        try call.respond(await self.markAllNotificationsRead(request, context))
      },
      MethodBinding(NotificationServiceMethods.getNotificationPreferences) { call, context in
        let request = try call.request(GetNotificationPreferencesRequest.self)
        try call.respond(await self.getNotificationPreferences(request, context))
      },
      MethodBinding(NotificationServiceMethods.updateNotificationPreferences) { call, context in
        let request = try call.request(UpdateNotificationPreferencesRequest.self)
        try call.respond(await self.updateNotificationPreferences(request, context))
      },
      MethodBinding(NotificationServiceMethods.listMails) { call, context in
        let request = try call.request(ListMailsRequest.self)
        try call.respond(await self.listMails(request, context))
      },
      MethodBinding(NotificationServiceMethods.getMail) { call, context in
        let request = try call.request(GetMailRequest.self)
        try call.respond(await self.getMail(request, context))
      },
      MethodBinding(NotificationServiceMethods.retryMail) { call, context in
        let request = try call.request(RetryMailRequest.self)
        try call.respond(await self.retryMail(request, context))
      },
    ]
  }
}

/// Tells people what concerns them: in a list, by e-mail, or in one e-mail a day, as they prefer.
///
/// Notifications are made from the event log, one for each event and user: nothing that happened is
/// left out, and nothing is told twice. An e-mail that may or may not have arrived is sent again under
/// the same Message-ID.
public struct NotificationServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// The caller's, newest first, with how many are unread. Each is there for 180 days, read or not.
  public func listNotifications(
    _ request: ListNotificationsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListNotificationsResponse {
    let response: UnaryResponse<ListNotificationsResponse> =
      try await rpcChannel.unary(NotificationServiceMethods.listNotifications, request, options)
    return response.message
  }

  /// One of the caller's.
  public func getNotification(
    _ request: GetNotificationRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Notification {
    let response: UnaryResponse<Notification> =
      try await rpcChannel.unary(NotificationServiceMethods.getNotification, request, options)
    return response.message
  }

  /// One that is read already stays so.
  public func markNotificationRead(
    _ request: MarkNotificationReadRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Notification {
    let response: UnaryResponse<Notification> =
      try await rpcChannel.unary(NotificationServiceMethods.markNotificationRead, request, options)
    return response.message
  }

  /// Marks the oldest unread ones, at most 500 at a time.
  public func markAllNotificationsRead(
    _ request: MarkAllNotificationsReadRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> MarkAllNotificationsReadResponse {
    let response: UnaryResponse<MarkAllNotificationsReadResponse> =
      try await rpcChannel.unary(NotificationServiceMethods.markAllNotificationsRead, request, options)
    return response.message
  }

  /// How the caller wants to be told; also what was never set.
  public func getNotificationPreferences(
    _ request: GetNotificationPreferencesRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> NotificationPreferences {
    let response: UnaryResponse<NotificationPreferences> =
      try await rpcChannel.unary(NotificationServiceMethods.getNotificationPreferences, request, options)
    return response.message
  }

  /// Sets those that are named; the others stay. It counts for what happens from then on.
  public func updateNotificationPreferences(
    _ request: UpdateNotificationPreferencesRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> NotificationPreferences {
    let response: UnaryResponse<NotificationPreferences> =
      try await rpcChannel.unary(NotificationServiceMethods.updateNotificationPreferences, request, options)
    return response.message
  }

  /// E-mails that wait, were sent in the last 30 days or given up in the last 90, newest first; for
  /// admins.
  public func listMails(
    _ request: ListMailsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListMailsResponse {
    let response: UnaryResponse<ListMailsResponse> =
      try await rpcChannel.unary(NotificationServiceMethods.listMails, request, options)
    return response.message
  }

  /// One e-mail; for admins.
  public func getMail(
    _ request: GetMailRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Mail {
    let response: UnaryResponse<Mail> =
      try await rpcChannel.unary(NotificationServiceMethods.getMail, request, options)
    return response.message
  }

  /// Tries an e-mail that waits or was given up at once, and as often as a new one.
  public func retryMail(
    _ request: RetryMailRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Mail {
    let response: UnaryResponse<Mail> =
      try await rpcChannel.unary(NotificationServiceMethods.retryMail, request, options)
    return response.message
  }
}
