import PayLytAPI
import PayLytRPC
import StandardAPI
import Testing

@testable import PayLytServer

@Suite("The fee is part of the terms", .timeLimit(.minutes(5)))
struct JobFeeTests {
  private static func conditions(_ payer: PayLytServer.FeePayer) -> EscrowConditions {
    EscrowConditions(
      feePayer: payer, inspectionSeconds: 7 * 86_400, revisionsMax: 2, isReturnedByTimer: false)
  }

  private static func message(_ world: World, _ job: PayLytServer.Job) -> PayLytAPI.Job {
    let steps = world.store.rows(JobMilestone.self).filter { $0.job == job.id }
    return PayLytAPI.Job(JobView(job: job, milestones: steps, escrowState: nil))
  }

  @Test(
    "what each side reads before they agree is what they pay and get",
    arguments: [
      // who bears it, the fees -> what the client pays, what the freelancer gets, of 100 000 sats
      (PayLytServer.FeePayer.client, FeeRates.fixture, Int64(102_500_000), Int64(100_000_000)),
      (.freelancer, .fixture, 100_000_000, 97_500_000),
      (.split, .fixture, 101_250_000, 98_750_000),
      (.client, .dearer, 111_000_000, 100_000_000),
      (.freelancer, .dearer, 100_000_000, 89_000_000),
      (.split, .dearer, 105_500_000, 94_500_000),
    ])
  func agreed(payer: PayLytServer.FeePayer, fees: FeeRates, pays: Int64, gets: Int64) throws {
    let world = World()
    let job = try world.job(JobTerms.fixture.with(Self.conditions(payer), fees: fees))
    let read = Self.message(world, job)
    #expect(read.fees?.version == fees.version && read.fees?.basisPoints == fees.basisPoints)
    #expect(read.fees?.fixed == .msat(fees.fixedMsat) && read.fees?.max == nil)
    #expect(read.clientPays == .msat(pays) && read.freelancerGets == .msat(gets))
    let id = try #require(try world.accept(job).job.escrow)
    let escrow = world.held(id).escrow
    #expect(escrow.terms.fees == job.feeTerms && escrow.dueMsat == pays)
    try world.pay(try world.invoice(for: escrow))
    try world.store.carryOut(ReleaseEscrow(caller: .client, request: nil, escrow: id))
    let wallet = AccountID(of: .entity(2), kind: .wallet, asset: .btc)
    #expect(world.store.balance(wallet) == gets)
    #expect(world.store.discrepancies.isEmpty)
  }

  @Test("the highest fee and the smallest price leave nobody with less than nothing")
  func extremes() {
    let rates = FeeRates(
      version: 1, basisPoints: 1000, fixedMsat: .max / 2, minMsat: .max / 2, maxMsat: .max)
    for payer in PayLytServer.FeePayer.allCases {
      let fees = FeeTerms(rates: rates, payer: payer)
      for work in [Int64(0), 1, 1_000, EscrowLimits.amountSatsMax * 1000] {
        #expect(fees.freelancerGets(for: work) >= 0)
        #expect(fees.clientPays(for: work) - fees.freelancerGets(for: work) == fees.total(of: work))
      }
    }
  }

  @Test("terms that become others take the fees of that moment; what leaves them alone does not")
  func edited() throws {
    let world = World()
    let job = try world.store.carryOut(
      CreateJob(
        caller: .client, request: nil, client: .entity(1), terms: .fixture, local: .fixture,
        isDraft: true)
    ).job
    func update(_ changes: UpdateJob.Changes) throws -> PayLytServer.Job {
      try world.store.carryOut(
        UpdateJob(
          caller: .client, request: nil, job: job.id, changes: changes, fees: .dearer)
      ).job
    }
    let same = try update(.init(title: job.title, requiresApplication: true))
    #expect(same.fees == .fixture && same.termsSHA256 == job.termsSHA256)
    #expect(same.termsVersion == 1 && same.requiresApplication)
    // Offering it changes nothing of what it says.
    let published = try world.store.carryOut(
      PublishJob(caller: .client, request: nil, job: job.id)
    ).job
    #expect(published.fees == .fixture && published.termsSHA256 == job.termsSHA256)
    let other = try update(.init(title: "Another"))
    #expect(other.fees == .dearer && other.termsVersion == 2)
    // The words are the old ones again, the fees are not: these are other terms.
    let back = try update(.init(title: job.title))
    #expect(back.fees == .dearer && back.termsSHA256 != job.termsSHA256)
    #expect(throws: JobError.termsChanged) { try back.check(.init(sha256: job.termsSHA256)) }
  }

  @Test(
    "each edit of a step takes the fees of that moment",
    arguments: [
      EditMilestone.Edit.add(.init(title: "More", amountMsat: 1_000)),
      .update(1, .init(title: "Design", amountMsat: 59_000_000)), .remove(2),
    ])
  func repriced(edit: EditMilestone.Edit) throws {
    let world = World()
    let job = try world.job()
    let view = try world.store.carryOut(
      EditMilestone(caller: .client, request: nil, job: job.id, edit: edit, fees: .dearer))
    #expect(view.job.fees == .dearer)
    #expect(throws: JobError.termsChanged) { _ = try world.accept(job) }
    let id = try #require(try world.accept(view.job).job.escrow)
    #expect(world.held(id).escrow.terms.fees.rates == .dearer)
  }

  @Test("a job that opens again is offered under the fees that it had")
  func reopened() throws {
    let world = World()
    let job = try world.job(JobTerms.fixture.with(Self.conditions(.split), fees: .dearer))
    _ = try world.accept(job)
    let open = try world.store.carryOut(
      DeclineJob(caller: .client, request: nil, job: job.id, reason: "x")
    ).job
    #expect(open.fees == .dearer && open.termsSHA256 == job.termsSHA256)
    let id = try #require(try world.accept(open, as: .entity(3)).job.escrow)
    #expect(world.held(id).escrow.dueMsat == 105_500_000)
  }

  @Test("whoever applied under other fees is not taken before they accept these")
  func applied() throws {
    let world = World()
    let job = try world.store.carryOut(
      CreateJob(
        caller: .client, request: nil, client: .entity(1), terms: .fixture, local: .fixture,
        requiresApplication: true)
    ).job
    let own = try world.store.carryOut(
      ApplyToJob(
        caller: .freelancer, request: nil, job: job.id, freelancer: .entity(2), proposal: "me",
        agreement: .init(sha256: job.termsSHA256)))
    for title in ["Another", job.title] {
      try world.store.carryOut(
        UpdateJob(
          caller: .client, request: nil, job: job.id, changes: .init(title: title),
          fees: .dearer))
    }
    let accept = AcceptApplication(
      caller: .client, request: nil, job: job.id, application: own.id)
    #expect(throws: JobError.termsChanged) { try world.store.carryOut(accept) }
    let now = try #require(world.store.row(PayLytServer.Job.self, job.id))
    _ = try world.accept(now)
    let id = try #require(try world.store.carryOut(accept).job.escrow)
    #expect(world.held(id).escrow.terms.fees.rates == .dearer)
  }

  /// Each freelancer reads, and accepts what they have read, again when it has changed meanwhile.
  @Test("while fees and prices change all the time, everybody gets what they have read")
  func race() async throws {
    try await withNodes(2) { conninfo, nodes in
      let admin = try await nodes[0].admin(on: conninfo)
      let client = try await nodes[1].register("ada", roles: [.client])
      let names = try await Self.jobs(6, of: client, conninfo, nodes[0])
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          for points in Int32(1)...12 { try await Self.set(points, admin, nodes[0]) }
        }
        group.addTask {
          for number in Int64(1)...12 {
            try await Self.reprice(names, to: number, client, nodes[1])
          }
        }
        for (index, name) in names.enumerated() {
          group.addTask { try await Self.accept(name, nodes[index % 2]) }
        }
        try await group.waitForAll()
      }
    }
  }

  private static func jobs(
    _ count: Int, of client: Guest, _ conninfo: String, _ node: Node
  ) async throws -> [String] {
    try await withEngine(conninfo) { engine in
      let terms = JobTerms(
        title: "Job", description: "x", steps: [.init(title: "All", amountMsat: 1_000_000)],
        deadline: SystemClock().now().adding(seconds: 86_400), conditions: conditions(.client),
        fees: .fixture)
      for _ in 0..<count {
        try await engine.commit(
          CreateJob(
            caller: .user(client.id, [.client]), request: nil, client: client.id, terms: terms,
            local: .fixture))
      }
    }
    let answer = try await JobServiceClient(node.channel).listJobs(
      ListJobsRequest(mine: true), options: client.options)
    #expect(answer.jobs.count == count)
    return answer.jobs.map(\.name)
  }

  private static func set(_ points: Int32, _ admin: Guest, _ node: Node) async throws {
    _ = try await EscrowServiceClient(node.channel).setFeeSchedule(
      SetFeeScheduleRequest(
        requestID: "\(UUID.random())", basisPoints: points, fixed: .msat(0), min: .msat(0)),
      options: admin.options)
  }

  /// Those that somebody has taken meanwhile are no longer the client's to change.
  private static func reprice(
    _ names: [String], to number: Int64, _ client: Guest, _ node: Node
  ) async throws {
    for name in names {
      do {
        _ = try await JobServiceClient(node.channel).updateMilestone(
          UpdateMilestoneRequest(
            requestID: "\(UUID.random())", name: "\(name)/milestones/1",
            milestone: MilestoneTerms(title: "All", amount: .msat(1_000_000 + number * 1000))),
          options: client.options)
      } catch {
        guard error.errorInfo?.reason == "JOB_NOT_EDITABLE" else { throw error }
      }
    }
  }

  private static func accept(_ name: String, _ node: Node) async throws {
    let guest = try await node.register("ben", roles: [.freelancer])
    let jobs = JobServiceClient(node.channel)
    // Not more often than the terms change.
    for _ in 0...12 {
      let read = try await jobs.getJob(GetJobRequest(name: name), options: guest.options)
      do {
        let taken = try await jobs.acceptTerms(
          AcceptTermsRequest(
            requestID: "\(UUID.random())", name: name, termsSha256: read.termsSha256),
          options: guest.options)
        let escrow = try await EscrowServiceClient(node.channel).getEscrow(
          GetEscrowRequest(name: taken.escrow), options: guest.options)
        #expect(escrow.amount == read.amount && escrow.due == read.clientPays)
        #expect(escrow.fees?.version == read.fees?.version)
        #expect(taken.freelancerGets == read.amount)
        return
      } catch {
        guard error.errorInfo?.reason == "TERMS_CHANGED" else { throw error }
      }
    }
    Issue.record("\(name) has changed more often than it was changed")
  }
}
