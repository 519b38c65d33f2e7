import PayLytRPC

/// Why a decision went against the caller: a status, a reason that programs can rely on
/// (docs/ERRORS.md), and a sentence that tells people what they can do.
struct Refusal: Error, Hashable, Sendable {
  let code: StatusCode
  /// UPPER_SNAKE, at most 63 characters, stable.
  let reason: String
  let message: String
  /// The request field at fault, for INVALID_ARGUMENT.
  let field: String?
  /// When the same request may succeed, where that is known.
  let retrySeconds: Int64?
  /// What the message speaks of, for programs: amounts, times and names by their `snake_case` keys
  /// (docs/ERRORS.md). Printable, without tabs and line feeds.
  let values: [String: String]

  init(
    _ code: StatusCode, reason: String, message: String, field: String? = nil,
    retrySeconds: Int64? = nil, values: [String: String] = [:]
  ) {
    self.code = code
    self.reason = reason
    self.message = message
    self.field = field
    self.retrySeconds = retrySeconds
    self.values = values
  }

  static func invalid(_ field: String, _ message: String) -> Refusal {
    Refusal(.invalidArgument, reason: "INVALID_FIELD", message: message, field: field)
  }

  /// The same about another field: as somebody else's request calls it.
  func naming(field: String) -> Refusal {
    Refusal(
      code, reason: reason, message: message, field: field, retrySeconds: retrySeconds,
      values: values)
  }

  /// A state as a sentence says it: `paid locked` for `.paidLocked`.
  static func words(_ state: some Any) -> String {
    "\(state)".map { $0.isUppercase ? " \($0.lowercased())" : "\($0)" }.joined()
  }

  static func notFound(_ resource: String) -> Refusal {
    Refusal(.notFound, reason: "NOT_FOUND", message: "There is no \(resource) that you may see.")
  }

  /// What is stored contradicts itself, and only people can say what is right.
  static func damaged(_ resource: String) -> Refusal {
    Refusal(
      .dataLoss, reason: "RECORD_DAMAGED",
      message: "The records of \(resource) contradict each other. Nothing was changed. Report it.")
  }

  /// A sum that was added to without being read does not fit in 64 bits.
  static let sumTooLarge = Refusal(
    .failedPrecondition, reason: "SUM_TOO_LARGE", message: "An account cannot count that much.")

  /// Whether a repeated request gets this same refusal: only where the state of things was decided
  /// on. Bad input, missing rights, and what may be there a moment later do not use up a key.
  var isLasting: Bool {
    switch code {
    case .failedPrecondition, .alreadyExists, .outOfRange: true
    case .ok, .cancelled, .unknown, .invalidArgument, .deadlineExceeded, .notFound,
      .permissionDenied, .resourceExhausted, .aborted, .unimplemented, .internalError,
      .unavailable, .dataLoss, .unauthenticated:
      false
    }
  }

  /// How the journal keeps it: reason, field and message, each on a line; the values stand behind
  /// the field, each behind a tab.
  var storedForm: [UInt8] {
    let pairs = values.sorted { $0.key < $1.key }.map { "\t\($0.key)=\($0.value)" }
    return Array("\(reason)\n\(field ?? "")\(pairs.joined())\n\(message)".utf8)
  }

  init?(code: StatusCode, storedForm: [UInt8]) {
    let parts = String(decoding: storedForm, as: UTF8.self)
      .split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    let details = parts[1].split(separator: "\t", omittingEmptySubsequences: false)
    var values: [String: String] = [:]
    for pair in details.dropFirst() {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2 else { return nil }
      values[String(sides[0])] = String(sides[1])
    }
    let field = details.first ?? ""
    self.init(
      code, reason: String(parts[0]), message: String(parts[2]),
      field: field.isEmpty ? nil : String(field), values: values)
  }
}

/// An error of a capability that is the caller's concern.
protocol RefusalConvertible: RPCErrorConvertible {
  var refusal: Refusal { get }
}

extension Refusal: RefusalConvertible {
  var refusal: Refusal { self }
}
