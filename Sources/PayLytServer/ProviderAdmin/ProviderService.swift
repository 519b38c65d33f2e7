import PayLytAPI
import PayLytRPC

/// The RPC face of the providers, for admins.
struct ProviderService: ProviderServiceHandler {
  /// A provider, and what it does for us.
  struct Post: Sendable {
    let account: any ProviderAccount
    let duties: [String]
  }

  let database: Database
  let posts: [Post]
  let log: Log

  func getProviderHealth(
    _ request: GetProviderHealthRequest, _ context: ServerContext
  ) async throws -> GetProviderHealthResponse {
    GetProviderHealthResponse(
      providers: posts.map { post in
        ProviderHealth(
          provider: post.account.name, condition: .init(post.account.breaker.condition),
          duties: post.duties)
      })
  }

  func getProviderBalances(
    _ request: GetProviderBalancesRequest, _ context: ServerContext
  ) async throws -> GetProviderBalancesResponse {
    var balances: [ProviderBalance] = []
    for post in posts {
      do throws(ProviderError) {
        balances.append(
          ProviderBalance(
            provider: post.account.name, balance: .msat(try await post.account.balanceMsat())))
      } catch {
        log.info("balance not told", ["provider": post.account.name, "error": "\(error)"])
        balances.append(ProviderBalance(provider: post.account.name))
      }
    }
    let lines = try await database.query(
      LedgerStatements.trialBalance, deadline: context.deadline)
    let float = lines.filter { $0.kind == .providerFloat && $0.asset == .btc }
      .reduce(Int64(0)) { $0 + $1.debits - $1.credits }
    return GetProviderBalancesResponse(balances: balances, ledgerFloat: .msat(float))
  }
}

extension ProviderHealth.Condition {
  init(_ condition: CircuitBreaker.Condition) {
    self =
      switch condition {
      case .closed: .answering
      case .open: .leftAlone
      case .probing: .probing
      }
  }
}
