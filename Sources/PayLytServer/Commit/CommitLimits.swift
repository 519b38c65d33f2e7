/// The bounds of the commit engine.
enum CommitLimits {
  /// Commands in one batch: past this the arrays grow without the commit getting cheaper.
  static let batchMax = 256
  /// Commands that may wait for a batch. At 10 000 a second this is 0.4 s of work.
  static let queueMax = 4096
  /// Bytes of the requests in one batch, so that a few large ones are not one huge statement.
  static let batchBytesMax = 4 << 20
  /// Bytes of the requests that may wait for a batch.
  static let queueBytesMax = 64 << 20
  /// Runs of one batch before its callers are told to come back.
  static let attemptsMax = 8
  /// Runs of one batch that may end in a unique violation before it counts as no race.
  static let uniqueRacesMax = 3
  /// How long a commit may take before a repetition of one of its requests is told to come back
  /// instead of waiting for it.
  static let repetitionMilliseconds: Int64 = 1_000
  /// Loads in a row, each named by the rows of the one before: request → invoice → escrow → wallet.
  /// Those of a batch can be more than those of any command in it, since what is locked at the end
  /// waits for what others name. No batch needs more than six: this only ends what never ends.
  static let loadRoundsMax = 16
  /// How long one announcement of commits is enough: those within share the next one, because each
  /// wakes every server.
  static let announcementMilliseconds = 10
  /// First pause between two runs; doubles each time.
  static let backoffMilliseconds = 2
}
