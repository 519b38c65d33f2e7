/// Whom a channel calls (gRPC naming.md).
enum ChannelTarget: Sendable {
  /// A numeric address or a name, which is looked up.
  case host(String, port: UInt16)
  /// These and no others, in the order of preference; never empty.
  case addresses([SocketAddress])

  /// Reads `host:port`, `dns:host:port`, `dns:///host:port`, `ipv4:a:1,b:2`, `ipv6:[a]:1,[b]:2`,
  /// `unix:path` or `unix:///path`.
  init(_ text: String) throws(ChannelTargetError) {
    let parts = text.split(separator: ":", maxSplits: 1)
    let rest = parts.count == 2 ? String(parts[1]) : ""
    switch parts.first {
    case "dns": self = try Self.name(rest.hasPrefix("///") ? String(rest.dropFirst(3)) : rest, text)
    case "ipv4", "ipv6": self = .addresses(try Self.list(rest, text))
    case "unix":
      let path = rest.hasPrefix("///") ? String(rest.dropFirst(2)) : rest
      guard let address = try? SocketAddress(unixPath: path) else {
        throw ChannelTargetError(target: text, reason: "a unix socket's path has 1 to 107 bytes")
      }
      self = .addresses([address])
    default: self = try Self.name(text, text)
    }
  }

  /// For `:authority`.
  var authority: String {
    switch self {
    case .host(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    case .addresses(let list):
      list[0].unixPath == nil ? "\(list[0])" : "localhost"
    }
  }

  /// The name that the certificate of a server at `address` must bear.
  func serverName(at address: SocketAddress) -> String {
    switch self {
    case .host(let host, _): host
    case .addresses: address.unixPath == nil ? address.host : "localhost"
    }
  }

  private static func name(
    _ text: String, _ target: String
  ) throws(ChannelTargetError) -> ChannelTarget {
    let (host, port) = try split(text, target)
    return .host(host, port: port)
  }

  private static func list(
    _ text: String, _ target: String
  ) throws(ChannelTargetError) -> [SocketAddress] {
    var found: [SocketAddress] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let (host, port) = try split(String(part), target)
      guard let address = try? SocketAddress(host: host, port: port) else {
        throw ChannelTargetError(target: target, reason: "\(host) is no numeric address")
      }
      found.append(address)
    }
    return found
  }

  private static func split(
    _ text: String, _ target: String
  ) throws(ChannelTargetError) -> (String, UInt16) {
    guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...])
    else { throw ChannelTargetError(target: target, reason: "'\(text)' is not HOST:PORT") }
    var host = text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    guard !host.isEmpty, !host.contains("/") else {
      throw ChannelTargetError(target: target, reason: "'\(text)' names no host")
    }
    return (String(host), port)
  }
}

/// Why a text names nobody whom a channel could call.
public struct ChannelTargetError: Error, Sendable, Equatable, CustomStringConvertible {
  public let target: String
  public let reason: String
  public var description: String { "\(target): \(reason)" }
}
