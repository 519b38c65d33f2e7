/// Stands between the wire and every handler: authentication, logging, limits.
///
/// Interceptors run in the order of the server's list, on the call's loop. One that throws instead
/// of calling `next` refuses the call; what `next` throws is the handler's error.
public protocol ServerInterceptor: Sendable {
  func intercept(
    _ context: ServerContext, _ next: @Sendable () async throws -> Void
  ) async throws
}
