import BenchAPI
import PayLytRPC

/// Gives back what it gets.
struct EchoService: EchoHandler {
  func unary(_ request: EchoRequest, _ context: ServerContext) async throws -> EchoReply {
    Self.reply(request)
  }

  func serverStream(
    _ request: StreamRequest, _ responses: ResponseWriter<EchoReply>, _ context: ServerContext
  ) async throws {
    guard request.count >= 0 else {
      throw RPCError(.invalidArgument, "count: must not be negative")
    }
    var reply = Self.reply(request.item ?? EchoRequest())
    for number in 0..<request.count {
      reply.amount = Int64(number)
      try await responses.write(reply)
    }
  }

  func bidi(
    _ requests: RequestStream<EchoRequest>, _ responses: ResponseWriter<EchoReply>,
    _ context: ServerContext
  ) async throws {
    for try await request in requests { try await responses.write(Self.reply(request)) }
  }

  private static func reply(_ request: EchoRequest) -> EchoReply {
    EchoReply(payload: request.payload, amount: request.amount, meta: request.meta)
  }
}
