import Synchronization

/// What a handler knows about its call, and the metadata that it answers with.
///
/// Usable from any task; what changes is behind a mutex.
///
/// `@unchecked Sendable`: what is not, is set before the handler sees the context, and again for
/// the next call only when nobody else refers to it (`CallPool`).
public final class ServerContext: @unchecked Sendable {
  private struct State {
    /// Read out of the caller's header block when somebody asks for it.
    var metadata: Metadata?
    var initialMetadata: Metadata?
    var trailingMetadata: Metadata?
    var principal: (any Sendable)?
    var isRequestCompressed = false
    var encoding: MessageEncoding?
    var compressesResponses = false
  }

  /// When the caller stops waiting; `nil` when it waits without bound.
  public private(set) var deadline: Deadline?

  private(set) var route: Router.Route
  private var caller: Peer
  /// Owns this context; the handler's task keeps it alive. `nil` outside of a connection.
  private unowned let call: ServerCall?
  /// The caller's header block.
  private var fields = HeaderFields()
  private let state = Mutex(State())
  /// `state` is not what it was at the start. Never unset within a call.
  private let isTouched = Atomic(false)
  private let isHeadSent = Atomic(false)
  private let cancelled = Atomic(false)

  init(call: ServerCall? = nil, route: Router.Route, caller: Peer) {
    self.call = call
    self.route = route
    self.caller = caller
  }

  /// Sets what the handler will see.
  ///
  /// - Parameter fields: the caller's header block; its buffer is taken over.
  func begin(
    route: Router.Route, caller: Peer, deadline: Deadline?, fields: inout HeaderFields
  ) {
    // Comparing counts no references, and the next call is mostly one of the same method.
    if self.route !== route { self.route = route }
    if self.caller !== caller { self.caller = caller }
    self.deadline = deadline
    swap(&self.fields, &fields)
  }

  /// Forgets the call, and gives the buffer back for the next header block.
  func end(fields: inout HeaderFields) {
    swap(&self.fields, &fields)
    cancelled.store(false, ordering: .relaxed)
    isHeadSent.store(false, ordering: .relaxed)
    guard isTouched.load(ordering: .relaxed) else { return }
    isTouched.store(false, ordering: .relaxed)
    state.withLock { $0 = State() }
  }

  public var method: MethodDescriptor { route.descriptor }

  /// The caller's address, such as `127.0.0.1:51234`.
  public var peer: String { caller.address }

  /// Who the caller is by the certificate of its connection; `nil` when it has shown none.
  public var peerIdentity: PeerIdentity? { caller.identity }

  /// The caller's custom metadata.
  public var metadata: Metadata {
    touch { state in
      if let metadata = state.metadata { return metadata }
      // Malformed metadata was refused when it arrived.
      let metadata = (try? Metadata(fields)) ?? Metadata()
      state.metadata = metadata
      return metadata
    }
  }

  /// The bytes of the request message that waits for the handler, decompressed: what an interceptor
  /// checks a signature over. `nil` when there is none, or none yet, as in a stream of requests.
  ///
  /// Only on the call's loop, and only while the handler runs.
  public func waitingRequest() throws(RPCError) -> [UInt8]? { try call?.waitingRequest() }

  /// How long the caller still waits: zero when the deadline has passed, `nil` without one.
  public var remaining: Duration? { deadline?.remaining }

  /// Whether the caller is gone or the deadline has passed. The handler's task is cancelled too.
  public var isCancelled: Bool { cancelled.load(ordering: .acquiring) }

  /// Who calls, as an interceptor has established it.
  public var principal: (any Sendable)? {
    get { state.withLock { $0.principal } }
    set { touch { $0.principal = newValue } }
  }

  /// Sets what is sent ahead of the first response message.
  ///
  /// - Returns: whether it will be sent: `false` when the first message has left already.
  @discardableResult
  public func setInitialMetadata(_ metadata: Metadata) -> Bool {
    touch { state in
      guard !isHeadSent.load(ordering: .sequentiallyConsistent) else { return false }
      state.initialMetadata = metadata
      return true
    }
  }

  /// Adds a text to what is sent ahead of the first response message.
  ///
  /// - Returns: whether it will be sent, as `setInitialMetadata`.
  @discardableResult
  public func addInitialMetadata(_ key: String, _ value: String) throws(MetadataError) -> Bool {
    var added = Metadata()
    try added.add(key, value)
    return touch { [added] state in
      guard !isHeadSent.load(ordering: .sequentiallyConsistent) else { return false }
      if state.initialMetadata == nil {
        state.initialMetadata = added
      } else {
        state.initialMetadata?.append(contentsOf: added)
      }
      return true
    }
  }

  /// What was to be sent ahead of the first response message is sent after the last one instead, if
  /// none has left: an error without a message before it then fits into one header block
  /// (Trailers-Only), which clients may retry.
  public func deferInitialMetadata() {
    touch { state in
      guard !isHeadSent.load(ordering: .sequentiallyConsistent),
        let initial = state.initialMetadata
      else { return }
      state.initialMetadata = nil
      if state.trailingMetadata == nil {
        state.trailingMetadata = initial
      } else {
        state.trailingMetadata?.append(contentsOf: initial)
      }
    }
  }

  /// Sets what is sent after the last response message, with an error too.
  public func setTrailingMetadata(_ metadata: Metadata) {
    touch { $0.trailingMetadata = metadata }
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
    touch { state in
      if state.encoding == nil, !isHeadSent.load(ordering: .sequentiallyConsistent) {
        state.encoding = fields.first("grpc-accept-encoding").flatMap(MessageEncoding.chosen(from:))
      }
      state.compressesResponses = isWanted && state.encoding != nil
      return isWanted == state.compressesResponses
    }
  }

  /// Changes the state. Who sends the head says so first and then looks here, in one order for
  /// all: either the head has left for `body`, or its sender finds what `body` sets.
  private func touch<Result>(_ body: (inout State) -> Result) -> Result {
    state.withLock { state in
      isTouched.store(true, ordering: .sequentiallyConsistent)
      return body(&state)
    }
  }

  // MARK: For the call

  /// How the next response message is compressed.
  var messageEncoding: MessageEncoding? {
    guard isTouched.load(ordering: .acquiring) else { return nil }
    return state.withLock { $0.compressesResponses ? $0.encoding : nil }
  }

  func requestTaken(isCompressed: Bool) {
    touch { $0.isRequestCompressed = isCompressed }
  }

  /// What the response's head says besides the usual. The head leaves with this.
  func takeHead() -> (initialMetadata: Metadata?, encoding: MessageEncoding?) {
    isHeadSent.store(true, ordering: .sequentiallyConsistent)
    guard isTouched.load(ordering: .sequentiallyConsistent) else { return (nil, nil) }
    return state.withLock { ($0.initialMetadata, $0.encoding) }
  }

  var trailingMetadata: Metadata? {
    guard isTouched.load(ordering: .acquiring) else { return nil }
    return state.withLock { $0.trailingMetadata }
  }

  func markCancelled() { cancelled.store(true, ordering: .releasing) }
}

/// Who is at the other end of a connection.
final class Peer: Sendable {
  let address: String
  let identity: PeerIdentity?

  init(address: String, identity: PeerIdentity?) {
    self.address = address
    self.identity = identity
  }
}
