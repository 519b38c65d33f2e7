/// What a provider said, as far as it may stand in a log, or be kept.
enum ProviderText {
  /// Bounded, and without long numbers: they may be accounts or phones.
  static func loggable(_ text: String, max: Int) -> String {
    replacing(text.prefix(max)) { character, _ in
      character.isASCII && character.isNumber
    } by: { digits in
      digits.utf8.count <= ProviderLimits.loggedDigitsMax ? digits : mark
    }
  }

  /// The text with each longest run of characters that belong together replaced.
  ///
  /// - Parameter belongs: whether a character goes on with the run so far, which may be empty.
  private static func replacing(
    _ text: some Sequence<Character>, where belongs: (Character, _ run: String) -> Bool,
    by replacement: (String) -> String
  ) -> String {
    var shown = ""
    var run = ""
    for character in text {
      if belongs(character, run) {
        run.append(character)
        continue
      }
      shown += replacement(run)
      run = ""
      shown.append(character)
    }
    return shown + replacement(run)
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
    let words = replacing(plain(text, max: max)) { character, _ in
      character.isLetter || character.isNumber || "@_+.-".contains(character)
    } by: {
      kept($0)
    }
    // `1234 5678 9012` is one number to whoever reads it.
    return replacing(words) { character, group in
      character.isNumber || (!group.isEmpty && " -.".contains(character))
    } by: {
      groupKept($0)
    }
  }

  private static func kept(_ word: String) -> String {
    let longest = word.split { "_-.".contains($0) }.map(\.count).max() ?? 0
    let hides =
      word.contains("@") || longest > ProviderLimits.keptWordCharactersMax
      || word.filter(\.isNumber).count > ProviderLimits.loggedDigitsMax
    return hides ? mark : word
  }

  private static func groupKept(_ group: String) -> String {
    guard group.filter(\.isNumber).count > ProviderLimits.loggedDigitsMax else { return group }
    // What ended the group stands on.
    let rest = group.reversed().prefix { !$0.isNumber }
    return mark + String(rest.reversed())
  }
}
