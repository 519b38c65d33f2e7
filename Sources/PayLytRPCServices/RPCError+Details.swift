public import PayLytRPC
public import StandardAPI

/// The details of a refusal: written by the server, read by the client.
extension RPCError {
  /// A refusal with details. The message goes into them too, as google.rpc.Status wants it.
  public init(_ code: StatusCode, _ message: String, details: [ErrorDetail]) {
    self.init(code, message, details: Self.pack(code, message, details))
  }

  /// A refusal with a stable reason of PayLyt.
  public init(_ code: StatusCode, _ message: String, reason: String) {
    self.init(code, message, details: [.reason(reason)])
  }

  /// The same refusal with one detail more. Violations of fields and of preconditions join those
  /// that are there already.
  public func adding(_ detail: ErrorDetail) -> RPCError {
    var list = errorDetails
    if let index = list.firstIndex(where: { $0.joined(with: detail) != nil }),
      let joined = list[index].joined(with: detail)
    {
      list[index] = joined
    } else {
      list.append(detail)
    }
    var error = self
    error.details = Self.pack(code, message, list)
    return error
  }

  /// Every detail, in the order in which the server wrote them; none when they are malformed.
  public var errorDetails: [ErrorDetail] {
    guard !details.isEmpty else { return [] }
    do throws(WireError) {
      return try GoogleStatus(wireBytes: details).details.map(ErrorDetail.init)
    } catch {
      return []
    }
  }

  /// The stable reason and its domain.
  public var errorInfo: GoogleErrorInfo? {
    for case .errorInfo(let info) in errorDetails { return info }
    return nil
  }

  /// The fields of the request that are wrong.
  public var fieldViolations: [GoogleBadRequest.FieldViolation] {
    errorDetails.flatMap { detail -> [GoogleBadRequest.FieldViolation] in
      guard case .badRequest(let request) = detail else { return [] }
      return request.fieldViolations
    }
  }

  /// What must be changed before the call can succeed.
  public var preconditionViolations: [GooglePreconditionFailure.Violation] {
    errorDetails.flatMap { detail -> [GooglePreconditionFailure.Violation] in
      guard case .preconditionFailure(let failure) = detail else { return [] }
      return failure.violations
    }
  }

  /// What the call was about.
  public var resourceInfo: GoogleResourceInfo? {
    for case .resourceInfo(let info) in errorDetails { return info }
    return nil
  }

  /// The name of the call in the server's log; `nil` when the server gave it none.
  public var requestID: String? {
    for case .requestInfo(let info) in errorDetails { return info.requestID }
    return nil
  }

  /// After which time the same call may succeed; `nil` when the server does not say.
  public var retryDelay: Duration? {
    for case .retryInfo(let info) in errorDetails {
      guard let delay = info.retryDelay else { continue }
      return .seconds(delay.seconds) + .nanoseconds(Int64(delay.nanos))
    }
    return nil
  }

  private static func pack(
    _ code: StatusCode, _ message: String, _ details: [ErrorDetail]
  ) -> [UInt8] {
    func bytes(_ details: [ErrorDetail]) -> [UInt8] {
      GoogleStatus(
        code: code.rawValue, message: message.bounded(), details: details.map(\.packed)
      ).wireBytes
    }
    let whole = bytes(details)
    guard whole.count > Limits.statusDetailsBytesMax else { return whole }
    // What names the refusal goes before what explains it.
    return bytes(details.filter(\.isName))
  }
}

extension ErrorDetail {
  fileprivate var isName: Bool {
    switch self {
    case .errorInfo, .retryInfo, .requestInfo: true
    case .badRequest, .preconditionFailure, .resourceInfo, .other: false
    }
  }

  /// Both details in one, when they are lists of the same kind.
  fileprivate func joined(with other: ErrorDetail) -> ErrorDetail? {
    switch (self, other) {
    case (.badRequest(var mine), .badRequest(let theirs)):
      mine.fieldViolations += theirs.fieldViolations
      return .badRequest(mine)
    case (.preconditionFailure(var mine), .preconditionFailure(let theirs)):
      mine.violations += theirs.violations
      return .preconditionFailure(mine)
    case (.badRequest, _), (.preconditionFailure, _), (.errorInfo, _), (.retryInfo, _),
      (.resourceInfo, _), (.requestInfo, _), (.other, _):
      return nil
    }
  }
}
