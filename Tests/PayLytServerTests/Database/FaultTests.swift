import PayLytRPC
import Synchronization
import Testing

@testable import PayLytServer

/// What the server confirmed, as its clients wrote it down.
private final class Journal: Sendable {
  let ids = Mutex<Set<Int64>>([])
}

@Suite("Lost connections and servers")
struct FaultTests {
  @Test("a session that ends before COMMIT is sent means unavailable: nothing was changed")
  func lostBeforeCommit() async throws {
    try await Bank.open { database in
      await #expect(throws: DatabaseError.unavailable) {
        try await database.transaction {
          try await $0.run([
            Bank.add.bind(.int8(1), .int8(1)), Bank.terminateSelf.bind(),
          ])
        }
      }
      try await Bank.expect([100, 100], in: database)
    }
  }

  @Test("a session that ends after COMMIT was sent means that the outcome is unknown")
  func lostAtCommit() async throws {
    try await Bank.open { database in
      await #expect(throws: DatabaseError.outcomeUnknown) {
        try await database.transaction {
          try await $0.commit([
            Bank.add.bind(.int8(1), .int8(1)), Bank.terminateSelf.bind(),
          ])
        }
      }
      try await Bank.expect([100, 100], in: database)
    }
  }

  @Test("a session that ends while its transaction thinks is noticed at the next statement")
  func lostWhileIdle() async throws {
    try await Bank.open { database in
      await #expect(throws: DatabaseError.unavailable) {
        try await database.transaction { first in
          try await first.run([Bank.add.bind(.int8(1), .int8(1))])
          _ = try await database.transaction { try await $0.query(Probe.terminateOthers) }
          try await Task.sleep(for: .milliseconds(50))
          try await first.commit()
        }
      }
      try await Bank.expect([100, 100], in: database)
    }
  }

  @Test("while the server is gone callers hear so quickly, and it heals when the server returns")
  func outage() async throws {
    let directory = try TestCluster.temporaryDirectory()
    defer { #expect(throws: Never.self) { try Files.remove(directory) } }
    let cluster = try PrivateCluster.start(in: directory)
    let events = Mutex<[DatabaseEvent]>([])
    try await withDatabase(
      cluster.conninfo(), statements: Probe.all,
      configure: {
        $0.outageGrace = .milliseconds(250)
        $0.report = { event in events.withLock { $0.append(event) } }
      }
    ) { database in
      cluster.kill()
      for _ in 0..<20 {
        let start = monotonicNanoseconds()
        await #expect(throws: DatabaseError.unavailable) {
          try await database.query(Probe.backend)
        }
        await #expect(throws: DatabaseError.self) {
          try await database.transaction {
            try await $0.query(Probe.backend)
          }
        }
        #expect(monotonicNanoseconds() - start < 5_000_000_000)
      }
      try cluster.start()
      var healed = false
      for _ in 0..<500 where !healed {
        let read = try? await database.query(Probe.number, [.int8(7)])
        let written = try? await database.transaction {
          try await $0.query(Probe.number, [.int8(8)])
        }
        healed = read == [7] && written == [8]
        if !healed { try await Task.sleep(for: .milliseconds(10)) }
      }
      #expect(healed)
    }
    cluster.stop()
    let seen = events.withLock { $0 }
    #expect(seen.contains(.connectionLost(role: "writer")))
    #expect(seen.contains { if case .connectFailed = $0 { true } else { false } })
    for role in ["reader", "writer"] {
      let outages = seen.filter { $0 == .outage(role: role) || $0 == .recovered(role: role) }
      #expect(outages == [.outage(role: role), .recovered(role: role)])
    }
  }

  @Test(
    "a start that takes its time is no outage; one that meets nobody is", arguments: [true, false])
  func start(isThere: Bool) async throws {
    let events = Mutex<[DatabaseEvent]>([])
    var configuration = DatabaseConfiguration(
      conninfo: isThere ? try await TestCluster.freshDatabase() : "host=127.0.0.1 port=1")
    // Over before anybody can have connected.
    configuration.outageGrace = .nanoseconds(1)
    configuration.report = { event in events.withLock { $0.append(event) } }
    let loop = try EventLoop.start(named: "test-db")
    defer { loop.stop() }
    let started = try await loop.run { [configuration] in
      let database = Database(on: loop, configuration, StatementCatalog(Probe.all))
      defer { database.close() }
      do throws(DatabaseError) {
        try await database.start(within: isThere ? .seconds(60) : .milliseconds(300))
        return true
      } catch {
        return false
      }
    }
    #expect(started == isThere)
    let seen = events.withLock { $0 }
    for role in ["reader", "writer"] {
      #expect(seen.contains(.ready(role: role)) == isThere)
      #expect(seen.contains(.outage(role: role)) == !isThere)
      #expect(!seen.contains(.recovered(role: role)))
    }
  }

  @Test("what was acknowledged before the server was killed is there afterwards")
  func durability() async throws {
    let directory = try TestCluster.temporaryDirectory()
    defer { #expect(throws: Never.self) { try Files.remove(directory) } }
    let cluster = try PrivateCluster.start(in: directory)
    _ = try await Migrator(conninfo: cluster.conninfo(), migrations: [("bank", Bank.schema)]).run()
    let acknowledged = Journal()
    try await withDatabase(cluster.conninfo(), statements: Bank.all) { database in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for worker in 0..<Int64(4) {
          group.addTask {
            for step in 0..<Int64(100_000) {
              let id = worker * 1_000_000 + step
              do {
                try await database.transaction {
                  try await $0.commit([Bank.insert.bind(.int8(id), .int8(0), .null)])
                }
                acknowledged.ids.withLock { _ = $0.insert(id) }
              } catch {
                return
              }
            }
          }
        }
        try await Task.sleep(for: .milliseconds(300))
        cluster.kill()
        try await group.waitForAll()
      }
    }
    try cluster.start()
    let count = acknowledged.ids.withLock { $0.count }
    #expect(count > 0)
    let ids = acknowledged.ids.withLock { Array($0) }
    try await withDatabase(cluster.conninfo(), statements: Bank.all) { database in
      let found = try await database.transaction {
        try await $0.query(Bank.lock, [.int8Array(ids)])
      }
      #expect(found.count == count)
    }
    cluster.stop()
  }
}
