/// How messages are compressed (gRPC compression.md, "Message Encoding").
public enum MessageEncoding: Sendable, CaseIterable {
  case gzip
  /// The zlib format of RFC 1950, which is what gRPC calls deflate.
  case deflate

  /// The name in `grpc-encoding`.
  public var name: String {
    switch self {
    case .gzip: "gzip"
    case .deflate: "deflate"
    }
  }

  /// `grpc-accept-encoding` of both sides of this stack.
  static let accepted = "identity,deflate,gzip"

  init?(name: String) {
    guard let encoding = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = encoding
  }

  /// The best encoding in a peer's `grpc-accept-encoding`; `nil` when there is none that both know.
  static func chosen(from accepted: String) -> MessageEncoding? {
    let names = accepted.split(separator: ",").map { $0.filter { $0 != " " } }
    return allCases.first { names.contains($0.name) }
  }
}
