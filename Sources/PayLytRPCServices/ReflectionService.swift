public import PayLytRPC
import StandardAPI

/// grpc.reflection.v1 and v1alpha: what services there are, and the protos that describe them, for
/// tools such as grpcurl.
public struct ReflectionService: RPCService {
  public static let serviceName = ServerReflectionMethods.serviceName

  private let index: ReflectionIndex

  /// - Parameters:
  ///   - services: full names of the services that the server offers.
  ///   - files: the protos of those services and everything that they import.
  public init(services: [String], files: [ProtoFile]) {
    index = ReflectionIndex(
      services: services + [
        ServerReflectionMethods.serviceName, AlphaServerReflectionMethods.serviceName,
      ], files: files)
  }

  /// Both versions have the same messages on the wire, so one handler serves both.
  public var methods: [MethodBinding] {
    [
      .bidirectional(ServerReflectionMethods.serverReflectionInfo, answer),
      .bidirectional(AlphaServerReflectionMethods.serverReflectionInfo, answer),
    ]
  }

  private func answer(
    _ requests: RequestStream<ServerReflectionRequest>,
    _ responses: ResponseWriter<ServerReflectionResponse>, _ context: ServerContext
  ) async throws {
    for try await request in requests {
      var response = ServerReflectionResponse()
      response.validHost = request.host
      response.originalRequest = request
      response.messageResponse = index.answer(request)
      try await responses.write(response)
    }
  }
}
