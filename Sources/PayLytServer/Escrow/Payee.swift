/// One of those who share what the freelancer gets, as the freelancer has said.
struct Payee: Hashable, Sendable {
  let id: UUID
  let escrow: UUID
  var user: UUID
  /// The share is this part of all weights. Zero: no longer one of them.
  var weight: Int32
  /// From 1; a millisatoshi that does not divide goes to the earlier one.
  let position: Int16
}

/// What one payee got of one release.
struct PayeePart: Hashable, Sendable {
  let user: UUID
  let amountMsat: Int64

  /// What each gets of `amountMsat`.
  ///
  /// - Parameter payees: those who share; without any, all is the freelancer's.
  static func all(of amountMsat: Int64, _ payees: [Payee], freelancer: UUID) -> [PayeePart] {
    guard !payees.isEmpty else { return [PayeePart(user: freelancer, amountMsat: amountMsat)] }
    let ordered = payees.sorted { $0.position < $1.position }
    return zip(ordered, Share.split(amountMsat, by: ordered.map(\.weight)))
      .map { PayeePart(user: $0.user, amountMsat: $1) }
  }
}

extension Share {
  /// Divides `amount` by `weights`, exactly: each part is rounded down, and what is left goes, one
  /// unit each, to the largest remainders; of equal ones, to the first.
  ///
  /// - Parameter weights: not negative, at least one above zero.
  static func split(_ amount: Int64, by weights: [Int32]) -> [Int64] {
    let sum = weights.reduce(Int128(0)) { $0 + Int128($1) }
    precondition(amount >= 0 && sum > 0, "a split of nothing real")
    let products = weights.map { Int128(amount) * Int128($0) }
    var parts = products.map { Int64($0 / sum) }
    let left = Int(amount - parts.reduce(0, +))
    let order = products.indices.sorted { a, b in
      let (first, second) = (products[a] % sum, products[b] % sum)
      return first != second ? first > second : a < b
    }
    for index in order.prefix(left) { parts[index] += 1 }
    return parts
  }
}

extension Loader {
  /// Those who share, and their wallets.
  func wantPayees(of escrow: Escrow) {
    guard escrow.payeeCount > 0 else { return }
    for payee in rows(Payee.self, by: "escrow_id", .uuid(escrow.id)) {
      expect(AccountID(of: payee.user, kind: .wallet, asset: .btc))
      wantAccount(of: payee.user)
    }
  }
}

extension Decision {
  /// Whether `user` shares what the freelancer gets.
  func isPayee(_ user: UUID, of escrow: Escrow) -> Bool {
    payees(of: escrow).contains { $0.user == user }
  }

  /// Whether `caller` is a side of it or shares what the freelancer gets, and so does not decide
  /// about it. The command's load names the payees.
  func concerns(_ caller: Caller, _ escrow: Escrow) -> Bool {
    guard case .user(let user, _) = caller else { return false }
    return escrow.side(of: caller) != nil || isPayee(user, of: escrow)
  }

  private func payees(of escrow: Escrow) -> [Payee] {
    guard escrow.payeeCount > 0 else { return [] }
    return rows(Payee.self, by: "escrow_id", .uuid(escrow.id)).filter { $0.weight > 0 }
  }

  /// Who gets `amountMsat` of the freelancer's money. From the wallet of somebody who has left
  /// nobody could ever take it.
  func parts(of amountMsat: Int64, _ escrow: Escrow) -> [PayeePart] {
    PayeePart.all(
      of: amountMsat, payees(of: escrow).filter { !hasLeft($0.user) },
      freelancer: escrow.freelancer)
  }
}
