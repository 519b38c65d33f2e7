extension Naming {
  /// Two names that are different in the proto and the same in Swift or C are refused here, with
  /// both places and the way out, rather than by a compiler that knows neither.
  func refuseClashes() throws(Refusal) {
    var types: [String: String] = [:]
    var cNames: [String: String] = [:]
    for file in schema.files where isOwn(file: file.name) {
      for message in file.messages {
        try claim(declaredName(of: message), for: message.fullName, in: &types)
        try refuseClashes(in: message, &cNames)
      }
      for type in file.enums {
        try claim(declaredName(of: type), for: type.fullName, in: &types)
      }
      for service in file.services {
        for suffix in ["Handler", "Methods", "Client"] {
          try claim(serviceName(service) + suffix, for: service.fullName, in: &types)
        }
      }
    }
  }

  private func claim(
    _ name: String, for fullName: String, in types: inout [String: String]
  ) throws(Refusal) {
    guard let other = types.updateValue(fullName, forKey: name) else { return }
    throw Refusal(
      "`\(other)` and `\(fullName)` would both be `\(name)` in the module \(options.module); "
        + "give one package a prefix with `Prefix=<package>:<prefix>`, or generate it into a "
        + "module of its own.")
  }

  private func refuseClashes(
    in message: ProtoMessage, _ cNames: inout [String: String]
  ) throws(Refusal) {
    if let other = cNames.updateValue(
      message.fullName, forKey: CNaming(message).initializer)
    {
      throw Refusal(
        "`\(other)` and `\(message.fullName)` have the same name in C; rename one of them.")
    }
    var members: [String: String] = [:]
    let names =
      message.fields.filter { if case .oneof = $0.presence { false } else { true } }
      .map { (propertyName(of: $0), $0.name) }
      + message.oneofs.map { (propertyName(of: $0), $0.name) }
    for (swift, proto) in names {
      if let other = members.updateValue(proto, forKey: swift) {
        throw Refusal(
          "`\(message.fullName)`: the fields `\(other)` and `\(proto)` would both be "
            + "`\(swift)` in Swift; rename one of them.")
      }
    }
    var nested: [String: String] = [:]
    for child in message.messages where !child.isMapEntry {
      try claim(declaredName(of: child), for: child.fullName, in: &nested)
    }
    for type in message.enums {
      try claim(declaredName(of: type), for: type.fullName, in: &nested)
    }
    for oneof in message.oneofs {
      try claim(typeName(of: oneof), for: "\(message.fullName).\(oneof.name)", in: &nested)
    }
    for child in message.messages { try refuseClashes(in: child, &cNames) }
  }
}
