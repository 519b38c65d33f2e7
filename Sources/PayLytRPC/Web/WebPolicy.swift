/// Which web pages may call a server (gRPC PROTOCOL-WEB.md), told apart by their origin.
///
/// A browser says which page calls; other clients of gRPC-Web say nothing, and are served.
public struct WebPolicy: Sendable, Equatable {
  /// Why a text is no origin, as a sentence.
  public struct Misuse: Error, Equatable, CustomStringConvertible {
    public let description: String
  }

  /// Such as `https://app.example.com`: as browsers write them (RFC 6454 §6.2).
  public let origins: Set<String>

  /// - Parameter origins: each with its scheme, and with its port where it is not the usual one.
  ///   There is no way to allow all: a page that nobody named has no business here.
  /// - Throws: `Misuse` for what no browser would ever send.
  public init(origins: [String]) throws(Misuse) {
    for origin in origins {
      let rest = ["https://", "http://"].first { origin.hasPrefix($0) }
        .map { origin.dropFirst($0.count) }
      guard let rest, !rest.isEmpty, rest.utf8.allSatisfy(Self.isHostByte) else {
        throw Misuse(
          description: "'\(origin)' is no origin such as https://app.example.com, in lower case")
      }
    }
    self.origins = Set(origins)
  }

  func allows(_ origin: String) -> Bool { origins.contains(origin) }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "["),
      UInt8(ascii: "]"):
      true
    default: false
    }
  }
}
