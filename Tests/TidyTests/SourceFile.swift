/// One text file of the repository, with what the rules ask about it.
struct SourceFile: Sendable {
  /// From the root of the repository.
  let path: String
  let text: String
  /// Without comments and strings; empty for a file that is not Swift.
  let code: String
  /// Without comments.
  let uncommented: String
  /// The identifiers of `code` that do not follow a point: names that are meant by themselves.
  let names: Set<String>
  /// The modules that it imports.
  let imports: Set<String>

  init(_ path: String, _ text: String) {
    self.path = path
    self.text = text
    guard path.hasSuffix(".swift") else {
      (code, uncommented, names, imports) = ("", "", [], [])
      return
    }
    let lexer = SwiftLexer(text)
    code = String(decoding: lexer.code, as: UTF8.self)
    uncommented = String(decoding: lexer.uncommented, as: UTF8.self)
    names = Self.names(in: lexer.code)
    imports = Set(
      code.split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ").drop { Self.modifiers.contains(String($0)) }
        return words.first == "import" ? words.last.map { String($0) } : nil
      })
  }

  var fileName: String { String(path.split(separator: "/").last ?? "") }

  /// The folder of PayLytServer that the file is in: `Escrow`; nil for files elsewhere.
  var serverFolder: String? {
    let parts = path.split(separator: "/")
    guard parts.count > 3, parts[0] == "Sources", parts[1] == "PayLytServer" else { return nil }
    return String(parts[2])
  }

  /// Types that it declares for other files.
  var declaredTypes: Set<String> {
    Set(
      code.split(separator: "\n").compactMap { line in
        guard let first = line.first, first != " " else { return nil }
        let words = line.split(separator: " ").drop { Self.modifiers.contains(String($0)) }
        guard let kind = words.first, Self.kinds.contains(String(kind)), words.count > 1 else {
          return nil
        }
        return Self.leadingName(words[words.index(after: words.startIndex)])
      })
  }

  /// Types that it declares inside of others, and its generic parameters.
  var innerTypes: Set<String> {
    var found: Set<String> = []
    for line in code.split(separator: "\n") {
      let words = line.split { " (".contains($0) }
      for (kind, name) in zip(words, words.dropFirst()) where Self.kinds.contains(String(kind)) {
        found.insert(Self.leadingName(name))
      }
      for part in line.split(separator: "<").dropFirst() { found.insert(Self.leadingName(part)) }
    }
    return found
  }

  private static let kinds: Set = ["struct", "enum", "class", "protocol", "actor", "typealias"]
  private static let modifiers: Set = [
    "public", "internal", "final", "indirect", "@safe", "@main", "@testable", "@unsafe",
  ]

  private static func leadingName(_ text: Substring) -> String {
    String(text.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
  }

  private static func names(in code: [UInt8]) -> Set<String> {
    var found: Set<String> = []
    var start = 0
    for end in 0...code.count {
      if end < code.count, isNamePart(code[end]) { continue }
      let isMember = start > 0 && code[start - 1] == UInt8(ascii: ".")
      if end > start, !isMember { found.insert(String(decoding: code[start..<end], as: UTF8.self)) }
      start = end + 1
    }
    return found
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
