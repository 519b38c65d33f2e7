/// Why a command was neither accepted nor refused.
enum CommitError: Error, Equatable {
  /// Too many commands wait. Nothing happened; come back after the delay.
  case overloaded
  /// The database is not there. Nothing happened; the same request may be sent again.
  case unavailable
  /// The connection was lost while the database confirmed, and it did not come back in time. The
  /// same request id gets the answer later.
  case outcomeUnknown
  /// The caller's deadline passed before the command entered a batch. Nothing happened.
  case deadlineExceeded
  /// Other servers kept changing the same rows. Nothing happened; the same request may be sent
  /// again.
  case contended
  /// The same request is being carried out and takes its time. Ask again for its answer.
  case inProgress
  /// A bug of ours; the log has it.
  case internalError
}
