import PayLytCrypto
import PayLytRPC
import Synchronization
import Testing

@testable import PayLytServer

@Suite("Sealing", .timeLimit(.minutes(5)))
struct SealerTests {
  @Test("every decision gets one position, without a gap, in batches of bounded size")
  func batches() async throws {
    try await withEngine(statements: SealingStatements.all) { engine in
      _ = await engine.commitAll((0..<25).map { Happen(subject: "things/\($0)") })
      let sealer = engine.sealer(batchMax: 10)
      #expect(try await engine.step(sealer) == .again)
      try await engine.sealAll(sealer)
      try await #expect(engine.count(SealingStatements.sealed) == 25)
      try await #expect(engine.count(SealingStatements.gaps) == 0)
      try await #expect(engine.count(SealingStatements.largestBatch) == 10)
      try await #expect(engine.verify() == nil)
    }
  }

  @Test("a transaction of many rows is sealed in several batches, and so is what follows it")
  func largeTransaction() async throws {
    try await withEngine(statements: SealingStatements.all) { engine in
      let rows = (UInt64(0)..<25).map { JournalEntry.fixture($0) }
      try await engine.database.transaction { transaction in
        try await transaction.commit([
          JournalEntry.statements.insertion(of: rows)
        ])
      }
      for number in 0..<12 { try await engine.commit(Happen(subject: "things/\(number)")) }
      try await engine.sealAll(engine.sealer(batchMax: 5))
      try await #expect(engine.count(SealingStatements.sealed) == 37)
      try await #expect(engine.count(SealingStatements.checkpoints) == 8)
      try await #expect(engine.count(SealingStatements.gaps) == 0)
      try await #expect(engine.verify() == nil)
    }
  }

  @Test("what commits late behind what committed early is not skipped")
  func outOfOrder() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo, statements: SealingStatements.all) { engine in
      let early = JournalEntry.statements.insertion(of: [.fixture(1)])
      let sealer = engine.sealer()
      // The first transaction has its id, and the second one commits before it.
      try await engine.database.transaction { transaction in
        try await transaction.run([early])
        try await engine.commit(Happen(subject: "things/2"))
        #expect(
          try await sealer.step()
            == .restUntilWanted(milliseconds: AuditLimits.heldBackMilliseconds))
        try await #expect(engine.count(SealingStatements.sealed) == 0)
        try await transaction.commit()
      }
      try await engine.sealAll(sealer)
      try await #expect(engine.count(SealingStatements.sealed) == 2)
      try await #expect(engine.count(SealingStatements.unsealed) == 0)
      try await #expect(engine.verify() == nil)
    }
  }

  @Test("when the server stops, what is committed until its end is sealed without a complaint")
  func stopping() async throws {
    try await withEngine(statements: SealingStatements.all) { engine in
      let (commits, wanted) = (Bell(), Bell())
      commits.close()
      let lines = Mutex<[String]>([])
      let log = Log(level: .info, clock: SystemClock()) { line in
        lines.withLock { $0.append(String(decoding: line, as: UTF8.self)) }
      }
      let sealer = engine.sealer()
      let sealing = engine.database.task {
        await sealer.run(commits: commits, wanted: wanted, on: engine.database.loop, log: log)
      }
      for number in 0..<3 {
        try await engine.commit(Happen(subject: "things/\(number)"))
        try await eventually { try await engine.count(SealingStatements.unsealed) == 0 }
      }
      sealing.cancel()
      try await sealing.value
      #expect(lines.withLock { $0 } == [])
    }
  }

  @Test("what is rolled back leaves no gap")
  func rolledBack() async throws {
    try await withEngine(statements: SealingStatements.all) { engine in
      struct Unwanted: Error {}
      for number in 0..<3 {
        try await engine.commit(Happen(subject: "things/\(number)"))
        _ = try? await engine.database.transaction { transaction in
          try await transaction.run([
            JournalEntry.statements.insertion(of: [.fixture(UInt64(number))])
          ])
          throw Unwanted()
        }
      }
      try await engine.sealAll(engine.sealer())
      try await #expect(engine.count(SealingStatements.sealed) == 3)
      try await #expect(engine.count(SealingStatements.gaps) == 0)
    }
  }

  @Test("writers on two servers, two sealers, and connections killed in between: nothing is lost")
  func chaos() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo, statements: SealingStatements.all) { first in
      try await withEngine(conninfo, stripe: 1, statements: SealingStatements.all) { second in
        let total = 1200
        let sealing = [first, second].map { engine in
          let sealer = engine.sealer(batchMax: 50)
          return engine.database.task {
            while !Task.isCancelled {
              do {
                switch try await sealer.step() {
                case .again: break
                case .rest, .restUntilWanted, .waitForCommit:
                  try await Task.sleep(for: .milliseconds(2))
                }
              } catch is DatabaseError {
                // Its connection was killed.
              }
            }
          }
        }
        let killing = first.database.task {
          while !Task.isCancelled {
            _ = try? await first.count(SealingStatements.killSealers)
            try await Task.sleep(for: .milliseconds(40))
          }
        }
        let writing = [first, second].enumerated().map { number, engine in
          engine.database.task {
            for round in 0..<total / 2 / 20 {
              let commands = (0..<20).map { step in
                Happen(
                  request: .fixture(UInt64(number * total + round * 20 + step + 1)),
                  subject: "things/\(round)", parties: [.entity(1)])
              }
              try await engine.insist(on: commands)
            }
          }
        }
        for writer in writing { try await writer.value }
        killing.cancel()
        _ = await killing.result
        try await eventually { try await second.count(SealingStatements.unsealed) == 0 }
        for task in sealing { task.cancel() }
        for task in sealing { _ = await task.result }
        try await #expect(second.count(SealingStatements.sealed) == Int64(total))
        try await #expect(second.count(SealingStatements.gaps) == 0)
        try await #expect(second.verify() == nil)
      }
    }
  }

  @Test("a standby takes over when there is work that nobody does")
  func takeover() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo, statements: SealingStatements.all) { engine in
      let (leader, standby) = (engine.sealer(), engine.sealer())
      #expect(try await engine.step(standby) == .waitForCommit)
      try await engine.commit(Happen(subject: "things/1"))
      #expect(
        try await engine.step(leader)
          == .restUntilWanted(milliseconds: AuditLimits.restMilliseconds))
      // It sees that another one has sealed, and steps back.
      #expect(try await engine.step(standby) == .waitForCommit)
      try await engine.commit(Happen(subject: "things/2"))
      #expect(
        try await engine.step(standby)
          == .restUntilWanted(milliseconds: AuditLimits.restMilliseconds))
      try await #expect(engine.count(SealingStatements.sealed) == 2)
      // Now the other one is behind, and this one leads.
      #expect(try await engine.step(leader) == .waitForCommit)
      #expect(try await engine.step(leader) == .rest(milliseconds: AuditLimits.pollMilliseconds))
      try await engine.commit(Happen(subject: "things/3"))
      #expect(
        try await engine.step(standby)
          == .restUntilWanted(milliseconds: AuditLimits.restMilliseconds))
    }
  }

  @Test("whoever waits for what is committed tells the sealer, and returns once it is sealed")
  func wanted() async throws {
    try await withEngine(statements: SealingStatements.all) { engine in
      let loop = try EventLoop.start(named: "test-waiter")
      defer { loop.stop() }
      let (sealed, wanted) = (Bell(), Bell())
      let log = SealedLog(database: engine.database, bell: sealed, wanted: wanted, loop: loop)
      try await log.catchUp(deadline: nil)
      #expect(wanted.rings == 0)
      try await engine.commit(Happen(subject: "things/1"))
      async let caughtUp: Void = log.catchUp(deadline: nil)
      try await wanted.wait(after: 0, atMost: .seconds(60), on: loop)
      #expect(wanted.rings > 0)
      try await engine.sealAll(engine.sealer())
      sealed.ring()
      try await caughtUp
      let rings = wanted.rings
      try await log.catchUp(deadline: nil)
      #expect(wanted.rings == rings)
    }
  }

  @Test("a log whose end is broken is not continued")
  func brokenEnd() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo, statements: SealingStatements.all) { engine in
      try await engine.commit(Happen(subject: "things/1"))
      try await engine.sealAll(engine.sealer())
      try Administrator.tamper("DELETE FROM audit_checkpoint", on: conninfo)
      try await engine.commit(Happen(subject: "things/2"))
      await #expect(throws: Sealer.Failure.endIsBroken(position: 1)) {
        try await engine.sealer().step()
      }
    }
  }

  @Test("a journal from a cluster with younger transactions is not added to")
  func otherCluster() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo, statements: SealingStatements.all) { engine in
      try await engine.commit(Happen(subject: "things/1"))
      try await AuditStatements.checkOrigin(of: engine.database)
      try await engine.sealAll(engine.sealer())
      try Administrator.tamper("UPDATE journal SET written_by = written_by + 1000000", on: conninfo)
      await #expect(throws: Sealer.Failure.journalOfAnotherCluster) {
        try await AuditStatements.checkOrigin(of: engine.database)
      }
      await #expect(throws: Sealer.Failure.journalOfAnotherCluster) {
        try await engine.sealer().step()
      }
      // What docs/OPERATIONS.md says.
      try Administrator.execute(
        """
        CREATE OR REPLACE FUNCTION journal_xid_offset() RETURNS bigint
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT 2000000::bigint'
        """, on: conninfo)
    }
    try await withEngine(conninfo, statements: SealingStatements.all) { engine in
      try await AuditStatements.checkOrigin(of: engine.database)
      try await engine.commit(Happen(subject: "things/2"))
      try await engine.sealAll(engine.sealer())
      try await #expect(engine.count(SealingStatements.sealed) == 2)
    }
  }
}

extension JournalEntry {
  static let statements = TableStatements(table)

  static func fixture(_ number: UInt64) -> JournalEntry {
    JournalEntry(
      id: .entity(1_000_000 + number), createdAt: .start, requestKey: nil, fingerprint: [],
      actor: "system/test", method: "test/Late", status: .ok, response: [],
      eventType: "test.late", subject: "things/late", payloadType: nil, reason: nil, parties: [])
  }
}

extension Administrator {
  /// What somebody with all rights could do: the triggers that refuse changes are switched off.
  static func tamper(_ sql: String, on conninfo: String) throws {
    try execute("SET session_replication_role = replica; \(sql)", on: conninfo)
  }
}

extension Engine {
  /// Sends what the database was away for again, as a caller does.
  fileprivate func insist(on commands: [Happen]) async throws {
    var open = commands
    for _ in 0..<100 where !open.isEmpty {
      let outcomes = await commitAll(open)
      var away: [Happen] = []
      for (command, outcome) in zip(open, outcomes) {
        do {
          _ = try outcome.get()
        } catch CommitError.unavailable {
          away.append(command)
        }
      }
      open = away
      if !open.isEmpty { try await Task.sleep(for: .milliseconds(20)) }
    }
    try #require(open.isEmpty)
  }
}
