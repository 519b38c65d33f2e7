import Glibc
import PayLytRPCServices
import StandardAPI
import Testing

@testable import PayLytRPC

@Suite("Channelz: what a process has open, and what that has carried")
struct ChannelzTests {
  typealias Text = ProtoStringValue

  /// A server that tells of itself, and of the channel that calls it.
  private func run(
    tls: Bool = false, _ body: (Fixture, Channel, RPCInventory, ChannelzClient) async throws -> Void
  ) async throws {
    let inventory = RPCInventory()
    try await Fixture.run(services: [ChannelzService(inventory)]) { fixture in
      inventory.add(fixture.server)
      let channel = try fixture.channel(tls: tls)
      inventory.add(channel)
      let asker = try fixture.channel()
      try await body(fixture, channel, inventory, ChannelzClient(asker))
      await asker.close()
      await channel.close()
    }
  }

  private func echo(_ channel: Channel) async throws {
    let _: UnaryResponse<Text> = try await channel.unary(
      EchoService.echo, Text(value: "x"), CallOptions(timeout: .seconds(30)))
  }

  @Test("a channel, its subchannel and its connection count what they carry")
  func channel() async throws {
    try await run { (fixture, channel, _, channelz) async throws in
      let idle = try await channelz.getTopChannels(ChannelzGetTopChannelsRequest())
      #expect(idle.end)
      let known = try #require(idle.channel.first)
      #expect(known.data?.state?.state == .idle)
      #expect(known.data?.target == "\(fixture.clear)")
      #expect(known.data?.lastCallStartedTimestamp == nil)

      for _ in 0..<3 { try await echo(channel) }
      await #expect(throws: RPCError.self) {
        let _: UnaryResponse<Text> = try await channel.unary(
          EchoService.fail, Text(value: "x"), CallOptions(timeout: .seconds(30)))
      }
      let number = known.ref?.channelID ?? 0
      let now = try await channelz.getChannel(ChannelzGetChannelRequest(channelID: number))
      let data = try #require(now.channel?.data)
      #expect(data.state?.state == .ready)
      #expect([data.callsStarted, data.callsSucceeded, data.callsFailed] == [4, 3, 1])
      #expect(data.lastCallStartedTimestamp != nil)

      let reference = try #require(now.channel?.subchannelRef.first)
      let subchannel = try #require(
        try await channelz.getSubchannel(
          ChannelzGetSubchannelRequest(subchannelID: reference.subchannelID)
        ).subchannel)
      #expect(subchannel.data?.callsStarted == 4)
      #expect(subchannel.data?.callsSucceeded == 3)
      let socket = try #require(
        try await channelz.getSocket(
          ChannelzGetSocketRequest(socketID: subchannel.socketRef.first?.socketID ?? 0)
        ).socket)
      #expect(socket.data?.streamsStarted == 4)
      #expect(socket.data?.messagesSent == 4)
      #expect(socket.data?.messagesReceived == 3)
      #expect(socket.data?.lastLocalStreamCreatedTimestamp != nil)
      #expect(socket.data?.lastRemoteStreamCreatedTimestamp == nil)
      #expect(socket.data?.peerMaxConcurrentStreams == UInt32(Limits.concurrentStreamsMax))
      #expect(socket.security == nil)

      await channel.close()
      let closed = try await channelz.getChannel(ChannelzGetChannelRequest(channelID: number))
      #expect(closed.channel?.data?.state?.state == .shutdown)
    }
  }

  @Test("a channel that nobody holds any more is gone")
  func forgotten() async throws {
    let inventory = RPCInventory()
    var channel: Channel? = try Channel(host: "127.0.0.1", port: 1)
    if let channel { inventory.add(channel) }
    #expect(await inventory.channels(from: 0, atMost: 10).items.count == 1)
    channel = nil
    #expect(await inventory.channels(from: 0, atMost: 10).items.isEmpty)
  }

  @Test("pages end where they say, and go on behind their last item")
  func pages() async throws {
    try await run { (fixture, _, inventory, channelz) async throws in
      var others: [Channel] = []
      for _ in 0..<4 {
        let other = try fixture.channel()
        inventory.add(other)
        others.append(other)
      }
      var found: [Int64] = []
      var start: Int64 = 0
      while true {
        let page = try await channelz.getTopChannels(
          ChannelzGetTopChannelsRequest(startChannelID: start, maxResults: 2))
        #expect(page.channel.count <= 2)
        found += page.channel.compactMap { $0.ref?.channelID }
        start = (found.last ?? 0) + 1
        if page.end { break }
        try #require(!page.channel.isEmpty)
      }
      #expect(found.count == 5)
      #expect(found == found.sorted())
      for other in others { await other.close() }
    }
  }

  @Test("over TLS a connection names its cipher and the server's certificate")
  func secure() async throws {
    try await run(tls: true) { (_, channel, inventory, channelz) async throws in
      try await echo(channel)
      let number = try #require(await inventory.channels(from: 0, atMost: 1).items.first?.number)
      let subchannel = try #require(
        await inventory.channel(number)?.subchannels.first)
      let connection = try #require(
        await inventory.subchannel(subchannel.number)?.connections.first)
      let answer = try await channelz.getSocket(
        ChannelzGetSocketRequest(socketID: connection.number))
      guard case .tls(let tls)? = answer.socket?.security?.model else {
        Issue.record("no TLS: \(answer)")
        return
      }
      // DER begins with a SEQUENCE.
      #expect(tls.remoteCertificate.first == 0x30)
      #expect(tls.localCertificate.isEmpty)
    }
  }

  @Test("a server that has stopped is not asked any more")
  func stopped() async throws {
    let loop = try EventLoop.start(named: "test-channelz")
    let server = RPCServer(loop: loop, services: [])
    let inventory = RPCInventory()
    inventory.add(server)
    #expect(await inventory.servers(from: 0, atMost: 10).items.count == 1)
    await server.stop(grace: .zero)
    loop.stop()
    #expect(await inventory.servers(from: 0, atMost: 10).items.isEmpty)
  }

  @Test(
    "the official stubs are answered, in the clear and over TLS", arguments: [false, true]
  )
  func official(tls: Bool) async throws {
    let files = try CertificateFiles()
    let server = try ServerProcess(
      "interop-server", tls ? ["--tls", files.certificate, files.key] : [])
    let (code, output) = try await PythonClient.run(
      "channelz_client.py", ["127.0.0.1:\(server.port)"] + (tls ? [files.certificate] : []))
    #expect(code == 0, "\(output)")
    #expect(output.split(separator: "\n").count == 5, "\(output)")
    server.send(SIGTERM)
    #expect(server.wait() == 0)
  }
}
