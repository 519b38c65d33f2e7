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
