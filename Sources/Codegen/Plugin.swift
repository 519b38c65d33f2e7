import CPluginAPI
import CProtobufC

/// The conversation with protoc (google/protobuf/compiler/plugin.proto): one request in, one
/// response out.
enum Plugin {
  struct Output: Equatable {
    let name: String
    let content: String
  }

  /// FEATURE_PROTO3_OPTIONAL: without it protoc refuses files with `optional` by itself.
  private static let supportedFeatures: UInt64 = 1

  /// - Parameter request: a serialized CodeGeneratorRequest.
  /// - Returns: the serialized CodeGeneratorResponse, which holds a refusal too: protoc prints it.
  /// - Throws: when the bytes are no request, so that there is nobody to answer.
  static func respond(to request: [UInt8]) throws(Refusal) -> [UInt8] {
    response(try outputs(for: request))
  }

  /// The files that `request` asks for, or why there are none.
  static func outputs(
    for request: [UInt8]
  ) throws(Refusal) -> Result<[Output], Refusal> {
    let result = try unsafe withUnpacked(
      request, descriptor(), as: Google__Protobuf__Compiler__CodeGeneratorRequest.self
    ) { request throws(Refusal) in
      Result { () throws(Refusal) in try unsafe outputs(for: request) }
    }
    guard let result else {
      throw Refusal("Standard input holds no CodeGeneratorRequest; let protoc start this program.")
    }
    return result
  }

  private static func outputs(
    for request: Google__Protobuf__Compiler__CodeGeneratorRequest
  ) throws(Refusal) -> [Output] {
    let options = try GeneratorOptions(parameter: unsafe text(request.parameter))
    let files = unsafe values(request.proto_file, request.n_proto_file).map {
      unsafe SchemaReader.read($0)
    }
    let schema = Schema(files: files)
    let ownFiles = unsafe texts(request.file_to_generate, request.n_file_to_generate)
    let naming = try Naming(schema: schema, options: options, ownFiles: ownFiles)
    var outputs: [Output] = []
    for name in ownFiles {
      guard let file = schema.filesByName[name] else {
        throw Refusal("protoc asked for \(name) and did not send it.")
      }
      let printer = try FilePrinter(file, naming)
      guard let content = try printer.print() else { continue }
      outputs.append(Output(name: printer.outputName, content: content))
    }
    let descriptors = DescriptorsPrinter(naming)
    outputs.append(Output(name: descriptors.outputName, content: descriptors.print()))
    let comments = CommentsPrinter(naming)
    outputs.append(Output(name: comments.outputName, content: comments.print()))
    return outputs
  }

  private static func response(_ result: Result<[Output], Refusal>) -> [UInt8] {
    let heap = CHeap()
    var response = unsafe Google__Protobuf__Compiler__CodeGeneratorResponse()
    unsafe google__protobuf__compiler__code_generator_response__init(&response)
    unsafe response.has_supported_features = 1
    unsafe response.supported_features = supportedFeatures
    switch result {
    case .failure(let refusal):
      unsafe response.error = heap.string(refusal.message)
    case .success(let outputs):
      let files = unsafe outputs.map { output in
        var file = unsafe Google__Protobuf__Compiler__CodeGeneratorResponse__File()
        unsafe google__protobuf__compiler__code_generator_response__file__init(&file)
        unsafe file.name = heap.string(output.name)
        unsafe file.content = heap.string(output.content)
        return unsafe file
      }
      unsafe response.file = heap.pointers(files)
      unsafe response.n_file = files.count
    }
    return unsafe packed(response)
  }

  private static func descriptor() -> UnsafePointer<ProtobufCMessageDescriptor>? {
    var request = unsafe Google__Protobuf__Compiler__CodeGeneratorRequest()
    unsafe google__protobuf__compiler__code_generator_request__init(&request)
    return unsafe request.base.descriptor
  }
}
