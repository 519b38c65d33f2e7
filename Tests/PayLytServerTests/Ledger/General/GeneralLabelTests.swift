import PayLytAPI
import PayLytRPC
import PayLytRPCServices
import Testing

@testable import PayLytServer

extension UpdateGeneralLabels {
  static func fixture(
    _ subject: GeneralLabels.Subject, _ labels: [String: String] = [:], remove: [String] = [],
    etag: String = ""
  ) -> UpdateGeneralLabels {
    UpdateGeneralLabels(
      caller: .admin, request: nil, subject: subject,
      changes: LabelChanges(set: labels, removed: remove), etag: etag)
  }
}

@Suite("Labels of the general ledger")
struct GeneralLabelTests {
  private static func store() throws -> MemoryStore {
    let store = try MemoryStore.general()
    // An account and a transaction may have the same name.
    try store.carryOut(PostTransaction.moving(5, from: "world", to: "ada", as: "ada"))
    return store
  }

  @Test(
    "labels are set, changed and removed, and the others stay",
    arguments: [GeneralLabels.Subject.account("ada"), .transaction("ada")])
  func changed(subject: GeneralLabels.Subject) throws {
    let store = try Self.store()
    let steps: [(set: [String: String], removed: [String], left: [String: String])] = [
      (["team": "red", "note": ""], [], ["team": "red", "note": ""]),
      (["team": "blue", "n.1": "é"], ["gone"], ["team": "blue", "note": "", "n.1": "é"]),
      ([:], ["team", "n.1"], ["note": ""]), ([:], ["note"], [:]),
    ]
    for (index, step) in steps.enumerated() {
      let labels = try store.carryOut(
        UpdateGeneralLabels.fixture(subject, step.set, remove: step.removed))
      #expect(labels.labels.pairs == step.left)
      #expect(labels.version == Int64(index + 1))
    }
    #expect(store.rows(GeneralLabels.self).count == 1)
    #expect(store.events.last?.subject == subject.resource)
    #expect(store.generalDiscrepancies.isEmpty)
  }

  @Test("an account and a transaction of one name have labels of their own")
  func apart() throws {
    let store = try Self.store()
    try store.carryOut(UpdateGeneralLabels.fixture(.account("ada"), ["of": "account"]))
    try store.carryOut(UpdateGeneralLabels.fixture(.transaction("ada"), ["of": "transaction"]))
    let all = store.rows(GeneralLabels.self).map(\.labels.pairs)
    #expect(all.count == 2 && all.contains(["of": "account"]))
  }

  @Test("what changes nothing is told nobody; a letter that only looks the same is a change")
  func unchanged() throws {
    let store = try Self.store()
    try store.carryOut(UpdateGeneralLabels.fixture(.account("ada"), ["team": "caf\u{e9}"]))
    let told = store.events.count
    try store.carryOut(
      UpdateGeneralLabels.fixture(.account("ada"), ["team": "caf\u{e9}"], remove: ["gone"]))
    #expect(store.events.count == told)
    try store.carryOut(UpdateGeneralLabels.fixture(.account("ada"), ["team": "cafe\u{301}"]))
    #expect(store.events.count == told + 1)
  }

  @Test("there are at most 64 of them, with those that were there")
  func bounded() throws {
    let store = try Self.store()
    let many = Dictionary(uniqueKeysWithValues: (1...64).map { ("k\($0)", "") })
    try store.carryOut(UpdateGeneralLabels.fixture(.account("ada"), many))
    #expect(throws: GeneralLedgerError.tooManyLabels) {
      try store.carryOut(UpdateGeneralLabels.fixture(.account("ada"), ["one": "more"]))
    }
    // In the place of another one.
    try store.carryOut(
      UpdateGeneralLabels.fixture(.account("ada"), ["one": "more"], remove: ["k1"]))
  }

  @Test("a list finds what has exactly a label, page by page, as it was changed last")
  func found() async throws {
    try await withBookkeeper { _, keepers in
      let keeper = keepers[0]
      for number in 1...5 {
        try await keeper.open("shop.\(number)")
        try await keeper.post(
          Bookkeeper.draft("sale.\(number)", 5, from: "world", to: "shop.\(number)"))
        let team = ["team": number == 3 ? "red=" : "red"]
        try await keeper.label("ledgerAccounts/shop.\(number)", team)
        try await keeper.label("ledgerTransactions/sale.\(number)", team)
      }
      try await keeper.label("ledgerAccounts/ada", ["team": "red"])
      try await keeper.label("ledgerAccounts/shop.5", ["seen": "yes"], remove: ["team"])
      #expect(
        try await keeper.accounts(labelled: "team=red") == ["ada", "shop.1", "shop.2", "shop.4"])
      #expect(try await keeper.accounts(labelled: "team=red=") == ["shop.3"])
      #expect(
        try await keeper.accounts(labelled: "team=red", prefix: "shop.2") == ["shop.2"])
      #expect(try await keeper.accounts(labelled: "team=re").isEmpty)
      #expect(try await keeper.accounts(labelled: "team=").isEmpty)
      #expect(
        try await keeper.transactions(labelled: "team=red")
          == ["sale.5", "sale.4", "sale.2", "sale.1"])
    }
  }

  @Test("labels are shown with what they are attached to, and their etag guards them")
  func shown() async throws {
    try await withBookkeeper { _, keepers in
      let keeper = keepers[0]
      let before = try await keeper.account("ada")
      #expect(before.labels.isEmpty && before.labelsEtag.isEmpty)
      let labels = try await keeper.label(before.name, ["team": "red"], etag: "0")
      #expect(labels.name == before.name && labels.labels == ["team": "red"])
      let after = try await keeper.account("ada")
      #expect(after.labels == ["team": "red"] && after.labelsEtag == labels.etag)
      #expect(after.metadata == before.metadata)
      #expect(
        await reason { try await keeper.label(before.name, ["team": "blue"], etag: "0") }
          == "ETAG_MISMATCH")
      let rehearsed = try await keeper.label(
        before.name, ["team": "blue"], etag: labels.etag, validateOnly: true)
      #expect(rehearsed.labels == ["team": "blue"])
      #expect(try await keeper.account("ada").labels == ["team": "red"])
      // Posting the same content again is the same transaction, whatever is attached to it.
      let sale = Bookkeeper.draft("sale", 5, from: "world", to: "ada")
      try await keeper.post(sale)
      try await keeper.label("ledgerTransactions/sale", ["team": "red"])
      try await keeper.post(sale)
      let shown = try await keeper.ledger.getTransaction(
        GetTransactionRequest(name: "ledgerTransactions/sale"), options: keeper.options)
      #expect(shown.transaction?.labels == ["team": "red"])
    }
  }

  @Test(
    "a request that makes no sense is refused with its field",
    arguments: [
      ("ledgerAccounts/ada", ["a b": ""], [], "labels"),
      ("ledgerAccounts/ada", ["a": String(repeating: "x", count: 501)], [], "labels"),
      ("ledgerAccounts/ada", [:], ["b", "a b"], "remove[1]"),
      ("ledgerAccounts/ada", ["a": ""], ["a"], "remove[0]"),
      ("ledgerSchedules/ada", ["a": ""], [], "name"),
    ] as [(String, [String: String], [String], String)])
  func refused(name: String, labels: [String: String], remove: [String], field: String) throws {
    let request = UpdateLabelsRequest(name: name, labels: labels, remove: remove)
    let refusal = try #require(throws: Refusal.self) {
      _ = try GeneralLabels.Subject(request.name, field: "name")
      _ = try LabelChanges(request)
    }
    #expect(refusal.field == field)
  }

  @Test("a filter is a key, an equals sign and a value", arguments: ["", "team", "=red", "a b=c"])
  func filter(text: String) {
    #expect(throws: Refusal.self) { try LabelFilter.parse(text) }
  }
}

extension Bookkeeper {
  @discardableResult
  func label(
    _ name: String, _ labels: [String: String], remove: [String] = [], etag: String = "",
    validateOnly: Bool = false
  ) async throws -> LedgerLabels {
    try await ledger.updateLabels(
      UpdateLabelsRequest(
        requestID: "\(UUID.random())", name: name, labels: labels, remove: remove, etag: etag,
        validateOnly: validateOnly), options: options)
  }

  func account(_ id: String) async throws -> LedgerAccount {
    try await ledger.getAccount(GetAccountRequest(name: "ledgerAccounts/\(id)"), options: options)
  }

  /// By id, in the order of all pages.
  func accounts(labelled label: String, prefix: String = "") async throws -> [Substring] {
    var found: [LedgerAccount] = []
    var token = ""
    repeat {
      let page = try await ledger.listAccounts(
        ListAccountsRequest(pageSize: 2, pageToken: token, idPrefix: prefix, label: label),
        options: options)
      found += page.accounts
      token = page.nextPageToken
    } while !token.isEmpty
    let team = label.split(separator: "=", maxSplits: 1).last.map(String.init)
    #expect(found.allSatisfy { $0.labels["team"] == team })
    return found.map { $0.name.dropFirst("ledgerAccounts/".count) }
  }

  func transactions(labelled label: String) async throws -> [Substring] {
    var found: [LedgerTransaction] = []
    var token = ""
    repeat {
      let page = try await ledger.listTransactions(
        ListTransactionsRequest(pageSize: 3, pageToken: token, label: label), options: options)
      found += page.transactions
      token = page.nextPageToken
    } while !token.isEmpty
    return found.map { $0.name.dropFirst("ledgerTransactions/".count) }
  }
}
