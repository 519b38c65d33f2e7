/// How one event loop reaches PostgreSQL.
struct DatabaseConfiguration: Sendable {
  /// A libpq connection string: `host=… dbname=…` or `postgresql://…`; several hosts and
  /// `target_session_attrs` work. Never logged: it may hold a password.
  var conninfo: String
  /// Connections for pipelined reads, in `1...DatabaseLimits.connectionsMax`.
  var readers = 2
  /// Connections for transactions, in `1...DatabaseLimits.connectionsMax`.
  var writers = 2
  /// Connections for looks at many rows at one moment, in `1...DatabaseLimits.connectionsMax`.
  var snapshots = 1
  /// How long a statement may run whose caller has no deadline or a later one.
  var statementTimeout: Duration = .seconds(30)
  /// How long callers wait for the server to come back before they hear `.unavailable`.
  var outageGrace: Duration = .milliseconds(250)
  /// The pause after the first failed attempt to connect; it doubles with each further one.
  var reconnectPauseMin: Duration = .milliseconds(20)
  /// What the doubling of the pause ends at.
  var reconnectPauseMax: Duration = .seconds(2)
  /// Shown in `pg_stat_activity`.
  var applicationName = "paylyt"
  /// Called on the loop, with what an operator should read. Holds no SQL and no values.
  var report: @Sendable (DatabaseEvent) -> Void = { _ in }

  init(conninfo: String) { self.conninfo = conninfo }
}

/// What happened to the connections of a database, for the log.
enum DatabaseEvent: Sendable, Equatable {
  case connected(role: String)
  case connectionLost(role: String)
  /// `reason` is libpq's or the server's own sentence about the attempt to connect.
  case connectFailed(role: String, reason: String, retryAfter: Duration)
  /// At a start: connecting and preparing take longer than the outage grace, and no attempt has
  /// failed yet.
  case notReady(role: String)
  /// The first one is there, after `notReady`.
  case ready(role: String)
  /// No connection of this role is left, for longer than the outage grace.
  case outage(role: String)
  /// One is there again.
  case recovered(role: String)
}
