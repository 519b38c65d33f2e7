/// Every Swift name of the output. Printers ask here and nowhere else, so that a declaration and
/// its uses cannot disagree.
struct Naming {
  let schema: Schema
  let options: GeneratorOptions
  /// The files whose types belong to the module that is being written.
  private let ownFiles: Set<String>

  init(schema: Schema, options: GeneratorOptions, ownFiles: [String]) throws(Refusal) {
    self.schema = schema
    self.options = options
    self.ownFiles = Set(ownFiles)
    try refuseClashes()
  }

  // MARK: Modules

  func isOwn(file: String) -> Bool { ownFiles.contains(file) }

  /// The modules of a file that is imported; nil if the caller named none.
  func imported(file: String) -> GeneratorOptions.Import? {
    options.imports.last { file.hasPrefix($0.pathPrefix) }
  }

  // MARK: Types

  /// The type's name inside its own module: `Escrow.State`.
  func typeName(of message: ProtoMessage) throws(Refusal) -> String {
    try qualified(message.name, parent: message.parent, package: message.package, "Message")
  }

  func typeName(of type: ProtoEnum) throws(Refusal) -> String {
    try qualified(type.name, parent: type.parent, package: type.package, "Enum")
  }

  /// The type's name where it is declared: `State`.
  func declaredName(of message: ProtoMessage) -> String {
    simpleName(message.name, parent: message.parent, package: message.package, "Message")
  }

  func declaredName(of type: ProtoEnum) -> String {
    simpleName(type.name, parent: type.parent, package: type.package, "Enum")
  }

  /// How code inside the message `scope` writes the message `fullName`.
  func reference(message fullName: String, in scope: ProtoMessage?) throws(Refusal) -> String {
    let message = try schema.message(fullName)
    return try reference(
      try typeName(of: message), fullName: fullName, file: message.file, in: scope)
  }

  func reference(enum fullName: String, in scope: ProtoMessage?) throws(Refusal) -> String {
    let type = try schema.enumeration(fullName)
    return try reference(try typeName(of: type), fullName: fullName, file: type.file, in: scope)
  }

  private func reference(
    _ name: String, fullName: String, file: String, in scope: ProtoMessage?
  ) throws(Refusal) -> String {
    guard isOwn(file: file) else {
      guard let imported = imported(file: file) else {
        throw Refusal(
          "`\(fullName)` comes from \(file), which is neither generated in this run nor mapped to "
            + "a module; add `Import=\(file):<module>:<C module>`.")
      }
      guard schema.filesByName[file]?.syntax == "proto3" else {
        throw Refusal(
          "`\(fullName)` from \(file) is proto2, for which there is no Swift type; declare a proto3 "
            + "message of your own instead.")
      }
      return "\(imported.module).\(name)"
    }
    // A nested type of the same name would be found first.
    let first = name.prefix { $0 != "." }
    var outer = scope
    while let message = outer {
      if nestedTypeNames(of: message).contains(String(first)) { return "\(options.module).\(name)" }
      outer = message.parent.flatMap { schema.messages[$0] }
    }
    return name
  }

  private func qualified(
    _ name: String, parent: String?, package: String, _ suffix: String
  ) throws(Refusal) -> String {
    let name = simpleName(name, parent: parent, package: package, suffix)
    guard let parent else { return name }
    return "\(try typeName(of: try schema.message(parent))).\(name)"
  }

  private func simpleName(
    _ name: String, parent: String?, package: String, _ suffix: String
  ) -> String {
    let swift = parent == nil ? prefixed(name, package) : Self.capitalized(name)
    return Self.reservedTypeNames.contains(swift) ? swift + suffix : swift
  }

  private func nestedTypeNames(of message: ProtoMessage) -> [String] {
    message.messages.filter { !$0.isMapEntry }.map(declaredName)
      + message.enums.map(declaredName) + message.oneofs.map(typeName)
  }

  /// The enum that holds a oneof's value.
  func typeName(of oneof: ProtoOneof) -> String { SwiftWords.upperCamel(oneof.name) + "Oneof" }

  // MARK: Members

  func propertyName(of field: ProtoField) -> String { memberName(field.name) }

  func propertyName(of oneof: ProtoOneof) -> String { memberName(oneof.name) }

  private func memberName(_ name: String) -> String {
    let camel = SwiftWords.lowerCamel(name)
    return Self.reservedMemberNames.contains(camel) ? camel + "_" : SwiftWords.escaped(camel)
  }

  /// The case of its oneof's enum for a field.
  func caseName(of field: ProtoField) -> String {
    let camel = SwiftWords.lowerCamel(field.name)
    // A oneof is held as an optional, whose own cases these are.
    return ["none", "some", "self", "init"].contains(camel)
      ? camel + "_" : SwiftWords.escaped(camel)
  }

  /// The names of an enum's values, in their order; what all of them begin with is left out.
  func caseNames(of type: ProtoEnum) -> [String] {
    let prefix = type.name.filter { $0 != "_" }.lowercased()
    let short = type.values.map { Self.stripped($0.name, of: prefix) }
    let names = short.compactMap { $0 }.map(SwiftWords.lowerCamel)
    let isUsable =
      names.count == short.count && Set(names).count == names.count
      && !names.contains { $0.hasPrefix("_") }
    let chosen = isUsable ? names : type.values.map { SwiftWords.lowerCamel($0.name) }
    // `MOO` and `moo` are two names in a proto; the second keeps its spelling, or gets a suffix.
    var taken: Set<String> = []
    return zip(chosen, type.values).map { name, value in
      var name = Self.reservedCaseNames.contains(name) ? name + "_" : name
      if taken.contains(name) { name = value.name }
      while !taken.insert(name).inserted { name += "_" }
      return SwiftWords.escaped(name)
    }
  }

  /// `name` without a beginning that spells `prefix`, whatever the case and the underscores.
  private static func stripped(_ name: String, of prefix: String) -> String? {
    var remaining = prefix[...]
    var rest = name[...]
    while !remaining.isEmpty {
      guard let character = rest.popFirst() else { return nil }
      if character == "_" { continue }
      guard character.lowercased() == String(remaining.removeFirst()) else { return nil }
    }
    // The prefix must end where a word ends.
    guard rest.first == "_" else { return nil }
    return rest.contains { $0 != "_" } ? String(rest) : nil
  }

  // MARK: Services

  func serviceName(_ service: ProtoService) -> String {
    prefixed(service.name, service.package)
  }

  /// A name that is its package's prefix already stands alone.
  private func prefixed(_ name: String, _ package: String) -> String {
    let prefix = options.prefixes[package] ?? ""
    return name == prefix ? name : prefix + Self.capitalized(name)
  }

  private static func capitalized(_ name: String) -> String {
    name.prefix(1).uppercased() + name.dropFirst()
  }

  func functionName(_ method: ProtoMethod) -> String {
    let camel = method.name.prefix(1).lowercased() + method.name.dropFirst()
    return Self.reservedFunctionNames.contains(camel) ? camel + "_" : SwiftWords.escaped(camel)
  }

  // MARK: Reserved

  /// Names that generated code uses for something else; a type called so gets a suffix.
  private static let reservedTypeNames: Set<String> = [
    "Any", "AnyObject", "Array", "Arena", "BidirectionalCall", "Bool", "Boxed", "CallOptions",
    "Channel", "ClientStreamingCall", "Dictionary", "Double", "Equatable", "Error", "Float",
    "Hashable", "Int", "Int32", "Int64", "MethodBinding", "MethodDescriptor", "MethodOptions",
    "MethodTypes", "Never", "Optional", "ProtoFile", "Protocol", "RPCError", "RPCService",
    "RequestStream",
    "ResponseStream", "ResponseWriter", "Self", "Sendable", "ServerContext", "StaticString",
    "String", "Swift", "Type", "UInt32", "UInt64", "UInt8", "UnaryResponse", "UnknownFields",
    "UnsafeMutableRawPointer", "UnsafeRawPointer", "Void", "Wire", "WireEnum", "WireError",
    "WireLayout", "WireMessage",
  ]
  private static let reservedMemberNames: Set<String> = [
    "init", "pack", "self", "unknownFields", "wireBytes",
  ]
  private static let reservedCaseNames: Set<String> = [
    "allCases", "hashValue", "init", "rawValue", "self", "unrecognized",
  ]
  private static let reservedFunctionNames: Set<String> = [
    "all", "init", "methods", "self", "serviceName", "types",
  ]
}
