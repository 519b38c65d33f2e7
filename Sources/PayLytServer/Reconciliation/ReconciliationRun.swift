/// One comparison of our books with a provider's, over a span of time. Amounts are millisatoshis.
struct ReconciliationRun: Hashable, Sendable {
  /// Raw values are stored and equal the API's.
  enum State: Int16, Sendable, CaseIterable {
    /// Next: running.
    case queued = 1
    /// A server works on it; it may be taken over when that one is silent. Next: running, done,
    /// failed.
    case running = 2
    /// Final.
    case done = 3
    /// Final: it could not be carried out, and nothing is known.
    case failed = 4

    var isOpen: Bool { self == .queued || self == .running }
  }

  /// Why it could not be carried out. Raw values are stored.
  enum Failure: Int16, Sendable, CaseIterable {
    /// More in this span of time than one run compares.
    case tooMuch = 1
    /// The provider's list begins now, and is too long to be read back to there.
    case tooFarBack = 2
    /// The provider did not answer, or not with what can be read.
    case notAnswered = 3
  }

  let id: UUID
  let provider: String
  /// Whether the server has made it by itself: each of those begins where the one before ended.
  let isAutomatic: Bool
  private(set) var state: State
  let from: Timestamp
  let to: Timestamp
  private(set) var entriesHere: Int64
  private(set) var entriesThere: Int64
  private(set) var findings: Int64
  private(set) var balanceMsat: Int64?
  /// Set when it has failed.
  private(set) var failure: Failure?
  /// Why it failed, for people.
  private(set) var note: String
  private(set) var version: Int64
  let createdAt: Timestamp
  private(set) var updatedAt: Timestamp

  var openProvider: String? { state.isOpen ? provider : nil }

  /// What came of it.
  struct Result: Hashable, Sendable {
    var entriesHere: Int64 = 0
    var entriesThere: Int64 = 0
    var findings: [ReconciliationFinding.Content] = []
    var balanceMsat: Int64?
  }

  /// Whether a server may work on it now: nobody does, or whoever did is silent.
  func isFree(at now: Timestamp) -> Bool {
    switch state {
    case .queued: true
    case .running: now >= updatedAt.adding(seconds: ReconciliationLimits.leaseSeconds)
    case .done, .failed: false
    }
  }

  mutating func begin(at now: Timestamp) {
    state = .running
    touch(now)
  }

  mutating func finish(_ result: Result, at now: Timestamp) {
    state = .done
    entriesHere = result.entriesHere
    entriesThere = result.entriesThere
    findings = Int64(result.findings.count)
    balanceMsat = result.balanceMsat
    touch(now)
  }

  mutating func fail(_ failure: Failure, _ note: String, at now: Timestamp) {
    state = .failed
    self.failure = failure
    self.note = note
    touch(now)
  }

  private mutating func touch(_ now: Timestamp) {
    version += 1
    updatedAt = now
  }
}

extension ReconciliationRun {
  init(
    queueing id: UUID, provider: String, isAutomatic: Bool = false, from: Timestamp,
    to: Timestamp, at now: Timestamp
  ) {
    self.init(
      id: id, provider: provider, isAutomatic: isAutomatic, state: .queued, from: from, to: to,
      entriesHere: 0, entriesThere: 0, findings: 0, balanceMsat: nil, failure: nil, note: "",
      version: 1, createdAt: now, updatedAt: now)
  }
}

/// Where the two books differ.
struct ReconciliationFinding: Hashable, Sendable {
  /// Raw values are stored and equal the API's.
  enum Kind: Int16, Sendable, CaseIterable {
    /// The provider has it and we do not.
    case missingHere = 1
    /// We have it and the provider, asked about it alone, does not.
    case missingThere = 2
    case amountDiffers = 3
  }

  struct Content: Hashable, Sendable {
    let kind: Kind
    let direction: BookEntry.Direction
    let paymentHash: [UInt8]
    let reference: String
    /// nil when we do not have it.
    let hereMsat: Int64?
    /// nil when the provider does not have it.
    let thereMsat: Int64?
  }

  let id: UUID
  let run: UUID
  let content: Content
}

/// The bounds of comparisons.
enum ReconciliationLimits {
  /// Seconds of one span of time.
  static let windowSecondsMax: Int64 = 31 * 86_400
  /// Movements of one side that are compared in one run: they are held in memory.
  static let entriesMax = 50_000
  /// Pages of a provider's book that one run reads for each direction.
  static let pagesMax = 4000
  /// Payouts to banks that one run asks about, one after the other.
  static let railPayoutsMax: Int64 = 2000
  /// Findings that are kept of one run; more say the same.
  static let findingsMax = 1000
  /// Movements that are looked up at once.
  static let lookUpBatch = 500
  /// Receipts of one run that are ours and are asked about because our books do not have them: what
  /// is more is a finding, and another run's.
  static let takeInMax = 1000
  /// How often the server compares by itself.
  static let everySeconds: Int64 = 3600
  /// How far back it looks the first time, and how much of what was compared is compared again.
  static let firstWindowSeconds: Int64 = 86_400
  static let overlapSeconds: Int64 = 600
  /// What is younger is on its way into one of the books.
  static let settlingSeconds: Int64 = 300
  /// The shortest span that is tried where longer ones hold too much.
  static let spanSecondsMin: Int64 = 1
  /// Silence after which another server takes a run over.
  static let leaseSeconds: Int64 = 1800
  /// Runs of the server's own that fail one after the other, for want of an answer, before it says
  /// so as an error: nothing is compared meanwhile.
  static let failuresQuiet: Int64 = 3
  static let noteCharactersMax = 300
}
