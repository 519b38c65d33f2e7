import EndToEndSupport
import PayLytAPI
import PayLytRPC
import StandardAPI
import Testing

extension EndToEnd.OneServer {
  @Suite("The channelz port")
  struct ChannelzTests {
    @Test("it tells of the clients of every loop, and serves nothing else")
    func connections() async throws {
      let deployment = try Deployment.shared.server
      let channel = try RunningServer.channel(
        to: try #require(deployment.addresses.channelz), ChannelConfiguration())
      let caller = try deployment.channel()
      _ = try await Person.register([.client], on: caller)

      let channelz = ChannelzClient(channel)
      let servers = try await channelz.getServers(ChannelzGetServersRequest())
      #expect(servers.end)
      #expect(servers.server.contains { ($0.data?.callsSucceeded ?? 0) > 0 })
      var securities: [String] = []
      for server in servers.server {
        let number = server.ref?.serverID ?? 0
        let page = try await channelz.getServerSockets(
          ChannelzGetServerSocketsRequest(serverID: number))
        for socket in page.socketRef {
          let found = try? await channelz.getSocket(
            ChannelzGetSocketRequest(socketID: socket.socketID))
          // Other tests come and go meanwhile.
          if case .tls(let tls)? = found?.socket?.security?.model,
            case .standardName(let name)? = tls.cipherSuite
          {
            securities.append(name)
          }
        }
      }
      #expect(securities.contains { $0.hasPrefix("TLS_") })
      let error = try await refusal {
        _ = try await UserServiceClient(channel).getMe(.init(), options: .bounded)
      }
      #expect(error.code == .unimplemented)
      await caller.close()
      await channel.close()
    }
  }
}
