// Generated from grpc/reflection/v1alpha/reflection.proto by protoc-gen-paylyt. Do not edit.

import CStandardAPI
public import PayLytRPC

public struct AlphaServerReflectionRequest: WireMessage {
  public var host: String = ""
  public var messageRequest: MessageRequestOneof? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    host: String = "",
    messageRequest: MessageRequestOneof? = nil
  ) {
    self.host = host
    self.messageRequest = messageRequest
  }

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
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    containingType: String = "",
    extensionNumber: Int32 = 0
  ) {
    self.containingType = containingType
    self.extensionNumber = extensionNumber
  }
}

public struct AlphaServerReflectionResponse: WireMessage {
  public var validHost: String = ""
  public var originalRequest: AlphaServerReflectionRequest? = nil
  public var messageResponse: MessageResponseOneof? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    validHost: String = "",
    originalRequest: AlphaServerReflectionRequest? = nil,
    messageResponse: MessageResponseOneof? = nil
  ) {
    self.validHost = validHost
    self.originalRequest = originalRequest
    self.messageResponse = messageResponse
  }

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
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    fileDescriptorProto: [[UInt8]] = []
  ) {
    self.fileDescriptorProto = fileDescriptorProto
  }
}

public struct AlphaExtensionNumberResponse: WireMessage {
  public var baseTypeName: String = ""
  public var extensionNumber: [Int32] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    baseTypeName: String = "",
    extensionNumber: [Int32] = []
  ) {
    self.baseTypeName = baseTypeName
    self.extensionNumber = extensionNumber
  }
}

public struct AlphaListServiceResponse: WireMessage {
  public var service: [AlphaServiceResponse] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    service: [AlphaServiceResponse] = []
  ) {
    self.service = service
  }
}

public struct AlphaServiceResponse: WireMessage {
  /// The full name of the service.
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    name: String = ""
  ) {
    self.name = name
  }
}

public struct AlphaErrorResponse: WireMessage {
  /// A number of `google.rpc.Code`.
  public var errorCode: Int32 = 0
  public var errorMessage: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    errorCode: Int32 = 0,
    errorMessage: String = ""
  ) {
    self.errorCode = errorCode
    self.errorMessage = errorMessage
  }
}

extension AlphaServerReflectionRequest {
  public static let fullName = "grpc.reflection.v1alpha.ServerReflectionRequest"
  public static let wireLayout = unsafe WireLayout(grpc__reflection__v1alpha__server_reflection_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Reflection__V1alpha__ServerReflectionRequest.self)
    unsafe self.host = Wire.string(c.pointee.host)
    switch unsafe c.pointee.message_request_case.rawValue {
    case 3:
      unsafe self.messageRequest = .fileByFilename(Wire.string(c.pointee.file_by_filename))
    case 4:
      unsafe self.messageRequest = .fileContainingSymbol(Wire.string(c.pointee.file_containing_symbol))
    case 5:
      unsafe self.messageRequest = .fileContainingExtension(Wire.message(c.pointee.file_containing_extension))
    case 6:
      unsafe self.messageRequest = .allExtensionNumbersOfType(Wire.string(c.pointee.all_extension_numbers_of_type))
    case 7:
      unsafe self.messageRequest = .listServices(Wire.string(c.pointee.list_services))
    default: self.messageRequest = nil
    }
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Reflection__V1alpha__ExtensionRequest.self)
    unsafe self.containingType = Wire.string(c.pointee.containing_type)
    unsafe self.extensionNumber = c.pointee.extension_number
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Reflection__V1alpha__ServerReflectionResponse.self)
    unsafe self.validHost = Wire.string(c.pointee.valid_host)
    unsafe self.originalRequest = Wire.messageIfPresent(c.pointee.original_request)
    switch unsafe c.pointee.message_response_case.rawValue {
    case 4:
      unsafe self.messageResponse = .fileDescriptorResponse(Wire.message(c.pointee.file_descriptor_response))
    case 5:
      unsafe self.messageResponse = .allExtensionNumbersResponse(Wire.message(c.pointee.all_extension_numbers_response))
    case 6:
      unsafe self.messageResponse = .listServicesResponse(Wire.message(c.pointee.list_services_response))
    case 7:
      unsafe self.messageResponse = .errorResponse(Wire.message(c.pointee.error_response))
    default: self.messageResponse = nil
    }
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Reflection__V1alpha__FileDescriptorResponse.self)
    unsafe self.fileDescriptorProto = Wire.array(c.pointee.file_descriptor_proto, c.pointee.n_file_descriptor_proto) { unsafe Wire.array($0.data, $0.len) }
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Reflection__V1alpha__ExtensionNumberResponse.self)
    unsafe self.baseTypeName = Wire.string(c.pointee.base_type_name)
    unsafe self.extensionNumber = Wire.array(c.pointee.extension_number, c.pointee.n_extension_number)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Reflection__V1alpha__ListServiceResponse.self)
    unsafe self.service = Wire.array(c.pointee.service, c.pointee.n_service) { unsafe Wire.message($0) }
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Reflection__V1alpha__ServiceResponse.self)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Reflection__V1alpha__ErrorResponse.self)
    unsafe self.errorCode = c.pointee.error_code
    unsafe self.errorMessage = Wire.string(c.pointee.error_message)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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
