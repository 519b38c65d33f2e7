import Glibc
import PayLytRPC
import PayLytRPCServices
import Testing

@Suite("The official Python client against our server")
struct PythonTests {
  /// The interpreter that has grpcio.
  static var python: String {
    if let path = environment("PAYLYT_PYTHON") { return path }
    return unsafe access(".venv/bin/python", X_OK) == 0
      ? ".venv/bin/python" : "python3"
  }

  @Test("every case passes, in the clear and over TLS", arguments: [false, true])
  func cases(tls: Bool) async throws {
    try await Fixture.run(services: [HealthService()]) { fixture in
      let address = tls ? fixture.secure : fixture.clear
      let script = "Tests/Support/python/echo_client.py"
      let arguments = [script, "\(address)"] + (tls ? [fixture.certificateFile] : [])
      let python = Self.python
      // The client blocks, so it gets a thread that no task needs.
      let (code, output) = try await BlockingPool().run { run(python, arguments) }
      #expect(code == 0, "\(output)")
      #expect(output.split(separator: "\n").last == "health", "\(output)")
    }
  }
}
