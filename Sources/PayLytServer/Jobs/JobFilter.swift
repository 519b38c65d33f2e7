/// What a search for jobs asks for, as values that one statement takes: an open side of a range is
/// its end.
struct JobFilter: Hashable, Sendable {
  /// A range of whole numbers, ends included.
  struct Bounds: Hashable, Sendable {
    var low = Int64.min
    var high = Int64.max
    /// Values that are left out.
    var without: [Int64] = []

    mutating func restrict(
      _ comparison: Filter.Comparison, _ value: Int64, field: String
    ) throws(Refusal) {
      switch comparison {
      case .equal: (low, high) = (max(low, value), min(high, value))
      case .notEqual: without.append(value)
      case .atMost: high = min(high, value)
      case .atLeast: low = max(low, value)
      case .below: if value == .min { high = .min } else { high = min(high, value - 1) }
      case .above: if value == .max { low = .max } else { low = max(low, value + 1) }
      case .has: throw .invalid("filter", "`\(field)` is compared with =, !=, <, <=, > or >=.")
      }
    }
  }

  var amount = Bounds()
  var localValue = Bounds()
  var deadline = Bounds()
  var createTime = Bounds()
  var feePayer = Bounds()
  var requiresApplication = Bounds()
  var currencies: [String] = []
  var withoutCurrencies: [String] = []
  /// Patterns of LIKE, in lower case: all of them must be met.
  var titles: [String] = []
  var descriptions: [String] = []

  /// - Throws: INVALID_ARGUMENT that says what is wrong.
  init(_ text: String) throws(Refusal) {
    for restriction in try Filter(text).restrictions { try add(restriction) }
  }

  private mutating func add(_ restriction: Filter.Restriction) throws(Refusal) {
    let (field, comparison, value) = (
      restriction.field, restriction.comparison, restriction.value
    )
    switch field {
    case "amount":
      try amount.restrict(comparison, try Self.number(value, field), field: field)
    case "local_value":
      try localValue.restrict(comparison, try Self.number(value, field), field: field)
    case "deadline":
      try deadline.restrict(comparison, try Self.moment(value, field), field: field)
    case "create_time":
      try createTime.restrict(comparison, try Self.moment(value, field), field: field)
    case "fee_payer":
      try feePayer.restrict(comparison, try Self.payer(value), field: field)
    case "requires_application":
      guard let flag = Bool(value) else { throw .invalid("filter", "`\(field)` is true or false.") }
      try requiresApplication.restrict(comparison, flag ? 1 : 0, field: field)
    case "local_currency": try addCurrency(comparison, value)
    case "title": titles.append(try Self.pattern(comparison, value, field))
    case "description": descriptions.append(try Self.pattern(comparison, value, field))
    default: throw .invalid("filter", "Jobs are not searched by `\(field)`.")
    }
  }

  private mutating func addCurrency(
    _ comparison: Filter.Comparison, _ value: String
  ) throws(Refusal) {
    switch comparison {
    case .equal: currencies.append(value)
    case .notEqual: withoutCurrencies.append(value)
    case .atMost, .atLeast, .below, .above, .has:
      throw .invalid("filter", "`local_currency` is compared with = or !=.")
    }
  }

  private static func number(_ text: String, _ field: String) throws(Refusal) -> Int64 {
    guard let number = Int64(text) else {
      throw .invalid("filter", "`\(field)` is compared with a whole number.")
    }
    return number
  }

  private static func payer(_ text: String) throws(Refusal) -> Int64 {
    switch text {
    case "CLIENT": Int64(FeePayer.client.rawValue)
    case "FREELANCER": Int64(FeePayer.freelancer.rawValue)
    case "SPLIT": Int64(FeePayer.split.rawValue)
    default: throw .invalid("filter", "`fee_payer` is CLIENT, FREELANCER or SPLIT.")
    }
  }

  /// The text anywhere, without regard to case; what LIKE gives a meaning to is taken as it is.
  private static func pattern(
    _ comparison: Filter.Comparison, _ text: String, _ field: String
  ) throws(Refusal) -> String {
    guard comparison == .has || comparison == .equal else {
      throw .invalid("filter", "`\(field)` is searched with `:` or compared with `=`.")
    }
    var escaped = ""
    for character in text.lowercased() {
      if character == "%" || character == "_" || character == "\\" { escaped.append("\\") }
      escaped.append(character)
    }
    return comparison == .has ? "%\(escaped)%" : escaped
  }

  /// `2026-01-31T12:00:00Z`, as microseconds since 1970.
  private static func moment(_ text: String, _ field: String) throws(Refusal) -> Int64 {
    guard let time = Timestamp(utc: text) else {
      throw .invalid("filter", "`\(field)` is compared with a time: 2026-01-31T12:00:00Z.")
    }
    return time.microseconds
  }
}
