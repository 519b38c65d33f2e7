import PayLytRPC
import PayLytRPCServices
import StandardAPI

/// grpc.channelz.v1 on a port of its own, in the clear: who calls, how often, with what success. It
/// names every client, so it is for operators, like the figures.
struct ChannelzDoor: Sendable {
  let address: SocketAddress
  private let server: RPCServer

  /// Opens it on the first loop, when the configuration wants it; it tells of the servers of all.
  static func open(
    _ configuration: Configuration, _ loops: [ServerLoop]
  ) async throws -> ChannelzDoor? {
    guard let endpoint = configuration.channelzListen, let first = loops.first else { return nil }
    let inventory = RPCInventory()
    for loop in loops { inventory.add(loop.rpc) }
    let reflection = ReflectionService(
      services: [ChannelzService.serviceName], files: StandardAPIDescriptors.files)
    let server = RPCServer(
      loop: first.loop, services: [ChannelzService(inventory), reflection])
    let address = try await server.listen(
      on: SocketAddress(host: endpoint.host, port: endpoint.port), isFirst: true)
    return ChannelzDoor(address: address, server: server)
  }

  func close() async { await server.stop(grace: .zero) }
}
