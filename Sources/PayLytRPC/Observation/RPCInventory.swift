import Synchronization

/// Some of what there is, in the order of its numbers, and whether nothing follows.
public struct Page<Item: Sendable>: Sendable {
  public let items: [Item]
  public let isLast: Bool
}

/// The servers and channels of a process that may be looked at while they run (channelz). It keeps
/// none of them alive.
///
/// Looking costs those who are looked at nothing but the moment in which their loop answers.
public final class RPCInventory: Sendable {
  private struct Known {
    weak var server: RPCServer?
    weak var channel: Channel?
  }

  private let known = Mutex<[Int64: Known]>([:])

  public init() {}

  public func add(_ server: RPCServer) { add(Known(server: server), server.number) }

  public func add(_ channel: Channel) { add(Known(channel: channel), channel.number) }

  private func add(_ entry: Known, _ number: Int64) {
    known.withLock { known in
      // Those that are gone make room.
      known = known.filter { $0.value.server != nil || $0.value.channel != nil }
      known[number] = entry
    }
  }

  private var servers: [RPCServer] {
    known.withLock { $0.values.compactMap(\.server) }.sorted { $0.number < $1.number }
  }

  private var channels: [Channel] {
    known.withLock { $0.values.compactMap(\.channel) }.sorted { $0.number < $1.number }
  }

  // MARK: Servers

  /// The servers with this number or a larger one.
  public func servers(from number: Int64, atMost count: Int) async -> Page<ServerFacts> {
    var found: [ServerFacts] = []
    for server in servers where server.number >= number {
      guard let facts = await server.facts() else { continue }
      guard found.count < count else { return Page(items: found, isLast: false) }
      found.append(facts)
    }
    return Page(items: found, isLast: true)
  }

  public func server(_ number: Int64) async -> ServerFacts? {
    await servers.first { $0.number == number }?.facts()
  }

  /// The connections of a server's clients with this number or a larger one.
  public func connections(
    ofServer server: Int64, from number: Int64, atMost count: Int
  ) async -> Page<EntityName>? {
    await servers.first { $0.number == server }?.connections(from: number, atMost: count)
  }

  /// The listener with this number.
  public func listener(_ number: Int64) async -> ListenerFacts? {
    for server in servers {
      if let facts = await server.facts(),
        let found = facts.listeners.first(where: { $0.number == number })
      {
        return found
      }
    }
    return nil
  }

  /// The connection with this number, of a server or of a channel.
  public func connection(_ number: Int64) async -> ConnectionFacts? {
    for server in servers {
      if let found = await server.connection(number) { return found }
    }
    for channel in channels {
      if let found = await channel.connection(number) { return found }
    }
    return nil
  }

  // MARK: Channels

  /// The channels with this number or a larger one.
  public func channels(from number: Int64, atMost count: Int) async -> Page<ChannelFacts> {
    let wanted = channels.filter { $0.number >= number }
    var found: [ChannelFacts] = []
    for channel in wanted.prefix(count) { found.append(await channel.facts()) }
    return Page(items: found, isLast: wanted.count <= count)
  }

  public func channel(_ number: Int64) async -> ChannelFacts? {
    await channels.first { $0.number == number }?.facts()
  }

  public func subchannel(_ number: Int64) async -> SubchannelFacts? {
    for channel in channels {
      if let found = await channel.subchannel(number) { return found }
    }
    return nil
  }
}
