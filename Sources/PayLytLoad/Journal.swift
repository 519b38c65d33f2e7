import Synchronization

/// One operation of a run, as the journal keeps it: `ack release <request> <subject> <result>`.
struct JournalLine: Sendable, Hashable {
  enum Outcome: String, Sendable {
    /// The server acknowledged it: it must be there, whatever happened since.
    case acknowledged = "ack"
    /// Nobody knows: no answer, or one that leaves it open. It may be there, once.
    case unknown = "unk"
  }

  let outcome: Outcome
  let operation: Operation
  let request: Identifier
  /// `<escrow>/<milestone>` for release and submit, `<job>` for create-job, `<escrow>/<client>` for
  /// fund-release; `-` for the last two when it is unknown.
  let subject: String
  /// The version of the escrow in the answer; 0 for a job and when it is unknown.
  let version: Int64

  var text: String {
    "\(outcome.rawValue) \(operation.rawValue) \(request) \(subject) \(version)\n"
  }

  init(
    _ outcome: Outcome, _ operation: Operation, _ request: Identifier, subject: String,
    version: Int64
  ) {
    self.outcome = outcome
    self.operation = operation
    self.request = request
    self.subject = subject
    self.version = version
  }

  init(_ line: String) throws(LoadError) {
    let words = line.split(separator: " ")
    guard words.count == 5, let outcome = Outcome(rawValue: String(words[0])),
      let operation = Operation(rawValue: String(words[1])), operation.isWritten,
      let request = Identifier(words[2]), let version = Int64(words[4])
    else { throw LoadError("no line of a journal") }
    self.init(outcome, operation, request, subject: String(words[3]), version: version)
  }
}

/// What a run did, written down as it happens: the other book that the server's is compared with.
///
/// Lines are gathered and written once a second or when they are many: a client that is killed
/// loses the last ones, which makes the comparison weaker and never wrong. Runs on the same work
/// share one journal; it only grows.
final class Journal: Sendable {
  static let header = "paylyt-journal 1"

  private struct State {
    var waiting: [UInt8] = []
    var failure: LoadError?
  }

  private let file: AppendFile
  private let state = Mutex(State())

  init(_ path: String) throws(LoadError) {
    file = try AppendFile(path)
    try file.write(Array("\(Self.header)\n".utf8))
  }

  func append(_ line: JournalLine) {
    state.withLock { state in
      state.waiting.append(contentsOf: line.text.utf8)
      if state.waiting.count >= LoadLimits.journalBufferBytes { write(&state) }
    }
  }

  /// - Throws: the first failure to write, now or before.
  func flush() throws(LoadError) {
    let failure = state.withLock { state in
      write(&state)
      return state.failure
    }
    if let failure { throw failure }
  }

  private func write(_ state: inout State) {
    guard state.failure == nil, !state.waiting.isEmpty else { return }
    do throws(LoadError) {
      try file.write(state.waiting)
    } catch {
      state.failure = error
    }
    state.waiting.removeAll(keepingCapacity: true)
  }

  /// Reads a journal back.
  ///
  /// - Throws: `LoadError` for a line that is none, such as one cut short by a full disk.
  static func read(
    _ path: String, _ body: (JournalLine) throws(LoadError) -> Void
  ) throws(LoadError) {
    var lines = 0
    try LineFile.read(path) { (line) throws(LoadError) in
      lines += 1
      guard lines <= LoadLimits.journalLinesMax else { throw LoadError("too many lines") }
      if line == header { return }
      guard lines > 1 else { throw LoadError("a journal begins with \(header)") }
      try body(JournalLine(line))
    }
  }
}
