import PayLytRPC

/// Says when the server's certificate ends: by a figure, and by a warning while there is time.
/// Nobody but the callers would see it otherwise.
struct CertificateWatch: Sendable {
  private let expiry: Gauge
  private let clock: any Clock
  private let log: Log

  /// Seconds before its end from which on a start and a reload warn.
  static let warningSeconds: Int64 = 14 * 86_400

  init(_ registry: MetricRegistry, clock: any Clock, log: Log) {
    expiry = registry.gauge(
      "paylyt_tls_certificate_expiry_time_seconds",
      "When the certificate that new connections are shown ends, in Unix time.")
    self.clock = clock
    self.log = log
  }

  /// Looks at what was read just now.
  func look(at tls: TLSContext) {
    guard let end = tls.expirySeconds else { return }
    expiry.set(end)
    let left = end - clock.now().seconds
    guard left < Self.warningSeconds else { return }
    log.warning(
      "certificate ends soon", ["days": "\(left / 86_400)", "has_ended": "\(left <= 0)"])
  }
}
