import Synchronization

/// The machine's clock, ahead by what users let pass. All servers of a database read how far.
final class SandboxTime: Clock {
  /// Where providers live: what they sign, check and date is by its time.
  let world: any Clock
  private let ahead = Atomic<Int64>(0)

  init(_ world: any Clock) { self.world = world }

  func now() -> Timestamp {
    world.now().adding(seconds: ahead.load(ordering: .relaxed))
  }

  /// What a moment of the world is here.
  func here(_ moment: Timestamp) -> Timestamp {
    moment.adding(seconds: ahead.load(ordering: .relaxed))
  }

  /// It never goes back: what is read late may be older than what is known.
  func advance(to seconds: Int64) {
    ahead.max(seconds, ordering: .relaxed)
  }

  /// Reads it every second, until the task is cancelled.
  func follow(_ database: Database, log: Log) async {
    while !Task.isCancelled {
      do {
        try await follow(database)
        try await Task.sleep(for: .seconds(1))
      } catch let error where error.isCancellation {
        return
      } catch {
        log.info("sandbox clock not read", ["error": String(reflecting: error)])
        try? await Task.sleep(for: .seconds(1))
      }
    }
  }

  /// Reads what other servers were told.
  func follow(_ database: Database) async throws {
    guard let found = try await database.query(SandboxStatements.ahead).first else { return }
    advance(to: found)
  }
}

/// How far time is ahead, for all servers.
struct SandboxOffset: Hashable, Sendable {
  /// There is one.
  static let only = UUID(high: 0x7000, low: 0x8000_0000_0000_0000)

  let id: UUID
  private(set) var seconds: Int64

  static let none = SandboxOffset(id: only, seconds: 0)

  init(id: UUID, seconds: Int64) {
    self.id = id
    self.seconds = seconds
  }

  mutating func advance(by step: Int64) throws(Refusal) {
    guard seconds + step <= SandboxLimits.aheadSecondsMax else {
      throw Refusal(
        .outOfRange, reason: "SANDBOX_TOO_FAR",
        message: "The sandbox would be more than ten years ahead.")
    }
    seconds += step
  }
}

/// Lets time pass.
struct AdvanceSandboxClock: Command {
  static let method = "SandboxService/AdvanceSandboxClock"
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  let seconds: Int64

  struct Advanced: Hashable, Sendable {
    let aheadSeconds: Int64
    let time: Timestamp
  }

  func load(_ rows: Loader) { rows.want(SandboxOffset.self, SandboxOffset.only) }

  func decide(_ decision: Decision) throws -> Advanced {
    var offset = decision.row(SandboxOffset.self, SandboxOffset.only) ?? .none
    try offset.advance(by: seconds)
    decision.put(offset)
    decision.record("sandbox.clock_advanced", subject: "users/\(user)", parties: [user])
    return Advanced(
      aheadSeconds: offset.seconds, time: decision.now.adding(seconds: seconds))
  }
}
