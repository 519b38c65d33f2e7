/// The status of a call on the wire: `grpc-status`, `grpc-message`, `grpc-status-details-bin`.
extension HeaderFields {
  /// Appends a status and the trailing metadata that goes with it.
  mutating func appendStatus(_ error: RPCError?, trailing: Metadata) {
    append(name: "grpc-status", value: String((error?.code ?? .ok).rawValue))
    if let error {
      if !error.message.isEmpty {
        append(name: "grpc-message", value: PercentEncoding.encode(error.message.bounded()))
      }
      if !error.details.isEmpty, error.details.count <= Limits.statusDetailsBytesMax {
        append(name: "grpc-status-details-bin", value: Base64.encode(error.details))
      }
      error.metadata.append(to: &self)
    }
    trailing.append(to: &self)
  }
}

extension String {
  /// As much of a text as fits; by default of a status message, as every client accepts also when
  /// each byte of it is escaped: trailers have a limit too, and nghttp2 sends none that are longer
  /// than 64 KiB.
  package func bounded(toBytes most: Int = Limits.statusMessageBytesMax) -> String {
    guard utf8.count > most else { return self }
    var end = utf8.index(startIndex, offsetBy: most)
    while end.samePosition(in: unicodeScalars) == nil { end = utf8.index(before: end) }
    return String(self[..<end])
  }
}
