/// How files look.
extension Rule {
  static let style = [forbiddenWords, size, columns, machines]

  private static let forbidden = ["try!", "as!", "fatalError", "nonisolated(unsafe)"]
  private static let reminders = ["TODO", "FIXME", "XXX", "HACK"]

  private static let forbiddenWords = Rule(
    "sources neither crash on input nor put work off",
    leak: { $0.adding("// TO" + "DO\n", to: "Sources/PayLytServer/Escrow/Escrow.swift") }
  ) { tree in
    tree.sources.flatMap { file -> [String] in
      let crashes = forbidden.filter { file.code.contains($0) }
      let notes = reminders.filter { word in
        file.text.contains(word) && file.text.split { !$0.isLetter }.contains(Substring(word))
      }
      return (crashes + notes).map { "\(file.path) has \($0)" }
    }
  }

  private static func isOurs(_ file: SourceFile) -> Bool {
    [".swift", ".sql", ".sh", ".py"].contains { file.path.hasSuffix($0) }
  }

  private static let size = Rule(
    "no file is longer than 400 lines",
    leak: {
      $0.adding(String(repeating: "\n", count: 401), to: "Sources/PayLytServer/Leak.swift")
    }
  ) { tree in
    tree.files.filter(isOurs).compactMap { file in
      let lines = file.text.count { $0 == "\n" }
      return lines > 400 ? "\(file.path) has \(lines) lines" : nil
    }
  }

  /// A line that is one text: breaking it would change what it says.
  private static func isLiteral(_ line: Substring) -> Bool {
    let start = line.drop { $0 == " " }
    return start.hasPrefix("\"") || start.hasPrefix("#\"")
  }

  private static let columns = Rule(
    "no line is longer than 100 columns",
    leak: {
      $0.adding(String(repeating: "x", count: 101), to: "Sources/PayLytServer/Leak.swift")
    }
  ) { tree in
    tree.files.filter(isOurs).flatMap { file in
      file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        .filter { $0.element.utf8.count > 100 && $0.element.count > 100 && !isLiteral($0.element) }
        .map { "\(file.path):\($0.offset + 1) has \($0.element.count) columns" }
    }
  }

  /// Written in two parts, so that this file does not hold them.
  private static let privatePlaces = [
    "/wo" + "rk/", "/ho" + "me/", "/Us" + "ers/", "/tmp/p" + "l/",
  ]

  private static let machines = Rule(
    "nothing names a place on somebody's machine",
    leak: { $0.adding("/ho" + "me/ada/PayLyt\n", to: "README.md") }
  ) { tree in
    tree.files.flatMap { file in
      privatePlaces.filter { file.text.contains($0) }.map { "\(file.path) names \($0)" }
    }
  }
}
