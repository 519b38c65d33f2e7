import CLinux
import Synchronization

/// Runs `body` on a new, detached thread.
///
/// - Throws: `SystemError` when the kernel has no thread to give.
public func startThread(
  named name: String, _ body: @escaping @Sendable () -> Void
) throws(SystemError) {
  let box = ThreadBody(name: name, body: body)
  var thread = pthread_t()
  // The new thread takes over the one reference that `passRetained` makes.
  let argument = unsafe Unmanaged.passRetained(box)
  let code = unsafe pthread_create(
    &thread, nil,
    { argument in
      guard let argument = unsafe argument else { return nil }
      let box = unsafe Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue()
      unsafe paylyt_name_thread(box.name)
      box.body()
      return nil
    }, argument.toOpaque())
  guard code == 0 else {
    unsafe argument.release()
    throw SystemError("pthread_create", code: code)
  }
  pthread_detach(thread)
}

private final class ThreadBody: Sendable {
  let name: String
  let body: @Sendable () -> Void

  init(name: String, body: @escaping @Sendable () -> Void) {
    // The kernel keeps 15 bytes of a thread's name.
    self.name = String(name.prefix(15))
    self.body = body
  }
}

/// A gate that opens once; threads that wait before that block.
final class Latch: Sendable {
  private let gate: FileDescriptor

  init() throws(SystemError) {
    let descriptor = eventfd(0, Int32(EFD_CLOEXEC))
    guard descriptor >= 0 else { throw SystemError("eventfd") }
    gate = FileDescriptor(adopting: descriptor)
  }

  func open() {
    var one: UInt64 = 1
    _ = unsafe write(gate.number, &one, 8)
  }

  func wait() {
    var count: UInt64 = 0
    // EINTR: a signal handler ran; the gate is still shut.
    while unsafe read(gate.number, &count, 8) != 8 {}
    // The read took the count down to zero: open again for whoever waits next.
    open()
  }
}
