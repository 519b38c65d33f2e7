/// The feature bits of an invoice (BOLT 9, context `9`).
public struct InvoiceFeatures: Sendable, Equatable {
  /// The bits that are set, ascending. Even ones are required, odd ones optional.
  public let bits: [Int]

  static let varOnion = 8
  static let paymentSecret = 14
  static let basicMultiPart = 16
  static let routeBlinding = 24
  static let attributionData = 36
  static let paymentMetadata = 48

  /// Every required bit that a payer of today must understand; each odd neighbour is the same
  /// feature, offered.
  private static let known: Set<Int> = [
    varOnion, paymentSecret, basicMultiPart, routeBlinding, attributionData, paymentMetadata,
  ]

  /// What a feature rests on (BOLT 9, column "dependencies").
  private static let dependencies = [
    (feature: paymentSecret, needs: varOnion), (feature: basicMultiPart, needs: paymentSecret),
  ]

  /// What a node of today asks for: variable onion and payment secret required, several parts
  /// offered.
  public static let modern = InvoiceFeatures(bits: [varOnion, paymentSecret, basicMultiPart + 1])

  public init(bits: [Int]) {
    precondition(
      bits.allSatisfy { (0..<5 * Limits.fieldWordsMax).contains($0) }, "a bit outside the field")
    self.bits = Set(bits).sorted()
  }

  init(words: ArraySlice<UInt8>) {
    var bits: [Int] = []
    for (position, word) in words.reversed().enumerated() {
      for bit in 0..<5 where word >> UInt8(bit) & 1 == 1 { bits.append(5 * position + bit) }
    }
    self.bits = bits
  }

  /// The field's words, as few as possible; none when no bit is set.
  var words: [UInt8] {
    guard let highest = bits.last else { return [] }
    var words = [UInt8](repeating: 0, count: highest / 5 + 1)
    for bit in bits { words[words.count - 1 - bit / 5] |= 1 << UInt8(bit % 5) }
    return words
  }

  /// Whether a feature is offered or required, named by its even bit.
  func has(_ feature: Int) -> Bool { bits.contains(feature) || bits.contains(feature + 1) }

  /// The first bit that is required and not understood.
  var unknownRequired: Int? {
    bits.first { $0.isMultiple(of: 2) && !Self.known.contains($0) }
  }

  /// The first feature whose dependency is not set.
  var missingDependency: Int? {
    Self.dependencies.first { has($0.feature) && !has($0.needs) }?.needs
  }
}
