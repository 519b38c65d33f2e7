import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("The commit engine on PostgreSQL")
struct CommitterTests {
  private static let ada = AccountID(of: .entity(1), kind: .wallet, asset: .btc)
  private static let ben = AccountID(of: .entity(2), kind: .wallet, asset: .btc)

  @Test("a command that returned is durable, with its journal row")
  func one() async throws {
    try await withEngine { engine in
      let outcome = try await engine.commit(
        PostAll.paying(500, to: 1, request: .fixture(1)))
      #expect(!outcome.isReplay && !outcome.bytes.isEmpty)
      try await #expect(engine.balance(Self.ada) == 500)
      try await #expect(engine.count(EngineStatements.transfers) == 1)
      try await #expect(engine.count(EngineStatements.journalRows) == 1)
      try await #expect(engine.discrepancies() == 0)
    }
  }

  @Test("commands that come together share commits, and each one counts")
  func batches() async throws {
    try await withEngine { engine in
      let commands = (0..<600).map { PostAll.paying(1, to: UInt64($0 % 7 + 1)) }
      for result in await engine.commitAll(commands) {
        #expect(throws: Never.self) { try result.get() }
      }
      try await #expect(engine.count(EngineStatements.journalRows) == 600)
      try await #expect(engine.count(EngineStatements.batches) <= 20)
      try await #expect(
        engine.balance(.platform(.providerFloat, asset: .btc, stripe: 0)) == 600)
      try await #expect(engine.discrepancies() == 0)
    }
  }

  /// Of each five: three pay in, one spends what is there, one spends what never was.
  @Test("a refused command in the middle of a batch hurts nobody")
  func refused() async throws {
    try await withEngine { engine in
      let commands = (0..<200).map { index in
        switch index % 5 {
        case 3: PostAll.paying(1, from: 1, to: 2, request: .fixture(UInt64(index)))
        case 4: PostAll.paying(1_000_000, from: 1, to: 2, request: .fixture(UInt64(index)))
        default: PostAll.paying(1, to: 1, request: .fixture(UInt64(index)))
        }
      }
      let results = await engine.commitAll(commands)
      for (index, result) in results.enumerated() {
        if index % 5 == 4 {
          let refusal = #expect(throws: Refusal.self) { try result.get() }
          #expect(refusal?.reason == "INSUFFICIENT_FUNDS")
        } else {
          #expect(throws: Never.self) { try result.get() }
        }
      }
      try await #expect(engine.balance(Self.ada) == 80)
      try await #expect(engine.balance(Self.ben) == 40)
      try await #expect(engine.count(EngineStatements.transfers) == 160)
      try await #expect(engine.discrepancies() == 0)
      #expect(engine.bugs.isEmpty)
    }
  }

  @Test(
    "a row that the schema refuses, or that exists, fails alone and is reported",
    arguments: [
      true, false,
    ])
  func offender(isUnique: Bool) async throws {
    try await withEngine { engine in
      try await engine.commit(PutRow(row: User.fixture(1)))
      let overdrawn = Account(id: Self.ben, kind: .wallet, asset: .btc, debits: 5, credits: 4)
      let results = try await engine.inOneBatch {
        let before = (0..<20).map { _ in engine.start(PostAll.paying(1, to: 1)) }
        let offender =
          isUnique
          ? engine.start(PutRow(row: User.fixture(9, email: User.fixture(1).email)))
          : engine.start(PutRow(row: overdrawn))
        return before + [offender] + (0..<20).map { _ in engine.start(PostAll.paying(1, to: 1)) }
      }
      for (index, result) in results.enumerated() {
        if index == 20 {
          #expect(throws: CommitError.internalError) { try result.get() }
        } else {
          #expect(throws: Never.self) { try result.get() }
        }
      }
      try await #expect(engine.balance(Self.ada) == 40)
      #expect(engine.bugs.count == 1)
      try await #expect(engine.discrepancies() == 0)
    }
  }

  @Test(
    "a database that cannot is away for now, and that is no bug of ours",
    arguments: ["53100", "53200", "53300", "57P01", "58030", "25006"])
  func outage(code: String) async throws {
    try await withEngine(statements: Outage.all.map(\.definition)) { engine in
      for statement in Outage.all {
        try await engine.database.transaction { transaction in
          try await transaction.run([statement.bind()])
          try await transaction.commit()
        }
      }
      let results = try await engine.inOneBatch {
        [
          engine.start(PostAll.paying(1, to: 1)),
          engine.start(PutRow(row: User.fixture(1, email: code))),
        ]
      }
      for result in results {
        #expect(throws: CommitError.unavailable) { try result.get() }
      }
      #expect(engine.bugs.isEmpty)
      try await #expect(engine.balance(Self.ada) == 0)
      try await engine.commit(PostAll.paying(1, to: 1))
      try await #expect(engine.balance(Self.ada) == 1)
    }
  }

  /// A table that fails as its row says.
  private enum Outage {
    static let function = Statement<Void>(
      "test_outage_function",
      """
      CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
      $$BEGIN RAISE EXCEPTION 'out of order' USING ERRCODE = NEW.email; END$$
      """, parameters: [])
    static let trigger = Statement<Void>(
      "test_outage_trigger",
      "CREATE TRIGGER fail BEFORE INSERT ON app_user FOR EACH ROW EXECUTE FUNCTION fail()",
      parameters: [])
    static let all = [function, trigger]
  }

  @Test("a race for a unique row is run again, however often others failed the batch before")
  func lateRace() async throws {
    try await withEngine(statements: Races.all.map(\.definition)) { engine in
      for statement in Races.all {
        try await engine.database.transaction { transaction in
          try await transaction.run([statement.bind()])
          try await transaction.commit()
        }
      }
      try await engine.commit(PutRow(row: User.fixture(1)))
      #expect(engine.bugs.isEmpty)
      try await #expect(engine.fetch(User.self, by: "id", .uuid(User.fixture(1).id)).count == 1)
    }
  }

  /// A table whose first runs lose: four to deadlocks and the like, three to another's insert.
  private enum Races {
    static let runs = Statement<Void>("test_races_runs", "CREATE SEQUENCE runs", parameters: [])
    static let function = Statement<Void>(
      "test_races_function",
      """
      CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS
      $$DECLARE run bigint := nextval('runs'); BEGIN
      IF run <= 4 THEN RAISE EXCEPTION 'lost' USING ERRCODE = '40001'; END IF;
      IF run <= 7 THEN RAISE EXCEPTION 'lost' USING ERRCODE = '23505'; END IF;
      RETURN NEW;
      END$$
      """, parameters: [])
    static let trigger = Statement<Void>(
      "test_races_trigger",
      "CREATE TRIGGER lose BEFORE INSERT ON app_user FOR EACH ROW EXECUTE FUNCTION lose()",
      parameters: [])
    static let all = [runs, function, trigger]
  }

  @Test("a decision that throws what nobody can act on is a bug of ours and leaves nothing")
  func broken() async throws {
    try await withEngine { engine in
      let results = try await engine.inOneBatch {
        [
          engine.start(PostAll.paying(1, to: 1)), engine.start(Broken()),
          engine.start(PostAll.paying(1, to: 1)),
        ]
      }
      #expect(throws: CommitError.internalError) { try results[1].get() }
      #expect(throws: Never.self) { try results[0].get() }
      #expect(throws: Never.self) { try results[2].get() }
      try await #expect(engine.balance(Self.ada) == 2)
      #expect(engine.bugs.count == 1)
    }
  }

  @Test("a command sees what the ones before it in the same batch did")
  func order() async throws {
    try await withEngine { engine in
      let results = try await engine.inOneBatch {
        [
          engine.start(PostAll.paying(5, from: 1, to: 2)), engine.start(PostAll.paying(5, to: 1)),
          engine.start(PostAll.paying(5, from: 1, to: 2)),
          engine.start(PostAll.paying(1, from: 1, to: 2)),
        ]
      }
      let accepted = results.map { (try? $0.get()) != nil }
      #expect(accepted == [false, true, true, false])
      try await #expect(engine.balance(Self.ben) == 5)
    }
  }

  /// The provider was so fast that the payment of an invoice shares a batch with the invoice.
  @Test("a payment in the batch that records its invoice is applied")
  func paymentBesideInvoice() async throws {
    try await withEngine { real in
      // At the time of the world, in which the escrow can still be paid.
      let engine = Engine(real.database, stripe: 0, clock: ManualClock(step: 1))
      let world = World()
      let escrow = try world.escrow(in: .created).escrow
      try await engine.copy(world.store)
      let made = world.made(for: escrow)
      let before = try await engine.count(EngineStatements.moments)
      let results = try await engine.inOneBatch {
        [
          engine.start(
            FundEscrow(caller: .client, request: nil, escrow: escrow.id, made: made)),
          engine.start(
            ReceivePayment(
              caller: .system("webhooks"), paymentHash: made.paymentHash,
              paidMsat: made.amountMsat, event: nil)),
        ]
      }
      for result in results { #expect(throws: Never.self) { try result.get() } }
      try await #expect(engine.balance(escrow.account) == escrow.amountMsat)
      // Reading the invoice may have taken long: the payment is decided on at its own time. Two
      // more are those of what the batch waited for.
      let moments = try await engine.count(EngineStatements.moments) - before
      #expect(moments == 4)
      try await #expect(engine.discrepancies() == 0)
    }
  }

  @Test("a command whose deadline passed before its batch does nothing")
  func deadline() async throws {
    try await withEngine { engine in
      let results = try await engine.inOneBatch {
        [
          engine.start(PostAll.paying(1, to: 1), deadline: Deadline(after: .zero)),
          engine.start(PostAll.paying(1, to: 1), deadline: Deadline(after: .seconds(60))),
          engine.start(PostAll.paying(1, to: 1), deadline: Deadline(after: .milliseconds(-5))),
        ]
      }
      #expect(throws: CommitError.deadlineExceeded) { try results[0].get() }
      #expect(throws: Never.self) { try results[1].get() }
      #expect(throws: CommitError.deadlineExceeded) { try results[2].get() }
      try await #expect(engine.balance(Self.ada) == 1)
    }
  }

  @Test("more commands than may wait are refused at once, and the others are carried out")
  func overload() async throws {
    try await withEngine { engine in
      let count = CommitLimits.queueMax + 10
      let results = try await engine.inOneBatch {
        (0..<count).map { _ in engine.start(PostAll.paying(1, to: 1)) }
      }
      for (index, result) in results.enumerated() {
        if index < CommitLimits.queueMax {
          #expect(throws: Never.self) { try result.get() }
        } else {
          #expect(throws: CommitError.overloaded) { try result.get() }
        }
      }
      try await #expect(engine.balance(Self.ada) == Int64(CommitLimits.queueMax))
      try await #expect(engine.discrepancies() == 0)
    }
  }

  @Test("two servers that move the same money both way lose nothing")
  func twoServers() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo, stripe: 0) { first in
      for user in UInt64(1)...4 { try await first.commit(PostAll.paying(1000, to: user)) }
      try await withEngine(conninfo, stripe: 1) { second in
        async let some = first.commitAll(Self.shuffled(seed: 1))
        async let others = second.commitAll(Self.shuffled(seed: 2))
        for result in await some + others { #expect(throws: Never.self) { try result.get() } }
      }
      var total: Int64 = 0
      for user in UInt64(1)...4 {
        total += try await first.balance(
          AccountID(of: .entity(user), kind: .wallet, asset: .btc))
      }
      #expect(total == 4000)
      try await #expect(first.discrepancies() == 0)
    }
  }

  private static func shuffled(seed: UInt64) -> [PostAll] {
    var random = SeededRandom(seed: seed)
    return (0..<200).map { _ in
      let pair = (UInt64(1)...4).shuffled(using: &random)
      return PostAll.paying(1, from: pair[0], to: pair[1])
    }
  }
}
