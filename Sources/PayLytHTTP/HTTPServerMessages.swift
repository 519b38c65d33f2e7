/// One request to the server, whole.
public struct HTTPServerRequest: Sendable {
  public let method: String
  /// The path with its escapes resolved, without the query.
  public let path: String
  /// The query's parameters in order, escapes resolved.
  public let query: [(name: String, value: String)]
  public let headers: HTTPHeaders
  /// The exact bytes that were sent: signatures are checked over these.
  public let body: [UInt8]

  public init(
    method: String, path: String, query: [(name: String, value: String)] = [],
    headers: HTTPHeaders = [:], body: [UInt8] = []
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
  }

  /// The first value of a query parameter.
  public func parameter(_ name: String) -> String? {
    query.first { $0.name == name }?.value
  }
}

/// One response of the server.
public struct HTTPServerResponse: Sendable, Equatable {
  /// In `200...599`.
  public var status: Int
  public var headers: HTTPHeaders
  public var body: [UInt8]
  /// Whether the connection is cut instead of answered, as a provider does that fails half-way.
  public var isDropped = false

  public init(status: Int, headers: HTTPHeaders = [:], body: [UInt8] = []) {
    precondition((200...599).contains(status), "\(status) is no final status")
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// A short text for people.
  public static func text(_ status: Int, _ text: String) -> HTTPServerResponse {
    HTTPServerResponse(
      status: status, headers: ["content-type": "text/plain; charset=utf-8"],
      body: Array((text + "\n").utf8))
  }

  public static func json(_ status: Int, _ body: [UInt8]) -> HTTPServerResponse {
    HTTPServerResponse(status: status, headers: ["content-type": "application/json"], body: body)
  }
}
