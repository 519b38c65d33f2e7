import Synchronization

/// What a handler knows about its call, and the metadata that it answers with.
///
/// Usable from any task; what changes is behind a mutex.
public final class ServerContext: Sendable {
  private struct State {
    /// Read out of the caller's header block when somebody asks for it.
    var metadata: Metadata?
    var initialMetadata = Metadata()
    var trailingMetadata = Metadata()
    var initialMetadataSent = false
    var isCancelled = false
    var principal: (any Sendable)?
    var isRequestCompressed = false
    var encoding: MessageEncoding?
    var compressesResponses = false
  }

  public var method: MethodDescriptor { route.descriptor }
  /// The caller's address, such as `127.0.0.1:51234`.
  public let peer: String
  /// Who the caller is by the certificate of its connection; `nil` when it has shown none.
  public let peerIdentity: PeerIdentity?
  /// When the caller stops waiting; `nil` when it waits without bound.
  public let deadline: Deadline?

  private let route: Router.Route
  /// The caller's header block.
  private let fields: HeaderFields
  private let state: Mutex<State>

  init(
    route: Router.Route, fields: HeaderFields, peer: String, peerIdentity: PeerIdentity?,
    deadline: Deadline?
  ) {
    self.route = route
    self.peer = peer
    self.peerIdentity = peerIdentity
    self.deadline = deadline
    self.fields = fields
    state = Mutex(State())
  }

  /// The caller's custom metadata.
  public var metadata: Metadata {
    state.withLock { state in
      if let metadata = state.metadata { return metadata }
      // Malformed metadata was refused when it arrived.
      let metadata = (try? Metadata(fields)) ?? Metadata()
      state.metadata = metadata
      return metadata
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

  /// The trace that the caller says this call is a part of.
  public var trace: TraceContext? {
    fields.first("traceparent").flatMap(TraceContext.init(traceparent:))
  }

  /// For calls that the handler makes on behalf of this one: they end with its deadline and belong
  /// to its trace.
  public var outgoingOptions: CallOptions {
    var options = CallOptions(timeout: remaining)
    options.trace = trace?.child()
    return options
  }

  /// Whether the request message that was taken last came compressed.
  public var isRequestCompressed: Bool { state.withLock { $0.isRequestCompressed } }

  /// Compresses the response messages from here on, or stops to, in an encoding that the caller
  /// reads. Messages that differ in this may be mixed, when the first call comes ahead of the first
  /// message.
  ///
  /// - Returns: whether it will be done: `false` when the caller reads no encoding of ours, or the
  ///   response's head has left without one.
  @discardableResult
  public func compressResponses(_ isWanted: Bool = true) -> Bool {
    state.withLock { state in
      if state.encoding == nil, !state.initialMetadataSent {
        state.encoding = fields.first("grpc-accept-encoding").flatMap(MessageEncoding.chosen(from:))
      }
      state.compressesResponses = isWanted && state.encoding != nil
      return isWanted == state.compressesResponses
    }
  }

  /// What the response's head names; `nil` when no message will be compressed.
  var encoding: MessageEncoding? { state.withLock { $0.encoding } }

  /// How the next response message is compressed.
  var messageEncoding: MessageEncoding? {
    state.withLock { $0.compressesResponses ? $0.encoding : nil }
  }

  func requestTaken(isCompressed: Bool) {
    state.withLock { $0.isRequestCompressed = isCompressed }
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
