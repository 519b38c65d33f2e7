extension Loader {
  /// Names what `Decision.hasBusiness` looks at.
  func wantBusiness(of user: UUID) {
    want(Job.self, by: "client_id", .uuid(user))
    want(Escrow.self, by: "client_id", .uuid(user))
    want(Escrow.self, by: "freelancer_id", .uuid(user))
    want(Payout.self, by: "user_id", .uuid(user))
    want(Deposit.self, by: "user_id", .uuid(user))
    wantWallets(of: user)
  }
}

extension Decision {
  /// Whether a user owns money here, waits for some, or is a party of something that is not over.
  func hasBusiness(_ user: UUID) -> Bool {
    let escrows =
      rows(Escrow.self, by: "client_id", .uuid(user))
      + rows(Escrow.self, by: "freelancer_id", .uuid(user))
    return escrows.contains { !$0.state.isFinal }
      || rows(Job.self, by: "client_id", .uuid(user)).contains { $0.state.isEditable }
      || rows(Payout.self, by: "user_id", .uuid(user)).contains { !$0.state.isFinal }
      || rows(Deposit.self, by: "user_id", .uuid(user)).contains { $0.state == .pending }
      || hasMoney(user)
  }
}
