/// The chain that an invoice is paid on.
public enum Network: String, Sendable, CaseIterable {
  case mainnet = "bc"
  case testnet = "tb"
  case signet = "tbs"
  case regtest = "bcrt"

  /// How the human-readable part of an invoice begins.
  public var invoicePrefix: String { "ln" + rawValue }
}
