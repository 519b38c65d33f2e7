/// Every bound of the command line, with its unit and reason.
enum CLILimits {
  /// Elements that `list[7]=` may reach: an index is typed by a person.
  static let listElementsMax = 1_000
  /// Fields in fields in one path.
  static let pathComponentsMax = 32
  /// Pages that `--all` follows, and rounds of `audit verify`.
  static let pagesMax = 10_000
  /// Bytes of a password that is typed.
  static let passwordBytesMax = 1_024
  /// Bytes of the file that holds the tokens.
  static let sessionFileBytesMax = 1 << 16
  /// How long before its end an access token counts as expired: it must last for the call.
  static let expiryMarginSeconds: Int64 = 30
  /// How often, and with which pause, one process waits for another that renews the tokens.
  static let lockAttemptsMax = 300
  static let lockPause = Duration.milliseconds(100)
  /// Names that are proposed for one that does not exist.
  static let proposalsMax = 5
  /// How long a call may take when nobody says; streams have no end of their own.
  static let unaryTimeout = Duration.seconds(30)
  /// Characters of one cell of a table.
  static let cellCharactersMax = 48
  /// The same of a resource's name, which has two ids at most.
  static let nameCharactersMax = 128
  /// Bytes read from a file or from standard input at once.
  static let chunkBytes = 64 << 10
}
