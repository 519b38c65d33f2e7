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
      let moment = Timestamp(told: seconds)
    {
      value = moment
      return
    }
    let text = try container.decode(String.self)
    let styles = [false, true].map { Date.ISO8601FormatStyle(includingFractionalSeconds: $0) }
    guard let date = styles.lazy.compactMap({ try? $0.parse(text) }).first,
      (0...Double(ProviderLimits.secondsMax)).contains(date.timeIntervalSince1970)
    else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no moment")
    }
    value = Timestamp(microseconds: Int64((date.timeIntervalSince1970 * 1_000_000).rounded()))
  }
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

/// Any JSON, only to be shown.
enum ShownJSON: Codable {
  case null
  case flag(Bool)
  case number(Decimal)
  case text(String)
  case list([ShownJSON])
  case object([String: ShownJSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Decimal.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([ShownJSON].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: ShownJSON].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .flag(let flag): try container.encode(flag)
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .list(let list): try container.encode(list)
    case .object(let object): try container.encode(object)
    }
  }

  /// A text as it is, everything else as JSON; nil for null.
  var text: String? {
    switch self {
    case .null: return nil
    case .text(let text): return text
    case .flag, .number, .list, .object:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
