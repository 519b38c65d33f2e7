/// Every bound of the Lightning module, with its unit and its reason.
public enum Limits {
  /// Longest invoice in characters: what the largest QR code holds in digits, and the limit that
  /// node implementations use.
  public static let invoiceCharactersMax = 7089
  /// Longest tagged field in 5-bit words; its length has 10 bits (BOLT 11).
  public static let fieldWordsMax = 1023
  /// Longest `d` in bytes: what fits in `fieldWordsMax`. A longer one is sent as its hash.
  public static let descriptionBytesMax = 639
  /// Largest amount in msat: every bitcoin there will be, 21 million times 10¹¹.
  public static let amountMsatMax: Int64 = 2_100_000_000_000_000_000
  /// Moments have 35 bits, in seconds since 1970 (BOLT 11).
  public static let timestampMax: Int64 = (1 << 35) - 1
  /// Longest user name of a Lightning address, in characters, as for mail (RFC 5321 §4.5.3.1).
  public static let addressUserMax = 64
  /// Longest host name in characters (RFC 1035 §2.3.4).
  public static let hostMax = 253
  /// Longest text in bytes that a QR code takes (version 40, level L, bytes).
  public static let qrTextBytesMax = 2953
}
