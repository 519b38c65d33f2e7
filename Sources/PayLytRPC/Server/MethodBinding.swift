/// One method and what answers its calls. Generated code binds the methods of a handler.
public struct MethodBinding: Sendable {
  /// Takes the requests of a call, and answers it. It stays on the executor of its caller: on the
  /// loop.
  public typealias Handler =
    nonisolated(nonsending) @Sendable (IncomingCall, ServerContext) async throws -> Void

  public let descriptor: MethodDescriptor
  let handler: Handler

  public init(_ descriptor: MethodDescriptor, _ handler: @escaping Handler) {
    self.descriptor = descriptor
    self.handler = handler
  }

  /// One request, one response.
  public static func unary<Q: WireMessage, R: WireMessage>(
    _ descriptor: MethodDescriptor,
    _ handler: @escaping @Sendable (Q, ServerContext) async throws -> R
  ) -> MethodBinding {
    precondition(descriptor.kind == .unary, "\(descriptor.path) is not unary")
    return MethodBinding(descriptor) { call, context in
      try await call.respond(handler(call.request(Q.self), context))
    }
  }

  /// One request, any number of responses.
  public static func serverStreaming<Q: WireMessage, R: WireMessage>(
    _ descriptor: MethodDescriptor,
    _ handler: @escaping @Sendable (Q, ResponseWriter<R>, ServerContext) async throws -> Void
  ) -> MethodBinding {
    precondition(descriptor.kind == .serverStreaming, "\(descriptor.path) is not server streaming")
    return MethodBinding(descriptor) { call, context in
      try await handler(call.request(Q.self), call.responses(), context)
    }
  }

  /// Any number of requests, one response.
  public static func clientStreaming<Q: WireMessage, R: WireMessage>(
    _ descriptor: MethodDescriptor,
    _ handler: @escaping @Sendable (RequestStream<Q>, ServerContext) async throws -> R
  ) -> MethodBinding {
    precondition(descriptor.kind == .clientStreaming, "\(descriptor.path) is not client streaming")
    return MethodBinding(descriptor) { call, context in
      try await call.respond(handler(call.requests(), context))
    }
  }

  /// Any number of requests and responses, in any order.
  public static func bidirectional<Q: WireMessage, R: WireMessage>(
    _ descriptor: MethodDescriptor,
    _ handler:
      @escaping @Sendable (RequestStream<Q>, ResponseWriter<R>, ServerContext) async throws -> Void
  ) -> MethodBinding {
    precondition(descriptor.kind == .bidirectional, "\(descriptor.path) is not bidirectional")
    return MethodBinding(descriptor) { call, context in
      try await handler(call.requests(), call.responses(), context)
    }
  }
}
