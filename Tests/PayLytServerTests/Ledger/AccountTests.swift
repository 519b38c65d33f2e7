import Testing

@testable import PayLytServer

@Suite("Accounts")
struct AccountTests {
  @Test("an account's id tells its kind, its asset and its owner", arguments: AccountKind.allCases)
  func roundTrip(kind: AccountKind) {
    for asset in Asset.allCases {
      let id =
        kind.isStriped
        ? AccountID.platform(kind, asset: asset, stripe: 200)
        : AccountID(of: .entity(7), kind: kind, asset: asset)
      #expect(id.kind == kind)
      #expect(id.asset == asset)
      #expect(AccountID(uuid: id.uuid) == id)
      if !kind.isStriped { #expect(id.uuid.entity == .entity(7)) }
      let account = Account(opening: id)
      #expect(account.kind == kind && account.asset == asset && account.balance == 0)
    }
  }

  @Test("no two accounts share an id, for any owners, kinds, assets and stripes")
  func noCollisions() {
    var random = SeededRandom(seed: 5)
    var ids: Set<UUID> = []
    var made = 0
    let owners =
      [UUID.entity(1), .entity(2)]
      + (0..<200).map { _ in UUID(time: .start, random: random.next()) }
    for asset in Asset.allCases {
      for kind in AccountKind.allCases {
        if kind.isStriped {
          for stripe in UInt8.min...UInt8.max {
            ids.insert(AccountID.platform(kind, asset: asset, stripe: stripe).uuid)
            made += 1
          }
        } else {
          for owner in owners {
            ids.insert(AccountID(of: owner, kind: kind, asset: asset).uuid)
            made += 1
          }
        }
      }
    }
    ids.formUnion(owners)
    #expect(ids.count == made + owners.count)
  }

  @Test(
    "assets and losses grow by debits, everything else by credits", arguments: AccountKind.allCases)
  func normalSide(kind: AccountKind) {
    let id =
      kind.isStriped
      ? AccountID.platform(kind, asset: .btc, stripe: 0)
      : AccountID(of: .entity(1), kind: kind, asset: .btc)
    let account = Account(id: id, kind: kind, asset: .btc, debits: 30, credits: 10)
    let growsByDebits = kind == .providerFloat || kind == .losses
    #expect(account.balance == (growsByDebits ? 20 : -20))
    #expect(account.mayOverdraw == kind.isStriped)
  }
}
