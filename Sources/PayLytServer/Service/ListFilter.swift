/// A field by which a list is searched.
struct SearchField: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// A whole number, compared as such.
    case number
    /// One that a row may not have: such a row is found where nothing is asked of it.
    case optionalNumber
    /// A moment in whole seconds of UTC, compared as such.
    case moment
    /// True or false.
    case flag
    /// One of these words, and what is stored for it.
    case choice([String: Int64])
    /// A short text, equal or not.
    case code
    /// The code of an asset that there is, equal or not.
    case asset
    /// A text for people: searched for a part of it, without regard to case.
    case text
    /// A user, equal or not; `users/{uuid}`. A row may have none.
    case user
  }

  /// As the request names it.
  let name: String
  /// What it is compared with, in a row of the list.
  let column: String
  let kind: Kind
  /// Whether the column takes a look at another table for each row, so that it is computed only
  /// when something is asked of it.
  let isLookedUp: Bool

  init(_ name: String, _ column: String, _ kind: Kind, isLookedUp: Bool = false) {
    self.name = name
    self.column = column
    self.kind = kind
    self.isLookedUp = isLookedUp
  }
}

extension SearchField.Kind {
  /// The cases of an enum, in the words of the API: `PAID_LOCKED` for `.paidLocked`.
  static func oneOf<Value>(_: Value.Type) -> SearchField.Kind
  where Value: CaseIterable & RawRepresentable, Value.RawValue == Int16 {
    .choice(
      Dictionary(
        uniqueKeysWithValues: Value.allCases.map { value -> (String, Int64) in
          let words = Refusal.words(value).split(separator: " ")
          return (words.joined(separator: "_").uppercased(), Int64(value.rawValue))
        }))
  }
}

/// All fields by which a list is searched, in the order in which its statements take them.
struct SearchFields: Hashable, Sendable {
  /// The field that `ListPart.ofState` goes by.
  static let state = "state"

  /// What the list has, as refusals name it: `Jobs`.
  let things: String
  let all: [SearchField]

  init(_ things: String, _ all: [SearchField]) {
    self.things = things
    self.all = all
  }

  /// The filter that finds what is in a state; all where there is none.
  func filter(state: (some RawRepresentable<Int16>)?) -> String {
    guard let state else { return "" }
    guard case .choice(let words) = all.first(where: { $0.name == Self.state })?.kind,
      let word = words.first(where: { $0.value == Int64(state.rawValue) })?.key
    else { preconditionFailure("\(things) have no state \(state)") }
    return "\(Self.state) = \(word)"
  }
}

/// What a search through a list asks for, as values that one statement takes: an open side of a
/// range is its end.
struct ListFilter: Hashable, Sendable {
  /// A range of whole numbers, ends included.
  struct Bounds: Hashable, Sendable {
    var low = Int64.min
    var high = Int64.max
    /// Values that are left out.
    var without: [Int64] = []

    /// The one value that is in it; nil when there are more, or none.
    var only: Int64? { low == high && !without.contains(low) ? low : nil }

    /// - Returns: false for a comparison that numbers do not have.
    mutating func restrict(_ comparison: Filter.Comparison, _ value: Int64) -> Bool {
      switch comparison {
      case .equal: (low, high) = (max(low, value), min(high, value))
      case .notEqual: without.append(value)
      case .atMost: high = min(high, value)
      case .atLeast: low = max(low, value)
      case .below: if value == .min { high = .min } else { high = min(high, value - 1) }
      case .above: if value == .max { low = .max } else { low = max(low, value + 1) }
      case .has: return false
      }
      return true
    }
  }

  /// What is asked of one field; which of its parts count is a matter of the field's kind.
  struct Condition: Hashable, Sendable {
    var bounds = Bounds()
    /// Texts that the field's must all be equal to; of a user, the id.
    var equal: [String] = []
    var notEqual: [String] = []
    /// Patterns of LIKE, all of which must be met. PostgreSQL folds them as it folds the rows: two
    /// foldings would disagree about some letter.
    var patterns: [String] = []
  }

  let fields: SearchFields
  /// One for each field, in their order.
  private(set) var conditions: [Condition]

  /// - Throws: INVALID_ARGUMENT that says what is wrong.
  init(_ text: String, of fields: SearchFields) throws(Refusal) {
    self.fields = fields
    conditions = fields.all.map { _ in Condition() }
    for restriction in try Filter(text).restrictions { try add(restriction) }
  }

  /// What is asked of a field; nil for one that the list is not searched by.
  subscript(name: String) -> Condition? {
    fields.all.firstIndex { $0.name == name }.map { conditions[$0] }
  }

  private mutating func add(_ restriction: Filter.Restriction) throws(Refusal) {
    let (comparison, value) = (restriction.comparison, restriction.value)
    guard let index = fields.all.firstIndex(where: { $0.name == restriction.field }) else {
      throw .invalid("filter", "\(fields.things) are not searched by `\(restriction.field)`.")
    }
    let field = fields.all[index]
    switch field.kind {
    case .number, .optionalNumber, .moment:
      guard conditions[index].bounds.restrict(comparison, try field.number(value)) else {
        throw field.compared("=, !=, <, <=, > or >=")
      }
    case .flag, .choice:
      guard comparison == .equal || comparison == .notEqual else { throw field.compared("= or !=") }
      _ = conditions[index].bounds.restrict(comparison, try field.number(value))
    case .code, .asset, .user:
      let value = try field.text(value)
      switch comparison {
      case .equal: conditions[index].equal.append(value)
      case .notEqual: conditions[index].notEqual.append(value)
      case .atMost, .atLeast, .below, .above, .has: throw field.compared("= or !=")
      }
    case .text:
      guard comparison == .has || comparison == .equal else {
        throw .invalid("filter", "`\(field.name)` is searched with `:` or compared with `=`.")
      }
      conditions[index].patterns.append(Self.pattern(value, isPart: comparison == .has))
    }
  }

  /// What LIKE gives a meaning to is taken as it is. By code points: to Swift, a sign with an
  /// accent on it is another character.
  private static func pattern(_ text: String, isPart: Bool) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if scalar == "%" || scalar == "_" || scalar == "\\" { escaped.unicodeScalars.append("\\") }
      escaped.unicodeScalars.append(scalar)
    }
    return isPart ? "%\(escaped)%" : escaped
  }
}

extension SearchField {
  fileprivate func compared(_ comparisons: String) -> Refusal {
    .invalid("filter", "`\(name)` is compared with \(comparisons).")
  }

  /// A value as what is stored for it; of a moment, its microseconds since 1970.
  fileprivate func number(_ text: String) throws(Refusal) -> Int64 {
    switch kind {
    case .number, .optionalNumber:
      guard let number = Int64(text) else {
        throw .invalid("filter", "`\(name)` is compared with a whole number.")
      }
      return number
    case .moment:
      guard let time = Timestamp(utc: text) else {
        throw .invalid("filter", "`\(name)` is compared with a time: 2026-01-31T12:00:00Z.")
      }
      return time.microseconds
    case .flag:
      guard let flag = Bool(text) else { throw .invalid("filter", "`\(name)` is true or false.") }
      return flag ? 1 : 0
    case .choice(let values):
      guard let value = values[text] else {
        let words = values.sorted { $0.value < $1.value }.map(\.key)
        throw .invalid("filter", "`\(name)` is one of \(words.joined(separator: ", ")).")
      }
      return value
    case .code, .asset, .text, .user: preconditionFailure("\(name) is a text")
    }
  }

  /// A value as the text that is stored for it.
  fileprivate func text(_ text: String) throws(Refusal) -> String {
    switch kind {
    case .user: return try user(text)
    case .asset:
      guard Asset(rawValue: text) != nil else {
        let codes = Asset.allCases.map(\.rawValue).joined(separator: ", ")
        throw .invalid("filter", "`\(name)` is one of \(codes).")
      }
      return text
    case .code, .text: return text
    case .number, .optionalNumber, .moment, .flag, .choice:
      preconditionFailure("\(name) is a number")
    }
  }

  /// The id in a user's name.
  private func user(_ text: String) throws(Refusal) -> String {
    let collection = "users/"
    guard text.hasPrefix(collection), let id = UUID(text.dropFirst(collection.count)) else {
      throw .invalid("filter", "`\(name)` is compared with a user: users/{uuid}.")
    }
    return "\(id)"
  }
}
