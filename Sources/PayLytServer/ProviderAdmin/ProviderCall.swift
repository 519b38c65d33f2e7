/// One call of somebody outside, or one question with the same answer each time: what an operator
/// reads when nobody knows what became of a payment. Nothing is decided by it.
struct ProviderCall: Hashable, Sendable {
  /// Raw values are stored and equal the API's.
  enum Operation: Int16, Sendable, CaseIterable {
    case createInvoice = 1
    case getInvoice = 2
    case createHoldInvoice = 3
    case getHold = 4
    case settleHold = 5
    case cancelHold = 6
    case resolveAddress = 7
    case sendPayment = 8
    case getPayment = 9
    case quotePayout = 10
    case initializePayout = 11
    case finalizePayout = 12
    case getPayout = 13
    case lookUpAccount = 14
    case getRate = 15

    /// Asked again and again, and moves nothing: kept once for each answer, and for less long.
    var isQuestion: Bool {
      switch self {
      case .getInvoice, .getHold, .resolveAddress, .getPayment, .getPayout, .lookUpAccount,
        .getRate:
        true
      case .createInvoice, .createHoldInvoice, .settleHold, .cancelHold, .sendPayment,
        .quotePayout, .initializePayout, .finalizePayout:
        false
      }
    }

    /// Whether money may be gone when the call is: it is not made before it is written down.
    var isKeptBefore: Bool {
      switch self {
      case .sendPayment, .finalizePayout, .settleHold, .cancelHold: true
      case .createInvoice, .getInvoice, .createHoldInvoice, .getHold, .resolveAddress,
        .getPayment, .quotePayout, .initializePayout, .getPayout, .lookUpAccount, .getRate:
        false
      }
    }
  }

  /// Raw values are stored and equal the API's.
  enum Outcome: Int16, Sendable, CaseIterable {
    case underWay = 1
    case ok = 2
    case refused = 3
    /// Nothing happened, or it was a question without an answer.
    case unavailable = 4
    case unknown = 5
  }

  let id: UUID
  let provider: String
  let operation: Operation
  /// Ours; of a rate, the currency. Empty where there is none.
  let reference: String
  /// 32 bytes, or none.
  var paymentHash: [UInt8]
  var amount: Money?
  let startedAt: Timestamp
  /// nil while it is under way.
  private(set) var endedAt: Timestamp?
  private(set) var outcome = Outcome.underWay
  /// What came of it, in our words.
  private(set) var answer = ""
  private(set) var facts = ProviderTrace.Facts()
  /// How often in a row.
  private(set) var times: Int64 = 1

  init(_ subject: Subject, id: UUID, at now: Timestamp) {
    self.id = id
    provider = subject.provider
    operation = subject.operation
    reference = String(subject.reference.prefix(ProviderCallLimits.referenceCharactersMax))
    paymentHash = subject.paymentHash
    amount = subject.amount
    startedAt = now
  }

  /// Who is asked for what.
  struct Subject: Hashable, Sendable {
    let provider: String
    let operation: Operation
    var reference = ""
    var paymentHash: [UInt8] = []
    var amount: Money?
  }

  /// What came back.
  mutating func end(
    _ outcome: Outcome, _ answer: String, _ facts: ProviderTrace.Facts, at now: Timestamp
  ) {
    self.outcome = outcome
    let answerMax = ProviderCallLimits.answerCharactersMax
    // What came of it is said in our own words; an error may repeat somebody else's.
    self.answer =
      outcome == .ok
      ? ProviderText.plain(answer, max: answerMax) : ProviderText.keepable(answer, max: answerMax)
    self.facts = facts
    self.facts.detail = ProviderText.keepable(
      facts.detail, max: ProviderCallLimits.detailCharactersMax)
    // The provider's number may be long, and is what its support asks for.
    self.facts.requestID = String(
      facts.requestID.filter { $0.isASCII && !$0.isNewline && $0 != "\0" }
        .prefix(ProviderLimits.requestIDCharactersMax))
    endedAt = now
  }

  /// The same question had the same answer once more.
  mutating func repeated(_ again: ProviderCall) {
    times += 1
    endedAt = again.endedAt
    facts = again.facts
  }

  func hasSameAnswer(as other: ProviderCall) -> Bool {
    outcome == other.outcome && answer == other.answer && facts.status == other.facts.status
      && paymentHash == other.paymentHash
  }

  var keptUntil: Timestamp {
    startedAt.adding(
      seconds: operation.isQuestion
        ? ProviderCallLimits.questionKeptSeconds : ProviderCallLimits.keptSeconds)
  }

  /// A row of the table.
  init(
    _ subject: Subject, id: UUID, started: Timestamp, ended: Timestamp?, outcome: Outcome,
    answer: String, facts: ProviderTrace.Facts, times: Int64
  ) {
    self.init(subject, id: id, at: started)
    endedAt = ended
    self.outcome = outcome
    self.answer = answer
    self.facts = facts
    self.times = times
  }
}

/// The bounds of what is kept about calls of those outside.
enum ProviderCallLimits {
  static let referenceCharactersMax = 200
  static let answerCharactersMax = 300
  static let detailCharactersMax = 1000
  /// 400 days: a year's books are looked at once more after it ended.
  static let keptSeconds: Int64 = 400 * 86_400
  static let questionKeptSeconds: Int64 = 30 * 86_400
  /// After which a call without an end has lost its server: far more than any call may take.
  static let lostSeconds: Int64 = 300
  /// Calls that wait to be written; more are not kept, and counted.
  static let pendingMax = 10_000
  /// Calls in one statement.
  static let batchMax = 500
  /// Questions whose last answer is remembered, in each of two halves.
  static let rememberedMax = 4096
  /// How often a question with the same answer is written, at most.
  static let repeatSeconds: Int64 = 60
  /// Until what could not be written is tried again.
  static let retryPause = Duration.seconds(5)
  /// Calls without an end that are closed at once.
  static let closedBatch: Int64 = 1000
}
