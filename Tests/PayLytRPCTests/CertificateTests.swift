import PayLytRPC
import StandardAPI
import Synchronization
import Testing

@Suite("Certificates that change, and certificates of clients")
struct CertificateTests {
  typealias Text = ProtoStringValue

  private func say(_ text: String, on channel: Channel) async throws -> String {
    let answer: UnaryResponse<Text> = try await channel.unary(
      EchoService.echo, Text(value: text), CallOptions())
    return answer.message.value
  }

  @Test("files are read again for new connections, and open ones go on")
  func reload() async throws {
    let files = try CertificateFiles()
    let context = try TLSContext.server(certificateFile: files.certificate, keyFile: files.key)
    try await Fixture.run { fixture in
      let address = try await fixture.server.listen(
        on: SocketAddress(host: "127.0.0.1", port: 0), tls: context)
      func channel(trust file: String) throws -> Channel {
        let tls = try TLSContext.client(trust: .pinned(file: file))
        return try Channel(
          host: address.host, port: address.port, configuration: ChannelConfiguration(tls: tls))
      }
      let old = try channel(trust: files.certificate)
      #expect(try await say("old", on: old) == "old")
      let fresh = try CertificateFiles()
      try files.replace(by: fresh)
      try context.reload()
      #expect(try await say("still", on: old) == "still")
      let new = try channel(trust: fresh.certificate)
      #expect(try await say("new", on: new) == "new")
      // Files that cannot be used change nothing.
      files.damage()
      #expect(throws: TLSError.self) { try context.reload() }
      let later = try channel(trust: fresh.certificate)
      #expect(try await say("later", on: later) == "later")
      for channel in [old, new, later] { await channel.close() }
    }
  }

  @Test("a handler sees who calls by the client's certificate")
  func clientIdentity() async throws {
    let files = try CertificateFiles()
    let client = try CertificateFiles()
    let context = try TLSContext.server(
      certificateFile: files.certificate, keyFile: files.key,
      clientAuthorities: client.certificate)
    let witness = Witness()
    try await Fixture.run(interceptors: [witness]) { fixture in
      let address = try await fixture.server.listen(
        on: SocketAddress(host: "127.0.0.1", port: 0), tls: context)
      func channel(_ credentials: CertificateFiles?) throws -> Channel {
        let tls = try TLSContext.client(
          trust: .pinned(file: files.certificate),
          credentials: credentials.map {
            TLSContext.Credentials(certificateFile: $0.certificate, keyFile: $0.key)
          })
        return try Channel(
          host: address.host, port: address.port, configuration: ChannelConfiguration(tls: tls))
      }
      let known = try channel(client)
      #expect(try await say("me", on: known) == "me")
      #expect(witness.seen?.subject == "CN=localhost")
      #expect(witness.seen?.dnsNames == ["localhost"])
      #expect(witness.seen?.uris == [])
      await known.close()
      for stranger in [nil, files] {
        let error = await #expect(throws: RPCError.self) {
          _ = try await say("who", on: channel(stranger))
        }
        #expect(error?.code == .unavailable)
      }
      // Without --client-ca nobody is asked.
      let open = try fixture.channel(tls: true)
      #expect(try await say("anybody", on: open) == "anybody")
      #expect(witness.seen == nil)
      await open.close()
    }
  }
}

/// Remembers who made the last call.
final class Witness: ServerInterceptor {
  private let last = Mutex<PeerIdentity?>(nil)
  var seen: PeerIdentity? { last.withLock { $0 } }

  func intercept(
    _ context: ServerContext, _ next: @Sendable () async throws -> Void
  ) async throws {
    last.withLock { $0 = context.peerIdentity }
    try await next()
  }
}
