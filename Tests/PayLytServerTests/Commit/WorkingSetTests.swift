import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("The rows of a batch")
struct WorkingSetTests {
  private struct Refused: Error {}

  private let set = WorkingSet(ServiceStatements.schema)

  private func account(_ number: UInt64, credits: Int64) -> Account {
    Account(
      id: AccountID(of: .entity(number), kind: .wallet, asset: .btc), kind: .wallet, asset: .btc,
      debits: 0, credits: credits)
  }

  private func load(_ accounts: Account...) {
    for account in accounts { set.rows(Account.self).want("id", .uuid(account.id.uuid)) }
    _ = set.rows(Account.self).load(from: accounts)
  }

  @Test("what was loaded is updated, what is new is inserted, what is untouched is not written")
  func changes() {
    let known = account(1, credits: 5)
    load(known, account(2, credits: 1))
    set.put(account(1, credits: 6))
    set.put(account(3, credits: 9))
    let (inserted, updated, added) = set.rows(Account.self).changes
    #expect(inserted == [account(3, credits: 9)])
    #expect(updated == [account(1, credits: 6)])
    #expect(added.isEmpty)
    #expect(
      set.writes().map(\.name) == ["ledger_account_insert_one", "ledger_account_update_one"])
    set.put(account(2, credits: 2))
    #expect(
      set.writes().map(\.name) == ["ledger_account_insert_one", "ledger_account_update"])
  }

  @Test("what is new is inserted by id, and in the order of decisions where that is kept")
  func insertionOrder() {
    let entries = [3, 1, 2].map { JournalEntry.fixture($0) }
    for entry in entries { set.put(entry) }
    for number in [UInt64(3), 1, 2] { set.put(account(number, credits: 1)) }
    #expect(set.rows(JournalEntry.self).changes.inserted == entries)
    #expect(
      set.rows(Account.self).changes.inserted == (1...3).map { account($0, credits: 1) })
  }

  @Test("a refused command leaves what the ones before it made")
  func undo() throws {
    load(account(1, credits: 5))
    set.attempt {
      set.put(account(1, credits: 6))
      set.put(account(2, credits: 1))
    }
    #expect(throws: Refused.self) {
      try set.attempt {
        set.put(account(1, credits: 7))
        set.put(account(1, credits: 8))
        set.put(account(2, credits: 2))
        set.put(account(3, credits: 3))
        throw Refused()
      }
    }
    #expect(set.rows(Account.self).row(account(1, credits: 0).id.uuid)?.credits == 6)
    #expect(set.rows(Account.self).changes.inserted == [account(2, credits: 1)])
    #expect(set.rows(Account.self).changes.updated == [account(1, credits: 6)])
  }

  @Test("a row is found by its keys as soon as it is put, and no more once it is undone")
  func keys() {
    let users = set.rows(User.self)
    users.want("email", .text("user1@example.org"))
    _ = users.load(from: [])
    #expect(throws: Refused.self) {
      try set.attempt {
        set.put(User.fixture(1))
        #expect(users.rows("email", .text("user1@example.org")) == [.fixture(1)])
        throw Refused()
      }
    }
    #expect(users.rows("email", .text("user1@example.org")).isEmpty)
    #expect(set.writes().isEmpty)
  }

  @Test("a row that changed is not overwritten by loading it again")
  func loadedTwice() {
    let users = set.rows(User.self)
    users.want("id", .uuid(.entity(1)))
    _ = users.load(from: [User.fixture(1)])
    var changed = User.fixture(1)
    changed.failLogin(at: .start)
    set.put(changed)
    users.want("email", .text("user1@example.org"))
    #expect(users.load(from: [User.fixture(1)]))
    #expect(users.row(.entity(1)) == changed)
  }

  @Test("what is loaded is not asked for again")
  func wantedOnce() {
    load(account(1, credits: 5))
    set.rows(Account.self).want("id", .uuid(account(1, credits: 5).id.uuid))
    #expect(set.takeLoads().isEmpty)
    set.rows(Account.self).want("id", .uuid(.entity(9)))
    #expect(set.takeLoads().count == 1)
    #expect(set.takeLoads().isEmpty)
  }

  @Test(
    "tables are always read and written in the same order, people and accounts when nothing else is left"
  )
  func order() {
    set.rows(Account.self).want("id", .uuid(.entity(1)))
    set.rows(Milestone.self).want("escrow_id", .uuid(.entity(1)))
    set.rows(Escrow.self).want("id", .uuid(.entity(1)))
    set.rows(User.self).want("id", .uuid(.entity(1)))
    #expect(
      set.takeLoads().map(\.statement.name)
        == ["escrow_load_by_id", "milestone_load_by_escrow_id"])
    #expect(
      set.takeLoads().map(\.statement.name) == ["app_user_load_by_id", "ledger_account_load_by_id"])
    #expect(set.takeLoads().isEmpty)
  }

  @Test("a row that was read before the row that it is under is read again with it")
  func readAgain() {
    let invoice = Invoice(
      id: .entity(3), escrow: .entity(4), provider: "simulator", reference: "r", providerID: "p",
      paymentHash: [7], paymentRequest: "lnbc", amountMsat: 1000, paidMsat: 0, state: .pending,
      createdAt: .start, expiresAt: .start, settledAt: nil)
    let invoices = set.rows(Invoice.self)
    invoices.want("payment_hash", .bytes([7]))
    _ = invoices.load(from: [invoice])
    #expect(set.takeLoads().map(\.statement.name) == ["escrow_load_by_id", "invoice_load_by_id"])
    #expect(set.takeLoads().isEmpty)
  }

  @Test("a command is asked again only where another one changed what it was told")
  func stale() {
    let users = set.rows(User.self)
    set.answers.begin(1)
    #expect(users.find(.entity(1)) == nil)
    #expect(set.answers.isIncomplete)
    _ = users.load(from: [User.fixture(1)])
    set.answers.begin(1)
    #expect(users.find(.entity(1)) != nil)
    #expect(users.find("email", .text("user2@example.org")).isEmpty)
    _ = users.load(from: [User.fixture(1)])
    set.answers.begin(1)
    #expect(users.find("email", .text("user2@example.org")).isEmpty)
    #expect(!set.answers.isIncomplete)
    var changed = User.fixture(1)
    changed.failLogin(at: .start)
    set.put(changed)
    #expect(!set.answers.areStale, "its own change is no news")
    set.put(User.fixture(2))
    #expect(set.answers.areStale, "now there is the user that it looked for")
  }

  @Test("a change of a row that another command has read is news for it")
  func news() {
    let users = set.rows(User.self)
    users.want(.entity(1))
    _ = users.load(from: [User.fixture(1)])
    set.answers.begin(1)
    #expect(users.find(.entity(1)) != nil)
    set.answers.begin(0)
    var changed = User.fixture(1)
    changed.failLogin(at: .start)
    set.put(changed)
    #expect(set.answers.areStale)
  }
}

@Suite("Refusals")
struct RefusalTests {
  @Test(
    "a refusal is stored and read back",
    arguments: [
      Refusal(.failedPrecondition, reason: "A", message: "b"),
      Refusal(.alreadyExists, reason: "A_B", message: "two\nlines\n", field: "x.y[0]"),
      Refusal(.outOfRange, reason: "A", message: "", field: nil),
      Refusal(.outOfRange, reason: "A", message: "b\tc=d\ne", values: ["k": "1"]),
      Refusal(
        .outOfRange, reason: "A", message: "b", field: "x.y", values: ["k": "a=b", "l": ""]),
    ])
  func stored(refusal: Refusal) {
    #expect(Refusal(code: refusal.code, storedForm: refusal.storedForm) == refusal)
  }

  @Test("bytes that hold no refusal are none", arguments: ["", "A", "A\n", "A\nx\tk\nm"])
  func malformed(text: String) {
    #expect(Refusal(code: .notFound, storedForm: Array(text.utf8)) == nil)
  }

  @Test("only a decision on the state of things uses up a request id")
  func lasting() {
    let codes = (0...16).compactMap { StatusCode(rawValue: $0) }
    let lasting = codes.filter { Refusal($0, reason: "A", message: "b").isLasting }
    #expect(lasting == [.alreadyExists, .failedPrecondition, .outOfRange])
  }

  @Test("every reason is stable in form")
  func reasons() {
    let refusals: [any RefusalConvertible] = [
      EscrowError.illegalTransition(from: .created, move: "release"),
      EscrowError.unknownMilestone(position: 1),
      EscrowError.milestoneNotOpen(position: 1, state: .released),
      EscrowError.refundNotDue(until: .start), JobError.notOpen(.assigned), JobError.ownJob,
      JobError.termsChanged, JobError.deadlinePassed,
      PayoutError.illegalTransition(from: .failed), PayoutError.amountsUnusable,
      LedgerError.insufficientFunds(asset: .btc, shortBy: 1),
      LedgerError.sumTooLarge(asset: .btc), AuthError.emailTaken, AuthError.badCredentials,
      AuthError.loginThrottled(seconds: 1), AuthError.tokenMissing, AuthError.tokenInvalid,
      AuthError.tokenExpired, AuthError.tokenRevoked, AuthError.tokenReused,
      Refusal.onlyTheClient, Refusal.onlyTheFreelancer, Refusal.payoutMoved,
    ]
    for refusal in refusals.map(\.refusal) {
      #expect((1...63).contains(refusal.reason.utf8.count))
      #expect(refusal.reason.allSatisfy { $0.isASCII && ($0.isUppercase || $0 == "_") })
      #expect(refusal.code != .ok && !refusal.message.isEmpty)
    }
  }
}
