import PayLytRPC

/// A message of an upload. The first one says what comes; later ones have the next content alone.
protocol UploadRequest: IdentifiedRequest {
  var fileName: String { get }
  var contentType: String { get }
  var sizeBytes: Int64 { get }
  var sha256: [UInt8] { get }
  var content: [UInt8] { get set }
  var validateOnly: Bool { get }
}

extension UploadRequest {
  /// What the request is known by. The content is told by its hash: the same file in other messages
  /// is the same request.
  var withoutContent: Self {
    var head = self
    head.content = []
    return head
  }
}

extension FileHeader {
  /// - Throws: INVALID_ARGUMENT with the field.
  init(_ head: some UploadRequest) throws(Refusal) {
    try self.init(
      name: head.fileName, contentType: head.contentType, sizeBytes: head.sizeBytes,
      sha256: head.sha256)
  }
}

extension FileStore {
  /// Takes in the file that a stream of messages brings, and carries out the command that makes it
  /// count. A request that was sent again gets its stored answer, before a byte is taken.
  ///
  /// - Parameter check: whether the file is wanted, and where it belongs. It is asked before the
  ///   bytes are taken: nobody sends megabytes to hear that they are not wanted.
  func upload<Request: UploadRequest, Place, C: Command, R: WireMessage>(
    _ requests: RequestStream<Request>, _ context: ServerContext,
    check: (Request, Caller) async throws -> Place,
    command: (Request, Place, StoredFile, Asked) -> C,
    answer encode: @escaping @Sendable (C.Answer) -> R
  ) async throws -> R {
    var incoming = requests.makeAsyncIterator()
    guard let head = try await incoming.next() else {
      throw Refusal.invalid("request_id", "The first message says what comes.")
    }
    try head.checkFields()
    let principal = try context.caller()
    let asked = Asked(
      principal: principal,
      identity: try service.identity(of: head.withoutContent, context.method, principal.caller),
      isRehearsal: head.validateOnly)
    if !asked.isRehearsal,
      let earlier: R = try await service.earlierAnswer(to: asked.identity, context)
    {
      return earlier
    }
    let header = try FileHeader(head)
    let place = try await check(head, asked.caller)
    try service.bounds.uploads.enter(principal.user)
    defer { service.bounds.uploads.leave(principal.user) }
    let file = try await receive(
      header, from: principal.user, first: head.content, isRehearsal: asked.isRehearsal
    ) {
      let next = try await incoming.next()
      try await service.checkLive(context)
      return next?.content
    }
    do {
      return try await service.answer(
        command(head, place, file, asked), context, isRehearsal: asked.isRehearsal, encode)
    } catch let refusal as Refusal {
      // Any other failure may be that of a command that counts after all.
      discard(file.id)
      throw refusal
    }
  }
}
