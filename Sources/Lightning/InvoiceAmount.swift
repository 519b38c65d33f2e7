/// The amount in the human-readable part of an invoice (BOLT 11).
enum InvoiceAmount {
  /// Multipliers from the largest unit to the smallest, with the msat that one unit is worth; a
  /// pico-bitcoin is a tenth of a msat.
  private static let multipliers: [(letter: Character?, msat: Int64)] = [
    (nil, 100_000_000_000), ("m", 100_000_000), ("u", 100_000), ("n", 100),
  ]

  /// Reads digits and an optional multiplier; the text is not empty.
  ///
  /// - Returns: the amount in `1...Limits.amountMsatMax`; nil for anything no writer may write: a
  ///   leading zero, another letter, a fraction of a msat, more bitcoin than there are.
  static func msat(of text: Substring) -> Int64? {
    var digits = text
    var letter: Character?
    if let last = text.last, !last.isASCIIDigit {
      letter = last
      digits = text.dropLast()
    }
    guard digits.first != "0", !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit),
      let number = Int64(digits)
    else { return nil }
    let msat: Int64
    if letter == "p" {
      guard number.isMultiple(of: 10) else { return nil }
      msat = number / 10
    } else {
      guard let unit = multipliers.first(where: { $0.letter == letter }) else { return nil }
      let (product, overflow) = number.multipliedReportingOverflow(by: unit.msat)
      guard !overflow else { return nil }
      msat = product
    }
    return msat <= Limits.amountMsatMax ? msat : nil
  }

  /// The shortest way to write an amount: in the largest unit that divides it.
  static func text(msat: Int64) -> String {
    for (letter, unit) in multipliers where msat.isMultiple(of: unit) {
      return String(msat / unit) + (letter.map(String.init) ?? "")
    }
    return "\(msat)0p"
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
