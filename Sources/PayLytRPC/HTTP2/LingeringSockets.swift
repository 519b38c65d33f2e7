/// Sockets of connections that were ended with a word of explanation, while the peer was sending.
///
/// Closing a socket with bytes that nobody has read makes the kernel tell the peer so at once, and
/// the explanation is lost on its way. So what still comes is read and dropped, for a moment.
///
/// `@unchecked Sendable`: confined to its loop.
final class LingeringSockets: @unchecked Sendable {
  private final class Entry {
    var socket: Socket?
    var watch: EventLoop.Watch?
    var timer: TimerID?
    var bytesLeft = Limits.lingerBytesMax

    init(_ socket: consuming Socket) { self.socket = consume socket }
  }

  private var count = 0

  /// Takes over a socket whose last bytes are written. One more than the bound is closed at once.
  func keep(_ socket: consuming Socket, on loop: EventLoop, scratch: UnsafeMutableRawBufferPointer)
  {
    guard count < Limits.lingeringSocketsMax else { return }
    socket.finishWriting()
    let entry = Entry(socket)
    guard let number = entry.socket?.number else { return }
    // A loop that has no room for one more watch closes the socket, as if there were no lingering.
    guard
      let watch = try? loop.watch(
        number, for: .read, { [weak self] _ in unsafe self?.drain(entry, loop, scratch) })
    else { return }
    count += 1
    entry.watch = watch
    entry.timer = loop.schedule(after: Limits.lingerTime) { [weak self] in self?.end(entry, loop) }
  }

  private func drain(
    _ entry: Entry, _ loop: EventLoop, _ scratch: UnsafeMutableRawBufferPointer
  ) {
    guard let transfer = unsafe entry.socket?.read(into: scratch) else { return }
    switch transfer {
    case .bytes(let count):
      entry.bytesLeft -= count
      if entry.bytesLeft <= 0 { end(entry, loop) }
    case .wouldBlock: break
    case .end, .failed: end(entry, loop)
    }
  }

  private func end(_ entry: Entry, _ loop: EventLoop) {
    guard let watch = entry.watch else { return }
    loop.unwatch(watch)
    entry.watch = nil
    if let timer = entry.timer { loop.cancel(timer) }
    entry.timer = nil
    entry.socket = nil
    count -= 1
  }
}
