public import PayLytRPC
public import StandardAPI
import Synchronization

/// grpc.health.v1: whether the server, and each service of it, can serve.
///
/// The statuses are set from outside, on any thread; those who watch are told of every change that
/// lasts until they have read the one before.
public final class HealthService: HealthHandler {
  public typealias Status = HealthCheckResponse.ServingStatus

  private struct State {
    var statuses: [String: Status]
    var watchers: [UInt64: Watcher] = [:]
    var nextWatcher: UInt64 = 0
    var isStopping = false
  }

  private struct Watcher {
    /// The connection that watches, by the address of its other end.
    let peer: String
    let changes: AsyncStream<Void>.Continuation
  }

  private let state: Mutex<State>

  /// - Parameter services: full names that are known from the start, all of them `.serving`, as is
  ///   the server as a whole (the empty name).
  public init(services: [String] = []) {
    state = Mutex(
      State(statuses: Dictionary((services + [""]).map { ($0, .serving) }) { a, _ in a }))
  }

  /// Sets the status of a service; the empty name is the server as a whole.
  public func set(_ status: Status, for service: String = "") {
    change { $0[service] = status }
  }

  /// Sets every service, and the server as a whole.
  public func setAll(_ status: Status) {
    change { statuses in
      for service in statuses.keys { statuses[service] = status }
    }
  }

  /// Sets every service to `.notServing`, for good: what a server does before it drains.
  public func stopServing() {
    setAll(.notServing)
    state.withLock { $0.isStopping = true }
  }

  public func check(
    _ request: HealthCheckRequest, _ context: ServerContext
  ) async throws -> HealthCheckResponse {
    guard let status = status(of: request.service) else {
      throw RPCError(.notFound, "The server does not know the service '\(request.service)'.")
    }
    return HealthCheckResponse(status: status)
  }

  public func list(
    _ request: HealthListRequest, _ context: ServerContext
  ) async throws -> HealthListResponse {
    let statuses = state.withLock { $0.statuses }
    return HealthListResponse(statuses: statuses.mapValues { HealthCheckResponse(status: $0) })
  }

  public func watch(
    _ request: HealthCheckRequest, _ responses: ResponseWriter<HealthCheckResponse>,
    _ context: ServerContext
  ) async throws {
    // One pending change is enough: the reader looks at the status itself.
    let (changes, continuation) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let watcher = try register(Watcher(peer: context.peer, changes: continuation))
    defer { state.withLock { $0.watchers[watcher] = nil } }
    var known = status(of: request.service) ?? .serviceUnknown
    try await responses.write(HealthCheckResponse(status: known))
    for await _ in changes {
      let status = status(of: request.service) ?? .serviceUnknown
      guard status != known else { continue }
      known = status
      try await responses.write(HealthCheckResponse(status: status))
    }
    // The stream of changes ends only with the task.
    throw CancellationError()
  }

  /// `nil` when the server does not know the service.
  public func status(of service: String = "") -> Status? { state.withLock { $0.statuses[service] } }

  private func register(_ watcher: Watcher) throws(RPCError) -> UInt64 {
    let number = state.withLock { state -> UInt64? in
      guard
        state.watchers.values.count(where: { $0.peer == watcher.peer })
          < ServiceLimits.healthWatchersMax
      else { return nil }
      state.nextWatcher += 1
      state.watchers[state.nextWatcher] = watcher
      return state.nextWatcher
    }
    guard let number else {
      throw RPCError(.resourceExhausted, "Too many calls of this connection watch the health.")
    }
    return number
  }

  private func change(_ body: (inout [String: Status]) -> Void) {
    let told = state.withLock { state in
      if !state.isStopping { body(&state.statuses) }
      return state.watchers.values.map(\.changes)
    }
    for changes in told { changes.yield() }
  }
}
