/// The calls of one server: how many handlers run, and the memory of calls that are over, for the
/// next ones.
///
/// `@unchecked Sendable`: confined to the server's loop.
final class CallPool: @unchecked Sendable {
  let loop: EventLoop
  let router: Router
  let configuration: ServerConfiguration
  let runners: HandlerRunners
  private(set) var handlersRunning = 0
  /// Calls whose streams are open.
  private var callsOpen = 0
  /// Bytes of requests that all calls hold.
  private var heldBytes = 0
  /// Called when the last handler has ended.
  var onQuiet: (() -> Void)?
  private var idle: [ServerCall] = []

  init(loop: EventLoop, router: Router, configuration: ServerConfiguration) {
    self.loop = loop
    self.router = router
    self.configuration = configuration
    runners = HandlerRunners(loop: loop)
  }

  func open(on connection: ServerConnection) -> ServerCall {
    let call = idle.popLast() ?? ServerCall(self)
    call.begin(on: connection)
    callsOpen += 1
    return call
  }

  /// Whether another call may be opened. Nobody has asked yet who it is that calls.
  var takesCalls: Bool { callsOpen < configuration.callsMax }

  func callClosed() { callsOpen -= 1 }

  /// Counts the bytes that a call holds more or less than before.
  ///
  /// - Returns: whether all calls together are within bounds.
  func hold(_ change: Int) -> Bool {
    heldBytes += change
    return heldBytes <= configuration.loopHeldBytesMax
  }

  /// Keeps a call that nobody else refers to.
  func keep(_ call: consuming ServerCall) {
    guard idle.count < Limits.pooledCallsMax, call.end() else { return }
    idle.append(consume call)
  }

  func handlerStarted() { handlersRunning += 1 }

  func handlerEnded() {
    handlersRunning -= 1
    if handlersRunning == 0, let onQuiet { onQuiet() }
  }
}
