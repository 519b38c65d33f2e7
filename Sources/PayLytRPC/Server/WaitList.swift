/// Tasks of one loop that wait for something to change; each looks for itself whether it has.
@safe struct WaitList {
  private var waiting: [UnsafeContinuation<Void, Never>] = unsafe []

  mutating func append(_ continuation: UnsafeContinuation<Void, Never>) {
    unsafe waiting.append(continuation)
  }

  /// Each waits no more when its executor comes to it, which is never inside this call.
  mutating func wakeAll() {
    guard unsafe !waiting.isEmpty else { return }
    let woken = unsafe waiting
    unsafe waiting = []
    unsafe woken.forEach { unsafe $0.resume() }
  }
}
