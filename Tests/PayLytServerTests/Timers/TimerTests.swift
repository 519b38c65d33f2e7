import Synchronization
import Testing

@testable import PayLytServer

@Suite("What happens by itself")
struct TimerTests {
  private static let returned = EscrowConditions(
    feePayer: .freelancer, inspectionSeconds: 7 * 86_400, revisionsMax: 2, isReturnedByTimer: true)

  @Test("a delivery that nobody answered counts as accepted, by the system, once")
  func reviewEnds() throws {
    let world = World()
    let held = try world.escrow(in: .inReview)
    let until = try #require(held.milestones[0].reviewUntil)
    let timer = try #require(world.store.rows(Timer.self).first { $0.kind == .reviewEnds })
    #expect(timer.subject == held.escrow.id && timer.part == 1 && timer.dueAt == until)
    let command = ReleaseUnanswered(escrow: held.escrow.id, position: 1)
    world.store.now = until.adding(milliseconds: -1)
    #expect(try world.store.carryOut(command).timer == .again(at: until))
    world.store.now = until
    let released = try world.store.carryOut(command)
    #expect(released.changed?.escrow.state == .partiallyReleased && released.timer == .done)
    #expect(world.store.wallet(.entity(2)) == 58_500_000)
    #expect(world.store.events.last?.type == "escrow.released_unanswered")
    let again = try world.store.carryOut(command)
    #expect(again.changed == nil && again.timer == .done)
    #expect(world.store.wallet(.entity(2)) == 58_500_000)
    #expect(world.store.discrepancies.isEmpty)
  }

  @Test("the client's answer, a dispute or a freeze keep the money where it is")
  func notReleased() throws {
    for step in ["revision", "prolonged", "dispute", "frozen", "released"] {
      let world = World()
      let held = try world.escrow(in: .inReview)
      let id = held.escrow.id
      let until = try #require(held.milestones[0].reviewUntil)
      switch step {
      case "revision":
        try world.store.carryOut(
          RequestRevision(caller: .client, request: nil, escrow: id, position: 1, note: "x"))
      case "prolonged":
        try world.store.carryOut(
          ExtendInspection(caller: .client, request: nil, escrow: id, position: 1, seconds: 10))
      case "dispute": try world.store.carryOut(TestDispute(escrow: id, step: .open))
      case "frozen":
        try world.store.carryOut(
          FreezeEscrow(caller: .admin, request: nil, escrow: id, reason: "x"))
      default:
        try world.store.carryOut(ReleaseEscrow(caller: .client, request: nil, escrow: id))
      }
      world.store.now = until
      let before = world.store.contents
      let answer = try world.store.carryOut(ReleaseUnanswered(escrow: id, position: 1))
      #expect(answer.changed == nil, "\(step)")
      #expect(world.store.contents == before, "\(step)")
      let later = until.adding(seconds: EscrowLimits.stoppedRetrySeconds)
      let expected: Timer.Outcome =
        switch step {
        case "prolonged": .again(at: until.adding(seconds: 10))
        case "dispute", "frozen": .again(at: later)
        default: .done
        }
      #expect(answer.timer == expected, "\(step)")
    }
  }

  @Test("who was stopped has not accepted by saying nothing, and has a day to speak afterwards")
  func stoppedClient() throws {
    let world = World()
    let held = try world.escrow(in: .inReview)
    let id = held.escrow.id
    let command = ReleaseUnanswered(escrow: id, position: 1)
    var client = User.fixture(1)
    try client.setFrozen(true, at: .start)
    world.store.put(client)
    let day = EscrowLimits.stoppedReviewSeconds
    var now = try #require(held.milestones[0].reviewUntil)
    for _ in 0..<3 {
      world.store.now = now
      let answer = try world.store.carryOut(command)
      #expect(answer.timer == .again(at: now.adding(seconds: day)))
      #expect(answer.changed?.milestones[0].reviewUntil == now.adding(seconds: 2 * day))
      #expect(world.store.events.last?.type == "escrow.inspection_extended")
      now = now.adding(seconds: day)
    }
    #expect(world.store.wallet(.entity(2)) == 0)
    try client.setFrozen(false, at: now)
    world.store.put(client)
    world.store.now = now
    let until = now.adding(seconds: day)
    let before = world.store.contents
    #expect(try world.store.carryOut(command).timer == .again(at: until))
    #expect(world.store.contents == before)
    world.store.now = until
    #expect(try world.store.carryOut(command).changed?.escrow.state == .partiallyReleased)
    #expect(world.store.discrepancies.isEmpty)
  }

  @Test(
    "who is let go before the end of a review has a day all the same, once",
    arguments: [60, 86_399, 86_400, 5 * 86_400] as [Int64])
  func letGo(secondsBefore left: Int64) throws {
    let world = World()
    let held = try world.escrow(in: .inReview)
    world.store.put(User.fixture(1))
    let until = try #require(held.milestones[0].reviewUntil)
    for (isFrozen, seconds) in [(true, left + 3600), (false, left)] {
      world.store.now = until.adding(seconds: -seconds)
      try world.store.carryOut(
        FreezeUser(
          caller: .admin, request: nil, user: .entity(1), isFrozen: isFrozen, reason: "x"))
    }
    // Whoever goes on was let go already, and not once more.
    world.store.now = until
    try world.store.carryOut(
      FreezeUser(caller: .admin, request: nil, user: .entity(1), isFrozen: false, reason: "x"))
    let command = ReleaseUnanswered(escrow: held.escrow.id, position: 1)
    var answer = try world.store.carryOut(command)
    if left < 86_400 {
      let end = until.adding(seconds: 86_400 - left)
      #expect(answer.timer == .again(at: end))
      #expect(answer.changed?.milestones[0].reviewUntil == end)
      #expect(world.store.wallet(.entity(2)) == 0)
      world.store.now = end.adding(milliseconds: -1)
      #expect(try world.store.carryOut(command).timer == .again(at: end))
      world.store.now = end
      answer = try world.store.carryOut(command)
    }
    #expect(answer.changed?.escrow.state == .partiallyReleased && answer.timer == .done)
    #expect(world.store.discrepancies.isEmpty)
  }

  @Test("a stop that was over before the delivery prolongs no review")
  func letGoBefore() throws {
    let world = World()
    let held = try world.escrow(
      in: .inReview,
      EscrowConditions(
        feePayer: .freelancer, inspectionSeconds: 3600, revisionsMax: 2, isReturnedByTimer: false))
    let until = try #require(held.milestones[0].reviewUntil)
    let submittedAt = try #require(held.milestones[0].submittedAt)
    var client = User.fixture(1)
    try client.setFrozen(true, at: submittedAt.adding(seconds: -3600))
    try client.setFrozen(false, at: submittedAt.adding(seconds: -1))
    world.store.put(client)
    world.store.now = until
    let command = ReleaseUnanswered(escrow: held.escrow.id, position: 1)
    #expect(try world.store.carryOut(command).changed?.escrow.state == .partiallyReleased)
  }

  @Test(
    "a review that no server was there to end goes on for as long again, at most for a day, once",
    arguments: [(600, 0), (601, 601), (8 * 3600, 8 * 3600), (40 * 86_400, 86_400)]
      as [(Int64, Int64)])
  func late(by late: Int64, given: Int64) throws {
    let world = World()
    let held = try world.escrow(in: .inReview)
    let id = held.escrow.id
    let until = try #require(held.milestones[0].reviewUntil)
    world.store.now = until.adding(seconds: late)
    var answer = try world.store.carryOut(
      ReleaseUnanswered(escrow: id, position: 1, dueAt: until))
    if given > 0 {
      let end = world.store.now.adding(seconds: given)
      #expect(answer.timer == .again(at: end))
      #expect(answer.changed?.milestones[0].reviewUntil == end)
      #expect(world.store.events.last?.type == "escrow.inspection_extended")
      #expect(world.store.wallet(.entity(2)) == 0)
      world.store.now = end
      answer = try world.store.carryOut(ReleaseUnanswered(escrow: id, position: 1, dueAt: end))
    }
    #expect(answer.changed?.escrow.state == .partiallyReleased && answer.timer == .done)
    #expect(world.store.discrepancies.isEmpty)
  }

  @Test("a review that was prolonged is late after its new end alone")
  func prolongedIsNotLate() throws {
    let world = World()
    let held = try world.escrow(in: .inReview)
    let id = held.escrow.id
    let due = try #require(held.milestones[0].reviewUntil)
    try world.store.carryOut(
      ExtendInspection(caller: .client, request: nil, escrow: id, position: 1, seconds: 7200))
    world.store.now = due.adding(seconds: 7800)
    let command = ReleaseUnanswered(escrow: id, position: 1, dueAt: due)
    #expect(try world.store.carryOut(command).changed?.escrow.state == .partiallyReleased)
  }

  @Test("what an admin or a dispute has stopped is not late when it goes on")
  func stoppedIsNotLate() throws {
    let world = World()
    let held = try world.escrow(in: .inReview)
    let id = held.escrow.id
    try world.store.carryOut(FreezeEscrow(caller: .admin, request: nil, escrow: id, reason: "x"))
    var due = try #require(held.milestones[0].reviewUntil)
    for _ in 0..<3 {
      world.store.now = due
      let command = ReleaseUnanswered(escrow: id, position: 1, dueAt: due)
      due = due.adding(seconds: EscrowLimits.stoppedRetrySeconds)
      #expect(try world.store.carryOut(command).timer == .again(at: due))
    }
    let other = Caller.user(.entity(5), [.admin])
    try world.store.carryOut(UnfreezeEscrow(caller: other, request: nil, escrow: id, reason: "x"))
    world.store.now = due
    let released = try world.store.carryOut(
      ReleaseUnanswered(escrow: id, position: 1, dueAt: due))
    #expect(released.changed?.escrow.state == .partiallyReleased)
  }

  @Test("money for which nothing was delivered goes back, where the two agreed to that")
  func refundDue() throws {
    let world = World()
    let held = try world.escrow(in: .paidLocked, Self.returned)
    let due = held.escrow.terms.deadline.adding(seconds: EscrowLimits.refundGraceSeconds)
    #expect(world.store.rows(Timer.self).contains { $0.kind == .refundDue && $0.dueAt == due })
    let command = ReturnUnstarted(escrow: held.escrow.id)
    #expect(try world.store.carryOut(command).timer == .again(at: due))
    world.store.now = due
    #expect(try world.store.carryOut(command).changed?.escrow.state == .refunded)
    #expect(world.store.wallet(.entity(1)) == 100_000_000)
    #expect(try world.store.carryOut(command).timer == .done)
    #expect(world.store.discrepancies.isEmpty)
  }

  @Test("it does not when work began, or when nobody agreed to it")
  func noRefund() throws {
    let begun = World()
    let submitted = try begun.escrow(in: .inReview, Self.returned).escrow
    begun.store.now = submitted.terms.deadline.adding(seconds: 30 * 86_400)
    #expect(
      try begun.store.carryOut(ReturnUnstarted(escrow: submitted.id)).timer == .done)
    let silent = World()
    _ = try silent.escrow(in: .paidLocked)
    #expect(!silent.store.rows(Timer.self).contains { $0.kind == .refundDue })
  }

  @Test(
    "an escrow that was not paid in time ends, and the job is open again",
    arguments: [
      (EscrowState.created, EscrowState.expired, Int64(0)), (.awaitingPayment, .expired, 0),
      (.partiallyFunded, .refunded, 30_000_000),
    ])
  func fundingEnds(state: EscrowState, end: EscrowState, back: Int64) throws {
    let world = World()
    let escrow = try world.escrow(in: state).escrow
    let command = EndFunding(escrow: escrow.id)
    let due = escrow.terms.fundBy.adding(seconds: EscrowLimits.fundingGraceSeconds)
    #expect(try world.store.carryOut(command).timer == .again(at: due))
    world.store.now = due
    try world.expireInvoices(of: escrow.id)
    #expect(try world.store.carryOut(command).changed?.escrow.state == end)
    #expect(world.store.wallet(.entity(1)) == back)
    let job = try #require(world.store.row(Job.self, escrow.job))
    #expect(job.state == .open && job.escrow == nil && job.freelancer == nil)
    #expect(try world.store.carryOut(command).timer == .done)
    // Somebody else may take it, with an escrow of its own.
    let view = try world.accept(job, as: .entity(3))
    #expect(view.job.escrow != escrow.id)
    #expect(world.store.discrepancies.isEmpty)
  }

  @Test("as long as an invoice can be paid, the escrow waits for it")
  func invoiceOpen() throws {
    let world = World()
    let escrow = try world.escrow(in: .created).escrow
    world.store.now = escrow.terms.fundBy.adding(seconds: -60)
    let invoice = try world.invoice(for: escrow)
    world.store.now = escrow.terms.fundBy.adding(seconds: EscrowLimits.fundingGraceSeconds)
    let due = invoice.expiresAt.adding(seconds: EscrowLimits.fundingGraceSeconds)
    #expect(
      try world.store.carryOut(EndFunding(escrow: escrow.id)).timer == .again(at: due))
    try world.pay(invoice)
    world.store.now = due
    #expect(try world.store.carryOut(EndFunding(escrow: escrow.id)).timer == .done)
    #expect(world.held(escrow.id).escrow.state == .paidLocked)
  }

  /// The timer goes off each second, the watcher asks each quarter of a minute: what was paid in
  /// time and not heard of had come too late.
  @Test("an escrow does not end before the provider said that its invoice was not paid")
  func unheard() throws {
    let world = World()
    let escrow = try world.escrow(in: .awaitingPayment).escrow
    let command = EndFunding(escrow: escrow.id)
    let fundBy = escrow.terms.fundBy
    let invoice = try #require(world.store.rows(Invoice.self).first)
    world.store.now = fundBy.adding(seconds: 600)
    let soon = world.store.now.adding(seconds: EscrowLimits.fundingGraceSeconds)
    #expect(try world.store.carryOut(command).timer == .again(at: soon))
    // It was paid in time.
    try world.pay(invoice)
    #expect(try world.store.carryOut(command).timer == .done)
    #expect(world.held(escrow.id).escrow.state == .paidLocked)
    #expect(world.store.discrepancies.isEmpty)
  }

  @Test(
    "a provider that is away keeps an escrow for a week, and the payment is taken in after that")
  func providerAway() throws {
    let world = World()
    let escrow = try world.escrow(in: .created).escrow
    world.store.now = escrow.terms.fundBy.adding(seconds: -60)
    let invoice = try world.invoice(for: escrow)
    let last = invoice.expiresAt.adding(seconds: EscrowLimits.unheardSecondsMax)
    world.store.now = last.adding(seconds: -1)
    let command = EndFunding(escrow: escrow.id)
    #expect(try world.store.carryOut(command).changed == nil)
    world.store.now = last
    #expect(try world.store.carryOut(command).changed?.escrow.state == .expired)
    try world.pay(invoice)
    #expect(world.store.wallet(.entity(1)) == invoice.amountMsat)
    #expect(world.store.discrepancies.isEmpty)
  }

  @Test("a job that nobody took expires at its deadline")
  func jobEnds() throws {
    let world = World()
    let job = try world.job()
    let command = ExpireJob(job: job.id)
    #expect(try world.store.carryOut(command).timer == .again(at: job.deadline))
    world.store.now = job.deadline
    #expect(try world.store.carryOut(command).changed?.job.state == .expired)
    #expect(try world.store.carryOut(command).timer == .done)
    // To others it is gone; its client still sees it.
    #expect(throws: Refusal.notFound("job \(job.id)")) { _ = try world.accept(job) }
    #expect(throws: JobError.notOpen(.expired)) {
      try world.store.carryOut(CancelJob(caller: .client, request: nil, job: job.id))
    }
  }

  /// Each fires once: rows that one worker has taken are passed over by the others.
  @Test("several servers share the timers, and a failed one goes off again")
  func workers() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    let fired = Mutex<[UUID: Int]>([:])
    let clock = ManualClock()
    try await withEngine(conninfo) { engine in
      for number in UInt64(1)...100 {
        try await engine.commit(
          PutRow(
            row: Timer(
              id: .entity(number), kind: .jobEnds, subject: .entity(number), part: 0,
              dueAt: Timestamp.start.adding(seconds: number <= 90 ? 0 : 1000), attempts: 0)))
      }
      let worker = TimerWorker(
        database: engine.database, clock: clock, log: Log(level: .error, clock: clock)
      ) { timer in
        fired.withLock { $0[timer.subject, default: 0] += 1 }
        // It knows since when it is due, and not until when it is taken.
        #expect(timer.dueAt <= clock.now())
        if timer.subject == .entity(1), timer.attempts == 1 {
          throw Refusal.notFound("nothing")
        }
        return timer.subject == .entity(2) && timer.attempts == 1
          ? .again(at: clock.now().adding(seconds: 5)) : .done
      }
      let tasks = (0..<4).map { _ in engine.database.task { try await worker.step() } }
      for task in tasks { _ = try await task.value }
      _ = try await worker.step()
      #expect(fired.withLock { $0.count } == 90)
      #expect(fired.withLock { $0.values.allSatisfy { $0 == 1 } })
      // The failed one after its lease, the one that was too early at its own time.
      clock.advance(seconds: TimerLimits.leaseSeconds)
      _ = try await worker.step()
      #expect(fired.withLock { $0[.entity(1)] } == 2)
      #expect(fired.withLock { $0[.entity(2)] } == 2)
      clock.advance(seconds: 1000)
      _ = try await worker.step()
      let left = try await engine.fetch(Timer.self, by: "id", .uuid(.entity(95)))
      #expect(left.isEmpty)
      #expect(fired.withLock { $0.count } == 100)
    }
  }
}
