import PayLytAPI
import PayLytJSON
import PayLytRPC
import StandardAPI

/// Everything that a server of PayLyt can be asked, and what its protos say about it.
struct Catalog: Sendable {
  static let shared = Catalog()

  let services: [[MethodTypes]]
  let schema: ProtoSchema
  private let comments: [String: String]
  private let typeNames: [String]

  private init() {
    services = PayLytAPIDescriptors.services + StandardAPIDescriptors.services
    let files = StandardAPIDescriptors.files + PayLytAPIDescriptors.files
    schema = ProtoSchema(files)
    typeNames = files.flatMap(\.symbols)
    comments = Self.comments(in: StandardAPIComments.text)
      .merging(Self.comments(in: PayLytAPIComments.text)) { first, _ in first }
  }

  var methods: [MethodTypes] { services.flatMap(\.self) }

  /// What the proto says about a message, field, enum, value, service or method.
  func comment(on fullName: String) -> String? { comments[fullName] }

  // MARK: Names

  /// The method of a name: `EscrowService/GetEscrow`, `EscrowService.GetEscrow`, either with the
  /// package in front, or `GetEscrow` where one service has it. Case does not matter.
  ///
  /// - Throws: misuse that proposes names which are like it.
  func method(_ name: String) throws(Failure) -> MethodTypes {
    let wanted = name.drop { $0 == "/" }.lowercased().map { $0 == "/" ? "." : $0 }
    let suffix = String(wanted)
    let found = methods.filter { types in
      let full = "\(types.method.service).\(types.method.method)".lowercased()
      return full == suffix || full.hasSuffix("." + suffix)
    }
    if found.count == 1 { return found[0] }
    if !found.isEmpty {
      throw .misuse(
        "\(name) is several: \(Self.list(found.map { String($0.method.path.dropFirst()) })).")
    }
    let like = Self.like(name, methods.map(\.method.shortName))
    throw .misuse(
      "There is no method \(name)." + (like.isEmpty ? "" : " Is it \(Self.list(like))?"))
  }

  /// The methods of the service of a name, with or without its package, with or without `Service`.
  func service(_ name: String) throws(Failure) -> [MethodTypes] {
    let wanted = name.lowercased()
    let found = services.filter { methods in
      guard let full = methods.first?.method.service.lowercased() else { return false }
      return full == wanted || full.hasSuffix("." + wanted) || full.hasSuffix(".\(wanted)service")
    }
    guard let methods = found.last else {
      let names = services.compactMap { $0.first?.method.serviceShortName }
      let like = Self.like(name, names)
      throw .misuse(
        "There is no service \(name)."
          + " There are \(Self.list(like.isEmpty ? names.sorted() : like)).")
    }
    return methods
  }

  /// The full name of a message or enum.
  func type(_ name: String) -> String? {
    let wanted = name.lowercased()
    return typeNames.first { full in
      let lowered = full.lowercased()
      return (lowered == wanted || lowered.hasSuffix("." + wanted))
        && (schema.message(full) != nil || schema.enumeration(full) != nil)
    }
  }

  private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  /// Names that hold what was typed, or are few letters away from it.
  static func like(_ name: String, _ names: [String]) -> [String] {
    let wanted = name.lowercased()
    let ranked = names.map { name in
      let last = name.split(separator: "/").last.map { $0.lowercased() } ?? ""
      let contains = name.lowercased().contains(wanted)
      let letters = min(
        Spelling.distance(wanted, last), Spelling.distance(wanted, name.lowercased()))
      return (name, contains ? 0 : letters)
    }
    return ranked.filter { $0.1 <= max(2, wanted.count / 3) }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(CLILimits.proposalsMax).map { $0.0 }
  }

  private static func comments(in text: String) -> [String: String] {
    var result: [String: String] = [:]
    var name = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("=") {
        name = String(line.dropFirst())
      } else {
        let line = String(line.dropFirst())
        result[name] = result[name].map { $0 + "\n" + line } ?? line
      }
    }
    return result
  }
}

extension MethodDescriptor {
  /// `EscrowService`.
  var serviceShortName: String { service.split(separator: ".").last.map(String.init) ?? service }

  /// `EscrowService/GetEscrow`.
  var shortName: String { "\(serviceShortName)/\(method)" }
}
