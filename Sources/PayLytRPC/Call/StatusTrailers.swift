/// The status of a call on the wire: `grpc-status`, `grpc-message`, `grpc-status-details-bin`.
extension HeaderFields {
  /// Appends a status and the trailing metadata that goes with it.
  mutating func appendStatus(_ error: RPCError?, trailing: Metadata) {
    append(name: "grpc-status", value: String((error?.code ?? .ok).rawValue))
    if let error {
      if !error.message.isEmpty {
        append(name: "grpc-message", value: PercentEncoding.encode(Self.bounded(error.message)))
      }
      if !error.details.isEmpty {
        append(name: "grpc-status-details-bin", value: Base64.encode(error.details))
      }
      error.metadata.append(to: &self)
    }
    trailing.append(to: &self)
  }

  /// A message that every client accepts: trailers have a limit too.
  private static func bounded(_ message: String) -> String {
    guard message.utf8.count > Limits.statusMessageBytesMax else { return message }
    return String(decoding: message.utf8.prefix(Limits.statusMessageBytesMax), as: UTF8.self)
  }
}
