/// `paylyt admin provider-calls` prints what was asked of those outside and what came back,
/// straight from the database: the newest first, or all about one payout, invoice or reference.
enum ProviderCallsCommand {
  private static let limitMax = 10_000

  static let usage = CommandUsage(
    command: "admin provider-calls",
    summary: "Prints what was asked of providers and what came back, newest first.",
    options: [
      .option("database", "CONNINFO", "libpq connection string", isNeeded: true),
      .option("subject", "NAME", "all about payouts/{uuid} or invoices/{uuid}", default: "all"),
      .option("reference", "TEXT", "all under our reference", default: "all"),
      .option("outcome", "WORD", "underWay, ok, refused, unavailable or unknown", default: "all"),
      .option("limit", "NUMBER", "at most so many, up to \(limitMax)", default: "50"),
    ],
    examples: ["admin provider-calls --database dbname=paylyt --outcome unknown"])

  static func run(_ arguments: [String]) async throws {
    let options = try CommandLineOptions(arguments, known: usage.options)
    guard let conninfo = options["database"] else {
      throw CommandLineOptions.Misuse(description: "--database is needed")
    }
    let query = try Query(options)
    let calls = try await AdminCommand.withDatabase(conninfo) { database in
      try await query.calls(of: database)
    }
    Output.line(table(calls))
  }

  /// What is asked for.
  struct Query: Sendable {
    private let subject: (isPayout: Bool, id: UUID)?
    private let reference: String
    private let outcome: Int16
    private let limit: Int64

    init(_ options: CommandLineOptions) throws {
      let name = options["subject"] ?? ""
      let isPayout = !name.hasPrefix("invoices/")
      do throws(Refusal) {
        subject =
          name.isEmpty
          ? nil : (isPayout, try ResourceName.parse(name, isPayout ? "payouts" : "invoices"))
      } catch {
        throw CommandLineOptions.Misuse(
          description: "--subject takes payouts/{uuid} or invoices/{uuid}")
      }
      reference = options["reference"] ?? ""
      let named = options["outcome"].map { text in
        ProviderCall.Outcome.allCases.first { "\($0)" == text }
      }
      if case .some(nil) = named {
        let all = ProviderCall.Outcome.allCases.map { "\($0)" }.joined(separator: ", ")
        throw CommandLineOptions.Misuse(description: "--outcome takes one of: \(all)")
      }
      outcome = named.flatMap(\.self)?.rawValue ?? 0
      limit = Int64(try options.integer("limit", in: 1...ProviderCallsCommand.limitMax) ?? 50)
    }

    func calls(of database: Database) async throws -> [ProviderCall] {
      let values: [SQLValue] = [
        .uuid(UUID(high: .max, low: .max)), .uuid(UUID(high: 0, low: 0)), .text(""), .int2(0),
        .int2(outcome), .int8(limit),
      ]
      guard let trail = try await trail(of: database) else {
        return try await database.query(ProviderCallStatements.recent, values)
      }
      return try await database.query(
        ProviderCallStatements.about, values + [.text(trail.reference), .bytes(trail.paymentHash)])
    }

    private func trail(of database: Database) async throws -> ProviderCallStatements.Trail? {
      guard let subject else {
        return reference.isEmpty ? nil : .init(reference: reference, paymentHash: [])
      }
      let found = try await database.query(
        subject.isPayout ? ProviderCallStatements.ofPayout : ProviderCallStatements.ofInvoice,
        [.uuid(subject.id)])
      guard let trail = found.first else {
        throw CommandLineOptions.Misuse(description: "there is no such payout or invoice")
      }
      return trail
    }
  }

  /// One line for each call; the provider's own words stand last.
  static func table(_ calls: [ProviderCall]) -> String {
    let lines = calls.map { call in
      [
        call.startedAt.utcText, call.endedAt?.utcText ?? "-", call.provider, "\(call.operation)",
        "\(call.outcome)", call.answer, call.facts.status, "\(call.facts.attempts)",
        "\(call.times)", call.reference, call.facts.requestID, call.facts.detail,
      ]
    }
    return AdminCommand.aligned(
      [
        [
          "STARTED", "ENDED", "PROVIDER", "OPERATION", "OUTCOME", "ANSWER", "STATUS", "SENT",
          "TIMES", "REFERENCE", "REQUEST", "DETAIL",
        ]
      ] + lines)
  }
}
