import Synchronization

/// What a handler knows about its call, and the metadata that it answers with.
///
/// Usable from any task; what changes is behind a mutex.
public final class ServerContext: Sendable {
  private struct State {
    /// The caller's header block, until somebody asks for the metadata in it.
    var fields: HeaderFields?
    var metadata = Metadata()
    var initialMetadata = Metadata()
    var trailingMetadata = Metadata()
    var initialMetadataSent = false
    var isCancelled = false
    var principal: (any Sendable)?
  }

  public var method: MethodDescriptor { route.descriptor }
  /// The caller's address, such as `127.0.0.1:51234`.
  public let peer: String
  /// When the caller stops waiting; `nil` when it waits without bound.
  public let deadline: Deadline?

  private let route: Router.Route
  private let state: Mutex<State>

  init(route: Router.Route, fields: HeaderFields, peer: String, deadline: Deadline?) {
    self.route = route
    self.peer = peer
    self.deadline = deadline
    state = Mutex(State(fields: fields))
  }

  /// The caller's custom metadata.
  public var metadata: Metadata {
    state.withLock { state in
      if let fields = state.fields {
        // Malformed metadata was refused when it arrived.
        state.metadata = (try? Metadata(fields)) ?? Metadata()
        state.fields = nil
      }
      return state.metadata
    }
  }

  /// How long the caller still waits: zero when the deadline has passed, `nil` without one.
  public var remaining: Duration? { deadline?.remaining }

  /// Whether the caller is gone or the deadline has passed. The handler's task is cancelled too.
  public var isCancelled: Bool { state.withLock { $0.isCancelled } }

  /// Who calls, as an interceptor has established it.
  public var principal: (any Sendable)? {
    get { state.withLock { $0.principal } }
    set { state.withLock { $0.principal = newValue } }
  }

  /// Sets what is sent ahead of the first response message.
  ///
  /// - Returns: whether it will be sent: `false` when the first message has left already.
  @discardableResult
  public func setInitialMetadata(_ metadata: Metadata) -> Bool {
    state.withLock { state in
      guard !state.initialMetadataSent else { return false }
      state.initialMetadata = metadata
      return true
    }
  }

  /// Sets what is sent after the last response message, with an error too.
  public func setTrailingMetadata(_ metadata: Metadata) {
    state.withLock { $0.trailingMetadata = metadata }
  }

  func takeInitialMetadata() -> Metadata {
    state.withLock { state in
      state.initialMetadataSent = true
      return state.initialMetadata
    }
  }

  var trailingMetadata: Metadata { state.withLock { $0.trailingMetadata } }

  func markCancelled() { state.withLock { $0.isCancelled = true } }
}
