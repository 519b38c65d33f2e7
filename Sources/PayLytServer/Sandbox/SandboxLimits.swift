/// The bounds of the sandbox.
enum SandboxLimits {
  /// A year and a day more: one step.
  static let stepSecondsMax: Int64 = 366 * 86_400
  /// Ten years: far from where moments end.
  static let aheadSecondsMax: Int64 = 10 * 366 * 86_400
  static let faultsPerUserMax: Int16 = 20
  static let callsMax: Int32 = 1_000
  static let delayMillisecondsMax: Int32 = 60_000
  static let methodCharactersMax = 200
  /// Satoshis of one payment: what the simulator lets somebody pay.
  static let paymentSatsMax: Int64 = 40_000_000
}
