import PayLytRPCServices
import Testing

@testable import PayLytServer

@Suite("What load balancers hear of the database")
struct DatabaseHealthTests {
  private let health = HealthService(services: ["a.A"])

  @Test("it serves while something can be read and committed, whatever else is lost")
  func follow() {
    let database = DatabaseHealth(health)
    func status(after event: DatabaseEvent) -> HealthService.Status? {
      database.follow(event)
      #expect(health.status() == health.status(of: "a.A"))
      return health.status()
    }
    let failed = DatabaseEvent.connectFailed(
      role: "reader", reason: "too many clients", retryAfter: .seconds(1))
    #expect(status(after: .connectionLost(role: "reader")) == .serving)
    #expect(status(after: failed) == .serving)
    #expect(status(after: .outage(role: "listener")) == .serving)
    #expect(status(after: .outage(role: "reader")) == .notServing)
    #expect(status(after: .outage(role: "writer")) == .notServing)
    // A connection of one kind does not stand in for the other.
    #expect(status(after: .connected(role: "reader")) == .notServing)
    #expect(status(after: .recovered(role: "reader")) == .notServing)
    #expect(status(after: .recovered(role: "writer")) == .serving)
    // At a start there is nothing to tell people, and nothing to send callers to.
    #expect(status(after: .notReady(role: "writer")) == .notServing)
    #expect(status(after: .ready(role: "writer")) == .serving)
  }
}
