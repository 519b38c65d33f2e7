/// What the caller asks for with `--paylyt_opt`, comma separated and each repeatable:
///
/// - `Module=EscrowAPI`: the Swift module that the output belongs to.
/// - `CModule=CEscrowAPI`: the module with protoc-c's code for the same files.
/// - `Import=common/:CommonAPI:CCommonAPI`: files whose path starts so live in those modules.
/// - `Prefix=acme.common.v1:Common`: what Swift names of that package's types begin with.
/// - `Visibility=public` (the default), `package` or `internal`.
struct GeneratorOptions: Equatable {
  struct Import: Equatable {
    let pathPrefix: String
    let module: String
    let cModule: String
  }

  enum Visibility: String {
    case `public`, package, `internal`

    /// Before a declaration: `public `, or nothing.
    var modifier: String {
      switch self {
      case .public, .package: rawValue + " "
      case .internal: ""
      }
    }
  }

  var module = ""
  var cModule = ""
  /// The last one that fits a path wins, so that a caller overrides what is built in.
  var imports = ["google/protobuf/", "google/rpc/", "grpc/"].map {
    Import(pathPrefix: $0, module: "StandardAPI", cModule: "CStandardAPI")
  }
  var prefixes = [
    "google.protobuf": "Proto", "google.rpc": "Google", "grpc.channelz.v1": "Channelz",
    "grpc.reflection.v1alpha": "Alpha",
  ]
  var visibility = Visibility.public

  init(parameter: String) throws(Refusal) {
    for option in parameter.split(separator: ",") {
      let pair = option.split(separator: "=", maxSplits: 1).map(String.init)
      guard pair.count == 2 else {
        throw Refusal("The option `\(option)` has no value; write `Name=value`.")
      }
      try set(pair[0], to: pair[1])
    }
    guard !module.isEmpty, !cModule.isEmpty else {
      throw Refusal(
        "Name the modules: `--paylyt_opt=Module=EscrowAPI,CModule=CEscrowAPI`.")
    }
  }

  private mutating func set(_ name: String, to value: String) throws(Refusal) {
    let parts = value.split(separator: ":").map(String.init)
    switch name {
    case "Module": module = value
    case "CModule": cModule = value
    case "Import":
      guard parts.count == 3 else {
        throw Refusal("`Import=\(value)`: write `Import=<path prefix>:<module>:<C module>`.")
      }
      imports.append(Import(pathPrefix: parts[0], module: parts[1], cModule: parts[2]))
    case "Prefix":
      guard parts.count == 2 else {
        throw Refusal("`Prefix=\(value)`: write `Prefix=<proto package>:<prefix>`.")
      }
      prefixes[parts[0]] = parts[1]
    case "Visibility":
      guard let visibility = Visibility(rawValue: value) else {
        throw Refusal("`Visibility=\(value)`: write public, package or internal.")
      }
      self.visibility = visibility
    default:
      throw Refusal(
        "The option `\(name)` is unknown; there are Module, CModule, Import, Prefix, Visibility.")
    }
  }
}
