/// Comments as Markdown: they are written in it already, for the most part.
enum Markdown {
  /// As GitHub makes it from a heading.
  static func anchor(_ heading: String) -> String {
    let text = heading.lowercased().map { $0 == " " ? "-" : $0 }
    return String(text.filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
  }

  /// Lines as they were written, so that indented ones stay examples.
  static func paragraphs(_ comment: String) -> String {
    var lines = comment.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix(" ") ? $0.dropFirst() : $0 }
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines.map { $0.hasPrefix("    ") ? String($0) : escaped($0) }.joined(separator: "\n")
  }

  /// One cell of a table: one line, without what ends a cell.
  static func cell(_ comment: String) -> String {
    let words = comment.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
    return escaped(words).split(separator: "|", omittingEmptySubsequences: false)
      .joined(separator: "\\|")
  }

  static func firstSentence(of comment: String) -> String {
    let line = comment.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
    var end = line.startIndex
    while end < line.endIndex {
      let next = line.index(after: end)
      if line[end] == ".", next == line.endIndex || line[next] == " " {
        return String(line[..<next])
      }
      end = next
    }
    return line
  }

  /// Text in angle brackets would be taken for HTML, unless it is code.
  private static func escaped(_ text: some StringProtocol) -> String {
    var isCode = false
    var result = ""
    for character in text {
      if character == "`" { isCode.toggle() }
      if character == "<", !isCode { result += "&lt;" } else { result.append(character) }
    }
    return result
  }
}
