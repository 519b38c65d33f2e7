import PayLytRPC
public import StandardAPI

/// One machine-readable detail of a refusal, of the kinds that google.rpc defines.
public enum ErrorDetail: Sendable, Equatable {
  /// The stable reason, for programs.
  case errorInfo(GoogleErrorInfo)
  /// The fields of the request that are wrong.
  case badRequest(GoogleBadRequest)
  /// When the same call may succeed.
  case retryInfo(GoogleRetryInfo)
  /// What must be changed before the call can succeed.
  case preconditionFailure(GooglePreconditionFailure)
  /// What the call was about.
  case resourceInfo(GoogleResourceInfo)
  /// Which call it was, for those who look into the server's log.
  case requestInfo(GoogleRequestInfo)
  /// A detail of another kind, or one that is malformed.
  case other(ProtoAny)

  private static let prefix = "type.googleapis.com/"

  init(_ any: ProtoAny) {
    let name = any.typeURL.split(separator: "/").last.map(String.init) ?? ""
    self =
      switch name {
      case GoogleErrorInfo.fullName: Self.read(any, Self.errorInfo)
      case GoogleBadRequest.fullName: Self.read(any, Self.badRequest)
      case GoogleRetryInfo.fullName: Self.read(any, Self.retryInfo)
      case GooglePreconditionFailure.fullName: Self.read(any, Self.preconditionFailure)
      case GoogleResourceInfo.fullName: Self.read(any, Self.resourceInfo)
      case GoogleRequestInfo.fullName: Self.read(any, Self.requestInfo)
      default: .other(any)
      }
  }

  var packed: ProtoAny {
    switch self {
    case .errorInfo(let message): Self.pack(message)
    case .badRequest(let message): Self.pack(message)
    case .retryInfo(let message): Self.pack(message)
    case .preconditionFailure(let message): Self.pack(message)
    case .resourceInfo(let message): Self.pack(message)
    case .requestInfo(let message): Self.pack(message)
    case .other(let any): any
    }
  }

  private static func read<Message: WireMessage>(
    _ any: ProtoAny, _ wrap: (Message) -> ErrorDetail
  ) -> ErrorDetail {
    do throws(WireError) {
      return wrap(try Message(wireBytes: any.value))
    } catch {
      return .other(any)
    }
  }

  private static func pack<Message: WireMessage>(_ message: Message) -> ProtoAny {
    ProtoAny(typeURL: prefix + Message.fullName, value: message.wireBytes)
  }
}

extension ErrorDetail {
  /// The domain of PayLyt's reasons.
  public static let domain = StatusDetails.domain

  /// A stable reason of PayLyt, in UPPER_SNAKE_CASE; docs/ERRORS.md lists them.
  public static func reason(_ reason: String, metadata: [String: String] = [:]) -> ErrorDetail {
    .errorInfo(GoogleErrorInfo(reason: reason, domain: domain, metadata: metadata))
  }

  /// One field of the request that is wrong: its path and a sentence about it.
  public static func field(_ path: String, _ description: String) -> ErrorDetail {
    .badRequest(
      GoogleBadRequest(fieldViolations: [
        GoogleBadRequest.FieldViolation(field: path, description: description)
      ]))
  }

  /// The same call may succeed after that time. Negative durations count as zero.
  public static func retry(after delay: Duration) -> ErrorDetail {
    let (seconds, attoseconds) = max(delay, .zero).components
    return .retryInfo(
      GoogleRetryInfo(
        retryDelay: ProtoDuration(seconds: seconds, nanos: Int32(attoseconds / 1_000_000_000))))
  }

  /// What stands in the way: the kind of condition, what it is about, and a sentence.
  public static func precondition(
    type: String, subject: String, _ description: String
  ) -> ErrorDetail {
    .preconditionFailure(
      GooglePreconditionFailure(violations: [
        GooglePreconditionFailure.Violation(
          type: type, subject: subject, description: description)
      ]))
  }

  /// What the call was about, such as the escrow that does not exist.
  public static func resource(
    type: String, name: String, _ description: String = ""
  ) -> ErrorDetail {
    .resourceInfo(
      GoogleResourceInfo(resourceType: type, resourceName: name, description: description))
  }

  /// The name of the call in the server's log.
  public static func request(_ id: String) -> ErrorDetail {
    .requestInfo(GoogleRequestInfo(requestID: id))
  }
}
