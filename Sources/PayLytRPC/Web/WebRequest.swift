/// What a request that is no gRPC call means to a server that speaks gRPC-Web.
enum WebRequest {
  /// Something else: answered as if there were no gRPC-Web.
  case other
  /// A browser asks whether a page may call (Fetch, "CORS-preflight request").
  case preflight(HeaderFields)
  /// A page that is not on the list: the browser must not show it anything.
  case refused(HeaderFields)
  case call(WebCall)

  init(_ fields: HeaderFields, _ policy: WebPolicy) {
    let origin = fields.first("origin")
    let wanted = fields.first("access-control-request-method")
    let isPreflight = fields.first(":method") == "OPTIONS" && origin != nil && wanted != nil
    let format = WebCall.Format(contentType: fields.first("content-type") ?? "")
    guard isPreflight || (format != nil && fields.isPost) else {
      self = .other
      return
    }
    if let origin, !policy.allows(origin) {
      self = .refused(Self.refusal())
    } else if isPreflight, let origin, let wanted {
      guard wanted == "POST" else {
        self = .refused(Self.refusal())
        return
      }
      self = .preflight(
        Self.permission(origin, fields.first("access-control-request-headers") ?? ""))
    } else if let format {
      self = .call(WebCall(format: format, origin: origin))
    } else {
      self = .other
    }
  }

  private static func refusal() -> HeaderFields {
    var head = HeaderFields()
    head.append(name: ":status", value: "403")
    head.append(name: "vary", value: "origin")
    return head
  }

  private static func permission(_ origin: String, _ names: String) -> HeaderFields {
    var head = HeaderFields()
    head.append(name: ":status", value: "204")
    head.append(name: "access-control-allow-origin", value: origin)
    head.append(name: "access-control-allow-methods", value: "POST")
    // Metadata may have any name, so whatever is asked for is allowed. It came in as a field's
    // value, so it can go out as one.
    if !names.isEmpty { head.append(name: "access-control-allow-headers", value: names) }
    head.append(
      name: "access-control-max-age", value: String(Limits.preflightAge.components.seconds))
    head.append(name: "vary", value: "origin")
    return head
  }
}
