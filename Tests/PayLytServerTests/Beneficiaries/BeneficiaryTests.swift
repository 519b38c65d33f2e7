import PayLytCrypto
import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("Beneficiaries")
struct BeneficiaryTests {
  static let bank = PayoutDestination.bank(
    RailAccount(
      kind: .bank, country: "NG", institution: "058", number: "0123456789", holder: "Ada Óbi"))
  static let phone = PayoutDestination.mobileMoney(
    RailAccount(
      kind: .mobileMoney, country: "KE", institution: "MPESA", number: "254712345678",
      holder: "Wanjiru"))

  private static let hex = String(repeating: "ab", count: 32)
  private static let all = [
    bank, phone, .lightningAddress("ada@example.org"), .bolt11("lnbcrt1xyzabcd"),
  ]

  @Test("what is sealed is what is opened", arguments: all)
  func roundTrip(destination: PayoutDestination) throws {
    #expect(PayoutDestination(encoded: destination.encoded) == destination)
    let beneficiary = Beneficiary(
      id: .entity(30), user: .entity(2), destination: destination, label: "x", currency: .btc,
      keys: .fixture, at: .start)
    #expect(try beneficiary.destination(.fixture) == destination)
  }

  @Test(
    "bytes that are no destination are refused, and never read beyond their end", arguments: all)
  func malformed(destination: PayoutDestination) {
    let bytes = destination.encoded
    for count in 0..<bytes.count {
      #expect(PayoutDestination(encoded: Array(bytes.prefix(count))) == nil)
    }
    #expect(PayoutDestination(encoded: bytes + [0]) == nil)
    #expect(PayoutDestination(encoded: [2] + bytes.dropFirst()) == nil)
    #expect(PayoutDestination(encoded: [1, 9] + bytes.dropFirst(2)) == nil)
    #expect(PayoutDestination(encoded: [1, 1, 0, 1, 0xff]) == nil)
  }

  @Test(
    "only the mask is ever printed",
    arguments: [
      (bank, "058 ••••6789"), (phone, "MPESA ••••5678"),
      (.lightningAddress("ada@example.org"), "a••••@example.org"),
      (.bolt11("lnbcrt1xyzabcd"), "lnbc••••abcd"),
    ])
  func masked(destination: PayoutDestination, mask: String) {
    #expect(destination.masked == mask)
    for text in ["\(destination)", String(reflecting: destination)] as [String] {
      #expect(text.contains(mask))
      for secret in ["0123456789", "254712345678", "Ada Óbi", "Wanjiru", "xyz", "ada@"] {
        #expect(!text.contains(secret))
      }
    }
    if let account = destination.account {
      #expect(!String(reflecting: account).contains(account.number))
    }
  }

  @Test("details open only in their own row, unaltered, and with their key")
  func sealed() throws {
    let sealed = DetailKeys.fixture.seal([1, 2, 3], for: .entity(30))
    #expect(try DetailKeys.fixture.open(sealed, of: .entity(30)) == [1, 2, 3])
    #expect(throws: DetailKeys.Unreadable(keyID: 1)) {
      try DetailKeys.fixture.open(sealed, of: .entity(31))
    }
    for index in sealed.bytes.indices {
      var bytes = sealed.bytes
      bytes[index] ^= 1
      let altered = SealedDetails(keyID: 1, bytes: bytes)
      #expect(throws: DetailKeys.Unreadable(keyID: 1)) {
        try DetailKeys.fixture.open(altered, of: .entity(30))
      }
    }
    let other = SealedDetails(keyID: 2, bytes: sealed.bytes)
    #expect(throws: DetailKeys.Unreadable(keyID: 2)) {
      try DetailKeys.fixture.open(other, of: .entity(30))
    }
  }

  @Test(
    "a file of keys names the current one first; anything else is refused",
    arguments: [
      ("2 \(hex)\n1 \(hex)\n", 2), ("7 \(hex)", 7), ("", nil), ("2", nil), ("2 abcd", nil),
      ("x \(hex)", nil), ("0 \(hex)", nil), ("1000000001 \(hex)", nil), ("1 \(hex)\n1 \(hex)", nil),
    ] as [(String, Int32?)])
  func keyFile(text: String, current: Int32?) {
    let keys = DetailKeys(text: text, derived: [[UInt8](repeating: 9, count: 32)])
    #expect(keys?.currentID == current)
  }

  // MARK: Keeping

  private struct Desk: Sendable {
    let engine: Engine

    func keeper(_ keys: DetailKeys) -> BeneficiaryKeeper {
      BeneficiaryKeeper(
        database: engine.database, committer: engine.committer, keys: keys,
        log: Log(level: .error, clock: SystemClock()))
    }

    func row(_ id: UUID) async throws -> Beneficiary? {
      try await engine.database.query(BeneficiaryStatements.beneficiary, [.uuid(id)]).first
    }

    func add(_ number: UInt64) async throws -> Beneficiary {
      try await engine.carryOut(
        CreateBeneficiary(
          caller: .freelancer, request: nil,
          beneficiary: Beneficiary(
            id: .entity(number), user: .entity(2), destination: .lightningAddress("a@example.org"),
            label: "x", currency: .btc, keys: .fixture, at: .start)))
    }
  }

  @Test("a new key takes over all details, and the old one is not needed any more")
  func rotation() async throws {
    let old = [UInt8](repeating: 1, count: 32)
    let new = [UInt8](repeating: 2, count: 32)
    try await withEngine { engine in
      let desk = Desk(engine: engine)
      for number in UInt64(30)..<36 { _ = try await desk.add(number) }
      let both = try #require(DetailKeys([1: old, 2: new], current: 2))
      try await #expect(desk.keeper(both).step() == false)
      let onlyNew = try #require(DetailKeys([2: new], current: 2))
      for number in UInt64(30)..<36 {
        let row = try #require(try await desk.row(.entity(number)))
        #expect(row.details.keyID == 2 && row.version == 2)
        #expect(try row.destination(onlyNew) == .lightningAddress("a@example.org"))
      }
      try await #expect(desk.keeper(both).step() == false)
      let row = try #require(try await desk.row(.entity(30)))
      #expect(row.version == 2)
    }
  }

  @Test("what was deleted is wiped, but not while an open payout needs it")
  func wiping() async throws {
    try await withEngine { engine in
      let desk = Desk(engine: engine)
      let (used, unused, kept) = (
        try await desk.add(30), try await desk.add(31), try await desk.add(32)
      )
      try await engine.commit(PostAll.paying(100_000_000, to: 2))
      let payout = try await engine.carryOut(
        CreatePayout(
          caller: .freelancer, request: nil, user: .entity(2),
          order: .lightning(
            .lightning(
              .lightningAddress, amountMsat: 1_000, feeLimitMsat: 0, destination: used.masked,
              beneficiary: used.id)), provider: "simulator"))
      for id in [used.id, unused.id] {
        try await engine.commit(
          DeleteBeneficiary(caller: .freelancer, request: nil, user: .entity(2), beneficiary: id))
      }
      _ = try await desk.keeper(.fixture).step()
      try await #expect(desk.row(unused.id)?.details.bytes == [])
      try await #expect(desk.row(used.id)?.details.bytes.isEmpty == false)
      try await #expect(desk.row(kept.id)?.details.bytes.isEmpty == false)
      try await engine.commit(
        CancelPayout(caller: .freelancer, request: nil, user: .entity(2), payout: payout.id))
      _ = try await desk.keeper(.fixture).step()
      try await #expect(desk.row(used.id)?.details.bytes == [])
      #expect(engine.bugs.isEmpty)
    }
  }

  @Test("a beneficiary is deleted once, by its own user")
  func deletion() throws {
    let store = MemoryStore()
    let beneficiary = try store.carryOut(
      CreateBeneficiary(
        caller: .freelancer, request: nil,
        beneficiary: Beneficiary(
          id: .entity(30), user: .entity(2), destination: Self.bank, label: "x", currency: .ngn,
          keys: .fixture, at: .start)))
    func delete(_ user: UInt64, _ id: UUID) -> DeleteBeneficiary {
      DeleteBeneficiary(caller: .stranger, request: nil, user: .entity(user), beneficiary: id)
    }
    #expect(store.refusal(of: delete(3, beneficiary.id))?.code == .notFound)
    #expect(store.refusal(of: delete(2, .entity(77)))?.code == .notFound)
    #expect(try store.carryOut(delete(2, beneficiary.id)).isDeleted)
    #expect(store.refusal(of: delete(2, beneficiary.id))?.code == .notFound)
  }
}
