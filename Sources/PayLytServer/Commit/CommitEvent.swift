/// What a committer tells about itself, for the log and the figures.
enum CommitEvent: Sendable {
  /// A batch has its answers. Counts of commands, and the time from its first statement to its
  /// commit, earlier runs of it included.
  case settled(CommitTally, nanoseconds: UInt64)
  /// A command was turned away because too many wait.
  case overloaded
  /// A batch runs again, after a race or a lost connection.
  case retried
  /// The database refused a batch as a whole, and it is halved.
  case split
  /// So many commands wait for the batch before theirs.
  case waiting(Int)
  /// A mistake of ours, for people to look at.
  case bug(String)
}

/// How the commands of one batch ended.
struct CommitTally: Sendable, Equatable {
  var accepted = 0
  var replayed = 0
  var refused = 0
  var failed = 0

  var all: Int { accepted + replayed + refused + failed }

  mutating func count(_ outcome: Result<CommitOutcome, any Error>) {
    switch outcome {
    case .success(let outcome) where outcome.isReplay: replayed += 1
    case .success: accepted += 1
    case .failure(let error) where error is Refusal: refused += 1
    case .failure: failed += 1
    }
  }
}
