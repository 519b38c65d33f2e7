import Testing

@testable import PayLytCLI

@Suite("The options of lists")
struct ListOptionTests {
  private func fields(_ method: String, _ arguments: [String]) throws(Failure) -> [String] {
    try ListOptions.fields(
      try Words(arguments, CallCommand.options), of: try Catalog.shared.method(method))
  }

  @Test(
    "they are fields of the request",
    arguments: [
      ("ListEscrows", [], []),
      ("ListEscrows", ["--user", "-"], ["parent=users/-"]),
      ("ListPayouts", ["--user=users/1"], ["parent=users/1"]),
      ("ListPayouts", ["--state", "unknown"], ["filter=state = UNKNOWN"]),
      ("ListEscrows", ["--state", "paid-locked"], ["filter=state = PAID_LOCKED"]),
      (
        "ListDeposits",
        ["--since", "2026-01-01T00:00:00Z", "--state", "settled", "--filter", "amount > 5"],
        ["filter=state = SETTLED AND create_time >= 2026-01-01T00:00:00Z AND amount > 5"]
      ),
      (
        "ListConversions", ["--until", "2026-01-01T00:00:00Z"],
        ["filter=create_time < 2026-01-01T00:00:00Z"]
      ),
      ("ListJobs", ["--state", "paid locked"], ["filter=state = PAID_LOCKED"]),
      ("ListDisputes", ["--state", "under_review"], ["state=under_review"]),
      ("ListJobs", ["--user", "1"], ["parent=users/1"]),
      ("ListWalletEntries", ["--user", "1"], ["parent=users/1"]),
      ("StreamStatement", ["--user", "users/1"], ["parent=users/1"]),
      ("ListDisputes", ["--user", "-"], ["parent=users/-"]),
      ("ListDisputes", ["--user", "escrows/1"], ["parent=escrows/1"]),
      ("ListKycCases", ["--user", "1"], ["parent=users/1"]),
      ("ListUsers", ["--email", "ada@example.com"], ["email=ada@example.com"]),
      ("ListJobs", ["--order-by", "deadline desc"], ["order_by=deadline desc"]),
    ])
  func given(method: String, arguments: [String], expected: [String]) throws {
    #expect(try fields(method, arguments) == expected)
  }

  @Test(
    "what a request does not have is misuse",
    arguments: [
      ("GetEscrow", "--state=open"), ("GetEscrow", "--filter=x"), ("ListMails", "--user=-"),
      ("ListPayouts", "--email=a@b.c"), ("ListDisputes", "--since=2026-01-01T00:00:00Z"),
      ("ListDisputes", "--order-by=create_time"),
    ])
  func refused(method: String, argument: String) {
    let failure = #expect(throws: Failure.self) { try fields(method, [argument]) }
    #expect(failure?.status == .misuse)
    let option = String(argument.prefix { $0 != "=" })
    #expect(failure?.description.contains(option) == true)
  }
}
