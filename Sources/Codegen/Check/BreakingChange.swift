/// What would break callers who were built from the older protos: on the wire (buf's WIRE), and by
/// name, because reflection, JSON and permissions go by names.
struct BreakingChange {
  private let old: Schema
  private let new: Schema
  private var findings: [Finding] = []

  static func findings(from old: Schema, to new: Schema) -> [Finding] {
    var check = BreakingChange(old: old, new: new)
    for file in old.files { check.compare(file) }
    return check.findings.sorted()
  }

  private init(old: Schema, new: Schema) {
    self.old = old
    self.new = new
  }

  private mutating func report(_ rule: String, _ file: String, _ message: String) {
    findings.append(Finding(file: file, rule: rule, message: message))
  }

  private mutating func compare(_ file: ProtoFile) {
    for message in file.messages { compare(message) }
    for type in file.enums { compare(type) }
    for service in file.services { compare(service) }
  }

  // MARK: Messages

  private mutating func compare(_ was: ProtoMessage) {
    guard let message = new.messages[was.fullName] else {
      return report("MESSAGE_NO_DELETE", was.file, "message \(was.fullName) is gone")
    }
    let fields = Dictionary(message.fields.map { ($0.number, $0) }) { first, _ in first }
    for before in was.fields {
      if let now = fields[before.number] {
        compare(before, now, was, message)
      } else {
        reportGone(before, of: was, now: message)
      }
    }
    if !was.reserved.numbers.allSatisfy({ message.reserved.holds($0) })
      || !Set(was.reserved.names).isSubset(of: message.reserved.names)
    {
      report(
        "RESERVED_MESSAGE_NO_DELETE", was.file,
        "message \(was.fullName) no longer reserves what it did")
    }
    for type in was.enums { compare(type) }
    for nested in was.messages { compare(nested) }
  }

  private mutating func reportGone(
    _ field: ProtoField, of was: ProtoMessage, now message: ProtoMessage
  ) {
    let place = "field \(field.number) (\(field.name)) of \(was.fullName)"
    if !message.reserved.holds(field.number) {
      report(
        "FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED", was.file,
        "\(place) is gone and its number is not reserved")
    }
    if !message.reserved.names.contains(field.name) {
      report(
        "FIELD_NO_DELETE_UNLESS_NAME_RESERVED", was.file,
        "\(place) is gone and its name is not reserved")
    }
  }

  private mutating func compare(
    _ before: ProtoField, _ now: ProtoField, _ was: ProtoMessage, _ message: ProtoMessage
  ) {
    let place = "field \(before.number) (\(before.name)) of \(was.fullName)"
    if before.name != now.name {
      report("FIELD_SAME_NAME", was.file, "\(place) is called \(now.name)")
    }
    // Some types read each other's bytes, but no generated code does (AIP-180).
    if before.kind.text != now.kind.text {
      report(
        "FIELD_SAME_TYPE", was.file,
        "\(place) changed from \(before.kind.text) to \(now.kind.text)")
    }
    if before.isRepeated != now.isRepeated {
      report(
        "FIELD_SAME_CARDINALITY", was.file,
        "\(place) is \(now.isRepeated ? "repeated now" : "no longer repeated")")
    }
    if oneof(of: before, was) != oneof(of: now, message) {
      report("FIELD_SAME_ONEOF", was.file, "\(place) moved into or out of a oneof")
    }
  }

  private func oneof(of field: ProtoField, _ message: ProtoMessage) -> String? {
    switch field.presence {
    case .oneof(let index):
      message.oneofs.indices.contains(index) ? message.oneofs[index].name : nil
    case .implicit, .explicit, .repeated: nil
    }
  }

  // MARK: Enums

  private mutating func compare(_ was: ProtoEnum) {
    guard let type = new.enums[was.fullName] else {
      return report("ENUM_NO_DELETE", was.file, "enum \(was.fullName) is gone")
    }
    for before in was.values {
      let place = "value \(before.number) (\(before.name)) of \(was.fullName)"
      let same = type.values.filter { $0.number == before.number }
      if same.isEmpty {
        if !type.reserved.holds(before.number) || !type.reserved.names.contains(before.name) {
          report(
            "ENUM_VALUE_NO_DELETE_UNLESS_RESERVED", was.file,
            "\(place) is gone and its number and name are not both reserved")
        }
      } else if !same.contains(where: { $0.name == before.name }) {
        report("ENUM_VALUE_SAME_NAME", was.file, "\(place) is called \(same[0].name)")
      } else if !same.contains(where: { $0.options.status == before.options.status }) {
        report("REASON_SAME_STATUS", was.file, "\(place) has another status")
      }
    }
    if !was.reserved.numbers.allSatisfy({ type.reserved.holds($0) })
      || !Set(was.reserved.names).isSubset(of: type.reserved.names)
    {
      report(
        "RESERVED_ENUM_NO_DELETE", was.file, "enum \(was.fullName) no longer reserves what it did")
    }
  }

  // MARK: Services

  private mutating func compare(_ was: ProtoService) {
    guard let service = new.services.first(where: { $0.fullName == was.fullName }) else {
      return report("SERVICE_NO_DELETE", was.file, "service \(was.fullName) is gone")
    }
    for before in was.methods {
      let place = "\(was.fullName)/\(before.name)"
      guard let now = service.methods.first(where: { $0.name == before.name }) else {
        report("RPC_NO_DELETE", was.file, "\(place) is gone")
        continue
      }
      if before.input != now.input {
        report(
          "RPC_SAME_REQUEST_TYPE", was.file, "\(place) takes \(now.input), not \(before.input)")
      }
      if before.output != now.output {
        report(
          "RPC_SAME_RESPONSE_TYPE", was.file, "\(place) answers \(now.output), not \(before.output)"
        )
      }
      if before.isClientStreaming != now.isClientStreaming
        || before.isServerStreaming != now.isServerStreaming
      {
        report("RPC_SAME_STREAMING", was.file, "\(place) streams differently")
      }
      if before.options.isIdempotent, !now.options.isIdempotent {
        report("RPC_SAME_IDEMPOTENCY", was.file, "\(place) is no longer idempotent")
      }
    }
  }
}

extension ProtoField.Kind {
  /// As a proto says it.
  fileprivate var text: String { typeName ?? "\(self)" }
}
