import PayLytCrypto
import Testing

@testable import PayLytServer

/// docs/OPERATIONS.md, "Replacing the secret".
@Suite("Replacing the secret")
struct SecretReplacementTests {
  private static let old = [UInt8](repeating: 0x0a, count: 32)
  private static let new = [UInt8](repeating: 0x0b, count: 32)

  private static func keys(_ master: [UInt8], accepting accepted: [UInt8]...) throws -> DetailKeys {
    let secrets = try #require(Secrets(master: master, accepted: accepted))
    return try #require(DetailKeys(derived: secrets.details))
  }

  private static func beneficiary(_ number: UInt64, _ keys: DetailKeys) -> Beneficiary {
    Beneficiary(
      id: .entity(number), user: .entity(1_000 + number),
      destination: .lightningAddress("a@example.org"), label: "x", currency: .btc, keys: keys,
      at: .start)
  }

  @Test("while a secret is replaced, each server reads what the other one seals")
  func bothWays() throws {
    let first = try Self.keys(Self.old, accepting: Self.new)
    let second = try Self.keys(Self.new, accepting: Self.old)
    #expect(first.currentID != second.currentID)
    for (sealing, opening) in [(first, second), (second, first)] {
      let sealed = sealing.seal([1, 2, 3], for: .entity(1))
      #expect(DetailKeys.derivedIDs.contains(sealed.keyID))
      #expect(try opening.open(sealed, of: .entity(1)) == [1, 2, 3])
    }
    let without = try Self.keys(Self.new)
    let sealed = first.seal([1], for: .entity(1))
    #expect(throws: DetailKeys.Unreadable(keyID: first.currentID)) {
      try without.open(sealed, of: .entity(1))
    }
  }

  @Test(
    "a server with both secrets, and one that takes a file of keys, read what the old one sealed")
  func serverFiles() throws {
    let sealed = try Self.keys(Self.old).seal([7], for: .entity(1))
    let file = "5 " + Hex.encode([UInt8](repeating: 5, count: 32))
    let cases: [([String], Int32)] = [
      ([], try Self.keys(Self.new).currentID), (["--detail-keys", file], 5),
      (["--detail-keys", "secret\n" + file], try Self.keys(Self.new).currentID),
    ]
    for (more, current) in cases {
      let options = try CommandLineOptions(
        [
          "--with-simulator", "--data-dir", "/tmp", "--secret", Hex.encode(Self.new),
          "--accepted-secret", Hex.encode(Self.old),
        ] + more, known: ServeCommand.usage.options, environment: { _ in nil })
      let keys = try ServerFiles(Configuration(options)).detailKeys
      #expect(try keys.open(sealed, of: .entity(1)) == [7])
      #expect(keys.currentID == current)
    }
  }

  @Test("what the old secret sealed is sealed under the new one, and the old one can go")
  func resealed() async throws {
    let before = try Self.keys(Self.old)
    let during = try Self.keys(Self.new, accepting: Self.old)
    let after = try Self.keys(Self.new)
    try await withEngine { engine in
      try await engine.commit(PutRow(row: Self.beneficiary(30, before)))
      let (endpoint, table) = (UUID.entity(40), WebhookEndpoint.secrets)
      let secret = [UInt8](repeating: 3, count: 32)
      try await engine.commit(
        CreateWebhookEndpoint(
          caller: .client, request: nil, user: .entity(1), endpoint: endpoint,
          content: .init(url: "https://example.com/", description: "", types: []),
          secret: before.seal(secret, for: endpoint, in: table), position: 0))
      try await engine.commit(PutRow(row: User.fixture(2)))
      try await engine.commit(
        PutRow(
          row: KycCase(
            id: .entity(50), user: .entity(2), tier: .identified,
            details: before.seal(
              [1, 2], for: .entity(2), in: KycCase.detailTable), at: .start)))
      let log = Log(level: .error, clock: SystemClock())
      let (addresses, endpoints, cases) = (Gauge(), Gauge(), Gauge())
      let beneficiaries = BeneficiaryKeeper(
        database: engine.database, committer: engine.committer, keys: during, log: log,
        gauge: addresses)
      let webhooks = WebhookKeeper(
        database: engine.database, committer: engine.committer, keys: during,
        clock: SystemClock(), log: log, gauge: endpoints)
      let kycCases = KycKeeper(
        database: engine.database, committer: engine.committer, keys: during, log: log,
        gauge: cases)
      #expect(try await beneficiaries.step() == false)
      #expect(try await webhooks.step() == false)
      #expect(try await kycCases.step() == false)
      #expect(addresses.current == 1 && endpoints.current == 1 && cases.current == 1)
      let row = try #require(
        try await engine.database.query(
          BeneficiaryStatements.beneficiary, [.uuid(.entity(30))]
        ).first)
      #expect(try row.destination(after) == .lightningAddress("a@example.org"))
      let found = try #require(
        try await engine.database.query(WebhookOutStatements.endpoint, [.uuid(endpoint)]).first)
      #expect(try found.signingSecrets(after, at: .start).map(\.key) == [secret])
      let kyc = try #require(
        try await engine.database.query(IdentityStatements.kycCase, [.uuid(.entity(50))]).first)
      #expect(try kyc.openedDetails(after) == [1, 2] && kyc.version == 2)
      _ = try await beneficiaries.step()
      _ = try await webhooks.step()
      _ = try await kycCases.step()
      #expect(addresses.current == 0 && endpoints.current == 0 && cases.current == 0)
    }
  }

  @Test("rows under a lost key hold up none behind them, and are told of once, not each minute")
  func lostKey() async throws {
    let lost = try #require(DetailKeys([3: [UInt8](repeating: 3, count: 32)], current: 3))
    let before = try Self.keys(Self.old)
    let during = try Self.keys(Self.new, accepting: Self.old)
    let lines = Gauge()
    let log = Log(level: .error, clock: SystemClock()) { _ in lines.add(1) }
    let batch = UInt64(BeneficiaryLimits.keepingBatch)
    try await withEngine { engine in
      for number in 1...batch + 5 {
        try await engine.commit(PutRow(row: Self.beneficiary(number, lost)))
      }
      try await engine.commit(PutRow(row: Self.beneficiary(batch + 6, before)))
      let gauge = Gauge()
      let keeper = BeneficiaryKeeper(
        database: engine.database, committer: engine.committer, keys: during, log: log,
        gauge: gauge)
      while try await keeper.step() {}
      let row = try #require(
        try await engine.database.query(
          BeneficiaryStatements.beneficiary, [.uuid(.entity(batch + 6))]
        ).first)
      #expect(row.details.keyID == during.currentID)
      let told = lines.current
      #expect(told > 0 && told < Int64(batch))
      while try await keeper.step() {}
      #expect(lines.current == told)
      #expect(gauge.current == Int64(batch) + 5)
    }
  }
}
