/// What the proto file says about a method besides its types.
public struct MethodOptions: Sendable, Equatable {
  /// The permission that the caller needs, or empty when the method is open to everyone.
  public var permission: String
  /// Calling it twice with the same request has the effect of calling it once.
  public var isIdempotent: Bool
  /// It moves money: it demands a request id and leaves an audit entry.
  public var isMoneyMoving: Bool
  /// The reasons (`google.rpc.ErrorInfo`) with which it refuses, beside those that are common to
  /// all methods of its API.
  public var refusals: [String]

  public init(
    permission: String = "", isIdempotent: Bool = false, isMoneyMoving: Bool = false,
    refusals: [String] = []
  ) {
    self.permission = permission
    self.isIdempotent = isIdempotent
    self.isMoneyMoving = isMoneyMoving
    self.refusals = refusals
  }
}

/// One method of a service, as generated code describes it.
public struct MethodDescriptor: Sendable, Equatable {
  /// Who sends one message and who sends many.
  public enum Kind: Sendable, CaseIterable {
    case unary
    case serverStreaming
    case clientStreaming
    case bidirectional
  }

  /// The full name of the service, such as `paylyt.escrow.v1.EscrowService`.
  public let service: String
  public let method: String
  public let kind: Kind
  /// The full name of the request message.
  public let requestType: String
  /// The full name of the response message.
  public let responseType: String
  public let options: MethodOptions
  /// The `:path` of its calls: `/paylyt.escrow.v1.EscrowService/ReleaseEscrow`.
  public let path: String

  public init(
    service: String, method: String, kind: Kind, requestType: String, responseType: String,
    options: MethodOptions = MethodOptions()
  ) {
    self.service = service
    self.method = method
    self.kind = kind
    self.requestType = requestType
    self.responseType = responseType
    self.options = options
    path = "/\(service)/\(method)"
  }
}

/// A method with the Swift types of its messages: for programs that learn only at run time which
/// method they call.
public struct MethodTypes: Sendable {
  public let method: MethodDescriptor
  public let request: any WireMessage.Type
  public let response: any WireMessage.Type

  public init(
    _ method: MethodDescriptor, _ request: any WireMessage.Type,
    _ response: any WireMessage.Type
  ) {
    self.method = method
    self.request = request
    self.response = response
  }
}

extension MethodDescriptor.Kind {
  /// Whether the client sends exactly one message.
  var hasSingleRequest: Bool {
    switch self {
    case .unary, .serverStreaming: true
    case .clientStreaming, .bidirectional: false
    }
  }
}
