extension JSONValue {
  /// Reads one JSON text (RFC 8259), nothing before or after it but white space.
  ///
  /// Strict where readers differ: a name may come once in an object, text must be UTF-8, and half a
  /// surrogate pair is refused, so that nobody reads something else out of it.
  ///
  /// - Throws: `JSONSyntaxError`, also for what is larger or deeper than `JSONLimits` allows.
  public init(text: [UInt8]) throws(JSONSyntaxError) {
    var reader = try JSONReader(text)
    self = try reader.readText()
  }
}

/// Reads a JSON text from left to right.
struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0
  private var valuesLeft = JSONLimits.valuesMax

  init(_ bytes: [UInt8]) throws(JSONSyntaxError) {
    self.bytes = bytes
    guard bytes.count <= JSONLimits.textBytesMax else {
      throw refusal("The text is larger than \(JSONLimits.textBytesMax) bytes.")
    }
  }

  mutating func readText() throws(JSONSyntaxError) -> JSONValue {
    let value = try readValue(depth: 0)
    skipSpace()
    guard position == bytes.count else { throw refusal("There is more after the value.") }
    return value
  }

  private mutating func readValue(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    valuesLeft -= 1
    guard valuesLeft >= 0 else {
      throw refusal("There are more than \(JSONLimits.valuesMax) values.")
    }
    guard depth <= JSONLimits.depthMax else {
      throw refusal("Values are nested deeper than \(JSONLimits.depthMax).")
    }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try readObject(depth: depth)
    case UInt8(ascii: "["): return try readArray(depth: depth)
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "t"): return try readWord("true", .bool(true))
    case UInt8(ascii: "f"): return try readWord("false", .bool(false))
    case UInt8(ascii: "n"): return try readWord("null", .null)
    case let byte? where byte == UInt8(ascii: "-") || JSONNumber.isDigit(byte):
      return try readNumber()
    case nil: throw refusal("The text ends where a value should be.")
    case _: throw refusal("This is no value.")
    }
  }

  private mutating func readObject(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    position += 1
    skipSpace()
    if take("}") { return .object([]) }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw refusal("A name in quotes should be here.") }
      let start = position
      let name = try readString()
      // By scalars: what Unicode takes for the same is two names here.
      guard names.insert(name.exactKey).inserted else {
        throw JSONSyntaxError(offset: start, reason: "The name comes a second time.")
      }
      skipSpace()
      guard take(":") else { throw refusal("A colon should be here.") }
      members.append(.init(name, try readValue(depth: depth + 1)))
      skipSpace()
    } while take(",")
    guard take("}") else { throw refusal("A comma or a closing brace should be here.") }
    return .object(members)
  }

  private mutating func readArray(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    var values: [JSONValue] = []
    position += 1
    skipSpace()
    if take("]") { return .array([]) }
    repeat {
      values.append(try readValue(depth: depth + 1))
      skipSpace()
    } while take(",")
    guard take("]") else { throw refusal("A comma or a closing bracket should be here.") }
    return .array(values)
  }

  private mutating func readWord(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONSyntaxError) -> JSONValue {
    let expected = Array(word.description.utf8)
    guard bytes[position...].starts(with: expected) else { throw refusal("This is no value.") }
    position += expected.count
    return value
  }

  private mutating func readNumber() throws(JSONSyntaxError) -> JSONValue {
    let rest = bytes[position...]
    let end = rest.firstIndex { !JSONNumber.isPart($0) } ?? bytes.count
    let digits = bytes[position..<end]
    guard digits.count <= JSONLimits.numberBytesMax, JSONNumber.isNumber(digits) else {
      throw refusal("This is no number.")
    }
    position = end
    return .number(String(decoding: digits, as: UTF8.self))
  }

  // MARK: Strings

  private mutating func readString() throws(JSONSyntaxError) -> String {
    let start = position
    position += 1
    var content: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: content, as: UTF8.self) else {
          throw JSONSyntaxError(offset: start, reason: "The text is not valid UTF-8.")
        }
        return text
      case UInt8(ascii: "\\"): content += try readEscape()
      case ..<0x20: throw refusal("A control character must be escaped.")
      case _: content.append(byte)
      }
    }
    throw JSONSyntaxError(offset: start, reason: "The closing quote is missing.")
  }

  private mutating func readEscape() throws(JSONSyntaxError) -> [UInt8] {
    guard let letter = next else { throw refusal("The escape is cut off.") }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [letter]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0c]
    case UInt8(ascii: "n"): return [0x0a]
    case UInt8(ascii: "r"): return [0x0d]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return Array(String(Character(try readScalar())).utf8)
    case _: throw refusal("There is no such escape.")
    }
  }

  private mutating func readScalar() throws(JSONSyntaxError) -> Unicode.Scalar {
    let first = try readCodeUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard UTF16.isLeadSurrogate(first), take("\\"), take("u") else {
      throw refusal("Half a surrogate pair stands alone.")
    }
    let second = try readCodeUnit()
    guard UTF16.isTrailSurrogate(second),
      let scalar = Unicode.Scalar(
        0x10000 + (UInt32(first) - 0xd800) << 10 + (UInt32(second) - 0xdc00))
    else { throw refusal("Half a surrogate pair stands alone.") }
    return scalar
  }

  private mutating func readCodeUnit() throws(JSONSyntaxError) -> UInt16 {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw refusal("Four hexadecimal digits should be here.") }
    position += 4
    return unit
  }

  // MARK: Bytes

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x0a, 0x0d, 0x09].contains(byte) { position += 1 }
  }

  private func refusal(_ reason: String) -> JSONSyntaxError {
    JSONSyntaxError(offset: position, reason: reason)
  }
}

extension String {
  /// The text's scalars, told apart where Swift's equality takes two spellings for one.
  fileprivate var exactKey: String {
    utf8.allSatisfy { $0 < 0x80 } ? self : utf8.map { String($0, radix: 16) }.joined(separator: "-")
  }
}
