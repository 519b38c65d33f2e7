/// The style of PayLyt's protos: buf's STANDARD rules, and what all services of ours share
/// (docs/PROTOS.md). Files of other packages are contracts of other people and are not looked at.
struct ProtoLint {
  private let schema: Schema
  private var findings: [Finding] = []

  /// Whose style it is.
  static let packagePrefix = "paylyt."

  /// What does not keep to the style, in the order of files.
  static func findings(in schema: Schema) -> [Finding] {
    var lint = ProtoLint(schema: schema)
    for file in schema.files where file.package.hasPrefix(packagePrefix) { lint.check(file) }
    lint.checkPackageCycles()
    lint.checkSharedMessages()
    lint.findings += ReasonLint.findings(in: schema)
    return lint.findings.sorted()
  }

  private init(schema: Schema) {
    self.schema = schema
  }

  private mutating func require(
    _ holds: Bool, _ rule: String, _ file: String, _ message: @autoclosure () -> String
  ) {
    guard !holds else { return }
    findings.append(Finding(file: file, rule: rule, message: message()))
  }

  // MARK: Files and packages

  private mutating func check(_ file: ProtoFile) {
    let path = file.name.split(separator: "/")
    let folder = path.dropLast().joined(separator: ".")
    require(
      folder == file.package, "PACKAGE_DIRECTORY_MATCH", file.name,
      "package \(file.package) is not where the folders say")
    require(
      file.package.split(separator: ".").last.map(Words.isVersion) ?? false,
      "PACKAGE_VERSION_SUFFIX", file.name, "package \(file.package) ends without a version (v1)")
    require(
      path.last.map { Words.isLowerSnake($0.dropLast(".proto".count)) } ?? false,
      "FILE_LOWER_SNAKE_CASE", file.name, "the file's name is not lower_snake_case.proto")
    require(
      file.publicDependencies.isEmpty, "IMPORT_NO_PUBLIC", file.name,
      "imports \(file.publicDependencies.joined(separator: ", ")) publicly")
    for unused in unusedImports(of: file) {
      require(false, "IMPORT_USED", file.name, "imports \(unused) and does not use it")
    }
    for message in file.messages { check(message, in: file) }
    for type in file.enums { check(type, in: file) }
    for service in file.services { check(service, in: file) }
  }

  private func unusedImports(of file: ProtoFile) -> [String] {
    var used: Set<String> = []
    func use(_ type: String) {
      if let file = schema.messages[type]?.file ?? schema.enums[type]?.file { used.insert(file) }
    }
    func walk(_ message: ProtoMessage) {
      for field in message.fields {
        if let type = field.kind.typeName { use(type) }
        for option in field.ownOptions { useExtension(option, of: "google.protobuf.FieldOptions") }
      }
      message.messages.forEach(walk)
      message.enums.forEach(walk)
    }
    func walk(_ type: ProtoEnum) {
      for option in type.values.flatMap(\.options.numbers) {
        useExtension(option, of: "google.protobuf.EnumValueOptions")
      }
    }
    func useExtension(_ number: Int32, of extendee: String) {
      for file in schema.files
      where file.extensions.contains(where: { $0.number == number && $0.extendee == extendee }) {
        used.insert(file.name)
      }
    }
    for type in file.extensions.compactMap(\.typeName) { use(type) }
    file.messages.forEach(walk)
    file.enums.forEach(walk)
    for method in file.services.flatMap(\.methods) {
      use(method.input)
      use(method.output)
      for option in method.options.numbers {
        useExtension(option, of: "google.protobuf.MethodOptions")
      }
    }
    for each in file.extensions { used.insert(schema.messages[each.extendee]?.file ?? "") }
    return file.dependencies.filter { !used.contains($0) }
  }

  /// Packages import each other in one direction only; protoc sees to files alone.
  private mutating func checkPackageCycles() {
    var arrows: [String: Set<String>] = [:]
    for file in schema.files {
      for name in file.dependencies {
        guard let to = schema.filesByName[name]?.package, to != file.package else { continue }
        arrows[file.package, default: []].insert(to)
      }
    }
    func reaches(_ from: String, _ goal: String, _ seen: inout Set<String>) -> Bool {
      guard seen.insert(from).inserted else { return false }
      let next = arrows[from] ?? []
      return next.contains(goal) || next.contains { reaches($0, goal, &seen) }
    }
    for file in schema.files where file.package.hasPrefix(Self.packagePrefix) {
      var seen: Set<String> = []
      require(
        !reaches(file.package, file.package, &seen), "PACKAGE_NO_IMPORT_CYCLE", file.name,
        "package \(file.package) imports itself through other packages")
    }
  }

  // MARK: Messages and enums

  private mutating func check(_ message: ProtoMessage, in file: ProtoFile) {
    require(
      Words.isPascal(message.name), "MESSAGE_PASCAL_CASE", file.name,
      "message \(message.fullName) is not PascalCase")
    for field in message.fields { check(field, of: message, in: file) }
    for oneof in message.oneofs {
      require(
        Words.isLowerSnake(oneof.name), "ONEOF_LOWER_SNAKE_CASE", file.name,
        "oneof \(message.fullName).\(oneof.name) is not lower_snake_case")
    }
    for type in message.enums { check(type, in: file) }
    for nested in message.messages where !nested.isMapEntry { check(nested, in: file) }
  }

  private mutating func check(
    _ field: ProtoField, of message: ProtoMessage, in file: ProtoFile
  ) {
    let place = "field \(message.fullName).\(field.name)"
    require(
      Words.isLowerSnake(field.name), "FIELD_LOWER_SNAKE_CASE", file.name,
      "\(place) is not lower_snake_case")
    switch field.kind {
    case .double, .float:
      require(false, "FIELD_NO_FLOAT", file.name, "\(place) is a float, and money is never one")
    case .int32, .int64, .uint32, .uint64, .sint32, .sint64, .fixed32, .fixed64, .sfixed32,
      .sfixed64, .bool, .string, .bytes, .enumeration, .message:
      break
    }
    check(rulesOf: field, in: message, place, in: file)
    // A boolean about a time, such as `at_effective_time`, is none itself.
    if field.name.hasSuffix("_time"), Self.describe(field.kind) != "bool" {
      require(
        field.kind.typeName == "google.protobuf.Timestamp", "FIELD_TIME_IS_TIMESTAMP", file.name,
        "\(place) is no google.protobuf.Timestamp")
    }
    for (name, number, type) in Self.conventions where field.name == name {
      // An answer may carry a resource's etag wherever it likes.
      let isRequest = message.name.hasSuffix("Request")
      let isOfKind = Self.describe(field.kind) == type && !field.isRepeated
      require(
        isOfKind && (!isRequest || number == nil || field.number == number),
        "FIELD_CONVENTION", file.name,
        "\(place) is not `\(type) \(name)\(number.map { " = \($0)" } ?? "")`")
    }
  }

  /// Every field that callers send says what it accepts.
  private mutating func check(
    rulesOf field: ProtoField, in message: ProtoMessage, _ place: String, in file: ProtoFile
  ) {
    guard schema.requestMessages.contains(message.fullName), !field.rules.isOutputOnly,
      message.fullName != FieldRules.money
    else { return }
    let rules = FieldRules.of(field, in: message)
    let hasRange = rules.minimum != nil || rules.maximum != nil
    let hasForm = !rules.patterns.isEmpty || !rules.choices.isEmpty
    let item: String? =
      switch field.kind {
      case .string:
        hasForm
          || rules.lengthMaximum != nil && (!field.isRepeated || rules.itemLengthMaximum != nil)
          ? nil : "how long the text may be, or its form"
      case .bytes: rules.lengthMaximum == nil ? "how many bytes it may have" : nil
      case .int32, .int64, .uint32, .uint64, .sint32, .sint64, .fixed32, .fixed64, .sfixed32,
        .sfixed64:
        hasRange ? nil : "its smallest or largest number"
      case .message(FieldRules.money): hasForm ? nil : "the assets and units that it accepts"
      case .message("google.protobuf.FieldMask"): hasForm ? nil : "what can be changed"
      case .bool, .double, .float, .enumeration, .message: nil
      }
    for missing in [
      item, field.isRepeated && rules.lengthMaximum == nil ? "how many there may be" : nil,
    ] {
      require(missing == nil, "FIELD_RULES", file.name, "\(place) does not say \(missing ?? "")")
    }
  }

  /// Fields that are the same everywhere; their numbers count in requests.
  private static let conventions: [(name: String, number: Int32?, type: String)] = [
    ("request_id", 1, "string"), ("etag", 14, "string"), ("validate_only", 15, "bool"),
    ("update_mask", nil, "google.protobuf.FieldMask"), ("page_size", nil, "int32"),
    ("page_token", nil, "string"), ("next_page_token", nil, "string"), ("name", nil, "string"),
    ("parent", nil, "string"),
  ]

  private static func describe(_ kind: ProtoField.Kind) -> String {
    kind.typeName ?? "\(kind)"
  }

  private mutating func check(_ type: ProtoEnum, in file: ProtoFile) {
    require(
      Words.isPascal(type.name), "ENUM_PASCAL_CASE", file.name,
      "enum \(type.fullName) is not PascalCase")
    let prefix = Words.upperSnake(type.name) + "_"
    for value in type.values {
      require(
        Words.isUpperSnake(value.name), "ENUM_VALUE_UPPER_SNAKE_CASE", file.name,
        "value \(value.name) of \(type.fullName) is not UPPER_SNAKE_CASE")
      require(
        // The name of a reason is what refusals carry.
        value.name.hasPrefix(prefix) || value.options.status != nil, "ENUM_VALUE_PREFIX", file.name,
        "value \(value.name) of \(type.fullName) does not begin with \(prefix)")
    }
    require(
      type.values.first { $0.number == 0 }?.name == prefix + "UNSPECIFIED",
      "ENUM_ZERO_VALUE_SUFFIX", file.name,
      "value 0 of \(type.fullName) is not \(prefix)UNSPECIFIED")
  }

  // MARK: Services

  private mutating func check(_ service: ProtoService, in file: ProtoFile) {
    require(
      Words.isPascal(service.name), "SERVICE_PASCAL_CASE", file.name,
      "service \(service.name) is not PascalCase")
    require(
      service.name.hasSuffix("Service"), "SERVICE_SUFFIX", file.name,
      "service \(service.name) does not end with Service")
    require(
      !service.comment.isEmpty, "COMMENT_SERVICE", file.name,
      "service \(service.name) has no comment")
    for method in service.methods { check(method, of: service, in: file) }
  }

  private mutating func check(
    _ method: ProtoMethod, of service: ProtoService, in file: ProtoFile
  ) {
    let place = "\(service.name)/\(method.name)"
    require(
      Words.isPascal(method.name), "RPC_PASCAL_CASE", file.name, "\(place) is not PascalCase")
    require(
      method.input == "\(service.package).\(method.name)Request", "RPC_REQUEST_STANDARD_NAME",
      file.name, "\(place) takes \(method.input), not \(method.name)Request")
    // A resource or another noun is answered as it is (AIP-131); what is made for one method alone
    // is called after it.
    let output = method.output.split(separator: ".").last ?? ""
    require(
      output == "\(method.name)Response"
        || !output.hasSuffix("Response") && !output.hasSuffix("Request"),
      "RPC_RESPONSE_STANDARD_NAME", file.name,
      "\(place) answers \(method.output), neither \(method.name)Response nor a noun")
    check(options: method, place, in: file)
    if method.name.hasPrefix("List") { check(list: method, place, in: file) }
  }

  private mutating func check(
    options method: ProtoMethod, _ place: String, in file: ProtoFile
  ) {
    let permission = method.options.permission
    require(
      permission == "public" || Words.isPermission(permission), "RPC_PERMISSION", file.name,
      "\(place) names no permission such as `escrow.release`, nor `public`")
    guard method.options.isMoneyMoving else { return }
    let fields = schema.messages[method.input]?.fields ?? []
    require(
      method.isClientStreaming || fields.contains { $0.name == "request_id" },
      "RPC_MONEY_MOVING_REQUEST_ID", file.name,
      "\(place) moves money and its request has no request_id")
    require(
      method.options.isIdempotent, "RPC_MONEY_MOVING_IDEMPOTENT", file.name,
      "\(place) moves money and is not marked idempotent")
  }

  /// AIP-158, where the list has pages at all.
  private mutating func check(list method: ProtoMethod, _ place: String, in file: ProtoFile) {
    let asked = schema.messages[method.input]?.fields.map(\.name) ?? []
    let answered = schema.messages[method.output]?.fields.map(\.name) ?? []
    let pages =
      ["page_size", "page_token"].map { asked.contains($0) }
      + [answered.contains("next_page_token")]
    require(
      Set(pages).count == 1, "RPC_LIST_PAGES", file.name,
      "\(place) has some of page_size, page_token and next_page_token, not all or none")
  }

  /// A message named after a method belongs to it alone.
  private mutating func checkSharedMessages() {
    var users: [String: [String]] = [:]
    for service in schema.services where service.package.hasPrefix(Self.packagePrefix) {
      for method in service.methods {
        for type in [method.input, method.output]
        where type.hasSuffix("Request") || type.hasSuffix("Response") {
          users[type, default: []].append("\(service.name)/\(method.name)")
        }
      }
    }
    for (type, methods) in users where methods.count > 1 {
      require(
        false, "RPC_REQUEST_RESPONSE_UNIQUE", schema.messages[type]?.file ?? "",
        "\(type) is shared by \(methods.sorted().joined(separator: ", "))")
    }
  }
}
