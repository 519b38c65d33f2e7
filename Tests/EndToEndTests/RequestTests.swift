import EndToEndSupport
import PayLytAPI
import PayLytRPC
import StandardAPI
import Testing

extension EndToEnd.OneServer {
  /// What a request may say, and what happens when it says it twice.
  @Suite("Requests")
  struct RequestTests {
    // MARK: Illegal moves

    @Test("a move that the state forbids is refused with its reason, and changes nothing")
    func illegalMoves() async throws {
      let deployment = try Deployment.shared
      let fresh = try await Deal.accepted(on: deployment)
      for move in [
        { _ = try await fresh.release(1) }, { _ = try await fresh.releaseAll() },
        { _ = try await fresh.refund(by: fresh.freelancer) }, { _ = try await fresh.submit(1) },
      ] as [() async throws -> Void] {
        try await isIllegal(move)
      }
      #expect(try await fresh.read().version == 1)

      let held = try await Deal.funded(on: deployment)
      try await isIllegal { _ = try await held.cancel() }
      try await isIllegal { _ = try await held.fund() }
      try await held.submit(1)
      try await isIllegal { _ = try await held.submit(1) }
      try await held.release(1)
      try await isIllegal { _ = try await held.release(1) }
      try await isIllegal { _ = try await held.submit(1) }

      try await held.releaseAll()
      let before = try await held.read()
      for move in [
        { _ = try await held.releaseAll() }, { _ = try await held.release(2) },
        { _ = try await held.refund(by: held.freelancer) }, { _ = try await held.cancel() },
        { _ = try await held.fund() }, { _ = try await held.submit(2) },
      ] as [() async throws -> Void] {
        try await isIllegal(move)
      }
      #expect(try await held.read() == before)
    }

    private func isIllegal(
      _ move: () async throws -> Void, at place: SourceLocation = #_sourceLocation
    ) async throws {
      let error = try await refusal(of: move)
      #expect(error.code == .failedPrecondition, "\(error)", sourceLocation: place)
      #expect(error.reason == "ILLEGAL_TRANSITION", sourceLocation: place)
    }

    @Test("a job is taken once, by somebody else than its client, on the terms that they read")
    func terms() async throws {
      let deployment = try Deployment.shared
      let channel = try deployment.server.channel()
      let both = try await Person.register([.client, .freelancer], on: channel)
      let posted = try await both.jobs.createJob(
        Deal.jobRequest(sats: [5_000]), options: both.options)
      func accept(_ person: Person, _ terms: [UInt8]) async throws -> Job {
        try await person.jobs.acceptTerms(
          .init(requestID: RequestID.new(), name: posted.name, termsSha256: terms),
          options: person.options)
      }
      let own = try await refusal { try await accept(both, posted.termsSha256) }
      #expect(own.reason == "OWN_JOB")
      let freelancer = try await Person.register([.freelancer], on: channel)
      let other = try await refusal {
        try await accept(freelancer, [UInt8](repeating: 7, count: 32))
      }
      #expect(other.code == .failedPrecondition)
      #expect(other.reason == "TERMS_CHANGED")
      _ = try await accept(freelancer, posted.termsSha256)
      let late = try await refusal { try await accept(freelancer, posted.termsSha256) }
      #expect(late.reason == "JOB_NOT_OPEN")
      let withdrawn = try await refusal {
        try await both.jobs.cancelJob(
          .init(requestID: RequestID.new(), name: posted.name), options: both.options)
      }
      #expect(withdrawn.reason == "JOB_NOT_OPEN")
    }

    // MARK: Twice

    @Test("the same request again gets the same answer, marked, and does nothing twice")
    func replay() async throws {
      let deal = try await Deal.funded(on: try Deployment.shared)
      let request = ReleaseMilestoneRequest(requestID: RequestID.new(), name: deal.milestone(1))
      let answers = try await withThrowingTaskGroup(of: UnaryResponse<Escrow>.self) { group in
        for _ in 0..<8 {
          group.addTask {
            try await deal.client.channel.unary(
              EscrowServiceMethods.releaseMilestone, request, deal.client.options)
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers.allSatisfy { $0.message == answers.first?.message })
      let marked = answers.filter { $0.initialMetadata["paylyt-idempotent-replayed"] == "true" }
      #expect(marked.count == 7)
      #expect(try await deal.freelancer.balanceMsat() == 19_500_000)
    }

    @Test("the same request id with another content is refused")
    func otherContent() async throws {
      let deal = try await Deal.funded(on: try Deployment.shared)
      let id = RequestID.new()
      try await deal.release(1, requestID: id)
      let error = try await refusal { try await deal.release(2, requestID: id) }
      #expect(error.code == .alreadyExists)
      #expect(error.reason == "IDEMPOTENCY_KEY_REUSED")
      #expect(try await deal.read().milestones.map(\.state) == [.released, .funded])
    }

    @Test("request ids of two users have nothing to do with each other")
    func idsOfOthers() async throws {
      let channel = try Deployment.shared.server.channel()
      var request = Deal.jobRequest(sats: [1_000])
      request.requestID = RequestID.new()
      let first = try await Person.register([.client], on: channel)
      let second = try await Person.register([.client], on: channel)
      let one = try await first.jobs.createJob(request, options: first.options)
      let two = try await second.jobs.createJob(request, options: second.options)
      #expect(one.name != two.name)
      #expect(two.client == second.name)
    }

    // MARK: Fields

    @Test("a field that is out of range is refused by its name")
    func fields() async throws {
      let client = try await Person.register(
        [.client, .freelancer], on: try Deployment.shared.server.channel())
      func job(_ change: (inout CreateJobRequest) -> Void) -> CreateJobRequest {
        var request = Deal.jobRequest(sats: [1_000])
        change(&request)
        return request
      }
      func amount(_ money: Money?) -> CreateJobRequest {
        job { $0.milestones[0].amount = money }
      }
      let table: [(CreateJobRequest, String)] = [
        (job { $0.requestID = "" }, "request_id"),
        (job { $0.requestID = "not-a-uuid" }, "request_id"),
        (job { $0.title = "" }, "title"),
        (job { $0.title = "  \n " }, "title"),
        (job { $0.title = String(repeating: "x", count: 201) }, "title"),
        (job { $0.description = "" }, "description"),
        (job { $0.milestones = [] }, "milestones"),
        (job { $0.milestones = Array(repeating: $0.milestones[0], count: 51) }, "milestones"),
        (job { $0.milestones[0].title = "" }, "milestones[0].title"),
        (job { $0.localCurrency = "BTC" }, "local_currency"),
        (job { $0.localCurrency = "XXX" }, "local_currency"),
        (job { $0.deadline = nil }, "deadline"),
        (job { $0.deadline = ProtoTimestamp(seconds: 1) }, "deadline"),
        (job { $0.deadline?.nanos = -1 }, "deadline"),
        (job { $0.deadline?.seconds = .max }, "deadline"),
        (amount(nil), "milestones[0].amount"),
        (amount(.sats(0)), "milestones[0].amount.units"),
        (amount(.sats(-1)), "milestones[0].amount.units"),
        (amount(Money(asset: "BTC", units: 1_001)), "milestones[0].amount.units"),
        (amount(Money(asset: "BTC", units: .max)), "milestones[0].amount.units"),
        (amount(Money(asset: "BTC", units: .min)), "milestones[0].amount.units"),
        (amount(.sats(20_000_001)), "milestones[0].amount.units"),
        (amount(Money(asset: "USD", units: 1_000)), "milestones[0].amount.asset"),
        (
          job {
            $0.milestones = Array(
              repeating: MilestoneTerms(title: "Much", amount: .sats(15_000_000)), count: 2)
          }, "milestones"
        ),
      ]
      for (request, field) in table {
        let error = try await refusal {
          try await client.jobs.createJob(request, options: client.options)
        }
        #expect(error.code == .invalidArgument, "\(field): \(error)")
        #expect(error.fields == [field], "\(error)")
        #expect(error.reason == "INVALID_FIELD")
      }
    }

    @Test("an enum value that nobody knows is refused by its place")
    func enums() async throws {
      let channel = try Deployment.shared.server.channel()
      for role in [Role.unspecified, .admin, Role(rawValue: 4_711)] {
        let error = try await refusal {
          try await Person.register([.client, role], on: channel)
        }
        #expect(error.code == .invalidArgument)
        #expect(error.fields == ["roles[1]"])
      }
    }

    @Test(
      "a name of another form is refused",
      arguments: [
        "", "escrows", "escrows/", "escrows/1", "jobs/01890a5d-ac96-774b-bcce-b302099a8000",
        "escrows/01890a5d-ac96-774b-bcce-b302099a80",
        "escrows/01890a5d-ac96-774b-bcce-b302099a8000/", "escrows/'; DROP TABLE escrow; --",
      ])
    func names(name: String) async throws {
      let client = try await Person.register(
        [.client], on: try Deployment.shared.server.channel())
      let error = try await refusal {
        try await client.escrows.getEscrow(.init(name: name), options: client.options)
      }
      #expect(error.code == .invalidArgument)
      #expect(error.fields == ["name"])
    }

    @Test(
      "what nothing is called is not there, whether or not an id of ours could look so",
      arguments: ["8000", "8057"])
    func unknown(end: String) async throws {
      let client = try await Person.register(
        [.client], on: try Deployment.shared.server.channel())
      let error = try await refusal {
        try await client.escrows.getEscrow(
          .init(name: "escrows/01890a5d-ac96-774b-bcce-b302099a\(end)"), options: client.options)
      }
      #expect(error.code == .notFound && error.reason == "NOT_FOUND")
    }

    @Test("amounts and addresses of payouts are refused by their fields")
    func payouts() async throws {
      let person = try await Person.register(
        [.freelancer], on: try Deployment.shared.server.channel())
      let good = CreatePayoutRequest(
        requestID: RequestID.new(), amount: .sats(10), lightningAddress: "ada@example.com")
      func with(_ change: (inout CreatePayoutRequest) -> Void) -> CreatePayoutRequest {
        var request = good
        change(&request)
        return request
      }
      let table: [(CreatePayoutRequest, String)] = [
        (with { $0.requestID = "x" }, "request_id"),
        (with { $0.amount = nil }, "amount"),
        (with { $0.amount = .sats(0) }, "amount.units"),
        (with { $0.amount = .sats(-5) }, "amount.units"),
        (with { $0.amount = Money(asset: "BTC", units: .max) }, "amount.units"),
        (with { $0.lightningAddress = "" }, "lightning_address"),
        (with { $0.lightningAddress = "ada" }, "lightning_address"),
        (with { $0.lightningAddress = "a b@example.com" }, "lightning_address"),
        (
          with { $0.lightningAddress = String(repeating: "a", count: 10_000) + "@example.com" },
          "lightning_address"
        ),
        (with { $0.feeLimit = .sats(-1) }, "fee_limit.units"),
        (with { $0.feeLimit = Money(asset: "EUR", units: 1) }, "fee_limit.asset"),
      ]
      for (request, field) in table {
        let error = try await refusal {
          try await person.payouts.createPayout(request, options: person.options)
        }
        #expect(error.code == .invalidArgument, "\(field): \(error)")
        #expect(error.fields == [field], "\(error)")
      }
    }

    // MARK: Pages

    @Test("a list comes in pages; a page token is good for its own list only")
    func pages() async throws {
      let client = try await Person.register(
        [.client], on: try Deployment.shared.server.channel())
      var posted: [String] = []
      for _ in 0..<5 {
        let job = try await client.jobs.createJob(
          Deal.jobRequest(sats: [1_000]), options: client.options)
        posted.insert(job.name, at: 0)
      }
      var seen: [String] = []
      var token = ""
      var pages = 0
      repeat {
        let page = try await client.jobs.listJobs(
          .init(pageSize: 2, pageToken: token, mine: true), options: client.options)
        seen += page.jobs.map(\.name)
        token = page.nextPageToken
        pages += 1
        if pages == 1 {
          let error = try await refusal {
            try await client.jobs.listJobs(
              .init(pageSize: 2, pageToken: token), options: client.options)
          }
          #expect(error.code == .invalidArgument)
          #expect(error.reason == "BAD_PAGE_TOKEN")
        }
      } while !token.isEmpty && pages < 10
      #expect(seen == posted)
      #expect(pages == 3)
      let error = try await refusal {
        try await client.jobs.listJobs(.init(pageSize: -1), options: client.options)
      }
      #expect(error.fields == ["page_size"])
    }
  }
}
