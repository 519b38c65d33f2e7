import PayLytRPC
import PayLytRPCServices
import StandardAPI
import Synchronization

/// Several servers that count their calls, one behind each address.
final class ServerGroup: Sendable {
  /// One server. It may be stopped, and started again on its port.
  final class Member: Sendable {
    let health = HealthService(services: ["paylyt.test.v1.Echo"])
    let probe = ProbeService()
    let address: SocketAddress
    private let loop: EventLoop
    private let server: Mutex<RPCServer>
    private let hasHealth: Bool

    fileprivate init(_ loop: EventLoop, hasHealth: Bool) async throws {
      self.loop = loop
      self.hasHealth = hasHealth
      let server = RPCServer(
        loop: loop, services: hasHealth ? [probe, health] : [probe])
      address = try await server.listen(on: SocketAddress(host: "127.0.0.1", port: 0))
      self.server = Mutex(server)
    }

    /// Returns as soon as its calls have ended.
    func stop() async { await server.withLock { $0 }.stop(grace: .seconds(10)) }

    func restart() async throws {
      let next = RPCServer(loop: loop, services: hasHealth ? [probe, health] : [probe])
      try await next.listen(on: address)
      server.withLock { $0 = next }
    }
  }

  let members: [Member]
  private let loop: EventLoop

  static func run(
    _ count: Int, health: Bool = true, _ body: (ServerGroup) async throws -> Void
  ) async throws {
    let loop = try EventLoop.start(named: "test-group")
    var members: [Member] = []
    for _ in 0..<count { members.append(try await Member(loop, hasHealth: health)) }
    let group = ServerGroup(members, loop)
    do {
      try await body(group)
    } catch {
      await group.stop()
      throw error
    }
    await group.stop()
  }

  private init(_ members: [Member], _ loop: EventLoop) {
    self.members = members
    self.loop = loop
  }

  private func stop() async {
    for member in members { await member.stop() }
    loop.stop()
  }

  /// How many calls each has had.
  var calls: [Int] { members.map(\.probe.record.calls) }

  /// All addresses, as a target.
  var target: String { "ipv4:" + members.map { "\($0.address)" }.joined(separator: ",") }
}

/// Answers with its number of the call, and does with the first calls what it was told.
final class ProbeService: RPCService {
  static let serviceName = "paylyt.test.v1.Probe"

  /// What becomes of a call.
  enum Fate: Sendable {
    case answer
    /// Answered after a while.
    case answerLate
    /// Never answered.
    case hang
    case fail(RPCError)
  }

  struct Record: Sendable {
    var calls = 0
    var cancelled = 0
    /// `grpc-previous-rpc-attempts` of each call.
    var attempts: [String] = []
    /// Of the next calls; those after them are answered.
    var fates: [Fate] = []
  }

  private let state = Mutex(Record())
  var record: Record { state.withLock { $0 } }

  func prepare(_ fates: [Fate]) { state.withLock { $0.fates = fates } }

  static func descriptor(_ name: String, isIdempotent: Bool) -> MethodDescriptor {
    MethodDescriptor(
      service: serviceName, method: name, kind: .unary,
      requestType: "google.protobuf.Int32Value", responseType: "google.protobuf.Int32Value",
      options: MethodOptions(isIdempotent: isIdempotent))
  }

  static let get = descriptor("Get", isIdempotent: true)
  static let set = descriptor("Set", isIdempotent: false)

  var methods: [MethodBinding] { [.unary(Self.get, answer), .unary(Self.set, answer)] }

  private func answer(
    _ request: ProtoInt32Value, _ context: ServerContext
  ) async throws -> ProtoInt32Value {
    let (number, fate) = state.withLock { state in
      state.calls += 1
      state.attempts.append(context.metadata["grpc-previous-rpc-attempts"] ?? "")
      return (state.calls, state.fates.isEmpty ? Fate.answer : state.fates.removeFirst())
    }
    switch fate {
    case .answer: break
    case .answerLate: try await Task.sleep(for: .milliseconds(500))
    case .fail(let error): throw error
    case .hang:
      do {
        try await Task.sleep(for: .seconds(60))
      } catch {
        state.withLock { $0.cancelled += 1 }
        throw error
      }
    }
    return ProtoInt32Value(value: Int32(number))
  }
}

extension Channel {
  /// One call of `ProbeService`.
  func probe(
    _ method: MethodDescriptor = ProbeService.get, waitsForReady: Bool = false,
    timeout: Duration = .seconds(10)
  ) async throws(RPCError) -> Int {
    var options = CallOptions(timeout: timeout)
    options.waitsForReady = waitsForReady
    let answer: UnaryResponse<ProtoInt32Value> = try await unary(
      method, ProtoInt32Value(value: 0), options)
    return Int(answer.message.value)
  }
}
