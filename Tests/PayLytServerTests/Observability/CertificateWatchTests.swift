import Glibc
import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("When the certificate ends")
struct CertificateWatchTests {
  @Test(
    "the figure says when, and a start and a reload warn two weeks before and after",
    arguments: [(30, 0), (13, 1), (-1, 1)] as [(Int, Int64)])
  func ends(days: Int, warnings: Int64) throws {
    let files = ["certificate", "key"].map { "/tmp/paylyt-\(UUID.random())-\($0).pem" }
    defer { for file in files { _ = unsafe unlink(file) } }
    try DevelopmentCertificate(days: days).write(certificateFile: files[0], keyFile: files[1])
    let tls = try TLSContext.server(certificateFile: files[0], keyFile: files[1])
    let registry = MetricRegistry()
    let lines = Gauge()
    let log = Log(level: .warning, clock: SystemClock(), sink: { _ in lines.add(1) })
    CertificateWatch(registry, clock: SystemClock(), log: log).look(at: tls)
    let end = try #require(tls.expirySeconds)
    let left = end - SystemClock().now().seconds
    #expect(abs(left - Int64(days) * 86_400) < 60)
    #expect(lines.current == warnings)
    #expect(
      MetricsPage(registry: registry).text.contains(
        "paylyt_tls_certificate_expiry_time_seconds \(end)\n"))
  }

  @Test("a client that shows none has no end")
  func none() throws {
    #expect(try TLSContext.client(trust: .system).expirySeconds == nil)
  }
}
