/// How words of a proto become words of Swift.
enum SwiftWords {
  /// `escrow_id` becomes `escrowID`, `URL` becomes `url`, `fooBar` stays.
  static func lowerCamel(_ name: String) -> String {
    var result = ""
    for word in name.split(separator: "_") {
      let isShouted = !word.contains(where: \.isLowercase)
      let word = isShouted ? word.lowercased() : String(word)
      if result.isEmpty {
        result = word.prefix(1).lowercased() + word.dropFirst()
      } else if let acronym = acronyms[word.lowercased()] {
        result += acronym
      } else {
        result += word.prefix(1).uppercased() + word.dropFirst()
      }
    }
    // `_1` and `_` are names in a proto.
    guard let first = result.first else { return "field" }
    return first.isNumber ? "_\(result)" : result
  }

  static func upperCamel(_ name: String) -> String {
    let camel = lowerCamel(name)
    return camel.prefix(1).uppercased() + camel.dropFirst()
  }

  /// The API design guidelines write acronyms in one case.
  private static let acronyms = [
    "http": "HTTP", "https": "HTTPS", "id": "ID", "ids": "IDs", "uri": "URI", "url": "URL",
    "urls": "URLs",
  ]

  /// The name in backticks where Swift needs them.
  static func escaped(_ name: String) -> String {
    keywords.contains(name) ? "`\(name)`" : name
  }

  /// An escaped name as the label of an argument, where all but three keywords stand as they are.
  static func label(_ escaped: String) -> String {
    let name = escaped.filter { $0 != "`" }
    return ["inout", "let", "var"].contains(name) ? escaped : name
  }

  /// Keywords, and words that are keywords in front of an expression; elsewhere the backticks do
  /// no harm.
  private static let keywords: Set<String> = [
    "Self", "any", "as", "associatedtype", "async", "await", "borrow", "break", "case", "catch",
    "class", "consume", "continue", "copy", "default", "defer", "deinit", "discard", "do", "each",
    "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard",
    "if", "import", "in", "init", "inout", "internal", "is", "let", "nil", "operator",
    "precedencegroup", "private", "protocol", "public", "repeat", "rethrows", "return", "self",
    "some", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try",
    "typealias", "unsafe", "var", "where", "while",
  ]
}
