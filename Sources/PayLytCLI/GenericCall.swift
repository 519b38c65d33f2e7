import PayLytJSON
import PayLytRPC
import Synchronization

/// A call of any method, its messages as JSON.
struct GenericCall: Sendable {
  let types: MethodTypes
  let schema: ProtoSchema
  let channel: Channel
  let options: CallOptions

  /// Where requests come from, one after the other; `nil` after the last.
  typealias Requests = @Sendable () async throws -> JSONValue?

  /// - Parameter receive: takes each answer as it comes; says whether more are wanted.
  func run(_ requests: @escaping Requests, _ receive: (JSONValue) throws -> Bool) async throws {
    try await run(types.request, types.response, requests, receive)
  }

  private func run<Q: WireMessage, R: WireMessage>(
    _: Q.Type, _: R.Type, _ requests: @escaping Requests, _ receive: (JSONValue) throws -> Bool
  ) async throws {
    switch types.method.kind {
    case .unary:
      let request: Q = try await single(requests)
      let response: UnaryResponse<R> = try await channel.unary(types.method, request, options)
      _ = try receive(try json(response.message))
    case .serverStreaming:
      let request: Q = try await single(requests)
      let responses: ResponseStream<R> = try await channel.serverStreaming(
        types.method, request, options)
      for try await response in responses {
        guard try receive(try json(response)) else { return }
      }
    case .clientStreaming:
      let call: ClientStreamingCall<Q, R> = try await channel.clientStreaming(
        types.method, options)
      while let request = try await requests() {
        let message: Q = try message(request)
        do throws(RPCError) {
          try await call.send(message)
        } catch {
          // The server has ended the call: `finish` says how.
          break
        }
      }
      _ = try receive(try json(try await call.finish()))
    case .bidirectional:
      let call: BidirectionalCall<Q, R> = try await channel.bidirectional(types.method, options)
      try await both(call, requests, receive)
    }
  }

  /// Requests and answers go past each other: whoever waits for one must not hold up the other. The
  /// task that sends may wait for a person for ever; it ends with the program.
  private func both<Q: WireMessage, R: WireMessage>(
    _ call: BidirectionalCall<Q, R>, _ requests: @escaping Requests,
    _ receive: (JSONValue) throws -> Bool
  ) async throws {
    let mistake = FirstMistake()
    Task.detached { [self] in
      do {
        while let request = try await requests() { try await call.send(try message(request)) }
        try await call.finishSending()
      } catch is RPCError {
        // The responses end with the same one.
      } catch {
        mistake.keep(error)
        call.cancel()
      }
    }
    do {
      for try await response in call.responses {
        guard try receive(try json(response)) else { return }
      }
    } catch {
      throw mistake.error ?? error
    }
  }

  private func single<Q: WireMessage>(_ requests: Requests) async throws -> Q {
    try message(try await requests() ?? .object([]))
  }

  private func message<Q: WireMessage>(_ json: JSONValue) throws(Failure) -> Q {
    do throws(WireError) {
      return try Q(json: json, schema)
    } catch {
      throw .misuse("\(error)")
    }
  }

  private func json(_ message: some WireMessage) throws(Failure) -> JSONValue {
    do throws(WireError) {
      return try message.json(schema)
    } catch {
      throw Failure("The answer has no JSON form: \(error)")
    }
  }
}

/// What was wrong with a request while answers were awaited.
private final class FirstMistake: Sendable {
  private let kept = Mutex<(any Error)?>(nil)

  var error: (any Error)? { kept.withLock { $0 } }

  func keep(_ error: any Error) { kept.withLock { $0 = $0 ?? error } }
}
