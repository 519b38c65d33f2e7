/// What a notification is about. Raw values are stored and equal the API's.
enum NotificationKind: Int16, Sendable, CaseIterable {
  case job = 1
  case escrow = 2
  case dispute = 3
  case payout = 4
  case wallet = 5
  /// Always in the list: who took an account over could hide it otherwise.
  case security = 6
}
