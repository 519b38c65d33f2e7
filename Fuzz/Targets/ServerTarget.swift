import Glibc
import StandardAPI

@testable import PayLytRPC

/// A server that runs, and a client that sends it bytes.
final class ServerTarget: Sendable {
  static let shared = ServerTarget()

  private let loop: EventLoop
  private let server: RPCServer
  private let path: String

  private init() {
    path = "/tmp/paylyt-fuzz-\(getpid()).sock"
    guard let loop = try? EventLoop.start(named: "fuzz"), let isListening = try? Latch() else {
      preconditionFailure("there is no thread for a loop")
    }
    self.loop = loop
    var configuration = ServerConfiguration()
    configuration.handshakeTimeout = .milliseconds(200)
    configuration.web = try? WebPolicy(origins: ["https://fuzz.example"])
    server = RPCServer(loop: loop, services: [FuzzService()], configuration: configuration)
    // On the loop itself: whoever waits here may hold up every thread of the global pool.
    loop.spawn { [server, path] in
      _ = try? await server.listen(on: SocketAddress(unixPath: path))
      isListening.open()
    }
    isListening.wait()
  }

  /// Sends the bytes, says that there are no more, and reads until the server closes.
  func run(_ bytes: [UInt8]) {
    let number = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    let descriptor = FileDescriptor(adopting: number)
    var name = sockaddr_un()
    name.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &name.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
    let code = unsafe withUnsafePointer(to: &name) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(descriptor.number, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    precondition(code == 0, "the server is gone")
    var patience = timeval(tv_sec: 5, tv_usec: 0)
    unsafe setsockopt(
      number, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    _ = unsafe bytes.withUnsafeBytes { bytes in
      unsafe send(number, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
    }
    shutdown(number, Int32(SHUT_WR))
    var buffer = [UInt8](repeating: 0, count: 4096)
    var count = 1
    while count > 0 { count = unsafe recv(number, &buffer, buffer.count, 0) }
    precondition(
      count == 0 || errno != EAGAIN, "the server keeps a connection that its client has closed")
  }
}

/// Methods of both shapes, over well-known messages.
private struct FuzzService: RPCService {
  static let serviceName = "fuzz.Fuzz"

  private static func method(_ name: String, _ kind: MethodDescriptor.Kind) -> MethodDescriptor {
    MethodDescriptor(
      service: serviceName, method: name, kind: kind, requestType: "google.protobuf.Struct",
      responseType: "google.protobuf.Struct")
  }

  var methods: [MethodBinding] {
    [
      .unary(Self.method("U", .unary)) { (request: ProtoStruct, _) in request },
      .bidirectional(Self.method("B", .bidirectional)) {
        (requests: RequestStream<ProtoStruct>, responses: ResponseWriter<ProtoStruct>, _) in
        for try await request in requests { try await responses.write(request) }
      },
    ]
  }
}
