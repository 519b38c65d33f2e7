import Lightning
import PayLytCrypto
import PayLytHTTP

/// How we reach Bitnob.
struct BitnobConfiguration: Sendable {
  /// Without a slash at the end, such as `https://api.bitnob.com`.
  let baseURL: String
  let clientID: String
  let clientSecret: [UInt8]
  /// Whether `http://` addresses of this machine may be paid: for the simulator only.
  let allowsLoopbackHTTP: Bool
  /// The chain on which our money is.
  let network: Network
}

/// Signed calls to Bitnob, with their failures read for what they say about the money.
struct BitnobTransport: Sendable {
  let configuration: BitnobConfiguration
  let http: HTTPClient
  let clock: any Clock
  /// 16 bytes that were never used before.
  let nonce: @Sendable () -> [UInt8]
  /// Waits between tries of a read.
  let pause: @Sendable (Duration) async throws -> Void
  let breaker = CircuitBreaker()

  /// One call that may move money: sent once, whatever comes back.
  func send<Answer: Decodable>(
    _ path: String, _ message: some Encodable, as _: Answer.Type
  ) async throws(ProviderError) -> Answer {
    let response = try await exchange("POST", path, try BitnobJSON.encode(message))
    guard (200...299).contains(response.status) else { throw refusal(response) }
    guard let envelope = BitnobJSON.decode(BitnobEnvelope<Answer>.self, from: response.body),
      envelope.isSuccess, let data = envelope.data
    else { throw .outcomeUnknown(reason: "the answer cannot be read") }
    return data
  }

  /// One read, tried again while the provider is away.
  ///
  /// - Returns: nil when the provider itself says that there is no such thing.
  /// - Throws: `.refused` or `.unavailable`; a read has no outcome that could be unknown.
  func read<Answer: Decodable>(
    _ method: String, _ path: String, _ body: [UInt8]? = nil, as _: Answer.Type
  ) async throws(ProviderError) -> Answer? {
    var wait = ProviderLimits.firstPause
    var attempt = 1
    while true {
      do throws(ProviderError) {
        return try await readOnce(method, path, body)
      } catch {
        guard case .unavailable = error, attempt < ProviderLimits.readAttemptsMax else {
          throw error
        }
      }
      attempt += 1
      do {
        try await pause(wait)
      } catch {
        throw .unavailable(reason: "the caller went away")
      }
      wait = min(wait * 2, ProviderLimits.pauseMax)
    }
  }

  private func readOnce<Answer: Decodable>(
    _ method: String, _ path: String, _ body: [UInt8]?
  ) async throws(ProviderError) -> Answer? {
    let response: HTTPResponse
    do throws(ProviderError) {
      response = try await exchange(method, path, body)
    } catch {
      guard case .outcomeUnknown(let reason) = error else { throw error }
      throw .unavailable(reason: reason)
    }
    if response.status == 404 {
      // Only the provider's own words count: a 404 of something in between proves nothing.
      let own = BitnobJSON.decode(BitnobRefusal.self, from: response.body)?.reason
      guard own != nil else { throw .unavailable(reason: "not found, and not by the provider") }
      return nil
    }
    guard (200...299).contains(response.status) else {
      let error = refusal(response)
      guard case .outcomeUnknown(let reason) = error else { throw error }
      throw .unavailable(reason: reason)
    }
    guard let envelope = BitnobJSON.decode(BitnobEnvelope<Answer>.self, from: response.body),
      envelope.isSuccess, let data = envelope.data
    else { throw .unavailable(reason: "the answer cannot be read") }
    return data
  }

  /// Signs and sends one request, and keeps the breaker's book.
  private func exchange(
    _ method: String, _ path: String, _ body: [UInt8]?
  ) async throws(ProviderError) -> HTTPResponse {
    guard breaker.admits(at: clock.now()) else {
      throw .unavailable(reason: "the provider failed repeatedly and is left alone")
    }
    do throws(HTTPClientError) {
      let response = try await http.send(signed(method, path, body))
      keepBook(of: response)
      return response
    } catch {
      throw failure(error)
    }
  }

  private func signed(_ method: String, _ path: String, _ body: [UInt8]?) -> HTTPRequest {
    let headers = BitnobSignature.headers(
      clientID: configuration.clientID, secret: configuration.clientSecret,
      timestamp: clock.now().seconds, nonce: nonce(), body: body ?? [])
    var request = HTTPRequest(method, configuration.baseURL + path, headers: headers, body: body)
    if body != nil { request.headers.append("Content-Type", "application/json") }
    request.headers.append("Accept", "application/json")
    request.timeout = ProviderLimits.timeout
    request.responseBytesMax = ProviderLimits.responseBytesMax
    return request
  }

  private func keepBook(of response: HTTPResponse) {
    let now = clock.now()
    switch response.status {
    case 429:
      let seconds = response.headers["Retry-After"].flatMap(Int64.init)
      if let seconds {
        breaker.pause(seconds: seconds, from: now)
      } else {
        breaker.recordFailure(at: now)
      }
    case 500...: breaker.recordFailure(at: now)
    default: breaker.recordSuccess()
    }
  }

  private func failure(_ error: HTTPClientError) -> ProviderError {
    switch error {
    case .invalidRequest(let reason): return .refused(reason: reason)
    case .notSent(let reason):
      breaker.recordFailure(at: clock.now())
      return .unavailable(reason: reason)
    case .outcomeUnknown(let reason):
      breaker.recordFailure(at: clock.now())
      return .outcomeUnknown(reason: reason)
    case .responseTooLarge(let limit):
      breaker.recordSuccess()
      return .outcomeUnknown(reason: "the answer has more than \(limit) bytes")
    case .cancelled(let mayHaveBeenSent):
      return mayHaveBeenSent
        ? .outcomeUnknown(reason: "the caller went away")
        : .unavailable(reason: "the caller went away")
    }
  }

  /// What a status other than 2xx says. Only a status that a provider gives before it acts is a
  /// definite no; everything unclear is an unknown outcome.
  private func refusal(_ response: HTTPResponse) -> ProviderError {
    let own = BitnobJSON.decode(BitnobRefusal.self, from: response.body)?.reason
    let reason = String(
      (own ?? "HTTP status \(response.status)").prefix(ProviderLimits.reasonBytesMax))
    switch response.status {
    case 429: return .unavailable(reason: reason)
    // Our key or our clock is wrong: nothing happened, and no payment should fail for good over it.
    case 401, 403: return .unavailable(reason: "our credentials were refused: \(reason)")
    // 404 needs the provider's own words, as in a read.
    case 404 where own == nil: return .unavailable(reason: reason)
    case 400, 402, 404, 405, 406, 413, 415, 422: return .refused(reason: reason)
    default: return .outcomeUnknown(reason: reason)
    }
  }
}

/// The headers by which Bitnob knows that a request is ours.
enum BitnobSignature {
  static func headers(
    clientID: String, secret: [UInt8], timestamp: Int64, nonce: [UInt8], body: [UInt8]
  ) -> HTTPHeaders {
    let nonce = Hex.encode(nonce)
    let message = Array("\(clientID):\(timestamp):\(nonce):".utf8) + body
    return [
      "X-Auth-Client": clientID, "X-Auth-Timestamp": String(timestamp), "X-Auth-Nonce": nonce,
      "X-Auth-Signature": Hex.encode(HMAC.sha256(key: secret, message: message)),
    ]
  }
}
