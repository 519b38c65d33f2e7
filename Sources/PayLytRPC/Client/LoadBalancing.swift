/// How a channel spreads its calls over the addresses of its target (gRPC load-balancing.md).
public enum LoadBalancing: Sendable, Equatable {
  /// All calls go to the first address that can be connected.
  case pickFirst
  /// Calls go in turn to every address that is connected.
  ///
  /// - Parameter healthService: when named, the server at each address is asked for the health of
  ///   that service (grpc.health.v1 Watch; gRPC A17), and gets calls only while it serves. A server
  ///   without that method counts as one that serves.
  case roundRobin(healthService: String? = nil)

  var healthService: String? {
    switch self {
    case .pickFirst: nil
    case .roundRobin(let service): service
    }
  }
}
