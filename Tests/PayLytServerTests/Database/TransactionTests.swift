import PayLytRPC
import Testing

@testable import PayLytServer

/// A table of accounts, as small as one can be.
enum Bank {
  static let schema = """
    CREATE TABLE account (
      id int8 PRIMARY KEY, balance int8 NOT NULL CONSTRAINT not_negative CHECK (balance >= 0),
      owner text CONSTRAINT one_account UNIQUE);
    CREATE TABLE entry (
      account int8 REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED, amount int8);
    CREATE DOMAIN positive AS int8 CONSTRAINT positive_check CHECK (VALUE > 0);
    CREATE TABLE step (size positive)
    """
  static let insert = Statement<Void>(
    "insert", "INSERT INTO account (id, balance, owner) VALUES ($1, $2, $3)",
    parameters: [.int8, .int8, .text])
  static let insertMany = Statement<Int64>(
    "insert_many",
    "INSERT INTO account (id, balance) SELECT * FROM unnest($1::int8[], $2::int8[]) RETURNING id",
    parameters: [.int8Array, .int8Array], columns: [.int8]
  ) { (row) throws(DatabaseError) in try row.int64(0) }
  static let add = Statement<Int64>(
    "add", "UPDATE account SET balance = balance + $2 WHERE id = $1 RETURNING balance",
    parameters: [.int8, .int8], columns: [.int8]
  ) { (row) throws(DatabaseError) in try row.int64(0) }
  static let lock = Statement<Int64>(
    "lock", "SELECT balance FROM account WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE",
    parameters: [.int8Array], columns: [.int8]
  ) { (row) throws(DatabaseError) in try row.int64(0) }
  static let balance = Statement<Int64>(
    "balance", "SELECT balance FROM account WHERE id = $1", parameters: [.int8], columns: [.int8]
  ) { (row) throws(DatabaseError) in try row.int64(0) }
  static let entry = Statement<Void>(
    "entry", "INSERT INTO entry VALUES ($1, 1)", parameters: [.int8])
  static let step = Statement<Void>("step_put", "INSERT INTO step VALUES ($1)", parameters: [.int8])
  static let terminateSelf = Statement<Bool>(
    "terminate_self", "SELECT pg_terminate_backend(pg_backend_pid())", parameters: [],
    columns: [.bool]
  ) { (row) throws(DatabaseError) in try row.bool(0) }

  static let all =
    Probe.all + [
      insert.definition, insertMany.definition, add.definition, lock.definition,
      balance.definition, entry.definition, step.definition, terminateSelf.definition,
    ]

  /// A database with accounts 1 and 2 of 100 each.
  static func open(
    configure: (inout DatabaseConfiguration) -> Void = { _ in },
    _ body: @escaping @Sendable (Database) async throws -> Void
  ) async throws {
    let conninfo = try await TestCluster.freshDatabase(isEmpty: true)
    _ = try await Migrator(conninfo: conninfo, migrations: [("bank", schema)]).run()
    try await withDatabase(conninfo, statements: all, configure: configure) { database in
      try await database.transaction {
        try await $0.run([insert.bind(.int8(1), .int8(100), .text("ada"))])
        try await $0.commit([insert.bind(.int8(2), .int8(100), .text("bob"))])
      }
      try await body(database)
    }
  }

  static func expect(
    _ balances: [Int64], in database: Database, _ location: SourceLocation = #_sourceLocation
  ) async throws {
    let found =
      try await database.query(balance, [.int8(1)]) + database.query(balance, [.int8(2)])
    #expect(found == balances, sourceLocation: location)
  }
}

@Suite("Transactions")
struct TransactionTests {
  @Test("load and store take one round trip each, and results come in order")
  func twoRoundTrips() async throws {
    try await Bank.open { database in
      let balances = try await database.transaction { transaction in
        let loaded = try await transaction.query(Bank.lock, [.int8Array([1, 2])])
        #expect(loaded == [100, 100])
        let results = try await transaction.commit([
          Bank.add.bind(.int8(1), .int8(-30)), Bank.add.bind(.int8(2), .int8(30)),
        ])
        return try results.flatMap { result throws(DatabaseError) in
          try result.rows(of: Bank.add)
        }
      }
      #expect(balances == [70, 130])
      try await Bank.expect([70, 130], in: database)
    }
  }

  @Test("arrays write many rows with one statement")
  func unnest() async throws {
    try await Bank.open { database in
      let ids = (10..<2010).map { Int64($0) }
      let results = try await database.transaction {
        try await $0.commit([
          Bank.insertMany.bind(.int8Array(ids), .int8Array(ids.map { $0 * 2 }))
        ])
      }
      #expect(results.map(\.affectedRows) == [2000])
      #expect(try results[0].rows(of: Bank.insertMany) == ids)
      #expect(try await database.query(Bank.balance, [.int8(2009)]) == [4018])
    }
  }

  @Test("what the body leaves open is committed; what it throws is rolled back")
  func implicitEnd() async throws {
    struct Refused: Error {}
    try await Bank.open { database in
      try await database.transaction { try await $0.run([Bank.add.bind(.int8(1), .int8(1))]) }
      try await Bank.expect([101, 100], in: database)
      await #expect(throws: Refused.self) {
        try await database.transaction {
          try await $0.run([Bank.add.bind(.int8(1), .int8(1))])
          throw Refused()
        }
      }
      try await Bank.expect([101, 100], in: database)
      #expect(try await database.transaction { _ in 7 } == 7)
    }
  }

  @Test("a violated constraint is named, and nothing of the transaction remains")
  func violations() async throws {
    try await Bank.open { database in
      let negative = await #expect(throws: DatabaseError.self) {
        try await database.transaction {
          try await $0.commit([
            Bank.add.bind(.int8(2), .int8(500)), Bank.add.bind(.int8(1), .int8(-500)),
          ])
        }
      }
      #expect(
        negative == .sqlState(.checkViolation, constraint: "not_negative", table: "account"))
      #expect(negative?.isCheckViolation == true)
      let double = await #expect(throws: DatabaseError.self) {
        try await database.transaction {
          try await $0.run([Bank.insert.bind(.int8(3), .int8(0), .text("ada"))])
        }
      }
      #expect(double?.isUniqueViolation("one_account") == true)
      #expect(double?.isUniqueViolation("account_pkey") == false)
      try await Bank.expect([100, 100], in: database)
    }
  }

  @Test("of a broken domain, which names no table, the statement is told")
  func brokenDomain() async throws {
    try await Bank.open { database in
      let error = await #expect(throws: DatabaseError.self) {
        try await database.transaction { try await $0.commit([Bank.step.bind(.int8(0))]) }
      }
      #expect(
        error
          == .sqlState(.checkViolation, constraint: "positive_check", table: "step_put"))
    }
  }

  @Test("a constraint that is checked at COMMIT is an error of the commit")
  func deferredConstraint() async throws {
    try await Bank.open { database in
      let error = await #expect(throws: DatabaseError.self) {
        try await database.transaction { try await $0.commit([Bank.entry.bind(.int8(99))]) }
      }
      #expect(
        error
          == .sqlState(
            .foreignKeyViolation, constraint: "entry_account_fkey", table: "entry"))
      try await Bank.expect([100, 100], in: database)
    }
  }

  @Test("a transaction that failed cannot be committed by ignoring the error")
  func ignoredError() async throws {
    try await Bank.open { database in
      let error = await #expect(throws: DatabaseError.self) {
        try await database.transaction { transaction in
          try await transaction.run([Bank.add.bind(.int8(2), .int8(1))])
          _ = try? await transaction.run([Bank.add.bind(.int8(1), .int8(-500))])
        }
      }
      #expect(error?.isCheckViolation == true)
      try await Bank.expect([100, 100], in: database)
    }
  }

  @Test("of two serializable transactions that cross, one is told to run again")
  func serialization() async throws {
    try await Bank.open { database in
      let error = await #expect(throws: DatabaseError.self) {
        try await database.transaction(isolation: .serializable) { first in
          let seen = try await first.query(Bank.balance, [.int8(1)])
          try await database.transaction(isolation: .serializable) { second in
            let other = try await second.query(Bank.balance, [.int8(2)])
            try await second.commit([Bank.add.bind(.int8(1), .int8(other[0]))])
          }
          try await first.commit([Bank.add.bind(.int8(2), .int8(seen[0]))])
        }
      }
      #expect(error?.isSerializationFailure == true)
      try await Bank.expect([200, 100], in: database)
    }
  }

  @Test("a deadlock ends one transaction and spares the other")
  func deadlock() async throws {
    try await Bank.open { database in
      let outcomes = await withTaskGroup(of: DatabaseError?.self) { group in
        for (first, second) in [(1, 2), (2, 1)] as [(Int64, Int64)] {
          group.addTask {
            do {
              try await database.transaction {
                try await $0.run([Bank.add.bind(.int8(first), .int8(1))])
                try await Task.sleep(for: .milliseconds(100))
                try await $0.commit([Bank.add.bind(.int8(second), .int8(1))])
              }
              return nil
            } catch {
              return error as? DatabaseError
            }
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.count { $0 == nil } == 1)
      #expect(outcomes.count { $0?.isDeadlock == true } == 1)
      try await Bank.expect([101, 101], in: database)
    }
  }

  @Test("a transaction ends at its deadline, with nothing committed and a usable connection")
  func deadline() async throws {
    try await Bank.open(configure: { $0.writers = 1 }) { database in
      let start = monotonicNanoseconds()
      await #expect(throws: DatabaseError.timeout) {
        try await database.transaction(deadline: Deadline(after: .milliseconds(80))) {
          try await $0.run([
            Bank.add.bind(.int8(1), .int8(1)), Probe.sleep.bind(.int8(20_000)),
          ])
        }
      }
      #expect(monotonicNanoseconds() - start < 10_000_000_000)
      try await database.transaction { try await $0.commit([Bank.add.bind(.int8(2), .int8(1))]) }
      try await Bank.expect([100, 101], in: database)
    }
  }

  @Test("statements before COMMIT end at the deadline too, and nothing is committed")
  func deadlineBeforeCommit() async throws {
    try await Bank.open { database in
      await #expect(throws: DatabaseError.timeout) {
        try await database.transaction(deadline: Deadline(after: .milliseconds(80))) {
          try await $0.commit([
            Bank.add.bind(.int8(1), .int8(1)), Probe.sleep.bind(.int8(20_000)),
          ])
        }
      }
      try await Bank.expect([100, 100], in: database)
    }
  }

  @Test("a cancelled caller stops its transaction before COMMIT is sent")
  func cancellation() async throws {
    try await Bank.open(configure: { $0.writers = 1 }) { database in
      let caller = database.task {
        try await database.transaction {
          try await $0.run([
            Bank.add.bind(.int8(1), .int8(1)), Probe.sleep.bind(.int8(20_000)),
          ])
        }
      }
      try await Task.sleep(for: .milliseconds(100))
      caller.cancel()
      await #expect(throws: DatabaseError.cancelled) { try await caller.value }
      try await database.transaction { try await $0.commit([Bank.add.bind(.int8(2), .int8(1))]) }
      try await Bank.expect([100, 101], in: database)
    }
  }

  @Test("a cancelled caller does not undo a COMMIT that was sent")
  func cancelledCommit() async throws {
    try await Bank.open { database in
      let caller = database.task {
        try await database.transaction {
          try await $0.commit([
            Probe.sleep.bind(.int8(300)), Bank.add.bind(.int8(1), .int8(1)),
          ])
        }
      }
      try await Task.sleep(for: .milliseconds(100))
      caller.cancel()
      _ = try await caller.value
      try await Bank.expect([101, 100], in: database)
    }
  }

  @Test("looks that take long hold up each other, and nobody who writes")
  func snapshots() async throws {
    try await Bank.open(configure: { $0.writers = 1 }) { database in
      let (gate, opener) = AsyncStream<Void>.makeStream()
      let (entrance, entered) = AsyncStream<Void>.makeStream()
      let look = database.task {
        try await database.snapshot { transaction in
          let before = try await transaction.query(Bank.balance, [.int8(1)])
          entered.finish()
          for await _ in gate {}
          // Still the moment of its beginning.
          return try await (before, transaction.query(Bank.balance, [.int8(1)]))
        }
      }
      for await _ in entrance {}
      let next = database.task {
        try await database.snapshot { try await $0.query(Bank.balance, [.int8(1)]) }
      }
      try await database.transaction { try await $0.commit([Bank.add.bind(.int8(1), .int8(7))]) }
      opener.finish()
      let (before, after) = try await look.value
      #expect(before == [100] && after == [100])
      #expect(try await next.value == [107])
    }
  }

  @Test("a look at one moment writes nothing")
  func readOnly() async throws {
    try await Bank.open { database in
      let failure = await #expect(throws: DatabaseError.self) {
        try await database.snapshot { try await $0.run([Bank.add.bind(.int8(1), .int8(1))]) }
      }
      guard case .sqlState(let state, _, _) = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
      #expect(state == SQLState("25006"))
      try await Bank.expect([100, 100], in: database)
    }
  }

  @Test("transactions wait for a connection in order, and give up at their deadline")
  func waiting() async throws {
    try await Bank.open(configure: { $0.writers = 1 }) { database in
      let (gate, opener) = AsyncStream<Void>.makeStream()
      let (entrance, entered) = AsyncStream<Void>.makeStream()
      let holder = database.task {
        try await database.transaction { _ in
          entered.finish()
          for await _ in gate {}
        }
      }
      for await _ in entrance {}
      await #expect(throws: DatabaseError.timeout) {
        try await database.transaction(deadline: Deadline(after: .milliseconds(50))) { _ in }
      }
      let cancelled = database.task { try await database.transaction { _ in } }
      try await Task.sleep(for: .milliseconds(20))
      cancelled.cancel()
      await #expect(throws: DatabaseError.cancelled) { try await cancelled.value }
      opener.finish()
      try await database.transaction { try await $0.commit([Bank.add.bind(.int8(1), .int8(1))]) }
      _ = try await holder.value
      try await Bank.expect([101, 100], in: database)
    }
  }
}
