/// One change of state, as a pure decision over the rows that it names.
///
/// The same value runs in a unit test over plain rows, and in production inside a batch over rows
/// that PostgreSQL has locked. There is no I/O, no clock and no randomness inside.
protocol Command: Sendable {
  associatedtype Answer: Sendable

  /// `EscrowService/ReleaseEscrow`: what the audit log shows.
  static var method: String { get }
  /// The same of this one, where one command is carried out for several methods.
  var method: String { get }
  /// What operators pause it with; nil for what is always carried out.
  static var capability: Capability? { get }
  var caller: Caller { get }
  /// What makes a repetition of this command the same command; nil when each call counts.
  var request: RequestIdentity? { get }
  /// What it counts in the queue: the length of what its caller has sent.
  var bytes: Int { get }

  /// Names the rows that `decide` reads. Called again when it asked for a row that was not loaded
  /// yet, and when another decision changed what it was told: a row can be named by another one.
  func load(_ rows: Loader)

  /// Decides on the loaded rows: changes them and answers, or throws and changes nothing.
  ///
  /// - Throws: an error that is `RefusalConvertible`; anything else is a bug and answers INTERNAL.
  func decide(_ decision: Decision) throws -> Answer
}

extension Command {
  var method: String { Self.method }
  var bytes: Int { request?.bytes ?? 0 }
}

/// Who asks for a change.
enum Caller: Hashable, Sendable {
  /// A person; or, with the role, a service of the house that calls for itself.
  case user(UUID, Roles)
  /// A part of the service itself: `webhooks`, `payouts`.
  case system(String)

  func isUser(_ id: UUID) -> Bool {
    if case .user(id, _) = self { true } else { false }
  }

  /// How the journal names the caller.
  var name: String {
    switch self {
    case .user(let id, let roles):
      roles.contains(.service) ? "apiKeys/\(id)" : "users/\(id)"
    case .system(let part): "system/\(part)"
    }
  }
}

/// What a user may do, as a set.
struct Roles: OptionSet, Hashable, Sendable {
  let rawValue: Int16
  static let client = Roles(rawValue: 1)
  static let freelancer = Roles(rawValue: 2)
  static let admin = Roles(rawValue: 4)
  /// Not a person, and never stored: who calls is an API key.
  static let service = Roles(rawValue: 8)

  /// The roles that people have.
  static let people: [(role: Roles, name: String)] = [
    (.client, "client"), (.freelancer, "freelancer"), (.admin, "admin"),
  ]
}

/// The idempotency key of a request and what it stood for.
struct RequestIdentity: Hashable, Sendable {
  /// Half of SHA-256 over caller, method and request id.
  let key: UUID
  /// HMAC-SHA-256 over the request without its id, under the server's secret.
  let fingerprint: [UInt8]
  /// The same under other secrets while one replaces another: servers that run with one of those
  /// have stored them, or still do.
  var acceptedFingerprints: [[UInt8]] = []
  /// How long the request is.
  var bytes = 0

  /// Whether a stored request is this one.
  func isSame(asStored stored: [UInt8]) -> Bool {
    stored == fingerprint || acceptedFingerprints.contains(stored)
  }
}

/// Takes down which rows a command wants, and shows the ones that are loaded already.
struct Loader {
  let set: WorkingSet
  /// The stripe of the platform's accounts that this server posts to.
  let stripe: UInt8

  func want<Row: StoredRow>(_: Row.Type, _ id: UUID) {
    set.rows(Row.self).want(id)
  }

  /// Names a row that the command only adds to (`Decision.add`). It is loaded when the batch locks
  /// others of its table, so that all locks are taken in one order.
  func expect<Row: StoredRow>(_: Row.Type, _ id: UUID) {
    set.rows(Row.self).expect(id)
  }

  func want<Row: StoredRow>(_: Row.Type, by column: String, _ value: KeyValue) {
    set.rows(Row.self).want(column, value)
  }

  /// The row, once it is loaded. Wants it at the same time.
  func row<Row: StoredRow>(_: Row.Type, _ id: UUID) -> Row? {
    set.rows(Row.self).find(id)
  }

  /// The rows with this key, once they are loaded. Wants them at the same time.
  func rows<Row: StoredRow>(_: Row.Type, by column: String, _ value: KeyValue) -> [Row] {
    set.rows(Row.self).find(column, value)
  }
}

/// The rows of one decision, and what it may use of the world: a moment and fresh ids.
final class Decision {
  let now: Timestamp
  /// The stripe of the platform's accounts that this server posts to.
  let stripe: UInt8
  private let set: WorkingSet
  private let makeID: () -> UUID
  private(set) var event: Event?

  /// What the journal shows of an accepted decision.
  struct Event: Hashable {
    /// `escrow.released`.
    let type: String
    /// The resource that changed.
    let subject: String
    /// Why, where the caller said so.
    let reason: String?
    /// The users whom it concerns, each once.
    let parties: [UUID]
  }

  init(_ set: WorkingSet, now: Timestamp, stripe: UInt8, makeID: @escaping () -> UUID) {
    self.set = set
    self.now = now
    self.stripe = stripe
    self.makeID = makeID
  }

  func row<Row: StoredRow>(_: Row.Type, _ id: UUID) -> Row? { set.rows(Row.self).row(id) }

  func rows<Row: StoredRow>(_: Row.Type, by column: String, _ value: KeyValue) -> [Row] {
    set.rows(Row.self).rows(column, value)
  }

  func put<Row: StoredRow>(_ row: Row) { set.put(row) }

  /// Whether `row` can be asked for: some command of the batch has named it.
  func isNamed<Row: StoredRow>(_: Row.Type, _ id: UUID) -> Bool { set.rows(Row.self).isNamed(id) }

  /// Adds to the sums of a row that nobody has named, and makes it if it is not there: neither is
  /// it read nor locked before. Whether the sums fit.
  func add<Row: StoredRow>(_ sums: Row) -> Bool { set.add(sums) }

  func newID() -> UUID { makeID() }

  /// An id of what was made at an earlier moment, and is heard of only now: ids sort as what they
  /// name was made.
  func newID(at time: Timestamp) -> UUID { UUID(time: time, random: makeID().low) }

  /// Tells the journal what happened; one decision is one event.
  ///
  /// - Parameter parties: the users who may read the event and its payload, beside the admins.
  func record(_ type: String, subject: String, parties: [UUID], reason: String? = nil) {
    precondition(event == nil, "a second event in one decision: \(type)")
    let each = Set(parties).sorted()
    event = Event(type: type, subject: subject, reason: reason, parties: each)
  }
}
