import PayLytRPC
import StandardAPI
import Synchronization

/// A service with one method for each way in which a call can go, over the well-known wrappers:
/// any other client can call it without code generated for it.
final class EchoService: RPCService {
  static let serviceName = "paylyt.test.v1.Echo"

  /// What handlers have seen, for tests that cannot tell from outside.
  struct Record: Sendable {
    var sleeping = 0
    var cancelled = 0
    var written = 0
    var taken = 0
    /// Lets `Hold` go on.
    var isReleased = false
  }

  private let state = Mutex(Record())
  var record: Record { state.withLock { $0 } }

  func release() { state.withLock { $0.isReleased = true } }

  static func descriptor(
    _ method: String, _ kind: MethodDescriptor.Kind, _ request: String = "StringValue",
    _ response: String = "StringValue"
  ) -> MethodDescriptor {
    MethodDescriptor(
      service: serviceName, method: method, kind: kind,
      requestType: "google.protobuf.\(request)", responseType: "google.protobuf.\(response)")
  }

  static let echo = descriptor("Echo", .unary)
  static let blob = descriptor("Blob", .unary, "BytesValue", "BytesValue")
  static let fail = descriptor("Fail", .unary)
  static let crash = descriptor("Crash", .unary)
  static let sleep = descriptor("Sleep", .unary)
  static let count = descriptor("Count", .serverStreaming, "Int32Value", "Int32Value")
  static let flood = descriptor("Flood", .serverStreaming, "Int32Value", "BytesValue")
  static let join = descriptor("Join", .clientStreaming)
  static let chat = descriptor("Chat", .bidirectional)
  static let hold = descriptor("Hold", .bidirectional, "BytesValue", "BytesValue")

  var methods: [MethodBinding] {
    [
      .unary(Self.echo, echo), .unary(Self.blob, blob), .unary(Self.fail, fail),
      .unary(Self.crash, crash), .unary(Self.sleep, sleep), .serverStreaming(Self.count, count),
      .serverStreaming(Self.flood, flood), .clientStreaming(Self.join, join),
      .bidirectional(Self.chat, chat), .bidirectional(Self.hold, hold),
    ]
  }

  /// Answers the request; metadata `x-echo` and `x-echo-bin` come back on both ends.
  private func echo(
    _ request: ProtoStringValue, _ context: ServerContext
  ) async throws -> ProtoStringValue {
    try echoMetadata(context)
    return request
  }

  private func echoMetadata(_ context: ServerContext) throws {
    var metadata = Metadata()
    for text in context.metadata.values("x-echo") { try metadata.add("x-echo", text) }
    if let bytes = context.metadata.bytes("x-echo-bin") {
      try metadata.add("x-echo-bin", bytes: bytes)
    }
    context.setInitialMetadata(metadata)
    context.setTrailingMetadata(metadata)
  }

  private func blob(
    _ request: ProtoBytesValue, _ context: ServerContext
  ) async throws -> ProtoBytesValue { request }

  /// Fails with the code that the request names, details and metadata included.
  private func fail(
    _ request: ProtoStringValue, _ context: ServerContext
  ) async throws -> ProtoStringValue {
    let code = StatusCode.allCases.first { "\($0)" == request.value } ?? .unknown
    var trailing = Metadata()
    try trailing.add("x-reason", "because")
    var status = GoogleStatus()
    status.code = code.rawValue
    status.message = "grüße, 100 %\n"
    throw RPCError(
      code, "grüße, 100 %\n", details: status.wireBytes, metadata: trailing)
  }

  struct Secret: Error { let password = "hunter2" }

  private func crash(
    _ request: ProtoStringValue, _ context: ServerContext
  ) async throws -> ProtoStringValue { throw Secret() }

  /// Sleeps until it is cancelled.
  private func sleep(
    _ request: ProtoStringValue, _ context: ServerContext
  ) async throws -> ProtoStringValue {
    state.withLock { $0.sleeping += 1 }
    do {
      try await Task.sleep(for: .seconds(60))
    } catch {
      if context.isCancelled { state.withLock { $0.cancelled += 1 } }
      throw error
    }
    return request
  }

  private func count(
    _ request: ProtoInt32Value, _ responses: ResponseWriter<ProtoInt32Value>,
    _ context: ServerContext
  ) async throws {
    try echoMetadata(context)
    for number in 0..<request.value { try await responses.write(ProtoInt32Value(value: number)) }
  }

  /// Writes that many messages of 16 KiB, as fast as the client takes them.
  private func flood(
    _ request: ProtoInt32Value, _ responses: ResponseWriter<ProtoBytesValue>,
    _ context: ServerContext
  ) async throws {
    let message = ProtoBytesValue(value: [UInt8](repeating: 7, count: 16 << 10))
    do {
      for _ in 0..<request.value {
        try await responses.write(message)
        state.withLock { $0.written += 1 }
      }
    } catch {
      state.withLock { $0.cancelled += 1 }
      throw error
    }
  }

  private func join(
    _ requests: RequestStream<ProtoStringValue>, _ context: ServerContext
  ) async throws -> ProtoStringValue {
    var text = ""
    for try await request in requests {
      text += request.value
      if request.value == "stop" { break }
    }
    return ProtoStringValue(value: text)
  }

  private func chat(
    _ requests: RequestStream<ProtoStringValue>, _ responses: ResponseWriter<ProtoStringValue>,
    _ context: ServerContext
  ) async throws {
    for try await request in requests {
      try await responses.write(ProtoStringValue(value: "re: \(request.value)"))
    }
  }

  /// Takes one message, and the others only when it is released.
  private func hold(
    _ requests: RequestStream<ProtoBytesValue>, _ responses: ResponseWriter<ProtoBytesValue>,
    _ context: ServerContext
  ) async throws {
    var iterator = requests.makeAsyncIterator()
    _ = try await iterator.next()
    state.withLock { $0.taken += 1 }
    while !record.isReleased { try await Task.sleep(for: .milliseconds(10)) }
    while try await iterator.next() != nil { state.withLock { $0.taken += 1 } }
  }
}
