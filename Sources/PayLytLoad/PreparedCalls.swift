import PayLytRPC
import Synchronization

/// Hands out the calls of a file, in its order.
final class PreparedCalls: Sendable {
  private let file: CallFile
  private let callers: Callers
  private let isRepeated: Bool
  private let next: Atomic<Int>

  /// - Parameters:
  ///   - first: calls at the beginning that are left out, as earlier runs have sent them.
  ///   - isRepeated: whether it goes on at the beginning behind the last call.
  init(
    _ file: CallFile, _ callers: Callers, from first: Int, isRepeated: Bool
  ) throws(LoadError) {
    guard first < file.calls.count else {
      throw LoadError("the file holds \(file.calls.count) calls: none is left to send")
    }
    self.file = file
    self.callers = callers
    self.isRepeated = isRepeated
    next = Atomic(first)
  }

  /// Where a next run has to begin.
  var position: Int {
    let taken = next.load(ordering: .relaxed)
    return isRepeated ? taken % file.calls.count : min(taken, file.calls.count)
  }

  /// The next call; nil behind the last one.
  func take() -> LoadCall? {
    let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
    guard isRepeated || number < file.calls.count else { return nil }
    let call = file.calls[number % file.calls.count]
    let options = callers.options(of: call.caller)
    return LoadCall(method: call.method.method) { channel throws(RPCError) in
      try await Self.send(
        call.request, call.method.response, call.method.method, channel, options)
    }
  }

  /// Reads again the tokens that others renew, until the task is cancelled.
  func keepFresh() async throws { try await callers.keepFresh() }

  private static func send<Q: WireMessage, R: WireMessage>(
    _ request: Q, _: R.Type, _ method: MethodDescriptor, _ channel: Channel,
    _ options: CallOptions
  ) async throws(RPCError) -> LoadCall.Answer {
    let answer: UnaryResponse<R> = try await channel.unary(method, request, options)
    return LoadCall.Answer(subject: "", version: 0, isReplay: answer.initialMetadata.isReplay)
  }
}

/// Those who make prepared calls, with access tokens that somebody else got.
final class Callers: Sendable {
  private let names: [String]
  private let source: TokenSource?
  private let timeout: Duration
  private let options: Mutex<[CallOptions]>

  /// - Throws: `LoadError` when somebody has no token.
  init(_ names: [String], _ source: TokenSource?, timeout: Duration) throws(LoadError) {
    self.names = names
    self.source = source
    self.timeout = timeout
    options = Mutex([])
    try readTokens()
  }

  /// - Parameter caller: a place in the names; nil for a call without a token.
  func options(of caller: Int?) -> CallOptions {
    guard let caller else { return CallOptions(timeout: timeout) }
    return options.withLock { $0[caller] }
  }

  func keepFresh() async throws {
    while true {
      try await Task.sleep(for: .seconds(LoadLimits.tokenFileSeconds))
      do throws(LoadError) {
        try readTokens()
      } catch {
        // It may be being replaced just now; the tokens from before may still be good.
        Console.write("\(error); those from before go on\n")
      }
    }
  }

  private func readTokens() throws(LoadError) {
    guard !names.isEmpty else { return }
    guard let tokens = try source?.read() else {
      throw LoadError("the calls need access tokens: PAYLYT_TOKEN or --token-file")
    }
    var read: [CallOptions] = []
    for name in names {
      guard let token = tokens.token(named: name) else { throw LoadError("\(name) has no token") }
      var options = CallOptions(timeout: timeout)
      do throws(MetadataError) {
        try options.metadata.add("authorization", "Bearer \(token)")
      } catch {
        throw LoadError("the token of \(name) cannot be sent")
      }
      read.append(options)
    }
    options.withLock { $0 = read }
  }
}
