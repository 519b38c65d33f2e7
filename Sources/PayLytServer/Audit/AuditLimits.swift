/// The bounds of the audit log.
enum AuditLimits {
  /// Bytes of the answers of one batch, unless one entry alone has more.
  static let batchBytesMax: Int64 = 16 << 20
  /// Entries of one batch, and so of one checkpoint: past this a proof grows and nothing gets
  /// cheaper.
  static let batchMax = 1000
  /// How long the sealer rests after a batch that was not full, so that a trickle of decisions
  /// shares checkpoints: each one is a commit of its own, and those who wait for theirs pay for it.
  static let restMilliseconds = 20
  /// How long it rests even when somebody waits for what is committed to be sealed: lists of the
  /// log that are asked for all the time must not make it a commit for each of them.
  static let restWantedMilliseconds = 4
  /// How soon the sealer looks again when a running transaction keeps newer entries back.
  static let heldBackMilliseconds = 20
  /// How often a sealer looks that heard no bell, and a standby whether the leader still works.
  static let pollMilliseconds = 250
  /// The pause after a batch that could not be sealed.
  static let retryMilliseconds = 500
  /// The pause when the log needs its operator.
  static let brokenMilliseconds = 10_000
  /// Entries that one call of VerifyAuditChain looks at.
  static let verifiedMax: Int32 = 100_000
  /// Rows that one page of entries looks at while it searches.
  static let scannedMax = 5_000
  /// Rows that it looks at in one read at most.
  static let scanStep = 500
  /// Bytes of canonical entries in one message of an export, unless one entry alone is longer.
  static let exportBytesMax = 1 << 20
  /// How long a list waits for the sealer to come up to the moment of the call.
  static let patience = Duration.seconds(1)
}
