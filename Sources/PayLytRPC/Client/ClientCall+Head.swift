extension ClientCall {
  /// The request's head, for the attempt that is made now.
  func head(for authority: String) -> HeaderFields {
    var head = HeaderFields()
    head.append(name: ":method", value: "POST")
    head.append(name: ":scheme", value: isSecure ? "https" : "http")
    head.append(name: ":path", value: method.path)
    head.append(name: ":authority", value: authority)
    if let deadline {
      head.append(name: "grpc-timeout", value: GRPCTimeout.format(deadline.remaining))
    }
    head.append(name: "te", value: "trailers")
    head.append(name: "content-type", value: "application/grpc")
    head.append(name: "user-agent", value: "paylyt-rpc/1")
    if attempts > 0 {
      head.append(name: "grpc-previous-rpc-attempts", value: String(attempts))
    }
    if let trace = options.trace {
      head.append(name: "traceparent", value: trace.traceparent)
    }
    if let encoding = options.compression {
      head.append(name: "grpc-encoding", value: encoding.name)
    }
    head.append(name: "grpc-accept-encoding", value: MessageEncoding.accepted)
    options.metadata.append(to: &head)
    return head
  }
}
