import CLinux
@testable import PayLytRPC
import Synchronization
import Testing

@Suite("Threads for work that blocks", .timeLimit(.minutes(2)))
struct BlockingPoolTests {
  private final class Tally: Sendable {
    private let value = Mutex(0)

    func add() { value.withLock { $0 += 1 } }
    var current: Int { value.withLock { $0 } }
  }

  /// Threads of this process with a name.
  private static func threads(named name: String) -> Int {
    guard let folder = unsafe opendir("/proc/self/task") else { return -1 }
    defer { unsafe closedir(folder) }
    var count = 0
    while let entry = unsafe readdir(folder) {
      let id = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard let file = unsafe fopen("/proc/self/task/\(id)/comm", "r") else { continue }
      defer { unsafe fclose(file) }
      var line = [CChar](repeating: 0, count: 64)
      guard unsafe fgets(&line, 64, file) != nil else { continue }
      let read = String(
        decoding: line.prefix { $0 > 32 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      if read == name { count += 1 }
    }
    return count
  }

  private static func waitForThreads(named name: String, _ count: Int) async throws {
    let end = ContinuousClock.now + .seconds(60)
    while threads(named: name) != count, ContinuousClock.now < end {
      try await Task.sleep(for: .milliseconds(5))
    }
    #expect(threads(named: name) == count)
  }

  @Test("work that comes again and again is done by the same few threads")
  func kept() async throws {
    let pool = BlockingPool(named: "pool-kept", idle: .seconds(600))
    var threads: Set<Int32> = []
    for _ in 0..<100 { threads.insert(try await pool.run { paylyt_thread_id() }) }
    #expect(threads.count <= Limits.blockingThreadsMax)
    withExtendedLifetime(pool) {}
  }

  @Test("work that nobody waits for any more is not begun")
  func cancelled() async throws {
    let pool = BlockingPool(named: "pool-cancelled")
    let gate = Semaphore()
    let done = Tally()
    let begun = Tally()
    let busy = (0..<Limits.blockingThreadsMax).map { _ in
      Task {
        try await pool.run {
          begun.add()
          _ = gate.wait(atMost: .seconds(60))
        }
      }
    }
    #expect(try await eventually { begun.current == Limits.blockingThreadsMax })
    let left = (0..<10).map { _ in Task { try await pool.run { done.add() } } }
    // All of them stand in the queue, or will not.
    try await Task.sleep(for: .milliseconds(50))
    for task in left { task.cancel() }
    for task in left { await #expect(throws: CancellationError.self) { try await task.value } }
    for _ in busy { gate.post() }
    for task in busy { try await task.value }
    try await pool.run {}
    #expect(done.current == 0)
  }

  @Test("threads end with their pool, after what it has taken on")
  func ended() async throws {
    let name = "pool-ended"
    let done = Tally()
    do {
      let pool = BlockingPool(named: name, idle: .seconds(600))
      try await withThrowingTaskGroup { group in
        for _ in 0..<50 {
          group.addTask { try await pool.run { done.add() } }
        }
        try await group.waitForAll()
      }
      withExtendedLifetime(pool) { #expect(Self.threads(named: name) > 0) }
    }
    #expect(done.current == 50)
    try await Self.waitForThreads(named: name, 0)
    // One that nobody holds on to carries its work out all the same.
    for number in 0..<50 {
      let answer = try await BlockingPool(named: name, idle: .seconds(600)).run { number }
      #expect(answer == number)
    }
    try await Self.waitForThreads(named: name, 0)
  }

  @Test("an idle pool keeps no thread, and starts one when there is work again")
  func idle() async throws {
    let name = "pool-idle"
    let pool = BlockingPool(named: name, idle: .milliseconds(1))
    for round in 0..<20 {
      let answer = try await pool.run { round }
      #expect(answer == round)
      if round % 5 == 0 { try await Self.waitForThreads(named: name, 0) }
    }
    try await Self.waitForThreads(named: name, 0)
    withExtendedLifetime(pool) {}
  }

  /// Threads give up and are woken in the same moment, over and over.
  @Test("no work is lost between a thread that gives up and one who brings work")
  func races() async throws {
    let pool = BlockingPool(named: "pool-races", idle: .microseconds(50))
    let done = Tally()
    try await withThrowingTaskGroup { group in
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<500 {
            try await pool.run { done.add() }
            await Task.yield()
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(done.current == 2_000)
  }

  @Test("a full queue refuses, and what it took on is done")
  func overloaded() async throws {
    let pool = BlockingPool(named: "pool-full", idle: .seconds(600))
    let gate = Tally()
    let busy = Tally()
    let work: @Sendable () -> Void = {
      busy.add()
      while gate.current == 0 { usleep(1000) }
    }
    let most = Limits.blockingThreadsMax + Limits.blockingQueueMax
    let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<Limits.blockingThreadsMax {
        group.addTask { try await Self.isTaken(by: pool, work) }
      }
      while busy.current < Limits.blockingThreadsMax {
        try await Task.sleep(for: .milliseconds(1))
      }
      for _ in 0..<Limits.blockingQueueMax + 3 {
        group.addTask { try await Self.isTaken(by: pool, work) }
      }
      var refused = 0
      while refused < 3, let isTaken = try await group.next() { refused += isTaken ? 0 : 1 }
      gate.add()
      var taken = 0
      while let isTaken = try await group.next() { taken += isTaken ? 1 : 0 }
      return (taken, refused)
    }
    #expect(outcomes.0 == most && outcomes.1 == 3)
    #expect(busy.current == most)
  }

  private static func isTaken(
    by pool: BlockingPool, _ work: @escaping @Sendable () -> Void
  ) async throws -> Bool {
    do {
      try await pool.run(work)
      return true
    } catch is BlockingPool.Overloaded {
      return false
    }
  }
}
