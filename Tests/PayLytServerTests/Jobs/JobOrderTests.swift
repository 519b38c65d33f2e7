import PayLytAPI
import StandardAPI
import Testing

@testable import PayLytServer

@Suite("The order of lists of jobs")
struct JobOrderTests {
  /// As requests name them.
  static func orders(mine: Bool) -> [String] {
    JobStatements.list.orders(of: mine ? .own : .open).map { order in
      "\(order.field ?? "create_time")\(order.isDescending ? " desc" : "")"
    }
  }

  @Test("both lists come by time and by deadline, open jobs by amount, too")
  func all() {
    let own = ["create_time", "create_time desc", "deadline", "deadline desc"]
    #expect(Self.orders(mine: true) == own)
    #expect(Self.orders(mine: false) == own + ["amount", "amount desc"])
  }

  @Test(
    "each order shows every job once, alike ones by their ids, whatever the pages",
    .timeLimit(.minutes(5)))
  func pages() async throws {
    try await withEngine { engine in
      for user in [UInt64(1), 2] { try await engine.commit(PutRow(row: User.fixture(user))) }
      // Three deadlines and four amounts, most of them twice.
      var places: [UUID: (deadline: Int, amount: Int)] = [:]
      for number in 0..<9 {
        let terms = JobTerms(
          title: "Job \(number)", description: "x",
          steps: [.init(title: "All", amountMsat: Int64(number % 4 + 1) * 1000)],
          deadline: Timestamp.start.adding(seconds: Int64(10_000_000_000 + number % 3)),
          conditions: .fixture, fees: .fixture)
        let job = try await engine.carryOut(
          CreateJob(
            caller: .client, request: nil, client: .entity(1), terms: terms, local: .fixture))
        places[job.job.id] = (number % 3, number % 4)
      }
      for mine in [false, true] {
        for order in Self.orders(mine: mine) {
          let search = try ListSearch(
            JobStatements.list, of: mine ? .one(.entity(1)) : .everybody,
            part: mine ? .own : .open, filter: "", orderBy: order)
          let (ids, _) = try await ListSearchTests.all(search, size: 2, in: engine)
          func key(_ id: UUID) -> (Int, UUID) {
            switch search.order.field {
            case "deadline": (places[id]?.deadline ?? 0, id)
            case "amount": (places[id]?.amount ?? 0, id)
            default: (0, id)
            }
          }
          let sorted = places.keys.sorted {
            search.order.isDescending ? key($0) > key($1) : key($0) < key($1)
          }
          #expect(ids.count == 9 && ids == sorted, "\(order) \(mine)")
        }
      }
      #expect(engine.bugs.isEmpty)
    }
  }

  @Test(
    "an order is a field that an index serves",
    arguments: [
      ("", ListPart.open, nil, true), ("deadline", .own, "deadline", false),
      ("amount desc", .open, "amount", true), ("create_time", .own, nil, false),
    ])
  func read(text: String, part: ListPart, field: String?, isDescending: Bool) throws {
    #expect(
      try JobStatements.list.order(text, of: part, newestFirst: true)
        == ListOrder(field: field, isDescending: isDescending))
  }

  @Test(
    "anything else is refused by its field",
    arguments: [
      ("title", false), ("deadline asc", false), ("deadline desc desc", false), (" ", false),
      ("amount", true), ("deadline, amount", false),
    ])
  func refused(text: String, mine: Bool) {
    let refusal = #expect(throws: Refusal.self) {
      try JobStatements.list.order(text, of: mine ? .own : .open, newestFirst: true)
    }
    #expect(refusal?.field == "order_by" && refusal?.code == .invalidArgument)
  }
}

@Suite("A job without milestones")
struct WholeJobTests {
  private func request(
    title: String = "Logo", amount: PayLytAPI.Money?, _ steps: [Int64] = []
  ) -> CreateJobRequest {
    CreateJobRequest(
      title: title, description: "x",
      milestones: steps.map { MilestoneTerms(title: "Step", amount: .msat($0)) },
      deadline: ProtoTimestamp(seconds: 2_000_000_000), amount: amount)
  }

  @Test("its amount is its one milestone, with the job's title on one line")
  func whole() throws {
    let terms = try JobTerms(request(title: "A\nlogo", amount: .msat(7_000)), fees: .fixture)
    #expect(terms.steps == [.init(title: "A logo", amountMsat: 7_000)])
    #expect(terms.amountMsat == 7_000)
  }

  @Test("an amount beside milestones is their sum")
  func sum() throws {
    let both = try JobTerms(request(amount: .msat(3_000), [1_000, 2_000]), fees: .fixture)
    #expect(both.amountMsat == 3_000)
    let steps = try JobTerms(request(amount: nil, [1_000, 2_000]), fees: .fixture)
    #expect(steps.steps.count == 2)
  }

  @Test(
    "what has no price, or two of them, is refused by its field",
    arguments: [
      (nil, [], "milestones"), (PayLytAPI.Money.msat(0), [], "amount.units"),
      (.msat(-1_000), [], "amount.units"), (.msat(1), [], "amount.units"),
      (PayLytAPI.Money(asset: "NGN", units: 1_000), [], "amount.asset"),
      (.msat(2_000), [Int64(1_000)], "amount"),
      (PayLytAPI.Money(asset: "NGN", units: 1_000), [1_000], "amount"),
    ])
  func refused(amount: PayLytAPI.Money?, steps: [Int64], field: String) {
    let refusal = #expect(throws: Refusal.self) {
      try JobTerms(request(amount: amount, steps), fees: .fixture)
    }
    #expect(refusal?.field == field && refusal?.code == .invalidArgument)
  }
}
