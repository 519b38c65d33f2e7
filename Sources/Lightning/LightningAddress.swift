/// `user@domain`: a name that resolves to invoices over HTTP (LUD-16).
public struct LightningAddress: Sendable, Hashable, CustomStringConvertible {
  /// Characters of `a-z0-9-_.+`.
  public let user: String
  /// A host name or IPv4 address in lower case.
  public let host: String
  /// Nil for the scheme's own port.
  public let port: UInt16?

  /// Why a text is no address.
  public enum ParseError: Error, Equatable {
    case noAtSign
    case invalidUser
    case invalidHost
    case invalidPort
  }

  /// Reads an address; case does not matter, the value is in lower case.
  public init(_ text: String) throws(ParseError) {
    let parts = text.lowercased().split(
      separator: "@", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw .noAtSign }
    guard (1...Limits.addressUserMax).contains(parts[0].utf8.count),
      parts[0].utf8.allSatisfy(Self.isUserCharacter)
    else { throw .invalidUser }
    user = String(parts[0])
    let place = parts[1].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard Self.isHost(place[0]) else { throw .invalidHost }
    host = String(place[0])
    if place.count == 2 {
      guard place[1].first != "+", let port = UInt16(place[1]), port > 0 else {
        throw .invalidPort
      }
      self.port = port
    } else {
      port = nil
    }
  }

  /// Whether the host is this machine itself, where plain HTTP gives nothing away.
  public var isLoopback: Bool {
    if host == "localhost" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }

  /// Where the pay request is fetched from.
  ///
  /// - Parameter scheme: `https`; `http` only ever for `isLoopback`.
  public func payRequestURL(scheme: String = "https") -> String {
    let place = port.map { "\(host):\($0)" } ?? host
    return "\(scheme)://\(place)/.well-known/lnurlp/\(user)"
  }

  public var description: String {
    "\(user)@\(host)" + (port.map { ":\($0)" } ?? "")
  }

  private static func isUserCharacter(_ character: UInt8) -> Bool {
    switch character {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"):
      true
    default: false
    }
  }

  /// Labels of letters, digits and inner hyphens, 1 to 63 characters each (RFC 1123 §2.1).
  private static func isHost(_ text: Substring) -> Bool {
    guard (1...Limits.hostMax).contains(text.utf8.count) else { return false }
    return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
        && label.utf8.allSatisfy { $0 == UInt8(ascii: "-") || isAlphanumeric($0) }
    }
  }

  private static func isAlphanumeric(_ character: UInt8) -> Bool {
    isUserCharacter(character) && character != UInt8(ascii: "_")
      && character != UInt8(ascii: ".") && character != UInt8(ascii: "+")
  }
}
