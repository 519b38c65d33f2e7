import PayLytRPC
import PayLytRPCServices

extension RPCError {
  /// The refusal for a person: code and reason, what it says, and each field that is wrong.
  var lines: [String] {
    var lines = ["\(code)" + (errorInfo.map { " \($0.reason)" } ?? "") + ": \(message)"]
    let fields = fieldViolations
    // A message of one sentence often repeats the only field.
    for violation in fields { lines.append("  \(violation.field): \(violation.description)") }
    for violation in preconditionViolations {
      lines.append("  \(violation.type) \(violation.subject): \(violation.description)")
    }
    if let resource = resourceInfo {
      lines.append("  \(resource.resourceType) \(resource.resourceName)")
    }
    for (name, value) in (errorInfo?.metadata ?? [:]).sorted(by: { $0.key < $1.key }) {
      lines.append("  \(name)=\(value)")
    }
    if let delay = retryDelay { lines.append("  Try again after \(delay).") }
    if let request = requestID { lines.append("  Request \(request)") }
    return lines.map(Readable.printable)
  }
}
