/// Reads resource names such as `escrows/{uuid}`.
enum ResourceName {
  /// - Throws: INVALID_ARGUMENT when the name has another form, NOT_FOUND when nothing is ever
  ///   called so.
  static func parse(
    _ name: String, _ collection: String, field: String = "name"
  ) throws(Refusal) -> UUID {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == collection, let id = UUID(parts[1]) else {
      throw .invalid(field, "Expected `\(collection)/{uuid}`.")
    }
    return try entity(id, name)
  }

  /// `escrows/{uuid}/receipts/{uuid}`: the outer and the inner id.
  ///
  /// - Throws: INVALID_ARGUMENT when the name has another form.
  static func parse(
    _ name: String, _ collection: String, in inner: String, field: String = "name"
  ) throws(Refusal) -> (UUID, UUID) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == collection, let first = UUID(parts[1]),
      parts[2] == inner, let second = UUID(parts[3])
    else { throw .invalid(field, "Expected `\(collection)/{uuid}/\(inner)/{uuid}`.") }
    return (try entity(first, name), try entity(second, name))
  }

  /// `escrows/{uuid}/milestones/{number}`.
  static func parseMilestone(
    _ name: String, _ collection: String = "escrows", field: String = "name"
  ) throws(Refusal) -> (escrow: UUID, position: Int16) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == collection, let id = UUID(parts[1]),
      parts[2] == "milestones", let position = Int16(parts[3]), position > 0
    else { throw .invalid(field, "Expected `\(collection)/{uuid}/milestones/{number}`.") }
    return (try entity(id, name), position)
  }

  /// `users/{uuid}/profile`.
  static func parseProfile(_ name: String) throws(Refusal) -> UUID {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "users", let user = UUID(parts[1]),
      parts[2] == "profile"
    else { throw .invalid("name", "Expected `users/{uuid}/profile`.") }
    return try entity(user, name)
  }

  /// `users/{uuid}/sessions/{uuid}`.
  static func parseSession(_ name: String) throws(Refusal) -> (user: UUID, session: UUID) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == "users", let user = UUID(parts[1]),
      parts[2] == "sessions", let session = UUID(parts[3])
    else { throw .invalid("name", "Expected `users/{uuid}/sessions/{uuid}`.") }
    return (try entity(user, name), try entity(session, name))
  }

  /// `auditEntries/{number}`: from 1, as it is written.
  static func parseNumber(
    _ name: String, _ collection: String, field: String = "name"
  ) throws(Refusal) -> Int64 {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == collection, let number = Int64(parts[1]), number > 0,
      String(number) == parts[1]
    else { throw .invalid(field, "Expected `\(collection)/{number}`.") }
    return number
  }

  /// Ids of entities end in a zero byte; the others number what belongs to one, such as accounts.
  private static func entity(_ id: UUID, _ name: String) throws(Refusal) -> UUID {
    guard id == id.entity else { throw .notFound(name) }
    return id
  }
}
