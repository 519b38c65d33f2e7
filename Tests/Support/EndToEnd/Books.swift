public import PayLytAPI
import PayLytRPC

/// The books of a deployment, read as an admin, against the provider's own.
public struct Books: Sendable {
  public let balance: TrialBalance
  /// Our balance at the provider, by our books and by the provider's. Millisatoshis.
  public let floatMsat: Int64
  public let providerMsat: Int64

  public static func read(
    by admin: Person, of deployment: Deployment
  ) async throws -> Books {
    let balance = try await admin.ledger.getTrialBalance(
      GetTrialBalanceRequest(verify: true), options: admin.options)
    let float = balance.lines.filter { $0.accountKind == "provider_float" }
    return Books(
      balance: balance, floatMsat: float.reduce(0) { $0 + $1.debits - $1.credits },
      providerMsat: try await deployment.simulator.floatMsat())
  }

  /// Debits are credits, every balance is the sum of its transfers, every escrow's money is where
  /// its state says, and the provider agrees on what it holds for us.
  public var areRight: Bool {
    balance.verified && balance.difference == 0 && balance.accountsOff == 0
      && balance.escrowsOff == 0 && floatMsat == providerMsat
  }

  /// What accounts of a kind hold, credits less debits. Millisatoshis.
  public func credit(_ kind: String) -> Int64 {
    balance.lines.filter { $0.accountKind == kind && $0.asset == "BTC" }
      .reduce(0) { $0 + $1.credits - $1.debits }
  }
}
