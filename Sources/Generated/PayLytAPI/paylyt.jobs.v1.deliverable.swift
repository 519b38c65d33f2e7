// Generated from paylyt/jobs/v1/deliverable.proto by protoc-gen-paylyt. Do not edit.

import CPayLytAPI
import CStandardAPI
public import PayLytRPC
public import StandardAPI

public struct Deliverable: WireMessage {
  /// `escrows/{uuid}/deliverables/{uuid}`.
  public var name: String = ""
  /// `escrows/{uuid}/milestones/{number}`.
  public var milestone: String = ""
  public var fileName: String = ""
  /// What the uploader says it is.
  public var contentType: String = ""
  public var sizeBytes: Int64 = 0
  public var sha256: [UInt8] = []
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct UploadDeliverableRequest: WireMessage {
  /// In the first message only, as is everything but `content`.
  public var requestID: String = ""
  /// `escrows/{uuid}/milestones/{number}`.
  public var parent: String = ""
  /// 1 to 200 characters, without folders.
  public var fileName: String = ""
  /// A media type such as `image/png`.
  public var contentType: String = ""
  /// At most 10 MiB.
  public var sizeBytes: Int64 = 0
  /// Of the whole content.
  public var sha256: [UInt8] = []
  /// The next bytes.
  public var content: [UInt8] = []
  /// In the first message. Checks and decides everything, the content too, keeps nothing, and answers
  /// what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetDeliverableRequest: WireMessage {
  /// `escrows/{uuid}/deliverables/{uuid}`.
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListDeliverablesRequest: WireMessage {
  /// `escrows/{uuid}`.
  public var parent: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListDeliverablesResponse: WireMessage {
  public var deliverables: [Deliverable] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct DownloadDeliverableRequest: WireMessage {
  /// `escrows/{uuid}/deliverables/{uuid}`.
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct DownloadDeliverableResponse: WireMessage {
  /// In the first message only.
  public var deliverable: Deliverable? = nil
  public var content: [UInt8] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension Deliverable {
  public static let fullName = "paylyt.jobs.v1.Deliverable"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__deliverable__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    milestone: String = "",
    fileName: String = "",
    contentType: String = "",
    sizeBytes: Int64 = 0,
    sha256: [UInt8] = [],
    createTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.init(
      name: name,
      milestone: milestone,
      fileName: fileName,
      contentType: contentType,
      sizeBytes: sizeBytes,
      sha256: sha256,
      createTime: createTime,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Jobs__V1__Deliverable.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let milestone: String = unsafe Wire.string(_c.pointee.milestone)
    let fileName: String = unsafe Wire.string(_c.pointee.file_name)
    let contentType: String = unsafe Wire.string(_c.pointee.content_type)
    let sizeBytes: Int64 = unsafe _c.pointee.size_bytes
    let sha256: [UInt8] = unsafe Wire.array(_c.pointee.sha256.data, _c.pointee.sha256.len)
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    unsafe self.init(
      name: name,
      milestone: milestone,
      fileName: fileName,
      contentType: contentType,
      sizeBytes: sizeBytes,
      sha256: sha256,
      createTime: createTime,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__jobs__v1__deliverable__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.milestone = arena.string(self.milestone)
    unsafe c.pointee.file_name = arena.string(self.fileName)
    unsafe c.pointee.content_type = arena.string(self.contentType)
    unsafe c.pointee.size_bytes = self.sizeBytes
    unsafe c.pointee.sha256 = .init(len: self.sha256.count, data: arena.array(self.sha256))
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension UploadDeliverableRequest {
  public static let fullName = "paylyt.jobs.v1.UploadDeliverableRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__upload_deliverable_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    parent: String = "",
    fileName: String = "",
    contentType: String = "",
    sizeBytes: Int64 = 0,
    sha256: [UInt8] = [],
    content: [UInt8] = [],
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      parent: parent,
      fileName: fileName,
      contentType: contentType,
      sizeBytes: sizeBytes,
      sha256: sha256,
      content: content,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Jobs__V1__UploadDeliverableRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let parent: String = unsafe Wire.string(_c.pointee.parent)
    let fileName: String = unsafe Wire.string(_c.pointee.file_name)
    let contentType: String = unsafe Wire.string(_c.pointee.content_type)
    let sizeBytes: Int64 = unsafe _c.pointee.size_bytes
    let sha256: [UInt8] = unsafe Wire.array(_c.pointee.sha256.data, _c.pointee.sha256.len)
    let content: [UInt8] = unsafe Wire.array(_c.pointee.content.data, _c.pointee.content.len)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      parent: parent,
      fileName: fileName,
      contentType: contentType,
      sizeBytes: sizeBytes,
      sha256: sha256,
      content: content,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__jobs__v1__upload_deliverable_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.parent = arena.string(self.parent)
    unsafe c.pointee.file_name = arena.string(self.fileName)
    unsafe c.pointee.content_type = arena.string(self.contentType)
    unsafe c.pointee.size_bytes = self.sizeBytes
    unsafe c.pointee.sha256 = .init(len: self.sha256.count, data: arena.array(self.sha256))
    unsafe c.pointee.content = .init(len: self.content.count, data: arena.array(self.content))
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension GetDeliverableRequest {
  public static let fullName = "paylyt.jobs.v1.GetDeliverableRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__get_deliverable_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = ""
  ) {
    self.init(
      name: name,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Jobs__V1__GetDeliverableRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__jobs__v1__get_deliverable_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListDeliverablesRequest {
  public static let fullName = "paylyt.jobs.v1.ListDeliverablesRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__list_deliverables_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    parent: String = ""
  ) {
    self.init(
      parent: parent,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Jobs__V1__ListDeliverablesRequest.self)
    let parent: String = unsafe Wire.string(_c.pointee.parent)
    unsafe self.init(
      parent: parent,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__jobs__v1__list_deliverables_request__init, keeping: self.unknownFields)
    unsafe c.pointee.parent = arena.string(self.parent)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListDeliverablesResponse {
  public static let fullName = "paylyt.jobs.v1.ListDeliverablesResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__list_deliverables_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    deliverables: [Deliverable] = []
  ) {
    self.init(
      deliverables: deliverables,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Jobs__V1__ListDeliverablesResponse.self)
    let deliverables: [Deliverable] = unsafe Wire.array(_c.pointee.deliverables, _c.pointee.n_deliverables) { unsafe Wire.message($0) }
    unsafe self.init(
      deliverables: deliverables,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__jobs__v1__list_deliverables_response__init, keeping: self.unknownFields)
    unsafe c.pointee.deliverables = arena.array(self.deliverables) { unsafe arena.message($0) }
    unsafe c.pointee.n_deliverables = self.deliverables.count
    return UnsafeMutableRawPointer(c)
  }
}

extension DownloadDeliverableRequest {
  public static let fullName = "paylyt.jobs.v1.DownloadDeliverableRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__download_deliverable_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = ""
  ) {
    self.init(
      name: name,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Jobs__V1__DownloadDeliverableRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__jobs__v1__download_deliverable_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension DownloadDeliverableResponse {
  public static let fullName = "paylyt.jobs.v1.DownloadDeliverableResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__jobs__v1__download_deliverable_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    deliverable: Deliverable? = nil,
    content: [UInt8] = []
  ) {
    self.init(
      deliverable: deliverable,
      content: content,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Jobs__V1__DownloadDeliverableResponse.self)
    let deliverable: Deliverable? = unsafe Wire.messageIfPresent(_c.pointee.deliverable)
    let content: [UInt8] = unsafe Wire.array(_c.pointee.content.data, _c.pointee.content.len)
    unsafe self.init(
      deliverable: deliverable,
      content: content,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__jobs__v1__download_deliverable_response__init, keeping: self.unknownFields)
    unsafe c.pointee.deliverable = arena.messageIfPresent(self.deliverable)
    unsafe c.pointee.content = .init(len: self.content.count, data: arena.array(self.content))
    return UnsafeMutableRawPointer(c)
  }
}

extension UploadDeliverableRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let parentRule = TextRule(required: true, patterns: ["escrows/{uuid}/milestones/{number}"])
  private static let fileNameRule = TextRule(required: true, length: 0...200, patterns: ["[^/\\\\]+"])
  private static let contentTypeRule = TextRule(required: true, length: 0...100, patterns: ["[!-.0-~]+/[!-.0-~]+"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.parent, Self.parentRule, "parent")
    found.text(self.fileName, Self.fileNameRule, "file_name")
    found.text(self.contentType, Self.contentTypeRule, "content_type")
    found.number(self.sizeBytes, NumberRule(1...10485760), "size_bytes")
    found.bytes(self.sha256, 32...32, "sha256")
    found.bytes(self.content, 0...4194304, "content")
  }
}

extension GetDeliverableRequest {
  private static let nameRule = TextRule(required: true, patterns: ["escrows/{uuid}/deliverables/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension ListDeliverablesRequest {
  private static let parentRule = TextRule(required: true, patterns: ["escrows/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.parent, Self.parentRule, "parent")
  }
}

extension DownloadDeliverableRequest {
  private static let nameRule = TextRule(required: true, patterns: ["escrows/{uuid}/deliverables/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

/// The methods of `paylyt.jobs.v1.DeliverableService`.
public enum DeliverableServiceMethods {
  public static let serviceName = "paylyt.jobs.v1.DeliverableService"

  public static let uploadDeliverable = MethodDescriptor(
    service: serviceName,
    method: "UploadDeliverable",
    kind: .clientStreaming,
    requestType: "paylyt.jobs.v1.UploadDeliverableRequest",
    responseType: "paylyt.jobs.v1.Deliverable",
    options: MethodOptions(
      permission: "escrow.submit",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["DELIVERABLES_FULL", "ILLEGAL_TRANSITION", "NOT_THE_FREELANCER", "STREAMS_FULL"]))

  public static let getDeliverable = MethodDescriptor(
    service: serviceName,
    method: "GetDeliverable",
    kind: .unary,
    requestType: "paylyt.jobs.v1.GetDeliverableRequest",
    responseType: "paylyt.jobs.v1.Deliverable",
    options: MethodOptions(
      permission: "escrow.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let listDeliverables = MethodDescriptor(
    service: serviceName,
    method: "ListDeliverables",
    kind: .unary,
    requestType: "paylyt.jobs.v1.ListDeliverablesRequest",
    responseType: "paylyt.jobs.v1.ListDeliverablesResponse",
    options: MethodOptions(
      permission: "escrow.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let downloadDeliverable = MethodDescriptor(
    service: serviceName,
    method: "DownloadDeliverable",
    kind: .serverStreaming,
    requestType: "paylyt.jobs.v1.DownloadDeliverableRequest",
    responseType: "paylyt.jobs.v1.DownloadDeliverableResponse",
    options: MethodOptions(
      permission: "escrow.read",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["FILE_DAMAGED"]))

  public static let all: [MethodDescriptor] = [uploadDeliverable, getDeliverable, listDeliverables, downloadDeliverable]
}

extension DeliverableServiceMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(uploadDeliverable, UploadDeliverableRequest.self, Deliverable.self),
    MethodTypes(getDeliverable, GetDeliverableRequest.self, Deliverable.self),
    MethodTypes(listDeliverables, ListDeliverablesRequest.self, ListDeliverablesResponse.self),
    MethodTypes(downloadDeliverable, DownloadDeliverableRequest.self, DownloadDeliverableResponse.self),
  ]
}

/// The files that a freelancer delivers for a milestone of an escrow. The two parties and admins read
/// them.
public protocol DeliverableServiceHandler: RPCService {
  /// The freelancer sends in a file for a milestone that is open. The first message tells what comes,
  /// and may hold content; the ones after it hold content only. It counts when all of it came and has
  /// the hash that was told. SubmitMilestone then asks the client to look.
  ///
  /// `INVALID_FIELD`: what came does not have the `size_bytes` or `sha256` that were told, or did not
  /// come within an hour. `STREAMS_FULL`: the caller sends 8 files to one server already.
  func uploadDeliverable(
    _ requests: RequestStream<UploadDeliverableRequest>,
    _ context: ServerContext
  ) async throws -> Deliverable

  /// What is known of a file, without its content.
  func getDeliverable(
    _ request: GetDeliverableRequest,
    _ context: ServerContext
  ) async throws -> Deliverable

  /// Of one escrow or one of its milestones, oldest first.
  func listDeliverables(
    _ request: ListDeliverablesRequest,
    _ context: ServerContext
  ) async throws -> ListDeliverablesResponse

  /// A file in pieces; the first one comes with what is known of it.
  func downloadDeliverable(
    _ request: DownloadDeliverableRequest,
    _ responses: ResponseWriter<DownloadDeliverableResponse>,
    _ context: ServerContext
  ) async throws
}

extension DeliverableServiceHandler {
  public static var serviceName: String { DeliverableServiceMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(DeliverableServiceMethods.uploadDeliverable) { call, context in
        try call.respond(await self.uploadDeliverable(call.requests(UploadDeliverableRequest.self), context))
      },
      MethodBinding(DeliverableServiceMethods.getDeliverable) { call, context in
        let request = try call.request(GetDeliverableRequest.self)
        try call.respond(await self.getDeliverable(request, context))
      },
      MethodBinding(DeliverableServiceMethods.listDeliverables) { call, context in
        let request = try call.request(ListDeliverablesRequest.self)
        try call.respond(await self.listDeliverables(request, context))
      },
      MethodBinding(DeliverableServiceMethods.downloadDeliverable) { call, context in
        let request = try call.request(DownloadDeliverableRequest.self)
        try await self.downloadDeliverable(request, call.responses(DownloadDeliverableResponse.self), context)
      },
    ]
  }
}

/// The files that a freelancer delivers for a milestone of an escrow. The two parties and admins read
/// them.
public struct DeliverableServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// The freelancer sends in a file for a milestone that is open. The first message tells what comes,
  /// and may hold content; the ones after it hold content only. It counts when all of it came and has
  /// the hash that was told. SubmitMilestone then asks the client to look.
  ///
  /// `INVALID_FIELD`: what came does not have the `size_bytes` or `sha256` that were told, or did not
  /// come within an hour. `STREAMS_FULL`: the caller sends 8 files to one server already.
  public func uploadDeliverable(
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ClientStreamingCall<UploadDeliverableRequest, Deliverable> {
    try await rpcChannel.clientStreaming(DeliverableServiceMethods.uploadDeliverable, options)
  }

  /// What is known of a file, without its content.
  public func getDeliverable(
    _ request: GetDeliverableRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Deliverable {
    let response: UnaryResponse<Deliverable> =
      try await rpcChannel.unary(DeliverableServiceMethods.getDeliverable, request, options)
    return response.message
  }

  /// Of one escrow or one of its milestones, oldest first.
  public func listDeliverables(
    _ request: ListDeliverablesRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListDeliverablesResponse {
    let response: UnaryResponse<ListDeliverablesResponse> =
      try await rpcChannel.unary(DeliverableServiceMethods.listDeliverables, request, options)
    return response.message
  }

  /// A file in pieces; the first one comes with what is known of it.
  public func downloadDeliverable(
    _ request: DownloadDeliverableRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ResponseStream<DownloadDeliverableResponse> {
    try await rpcChannel.serverStreaming(DeliverableServiceMethods.downloadDeliverable, request, options)
  }
}
