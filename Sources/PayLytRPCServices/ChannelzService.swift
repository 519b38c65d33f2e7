import Glibc
public import PayLytRPC
public import StandardAPI

/// grpc.channelz.v1: what a process has open and what that has carried, for operators.
///
/// It tells who calls and from where, so it is for those who run the server: offer it on a port
/// that strangers do not reach.
public struct ChannelzService: ChannelzHandler {
  private let inventory: RPCInventory
  private let now: @Sendable () -> ProtoTimestamp

  /// - Parameters:
  ///   - inventory: what is told of.
  ///   - now: the wall clock.
  public init(
    _ inventory: RPCInventory, now: @escaping @Sendable () -> ProtoTimestamp = Self.wallClock
  ) {
    self.inventory = inventory
    self.now = now
  }

  public static let wallClock: @Sendable () -> ProtoTimestamp = {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return ProtoTimestamp(seconds: Int64(time.tv_sec), nanos: Int32(time.tv_nsec))
  }

  // MARK: Pages

  public func getTopChannels(
    _ request: ChannelzGetTopChannelsRequest, _ context: ServerContext
  ) async throws -> ChannelzGetTopChannelsResponse {
    let page = await inventory.channels(
      from: request.startChannelID, atMost: try Self.count(request.maxResults))
    let view = ChannelzView(now: now())
    return ChannelzGetTopChannelsResponse(
      channel: page.items.map(view.channel), end: page.isLast)
  }

  public func getServers(
    _ request: ChannelzGetServersRequest, _ context: ServerContext
  ) async throws -> ChannelzGetServersResponse {
    let page = await inventory.servers(
      from: request.startServerID, atMost: try Self.count(request.maxResults))
    let view = ChannelzView(now: now())
    return ChannelzGetServersResponse(server: page.items.map(view.server), end: page.isLast)
  }

  public func getServerSockets(
    _ request: ChannelzGetServerSocketsRequest, _ context: ServerContext
  ) async throws -> ChannelzGetServerSocketsResponse {
    let page = await inventory.connections(
      ofServer: request.serverID, from: request.startSocketID,
      atMost: try Self.count(request.maxResults))
    guard let page else { throw Self.notFound("server", request.serverID) }
    return ChannelzGetServerSocketsResponse(
      socketRef: page.items.map(ChannelzSocketRef.init(of:)), end: page.isLast)
  }

  // MARK: One

  public func getServer(
    _ request: ChannelzGetServerRequest, _ context: ServerContext
  ) async throws -> ChannelzGetServerResponse {
    guard let facts = await inventory.server(request.serverID) else {
      throw Self.notFound("server", request.serverID)
    }
    return ChannelzGetServerResponse(server: ChannelzView(now: now()).server(facts))
  }

  public func getChannel(
    _ request: ChannelzGetChannelRequest, _ context: ServerContext
  ) async throws -> ChannelzGetChannelResponse {
    guard let facts = await inventory.channel(request.channelID) else {
      throw Self.notFound("channel", request.channelID)
    }
    return ChannelzGetChannelResponse(channel: ChannelzView(now: now()).channel(facts))
  }

  public func getSubchannel(
    _ request: ChannelzGetSubchannelRequest, _ context: ServerContext
  ) async throws -> ChannelzGetSubchannelResponse {
    guard let facts = await inventory.subchannel(request.subchannelID) else {
      throw Self.notFound("subchannel", request.subchannelID)
    }
    return ChannelzGetSubchannelResponse(
      subchannel: ChannelzView(now: now()).subchannel(facts))
  }

  public func getSocket(
    _ request: ChannelzGetSocketRequest, _ context: ServerContext
  ) async throws -> ChannelzGetSocketResponse {
    let number = request.socketID
    if let facts = await inventory.connection(number) {
      let view = ChannelzView(now: now())
      return ChannelzGetSocketResponse(
        socket: view.socket(facts, isSummary: request.summary))
    }
    guard let facts = await inventory.listener(number) else {
      throw Self.notFound("socket", number)
    }
    return ChannelzGetSocketResponse(socket: ChannelzView.listener(facts))
  }

  /// How many results a page has at most.
  private static func count(_ asked: Int64) throws(RPCError) -> Int {
    guard asked >= 0 else { throw RPCError(.invalidArgument, "max_results is not negative.") }
    let largest = ServiceLimits.channelzResultsMax
    return asked == 0 ? largest : min(Int(clamping: asked), largest)
  }

  private static func notFound(_ kind: String, _ number: Int64) -> RPCError {
    RPCError(.notFound, "There is no \(kind) \(number).")
  }
}
