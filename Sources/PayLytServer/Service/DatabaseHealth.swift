import PayLytRPCServices
import Synchronization

/// Tells load balancers when nothing can be read or nothing can be committed. One lost connection
/// of several is no reason to send callers away: the others serve them.
final class DatabaseHealth: Sendable {
  private static let needed = [ConnectionSet.Role.reader, .writer].map(\.rawValue)

  private let health: HealthService
  /// The roles without a connection.
  private let out = Mutex<Set<String>>([])

  init(_ health: HealthService) { self.health = health }

  func follow(_ event: DatabaseEvent) {
    switch event {
    case .notReady(let role), .outage(let role): change(role) { $0.insert(role) }
    case .ready(let role), .recovered(let role): change(role) { $0.remove(role) }
    case .connected, .connectionLost, .connectFailed: break
    }
  }

  private func change(_ role: String, _ body: (inout Set<String>) -> Void) {
    guard Self.needed.contains(role) else { return }
    out.withLock { out in
      body(&out)
      health.setAll(out.isEmpty ? .serving : .notServing)
    }
  }
}
