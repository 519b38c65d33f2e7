import PayLytRPC

/// Sends two keys of the request's metadata back: one ahead of the first response, one with the
/// status, whatever that is.
enum MetadataEcho {
  private static let initialKey = "x-grpc-test-echo-initial"
  private static let trailingKey = "x-grpc-test-echo-trailing-bin"

  static func apply(to context: ServerContext) throws {
    let initial = initial(of: context)
    if !initial.isEmpty { context.setInitialMetadata(initial) }
    guard let bytes = context.metadata.bytes(trailingKey) else { return }
    var trailing = Metadata()
    try trailing.add(trailingKey, bytes: bytes)
    context.setTrailingMetadata(trailing)
  }

  static func initial(of context: ServerContext) -> Metadata {
    var initial = Metadata()
    for value in context.metadata.values(initialKey) {
      // What has arrived as text can be sent as text; what cannot is left out.
      try? initial.add(initialKey, value)
    }
    return initial
  }
}
