/// Who has which permission, as the server's own table says. `Auth/Permissions.swift` is read as
/// text; a test of the server compares what the reference says with the table itself.
struct PermissionTable {
  /// Roles of people, by permission.
  private let roles: [String: [String]]
  /// What no service may do by itself.
  private let ofPersons: Set<String>

  private static let session = "auth.session"

  init(swift text: String) throws(Refusal) {
    var roles: [String: [String]] = [:]
    for line in Self.lines(of: text, after: "static let roles: [String: Roles] = [") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { throw Self.unreadable(line) }
      roles[Self.permission(parts[0])] = Self.words(parts[1])
    }
    ofPersons = Set(
      Self.lines(of: text, after: "static let ofPersons: Set<String> = [")
        .flatMap { $0.split(separator: ",") }.map(Self.permission))
    self.roles = roles
    guard !roles.isEmpty, !ofPersons.isEmpty else { throw Self.unreadable("") }
  }

  /// `client, freelancer; a service for one of them, with the scope jobs.read`.
  func callers(_ permission: String) throws(Refusal) -> String {
    guard permission != "public" else { return "anybody, without a token" }
    guard let roles = roles[permission] else {
      throw Refusal("`\(permission)` is no permission of Auth/Permissions.swift.")
    }
    let mayAlone = roles.contains("admin") && !ofPersons.contains(permission)
    let service = "a service for one of them" + (mayAlone ? " or alone" : "")
    let scope = permission == Self.session ? "" : ", with the scope `\(permission)`"
    return "\(roles.joined(separator: ", ")); \(service)\(scope)"
  }

  /// The lines of a literal, up to the line that closes it.
  private static func lines(of text: String, after head: String) -> [Substring] {
    guard let start = text.firstRange(of: head)?.upperBound else { return [] }
    return text[start...].split(separator: "\n").prefix { $0 != "  ]" }
      .map { $0.drop { $0 == " " } }
  }

  private static func permission(_ text: Substring) -> String {
    let name = text.filter { $0 != "\"" && $0 != " " }
    return name == "session" ? session : name
  }

  /// `[.client, .admin],` as words.
  private static func words(_ text: Substring) -> [String] {
    text.split { !$0.isLetter }.map(String.init)
  }

  private static func unreadable(_ line: Substring) -> Refusal {
    Refusal("The table of permissions cannot be read: `\(line)`.")
  }
}
