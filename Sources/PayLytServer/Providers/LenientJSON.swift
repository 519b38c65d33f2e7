import FoundationEssentials

/// An integer that arrives as a number or as a text of digits.
struct LenientInteger: Decodable, Equatable {
  let value: Int64

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int64.self) {
      value = number
      return
    }
    guard let number = Int64(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no integer")
    }
    value = number
  }
}

/// A yes or no that arrives as a boolean or as a word.
struct LenientFlag: Decodable, Equatable {
  let value: Bool

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let flag = try? container.decode(Bool.self) {
      value = flag
      return
    }
    switch try container.decode(String.self).lowercased() {
    case "true", "success", "ok": value = true
    case "false", "error", "failed", "fail": value = false
    default:
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "neither yes nor no")
    }
  }
}

/// A text that arrives as such or as a number.
struct LenientText: Decodable, Equatable {
  let value: String

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      value = text
    } else {
      value = String(try container.decode(Int64.self))
    }
  }
}

/// A moment that arrives in ISO 8601 or as seconds since 1970.
struct LenientMoment: Decodable, Equatable {
  let value: Timestamp

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let seconds = try? container.decode(LenientInteger.self).value,
      (0...Self.secondsMax).contains(seconds)
    {
      value = Timestamp(microseconds: seconds * 1_000_000)
      return
    }
    let text = try container.decode(String.self)
    let styles = [false, true].map { Date.ISO8601FormatStyle(includingFractionalSeconds: $0) }
    guard let date = styles.lazy.compactMap({ try? $0.parse(text) }).first,
      (0...Double(Self.secondsMax)).contains(date.timeIntervalSince1970)
    else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no moment")
    }
    value = Timestamp(microseconds: Int64((date.timeIntervalSince1970 * 1_000_000).rounded()))
  }

  /// The end of the year 9999.
  private static let secondsMax: Int64 = 253_402_300_799
}

/// A decimal fraction that arrives as a text or as a number, kept exactly.
struct LenientDecimal: Decodable, Equatable {
  /// Digits without the point.
  let digits: Int64
  /// How many of them stand behind the point, in `0...18`.
  let scale: Int

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text: String
    if let string = try? container.decode(String.self) {
      text = string
    } else {
      text = try container.decode(Decimal.self).description
    }
    guard let parsed = Self.parse(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no decimal")
    }
    (digits, scale) = parsed
  }

  static func parse(_ text: String) -> (digits: Int64, scale: Int)? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count == 2 ? parts[1] : ""
    guard !parts[0].isEmpty, parts.count == 1 || !fraction.isEmpty, fraction.utf8.count <= 18,
      (parts[0] + fraction).utf8.allSatisfy({ (48...57).contains($0) }),
      let digits = Int64(parts[0] + fraction)
    else { return nil }
    return (digits, fraction.utf8.count)
  }
}
