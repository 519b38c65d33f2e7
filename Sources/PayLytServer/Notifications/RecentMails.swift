/// How many e-mails users were sent at once within the last hour: what others do in a loop must not
/// fill a mailbox.
///
/// What is about security is counted by itself, so that nobody hides it behind a lot of the rest.
struct RecentMails {
  struct Key: Hashable, Sendable {
    let user: UUID
    let isSecurity: Bool
  }

  private var counts: [Key: Int64]

  init(_ found: [(key: Key, count: Int64)]) {
    counts = Dictionary(uniqueKeysWithValues: found.map { ($0.key, $0.count) })
  }

  /// Counts one more, unless there are as many as may be.
  ///
  /// - Returns: whether it was counted.
  mutating func take(_ user: UUID, _ kind: NotificationKind) -> Bool {
    let key = Key(user: user, isSecurity: kind == .security)
    guard counts[key, default: 0] < NotificationLimits.mailsAnHourMax else { return false }
    counts[key, default: 0] += 1
    return true
  }
}
