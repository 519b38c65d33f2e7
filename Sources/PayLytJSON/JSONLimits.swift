/// Every bound of JSON, with its unit and reason.
public enum JSONLimits {
  /// Bytes of one text: a message of the largest size on the wire, its bytes in base64.
  public static let textBytesMax = 32 << 20
  /// Lists and objects in each other: a message in a list is two of them, and messages are nested
  /// up to `Limits.messageDepthMax`. Recursion costs stack.
  public static let depthMax = 256
  /// Values of one text: two bytes of it become a value of dozens of bytes.
  public static let valuesMax = 1 << 19
  /// Characters of a number that mean something: the longest exact double has fewer.
  public static let numberBytesMax = 1_100
}
