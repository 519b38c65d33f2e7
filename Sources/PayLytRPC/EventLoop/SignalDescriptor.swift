import CLinux

/// Signals as events of a loop, not as interruptions of whichever thread the kernel picks.
///
/// Create it first thing in `main`: threads that start later inherit the blocked signals.
public final class SignalDescriptor: Sendable {
  fileprivate let descriptor: FileDescriptor

  /// Blocks `signals` (at most 8, such as `SIGINT`, `SIGTERM`) in the calling thread.
  public init(_ signals: [Int32]) throws(SystemError) {
    precondition((1...8).contains(signals.count), "one to eight signals")
    let number = unsafe paylyt_signal_descriptor(signals, Int32(signals.count))
    guard number >= 0 else { throw SystemError("signalfd") }
    descriptor = FileDescriptor(adopting: number)
  }

  fileprivate func next() -> Int32? {
    let signal = paylyt_next_signal(descriptor.number)
    return signal == 0 ? nil : signal
  }
}

extension EventLoop {
  /// Calls `action` on the loop with each signal that arrives, as long as the loop runs.
  public func onSignal(
    _ signals: SignalDescriptor, _ action: @escaping @Sendable (Int32) -> Void
  ) throws(SystemError) {
    _ = try watch(signals.descriptor.number, for: .read) { _ in
      while let signal = signals.next() { action(signal) }
    }
  }
}
