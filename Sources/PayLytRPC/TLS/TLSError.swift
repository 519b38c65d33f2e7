import COpenSSL

/// What went wrong with TLS, in OpenSSL's words: for the log.
public struct TLSError: Error, Sendable, Equatable, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }

  /// The failure of the call that just returned: OpenSSL's reasons are still in its queue.
  init(during step: String) {
    var reasons: [String] = []
    while reasons.count < Limits.tlsReasonsMax {
      let code = ERR_get_error()
      guard code != 0 else { break }
      let reason = unsafe ERR_reason_error_string(code)
      reasons.append(unsafe reason.map { unsafe String(cString: $0) } ?? "error \(code)")
    }
    ERR_clear_error()
    description = reasons.isEmpty ? step : "\(step): \(reasons.joined(separator: ", "))"
  }
}
