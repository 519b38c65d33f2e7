/// One request of a client.
public struct HTTPRequest: Sendable {
  /// An upper-case token: `GET`, `POST`, …
  public var method: String
  /// Absolute, `https://…` or `http://…`, at most `Limits.urlBytesMax` bytes.
  public var url: String
  public var headers: HTTPHeaders
  /// Sent as it is, with its length; nil sends none.
  public var body: [UInt8]?
  /// From the call to the last byte of the response, waiting for a connection included.
  public var timeout: Duration = .seconds(15)
  /// Bytes of the response's body at which the transfer is given up.
  public var responseBytesMax = Limits.responseBytesMax
  /// Whether a longer body is cut there instead, for those to whom the status says enough.
  public var cutsLongResponse = false

  public init(
    _ method: String, _ url: String, headers: HTTPHeaders = [:], body: [UInt8]? = nil
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }

  /// Whether sending it twice does what sending it once does (RFC 9110 §9.2.1).
  var isSafe: Bool { method == "GET" || method == "HEAD" }

  /// Why it cannot be sent, if so.
  var flaw: String? {
    guard !method.isEmpty, method.utf8.allSatisfy(HTTPHeaders.isTokenCharacter) else {
      return "the method is no token"
    }
    guard url.utf8.count <= Limits.urlBytesMax, url.utf8.allSatisfy({ (33...126).contains($0) })
    else { return "the URL is too long or has characters that must be escaped" }
    guard url.hasPrefix("https://") || url.hasPrefix("http://") else {
      return "the URL is neither https nor http"
    }
    return headers.isWellFormed ? nil : "a header has characters that are not allowed"
  }
}

/// One response to a client, whatever its status.
public struct HTTPResponse: Sendable, Equatable {
  public let status: Int
  public let headers: HTTPHeaders
  public let body: [UInt8]

  public init(status: Int, headers: HTTPHeaders, body: [UInt8]) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}

/// Why there is no response, with what that says about the request.
public enum HTTPClientError: Error, Equatable {
  /// The request could not be made; nothing was sent.
  case invalidRequest(String)
  /// The server certainly saw nothing: no address, connection refused, certificate refused, the
  /// time ran out before a byte was written, or too many requests wait here.
  case notSent(String)
  /// Bytes were written and no whole response came back: the server may have acted.
  case outcomeUnknown(String)
  /// The server answered more than the request wanted to read: it may have acted.
  case responseTooLarge(limitBytes: Int)
  /// The caller's task was cancelled.
  case cancelled(mayHaveBeenSent: Bool)
}

extension HTTPClientError {
  /// The place that was asked for is on this machine or in a private network, where this client
  /// does not go.
  public static let privateAddress = HTTPClientError.notSent("the address is not a public one")

  /// No address is known of the name. libcurl does not say whether nobody has it, or whether those
  /// who would know do not answer.
  public static let unknownHost = HTTPClientError.notSent("the name is not found")
}
