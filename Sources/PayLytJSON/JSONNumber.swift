/// The numbers of JSON (RFC 8259 §6), exactly.
enum JSONNumber {
  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  static func isPart(_ byte: UInt8) -> Bool {
    isDigit(byte) || "-+.eE".utf8.contains(byte)
  }

  /// Whether this is a number as JSON writes it: no plus in front, no leading zero, digits on both
  /// sides of the point.
  static func isNumber(_ text: some Sequence<UInt8>) -> Bool {
    var rest = Array(text)[...]
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let whole = digits(&rest)
    guard !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0") else {
      return false
    }
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard !digits(&rest).isEmpty else { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
      guard !digits(&rest).isEmpty else { return false }
    }
    return rest.isEmpty
  }

  private static func digits(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let found = rest.prefix(while: isDigit)
    rest = rest.dropFirst(found.count)
    return found
  }

  /// The integer that a text is: digits, or a decimal without a rest, such as `1e3`.
  ///
  /// - Returns: `nil` for what is no number, has a fraction, or does not fit.
  static func integer<Number: FixedWidthInteger>(_ text: String, _: Number.Type) -> Number? {
    guard text.utf8.count <= JSONLimits.numberBytesMax, isNumber(text.utf8) else { return nil }
    if let plain = Number(text) { return plain }
    // By digits: a detour over Double would round what has more than 53 bits.
    let parts = text.split { $0 == "e" || $0 == "E" }
    let decimal = parts[0].split(separator: ".")
    var digits = decimal.joined()
    guard let exponent = parts.count > 1 ? Int(parts[1]) : 0 else { return nil }
    var zeros = exponent.subtractingReportingOverflow(decimal.count > 1 ? decimal[1].utf8.count : 0)
    while digits.hasSuffix("0"), !zeros.overflow {
      digits.removeLast()
      zeros = zeros.partialValue.addingReportingOverflow(1)
    }
    if digits.isEmpty || digits == "-" { return 0 }
    guard !zeros.overflow, (0...20).contains(zeros.partialValue) else { return nil }
    return Number(digits + String(repeating: "0", count: zeros.partialValue))
  }

  /// The floating-point number that is nearest to a text; NaN and the infinities by name.
  ///
  /// - Returns: `nil` for what is no number, or is too large to be a finite one.
  static func fraction<Number: BinaryFloatingPoint & LosslessStringConvertible>(
    _ text: String, _: Number.Type
  ) -> Number? {
    switch text {
    case "NaN": return .nan
    case "Infinity": return .infinity
    case "-Infinity": return -.infinity
    case _:
      guard text.utf8.count <= JSONLimits.numberBytesMax, isNumber(text.utf8),
        let value = Number(text), value.isFinite
      else { return nil }
      return value
    }
  }

  /// The shortest text that reads as the same number.
  static func value(_ number: some BinaryFloatingPoint & CustomStringConvertible) -> JSONValue {
    if number.isNaN { return .string("NaN") }
    if number.isInfinite { return .string(number < 0 ? "-Infinity" : "Infinity") }
    return .number(number.description)
  }
}
