/// The bounds of accounts, sessions and API keys.
enum AuthLimits {
  static let passwordBytes = 10...256
  static let accessTokenSeconds: Int64 = 15 * 60
  static let sessionSeconds: Int64 = 30 * 24 * 3600
  /// How long a refresh whose answer was lost can be asked for again.
  static let refreshGraceSeconds: Int64 = 60
  static let stepUpSeconds: Int64 = 5 * 60
  /// How long what one admin has said waits for a second one's word.
  static let proposalSeconds: Int64 = 14 * 86_400
  /// For how long moves without the second factor count together, from the first one on.
  static let unprovedSeconds: Int64 = 3600
  /// Wrong passwords or PINs in a row before the account is locked for a while.
  static let failedLoginsFree: Int16 = 5
  static let failedPinsFree: Int16 = 3
  /// How soon one account may try another PIN beside those that it has just tried.
  static let pinFailureSeconds: Int64 = 5
  /// Where the doubling of the lock ends: 30 s x 2^7 is about an hour.
  static let doublingsMax: Int16 = 8
  static let lockSeconds: Int64 = 30
  /// How soon an address that a lock does not count for may try another password in spite of it,
  /// beside the free ones.
  static let lockPassedSeconds: Int64 = 600
  /// Failed sign-ins that one address may make at once, and how soon it may make another one.
  static let addressFailuresFree = 100
  static let addressFailureSeconds: Int64 = 5
  /// Accounts that one address may open at once, as an office or a load test does, and how soon
  /// another one.
  static let registrationsFree = 1_000
  static let registrationSeconds: Int64 = 4
  /// Questions that a user may have us ask a provider at once, and how soon another one: a provider
  /// loses its patience with all of us.
  static let questionsFree = 60
  static let questionSeconds: Int64 = 1
  /// How long a mailed code is good.
  static let resetCodeSeconds: Int64 = 30 * 60
  static let confirmationCodeSeconds: Int64 = 24 * 3600
  /// E-mails with codes that one account is sent at once.
  static let codeMailsFree: Int64 = 3
  /// E-mails with codes that one address may have sent at once, and how soon another one.
  static let mailsFree = 50
  static let mailSeconds: Int64 = 60
  /// The same to one recipient; and what confirms one address, whoever asks.
  static let mailsToOneFree = 5
  static let mailToOneSeconds: Int64 = 3600
  /// How long a code that is over is remembered. Not less than its e-mails count.
  static let codeKeptSeconds: Int64 = 3 * 24 * 3600
  /// For how long all that leaves an account needs the PIN after its password was reset.
  static let resetHoldSeconds: Int64 = 24 * 3600
  /// Addresses that one server remembers, and e-mails without an account.
  static let addressesMax = 100_000
  /// How long a server trusts what it read of a session or a key. What is ended on this server
  /// counts at once, on another one after this time.
  static let sessionTrustMilliseconds: Int64 = 1000
  /// Sessions, tokens and keys remembered by one server.
  static let cacheEntriesMax = 20_000
  /// Bytes of an access token that are looked at.
  static let accessTokenBytesMax = 4096
  static let userAgentBytesMax = 200

  /// Random bytes of an API key's secret.
  static let secretBytes = 32
  static let keyLifeSecondsMax: Int64 = 10 * 366 * 24 * 3600
  /// How far a signed request's clock may be off.
  static let signatureWindowSeconds: Int64 = 300
  static let nonceCharacters = 16...64
  /// How exact `last_use_time` is.
  static let lastUsedSeconds: Int64 = 60

  /// What has ended is kept for so long, for `ListSessions` of admins and for people who ask.
  static let sessionKeptSeconds: Int64 = 30 * 24 * 3600
}
