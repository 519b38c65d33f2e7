import PayLytAPI
import PayLytRPC
import RefusalSupport

@testable import PayLytServer

/// What the protos declare of refusals, by the names of commands.
enum Declarations {
  /// What is wrong with a refusal that was kept; nil when its method declares it. What only stands
  /// behind a door that is shut is no reason of the protos (docs/ERRORS.md, Inside).
  static func finding(about entry: MemoryRow) -> String? {
    let name = entry.text("method")
    let reason = String(decoding: entry.bytes("response").prefix { $0 != 10 }, as: UTF8.self)
    guard let method = DeclaredMethods.all[name], Reason(name: reason) != nil,
      let code = StatusCode(rawValue: Int32(truncatingIfNeeded: entry.number("status"))),
      !method.declares(reason, code)
    else { return nil }
    return "\(name) refused with \(reason), \(code), which its proto does not declare"
  }
}
