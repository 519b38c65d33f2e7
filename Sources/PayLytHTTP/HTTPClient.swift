import CCurl
public import PayLytRPC
import Synchronization

/// HTTP/1.1 requests over libcurl on an event loop: no thread of its own, called from any task.
///
/// Certificates are checked, redirects are not followed, the environment is not read. Connections
/// are kept and reused; see `Transfer` for the one case in which they are not.
///
/// `@unchecked Sendable`: the multi handle, the transfers and the watches are touched on the loop
/// only, which every entry checks; the rest is immutable or atomic.
@safe public final class HTTPClient: @unchecked Sendable {
  public struct Configuration: Sendable {
    /// For address lookup, TCP and TLS together.
    public var connectTimeout: Duration = .seconds(5)
    /// A PEM file to trust instead of the machine's authorities.
    public var certificateAuthorityFile: String?
    /// Whether requests may go to this machine and to private networks. Where strangers say where
    /// requests go, they must not; each address is looked at when it is connected to, so a name
    /// that leads elsewhere by then gains nothing.
    public var allowsPrivateAddresses = false
    /// Requests that may be under way or wait for a connection. Past it the caller is told that its
    /// request was not sent.
    public var requestsMax = Limits.requestsInFlightMax

    public init() {}

    /// For requests whose places are the operator's own to choose.
    public static var anywhere: Configuration {
      var configuration = Configuration()
      configuration.allowsPrivateAddresses = true
      return configuration
    }
  }

  private let loop: EventLoop
  private let configuration: Configuration
  private let nextID = Atomic<UInt64>(0)
  private let multi: UnsafeMutableRawPointer
  private var pending: [UInt64: Pending] = [:]
  private var ids: [UInt: UInt64] = [:]
  private var watches: [Int32: EventLoop.Watch] = [:]
  private var timer: TimerID?
  /// Threads that still look up a name for a transfer that is over.
  private var lookupsLeft = 0

  private struct Pending {
    let transfer: Transfer
    let continuation: CheckedContinuation<Result<HTTPResponse, HTTPClientError>, Never>
  }

  public init(loop: EventLoop, configuration: Configuration = Configuration()) {
    precondition(curlIsReady, "libcurl cannot start")
    guard let multi = unsafe curl_multi_init() else { preconditionFailure("out of memory") }
    self.loop = loop
    self.configuration = configuration
    unsafe self.multi = multi
    let owner = unsafe Unmanaged.passUnretained(self).toOpaque()
    let codes = [
      unsafe paylyt_curl_multi_set_callbacks(multi, onSocket, onTimer, owner),
      unsafe paylyt_curl_multi_set_long(
        multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, Limits.connectionsMax),
      unsafe paylyt_curl_multi_set_long(
        multi, CURLMOPT_MAX_HOST_CONNECTIONS, Limits.hostConnectionsMax),
      unsafe paylyt_curl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, Limits.connectionsMax),
    ]
    precondition(codes.allSatisfy { $0 == CURLM_OK }, "libcurl lacks an option")
  }

  deinit {
    // A request under way keeps the client alive, so only idle connections are left to close.
    _ = unsafe paylyt_curl_multi_set_callbacks(multi, nil, nil, nil)
    _ = unsafe curl_multi_cleanup(multi)
  }

  /// Sends `request` and waits for its whole response, whatever the status.
  ///
  /// - Throws: `HTTPClientError`, which tells whether the server may have acted. Cancelling the
  ///   task ends the transfer at once.
  public func send(_ request: HTTPRequest) async throws(HTTPClientError) -> HTTPResponse {
    let id = nextID.wrappingAdd(1, ordering: .relaxed).newValue
    let flag = CancellationFlag()
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let start = { @Sendable [self] in begin(id, request, flag, continuation) }
        if loop.isCurrent { start() } else { loop.execute(start) }
      }
    } onCancel: {
      // The flag is for a request that has not begun, the call for one that has.
      flag.isRaised.store(true, ordering: .sequentiallyConsistent)
      loop.execute { [self] in cancel(id) }
    }
    return try result.get()
  }

  // MARK: On the loop

  private func begin(
    _ id: UInt64, _ request: HTTPRequest, _ flag: CancellationFlag,
    _ continuation: CheckedContinuation<Result<HTTPResponse, HTTPClientError>, Never>
  ) {
    loop.preconditionOnLoop()
    guard !flag.isRaised.load(ordering: .sequentiallyConsistent) else {
      continuation.resume(returning: .failure(.cancelled(mayHaveBeenSent: false)))
      return
    }
    guard pending.count + lookupsLeft < configuration.requestsMax else {
      continuation.resume(returning: .failure(.notSent("too many requests are under way")))
      return
    }
    do throws(HTTPClientError) {
      let transfer = try Transfer(request, configuration)
      let code = unsafe curl_multi_add_handle(multi, transfer.handle)
      guard code == CURLM_OK else {
        let reason = unsafe String(cString: curl_multi_strerror(code))
        throw HTTPClientError.notSent(reason)
      }
      ids[transfer.key] = id
      pending[id] = Pending(transfer: transfer, continuation: continuation)
    } catch {
      continuation.resume(returning: .failure(error))
    }
  }

  private func cancel(_ id: UInt64) {
    guard let entry = pending.removeValue(forKey: id) else { return }
    ids.removeValue(forKey: entry.transfer.key)
    let mayHaveBeenSent = entry.transfer.mayHaveBeenSent
    if !entry.transfer.wasLookedUp { leaveLookup() }
    _ = unsafe curl_multi_remove_handle(multi, entry.transfer.handle)
    entry.continuation.resume(
      returning: .failure(.cancelled(mayHaveBeenSent: mayHaveBeenSent)))
  }

  private func act(on descriptor: Int32, _ events: Int32) {
    var running: Int32 = 0
    _ = unsafe curl_multi_socket_action(multi, descriptor, events, &running)
    finishTransfers()
  }

  private func finishTransfers() {
    var handle: UnsafeMutableRawPointer?
    var code = CURLE_OK
    while unsafe paylyt_curl_next_done(multi, &handle, &code) == 1 {
      guard let done = unsafe handle, let id = ids.removeValue(forKey: UInt(bitPattern: done)),
        let entry = pending.removeValue(forKey: id)
      else { continue }
      if code == CURLE_OPERATION_TIMEDOUT, !entry.transfer.wasLookedUp { leaveLookup() }
      _ = unsafe curl_multi_remove_handle(multi, done)
      entry.continuation.resume(returning: entry.transfer.result(code))
    }
  }

  /// A lookup that may still be under way keeps its request's place: nobody can end one, and who
  /// owns a silent name server could have us begin any number.
  private func leaveLookup() {
    lookupsLeft += 1
    _ = loop.schedule(after: .seconds(Limits.lookupSecondsMax)) { [weak self] in
      self?.lookupsLeft -= 1
    }
  }

  // MARK: What libcurl asks for, on the loop

  fileprivate func watch(_ descriptor: Int32, _ what: Int32) {
    guard what != CURL_POLL_REMOVE else {
      if let watch = watches.removeValue(forKey: descriptor) { loop.unwatch(watch) }
      return
    }
    var interest: EventLoop.Interest = []
    if what & CURL_POLL_IN != 0 { interest.insert(.read) }
    if what & CURL_POLL_OUT != 0 { interest.insert(.write) }
    if let watch = watches[descriptor] {
      loop.update(watch, for: interest)
      return
    }
    // When the kernel has no memory for the watch, the request ends by its timeout.
    watches[descriptor] = try? loop.watch(descriptor, for: interest) { [weak self] readiness in
      var events: Int32 = 0
      if readiness.isReadable { events |= CURL_CSELECT_IN }
      if readiness.isWritable { events |= CURL_CSELECT_OUT }
      if readiness.isHangup { events |= CURL_CSELECT_ERR }
      self?.act(on: descriptor, events)
    }
  }

  fileprivate func wake(afterMilliseconds delay: Int) {
    if let timer { loop.cancel(timer) }
    timer = nil
    guard delay >= 0 else { return }
    timer = loop.schedule(after: .milliseconds(delay)) { [weak self] in
      self?.timer = nil
      self?.act(on: CURL_SOCKET_TIMEOUT, 0)
    }
  }
}

private let curlIsReady = paylyt_curl_ready() == 1

private final class CancellationFlag: Sendable {
  let isRaised = Atomic(false)
}

private let onSocket: paylyt_curl_socket = { _, descriptor, what, owner, _ in
  guard let owner = unsafe owner else { return 0 }
  unsafe Unmanaged<HTTPClient>.fromOpaque(owner).takeUnretainedValue().watch(descriptor, what)
  return 0
}

private let onTimer: paylyt_curl_timer = { _, delay, owner in
  guard let owner = unsafe owner else { return 0 }
  unsafe Unmanaged<HTTPClient>.fromOpaque(owner).takeUnretainedValue()
    .wake(afterMilliseconds: delay)
  return 0
}
