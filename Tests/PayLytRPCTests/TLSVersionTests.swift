import PayLytRPC
import Testing

@Suite("TLS as OpenSSL's own client speaks it")
struct TLSVersionTests {
  struct Hello: Sendable, CustomTestStringConvertible {
    let options: [String]
    /// Whether HTTP/2 may follow.
    let isServed: Bool
    var testDescription: String { options.joined(separator: " ") }

    init(_ options: String..., isServed: Bool) {
      self.options = options
      self.isServed = isServed
    }
  }

  static let old = ["-cipher", "DEFAULT@SECLEVEL=0"]

  @Test(
    "1.2 and 1.3 are spoken, with h2 by ALPN; nothing older, and nothing else",
    arguments: [
      Hello("-tls1_3", "-alpn", "h2", isServed: true),
      Hello("-tls1_2", "-alpn", "h2", isServed: true),
      Hello("-alpn", "http/1.1,h2", isServed: true),
      Hello("-tls1_1", "-alpn", "h2", isServed: false),
      Hello("-tls1", "-alpn", "h2", isServed: false),
      Hello("-alpn", "http/1.1", isServed: false),
      Hello("-tls1_3", isServed: false),
      Hello("-tls1_2", isServed: false),
    ])
  func hello(_ hello: Hello) async throws {
    try await Fixture.run { fixture in
      let address = "\(fixture.secure.host):\(fixture.secure.port)"
      // One that is refused waits until the server closes; 124 says that it never did.
      let wait = hello.isServed ? "" : "-ign_eof"
      let options = (Self.old + hello.options).joined(separator: " ")
      let command = "timeout 60 openssl s_client -connect \(address) \(options) \(wait) </dev/null"
      let (code, output) = try await BlockingPool().run { runProgram("sh", ["-c", command]) }
      #expect(code != 124, "\(output)")
      #expect(output.contains("ALPN protocol: h2") == hello.isServed, "\(output)")
      if hello.isServed { #expect(code == 0, "\(output)") }
    }
  }
}
