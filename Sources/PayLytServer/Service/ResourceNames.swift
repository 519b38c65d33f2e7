/// Reads resource names such as `escrows/{uuid}`.
enum ResourceName {
  /// - Throws: INVALID_ARGUMENT when the name has another form.
  static func parse(
    _ name: String, _ collection: String, field: String = "name"
  ) throws(Refusal) -> UUID {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == collection, let id = entity(parts[1]) else {
      throw .invalid(field, "Expected `\(collection)/{uuid}`.")
    }
    return id
  }

  /// `escrows/{uuid}/receipts/{uuid}`: the outer and the inner id.
  ///
  /// - Throws: INVALID_ARGUMENT when the name has another form.
  static func parse(
    _ name: String, _ collection: String, in inner: String, field: String = "name"
  ) throws(Refusal) -> (UUID, UUID) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == collection, let first = entity(parts[1]),
      parts[2] == inner, let second = entity(parts[3])
    else { throw .invalid(field, "Expected `\(collection)/{uuid}/\(inner)/{uuid}`.") }
    return (first, second)
  }

  /// `escrows/{uuid}/milestones/{number}`.
  static func parseMilestone(
    _ name: String, _ collection: String = "escrows", field: String = "name"
  ) throws(Refusal) -> (escrow: UUID, position: Int16) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == collection, let id = entity(parts[1]),
      parts[2] == "milestones", let position = Int16(parts[3]), position > 0
    else { throw .invalid(field, "Expected `\(collection)/{uuid}/milestones/{number}`.") }
    return (id, position)
  }

  /// `users/{uuid}/profile`.
  static func parseProfile(_ name: String) throws(Refusal) -> UUID {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "users", let user = entity(parts[1]),
      parts[2] == "profile"
    else { throw .invalid("name", "Expected `users/{uuid}/profile`.") }
    return user
  }

  /// `users/{uuid}/sessions/{uuid}`.
  static func parseSession(_ name: String) throws(Refusal) -> (user: UUID, session: UUID) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == "users", let user = entity(parts[1]),
      parts[2] == "sessions", let session = entity(parts[3])
    else { throw .invalid("name", "Expected `users/{uuid}/sessions/{uuid}`.") }
    return (user, session)
  }

  /// Ids of entities end in a zero byte; the others number what belongs to one, such as accounts.
  private static func entity(_ text: Substring) -> UUID? {
    guard let id = UUID(text), id == id.entity else { return nil }
    return id
  }
}
