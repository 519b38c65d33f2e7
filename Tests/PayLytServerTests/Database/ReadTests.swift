import PayLytRPC
import Testing

@testable import PayLytServer

/// Statements of these tests.
enum Probe {
  static let number = Statement<Int64>(
    "number", "SELECT $1::int8", parameters: [.int8], columns: [.int8]
  ) { (row) throws(DatabaseError) in try row.int64(0) }
  static let series = Statement<Int64>(
    "series", "SELECT generate_series(1::int8, $1)", parameters: [.int8], columns: [.int8]
  ) { (row) throws(DatabaseError) in try row.int64(0) }
  static let divide = Statement<Int64>(
    "divide", "SELECT 10::int8 / $1", parameters: [.int8], columns: [.int8]
  ) { (row) throws(DatabaseError) in try row.int64(0) }
  /// The parameter is in milliseconds; answers the backend's process id.
  static let sleep = Statement<Int32>(
    "sleep", "SELECT pg_backend_pid() FROM pg_sleep($1::int8 / 1000.0)", parameters: [.int8],
    columns: [.int4]
  ) { (row) throws(DatabaseError) in try row.int32(0) }
  static let backend = Statement<Int32>(
    "backend", "SELECT pg_backend_pid()", parameters: [], columns: [.int4]
  ) { (row) throws(DatabaseError) in try row.int32(0) }
  /// Ends every other session of this database.
  static let terminateOthers = Statement<Bool>(
    "terminate_others",
    """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
    """, parameters: [], columns: [.bool]
  ) { (row) throws(DatabaseError) in try row.bool(0) }
  static let active = Statement<Int64>(
    "active",
    """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND state = 'active' AND pid <> pg_backend_pid()
    """, parameters: [], columns: [.int8]
  ) { (row) throws(DatabaseError) in try row.int64(0) }
  /// Waits for a lock that another session may hold.
  static let lock = Statement<Bool>(
    "advisory_lock", "SELECT pg_advisory_xact_lock(4711) IS NULL", parameters: [], columns: [.bool]
  ) { (row) throws(DatabaseError) in try row.bool(0) }
  static let blocked = Statement<Int64>(
    "blocked",
    """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'
    """, parameters: [], columns: [.int8]
  ) { (row) throws(DatabaseError) in try row.int64(0) }
  static let illegalWrite = Statement<Void>(
    "illegal_write", "CREATE TABLE illegal ()", parameters: [])

  static let all = [
    number.definition, series.definition, divide.definition, sleep.definition, backend.definition,
    terminateOthers.definition, active.definition, lock.definition,
    blocked.definition, illegalWrite.definition,
  ]
}

@Suite("Pipelined reads")
struct ReadTests {
  @Test("a thousand reads at once are each answered with their own row")
  func manyAtOnce() async throws {
    let sums = try await withDatabase(statements: Probe.all) { database in
      try await withThrowingTaskGroup(of: Bool.self) { group in
        for number in 0..<Int64(1000) {
          group.addTask { try await database.query(Probe.number, [.int8(number)]) == [number] }
        }
        return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
    }
    #expect(sums == 1000)
  }

  @Test("rows come in the order of the statement", arguments: [0, 1, 100_000] as [Int64])
  func rowOrder(count: Int64) async throws {
    let rows = try await withDatabase(statements: Probe.all) {
      try await $0.query(Probe.series, [.int8(count)])
    }
    #expect(rows == (0..<count).map { $0 + 1 })
  }

  @Test("reads are not sent behind one that takes long while another connection has room")
  func besideSlow() async throws {
    try await withDatabase(statements: Probe.all) { database in
      try await database.transaction { transaction in
        _ = try await transaction.query(Probe.lock)
        async let slow = database.query(Probe.lock)
        while try await transaction.query(Probe.blocked) != [1] {
          try await Task.sleep(for: .milliseconds(1))
        }
        // By now it has taken longer than all of the others together wait for each other.
        try await Task.sleep(for: .milliseconds(200))
        // One of them behind it would never end: the lock is given back after them.
        try await withThrowingTaskGroup(of: Void.self) { group in
          for number in 0..<Int64(100) {
            group.addTask {
              for _ in 0..<5 {
                let found = try await database.query(Probe.number, [.int8(number)])
                #expect(found == [number])
              }
            }
          }
          try await group.waitForAll()
        }
        try await transaction.commit()
        let last = try await slow
        #expect(last == [false])
      }
    }
  }

  @Test("failing reads in a batch do not harm their neighbours")
  func neighbours() async throws {
    let answers = try await withDatabase(statements: Probe.all) { database in
      await withTaskGroup(of: (Int64, [Int64]?).self) { group in
        for number in 0..<Int64(100) {
          // Every tenth one divides by zero.
          group.addTask { (number, try? await database.query(Probe.divide, [.int8(number % 10)])) }
        }
        return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
      }
    }
    for number in 0..<Int64(100) {
      #expect(answers[number] == (number % 10 == 0 ? nil : [10 / (number % 10)]))
    }
  }

  @Test("a failing read says why, and not what it was asked")
  func typedError() async throws {
    try await withDatabase(statements: Probe.all) { database in
      let error = await #expect(throws: DatabaseError.self) {
        try await database.query(Probe.divide, [.int8(0)])
      }
      #expect(error == .sqlState(SQLState("22012")))
      #expect(error.map { "\($0)" } == "the database refused the change")
      #expect(error.map(String.init(reflecting:)) == "SQLSTATE 22012")
    }
  }

  @Test("a read cannot write")
  func readOnly() async throws {
    try await withDatabase(statements: Probe.all) { database in
      await #expect(throws: DatabaseError.sqlState(.readOnlyTransaction)) {
        try await database.query(Probe.illegalWrite)
      }
    }
  }

  @Test("a read ends at its deadline, the server stops working on it, and the connection lives")
  func deadline() async throws {
    try await withDatabase(statements: Probe.all, configure: { $0.readers = 1 }) { database in
      let before = try await database.query(Probe.backend)
      let start = monotonicNanoseconds()
      await #expect(throws: DatabaseError.timeout) {
        try await database.query(
          Probe.sleep, [.int8(20_000)], deadline: Deadline(after: .milliseconds(50)))
      }
      #expect(monotonicNanoseconds() - start < 10_000_000_000)
      // Answered behind the cancelled one, on the same session.
      #expect(try await database.query(Probe.backend) == before)
      #expect(monotonicNanoseconds() - start < 10_000_000_000)
    }
  }

  @Test("a read whose deadline has passed is not sent")
  func pastDeadline() async throws {
    try await withDatabase(statements: Probe.all) { database in
      await #expect(throws: DatabaseError.timeout) {
        try await database.query(Probe.backend, deadline: Deadline(nanoseconds: 0))
      }
    }
  }

  @Test("a statement without a deadline ends at the default timeout")
  func defaultTimeout() async throws {
    try await withDatabase(
      statements: Probe.all, configure: { $0.statementTimeout = .milliseconds(100) }
    ) { database in
      await #expect(throws: DatabaseError.timeout) {
        try await database.query(Probe.sleep, [.int8(20_000)])
      }
    }
  }

  @Test("a cancelled read returns at once, and its neighbours still get their rows")
  func cancellation() async throws {
    try await withDatabase(statements: Probe.all, configure: { $0.readers = 1 }) { database in
      let start = monotonicNanoseconds()
      let sleeper = database.task {
        try await database.query(Probe.sleep, [.int8(20_000)])
      }
      let neighbours = (0..<Int64(20)).map { number in
        database.task { try await database.query(Probe.number, [.int8(number)]) }
      }
      try await Task.sleep(for: .milliseconds(100))
      sleeper.cancel()
      await #expect(throws: DatabaseError.cancelled) { try await sleeper.value }
      for (number, neighbour) in neighbours.enumerated() {
        #expect(try await neighbour.value == [Int64(number)])
      }
      #expect(monotonicNanoseconds() - start < 10_000_000_000)
      #expect(try await database.query(Probe.active) == [0])
    }
  }

  @Test("a read under way when its connection is lost is answered by another one")
  func lostConnection() async throws {
    try await withDatabase(statements: Probe.all) { database in
      let reads = (0..<40).map { _ in
        database.task { try await database.query(Probe.sleep, [.int8(20)]) }
      }
      try await Task.sleep(for: .milliseconds(50))
      _ = try await database.transaction { try await $0.query(Probe.terminateOthers) }
      for read in reads { #expect(try await read.value.count == 1) }
    }
  }
}
