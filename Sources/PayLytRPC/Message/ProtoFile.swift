/// One proto file of a generated module, as server reflection hands it out.
public struct ProtoFile: Sendable {
  /// An extension that the file declares.
  public struct Extension: Sendable, Equatable {
    public let fullName: String
    /// The message that is extended.
    public let extendee: String
    public let number: Int32

    public init(_ fullName: String, of extendee: String, number: Int32) {
      self.fullName = fullName
      self.extendee = extendee
      self.number = number
    }
  }

  /// The path by which other files import it: `paylyt/escrow/v1/escrow.proto`.
  public let name: String
  /// The paths that it imports.
  public let dependencies: [String]
  /// Full names of its messages, enums, services, methods, fields, oneofs, enum values and
  /// extensions.
  public let symbols: [String]
  /// Full names of its services.
  public let services: [String]
  public let extensions: [Extension]
  /// The serialized `google.protobuf.FileDescriptorProto`.
  public let bytes: [UInt8]

  /// - Parameter base64: the descriptor, RFC 4648 §4; generated code holds it so, because a
  ///   literal of numbers takes the compiler minutes.
  public init(
    name: String, dependencies: [String], symbols: [String], services: [String],
    extensions: [Extension], base64: StaticString
  ) {
    self.name = name
    self.dependencies = dependencies
    self.symbols = symbols
    self.services = services
    self.extensions = extensions
    guard let bytes = Base64.decode(base64.description.utf8) else {
      preconditionFailure("the generated descriptor of \(name) is no base64")
    }
    self.bytes = bytes
  }
}
