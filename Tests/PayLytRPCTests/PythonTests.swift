import PayLytRPC
import PayLytRPCServices
import Testing

@Suite("The official Python client against our server")
struct PythonTests {
  @Test("every case passes, in the clear and over TLS", arguments: [false, true])
  func cases(tls: Bool) async throws {
    try await Fixture.run(services: [HealthService()]) { fixture in
      let address = tls ? fixture.secure : fixture.clear
      let (code, output) = try await PythonClient.run(
        "echo_client.py", ["\(address)"] + (tls ? [fixture.certificateFile] : []))
      #expect(code == 0, "\(output)")
      #expect(output.split(separator: "\n").last == "health", "\(output)")
    }
  }
}
