/// One timeout for all steps of connecting.
///
/// `@unchecked Sendable`: confined to its loop.
final class ConnectTimer: @unchecked Sendable {
  /// Called once when the time is over, to end the step that is under way.
  var onEnd: () -> Void = {}
  private let loop: EventLoop
  private var timer: TimerID?
  private var isOver = false

  init(loop: EventLoop, after delay: Duration) {
    self.loop = loop
    timer = loop.schedule(after: delay) { [self] in end() }
  }

  /// Gives up now.
  func end() {
    isOver = true
    let action = onEnd
    stop()
    action()
  }

  func stop() {
    if let timer { loop.cancel(timer) }
    timer = nil
    onEnd = {}
  }

  /// Waits until a connection attempt has ended one way or the other.
  func waitUntilWritable(_ descriptor: Int32) async throws {
    var waiting = WaitList()
    var isWritable = false
    let watch = try loop.watch(descriptor, for: .write) { _ in
      isWritable = true
      waiting.wakeAll()
    }
    onEnd = { waiting.wakeAll() }
    while !isWritable, !isOver {
      await unsafe withUnsafeContinuation { unsafe waiting.append($0) }
    }
    loop.unwatch(watch)
    guard isWritable else { throw ConnectError(description: "connecting took too long") }
  }

  /// Throws when the time is over already.
  func check() throws(ConnectError) {
    if isOver { throw ConnectError(description: "connecting took too long") }
  }
}
