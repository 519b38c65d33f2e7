import CLinux
import Glibc

@testable import PayLytRPC

/// A server that sends what no server should: raw frames, to one client.
///
/// `@unchecked Sendable`: the descriptor is only read, by whoever serves.
final class RawServer: @unchecked Sendable {
  let port: UInt16
  private let listener: FileDescriptor

  init() throws {
    // Not for the programs that other tests start: their copies would keep it open.
    let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    listener = FileDescriptor(adopting: number)
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    unsafe inet_pton(AF_INET, "127.0.0.1", &name.sin_addr)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = unsafe withUnsafeMutablePointer(to: &name) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        guard unsafe bind(number, address, length) == 0, listen(number, 8) == 0 else { return -1 }
        return Int(unsafe getsockname(number, address, &length))
      }
    }
    guard code == 0 else { throw SystemError("listen", code: errno) }
    port = UInt16(bigEndian: name.sin_port)
  }

  /// Serves one connection: sends `greeting` at once and `answer` when a request has arrived, until
  /// the client closes, or for half a minute says nothing. Blocks.
  ///
  /// - Returns: what the client has sent.
  func serve(greeting: [UInt8], answer: [UInt8]) -> [UInt8] {
    let number = accept4(listener.number, nil, nil, Int32(SOCK_CLOEXEC.rawValue))
    guard number >= 0 else { return [] }
    let connection = FileDescriptor(adopting: number)
    var patience = timeval(tv_sec: 30, tv_usec: 0)
    unsafe setsockopt(
      number, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    Self.send(greeting, on: connection.number)
    var received: [UInt8] = []
    var hasAnswered = false
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = unsafe recv(connection.number, &buffer, buffer.count, 0)
      guard count > 0 else { return received }
      received += buffer[..<count]
      if !hasAnswered, Self.frames(received).contains(where: { $0.type == 1 }) {
        hasAnswered = true
        Self.send(answer, on: connection.number)
      }
    }
  }

  private static func send(_ bytes: [UInt8], on descriptor: Int32) {
    _ = unsafe bytes.withUnsafeBytes { bytes in
      unsafe Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
    }
  }

  /// The frames behind a client's preface.
  static func frames(_ received: [UInt8]) -> [RawFrame] {
    RawFrame.all(in: received.dropFirst(Frame.preface.count))
  }
}
