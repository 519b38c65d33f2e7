// Generated from grpc/reflection/v1alpha/reflection.proto by protoc-gen-paylyt. Do not edit.

import CStandardAPI
public import PayLytRPC

public struct AlphaServerReflectionRequest: WireMessage {
  public var host: String = ""
  public var messageRequest: MessageRequestOneof? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum MessageRequestOneof: Sendable, Equatable {
    /// The path of a proto file.
    case fileByFilename(String)
    /// The full name of a service, method, message, enum, field or extension.
    case fileContainingSymbol(String)
    case fileContainingExtension(AlphaExtensionRequest)
    /// The full name of the message that is extended.
    case allExtensionNumbersOfType(String)
    /// The content is ignored.
    case listServices(String)
  }
}

public struct AlphaExtensionRequest: WireMessage {
  /// The full name of the message that is extended.
  public var containingType: String = ""
  public var extensionNumber: Int32 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct AlphaServerReflectionResponse: WireMessage {
  public var validHost: String = ""
  public var originalRequest: AlphaServerReflectionRequest? = nil
  public var messageResponse: MessageResponseOneof? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum MessageResponseOneof: Sendable, Equatable {
    /// For all three requests for a file.
    case fileDescriptorResponse(AlphaFileDescriptorResponse)
    case allExtensionNumbersResponse(AlphaExtensionNumberResponse)
    case listServicesResponse(AlphaListServiceResponse)
    case errorResponse(AlphaErrorResponse)
  }
}

/// A file and, as far as they were not sent before on this stream, the files that it imports.
public struct AlphaFileDescriptorResponse: WireMessage {
  /// Serialized `google.protobuf.FileDescriptorProto`.
  public var fileDescriptorProto: [[UInt8]] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct AlphaExtensionNumberResponse: WireMessage {
  public var baseTypeName: String = ""
  public var extensionNumber: [Int32] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct AlphaListServiceResponse: WireMessage {
  public var service: [AlphaServiceResponse] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct AlphaServiceResponse: WireMessage {
  /// The full name of the service.
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct AlphaErrorResponse: WireMessage {
  /// A number of `google.rpc.Code`.
  public var errorCode: Int32 = 0
  public var errorMessage: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension AlphaServerReflectionRequest {
  public static let fullName = "grpc.reflection.v1alpha.ServerReflectionRequest"
  public static let wireLayout = unsafe WireLayout(grpc__reflection__v1alpha__server_reflection_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    host: String = "",
    messageRequest: MessageRequestOneof? = nil
  ) {
    self.init(
      host: host,
      messageRequest: messageRequest,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Reflection__V1alpha__ServerReflectionRequest.self)
    let host: String = unsafe Wire.string(_c.pointee.host)
    let messageRequest: MessageRequestOneof?
    switch unsafe _c.pointee.message_request_case.rawValue {
    case 3:
      messageRequest = unsafe .fileByFilename(Wire.string(_c.pointee.file_by_filename))
    case 4:
      messageRequest = unsafe .fileContainingSymbol(Wire.string(_c.pointee.file_containing_symbol))
    case 5:
      messageRequest = unsafe .fileContainingExtension(Wire.message(_c.pointee.file_containing_extension))
    case 6:
      messageRequest = unsafe .allExtensionNumbersOfType(Wire.string(_c.pointee.all_extension_numbers_of_type))
    case 7:
      messageRequest = unsafe .listServices(Wire.string(_c.pointee.list_services))
    default: messageRequest = nil
    }
    unsafe self.init(
      host: host,
      messageRequest: messageRequest,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__reflection__v1alpha__server_reflection_request__init, keeping: self.unknownFields)
    unsafe c.pointee.host = arena.string(self.host)
    switch self.messageRequest {
    case .fileByFilename(let value)?:
      unsafe c.pointee.message_request_case = .init(rawValue: 3)
      unsafe c.pointee.file_by_filename = arena.string(value)
    case .fileContainingSymbol(let value)?:
      unsafe c.pointee.message_request_case = .init(rawValue: 4)
      unsafe c.pointee.file_containing_symbol = arena.string(value)
    case .fileContainingExtension(let value)?:
      unsafe c.pointee.message_request_case = .init(rawValue: 5)
      unsafe c.pointee.file_containing_extension = arena.message(value)
    case .allExtensionNumbersOfType(let value)?:
      unsafe c.pointee.message_request_case = .init(rawValue: 6)
      unsafe c.pointee.all_extension_numbers_of_type = arena.string(value)
    case .listServices(let value)?:
      unsafe c.pointee.message_request_case = .init(rawValue: 7)
      unsafe c.pointee.list_services = arena.string(value)
    case nil: break
    }
    return UnsafeMutableRawPointer(c)
  }
}

extension AlphaExtensionRequest {
  public static let fullName = "grpc.reflection.v1alpha.ExtensionRequest"
  public static let wireLayout = unsafe WireLayout(grpc__reflection__v1alpha__extension_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    containingType: String = "",
    extensionNumber: Int32 = 0
  ) {
    self.init(
      containingType: containingType,
      extensionNumber: extensionNumber,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Reflection__V1alpha__ExtensionRequest.self)
    let containingType: String = unsafe Wire.string(_c.pointee.containing_type)
    let extensionNumber: Int32 = unsafe _c.pointee.extension_number
    unsafe self.init(
      containingType: containingType,
      extensionNumber: extensionNumber,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__reflection__v1alpha__extension_request__init, keeping: self.unknownFields)
    unsafe c.pointee.containing_type = arena.string(self.containingType)
    unsafe c.pointee.extension_number = self.extensionNumber
    return UnsafeMutableRawPointer(c)
  }
}

extension AlphaServerReflectionResponse {
  public static let fullName = "grpc.reflection.v1alpha.ServerReflectionResponse"
  public static let wireLayout = unsafe WireLayout(grpc__reflection__v1alpha__server_reflection_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    validHost: String = "",
    originalRequest: AlphaServerReflectionRequest? = nil,
    messageResponse: MessageResponseOneof? = nil
  ) {
    self.init(
      validHost: validHost,
      originalRequest: originalRequest,
      messageResponse: messageResponse,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Reflection__V1alpha__ServerReflectionResponse.self)
    let validHost: String = unsafe Wire.string(_c.pointee.valid_host)
    let originalRequest: AlphaServerReflectionRequest? = unsafe Wire.messageIfPresent(_c.pointee.original_request)
    let messageResponse: MessageResponseOneof?
    switch unsafe _c.pointee.message_response_case.rawValue {
    case 4:
      messageResponse = unsafe .fileDescriptorResponse(Wire.message(_c.pointee.file_descriptor_response))
    case 5:
      messageResponse = unsafe .allExtensionNumbersResponse(Wire.message(_c.pointee.all_extension_numbers_response))
    case 6:
      messageResponse = unsafe .listServicesResponse(Wire.message(_c.pointee.list_services_response))
    case 7:
      messageResponse = unsafe .errorResponse(Wire.message(_c.pointee.error_response))
    default: messageResponse = nil
    }
    unsafe self.init(
      validHost: validHost,
      originalRequest: originalRequest,
      messageResponse: messageResponse,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__reflection__v1alpha__server_reflection_response__init, keeping: self.unknownFields)
    unsafe c.pointee.valid_host = arena.string(self.validHost)
    unsafe c.pointee.original_request = arena.messageIfPresent(self.originalRequest)
    switch self.messageResponse {
    case .fileDescriptorResponse(let value)?:
      unsafe c.pointee.message_response_case = .init(rawValue: 4)
      unsafe c.pointee.file_descriptor_response = arena.message(value)
    case .allExtensionNumbersResponse(let value)?:
      unsafe c.pointee.message_response_case = .init(rawValue: 5)
      unsafe c.pointee.all_extension_numbers_response = arena.message(value)
    case .listServicesResponse(let value)?:
      unsafe c.pointee.message_response_case = .init(rawValue: 6)
      unsafe c.pointee.list_services_response = arena.message(value)
    case .errorResponse(let value)?:
      unsafe c.pointee.message_response_case = .init(rawValue: 7)
      unsafe c.pointee.error_response = arena.message(value)
    case nil: break
    }
    return UnsafeMutableRawPointer(c)
  }
}

extension AlphaFileDescriptorResponse {
  public static let fullName = "grpc.reflection.v1alpha.FileDescriptorResponse"
  public static let wireLayout = unsafe WireLayout(grpc__reflection__v1alpha__file_descriptor_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    fileDescriptorProto: [[UInt8]] = []
  ) {
    self.init(
      fileDescriptorProto: fileDescriptorProto,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Reflection__V1alpha__FileDescriptorResponse.self)
    let fileDescriptorProto: [[UInt8]] = unsafe Wire.array(_c.pointee.file_descriptor_proto, _c.pointee.n_file_descriptor_proto) { unsafe Wire.array($0.data, $0.len) }
    unsafe self.init(
      fileDescriptorProto: fileDescriptorProto,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__reflection__v1alpha__file_descriptor_response__init, keeping: self.unknownFields)
    unsafe c.pointee.file_descriptor_proto = arena.array(self.fileDescriptorProto) { unsafe .init(len: $0.count, data: arena.array($0)) }
    unsafe c.pointee.n_file_descriptor_proto = self.fileDescriptorProto.count
    return UnsafeMutableRawPointer(c)
  }
}

extension AlphaExtensionNumberResponse {
  public static let fullName = "grpc.reflection.v1alpha.ExtensionNumberResponse"
  public static let wireLayout = unsafe WireLayout(grpc__reflection__v1alpha__extension_number_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    baseTypeName: String = "",
    extensionNumber: [Int32] = []
  ) {
    self.init(
      baseTypeName: baseTypeName,
      extensionNumber: extensionNumber,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Reflection__V1alpha__ExtensionNumberResponse.self)
    let baseTypeName: String = unsafe Wire.string(_c.pointee.base_type_name)
    let extensionNumber: [Int32] = unsafe Wire.array(_c.pointee.extension_number, _c.pointee.n_extension_number)
    unsafe self.init(
      baseTypeName: baseTypeName,
      extensionNumber: extensionNumber,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__reflection__v1alpha__extension_number_response__init, keeping: self.unknownFields)
    unsafe c.pointee.base_type_name = arena.string(self.baseTypeName)
    unsafe c.pointee.extension_number = arena.array(self.extensionNumber)
    unsafe c.pointee.n_extension_number = self.extensionNumber.count
    return UnsafeMutableRawPointer(c)
  }
}

extension AlphaListServiceResponse {
  public static let fullName = "grpc.reflection.v1alpha.ListServiceResponse"
  public static let wireLayout = unsafe WireLayout(grpc__reflection__v1alpha__list_service_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    service: [AlphaServiceResponse] = []
  ) {
    self.init(
      service: service,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Reflection__V1alpha__ListServiceResponse.self)
    let service: [AlphaServiceResponse] = unsafe Wire.array(_c.pointee.service, _c.pointee.n_service) { unsafe Wire.message($0) }
    unsafe self.init(
      service: service,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__reflection__v1alpha__list_service_response__init, keeping: self.unknownFields)
    unsafe c.pointee.service = arena.array(self.service) { unsafe arena.message($0) }
    unsafe c.pointee.n_service = self.service.count
    return UnsafeMutableRawPointer(c)
  }
}

extension AlphaServiceResponse {
  public static let fullName = "grpc.reflection.v1alpha.ServiceResponse"
  public static let wireLayout = unsafe WireLayout(grpc__reflection__v1alpha__service_response__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Reflection__V1alpha__ServiceResponse.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__reflection__v1alpha__service_response__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension AlphaErrorResponse {
  public static let fullName = "grpc.reflection.v1alpha.ErrorResponse"
  public static let wireLayout = unsafe WireLayout(grpc__reflection__v1alpha__error_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    errorCode: Int32 = 0,
    errorMessage: String = ""
  ) {
    self.init(
      errorCode: errorCode,
      errorMessage: errorMessage,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Reflection__V1alpha__ErrorResponse.self)
    let errorCode: Int32 = unsafe _c.pointee.error_code
    let errorMessage: String = unsafe Wire.string(_c.pointee.error_message)
    unsafe self.init(
      errorCode: errorCode,
      errorMessage: errorMessage,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__reflection__v1alpha__error_response__init, keeping: self.unknownFields)
    unsafe c.pointee.error_code = self.errorCode
    unsafe c.pointee.error_message = arena.string(self.errorMessage)
    return UnsafeMutableRawPointer(c)
  }
}

/// The methods of `grpc.reflection.v1alpha.ServerReflection`.
public enum AlphaServerReflectionMethods {
  public static let serviceName = "grpc.reflection.v1alpha.ServerReflection"

  public static let serverReflectionInfo = MethodDescriptor(
    service: serviceName,
    method: "ServerReflectionInfo",
    kind: .bidirectional,
    requestType: "grpc.reflection.v1alpha.ServerReflectionRequest",
    responseType: "grpc.reflection.v1alpha.ServerReflectionResponse",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let all: [MethodDescriptor] = [serverReflectionInfo]
}

extension AlphaServerReflectionMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(serverReflectionInfo, AlphaServerReflectionRequest.self, AlphaServerReflectionResponse.self),
  ]
}

public protocol AlphaServerReflectionHandler: RPCService {
  /// Each request is answered by one response, in order.
  func serverReflectionInfo(
    _ requests: RequestStream<AlphaServerReflectionRequest>,
    _ responses: ResponseWriter<AlphaServerReflectionResponse>,
    _ context: ServerContext
  ) async throws
}

extension AlphaServerReflectionHandler {
  public static var serviceName: String { AlphaServerReflectionMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(AlphaServerReflectionMethods.serverReflectionInfo) { call, context in
        try await self.serverReflectionInfo(call.requests(AlphaServerReflectionRequest.self), call.responses(AlphaServerReflectionResponse.self), context)
      },
    ]
  }
}

public struct AlphaServerReflectionClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// Each request is answered by one response, in order.
  public func serverReflectionInfo(
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> BidirectionalCall<AlphaServerReflectionRequest, AlphaServerReflectionResponse> {
    try await rpcChannel.bidirectional(AlphaServerReflectionMethods.serverReflectionInfo, options)
  }
}
