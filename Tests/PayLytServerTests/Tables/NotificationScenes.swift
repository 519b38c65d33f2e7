@testable import PayLytServer

/// A notification of the freelancer's, and what they want to be told.
struct NotificationScene: TableScene {
  enum State: String, CaseIterable {
    case absent, unread, read
    /// It is told by e-mail alone.
    case mailed
  }

  enum Move: String, CaseIterable {
    case mark = "MarkNotificationRead"
    case markAll = "MarkAllNotificationsRead"
    case prefer = "UpdateNotificationPreferences"
    case preferStale = "UpdateNotificationPreferences, stale"
  }

  static let service = "NotificationService"
  static let table = """
    MarkNotificationRead           client       freelancer   stranger    admin       service
    absent, mailed                 NOT_FOUND    NOT_FOUND    NOT_FOUND   NOT_FOUND   NOT_FOUND
    unread                         NOT_FOUND    read         NOT_FOUND   NOT_FOUND   NOT_FOUND
    read                           NOT_FOUND    (read)       NOT_FOUND   NOT_FOUND   NOT_FOUND

    MarkAllNotificationsRead       client       freelancer   stranger    admin       service
    absent, read, mailed           (0)          (0)          (0)         (0)         (0)
    unread                         (0)          1            (0)         (0)         (0)

    UpdateNotificationPreferences  client       freelancer   stranger    admin       service
    absent, unread, read, mailed   changed      changed      changed     changed     changed

    UpdateNotificationPreferences, stale  client          freelancer   stranger   admin   service
    absent, unread, read, mailed          ETAG_MISMATCH   ~            ~          ~       ~
    """

  let store = MemoryStore()
  private static let notification = UUID.entity(70)

  init(in state: State) throws {
    guard state != .absent else { return }
    store.put(
      Notification(
        id: Self.notification, user: .entity(2), event: .entity(71),
        eventType: "escrow.released", subject: "escrows/1", kind: .escrow,
        isListed: state != .mailed, digestAt: nil, createdAt: .start,
        readAt: state == .read ? .start : nil))
    store.now = store.now.adding(seconds: 1)
  }

  func carryOut(_ move: Move, as who: TableCaller) throws -> String {
    switch move {
    case .mark:
      let found = try store.carryOut(
        MarkNotificationRead(
          caller: who.caller, request: nil, user: who.user, notification: Self.notification))
      return found.readAt == nil ? "unread" : "read"
    case .markAll:
      // The service names the caller's own; here everybody names this one.
      let marked = try store.carryOut(
        MarkAllNotificationsRead(
          caller: who.caller, request: nil, user: who.user, notifications: [Self.notification]))
      return "\(marked)"
    case .prefer, .preferStale:
      try store.carryOut(
        UpdateNotificationPreferences(
          caller: who.caller, request: nil, user: who.user,
          changes: [.escrow: .init(isInApp: false, mail: .none)],
          etag: move == .prefer ? "" : "7"))
      return "changed"
    }
  }
}

/// An e-mail on its way.
struct MailScene: TableScene {
  enum State: String, CaseIterable {
    case absent, pending, sent, dead
    /// A server is sending it.
    case taken
    /// A server was sending it and has ended.
    case left
  }

  enum Move: String, CaseIterable {
    case retry = "RetryMail"
  }

  static let service = "NotificationService"
  static let table = """
    RetryMail       admin                service
    absent          NOT_FOUND            NOT_FOUND
    pending, dead   pending              pending
    taken           MAIL_BEING_SENT      MAIL_BEING_SENT
    left            pending              pending
    sent            MAIL_SENT            MAIL_SENT
    """

  let store = MemoryStore()
  private static let mail = UUID.entity(80)

  init(in state: State) throws {
    let stored: Mail.State
    switch state {
    case .absent: return
    case .pending, .taken, .left: stored = .pending
    case .sent: stored = .sent
    case .dead: stored = .dead
    }
    let lease: Int64? = state == .taken ? 60 : state == .left ? -1 : nil
    store.put(
      Mail(
        id: Self.mail, user: .entity(2), notification: .entity(70), digestAt: nil, state: stored,
        attempts: 3, nextAttemptAt: Timestamp.start.adding(seconds: 600), lastError: "busy",
        createdAt: .start, takenUntil: lease.map { Timestamp.start.adding(seconds: $0) }))
  }

  func carryOut(_ move: Move, as who: TableCaller) throws -> String {
    "\(try store.carryOut(RetryMail(caller: who.caller, request: nil, mail: Self.mail)).state)"
  }
}

/// The sandbox of the freelancer's.
struct SandboxScene: TableScene {
  enum State: String, CaseIterable {
    case fresh
    /// One fault is set.
    case faulty
    /// There are as many faults as a user may have.
    case full
    /// As full, and all were cleared.
    case cleared
    /// Ten years ahead.
    case ahead
  }

  enum Move: String, CaseIterable {
    case advance = "AdvanceSandboxClock"
    case fault = "SetFault"
    case clear = "ClearFaults"
    case pay = "PayInvoice"
  }

  static let service = "SandboxService"
  static let table = """
    AdvanceSandboxClock              client           freelancer       stranger   admin   service
    fresh, faulty, full, cleared     advanced         advanced         advanced   ~       ~
    ahead                            SANDBOX_TOO_FAR  SANDBOX_TOO_FAR  ~          ~       ~

    SetFault                         client           freelancer       stranger   admin   service
    fresh, faulty, cleared, ahead    set              set              set        ~       ~
    full                             set              FAULTS_FULL      set        ~       ~

    ClearFaults                      client           freelancer       stranger   admin   service
    fresh, ahead, cleared            (0)              (0)              (0)        ~       ~
    faulty                           (0)              1                (0)        ~       ~
    full                             (0)              20               (0)        ~       ~

    PayInvoice                       client           freelancer       stranger    admin  service
    fresh, faulty, full              paid, told       paid, told       paid, told  ~      ~
    cleared, ahead                   paid, told       paid, told       paid, told  ~      ~
    """

  let store = MemoryStore()

  init(in state: State) throws {
    switch state {
    case .fresh: break
    case .faulty: _ = try carryOut(.fault, as: .freelancer)
    case .full, .cleared:
      for _ in 0..<SandboxLimits.faultsPerUserMax { _ = try carryOut(.fault, as: .freelancer) }
      if state == .cleared { _ = try carryOut(.clear, as: .freelancer) }
    case .ahead:
      store.put(SandboxOffset(id: SandboxOffset.only, seconds: SandboxLimits.aheadSecondsMax))
    }
  }

  func carryOut(_ move: Move, as who: TableCaller) throws -> String {
    switch move {
    case .advance:
      try store.carryOut(
        AdvanceSandboxClock(caller: who.caller, request: nil, user: who.user, seconds: 60))
      return "advanced"
    case .fault:
      try store.carryOut(
        SetFault(
          caller: who.caller, request: nil, user: who.user, target: "JobService/CreateJob",
          kind: .fail, code: 14, delayMilliseconds: 0, calls: 1))
      return "set"
    case .pay:
      try store.carryOut(
        PayInvoice(
          caller: who.caller, request: nil, user: who.user, invoice: "invoices/\(who.user)",
          amountMsat: 1000, isLate: false))
      return "paid"
    case .clear:
      return "\(try store.carryOut(ClearFaults(caller: who.caller, request: nil, user: who.user)))"
    }
  }
}
