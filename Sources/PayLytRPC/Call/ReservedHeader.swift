/// The header names that belong to HTTP/2 and gRPC: never custom metadata, in either direction.
enum ReservedHeader {
  /// `key` is lower-case.
  static func isReserved(_ key: String) -> Bool {
    key.hasPrefix(":") || key.hasPrefix("grpc-") || names.contains(key)
  }

  private static let names: Set<String> = [
    "te", "content-type", "content-length", "user-agent", "host", "connection", "keep-alive",
    "proxy-connection", "transfer-encoding", "upgrade", "trailer",
  ]
}
