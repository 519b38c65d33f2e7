// Generated from google/protobuf/api.proto by protoc-gen-paylyt. Do not edit.

import CStandardAPI
public import PayLytRPC

/// Api is a light-weight descriptor for an API Interface.
///
/// Interfaces are also described as "protocol buffer services" in some contexts,
/// such as by the "service" keyword in a .proto file, but they are different
/// from API Services, which represent a concrete implementation of an interface
/// as opposed to simply a description of methods and bindings. They are also
/// sometimes simply referred to as "APIs" in other contexts, such as the name of
/// this message itself. See https://cloud.google.com/apis/design/glossary for
/// detailed terminology.
public struct ProtoApi: WireMessage {
  /// The fully qualified name of this interface, including package name
  /// followed by the interface's simple name.
  public var name: String = ""
  /// The methods of this interface, in unspecified order.
  public var methods: [ProtoMethod] = []
  /// Any metadata attached to the interface.
  public var options: [ProtoOption] = []
  /// A version string for this interface. If specified, must have the form
  /// `major-version.minor-version`, as in `1.10`. If the minor version is
  /// omitted, it defaults to zero. If the entire version field is empty, the
  /// major version is derived from the package name, as outlined below. If the
  /// field is not empty, the version in the package name will be verified to be
  /// consistent with what is provided here.
  ///
  /// The versioning schema uses [semantic
  /// versioning](http://semver.org) where the major version number
  /// indicates a breaking change and the minor version an additive,
  /// non-breaking change. Both version numbers are signals to users
  /// what to expect from different versions, and should be carefully
  /// chosen based on the product plan.
  ///
  /// The major version is also reflected in the package name of the
  /// interface, which must end in `v<major-version>`, as in
  /// `google.feature.v1`. For major versions 0 and 1, the suffix can
  /// be omitted. Zero major versions must only be used for
  /// experimental, non-GA interfaces.
  public var version: String = ""
  /// Source context for the protocol buffer service represented by this
  /// message.
  public var sourceContext: ProtoSourceContext? = nil
  /// Included interfaces. See [Mixin][].
  public var mixins: [ProtoMixin] = []
  /// The source syntax of the service.
  public var syntax: ProtoSyntax = .proto2
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// Method represents a method of an API interface.
public struct ProtoMethod: WireMessage {
  /// The simple name of this method.
  public var name: String = ""
  /// A URL of the input message type.
  public var requestTypeURL: String = ""
  /// If true, the request is streamed.
  public var requestStreaming: Bool = false
  /// The URL of the output message type.
  public var responseTypeURL: String = ""
  /// If true, the response is streamed.
  public var responseStreaming: Bool = false
  /// Any metadata attached to the method.
  public var options: [ProtoOption] = []
  /// The source syntax of this method.
  public var syntax: ProtoSyntax = .proto2
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// Declares an API Interface to be included in this interface. The including
/// interface must redeclare all the methods from the included interface, but
/// documentation and options are inherited as follows:
///
/// - If after comment and whitespace stripping, the documentation
///   string of the redeclared method is empty, it will be inherited
///   from the original method.
///
/// - Each annotation belonging to the service config (http,
///   visibility) which is not set in the redeclared method will be
///   inherited.
///
/// - If an http annotation is inherited, the path pattern will be
///   modified as follows. Any version prefix will be replaced by the
///   version of the including interface plus the [root][] path if
///   specified.
///
/// Example of a simple mixin:
///
///     package google.acl.v1;
///     service AccessControl {
///       // Get the underlying ACL object.
///       rpc GetAcl(GetAclRequest) returns (Acl) {
///         option (google.api.http).get = "/v1/{resource=**}:getAcl";
///       }
///     }
///
///     package google.storage.v2;
///     service Storage {
///       rpc GetAcl(GetAclRequest) returns (Acl);
///
///       // Get a data record.
///       rpc GetData(GetDataRequest) returns (Data) {
///         option (google.api.http).get = "/v2/{resource=**}";
///       }
///     }
///
/// Example of a mixin configuration:
///
///     apis:
///     - name: google.storage.v2.Storage
///       mixins:
///       - name: google.acl.v1.AccessControl
///
/// The mixin construct implies that all methods in `AccessControl` are
/// also declared with same name and request/response types in
/// `Storage`. A documentation generator or annotation processor will
/// see the effective `Storage.GetAcl` method after inheriting
/// documentation and annotations as follows:
///
///     service Storage {
///       // Get the underlying ACL object.
///       rpc GetAcl(GetAclRequest) returns (Acl) {
///         option (google.api.http).get = "/v2/{resource=**}:getAcl";
///       }
///       ...
///     }
///
/// Note how the version in the path pattern changed from `v1` to `v2`.
///
/// If the `root` field in the mixin is specified, it should be a
/// relative path under which inherited HTTP paths are placed. Example:
///
///     apis:
///     - name: google.storage.v2.Storage
///       mixins:
///       - name: google.acl.v1.AccessControl
///         root: acls
///
/// This implies the following inherited HTTP annotation:
///
///     service Storage {
///       // Get the underlying ACL object.
///       rpc GetAcl(GetAclRequest) returns (Acl) {
///         option (google.api.http).get = "/v2/acls/{resource=**}:getAcl";
///       }
///       ...
///     }
public struct ProtoMixin: WireMessage {
  /// The fully qualified name of the interface which is included.
  public var name: String = ""
  /// If non-empty specifies a path under which inherited HTTP paths
  /// are rooted.
  public var root: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension ProtoApi {
  public static let fullName = "google.protobuf.Api"
  public static let wireLayout = unsafe WireLayout(google__protobuf__api__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    methods: [ProtoMethod] = [],
    options: [ProtoOption] = [],
    version: String = "",
    sourceContext: ProtoSourceContext? = nil,
    mixins: [ProtoMixin] = [],
    syntax: ProtoSyntax = .proto2
  ) {
    self.init(
      name: name,
      methods: methods,
      options: options,
      version: version,
      sourceContext: sourceContext,
      mixins: mixins,
      syntax: syntax,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Protobuf__Api.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let methods: [ProtoMethod] = unsafe Wire.array(_c.pointee.methods, _c.pointee.n_methods) { unsafe Wire.message($0) }
    let options: [ProtoOption] = unsafe Wire.array(_c.pointee.options, _c.pointee.n_options) { unsafe Wire.message($0) }
    let version: String = unsafe Wire.string(_c.pointee.version)
    let sourceContext: ProtoSourceContext? = unsafe Wire.messageIfPresent(_c.pointee.source_context)
    let mixins: [ProtoMixin] = unsafe Wire.array(_c.pointee.mixins, _c.pointee.n_mixins) { unsafe Wire.message($0) }
    let syntax: ProtoSyntax = unsafe ProtoSyntax(rawValue: _c.pointee.syntax)
    unsafe self.init(
      name: name,
      methods: methods,
      options: options,
      version: version,
      sourceContext: sourceContext,
      mixins: mixins,
      syntax: syntax,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__protobuf__api__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.methods = arena.array(self.methods) { unsafe arena.message($0) }
    unsafe c.pointee.n_methods = self.methods.count
    unsafe c.pointee.options = arena.array(self.options) { unsafe arena.message($0) }
    unsafe c.pointee.n_options = self.options.count
    unsafe c.pointee.version = arena.string(self.version)
    unsafe c.pointee.source_context = arena.messageIfPresent(self.sourceContext)
    unsafe c.pointee.mixins = arena.array(self.mixins) { unsafe arena.message($0) }
    unsafe c.pointee.n_mixins = self.mixins.count
    unsafe c.pointee.syntax = self.syntax.rawValue
    return UnsafeMutableRawPointer(c)
  }
}

extension ProtoMethod {
  public static let fullName = "google.protobuf.Method"
  public static let wireLayout = unsafe WireLayout(google__protobuf__method__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    requestTypeURL: String = "",
    requestStreaming: Bool = false,
    responseTypeURL: String = "",
    responseStreaming: Bool = false,
    options: [ProtoOption] = [],
    syntax: ProtoSyntax = .proto2
  ) {
    self.init(
      name: name,
      requestTypeURL: requestTypeURL,
      requestStreaming: requestStreaming,
      responseTypeURL: responseTypeURL,
      responseStreaming: responseStreaming,
      options: options,
      syntax: syntax,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Protobuf__Method.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let requestTypeURL: String = unsafe Wire.string(_c.pointee.request_type_url)
    let requestStreaming: Bool = unsafe _c.pointee.request_streaming != 0
    let responseTypeURL: String = unsafe Wire.string(_c.pointee.response_type_url)
    let responseStreaming: Bool = unsafe _c.pointee.response_streaming != 0
    let options: [ProtoOption] = unsafe Wire.array(_c.pointee.options, _c.pointee.n_options) { unsafe Wire.message($0) }
    let syntax: ProtoSyntax = unsafe ProtoSyntax(rawValue: _c.pointee.syntax)
    unsafe self.init(
      name: name,
      requestTypeURL: requestTypeURL,
      requestStreaming: requestStreaming,
      responseTypeURL: responseTypeURL,
      responseStreaming: responseStreaming,
      options: options,
      syntax: syntax,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__protobuf__method__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.request_type_url = arena.string(self.requestTypeURL)
    unsafe c.pointee.request_streaming = self.requestStreaming ? 1 : 0
    unsafe c.pointee.response_type_url = arena.string(self.responseTypeURL)
    unsafe c.pointee.response_streaming = self.responseStreaming ? 1 : 0
    unsafe c.pointee.options = arena.array(self.options) { unsafe arena.message($0) }
    unsafe c.pointee.n_options = self.options.count
    unsafe c.pointee.syntax = self.syntax.rawValue
    return UnsafeMutableRawPointer(c)
  }
}

extension ProtoMixin {
  public static let fullName = "google.protobuf.Mixin"
  public static let wireLayout = unsafe WireLayout(google__protobuf__mixin__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    root: String = ""
  ) {
    self.init(
      name: name,
      root: root,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Protobuf__Mixin.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let root: String = unsafe Wire.string(_c.pointee.root)
    unsafe self.init(
      name: name,
      root: root,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__protobuf__mixin__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.root = arena.string(self.root)
    return UnsafeMutableRawPointer(c)
  }
}
