/// What a provider said, as far as it may stand in a log, or be kept.
enum ProviderText {
  /// Bounded, and without long numbers: they may be accounts or phones.
  static func loggable(_ text: String, max: Int) -> String {
    var shown = ""
    var digits = ""
    for character in text.prefix(max) {
      if character.isASCII, character.isNumber {
        digits.append(character)
        continue
      }
      shown += hidden(digits)
      digits = ""
      shown.append(character)
    }
    return shown + hidden(digits)
  }

  private static func hidden(_ digits: String) -> String {
    digits.utf8.count <= ProviderLimits.loggedDigitsMax ? digits : mark
  }

  /// What stands in the place of what is hidden.
  private static let mark = "#"

  /// Bounded, and on one line.
  static func plain(_ text: String, max: Int) -> String {
    String(text.prefix(max).map { isPlain($0) ? $0 : " " })
  }

  private static func isPlain(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
  }

  /// The same for what is kept and read long after: one line, and also without addresses, keys,
  /// invoices and preimages, and without numbers that are written in groups.
  static func keepable(_ text: String, max: Int) -> String {
    var shown = ""
    var word = ""
    for character in plain(text, max: max) {
      if character.isLetter || character.isNumber || "@_+.-".contains(character) {
        word.append(character)
        continue
      }
      shown += kept(word)
      word = ""
      shown.append(character)
    }
    return groupsHidden(shown + kept(word))
  }

  private static func kept(_ word: String) -> String {
    let longest = word.split { "_-.".contains($0) }.map(\.count).max() ?? 0
    let hides =
      word.contains("@") || longest > ProviderLimits.keptWordCharactersMax
      || word.filter(\.isNumber).count > ProviderLimits.loggedDigitsMax
    return hides ? mark : word
  }

  /// `1234 5678 9012` is one number to whoever reads it.
  private static func groupsHidden(_ text: String) -> String {
    var shown = ""
    var group = ""
    for character in text {
      if character.isNumber || (!group.isEmpty && " -.".contains(character)) {
        group.append(character)
        continue
      }
      shown += groupKept(group)
      group = ""
      shown.append(character)
    }
    return shown + groupKept(group)
  }

  private static func groupKept(_ group: String) -> String {
    guard group.filter(\.isNumber).count > ProviderLimits.loggedDigitsMax else { return group }
    // What ended the group stands on.
    let rest = group.reversed().prefix { !$0.isNumber }
    return mark + String(rest.reversed())
  }
}
