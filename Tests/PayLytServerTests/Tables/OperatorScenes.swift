@testable import PayLytServer

/// What admins do to the server: the pause of payouts.
struct PauseScene: TableScene {
  enum State: String, CaseIterable {
    /// Nobody has touched it yet.
    case untouched
    case paused, resumed
  }

  enum Move: String, CaseIterable {
    case pause = "PauseCapability"
    case pauseStale = "PauseCapability, stale"
    case resume = "ResumeCapability"
    case resumeStale = "ResumeCapability, stale"
  }

  static let service = "AdminService"
  static let table = """
    PauseCapability              admin                service
    untouched, resumed           paused               paused
    paused                       ILLEGAL_TRANSITION   ILLEGAL_TRANSITION

    PauseCapability, stale       admin                service
    untouched, resumed, paused   ETAG_MISMATCH        ETAG_MISMATCH

    ResumeCapability             admin
    untouched, resumed           ILLEGAL_TRANSITION
    paused                       open

    ResumeCapability, stale      admin
    untouched, resumed, paused   ETAG_MISMATCH
    """

  let store = MemoryStore()

  init(in state: State) throws {
    guard state != .untouched else { return }
    _ = try carryOut(.pause, as: .admin)
    if state == .resumed { _ = try carryOut(.resume, as: .admin) }
  }

  func carryOut(_ move: Move, as who: TableCaller) throws -> String {
    let isStale = move == .pauseStale || move == .resumeStale
    let changed = try store.carryOut(
      SetCapability(
        caller: who.caller, request: nil, capability: .payouts,
        isPaused: move == .pause || move == .pauseStale, reason: "x", etag: isStale ? "7" : ""))
    return changed.isPaused ? "paused" : "open"
  }
}

/// What the server gave up on.
struct DeadLetterScene: TableScene {
  enum State: String, CaseIterable {
    case absent
    /// An event of a provider.
    case waitingEvent, failedEvent, appliedEvent
    case waitingTimer, parkedTimer, discardedTimer
    case openPayout, paidPayout
  }

  enum Move: String, CaseIterable {
    case replay = "ReplayDeadLetter"
    case discard = "DiscardDeadLetter"
  }

  static let service = "AdminService"
  static let table = """
    ReplayDeadLetter                admin                 service
    absent                          NOT_FOUND             NOT_FOUND
    failedEvent, parkedTimer        replayed              replayed
    openPayout                      replayed              replayed
    waitingEvent, appliedEvent      ILLEGAL_TRANSITION    ILLEGAL_TRANSITION
    waitingTimer, discardedTimer    ILLEGAL_TRANSITION    ILLEGAL_TRANSITION
    paidPayout                      ILLEGAL_TRANSITION    ILLEGAL_TRANSITION

    DiscardDeadLetter               admin
    absent                          NOT_FOUND
    failedEvent, parkedTimer        discarded
    waitingEvent, appliedEvent      ILLEGAL_TRANSITION
    waitingTimer, discardedTimer    ILLEGAL_TRANSITION
    openPayout, paidPayout          PAYOUT_NEEDS_ANSWER
    """

  let store = MemoryStore()
  private let letter: DeadLetter.Name

  init(in state: State) throws {
    switch state {
    case .absent: letter = .init(.timer, .entity(99))
    case .waitingEvent: letter = Self.event(.waiting, store)
    case .failedEvent: letter = Self.event(.failed, store)
    case .appliedEvent: letter = Self.event(.applied, store)
    case .waitingTimer: letter = Self.timer(.waiting, store)
    case .parkedTimer: letter = Self.timer(.parked, store)
    case .discardedTimer: letter = Self.timer(.discarded, store)
    case .openPayout: letter = try Self.payout(.unknown, store)
    case .paidPayout: letter = try Self.payout(.succeeded, store)
    }
    store.now = store.now.adding(seconds: 1)
  }

  func carryOut(_ move: Move, as who: TableCaller) throws -> String {
    switch move {
    case .replay:
      let found = try store.carryOut(
        ReplayDeadLetter(caller: who.caller, request: nil, letter: letter, reason: "x"))
      return "\(found.state)"
    case .discard:
      let found = try store.carryOut(
        DiscardDeadLetter(caller: who.caller, request: nil, letter: letter, reason: "x"))
      return "\(found.state)"
    }
  }

  private static func event(_ state: InboundEvent.State, _ store: MemoryStore) -> DeadLetter.Name {
    store.put(
      InboundEvent(
        id: .entity(1), provider: "bitnob", eventID: "evt-1", type: "x", body: [1], state: state,
        attempts: 8, unanswered: 0, nextAttemptAt: .start, note: "no answer", receivedAt: .start))
    return .init(.inboundEvent, .entity(1))
  }

  private static func timer(_ state: Timer.State, _ store: MemoryStore) -> DeadLetter.Name {
    store.put(
      Timer(
        id: .entity(2), kind: .jobEnds, subject: .entity(9), part: 0, dueAt: .start,
        attempts: 12, state: state, note: "NOT_FOUND"))
    return .init(.timer, .entity(2))
  }

  private static func payout(
    _ state: PayoutState, _ store: MemoryStore
  ) throws -> DeadLetter.Name {
    store.put(try PayoutTests.payout(in: state))
    return .init(.payout, Payout.fixture().id)
  }
}

/// A comparison of the books with a provider's.
struct ReconciliationScene: TableScene {
  enum State: String, CaseIterable {
    case none, queued, running, done, failed
  }

  enum Move: String, CaseIterable {
    case run = "RunReconciliation"
  }

  static let service = "ReconciliationService"
  static let table = """
    RunReconciliation     admin                    service
    none, done, failed    queued                   queued
    queued, running       RECONCILIATION_RUNNING   RECONCILIATION_RUNNING
    """

  let store = MemoryStore()

  init(in state: State) throws {
    guard state != .none else { return }
    var run = ReconciliationRun(
      queueing: .entity(1), provider: "bitnob", from: .start, to: .start, at: .start)
    switch state {
    case .none, .queued: break
    case .running: run.begin(at: .start)
    case .done:
      run.begin(at: .start)
      run.finish(.init(), at: .start)
    case .failed:
      run.begin(at: .start)
      run.fail(.notAnswered, "no answer", at: .start)
    }
    store.put(run)
  }

  func carryOut(_ move: Move, as who: TableCaller) throws -> String {
    let run = try store.carryOut(
      QueueReconciliation(
        caller: who.caller, request: nil, provider: "bitnob", from: .start, to: store.now))
    return "\(run.state)"
  }
}

/// The platform's fees.
struct FeeScene: TableScene {
  enum State: String, CaseIterable {
    case none
    /// Two versions.
    case known
  }

  enum Move: String, CaseIterable {
    case set = "SetFeeSchedule"
    case replace = "SetFeeSchedule, in place of version 2"
  }

  static let service = "EscrowService"
  static let table = """
    SetFeeSchedule                          admin
    none                                    version 1
    known                                   version 3

    SetFeeSchedule, in place of version 2   admin
    none                                    ETAG_MISMATCH
    known                                   version 3
    """

  let store = MemoryStore()

  init(in state: State) throws {
    guard state == .known else { return }
    for _ in 1...2 { _ = try carryOut(.set, as: .admin) }
  }

  func carryOut(_ move: Move, as who: TableCaller) throws -> String {
    let schedule = try store.carryOut(
      SetFeeSchedule(
        caller: who.caller, request: nil, basisPoints: 250, fixedMsat: 0, minMsat: 0,
        maxMsat: .max, replaces: move == .set ? 0 : 2))
    return "version \(schedule.rates.version)"
  }
}
