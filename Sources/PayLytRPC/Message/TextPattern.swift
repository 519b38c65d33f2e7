/// The form of a text: the part of regular expressions that the field rules of protos need, and
/// placeholders for the parts of resource names.
///
/// Characters and classes (`[a-z0-9_]`, `[^@ ]`, `\n` and `\\` for what cannot be written), each
/// with `?`, `*`, `+`, `{n}` or `{m,n}` behind it; `{uuid}`, and `{number}` (from 1, without zeros
/// in front). It is compared with the whole text, byte by byte: a class that is not negated has
/// ASCII only.
public struct TextPattern: Hashable, Sendable {
  /// A set of bytes and how many of them stand side by side.
  private struct Item: Hashable {
    var bytes: [Bool]
    var count: ClosedRange<Int>
  }

  public let text: String
  private let items: [Item]

  /// Far more than any text may have: for `*` and `+`.
  private static let countMax = 1 << 20

  /// - Returns: nil when `text` is no pattern.
  public init?(_ text: String) {
    var items: [Item] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      if let found = Self.takePlaceholder(&rest) {
        items += found
      } else if let bytes = Self.takeBytes(&rest), let count = Self.takeCount(&rest) {
        items.append(Item(bytes: bytes, count: count))
      } else {
        return nil
      }
    }
    self.text = text
    self.items = items
  }

  /// Whether all of `text` has this form.
  public func matches(_ text: String) -> Bool {
    matches(Array(text.utf8)[...], items[...])
  }

  private func matches(_ bytes: ArraySlice<UInt8>, _ items: ArraySlice<Item>) -> Bool {
    guard let item = items.first else { return bytes.isEmpty }
    var count = bytes.prefix(item.count.upperBound).prefix { item.bytes[Int($0)] }.count
    // The longest first, then shorter ones, as long as the rest does not fit.
    while count >= item.count.lowerBound {
      if matches(bytes.dropFirst(count), items.dropFirst()) { return true }
      count -= 1
    }
    return false
  }

  // MARK: Reading

  private static func takePlaceholder(_ rest: inout ArraySlice<UInt8>) -> [Item]? {
    for (name, items) in [("{uuid}", uuid), ("{number}", number)]
    where rest.starts(with: Array(name.utf8)) {
      rest = rest.dropFirst(name.utf8.count)
      return items
    }
    return nil
  }

  private static let uuid: [Item] = [8, 4, 4, 4, 12].enumerated().flatMap { index, digits in
    let dash = Item(bytes: set { $0 == UInt8(ascii: "-") }, count: 1...1)
    let part = Item(bytes: set(isHexDigit), count: digits...digits)
    return index == 0 ? [part] : [dash, part]
  }

  private static let number: [Item] = [
    Item(bytes: set { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }, count: 1...1),
    Item(bytes: set { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }, count: 0...18),
  ]

  /// One character, or a class in brackets.
  private static func takeBytes(_ rest: inout ArraySlice<UInt8>) -> [Bool]? {
    guard let first = rest.first, !"{}?*+]".utf8.contains(first) else { return nil }
    guard first == UInt8(ascii: "[") else {
      guard let byte = takeByte(&rest) else { return nil }
      return set { $0 == byte }
    }
    rest = rest.dropFirst()
    let isNegated = rest.first == UInt8(ascii: "^")
    if isNegated { rest = rest.dropFirst() }
    var bytes = set { _ in false }
    while rest.first != UInt8(ascii: "]") {
      guard let lower = takeByte(&rest) else { return nil }
      var upper = lower
      // A dash before the end stands for itself.
      if rest.first == UInt8(ascii: "-"), rest.dropFirst().first != UInt8(ascii: "]") {
        rest = rest.dropFirst()
        guard let end = takeByte(&rest), end >= lower else { return nil }
        upper = end
      }
      for byte in lower...upper { bytes[Int(byte)] = true }
    }
    rest = rest.dropFirst()
    return isNegated ? bytes.map { !$0 } : bytes
  }

  private static func takeByte(_ rest: inout ArraySlice<UInt8>) -> UInt8? {
    guard let byte = rest.popFirst(), byte < 0x80 else { return nil }
    guard byte == UInt8(ascii: "\\") else { return byte }
    guard let escaped = rest.popFirst(), escaped < 0x80 else { return nil }
    switch escaped {
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "t"): return 0x09
    case _ where isHexDigit(escaped) || (UInt8(ascii: "g")...UInt8(ascii: "z")).contains(escaped):
      // Classes such as \d and \w are not there.
      return nil
    case _: return escaped
    }
  }

  private static func takeCount(_ rest: inout ArraySlice<UInt8>) -> ClosedRange<Int>? {
    switch rest.first {
    case UInt8(ascii: "?"): return taking(0...1, &rest)
    case UInt8(ascii: "*"): return taking(0...countMax, &rest)
    case UInt8(ascii: "+"): return taking(1...countMax, &rest)
    case UInt8(ascii: "{"): break
    case _: return 1...1
    }
    // What is no count is a placeholder that comes next.
    guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else { return 1...1 }
    let parts = String(decoding: rest[rest.startIndex..<end].dropFirst(), as: UTF8.self)
      .split(separator: ",").map { Int($0) }
    guard parts.count <= 2, let lower = parts.first ?? nil, let upper = parts.last ?? nil,
      0 <= lower, lower <= upper, upper <= countMax
    else { return 1...1 }
    rest = rest[(end + 1)...]
    return lower...upper
  }

  private static func taking(
    _ count: ClosedRange<Int>, _ rest: inout ArraySlice<UInt8>
  ) -> ClosedRange<Int> {
    rest = rest.dropFirst()
    return count
  }

  private static func set(_ isIn: (UInt8) -> Bool) -> [Bool] {
    (0...UInt8.max).map(isIn)
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    case _: false
    }
  }
}
