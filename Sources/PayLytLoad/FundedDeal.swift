import PayLytAPI
import PayLytRPC

/// What a client and a freelancer do until there is money in an escrow. The payment provider has to
/// pay by itself (`--simulator-pays-after-ms`).
enum FundedDeal {
  /// The steps of a request id that are its own: 1 to this one.
  static let stepsMax: UInt64 = 3

  /// Posts a job, accepts its terms, asks for the invoice and waits until it is paid, each under a
  /// request id that follows from `request`: called again, it goes on where it was.
  ///
  /// - Parameters:
  ///   - client: a number in `users`.
  ///   - freelancer: another one.
  /// - Returns: the escrow's name.
  static func open(
    _ request: Identifier, milestones: Int, client: Int, freelancer: Int, _ channel: Channel,
    _ users: SignedInUsers
  ) async throws(RPCError) -> String {
    func id(_ step: UInt64) -> String { request.step(step).description }
    let asClient = users.options(of: client)
    let jobs = JobServiceClient(channel)
    let job = try await jobs.createJob(
      .load(request.step(1), milestones: milestones), options: asClient)
    let accepted = try await jobs.acceptTerms(
      AcceptTermsRequest(requestID: id(2), name: job.name, termsSha256: job.termsSha256),
      options: users.options(of: freelancer))
    let escrows = EscrowServiceClient(channel)
    _ = try await escrows.fundEscrow(
      FundEscrowRequest(requestID: id(3), name: accepted.escrow), options: asClient)
    try await waitUntilPaid(accepted.escrow, escrows, asClient)
    return accepted.escrow
  }

  private static func waitUntilPaid(
    _ name: String, _ escrows: EscrowServiceClient, _ options: CallOptions
  ) async throws(RPCError) {
    let states = try await escrows.watchEscrow(WatchEscrowRequest(name: name), options: options)
    // Whoever called before, and heard nothing, may have released it.
    for try await state in states where state.state == .paidLocked || state.state == .released {
      states.cancel()
      return
    }
    throw RPCError(.unknown, "The stream ended before \(name) was paid.")
  }
}
