import PayLytRPC

/// An answer as it is stored and sent: a message's full name and wire bytes.
struct Payload: Hashable, Sendable {
  let type: String
  let bytes: [UInt8]
}

extension Payload {
  init(_ message: some WireMessage) {
    self.init(type: Swift.type(of: message).fullName, bytes: message.wireBytes)
  }

  private init() {
    type = ""
    bytes = []
  }

  /// The answer of a command whose caller needs none, and whose event tells no more than its
  /// subject.
  static func none(of _: some Any) -> Payload { Payload() }
}

/// What the caller of a committed command gets.
struct CommitOutcome: Hashable, Sendable {
  let bytes: [UInt8]
  /// Whether the answer is that of an earlier request with the same key.
  let isReplay: Bool
}

/// A command in the committer's queue, its type erased.
struct PendingCommand: Sendable {
  /// The id of its journal row, chosen before the first attempt: it says, after a connection was
  /// lost during COMMIT, whether the command took effect.
  let journalID: UUID
  let method: String
  let actor: String
  let request: RequestIdentity?
  /// Whether it is only tried out: it is decided like any other, and nothing of it is kept.
  let isRehearsal: Bool
  let deadline: Deadline?
  /// What it counts in the queue.
  let bytes: Int
  let load: @Sendable (Loader) -> Void
  let decide: @Sendable (Decision) throws -> Payload
  let answer: @Sendable (Result<CommitOutcome, any Error>) -> Void

  init<C: Command>(
    _ command: C, journalID: UUID, deadline: Deadline?, via: String?, isRehearsal: Bool,
    encode: @escaping @Sendable (C.Answer) -> Payload,
    answer: @escaping @Sendable (Result<CommitOutcome, any Error>) -> Void
  ) {
    self.journalID = journalID
    method = command.method
    let caller = command.caller.name
    actor = via.map { $0 == caller ? caller : "\(caller) via \($0)" } ?? caller
    // A rehearsal neither uses up its key nor is answered from it.
    request = isRehearsal ? nil : command.request
    self.isRehearsal = isRehearsal
    self.deadline = deadline
    bytes = command.bytes
    load = { command.loadAll($0) }
    decide = { encode(try command.decideUnlessPaused($0)) }
    self.answer = answer
  }
}
