/// A caller that waits for one answer. Answering twice does nothing; dropping it unanswered would
/// leave the caller waiting, so every path of this layer ends in `resume`.
@safe struct Reply<Value: Sendable>: Sendable {
  private var continuation: UnsafeContinuation<Value, Never>?

  /// Nobody waits yet.
  init() { unsafe continuation = nil }

  private init(_ continuation: UnsafeContinuation<Value, Never>) {
    unsafe self.continuation = continuation
  }

  var isPending: Bool { unsafe continuation != nil }

  mutating func resume(_ value: sending Value) {
    unsafe continuation?.resume(returning: value)
    unsafe continuation = nil
  }

  /// Suspends the caller until the reply that `register` is given is resumed.
  static func wait(_ register: (Reply) -> Void) async -> Value {
    await unsafe withUnsafeContinuation { register(unsafe Reply($0)) }
  }
}
