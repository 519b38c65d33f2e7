/// How names are written.
enum Words {
  static func isLowerSnake(_ name: some StringProtocol) -> Bool {
    isSnake(name) { ("a"..."z").contains($0) }
  }

  static func isUpperSnake(_ name: some StringProtocol) -> Bool {
    isSnake(name) { ("A"..."Z").contains($0) }
  }

  private static func isSnake(
    _ name: some StringProtocol, _ isLetter: (Character) -> Bool
  ) -> Bool {
    guard let first = name.first, isLetter(first), name.last != "_" else { return false }
    return !name.contains("__") && name.allSatisfy { isLetter($0) || isDigit($0) || $0 == "_" }
  }

  static func isPascal(_ name: some StringProtocol) -> Bool {
    guard let first = name.first, ("A"..."Z").contains(first) else { return false }
    return name.allSatisfy {
      ("A"..."Z").contains($0) || ("a"..."z").contains($0) || isDigit($0)
    }
  }

  /// `v1`, `v2`, `v1alpha`, `v1beta2`.
  static func isVersion(_ part: some StringProtocol) -> Bool {
    String(part).wholeMatch(of: /v[1-9][0-9]*((alpha|beta)[0-9]*)?/) != nil
  }

  /// `escrow.release`.
  static func isPermission(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { isLowerSnake($0) }
  }

  /// `PayoutState` as `PAYOUT_STATE`; several capitals stay together: `QRFormat` is `QR_FORMAT`.
  static func upperSnake(_ pascal: String) -> String {
    let letters = Array(pascal)
    var name = ""
    for (index, letter) in letters.enumerated() {
      let isCapital = letter.isUppercase
      let follows = index > 0 && !letters[index - 1].isUppercase
      let begins = index > 0 && index + 1 < letters.count && letters[index + 1].isLowercase
      if isCapital, follows || begins { name += "_" }
      name += letter.uppercased()
    }
    return name
  }

  private static func isDigit(_ character: Character) -> Bool {
    ("0"..."9").contains(character)
  }
}
