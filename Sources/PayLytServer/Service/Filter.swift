/// A part of AIP-160: restrictions such as `amount >= 1000`, joined by AND.
struct Filter: Hashable, Sendable {
  enum Comparison: String, Sendable, CaseIterable {
    // The longer ones first: `<=` is not `<` and something that begins with `=`.
    case notEqual = "!="
    case atMost = "<="
    case atLeast = ">="
    case equal = "="
    case below = "<"
    case above = ">"
    case has = ":"
  }

  struct Restriction: Hashable, Sendable {
    let field: String
    let comparison: Comparison
    /// Without its quotes.
    let value: String
  }

  static let restrictionsMax = 10
  static let bytesMax = 1000

  let restrictions: [Restriction]

  /// - Throws: INVALID_ARGUMENT that says what is wrong; `name` is the request's field.
  init(_ text: String, field name: String = "filter") throws(Refusal) {
    guard text.utf8.count <= Self.bytesMax else {
      throw .invalid(name, "At most \(Self.bytesMax) bytes.")
    }
    var reader = Reader(rest: text[...], name: name)
    var found: [Restriction] = []
    reader.skipSpace()
    while !reader.rest.isEmpty {
      guard found.count < Self.restrictionsMax else {
        throw .invalid(name, "At most \(Self.restrictionsMax) restrictions.")
      }
      if !found.isEmpty { try reader.readAnd() }
      found.append(try reader.readRestriction())
      reader.skipSpace()
    }
    restrictions = found
  }

  private struct Reader {
    var rest: Substring
    let name: String

    mutating func skipSpace() { rest = rest.drop { $0 == " " } }

    mutating func readAnd() throws(Refusal) {
      guard rest.hasPrefix("AND ") else {
        throw .invalid(name, "Expected AND before `\(rest.prefix(20))`.")
      }
      rest = rest.dropFirst(4)
      skipSpace()
    }

    mutating func readRestriction() throws(Refusal) -> Restriction {
      let field = rest.prefix { $0.isASCII && ($0.isLowercase || $0 == "_") }
      rest = rest.dropFirst(field.count)
      skipSpace()
      guard !field.isEmpty,
        let comparison = Comparison.allCases.first(where: { (known) in
          rest.hasPrefix(known.rawValue)
        })
      else { throw .invalid(name, "Expected a field and a comparison, such as `amount >= 1`.") }
      rest = rest.dropFirst(comparison.rawValue.count)
      skipSpace()
      return Restriction(
        field: String(field), comparison: comparison, value: try readValue())
    }

    private mutating func readValue() throws(Refusal) -> String {
      guard rest.first == "\"" else {
        let value = rest.prefix { $0 != " " }
        guard !value.isEmpty, !value.contains("\"") else {
          throw .invalid(name, "A value is missing, or its quotes are.")
        }
        rest = rest.dropFirst(value.count)
        return String(value)
      }
      var value = ""
      rest = rest.dropFirst()
      while let next = rest.popFirst() {
        switch next {
        case "\"": return value
        case "\\": value.append(rest.popFirst() ?? "\\")
        default: value.append(next)
        }
      }
      throw .invalid(name, "A quote is not closed.")
    }
  }
}
