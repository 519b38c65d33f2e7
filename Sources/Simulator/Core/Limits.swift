/// Every bound of the simulator, with its unit and its reason.
public enum Limits {
  /// Invoices and payments that are kept, each. A test run has thousands; more is a loop gone wild.
  static let recordsMax = 1_000_000
  /// Nonces that are remembered: at full speed for the window of the timestamps.
  static let noncesMax = 1_000_000
  /// Seconds by which a request's timestamp may differ from our clock (Bitnob's documentation).
  static let clockSkewSecondsMax: Int64 = 300
  /// Satoshis of one invoice (Bitnob's documentation).
  static let invoiceSatMax: Int64 = 20_000_000
  /// Seconds for which an invoice may be payable: a year.
  static let expirySecondsMax: Int64 = 366 * 86_400
  /// Characters of a reference.
  static let referenceMax = 255
  /// Bytes of a description.
  static let descriptionBytesMax = 639
  /// Items of one page of a list.
  static let pageSizeMax = 100
  /// Faults that may be armed at once.
  static let faultsMax = 1000
  /// Milliseconds that a fault may delay an answer.
  static let delayMillisecondsMax: Int64 = 60_000
  /// Webhooks that wait for delivery. Past it they are dropped, as real ones are.
  static let webhooksWaitingMax = 10_000
  /// How often a webhook is delivered before it is given up.
  static let webhookAttemptsMax = 3
  /// Millisatoshi bounds of a simulated Lightning address.
  static let sendableMsat: ClosedRange<Int64> = 1000...20_000_000_000
}
