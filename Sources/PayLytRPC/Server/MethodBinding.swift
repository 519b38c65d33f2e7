/// A typed handler, wrapped once into the untyped form that the router calls.
public struct MethodBinding: Sendable {
  public let descriptor: MethodDescriptor
  let invoke: @Sendable (ServerCall, ServerContext) async throws -> Void

  /// One request, one response.
  public static func unary<Q: WireMessage, R: WireMessage>(
    _ descriptor: MethodDescriptor,
    _ handler: @escaping @Sendable (Q, ServerContext) async throws -> R
  ) -> MethodBinding {
    precondition(descriptor.kind == .unary, "\(descriptor.path) is not unary")
    return MethodBinding(descriptor: descriptor) { call, context in
      let request = try call.singleRequest(Q.self)
      try call.sendLast(await handler(request, context))
    }
  }

  /// One request, any number of responses.
  public static func serverStreaming<Q: WireMessage, R: WireMessage>(
    _ descriptor: MethodDescriptor,
    _ handler: @escaping @Sendable (Q, ResponseWriter<R>, ServerContext) async throws -> Void
  ) -> MethodBinding {
    precondition(descriptor.kind == .serverStreaming, "\(descriptor.path) is not server streaming")
    return MethodBinding(descriptor: descriptor) { call, context in
      let request = try call.singleRequest(Q.self)
      try await handler(request, ResponseWriter(call: call), context)
    }
  }

  /// Any number of requests, one response.
  public static func clientStreaming<Q: WireMessage, R: WireMessage>(
    _ descriptor: MethodDescriptor,
    _ handler: @escaping @Sendable (RequestStream<Q>, ServerContext) async throws -> R
  ) -> MethodBinding {
    precondition(descriptor.kind == .clientStreaming, "\(descriptor.path) is not client streaming")
    return MethodBinding(descriptor: descriptor) { call, context in
      try call.sendLast(await handler(RequestStream(call: call), context))
    }
  }

  /// Any number of requests and responses, in any order.
  public static func bidirectional<Q: WireMessage, R: WireMessage>(
    _ descriptor: MethodDescriptor,
    _ handler:
      @escaping @Sendable (RequestStream<Q>, ResponseWriter<R>, ServerContext) async throws -> Void
  ) -> MethodBinding {
    precondition(descriptor.kind == .bidirectional, "\(descriptor.path) is not bidirectional")
    return MethodBinding(descriptor: descriptor) { call, context in
      try await handler(RequestStream(call: call), ResponseWriter(call: call), context)
    }
  }
}
