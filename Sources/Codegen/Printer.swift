/// Collects lines of Swift and indents them.
struct Printer {
  private(set) var text = ""
  private var indentation = ""

  mutating func line(_ line: String = "") {
    if !line.isEmpty {
      text += indentation
      text += line
    }
    text += "\n"
  }

  /// Prints `opening`, then `body` one level deeper, then `closing`.
  mutating func block<Failure: Error>(
    _ opening: String, closing: String = "}", _ body: (inout Printer) throws(Failure) -> Void
  ) throws(Failure) {
    line(opening)
    indentation += "  "
    try body(&self)
    indentation.removeLast(2)
    line(closing)
  }

  /// Prints what the proto's author wrote as a doc comment; nothing for an empty comment.
  mutating func documentation(_ comment: String) {
    var lines = comment.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasPrefix(" ") ? $0.dropFirst() : $0
    }
    while lines.last?.allSatisfy(\.isWhitespace) ?? false { lines.removeLast() }
    while lines.first?.allSatisfy(\.isWhitespace) ?? false { lines.removeFirst() }
    for text in lines {
      let trimmed = text.trimmingTrailingWhitespace()
      line(trimmed.isEmpty ? "///" : "/// \(trimmed)")
    }
  }
}

extension Substring {
  fileprivate func trimmingTrailingWhitespace() -> Substring {
    var text = self
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return text
  }
}

extension String {
  /// The string as a Swift literal, quotes included.
  var swiftLiteral: String {
    var literal = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": literal += "\\\""
      case "\\": literal += "\\\\"
      case "\n": literal += "\\n"
      case "\r": literal += "\\r"
      case "\t": literal += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        literal += "\\u{\(String(scalar.value, radix: 16))}"
      case _: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }
}
