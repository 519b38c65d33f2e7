/// Finds what somebody meant who typed something else.
public enum Spelling {
  /// The name that is fewest letters away, the first of several; nil when none is near.
  public static func nearest(to typed: String, among names: [String]) -> String? {
    let wanted = typed.lowercased()
    let ranked = names.map { name in
      // What was begun, or is a part of a name, is meant more often than a misspelt other one.
      let isPart = wanted.count > 2 && name.contains(wanted)
      return (name, isPart ? 0 : distance(wanted, name.lowercased()))
    }
    return ranked.filter { $0.1 <= max(2, wanted.count / 3) }
      .min { ($0.1, $0.0.count, $0.0) < ($1.1, $1.0.count, $1.0) }?.0
  }

  /// `; is --rate meant?`, or nothing when no name is near.
  public static func question(
    _ typed: String, among names: [String], prefix: String = ""
  ) -> String {
    nearest(to: typed, among: names).map { "; is \(prefix)\($0) meant?" } ?? ""
  }

  /// Letters to change, add or leave out until one is the other (Levenshtein).
  static func distance(_ first: String, _ second: String) -> Int {
    var row = Array(0...second.count)
    for (index, letter) in first.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, other) in second.enumerated() {
        let replaced = diagonal + (letter == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, row[column] + 1, row[column + 1] + 1)
      }
    }
    return row[second.count]
  }
}
