import EndToEndSupport
import FoundationEssentials
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
          try #require(addresses.plaintext), "--admin", admin.email, "--approver",
          try await Person.admin(of: deployment).email, "--simulator",
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

  @Test("what moves money happens once, on two servers at once and after one was killed")
  func exactlyOnce() async throws {
    try await Deployment.with(paysAfterMilliseconds: 20) { deployment in
      let admin = try await Person.admin(of: deployment)
      let other = try await deployment.addServer()
      let kept = deployment.directory.path + "/kept.json"
      func run(_ phase: String, _ more: [String] = []) async throws -> Int {
        let result = try await python(
          [Self.folder + "/exactly_once.py", phase, "--kept", kept] + more + [
            try #require(deployment.server.addresses.plaintext),
            try #require(other.addresses.plaintext),
          ], in: deployment.directory)
        let bad = result.lines.filter { !$0.hasPrefix("ok ") }
        #expect(bad.isEmpty, "\(bad.joined(separator: "\n"))")
        #expect(result.end == .exited(0))
        return result.lines.count
      }
      let sent = try await run(
        "send",
        [
          "--admin", admin.email, "--approver",
          try await Person.admin(of: deployment).email, "--simulator",
          String(deployment.simulator.url.dropFirst("http://".count)),
        ])
      #expect(sent > 10)
      // The database is the first server's own, and dies with it.
      try await deployment.server.kill()
      try await deployment.restart()
      #expect(try await run("again") == sent - 1)
      // The port of the first server went with it.
      let auditor = try await Person.admin(of: deployment)
      let books = try await Books.read(by: auditor, of: deployment)
      #expect(books.balance.difference == 0)
      #expect(books.balance.accountsOff == 0)
      #expect(books.balance.escrowsOff == 0)
    }
  }

  /// What the backend of an app is let do for its users, and no more.
  private static let proxyScopes = [
    "auth.proxy", "disputes.take_part", "escrow.fund", "escrow.read", "escrow.release",
    "escrow.submit", "invoices.read", "jobs.accept", "jobs.post", "jobs.read", "payouts.create",
    "payouts.read", "wallets.read",
  ]

  @Test("a mobile app lives through a dispute and a failed payout behind the proxy")
  func mobileProxy() async throws {
    try await Deployment.with { deployment in
      let addresses = deployment.server.addresses
      let admin = try await Person.admin(of: deployment)
      let backend = try await HouseService.bySecret(Self.proxyScopes, of: admin)
      let key = deployment.directory.path + "/proxy.key"
      try Data(backend.key.utf8).write(to: URL(filePath: key))
      let command = Place.python + ["-B", Place.repository + "/examples/mobile_proxy/proxy.py"]
      let proxy = try await ChildProgram.start(
        command[0],
        Array(command.dropFirst()) + [
          "--certificate", addresses.certificate, "--key-file", key, "--listen", "127.0.0.1:0",
          addresses.grpc,
        ], log: deployment.directory.path + "/proxy.log")
      try await eventually("the proxy listens") {
        if let end = proxy.end { throw Failure("it ended with \(end): \(proxy.printed)") }
        return proxy.printed.hasSuffix("\n")
      }
      let url = try #require(proxy.printed.split(separator: "\n").first.map(String.init))
      let result = try await python(
        [
          Self.folder + "/proxy_story.py", "--proxy", url, "--simulator", deployment.simulator.url,
        ], in: deployment.directory)
      #expect(result.end == .exited(0), "\(result.lines.joined(separator: "\n"))")
      #expect(
        result.lines.map { $0.prefix { $0 != " " } } == [
          "released", "failed", "paid", "divided", "refused",
        ])
      #expect(try await proxy.stop() == .exited(0), "\(proxy.printed)")
      #expect(try await Books.read(by: admin, of: deployment).areRight)
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
