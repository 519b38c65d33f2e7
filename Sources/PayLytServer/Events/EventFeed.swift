/// Which events somebody gets: what they ask for, of what they may see.
struct EventQuestion: Hashable, Sendable {
  /// `escrow.released`.
  let types: [String]
  /// `escrow.`: every type that begins like this.
  let prefixes: [String]
  let subject: String?
  /// Only events of this party; nil for admins, who see everything.
  let party: UUID?

  static let everything = EventQuestion(types: [], prefixes: [], subject: nil, party: nil)

  var isForAllTypes: Bool { types.isEmpty && prefixes.isEmpty }
}

/// Reads the sealed log forward.
struct EventFeed: Sendable {
  let database: Database
  let question: EventQuestion

  struct Part: Sendable {
    struct Found: Sendable {
      let position: Int64
      let entry: JournalEntry
    }

    let events: [Found]
    /// Everything that is asked for up to here is in `events` or was in earlier parts.
    let position: Int64
    /// Whether the log goes on.
    let hasMore: Bool
    /// Positions of what is asked for, perhaps, and cannot be read.
    let damaged: [Int64]

    /// Of its payloads.
    var bytes: Int { events.reduce(0) { $0 + $1.entry.response.count } }
  }

  /// The next part of the log, of a bounded length: it may hold no event and still lead on.
  ///
  /// - Parameter limit: in `1...EventLimits.readMax`.
  /// - Parameter bytesMax: of the payloads, unless that of the first event is longer.
  /// - Parameter passesDamage: whether to go on behind an entry that cannot be read.
  func read(
    after position: Int64, limit: Int = EventLimits.readMax,
    bytesMax: Int64 = EventLimits.readBytesMax, passesDamage: Bool = false
  ) async throws -> Part {
    let isForAllTypes = question.isForAllTypes
    let rows = try await database.query(
      EventStatements.after(subject: question.subject, party: question.party),
      [
        .int8(position), .int8(Int64(limit)), .text(question.subject), .uuid(question.party),
        isForAllTypes ? .null : .textArray(question.types),
        isForAllTypes ? .null : .textArray(question.prefixes), .int8(bytesMax),
      ])
    if !passesDamage, let damage = rows.lazy.compactMap(\.damage).first { throw damage }
    return Part(
      events: rows.compactMap { row in
        row.entry.map { Part.Found(position: row.position, entry: $0) }
      },
      position: rows.last?.position ?? position,
      hasMore: rows.count == limit || rows.last?.goesOn == true,
      damaged: rows.filter { $0.damage != nil }.map(\.position))
  }

  /// One event, of those whose parties the question allows; nil when it is not there, or not sealed
  /// yet.
  func event(_ id: UUID) async throws -> Part.Found? {
    let rows = try await database.query(
      EventStatements.event, [.uuid(id), .uuid(question.party)])
    guard let row = rows.first else { return nil }
    if let damage = row.damage { throw damage }
    return row.entry.map { Part.Found(position: row.position, entry: $0) }
  }

  /// Where the log ends now.
  func lastPosition() async throws -> Int64 {
    try await database.query(EventStatements.lastPosition).first ?? 0
  }
}
