/// Which types of events somebody wants: `escrow.released` is one, `escrow.*` are many.
struct EventPatterns: Hashable, Sendable {
  private(set) var types: [String] = []
  /// `escrow.`: every type that begins like this.
  private(set) var prefixes: [String] = []

  /// - Throws: INVALID_ARGUMENT naming the field, or the place in it; also for what stands for no
  ///   type that there is, and would wait for ever.
  init(_ patterns: [String], field: String) throws(Refusal) {
    guard patterns.count <= EventLimits.typesMax else {
      throw .invalid(field, "At most \(EventLimits.typesMax) types.")
    }
    for (index, pattern) in patterns.enumerated() {
      guard add(pattern) else {
        throw .invalid(
          "\(field)[\(index)]", "A type such as `escrow.released`, or `escrow.*`.")
      }
      guard Self.isMeant(pattern) else {
        throw .invalid(
          "\(field)[\(index)]", "No event is of such a type: docs/WEBHOOKS.md has the table of all."
        )
      }
    }
  }

  /// Whether there is a type that `pattern` stands for.
  private static func isMeant(_ pattern: String) -> Bool {
    let types = NotificationCatalog.types
    guard pattern.hasSuffix(".*") else { return types.contains(pattern) }
    return types.contains { $0.hasPrefix(pattern.dropLast()) }
  }

  /// - Parameter patterns: that were checked before they were stored, by whatever version it was.
  init(stored patterns: [String]) {
    for pattern in patterns { _ = add(pattern) }
  }

  /// - Returns: whether it is a pattern.
  private mutating func add(_ pattern: String) -> Bool {
    let isPrefix = pattern.hasSuffix(".*")
    let name = isPrefix ? String(pattern.dropLast()) : pattern
    let isName = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "_"), UInt8(ascii: "."):
        true
      default: false
      }
    }
    guard isName, name.utf8.first != UInt8(ascii: "."),
      (1...EventLimits.typeCharactersMax).contains(name.utf8.count)
    else { return false }
    if isPrefix { prefixes.append(name) } else { types.append(name) }
    return true
  }
}
