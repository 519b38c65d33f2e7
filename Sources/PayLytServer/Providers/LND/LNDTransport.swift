import LNDAPI
import Lightning
import PayLytCrypto
import PayLytRPC

/// How we reach our node.
struct LNDConfiguration: Sendable {
  let host: String
  let port: UInt16
  /// The node's own certificate, PEM: it and no other is believed, whatever name it bears.
  let certificateFile: String
  /// The bytes of the macaroon that says what we may do.
  let macaroon: [UInt8]
  /// The preimages of our invoices follow from it and from our references: whoever asks again gets
  /// the same invoice.
  let preimageKey: [UInt8]
  /// The chain on which our money is.
  let network: Network
  /// Whether `http://` addresses of this machine may be paid: for the simulator only.
  let allowsLoopbackHTTP: Bool
}

/// Calls of LND with our own client, their failures read for what they say about the money.
struct LNDTransport: Sendable {
  let lightning: LightningClient
  let invoices: InvoicesClient
  let router: RouterClient
  private let macaroon: String
  private let clock: any Clock
  private let log: Log
  let breaker = CircuitBreaker()

  init(_ configuration: LNDConfiguration, loop: EventLoop, clock: any Clock, log: Log) throws {
    var channel = ChannelConfiguration(
      tls: try .client(trust: .pinned(file: configuration.certificateFile)))
    channel.responseBytesMax = ProviderLimits.nodeBytesMax
    let opened = try Channel(
      host: configuration.host, port: configuration.port, loop: loop, configuration: channel)
    lightning = LightningClient(opened)
    invoices = InvoicesClient(opened)
    router = RouterClient(opened)
    macaroon = Hex.encode(configuration.macaroon)
    self.clock = clock
    self.log = log
  }

  /// One call, with the macaroon and a deadline.
  ///
  /// - Parameter mayMoveMoney: whether an error that does not say that nothing happened is an
  ///   unknown outcome; a read is merely not answered.
  func call<Answer>(
    mayMoveMoney: Bool = false, timeout: Duration = ProviderLimits.timeout,
    _ body: (CallOptions) async throws(RPCError) -> Answer
  ) async throws(ProviderError) -> Answer {
    guard breaker.admits(at: clock.now()) else {
      throw .unavailable(reason: "the node failed repeatedly and is left alone")
    }
    let options = try options(timeout: timeout)
    ProviderTrace.current?.sent()
    do throws(RPCError) {
      let answer = try await body(options)
      ProviderTrace.current?.answered("\(StatusCode.ok)")
      breaker.recordSuccess()
      return answer
    } catch {
      throw failure(error, mayMoveMoney: mayMoveMoney)
    }
  }

  /// A deadline, and the macaroon.
  func options(timeout: Duration) throws(ProviderError) -> CallOptions {
    var options = CallOptions(timeout: timeout)
    do throws(MetadataError) {
      try options.metadata.add("macaroon", macaroon)
    } catch {
      throw .refused(reason: "the macaroon cannot be sent")
    }
    return options
  }

  /// Asks whether the node lets us in.
  func introduce() async -> ProviderGreeting {
    let options: CallOptions
    do throws(ProviderError) {
      options = try self.options(timeout: ProviderLimits.greetingTimeout)
    } catch {
      return .unwelcome(reason: "\(error)")
    }
    do throws(RPCError) {
      _ = try await lightning.getInfo(GetInfoRequest(), options: options)
      return .welcome
    } catch {
      let said = ProviderText.loggable(error.message, max: ProviderLimits.reasonCharactersMax)
      // A macaroon that may not ask this may still be good for invoices and payments.
      guard error.code == .unauthenticated || error.message.contains("verification failed") else {
        return .silent(reason: said)
      }
      return .unwelcome(
        reason: "it refuses our macaroon (\(said)). Look at --lnd-macaroon-file: was it made by "
          + "the node at --lnd-address?")
    }
  }

  private func failure(_ error: RPCError, mayMoveMoney: Bool) -> ProviderError {
    let said = ProviderText.loggable(error.message, max: ProviderLimits.reasonCharactersMax)
    log.warning("node refused or not reached", ["code": "\(error.code)", "why": said])
    ProviderTrace.current?.answered("\(error.code)", detail: said)
    switch error.code {
    case .unavailable, .deadlineExceeded: breaker.recordFailure(at: clock.now())
    case .ok, .cancelled, .unknown, .invalidArgument, .notFound, .alreadyExists,
      .permissionDenied, .resourceExhausted, .failedPrecondition, .aborted, .outOfRange,
      .unimplemented, .internalError, .dataLoss, .unauthenticated:
      breaker.recordSuccess()
    }
    switch error.code {
    // What the node says before it acts.
    case .invalidArgument, .notFound: return .refused(reason: "the node refused it")
    case .unauthenticated, .permissionDenied:
      return .unavailable(reason: "our macaroon was refused: \(said)")
    case .unimplemented, .resourceExhausted:
      return .unavailable(reason: said)
    // LND answers most of what it does not like with UNKNOWN, before and after it began.
    case .ok, .cancelled, .unknown, .deadlineExceeded, .alreadyExists, .failedPrecondition,
      .aborted, .outOfRange, .internalError, .unavailable, .dataLoss:
      return mayMoveMoney ? .outcomeUnknown(reason: said) : .unavailable(reason: said)
    }
  }
}

extension RPCError {
  /// LND's words for something that it does not have; older ones say UNKNOWN instead of NOT_FOUND.
  var isLNDNotFound: Bool {
    code == .notFound || message.contains("unable to locate invoice")
      || message.contains("payment isn't initiated")
  }
}
