import CMicrohttpd
public import PayLytRPC

/// An HTTP/1.1 server over libmicrohttpd on an event loop: no thread of its own.
///
/// A request is handed over once it is whole and within its bounds. Its connection is set aside
/// while the handler works, so handlers of other connections run in between. The server lives until
/// `stop`.
///
/// `@unchecked Sendable`: the daemon and the exchanges are touched on the loop only, which every
/// entry checks; the rest is immutable.
@safe public final class HTTPServer: @unchecked Sendable {
  public typealias Handler = @Sendable (HTTPServerRequest) async -> HTTPServerResponse

  public struct Configuration: Sendable {
    /// A numeric IPv4 or IPv6 address.
    public var host = "127.0.0.1"
    /// 0 takes any free port.
    public var port: UInt16 = 0
    /// Connections at once; more wait in the kernel's backlog.
    public var connectionsMax = 256
    /// Bytes of a body. A larger one is answered 413 without being kept.
    public var bodyBytesMax = Limits.requestBytesMax
    /// Told the path of each request whose body was too large. Called on the loop.
    public var onOversize: @Sendable (_ path: String) -> Void = { _ in }
    /// Time in which a connection must send or take something.
    public var idleTimeout: Duration = .seconds(15)
    /// Time in which a handler must answer; past it the answer is 503 and its task is cancelled.
    public var handlerTimeout: Duration = .seconds(30)

    public init() {}
  }

  /// The port that the server listens on.
  public let port: UInt16
  private let loop: EventLoop
  private let configuration: Configuration
  private let handler: Handler
  private let box: ServerBox
  private var daemon: OpaquePointer?
  private var watch: EventLoop.Watch?
  private var timer: TimerID?
  private var exchanges: [ObjectIdentifier: HTTPExchange] = [:]
  private var isStopping = false
  private var drained: [CheckedContinuation<Void, Never>] = []

  /// Listens and serves until `stop`.
  ///
  /// - Throws: `SystemError` when the address cannot be bound.
  public static func start(
    on loop: EventLoop, _ configuration: Configuration = Configuration(),
    handler: @escaping Handler
  ) async throws -> HTTPServer {
    try await loop.run { try HTTPServer(loop, configuration, handler) }
  }

  private init(
    _ loop: EventLoop, _ configuration: Configuration, _ handler: @escaping Handler
  ) throws(SystemError) {
    loop.preconditionOnLoop()
    self.loop = loop
    self.configuration = configuration
    self.handler = handler
    // The owner is this object, which does not exist before its port is known: libmicrohttpd gets a
    // box that is filled below, before the loop can run the daemon for the first time.
    let box = ServerBox()
    let started = unsafe paylyt_mhd_start(
      configuration.host, configuration.port, UInt32(configuration.connectionsMax),
      UInt32(max(1, configuration.idleTimeout.components.seconds)),
      Limits.requestHeaderBytesMax, onAccess, onCompleted,
      Unmanaged.passRetained(box).toOpaque())
    guard let daemon = unsafe started else {
      let error = SystemError("listen on \(configuration.host)", code: paylyt_mhd_errno())
      unsafe Unmanaged.passUnretained(box).release()
      throw error
    }
    unsafe self.daemon = daemon
    port = unsafe paylyt_mhd_port(daemon)
    self.box = box
    box.server = self
    do throws(SystemError) {
      // The watch keeps the server alive until it is stopped.
      watch = try loop.watch(unsafe paylyt_mhd_epoll(daemon), for: .read) { _ in self.run() }
    } catch {
      endStop()
      throw error
    }
  }

  /// Stops listening, lets the requests under way finish, then closes every connection.
  ///
  /// - Parameter grace: how long handlers may take; then their requests are answered 503.
  public func stop(grace: Duration = .seconds(5)) async {
    await withCheckedContinuation { continuation in
      loop.execute { [self] in beginStop(grace, continuation) }
    }
  }

  // MARK: On the loop

  private func run() {
    guard let daemon = unsafe daemon else { return }
    _ = unsafe MHD_run(daemon)
    if isStopping, exchanges.isEmpty {
      endStop()
      return
    }
    let delay = unsafe paylyt_mhd_timeout(daemon)
    if let timer { loop.cancel(timer) }
    timer = nil
    guard delay >= 0 else { return }
    timer = loop.schedule(after: .milliseconds(delay)) { [weak self] in
      self?.timer = nil
      self?.run()
    }
  }

  fileprivate func begin(
    _ connection: OpaquePointer, method: String, path: String
  ) -> HTTPExchange {
    let exchange = unsafe HTTPExchange(
      connection: connection, method: method, path: path,
      bodyBytesMax: configuration.bodyBytesMax)
    exchanges[ObjectIdentifier(exchange)] = exchange
    return exchange
  }

  /// Called when the whole request is there, and again when its connection was resumed.
  fileprivate func proceed(_ exchange: HTTPExchange) -> MHD_Result {
    if exchange.isTooLarge, exchange.response == nil { refuseBody(of: exchange) }
    if isStopping, !exchange.isHandled { exchange.response = Self.stopping }
    if exchange.response == nil, !exchange.isHandled { handle(exchange) }
    if exchange.response != nil { return exchange.queueResponse() }
    exchange.isSuspended = true
    unsafe MHD_suspend_connection(exchange.connection)
    return .YES
  }

  private func handle(_ exchange: HTTPExchange) {
    exchange.isHandled = true
    let request = exchange.request()
    let id = ObjectIdentifier(exchange)
    exchange.timer = loop.schedule(after: configuration.handlerTimeout) { [weak self] in
      self?.finish(id, with: Self.overdue)
    }
    // The handler starts here and now; when it answers without waiting, nothing is suspended.
    let task = loop.spawn { [weak self, handler] in
      let response = await handler(request)
      self?.finish(id, with: response)
    }
    if exchange.response == nil { exchange.task = task }
  }

  private func finish(_ id: ObjectIdentifier, with response: HTTPServerResponse) {
    loop.preconditionOnLoop()
    guard let exchange = exchanges[id], exchange.response == nil else { return }
    exchange.response = response.headers.isWellFormed ? response : Self.broken
    if let timer = exchange.timer { loop.cancel(timer) }
    exchange.timer = nil
    exchange.task?.cancel()
    exchange.task = nil
    resume(exchange)
  }

  private func resume(_ exchange: HTTPExchange) {
    guard exchange.isSuspended else { return }
    exchange.isSuspended = false
    unsafe MHD_resume_connection(exchange.connection)
    loop.atEndOfTick { [weak self] in self?.run() }
  }

  fileprivate func complete(_ exchange: HTTPExchange) {
    if let timer = exchange.timer { loop.cancel(timer) }
    exchange.task?.cancel()
    exchanges.removeValue(forKey: ObjectIdentifier(exchange))
  }

  private func beginStop(_ grace: Duration, _ continuation: CheckedContinuation<Void, Never>) {
    guard let daemon = unsafe daemon else {
      continuation.resume()
      return
    }
    drained.append(continuation)
    guard !isStopping else { return }
    isStopping = true
    // Ours from here on: closing it is what makes the kernel refuse new connections.
    let listener = unsafe MHD_quiesce_daemon(daemon)
    if listener >= 0 { _ = FileDescriptor(adopting: listener) }
    _ = loop.schedule(after: grace) { [weak self] in self?.answerAll() }
    run()
  }

  /// The grace is over: whoever still waits for a handler is told to come back, and a second later
  /// what is not yet delivered is cut off.
  private func answerAll() {
    for id in exchanges.keys { finish(id, with: Self.stopping) }
    _ = loop.schedule(after: .seconds(1)) { [weak self] in self?.endStop() }
  }

  private func endStop() {
    guard let daemon = unsafe daemon else { return }
    unsafe self.daemon = nil
    if let timer { loop.cancel(timer) }
    if let watch { loop.unwatch(watch) }
    // Nothing is suspended any more; libmicrohttpd would abort the process otherwise.
    precondition(exchanges.values.allSatisfy { !$0.isSuspended }, "a handler still holds a request")
    unsafe MHD_stop_daemon(daemon)
    unsafe Unmanaged.passUnretained(box).release()
    for continuation in drained { continuation.resume() }
    drained = []
  }

  private static let tooLarge = HTTPServerResponse.text(413, "The body is too large.")
  private static let stopping = HTTPServerResponse.text(503, "The server is stopping.")
  private static let overdue = HTTPServerResponse.text(503, "The server is too slow.")
  private static let broken = HTTPServerResponse.text(500, "The server made an invalid answer.")
}

/// Lets libmicrohttpd find the server without keeping it alive.
private final class ServerBox {
  weak var server: HTTPServer?
}

private let onAccess: MHD_AccessHandlerCallback = {
  owner, connection, url, method, _, data, dataCount, slot in
  guard let owner = unsafe owner, let connection = unsafe connection, let url = unsafe url,
    let method = unsafe method, let dataCount = unsafe dataCount, let slot = unsafe slot,
    let server = unsafe Unmanaged<ServerBox>.fromOpaque(owner).takeUnretainedValue().server
  else { return .NO }
  guard let known = unsafe slot.pointee else {
    let exchange = unsafe server.begin(
      connection, method: String(cString: method), path: String(cString: url))
    // Given back in `onCompleted`, which follows every first call.
    unsafe slot.pointee = unsafe Unmanaged.passRetained(exchange).toOpaque()
    return exchange.announcesTooMuch ? server.refuse(exchange) : .YES
  }
  let exchange = unsafe Unmanaged<HTTPExchange>.fromOpaque(known).takeUnretainedValue()
  let count = unsafe dataCount.pointee
  guard count > 0 else { return server.proceed(exchange) }
  let bytes = unsafe UnsafeRawBufferPointer(start: data, count: count)
  unsafe dataCount.pointee = 0
  return unsafe exchange.receive(bytes) ? .YES : .NO
}

private let onCompleted: MHD_RequestCompletedCallback = { owner, _, slot, _ in
  guard let slot = unsafe slot, let known = unsafe slot.pointee else { return }
  let exchange = unsafe Unmanaged<HTTPExchange>.fromOpaque(known).takeRetainedValue()
  unsafe slot.pointee = nil
  guard let owner = unsafe owner else { return }
  unsafe Unmanaged<ServerBox>.fromOpaque(owner).takeUnretainedValue().server?.complete(exchange)
}

extension HTTPServer {
  /// Answers before the body is read; libmicrohttpd closes the connection then.
  fileprivate func refuse(_ exchange: HTTPExchange) -> MHD_Result {
    refuseBody(of: exchange)
    return exchange.queueResponse()
  }

  private func refuseBody(of exchange: HTTPExchange) {
    exchange.response = Self.tooLarge
    configuration.onOversize(exchange.path)
  }
}
