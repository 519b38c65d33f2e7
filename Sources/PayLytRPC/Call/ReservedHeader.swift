/// The header names that belong to HTTP/2 and gRPC: never custom metadata, in either direction.
enum ReservedHeader {
  /// `key` is lower-case.
  static func isReserved(_ key: String) -> Bool {
    key.hasPrefix(":") || key.hasPrefix("grpc-") && !spoken.contains(key) || names.contains(key)
  }

  /// What handlers and callers say to each other all the same (gRPC A6).
  private static let spoken: Set<String> = [
    "grpc-previous-rpc-attempts", "grpc-retry-pushback-ms",
  ]

  private static let names: Set<String> = [
    "te", "content-type", "content-length", "user-agent", "host", "connection", "keep-alive",
    "proxy-connection", "transfer-encoding", "upgrade", "trailer",
  ]
}
