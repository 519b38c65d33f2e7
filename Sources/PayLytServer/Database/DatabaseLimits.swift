/// Every bound of the database layer, with its unit and its reason.
enum DatabaseLimits {
  /// Reads that may wait for a connection. Past it the caller is told to come back later.
  static let readQueueMax = 16_384
  /// Reads in flight on one connection. More would only wait in PostgreSQL instead of here, where
  /// they can still be cancelled for free.
  static let readsInFlightMax = 512
  /// How often one read is sent: a lost connection or a neighbour's failure may repeat it.
  static let readAttemptsMax = 4
  /// Transactions that may wait for a connection, of each kind.
  static let transactionQueueMax = 1024
  /// Statements of one round trip.
  static let statementsPerRoundTripMax = 1024
  /// Bytes of the parameters of one statement; libpq and PostgreSQL end at 1 GiB.
  static let parameterBytesMax = 256 << 20
  /// Parameters of one statement: the protocol counts them in 16 bits.
  static let parametersMax = 65_535
  /// Elements of one array value, so that a length field cannot make us reserve what is not there.
  static let arrayElementsMax = 1 << 24
  /// Connections that one pool may keep open; PostgreSQL pays a process for each.
  static let connectionsMax = 64
  /// Seconds to reach the server and authenticate, per address.
  static let connectSecondsMax = 5
  /// How long prepared statements may take when a connection opens.
  static let setupMillisecondsMax: Int64 = 30_000
  /// How often a connection looks whether the command at its head was given up by its caller.
  static let abandonedCheckMilliseconds: Int64 = 20
  /// How long a cancelled command may go on before its connection is given up.
  static let cancelMillisecondsMax: Int64 = 5_000
  /// How long a COMMIT may go on after its deadline before its outcome counts as unknown.
  static let commitGraceMilliseconds: Int64 = 10_000
  /// Notifications that one listener may leave unread. A notification is a hint to look again, so
  /// the oldest are dropped.
  static let notificationsMax = 256
  /// Channels that one server listens on.
  static let channelsMax = 256
  /// Turns of asking a session whether it is still where it was, before it counts as our own.
  static let sessionProbeRounds = 4
  /// How long a migration waits for another one that holds the lock.
  static let migrationLockSecondsMax = 60
  /// How long a migration waits for a table that somebody uses: everybody's statements on it wait
  /// behind the migration.
  static let migrationTableSecondsMax = 5
}
