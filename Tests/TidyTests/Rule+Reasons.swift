/// The reason of a refusal is told in three places: by the code that gives it, by the proto that
/// declares it, and by docs/ERRORS.md, which explains it. They say the same.
extension Rule {
  static let reasons = [
    reasonsAreExplained, reasonsExist, reasonsAreDeclared, reasonsMeanTheSame, reasonsHaveOneStatus,
    reasonsToWaitAgree,
  ]

  private static let errors = "docs/ERRORS.md"
  private static let proto = "proto/paylyt/common/v1/reason.proto"

  // MARK: What is told

  private struct Row {
    let status: String
    let meaning: String
    /// Whether the same request may be sent again.
    let isRetryable: Bool
    /// Callers do not hear of it.
    let isInside: Bool
  }

  /// The tables of ERRORS.md, by reason.
  private static func rows(_ tree: SourceTree) -> [String: Row] {
    var rows: [String: Row] = [:]
    var section = ""
    for line in tree.text(of: errors).split(separator: "\n") {
      if line.hasPrefix("## ") { section = String(line.dropFirst(3)) }
      guard line.hasPrefix("| `") else { continue }
      let cells = line.split(separator: " | ")
      let name = line.dropFirst(3).prefix { $0 != "`" }
      guard cells.count > 2, isReason(name) else { continue }
      let answer = cells.last ?? ""
      rows[String(name)] = Row(
        status: String(cells[1]), meaning: String(cells[2]),
        isRetryable: answer.hasPrefix("yes") || answer.hasPrefix("same id"),
        isInside: section == "Inside")
    }
    return rows
  }

  private struct Declared {
    let status: String
    let comment: String
    let isRetryable: Bool
  }

  /// What the proto says of each reason.
  private static func declared(_ tree: SourceTree) -> [String: Declared] {
    var found: [String: Declared] = [:]
    var comment: [Substring] = []
    for line in tree.text(of: proto).split(separator: "\n", omittingEmptySubsequences: false) {
      let text = line.drop { $0 == " " }
      if text.hasPrefix("// ") {
        comment.append(text.dropFirst(3))
        continue
      }
      if let match = text.firstMatch(of: /^([A-Z_]+) = \d+ \[\(status\) = ([A-Z_]+)/) {
        found[String(match.1)] = Declared(
          status: String(match.2), comment: comment.joined(separator: " "),
          isRetryable: text.contains("(retryable) = true"))
      }
      comment = []
    }
    return found
  }

  /// The stable reasons in the code: `reason: "UPPER_SNAKE"`, or a constant that is called one.
  private static func reasonsInCode(_ tree: SourceTree) -> Set<String> {
    var found: Set<String> = []
    for file in tree.sources {
      for marker in ["reason: \"", "Reason = \""] {
        for part in file.uncommented.split(separator: marker).dropFirst() {
          let reason = part.prefix { $0 != "\"" }
          if isReason(reason) { found.insert(String(reason)) }
        }
      }
    }
    return found
  }

  private static func isReason(_ text: Substring) -> Bool {
    text.count > 3 && text.first != "_" && text.last != "_"
      && text.utf8.allSatisfy { (65...90).contains($0) || $0 == UInt8(ascii: "_") }
  }

  // MARK: What must hold

  private static let reasonsAreExplained = Rule(
    "every reason that the code gives is explained in docs/ERRORS.md",
    leak: {
      $0.adding(
        "let leak = Refusal(.aborted, reason: \"NOBODY_TOLD_YOU\", message: \"\")\n",
        to: "Sources/PayLytServer/Escrow/EscrowError.swift")
    }
  ) { tree in
    reasonsInCode(tree).subtracting(rows(tree).keys).sorted().map { "\($0) is not in \(errors)" }
  }

  private static let reasonsExist = Rule(
    "every reason in docs/ERRORS.md is one that the code gives",
    leak: { $0.adding("| `NEVER_GIVEN` | ABORTED | – | – |\n", to: errors) }
  ) { tree in
    Set(rows(tree).keys).subtracting(reasonsInCode(tree)).sorted()
      .map { "\($0) is in \(errors) only" }
  }

  private static let reasonsAreDeclared = Rule(
    "the reasons that callers hear are those of reason.proto",
    leak: { $0.removing("ESCROW_FROZEN =", from: proto) }
  ) { tree in
    let explained = Set(rows(tree).filter { !$0.value.isInside }.keys)
    let known = Set(declared(tree).keys)
    return explained.subtracting(known).sorted().map { "\($0) is not in \(proto)" }
      + known.subtracting(explained).sorted().map { "callers do not hear \($0) by \(errors)" }
  }

  private static let reasonsMeanTheSame = Rule(
    "reason.proto and docs/ERRORS.md say the same about each reason",
    leak: { $0.removing("nothing leaves it", from: errors) }
  ) { tree in
    let rows = rows(tree)
    return declared(tree).sorted { $0.key < $1.key }.compactMap { name, said in
      guard let row = rows[name] else { return nil }
      let sentence = row.meaning.prefix(1).uppercased() + row.meaning.dropFirst() + "."
      return said.status == row.status && said.comment == sentence
        ? nil : "\(name) is \(said.status), \(said.comment) Or \(row.status), \(sentence)"
    }
  }

  private static let reasonsHaveOneStatus = Rule(
    "the code gives a reason with the status that docs/ERRORS.md names",
    leak: {
      $0.adding(
        "let leak = Refusal(.aborted, reason: \"ESCROW_FROZEN\", message: \"\")\n",
        to: "Sources/PayLytServer/Escrow/EscrowError.swift")
    }
  ) { tree in
    let rows = rows(tree)
    return tree.sources.flatMap { file in
      file.uncommented.matches(of: /\.([a-zA-Z]+),\s*reason: "([A-Z_]+)"/).compactMap { match in
        guard let row = rows[String(match.2)] else { return nil }
        let status = row.status.filter { $0 != "_" }.lowercased()
        return match.1.lowercased() == status
          ? nil : "\(file.path): \(match.2) with \(match.1), not \(row.status)"
      }
    }
  }

  private static let reasonsToWaitAgree = Rule(
    "docs/ERRORS.md says of exactly the retryable reasons that one may retry",
    leak: {
      $0.adding(
        "| `ETAG_MISMATCH` | ABORTED | it has changed | yes, again and again |\n", to: errors)
    }
  ) { tree in
    let rows = rows(tree)
    return declared(tree).sorted { $0.key < $1.key }.compactMap { name, said in
      guard let row = rows[name], row.isRetryable != said.isRetryable else { return nil }
      return "\(name): \(said.isRetryable ? "one may retry" : "one may not") by \(proto)"
    }
  }
}
