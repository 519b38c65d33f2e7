extension Loader {
  /// Names what `Decision.hasBusiness` looks at. These keys find what is not over alone: what was,
  /// however much, is not loaded.
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
    !rows(Escrow.self, by: "client_id", .uuid(user)).isEmpty
      || !rows(Escrow.self, by: "freelancer_id", .uuid(user)).isEmpty
      || !rows(Job.self, by: "client_id", .uuid(user)).isEmpty
      || !rows(Payout.self, by: "user_id", .uuid(user)).isEmpty
      || !rows(Deposit.self, by: "user_id", .uuid(user)).isEmpty
      || hasMoney(user)
  }
}
