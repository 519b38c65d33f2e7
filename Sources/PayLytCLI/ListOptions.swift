import PayLytJSON
import PayLytRPC

/// Short words for the fields that lists have in common: whose things, and which of them.
enum ListOptions {
  static let options: [Words.Option] = [
    .init(name: "user", value: "NAME", help: "for admins: whose; - for everybody's"),
    .init(name: "state", value: "STATE", help: "only those in it, such as paid_locked"),
    .init(name: "since", value: "TIME", help: "only those made from then on: 2026-01-31T12:00:00Z"),
    .init(name: "until", value: "TIME", help: "only those made before"),
    .init(name: "filter", value: "TEXT", help: "only those of which it holds; see describe"),
    .init(name: "order-by", value: "FIELD", help: "such as create_time, or \"create_time desc\""),
    .init(name: "email", value: "ADDRESS", help: "of users: only the one who has it"),
  ]

  /// What the options say, as fields of a request.
  ///
  /// - Throws: for a method whose request has no such field.
  static func fields(_ words: Words, of types: MethodTypes) throws(Failure) -> [String] {
    let request = Catalog.shared.schema.message(types.method.requestType)
    func has(_ field: String) -> Bool { request?.field(field) != nil }
    var fields: [String] = []
    func add(_ option: String, _ field: String, _ value: String) throws(Failure) {
      guard has(field) else { throw .misuse("\(types.method.method) has no --\(option).") }
      fields.append("\(field)=\(value)")
    }
    if let user = words["user"] {
      try add("user", "parent", user.contains("/") ? user : "users/\(user)")
    }
    if let email = words["email"] { try add("email", "email", email) }
    if let order = words["order-by"] { try add("order-by", "order_by", order) }
    var restrictions = restrictions(words)
    if let state = words["state"] {
      // Some lists have a field of its own for it.
      if has("state") {
        try add("state", "state", state)
      } else {
        restrictions.insert((option: "state", text: "state = \(constant(state))"), at: 0)
      }
    }
    guard let first = restrictions.first else { return fields }
    try add(first.option, "filter", restrictions.map(\.text).joined(separator: " AND "))
    return fields
  }

  /// In the language of filters (AIP-160).
  private static func restrictions(_ words: Words) -> [(option: String, text: String)] {
    [
      words["since"].map { (option: "since", text: "create_time >= \($0)") },
      words["until"].map { (option: "until", text: "create_time < \($0)") },
      words["filter"].map { (option: "filter", text: $0) },
    ].compactMap(\.self)
  }

  /// `PAID_LOCKED` for `paid locked` and the like.
  private static func constant(_ word: String) -> String {
    String(word.map { $0 == "-" || $0 == " " ? "_" : $0 }).uppercased()
  }
}
