/// What the clients of one address have together.
///
/// `@unchecked Sendable`: confined to the server's loop.
final class AddressShare: @unchecked Sendable {
  /// `nil` where clients have no address: each of them has a share of its own.
  fileprivate let network: [UInt8]?
  fileprivate(set) var connections = 0
  /// Calls whose streams are open.
  var callsOpen = 0
  /// Bytes of requests that their calls hold.
  var heldBytes = 0

  fileprivate init(_ network: [UInt8]?) { self.network = network }
}

/// The shares of all addresses from which there are connections, so that one does not take what all
/// others need.
struct AddressShares {
  private var shares: [[UInt8]: AddressShare] = [:]

  var count: Int { shares.count }

  /// Who has this address, or one that is theirs as well; `nil` for none, as of a unix socket.
  func share(of address: SocketAddress?) -> AddressShare {
    guard let network = address?.network else { return AddressShare(nil) }
    return shares[network] ?? AddressShare(network)
  }

  mutating func opened(_ share: AddressShare) {
    share.connections += 1
    if let network = share.network { shares[network] = share }
  }

  mutating func closed(_ share: AddressShare) {
    share.connections -= 1
    if let network = share.network, share.connections == 0 { shares[network] = nil }
  }
}
