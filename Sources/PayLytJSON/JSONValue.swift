/// One JSON value (RFC 8259). Members of objects keep their order.
public indirect enum JSONValue: Sendable, Equatable {
  public struct Member: Sendable, Equatable {
    public let name: String
    public var value: JSONValue

    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  case null
  case bool(Bool)
  /// As it is written: no digit of a 64-bit integer or of a decimal is lost.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// The member of an object; `nil` for what is none, or has no such member.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }
}

extension JSONValue {
  /// As text, two spaces deeper for each level, or all on one line.
  public func text(isIndented: Bool = false) -> String {
    var text = ""
    write(to: &text, indentation: isIndented ? "" : nil)
    return text
  }

  private func write(to text: inout String, indentation: String?) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let digits): text += digits
    case .string(let value): Self.write(value, to: &text)
    case .array(let values):
      Self.write(values, in: ("[", "]"), to: &text, indentation) { value, text, indentation in
        value.write(to: &text, indentation: indentation)
      }
    case .object(let members):
      Self.write(members, in: ("{", "}"), to: &text, indentation) { member, text, indentation in
        Self.write(member.name, to: &text)
        text += indentation == nil ? ":" : ": "
        member.value.write(to: &text, indentation: indentation)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], in brackets: (String, String), to text: inout String,
    _ indentation: String?, _ write: (Element, inout String, String?) -> Void
  ) {
    text += brackets.0
    let deeper = indentation.map { $0 + "  " }
    for (index, element) in elements.enumerated() {
      if index > 0 { text += "," }
      if let deeper { text += "\n" + deeper }
      write(element, &text, deeper)
    }
    if let indentation, !elements.isEmpty { text += "\n" + indentation }
    text += brackets.1
  }

  /// Quotes, backslashes and control characters are escaped, as RFC 8259 §7 wants; those that move
  /// a terminal's cursor (C1) too, because people print what strangers wrote.
  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case "\u{0}"..<" ", "\u{7f}"..."\u{9f}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      case _: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
