/// What methods refuse with (docs/PROTOS.md).
enum ReasonLint {
  static func findings(in schema: Schema) -> [Finding] {
    let reasons = schema.reasons
    var findings: [Finding] = []
    for service in schema.services where service.package.hasPrefix(ProtoLint.packagePrefix) {
      for method in service.methods {
        let place = "\(service.name)/\(method.name)"
        let numbers = method.options.refusals
        let refusals = numbers.compactMap { number in reasons.first { $0.number == number } }
        let names = refusals.map(\.name)
        func find(_ message: String) {
          findings.append(Finding(file: service.file, rule: "RPC_REFUSALS", message: message))
        }
        if refusals.count < numbers.count { find("\(place) refuses with what is no reason") }
        if names != Set(names).sorted() {
          find("\(place) declares its reasons twice, or not in alphabetical order")
        }
        for common in refusals where common.options.isCommon {
          find("\(place) declares \(common.name), which is common to all methods")
        }
      }
    }
    for type in schema.enums.values where !type.reasons.isEmpty {
      for value in type.values where value.number != 0 && !(1...16).contains(value.status) {
        findings.append(
          Finding(
            file: type.file, rule: "REASON_STATUS",
            message: "\(value.name) has no status with which a call is refused"))
      }
    }
    return findings
  }

  /// Reasons that no method gives; of a schema with all methods that there are.
  static func unused(in schema: Schema) -> [Finding] {
    let declared = Set(schema.services.flatMap(\.methods).flatMap(\.options.refusals))
    return schema.enums.values.flatMap { type in
      type.reasons.filter { !$0.options.isCommon && !declared.contains($0.number) }.map {
        Finding(
          file: type.file, rule: "REASON_DECLARED", message: "no method refuses with \($0.name)")
      }
    }.sorted()
  }
}

extension ProtoEnum.Value {
  /// 0, which is OK, for what is no reason.
  fileprivate var status: Int32 { options.status ?? 0 }
}
