/// What a text field accepts, as its proto says.
public struct TextRule: Hashable, Sendable {
  /// Whether an empty text is refused.
  public var isRequired = false
  public var length: ClosedRange<Int> = 0...Int.max
  /// Whether `length` counts bytes of UTF-8, and white space counts as anything else; otherwise it
  /// counts code points, and a text of white space alone is refused.
  public var countsBytes = false
  /// One of these forms; none for any. An empty text has none of them and is asked only whether it
  /// is required.
  public var patterns: [TextPattern] = []
  /// One of these texts; none for any.
  public var choices: [String] = []

  public init(
    required: Bool = false, length: ClosedRange<Int> = 0...Int.max, countsBytes: Bool = false,
    patterns: [String] = [], choices: [String] = []
  ) {
    isRequired = required
    self.length = length
    self.countsBytes = countsBytes
    self.patterns = patterns.map { text in
      guard let pattern = TextPattern(text) else { preconditionFailure("no pattern: \(text)") }
      return pattern
    }
    self.choices = choices
  }

  /// Why `text` is refused, as a sentence; nil when it is accepted.
  public func refusal(of text: String) -> String? {
    // Bytes first: counting the characters of a long text costs more than its bytes do.
    let bytes = text.utf8.count
    let isTooLong =
      countsBytes || bytes <= length.upperBound
      ? bytes > length.upperBound
      : bytes / 4 > length.upperBound || text.unicodeScalars.count > length.upperBound
    let unit = countsBytes ? "bytes" : "characters"
    if isTooLong { return "At most \(length.upperBound) \(unit)." }
    let isBlank = !countsBytes && !text.isEmpty && text.allSatisfy(\.isWhitespace)
    if isBlank || (isRequired && text.isEmpty) { return "This must not be empty." }
    if length.lowerBound > 0, (countsBytes ? bytes : text.unicodeScalars.count) < length.lowerBound
    {
      return "At least \(length.lowerBound) \(unit)."
    }
    if text.isEmpty { return nil }
    if !patterns.isEmpty, !patterns.contains(where: { $0.matches(text) }) {
      return "Expected \(patterns.map { "`\($0.text)`" }.joined(separator: " or "))."
    }
    if !choices.isEmpty, !choices.contains(text) {
      return "One of: \(choices.joined(separator: ", "))."
    }
    return nil
  }
}

/// What a field with a whole number accepts, as its proto says.
public struct NumberRule: Hashable, Sendable {
  public var range: ClosedRange<Int64>
  public var multipleOf: Int64

  public init(_ range: ClosedRange<Int64> = .min ... .max, multipleOf: Int64 = 1) {
    self.range = range
    self.multipleOf = multipleOf
  }

  /// Why `number` is refused, as a sentence; nil when it is accepted.
  public func refusal(of number: Int64) -> String? {
    guard range.contains(number) else {
      return switch (range.lowerBound, range.upperBound) {
      case (let minimum, .max): "At least \(minimum)."
      case (.min, let maximum): "At most \(maximum)."
      case (let minimum, let maximum): "Between \(minimum) and \(maximum)."
      }
    }
    return number.isMultiple(of: multipleOf) ? nil : "A multiple of \(multipleOf)."
  }
}

/// What a field with an enum accepts, as its proto says.
public struct EnumRule: Hashable, Sendable {
  /// Whether zero, which means that it is not set, is refused.
  public var isRequired: Bool
  private let numbers: [Int32]
  private let names: [String]

  /// - Parameter accepted: the numbers and names of the values, without zero.
  public init(required: Bool = false, _ accepted: KeyValuePairs<Int32, String>) {
    isRequired = required
    numbers = accepted.map(\.key)
    names = accepted.map(\.value)
  }

  /// Why `number` is refused, as a sentence; nil when it is accepted.
  public func refusal(of number: Int32) -> String? {
    guard number != 0 else { return isRequired ? FieldViolations.missing : nil }
    return numbers.contains(number) ? nil : "One of: \(names.joined(separator: ", "))."
  }
}

/// What is wrong with the fields of one request, found by the rules of its proto. What generated
/// code checks in front of each handler.
public struct FieldViolations: Sendable {
  /// Each with the path of its field, in the order of fields.
  public private(set) var found: [WireError] = []

  public init() {}

  public var count: Int { found.count }

  public mutating func add(_ field: String, _ reason: String) {
    guard found.count < Limits.fieldViolationsMax else { return }
    found.append(WireError(fieldPath: field, reason: reason))
  }

  /// What was found since `mark` is inside of the message in `field`.
  public mutating func nest(since mark: Int, in field: @autoclosure () -> String) {
    guard found.count > mark else { return }
    for index in mark..<found.count { found[index] = found[index].inside(field()) }
  }

  // MARK: One field

  public mutating func text(_ value: String, _ rule: TextRule, _ field: @autoclosure () -> String) {
    if let reason = rule.refusal(of: value) { add(field(), reason) }
  }

  public mutating func number(
    _ value: some BinaryInteger, _ rule: NumberRule, _ field: @autoclosure () -> String
  ) {
    // No unsigned number beyond that of a signed one is accepted anywhere.
    if let reason = rule.refusal(of: Int64(clamping: value)) { add(field(), reason) }
  }

  public mutating func bytes(
    _ value: [UInt8], _ length: ClosedRange<Int>, _ field: @autoclosure () -> String
  ) {
    guard !length.contains(value.count) else { return }
    add(
      field(),
      length.lowerBound == length.upperBound
        ? "Exactly \(length.lowerBound) bytes."
        : "Between \(length.lowerBound) and \(length.upperBound) bytes.")
  }

  public mutating func choice(
    _ value: some WireEnum, _ rule: EnumRule, _ field: @autoclosure () -> String
  ) {
    if let reason = rule.refusal(of: value.rawValue) { add(field(), reason) }
  }

  /// - Returns: whether its items may be looked at.
  public mutating func list(
    _ count: Int, _ length: ClosedRange<Int>, _ field: @autoclosure () -> String
  ) -> Bool {
    guard !length.contains(count) else { return true }
    add(
      field(),
      length.upperBound == .max
        ? "At least \(length.lowerBound) of them."
        : "Between \(length.lowerBound) and \(length.upperBound) of them.")
    return false
  }

  public mutating func missing(_ field: @autoclosure () -> String) {
    add(field(), Self.missing)
  }

  fileprivate static let missing = "This must be set."

  /// A moment in the years 1 to 9999.
  public mutating func moment(seconds: Int64, nanos: Int32, _ field: @autoclosure () -> String) {
    guard (-62_135_596_800...253_402_300_799).contains(seconds), (0...999_999_999).contains(nanos)
    else {
      add(field(), "This is no valid moment.")
      return
    }
  }

  /// - Parameter names: the fields that can be changed.
  /// - Returns: which of them are meant; none when the mask is refused.
  public mutating func mask(
    _ paths: [String], of names: [String], required: Bool, _ field: @autoclosure () -> String
  ) -> MeantFields {
    if paths == ["*"] || (paths.isEmpty && !required) { return MeantFields(names) }
    guard !paths.isEmpty, paths.allSatisfy(names.contains) else {
      add(field(), "Some of \(names.joined(separator: ", ")), or * alone.")
      return MeantFields([])
    }
    return MeantFields(paths)
  }
}

/// Which fields a request wants to change.
public struct MeantFields: Hashable, Sendable {
  private let names: [String]

  init(_ names: [String]) { self.names = names }

  public func has(_ name: String) -> Bool { names.contains(name) }
}
