/// Every bound of the cryptography module, with its unit and its reason.
public enum Limits {
  /// Longest password in bytes that is hashed. Long enough for any phrase, short enough that the
  /// bytes cost nothing next to the memory-hard function.
  public static let passwordBytesMax = 1024
  /// Most random bytes asked for at once; more is a mistake of ours.
  public static let randomBytesMax = 1 << 20
}
