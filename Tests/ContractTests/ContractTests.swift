import EndToEndSupport
import Testing

/// Clients that we did not write, against the built server.
@Suite("Contracts with official clients", .serialized, .timeLimit(.minutes(5)))
struct ContractTests {
  private static let folder = Place.repository + "/Tests/ContractTests/python"

  private func python(
    _ arguments: [String], in directory: TemporaryDirectory
  ) async throws -> (end: ChildProgram.End, lines: [Substring]) {
    let command = Place.python + ["-B"] + arguments
    let program = try await ChildProgram.start(
      command[0], Array(command.dropFirst()),
      log: "\(directory.path)/\(UInt64.random(in: 0 ... .max)).log")
    let end = try await program.waitForEnd(within: .seconds(240))
    return (end, program.printed.split(separator: "\n"))
  }

  @Test("every RPC keeps its contract with the official Python client over TLS")
  func everyRPC() async throws {
    try await Deployment.with(paysAfterMilliseconds: 20) { deployment in
      let admin = try await Person.admin(of: deployment)
      let addresses = deployment.server.addresses
      let result = try await python(
        [
          Self.folder + "/contract.py", "--certificate", addresses.certificate, "--plaintext",
          try #require(addresses.plaintext), "--admin", admin.email, "--simulator",
          String(deployment.simulator.url.dropFirst("http://".count)), addresses.grpc,
        ], in: deployment.directory)
      let bad = result.lines.filter { !$0.hasPrefix("ok ") }
      #expect(bad.isEmpty, "\(bad.joined(separator: "\n"))")
      #expect(result.end == .exited(0))
      // Eleven checks and more for each of some thirty methods.
      #expect(result.lines.count > 300)
      let books = try await Books.read(by: admin, of: deployment)
      #expect(books.balance.difference == 0)
      #expect(books.balance.accountsOff == 0)
      #expect(books.balance.escrowsOff == 0)
    }
  }

  @Test("the Python example funds and releases an escrow over TLS", arguments: [false, true])
  func example(payOut: Bool) async throws {
    try await TemporaryDirectory.with { directory in
      let server = try await RunningServer.start(
        ["--with-simulator", "--simulator-pays-after-ms", "50", "--webhook-listen", "127.0.0.1:0"],
        dataDirectory: directory.path + "/server")
      let simulator = payOut ? ["--simulator", try #require(server.addresses.simulator)] : []
      let result = try await python(
        [
          Place.repository + "/examples/python/story.py", "--certificate",
          server.addresses.certificate, server.addresses.grpc,
        ] + simulator, in: directory)
      #expect(result.end == .exited(0), "\(result.lines.joined(separator: "\n"))")
      #expect(result.lines.contains { $0.contains("STATE_PAID_LOCKED") })
      #expect(result.lines.contains { $0.contains("paid out") } == payOut)
      try await server.stop()
    }
  }
}
