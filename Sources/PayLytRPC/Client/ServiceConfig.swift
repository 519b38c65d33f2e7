/// How a channel treats the calls of its methods (gRPC service_config.md), given in code.
public struct ServiceConfig: Sendable {
  /// The first that names a method holds; put the narrow ones first.
  public var methods: [MethodConfig]
  /// Stops retries when too many calls fail; `nil` never stops them.
  public var throttling: RetryThrottling?

  public init(methods: [MethodConfig] = [], throttling: RetryThrottling? = nil) {
    self.methods = methods
    self.throttling = throttling
  }

  func method(_ descriptor: MethodDescriptor) -> MethodConfig? {
    methods.first { $0.name.covers(descriptor) }
  }
}

/// How the calls of one method, of one service, or of all are treated.
public struct MethodConfig: Sendable {
  public enum Name: Sendable, Equatable {
    case all
    /// By full name, such as `paylyt.escrow.v1.EscrowService`.
    case service(String)
    case method(service: String, method: String)

    func covers(_ descriptor: MethodDescriptor) -> Bool {
      switch self {
      case .all: true
      case .service(let service): descriptor.service == service
      case .method(let service, let method):
        descriptor.service == service && descriptor.method == method
      }
    }
  }

  public var name: Name
  /// The longest that a call may take; a caller can only shorten it.
  public var timeout: Duration?
  /// Whether a call waits for a connection instead of failing when there is none.
  public var waitsForReady: Bool
  public var retry: RetryPolicy?
  /// Instead of `retry`, for methods that can be hedged.
  public var hedging: HedgingPolicy?

  public init(
    name: Name = .all, timeout: Duration? = nil, waitsForReady: Bool = false,
    retry: RetryPolicy? = nil, hedging: HedgingPolicy? = nil
  ) {
    self.name = name
    self.timeout = timeout
    self.waitsForReady = waitsForReady
    self.retry = retry
    self.hedging = hedging
  }
}
