import PayLytAPI
import PayLytRPC

@testable import PayLytServer

/// What the protos declare of refusals, by the names of commands.
enum Declarations {
  private static let methods: [String: [MethodDescriptor]] = {
    let all = PayLytAPIDescriptors.services.joined().map(\.method)
    var methods = Dictionary(
      uniqueKeysWithValues: all.map {
        ("\($0.service.split(separator: ".").last ?? "")/\($0.method)", [$0])
      })
    // One command pays out and replaces a failed payout.
    methods[CreatePayout.method, default: []].append(PayoutServiceMethods.replaceDestination)
    return methods
  }()

  /// What is wrong with a refusal that was kept; nil when its method declares it. What only stands
  /// behind a door that is shut is no reason of the protos (docs/ERRORS.md, Inside).
  static func finding(about entry: MemoryRow) -> String? {
    let name = entry.text("method")
    let reason = String(decoding: entry.bytes("response").prefix { $0 != 10 }, as: UTF8.self)
    guard let methods = methods[name], Reason(name: reason) != nil,
      let code = StatusCode(rawValue: Int32(truncatingIfNeeded: entry.number("status"))),
      !methods.contains(where: { $0.declares(reason, code) })
    else { return nil }
    return "\(name) refused with \(reason), \(code), which its proto does not declare"
  }
}
