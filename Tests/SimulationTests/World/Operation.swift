import PayLytRPC

@testable import PayLytServer

/// Something that somebody wants to have done: one request, however often it is sent.
final class Operation: @unchecked Sendable {
  typealias Reply = Result<CommitOutcome, any Error>

  /// How one sending of the request differs from another.
  enum Manner {
    case asItIs
    /// The same request id, another content: must be refused.
    case otherContent
    /// Only tried out: must change nothing.
    case rehearsal
  }

  let number: Int
  /// The name of the command's type.
  let command: String
  let text: String
  /// The model's move for it, made when it was accepted: whether that was right.
  let effect: (inout LedgerModel, _ ids: [UUID], _ now: Timestamp) -> Bool
  /// What its sender knows from then on.
  let learn: (inout Knowledge, _ ids: [UUID]) -> Void
  private let carryOut: (SimulatedServer, RequestIdentity?, Manner) async throws -> CommitOutcome
  private let isRepeatable: Bool
  /// Whether the model knows every rule by which it may be refused.
  let judgesRefusals: Bool
  /// Whether an answer without ids says that there was nothing to do.
  private let mayBeIdle: Bool

  /// What became of each sending that was answered.
  private(set) var replies: [Reply] = []
  /// Sendings that have no answer yet.
  private var underWay = 0
  var isLearned = false

  /// - Parameter isRepeatable: whether it has a request id; without one, each sending counts.
  /// - Parameter judgesRefusals: whether the model knows every rule by which it may be refused.
  /// - Parameter mayBeIdle: whether an answer without ids says that there was nothing to do.
  /// - Parameter make: the command; may ask the server and the provider before.
  /// - Parameter answer: the ids that its sender gets to know.
  init<C: Command>(
    _ number: Int, _ text: String, isRepeatable: Bool = true, judgesRefusals: Bool = true,
    mayBeIdle: Bool = false,
    _ make: @escaping (SimulatedServer, RequestIdentity?) async throws -> C,
    answer: @escaping @Sendable (C.Answer) -> [UUID] = { _ in [] },
    effect: @escaping (inout LedgerModel, [UUID], Timestamp) -> Bool = { _, _, _ in true },
    learn: @escaping (inout Knowledge, [UUID]) -> Void = { _, _ in }
  ) {
    self.number = number
    self.text = text
    self.isRepeatable = isRepeatable
    self.judgesRefusals = judgesRefusals
    self.mayBeIdle = mayBeIdle
    self.effect = effect
    self.learn = learn
    command = "\(C.self)"
    carryOut = { server, request, manner in
      let command = try await make(server, request)
      return try await server.committer.commit(
        command, deadline: nil, isRehearsal: manner == .rehearsal
      ) { decided in
        let words = ["op\(number)"] + answer(decided).map(\.description)
        return Payload(type: "", bytes: Array(words.joined(separator: " ").utf8))
      }
    }
  }

  /// Sends it once; comes back when it is answered.
  func send(to server: SimulatedServer, _ manner: Manner = .asItIs) async -> Reply {
    if manner == .asItIs { underWay += 1 }
    defer { if manner == .asItIs { underWay -= 1 } }
    do {
      return .success(
        try await carryOut(server, isRepeatable ? identity(manner) : nil, manner))
    } catch {
      return .failure(error)
    }
  }

  func keep(_ reply: Reply) { replies.append(reply) }

  private func identity(_ manner: Manner) -> RequestIdentity {
    let number = UInt64(number)
    let content: UInt64 = manner == .otherContent ? 1 : 0
    return RequestIdentity(
      key: UUID(high: 0x5e9, low: number << 8),
      fingerprint: (number << 1 | content).bigEndianBytes + [UInt8](repeating: 0, count: 24))
  }

  /// The number of the operation that a request key stands for.
  static func number(ofKey key: UUID) -> Int { Int(key.low >> 8) }

  /// What an answer of ours says: the operation and its ids; nil for an answer of a worker.
  static func parse(_ bytes: [UInt8]) -> (number: Int, ids: [UUID])? {
    let words = String(decoding: bytes, as: UTF8.self).split(separator: " ")
    guard let first = words.first, first.hasPrefix("op"), let number = Int(first.dropFirst(2))
    else { return nil }
    return (number, words.dropFirst().compactMap { UUID($0) })
  }

  /// Whether an answer tells of something that happened.
  func hasEffect(_ outcome: CommitOutcome) -> Bool {
    !mayBeIdle || Self.parse(outcome.bytes)?.ids.isEmpty == false
  }

  // MARK: What its sender knows

  var accepted: CommitOutcome? {
    replies.lazy.compactMap { try? $0.get() }.first
  }

  /// Whether the last word was spoken. Who got no answer sends it again, as does whom the server
  /// asks to.
  var isSettled: Bool { !isRepeatable || replies.contains { Self.isFinal($0) } }

  var isUnderWay: Bool { underWay > 0 }

  var mayBeRepeated: Bool { isRepeatable }

  private static func isFinal(_ reply: Reply) -> Bool {
    switch reply {
    case .success: return true
    case .failure(let error):
      guard let refusal = (error as? any RefusalConvertible)?.refusal else { return false }
      return refusal.code != .aborted && refusal.code != .unavailable
    }
  }

  /// Whether somebody waits for an answer that will not come, or was told that nobody knows.
  var mayHaveHappened: Bool {
    isUnderWay
      || replies.contains { reply in
        if case .failure(let error) = reply {
          error as? CommitError == .outcomeUnknown
        } else {
          false
        }
      }
  }
}

/// What users know, from the answers that they got.
struct Knowledge {
  struct KnownJob {
    let id: UUID
    let client: UUID
  }

  struct KnownEscrow {
    let id: UUID
    let client: UUID
    let freelancer: UUID
    let parts: Int
  }

  struct KnownDispute {
    let id: UUID
    let escrow: KnownEscrow
  }

  struct KnownSession {
    let id: UUID
    let user: UUID
    var generation: Int32
  }

  struct KnownInvoice {
    let id: UUID
    let escrow: KnownEscrow
  }

  /// Something that one user has.
  struct KnownThing {
    let id: UUID
    let user: UUID
  }

  struct KnownConsumer {
    let id: UUID
    let owner: UUID
    let holder: UUID
  }

  struct KnownCode {
    let nonce: UUID
    let user: UUID
    let email: String
  }

  var users: [UUID] = []
  var codes: [KnownCode] = []
  /// Those that confirm an address.
  var confirmations: [KnownThing] = []
  var admins: [UUID] = []
  var jobs: [KnownJob] = []
  var escrows: [KnownEscrow] = []
  /// Of each job, what was paid in when an invoice was asked for last.
  var invoiced: [UUID: Int64] = [:]
  var disputes: [KnownDispute] = []
  /// Ids of transactions of the general ledger.
  var postings: [GeneralName] = []
  var sessions: [KnownSession] = []
  var consumers: [KnownConsumer] = []
  var quotes: [KnownThing] = []
  /// Locked rates of payouts to banks.
  var rates: [KnownThing] = []
  var payouts: [KnownThing] = []
  var invoices: [KnownInvoice] = []
  /// People without business.
  var guests: [UUID] = []
  var kycCases: [UUID] = []
  var apiKeys: [UUID] = []
  var endpoints: [KnownThing] = []
  var beneficiaries: [KnownThing] = []
  /// Of them, those that stay.
  var banks: [KnownThing] = []
  var runs: [UUID] = []
  var corrections: [UUID] = []
}
