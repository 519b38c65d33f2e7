/// An address that events are sent to, in a form about which no two parsers disagree.
///
/// Whether it leads to a public address is checked at each connection, not here: a name may lead
/// somewhere else tomorrow.
struct WebhookURL: Hashable, Sendable {
  let text: String

  /// - Returns: nil unless it is `https://host[:port][/path][?query]` with a plain host name, or
  ///   where the policy allows it, `http://` and any port.
  init?(_ text: String, _ policy: WebhookPolicy) {
    guard text.utf8.count <= WebhookOutLimits.urlCharactersMax,
      text.utf8.allSatisfy(Self.isURLCharacter)
    else { return nil }
    let rest: Substring
    if text.hasPrefix("https://") {
      rest = text.dropFirst("https://".count)
    } else if policy.allowsPrivateAddresses, text.hasPrefix("http://") {
      rest = text.dropFirst("http://".count)
    } else {
      return nil
    }
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
    guard let host = parts.first, parts.count <= 2, Self.isHost(host) else { return nil }
    if parts.count == 2 {
      guard let port = UInt16(parts[1]), String(port) == parts[1],
        port == 443 || port > 1023 || policy.allowsPrivateAddresses
      else { return nil }
    }
    self.text = text
  }

  /// Whose server a valid address leads to, whatever its port and however it is spelled.
  static func host(of text: String) -> String {
    let rest = text.drop { $0 != "/" }.drop { $0 == "/" }
    return rest.prefix { $0 != "/" && $0 != "?" && $0 != ":" }.lowercased()
  }

  /// Letters, digits, hyphens and dots; no name ends in a dot or has an empty part.
  private static func isHost(_ host: Substring) -> Bool {
    guard (1...253).contains(host.utf8.count) else { return false }
    return host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
        && label.utf8.allSatisfy { byte in
          switch byte {
          case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
          case _: false
          }
        }
    }
  }

  /// Of a path or a query (RFC 3986); no fragment, no user name, nothing that must be escaped.
  private static func isURLCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case _: "-._~:/?!$&'()*+,;=%".utf8.contains(byte)
    }
  }
}
