import CLinux

/// One TCP connection, non-blocking: what the kernel did with the bytes, and nothing else.
struct Socket: ~Copyable {
  /// The outcome of one read or write.
  enum Transfer: Equatable {
    case bytes(Int)
    /// Nothing now; the loop says when to try again.
    case wouldBlock
    /// The peer has finished sending (reads only).
    case end
    case failed(SystemError)
  }

  private let descriptor: FileDescriptor

  /// Lent for the loop's watch.
  var number: Int32 { descriptor.number }

  init(adopting descriptor: consuming FileDescriptor) { self.descriptor = descriptor }

  /// Starts to connect. The socket becomes writable when the attempt has ended: see
  /// `connectFailure`.
  static func connect(to address: SocketAddress) throws(SystemError) -> Socket {
    var kernel = address.kernel
    let number = unsafe paylyt_connect(&kernel)
    guard number >= 0 else { throw SystemError("connect") }
    return Socket(adopting: FileDescriptor(adopting: number))
  }

  /// Why the attempt to connect has failed; `nil` when it has not.
  func connectFailure() -> SystemError? {
    let code = paylyt_socket_error(descriptor.number)
    return code == 0 ? nil : SystemError("connect", code: code)
  }

  /// Where this end is; `nil` when it has no name.
  var localAddress: SocketAddress? {
    var address = paylyt_address()
    guard unsafe paylyt_local_address(number, &address) == 0 else { return nil }
    return SocketAddress(kernel: address)
  }

  /// Where the other end is; `nil` when it has no name, or is gone.
  var peerAddress: SocketAddress? {
    var address = paylyt_address()
    guard unsafe paylyt_peer_address(number, &address) == 0 else { return nil }
    return SocketAddress(kernel: address)
  }

  /// Says that nothing more will be written; what comes can still be read.
  func finishWriting() { _ = shutdown(descriptor.number, Int32(SHUT_WR)) }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Transfer {
    let count = unsafe recv(descriptor.number, buffer.baseAddress, buffer.count, 0)
    if count > 0 { return .bytes(count) }
    if count == 0 { return .end }
    return Self.failure("recv")
  }

  /// Writes without raising SIGPIPE.
  func write(_ buffer: UnsafeRawBufferPointer) -> Transfer {
    let count = unsafe send(
      descriptor.number, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
    return count >= 0 ? .bytes(count) : Self.failure("send")
  }

  private static func failure(_ call: String) -> Transfer {
    let code = paylyt_errno()
    // EINTR: nothing was transferred and the level-triggered watch reports again.
    return code == EAGAIN || code == EINTR ? .wouldBlock : .failed(SystemError(call, code: code))
  }
}

/// A bound, listening socket; other loops may listen on the same address (SO_REUSEPORT).
struct ListeningSocket: ~Copyable {
  private let descriptor: FileDescriptor
  /// Where it is bound: the port that the kernel has chosen when 0 was asked for.
  let address: SocketAddress

  var number: Int32 { descriptor.number }

  /// - Parameter isFirst: whether it is refused where anybody listens already.
  init(bindingTo address: SocketAddress, isFirst: Bool = false) throws(SystemError) {
    var kernel = address.kernel
    let number = unsafe paylyt_listen(&kernel, Int32(Limits.listenBacklog), isFirst ? 1 : 0)
    guard number >= 0 else { throw SystemError("listen on \(address)") }
    let owned = FileDescriptor(adopting: number)
    guard address.unixPath == nil else {
      descriptor = owned
      self.address = address
      return
    }
    var bound = paylyt_address()
    guard unsafe paylyt_local_address(number, &bound) == 0,
      let local = SocketAddress(kernel: bound)
    else { throw SystemError("getsockname") }
    descriptor = owned
    self.address = local
  }

  /// Removes what a unix socket has left in its folder.
  func removeFile() {
    if let path = address.unixPath { _ = unsafe unlink(path) }
  }

  /// What one `accept` found.
  enum Arrival: ~Copyable {
    case connection(Socket, peer: String)
    /// Nobody waits.
    case nobody
    /// Somebody waits, but the process has no descriptor left.
    case exhausted
  }

  func accept() -> Arrival {
    var peer = paylyt_address()
    let number = unsafe paylyt_accept(descriptor.number, &peer)
    if number >= 0 {
      // The other end of a unix socket has no name.
      let name = SocketAddress(kernel: peer)?.description ?? address.description
      return .connection(Socket(adopting: FileDescriptor(adopting: number)), peer: name)
    }
    switch paylyt_errno() {
    case EMFILE, ENFILE, ENOBUFS, ENOMEM: return .exhausted
    // A peer that gave up while it waited counts as nobody (accept(2), ECONNABORTED).
    default: return .nobody
    }
  }
}
