/// The bounds of notifications and e-mails.
enum NotificationLimits {
  /// Notifications that one request marks.
  static let markedMax: Int64 = 500
  /// Unread ones are counted up to here.
  static let countedMax: Int64 = 1_000
  /// Positions of the log that one step looks at.
  static let readMax = 256
  /// Entries in a row that are passed over when nobody can be told of them.
  static let passedMax = 16
  /// When a day's e-mail is sent, in seconds after midnight UTC.
  static let digestSecond: Int64 = 7 * 3600
  /// Notifications that a digest lists; it says how many more there are.
  static let digestMax: Int64 = 50
  /// E-mails that a user is sent at once in an hour, and as many about security; what happens
  /// beyond that is told in the day's.
  static let mailsAnHourMax: Int64 = 20
  static let mailsAnHourSeconds: Int64 = 3600
  /// E-mails that one step sends.
  static let mailsAtOnce: Int64 = 8
  /// How long a server has for the e-mails that it took: each takes half a minute at most.
  static let leaseSeconds: Int64 = 300
  /// The first pause after a failure; each further one is twice as long. The last try comes after
  /// about a day and a half.
  static let retrySeconds: Int64 = 60
  static let attemptsMax: Int32 = 12
  static let errorCharactersMax = 200
  /// For how long a notification is in the list, read or not.
  static let keptSeconds: Int64 = 180 * 86_400
  static let sentMailKeptSeconds: Int64 = 30 * 86_400
  /// For how long an admin may send one again; what it tells is kept longer.
  static let deadMailKeptSeconds: Int64 = 90 * 86_400
}
