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
  /// For whom we act there, by the provider's own name; nil for nobody in particular.
  var customerID: String?
  /// Where the provider tells what becomes of a payout; nil for where its webhooks go.
  var callbackURL: String?
}

/// Signed calls to Bitnob, with their failures read for what they say about the money.
struct BitnobTransport: Sendable {
  let configuration: BitnobConfiguration
  let http: HTTPClient
  let clock: any Clock
  let log: Log
  /// 16 bytes that were never used before.
  let nonce: @Sendable () -> [UInt8]
  /// Waits between tries of a read.
  let pause: @Sendable (Duration) async throws -> Void
  let breakers = BitnobBreakers()

  /// One call that may move money: sent once, whatever comes back.
  func send<Answer: Decodable>(
    _ path: String, _ message: some Encodable, as _: Answer.Type
  ) async throws(ProviderError) -> Answer {
    let response = try await exchange(
      "POST", path, try BitnobJSON.encode(message), isSentOnce: true)
    return try content(of: response, from: path)
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
    do throws(ProviderError) {
      let response = try await exchange(method, path, body)
      guard response.status == 404 else { return try content(of: response, from: path) }
      // Only the provider's own words count: a 404 of something in between proves nothing.
      guard BitnobJSON.decode(BitnobRefusal.self, from: response.body)?.isOwn == true else {
        throw .unavailable(reason: "not found, and not by the provider")
      }
      return nil
    } catch {
      throw error.ofRead
    }
  }

  /// What an answer brings.
  ///
  /// - Throws: what its status says, or `.outcomeUnknown` when it cannot be read.
  private func content<Answer: Decodable>(
    of response: HTTPResponse, from path: String
  ) throws(ProviderError) -> Answer {
    guard (200...299).contains(response.status) else { throw refusal(response) }
    guard let envelope = BitnobJSON.decode(BitnobEnvelope<Answer>.self, from: response.body),
      envelope.isSuccess, let data = envelope.data
    else {
      log.warning("provider's answer not read", facts(response, path))
      throw .outcomeUnknown(reason: "the answer cannot be read")
    }
    return data
  }

  /// Asks whether the provider knows us, and our key is one of our network.
  func introduce() async -> ProviderGreeting {
    let path = "/api/whoami"
    let response: HTTPResponse
    do throws(ProviderError) {
      response = try await exchange("GET", path, nil, timeout: ProviderLimits.greetingTimeout)
    } catch {
      return .silent(reason: "\(error)")
    }
    let told = facts(response, path)
    let number = told["request_id"].map { ", request \($0)" } ?? ""
    switch response.status {
    case 200...299: break
    case 401, 403:
      return .unwelcome(
        reason: "it refuses the client \(configuration.clientID) "
          + "(HTTP \(response.status): \(told["why"] ?? "no reason")\(number)). Look at "
          + "--provider-client-id, --provider-client-secret-file, and at this machine's clock, "
          + "which may be off")
    case _: return .silent(reason: "HTTP \(response.status)\(number)")
    }
    let identity = BitnobJSON.decode(BitnobEnvelope<BitnobIdentity>.self, from: response.body)
    guard let environment = identity?.data?.environment,
      let isLive = Self.isLive(environment)
    else { return .silent(reason: "it does not say which environment our key is for\(number)") }
    guard isLive == (configuration.network == .mainnet) else {
      return .unwelcome(
        reason: "the key of \(configuration.clientID) is for its \(isLive ? "live" : "test") "
          + "environment, and --network is \(configuration.network.rawValue)")
    }
    return .welcome
  }

  /// - Returns: nil for a word that we do not know.
  private static func isLive(_ environment: String) -> Bool? {
    switch environment.lowercased() {
    case "live", "production", "prod", "mainnet": true
    case "sandbox", "test", "testing", "testnet", "development", "staging": false
    case _: nil
    }
  }

  /// Signs and sends one request, and keeps its breaker's book and the log.
  private func exchange(
    _ method: String, _ path: String, _ body: [UInt8]?,
    timeout: Duration = ProviderLimits.timeout, isSentOnce: Bool = false
  ) async throws(ProviderError) -> HTTPResponse {
    let breaker = breakers[path]
    guard breaker.admits(at: clock.now()) else {
      throw .unavailable(reason: "the provider failed repeatedly and is left alone")
    }
    ProviderTrace.current?.sent()
    do throws(HTTPClientError) {
      var request = signed(method, path, body)
      request.timeout = timeout
      let response: HTTPResponse
      if isSentOnce {
        response = try await sendToTheEnd(request)
      } else {
        response = try await http.send(request)
      }
      keepBook(of: response, breaker)
      note(response, to: path)
      return response
    } catch {
      let failure = failure(error, breaker)
      ProviderTrace.current?.lost("\(failure)")
      log.warning("provider not reached", ["path": Self.logged(path), "why": "\(failure)"])
      throw failure
    }
  }

  /// A server that stops waits for the answer, up to the request's timeout: to leave in the middle
  /// would make the outcome unknown.
  private func sendToTheEnd(
    _ request: HTTPRequest
  ) async throws(HTTPClientError) -> HTTPResponse {
    try await Task { [http] () async -> Result<HTTPResponse, HTTPClientError> in
      do throws(HTTPClientError) {
        return .success(try await http.send(request))
      } catch {
        return .failure(error)
      }
    }.value.get()
  }

  private func signed(_ method: String, _ path: String, _ body: [UInt8]?) -> HTTPRequest {
    let headers = BitnobSignature.headers(
      clientID: configuration.clientID, secret: configuration.clientSecret,
      timestamp: clock.now().seconds, nonce: nonce(), body: body ?? [])
    var request = HTTPRequest(method, configuration.baseURL + path, headers: headers, body: body)
    if body != nil { request.headers.append("Content-Type", "application/json") }
    request.headers.append("Accept", "application/json")
    request.responseBytesMax = ProviderLimits.responseBytesMax
    return request
  }

  private func keepBook(of response: HTTPResponse, _ breaker: CircuitBreaker) {
    let now = clock.now()
    switch response.status {
    case 429:
      breakers.pause(seconds: response.headers["Retry-After"].flatMap(Int64.init), from: now)
    case 500...: breaker.recordFailure(at: now)
    default: breaker.recordSuccess()
    }
  }

  private func failure(_ error: HTTPClientError, _ breaker: CircuitBreaker) -> ProviderError {
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
    let own = BitnobJSON.decode(BitnobRefusal.self, from: response.body)
    let reason = BitnobWords.refusal(own)
    switch response.status {
    case 429: return .unavailable(reason: "the provider has too much to do")
    // Our key or our clock is wrong: nothing happened, and no payment should fail for good over it.
    case 401, 403: return .unavailable(reason: "our credentials were refused")
    // 404 needs the provider's own words, as in a read.
    case 404 where own?.isOwn != true: return .unavailable(reason: reason)
    case 400, 402, 404, 405, 406, 413, 415, 422: return .refused(reason: reason)
    default: return .outcomeUnknown(reason: "HTTP status \(response.status)")
    }
  }

  // MARK: The log

  /// Support asks for the provider's own number of the request first: it stands beside every no.
  private func note(_ response: HTTPResponse, to path: String) {
    let facts = facts(response, path)
    let words = [facts["why"], facts["details"]].compactMap(\.self).joined(separator: "; ")
    ProviderTrace.current?.answered(
      "HTTP \(response.status)", requestID: facts["request_id"], detail: words)
    switch response.status {
    // 404 is an answer: there is no such thing yet.
    case 200...299, 404: log.debug("provider answered", facts)
    case 401, 403: log.error("provider refused our credentials", facts)
    case _: log.warning("provider refused", facts)
    }
  }

  private func facts(_ response: HTTPResponse, _ path: String) -> [String: String] {
    var facts = ["path": Self.logged(path), "status": "\(response.status)"]
    let number = BitnobJSON.decode(BitnobRequestNumber.self, from: response.body)
    let header = response.headers["X-Request-Id"]
    facts["request_id"] = (header ?? number?.metadata?.requestId?.value).map {
      String($0.prefix(ProviderLimits.requestIDCharactersMax))
    }
    guard !(200...299).contains(response.status),
      let own = BitnobJSON.decode(BitnobRefusal.self, from: response.body)
    else { return facts }
    facts["why"] = [own.code, own.message].compactMap(\.self).joined(separator: ": ")
    facts["details"] = own.details
    facts["why"] = facts["why"].map {
      ProviderText.loggable($0, max: ProviderLimits.reasonCharactersMax)
    }
    facts["details"] = facts["details"].map {
      ProviderText.loggable($0, max: ProviderLimits.detailsCharactersMax)
    }
    return facts
  }

  /// Without its query.
  private static func logged(_ path: String) -> String { String(path.prefix { $0 != "?" }) }

  /// A payment or payout has failed for good: the provider's own reason.
  func noteFailure(of reference: String, _ reason: String?) {
    log.warning(
      "payment failed at the provider",
      [
        "reference": reference,
        "why": ProviderText.loggable(
          reason ?? "no reason", max: ProviderLimits.reasonCharactersMax),
      ])
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
