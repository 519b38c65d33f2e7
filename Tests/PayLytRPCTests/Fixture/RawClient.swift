import CLinux
import Glibc

@testable import PayLytRPC

/// A client that can send what no gRPC client sends: raw bytes, or requests with any fields.
final class RawClient {
  private let descriptor: FileDescriptor
  let session: HTTP2Session
  /// Whether the server has closed the connection.
  private(set) var isClosed = false
  /// The code of the server's GOAWAY.
  private(set) var goAway: HTTP2ErrorCode?
  /// Everything that the server has sent.
  private var raw: [UInt8] = []
  /// Whether the session speaks for the client; until then only raw bytes are sent.
  private var speaks = false
  private var pingsSent: UInt64 = 0
  private var pingsAcknowledged: UInt64 = 0

  /// - Parameter source: where it calls from; on loopback, any address of 127.0.0.0/8.
  init(
    _ address: SocketAddress, from source: String? = nil,
    _ settings: HTTP2Settings = HTTP2Settings()
  ) throws {
    // Not for the programs that other tests start: their copy would keep the connection open.
    let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    descriptor = FileDescriptor(adopting: number)
    session = try HTTP2Session(role: .client, settings: settings)
    unsafe session.owner = self
    if let source, unsafe Self.call(bind, number, source, 0) != 0 {
      throw SystemError("bind", code: errno)
    }
    guard unsafe Self.call(connect, number, address.host, address.port) == 0 else {
      throw SystemError("connect", code: errno)
    }
    var patience = timeval(tv_sec: 0, tv_usec: 20_000)
    unsafe setsockopt(
      number, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
  }

  private static func call(
    _ function: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32, _ number: Int32,
    _ host: String, _ port: UInt16
  ) -> Int32 {
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_port = port.bigEndian
    unsafe inet_pton(AF_INET, host, &name.sin_addr)
    return unsafe withUnsafePointer(to: &name) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe function(number, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  deinit { session.abandon("the test is over") }

  /// Sends bytes as they are. What the server has closed is found by reading: behind what it said
  /// before.
  func send(_ bytes: [UInt8]) {
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { bytes in
        unsafe Glibc.send(
          descriptor.number, bytes.baseAddress?.advanced(by: sent), bytes.count - sent,
          Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      sent += count
    }
  }

  /// Opens a stream with these fields after the usual ones; `nil` drops a usual one.
  func open(_ fields: [(String, String?)] = [], path: String) throws -> RawStream {
    var usual: [(String, String)] = [
      (":method", "POST"), (":scheme", "http"), (":path", path), (":authority", "test"),
      ("te", "trailers"), ("content-type", "application/grpc"),
    ]
    for (name, value) in fields {
      if let index = usual.firstIndex(where: { $0.0 == name }) {
        if let value { usual[index].1 = value } else { usual.remove(at: index) }
      } else if let value {
        usual.append((name, value))
      }
    }
    var head = HeaderFields()
    for (name, value) in usual { head.append(name: name, value: value) }
    let stream = RawStream()
    speaks = true
    try session.open(stream, head)
    flush()
    return stream
  }

  /// Sends bytes on a stream, and its end.
  func send(_ bytes: [UInt8], on stream: RawStream, end: Bool = true) {
    stream.output.append(bytes)
    if end { stream.ending = .endOfStream }
    session.resumeOutput(stream)
    flush()
  }

  /// Opens a stream with the beginning of a message of a megabyte that never ends.
  func beginLongMessage() throws -> RawStream {
    let stream = try open(path: ProtocolTests.echo)
    send([0, 0, 0x10, 0, 0] + [UInt8](repeating: 0, count: 40_000), on: stream, end: false)
    return stream
  }

  private func flush() {
    guard speaks else { return }
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = try? unsafe buffer.withUnsafeMutableBytes { buffer in
        try unsafe session.collectOutput(into: buffer)
      }
      guard let count, count > 0 else { return }
      send(Array(buffer[..<count]))
    }
  }

  /// Waits until the server has taken all that was sent so far.
  ///
  /// Its answers to that may come behind: nghttp2 acknowledges a PING first.
  func settle() -> Bool {
    pingsSent += 1
    session.ping(pingsSent)
    flush()
    return wait { pingsAcknowledged == pingsSent }
  }

  /// Takes what the server sends until something is the case, or the patience is at its end.
  @discardableResult
  func wait(atMost patience: Duration = .seconds(30), until condition: () -> Bool) -> Bool {
    let end = Deadline(after: patience).nanoseconds
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while !condition(), monotonicNanoseconds() < end {
      let count = unsafe recv(descriptor.number, &buffer, buffer.count, 0)
      if count > 0 {
        raw += buffer[..<count]
        _ = try? unsafe buffer.withUnsafeBytes { bytes in
          try unsafe session.receive(UnsafeRawBufferPointer(rebasing: bytes[..<count]), now: 0)
        }
        flush()
      } else if count == 0 || errno != EAGAIN {
        isClosed = true
        break
      }
    }
    return condition()
  }
}

extension RawClient: HTTP2SessionOwner {
  func streamOpened(now: UInt64) -> StreamAdmission { .refuse(.refusedStream) }
  func route(for path: UnsafeRawBufferPointer) -> Int? { nil }
  func settingsReceived() {}
  func goAwayReceived(lastStream: Int32, code: HTTP2ErrorCode, isTooManyPings: Bool) {
    goAway = code
  }
  func pingReceived(hasSent: Bool) -> Bool { true }
  func pingAcknowledged(_ number: UInt64) { pingsAcknowledged = number }
  func streamGone(_ stream: inout HTTP2Stream?) {}
  func lastStreamClosed() {}
}

extension RawClient {
  /// The whole frames that the server has sent, of clients that send raw frames themselves.
  var frames: [RawFrame] { RawFrame.all(in: raw[...]) }

  /// Whether the server speaks with it: of clients that send raw frames themselves.
  func isServed() -> Bool {
    send(HostilePeerTests.opening + Frame.ping)
    wait { isClosed || frames.contains { $0.type == 6 && $0.flags == 1 } }
    return !isClosed
  }
}

/// One frame as it came.
struct RawFrame {
  let type: UInt8
  let flags: UInt8
  /// The low byte of the stream's number.
  let stream: UInt8
  let payload: ArraySlice<UInt8>

  /// The whole frames in what one side has sent.
  static func all(in bytes: ArraySlice<UInt8>) -> [RawFrame] {
    var rest = bytes
    var found: [RawFrame] = []
    while rest.count >= 9 {
      let head = Array(rest.prefix(9))
      let length = Int(head[0]) << 16 | Int(head[1]) << 8 | Int(head[2])
      guard rest.count >= 9 + length else { break }
      rest = rest.dropFirst(9)
      found.append(
        RawFrame(type: head[3], flags: head[4], stream: head[8], payload: rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    return found
  }
}

/// A stream that keeps what it gets.
final class RawStream: HTTP2Stream, @unchecked Sendable {
  private(set) var blocks: [[String: String]] = []
  private(set) var body: [UInt8] = []
  private(set) var closeReason: HTTP2CloseReason?

  /// The fields of all header blocks.
  var fields: [String: String] { blocks.reduce(into: [:]) { $0.merge($1) { _, b in b } } }

  override func headersReceived(endOfStream: Bool) {
    var block: [String: String] = [:]
    for index in 0..<received.count { block[received.name(index)] = received.value(index) }
    blocks.append(block)
  }

  override func dataReceived(_ bytes: UnsafeRawBufferPointer) {
    unsafe body.append(contentsOf: bytes)
    session?.consume(self, bytes.count)
  }

  override func closed(_ reason: HTTP2CloseReason) { closeReason = reason }
}

/// Raw frames (RFC 9113 §4.1).
enum Frame {
  static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)

  static func make(
    _ type: UInt8, flags: UInt8 = 0, stream: UInt32 = 0, _ payload: [UInt8] = []
  ) -> [UInt8] {
    let count = payload.count
    return [UInt8(count >> 16), UInt8(count >> 8 & 255), UInt8(count & 255), type, flags]
      + number(stream) + payload
  }

  static func number(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
  }

  static let settings = make(4)
  static let ping = make(6, [UInt8](repeating: 0, count: 8))

  /// A request's header block, in the plainest HPACK there is: literals without indexing.
  static func requestBlock(path: String) -> [UInt8] {
    let fields = [
      (":method", "POST"), (":scheme", "http"), (":path", path), (":authority", "test"),
      ("content-type", "application/grpc"),
    ]
    return fields.flatMap { name, value in
      [0, UInt8(name.utf8.count)] + name.utf8 + [UInt8(value.utf8.count)] + value.utf8
    }
  }
}
