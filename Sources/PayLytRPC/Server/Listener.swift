/// Accepts the connections of one address on one loop.
///
/// `@unchecked Sendable`: confined to its loop.
final class Listener: @unchecked Sendable {
  let address: SocketAddress
  let number = EntityNumber.next()
  private let loop: EventLoop
  private var socket: ListeningSocket?
  private var watch: EventLoop.Watch?
  private let onConnection: (consuming Socket, String) -> Void
  private let onExhausted: () -> Void

  /// - Parameter onExhausted: the process has no descriptor left; accepting pauses.
  init(
    loop: EventLoop, address: SocketAddress, isFirst: Bool,
    onConnection: @escaping (consuming Socket, String) -> Void,
    onExhausted: @escaping () -> Void
  ) throws(SystemError) {
    self.loop = loop
    let socket = try ListeningSocket(bindingTo: address, isFirst: isFirst)
    self.address = socket.address
    self.socket = consume socket
    self.onConnection = onConnection
    self.onExhausted = onExhausted
    try open()
  }

  func close() {
    if let watch { loop.unwatch(watch) }
    watch = nil
    socket?.removeFile()
    socket = nil
  }

  private func open() throws(SystemError) {
    guard let number = socket?.number else { return }
    watch = try loop.watch(number, for: .read) { [weak self] _ in self?.accept() }
  }

  private func accept() {
    for _ in 0..<Limits.acceptsPerTickMax {
      guard let arrival = socket?.accept() else { return }
      switch consume arrival {
      case .connection(let socket, let peer): onConnection(socket, peer)
      case .nobody: return
      case .exhausted:
        pause()
        return
      }
    }
  }

  /// Without a pause the loop would spin: the connection that cannot be accepted stays ready.
  private func pause() {
    onExhausted()
    if let watch { loop.unwatch(watch) }
    watch = nil
    _ = loop.schedule(after: Limits.acceptPause) { [weak self] in
      do { try self?.open() } catch { self?.onExhausted() }
    }
  }
}
