import CLinux
import EndToEndSupport
import PayLytAPI
import PayLytRPC
import StandardAPI
import Testing

extension EndToEnd {
  @Suite("How the server treats connections", .timeLimit(.minutes(3)))
  struct ConnectionOptionTests {
    /// A certificate and its key in the folder of a test.
    private struct Pair {
      let certificate: String
      let key: String

      init(_ directory: TemporaryDirectory, _ name: String) throws {
        certificate = "\(directory.path)/\(name).crt"
        key = "\(directory.path)/\(name).key"
        try DevelopmentCertificate().write(certificateFile: certificate, keyFile: key)
      }

      func replace(_ other: Pair) throws {
        guard unsafe rename(certificate, other.certificate) == 0,
          unsafe rename(key, other.key) == 0
        else { throw SystemError("rename") }
      }
    }

    private func channel(
      _ server: RunningServer, trusting certificate: String, as client: Pair?
    ) throws -> Channel {
      let credentials = client.map {
        TLSContext.Credentials(certificateFile: $0.certificate, keyFile: $0.key)
      }
      let tls = try TLSContext.client(trust: .pinned(file: certificate), credentials: credentials)
      return try RunningServer.channel(to: server.addresses.grpc, ChannelConfiguration(tls: tls))
    }

    private func check(_ channel: Channel) async throws {
      let answer = try await HealthClient(channel).check(HealthCheckRequest(), options: .bounded)
      #expect(answer.status == .serving)
    }

    private func start(
      _ directory: TemporaryDirectory, _ arguments: [String]
    ) async throws -> RunningServer {
      try await RunningServer.start(
        ["--with-simulator", "--webhook-listen", "127.0.0.1:0"] + arguments,
        dataDirectory: directory.path + "/server")
    }

    @Test("SIGHUP replaces the certificate, drops no connection, and survives damaged files")
    func reload() async throws {
      try await TemporaryDirectory.with { directory in
        let served = try Pair(directory, "served")
        let client = try Pair(directory, "client")
        let old = directory.path + "/old.crt"
        #expect(unsafe link(served.certificate, old) == 0)
        let server = try await start(
          directory,
          [
            "--tls-certificate", served.certificate, "--tls-key", served.key, "--tls-client-ca",
            client.certificate,
          ])
        let before = try channel(server, trusting: old, as: client)
        try await check(before)
        #expect(server.process.printed.contains("\"client\":\"CN=localhost\""))

        try Pair(directory, "renewed").replace(served)
        server.process.signal(SIGHUP)
        try await eventually("the certificate is read") {
          server.process.printed.contains("certificates read again")
        }
        // It believes only the old certificate: a new connection of it would be refused.
        try await check(before)
        let after = try channel(server, trusting: served.certificate, as: client)
        try await check(after)
        let late = try channel(server, trusting: old, as: client)
        #expect(try await refusal { try await check(late) }.code == .unavailable)

        let nobody = try channel(server, trusting: served.certificate, as: nil)
        #expect(try await refusal { try await check(nobody) }.code == .unavailable)
        let stranger = try Pair(directory, "stranger")
        let strange = try channel(server, trusting: served.certificate, as: stranger)
        #expect(try await refusal { try await check(strange) }.code == .unavailable)

        #expect(unsafe truncate(served.key, 0) == 0)
        server.process.signal(SIGHUP)
        try await eventually("the damage is noticed") {
          server.process.printed.contains("certificates not read")
        }
        try await check(try channel(server, trusting: served.certificate, as: client))
        try await server.stop()
      }
    }

    @Test("calls, bytes and connections beyond the options are refused, and only those")
    func bounds() async throws {
      try await TemporaryDirectory.with { directory in
        let server = try await start(
          directory,
          [
            "--max-streams-per-second", "5", "--max-receive-bytes", "100", "--max-connections",
            "1", "--max-connection-idle", "700ms", "--keepalive-time", "1m",
          ])
        let first = try server.plaintextChannel()
        var codes: [StatusCode] = []
        for _ in 0..<7 {
          do {
            try await check(first)
            codes.append(.ok)
          } catch let error as RPCError {
            codes.append(error.code)
          }
        }
        // A second may end within the seven calls, but not twice.
        #expect(codes.contains(.resourceExhausted))
        #expect(codes.count { $0 == .ok } >= 5)

        let second = try server.plaintextChannel()
        #expect(try await refusal { try await check(second) }.code == .unavailable)
        #expect(server.process.printed.contains("connection refused"))
        await second.close()

        try await Task.sleep(for: .seconds(1))
        let long = HealthCheckRequest(service: String(repeating: "x", count: 100))
        let error = try await refusal {
          try await HealthClient(first).check(long, options: .bounded)
        }
        #expect(error.code == .resourceExhausted)
        try await eventually("the idle connection is ended") {
          server.process.printed.contains("the connection has ended")
        }
        // The client connects again by itself.
        try await check(first)
        try await server.stop()
      }
    }
  }
}
