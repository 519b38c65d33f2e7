import PayLytAPI
import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("Lists of what is in one state", .timeLimit(.minutes(5)))
struct StateListTests {
  private static func dispute(
    _ id: UUID, client: UUID, state: PayLytServer.DisputeState
  ) -> PayLytServer.Dispute {
    PayLytServer.Dispute(
      id: id, escrow: id, client: client, freelancer: .entity(7), openedBy: .client,
      reason: "It is late.", frozenMsat: 1000, openedAt: .start, evidenceUntil: .start,
      state: state, offer: nil, offersMade: 0, offersOfClient: 0, proposal: nil, decidedMsat: nil,
      decidedBy: nil, ruling: "", version: 1, updatedAt: .start)
  }

  /// A plan that passes over no row which it does not show, and puts none in order.
  private static func expect(
    _ definition: StatementDefinition, along index: String, on conninfo: String
  ) throws {
    let plan = try Administrator.plan(of: definition, on: conninfo)
    #expect(plan.contains("using \(index) on "), "\(definition.name)\n\(plan)")
    for word in ["Filter:", "Sort", "Seq Scan"] {
      #expect(!plan.contains(word), "\(definition.name)\n\(plan)")
    }
  }

  @Test("each statement is read along its index")
  func indexes() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    let table = [
      (DisputeStatements.disputes.definition, "dispute_pkey"),
      (DisputeStatements.disputesOfState.definition, "dispute_state"),
      (IdentityStatements.kycCases.definition, "kyc_case_pkey"),
      (IdentityStatements.pendingKycCases.definition, "kyc_case_pending"),
      (GeneralStatements.transactionsInStateBefore.definition, "general_transaction_state"),
      (NotificationStatements.mails.definition, "mail_pkey"),
      (NotificationStatements.mailsOfState.definition, "mail_state"),
      (ReconciliationStatements.findings.definition, "reconciliation_finding_run"),
      (ReconciliationStatements.findingsOfKind.definition, "reconciliation_finding_kind"),
    ]
    for (definition, index) in table {
      try Self.expect(definition, along: index, on: conninfo)
    }
    // A user's own are few, and so are an escrow's: those that wait are found among them.
    for (definition, indexes) in [
      (IdentityStatements.kycCasesOfUser.definition, ["kyc_case_of_user"]),
      (DisputeStatements.disputesOfEscrow.definition, ["dispute_escrow"]),
      (DisputeStatements.disputesOfParty.definition, ["dispute_client", "dispute_freelancer"]),
    ] {
      let plan = try Administrator.plan(of: definition, on: conninfo)
      for index in indexes { #expect(plan.contains("using \(index) on "), "\(plan)") }
      #expect(!plan.contains("Seq Scan"), "\(plan)")
    }
  }

  @Test("the few that wait among many are found without a look at the others")
  func rare() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo) { engine in
      // One case of a user waits at a time.
      for user in 1...UInt64(ManyRows.wanted.count + 1) {
        try await engine.commit(PutRow(row: User.fixture(user)))
      }
      try await engine.commit(
        PutRow(row: Self.dispute(.entity(90), client: .entity(1), state: .open)))
      try await engine.commit(
        PutRow(
          row: PayLytServer.KycCase(
            id: .entity(91), user: .entity(1), tier: .verified,
            details: SealedDetails(keyID: 1, bytes: []), at: .start)))
      try ManyRows.copy(
        "dispute", PayLytServer.Dispute.table.columns.map(\.name),
        [
          "id": ManyRows.uuid, "escrow_id": ManyRows.uuid,
          "state": "CASE WHEN \(ManyRows.isWanted) THEN 2 ELSE 5 END",
        ], conninfo)
      let users = ManyRows.wanted.enumerated().map { index, number in
        "WHEN \(number) THEN '\(UUID.entity(UInt64(index + 1)))'"
      }
      let (isWanted, last) = (ManyRows.isWanted, UUID.entity(UInt64(ManyRows.wanted.count + 1)))
      try await engine.commit(
        PutRow(
          row: PayLytServer.Mail(
            id: .entity(92), user: .entity(1), notification: .entity(92), digestAt: nil,
            state: .sent, attempts: 0, nextAttemptAt: .start, lastError: "", createdAt: .start)))
      try ManyRows.copy(
        "mail", PayLytServer.Mail.table.columns.map(\.name),
        [
          "id": ManyRows.uuid, "notification_id": ManyRows.uuid,
          "state": "CASE WHEN \(isWanted) THEN 3 ELSE 2 END",
        ], conninfo)
      // The one that they are made of waits, too, and must not be in the way.
      try Administrator.execute(
        "UPDATE kyc_case SET state = 3, reviewer = '\(UUID.entity(80))', reviewed_at = now()",
        on: conninfo)
      try ManyRows.copy(
        "kyc_case", PayLytServer.KycCase.table.columns.map(\.name),
        [
          "id": ManyRows.uuid, "state": "CASE WHEN \(isWanted) THEN 1 ELSE 3 END",
          "user_id":
            "(CASE number \(users.joined(separator: " ")) ELSE '\(last)' END)::uuid",
          "reviewer": "CASE WHEN NOT \(isWanted) THEN reviewer END",
          "reviewed_at": "CASE WHEN NOT \(isWanted) THEN reviewed_at END",
        ], conninfo)
      try Administrator.execute("ANALYZE dispute, kyc_case, mail", on: conninfo)
      try Self.expect(
        DisputeStatements.disputesOfState.definition, along: "dispute_state", on: conninfo)
      try Self.expect(
        IdentityStatements.pendingKycCases.definition, along: "kyc_case_pending", on: conninfo)
      try Self.expect(
        NotificationStatements.mailsOfState.definition, along: "mail_state", on: conninfo)
      let expected = ManyRows.wanted.reversed().map(ManyRows.id)
      var (disputes, cases, mails): ([UUID], [UUID], [UUID]) = ([], [], [])
      repeat {
        disputes += try await engine.database.query(
          DisputeStatements.disputesOfState,
          [.uuid(disputes.last ?? UUID(high: .max, low: .max)), .int8(2), .int2(2)]
        ).map(\.id)
        cases += try await engine.database.query(
          IdentityStatements.pendingKycCases,
          [.uuid(cases.last ?? UUID(high: .max, low: .max)), .int8(2)]
        ).map(\.id)
        mails += try await engine.database.query(
          NotificationStatements.mailsOfState,
          [.uuid(mails.last ?? UUID(high: .max, low: .max)), .int8(2), .int2(3)]
        ).map(\.id)
      } while disputes.count < expected.count && disputes.count % 2 == 0
      #expect(disputes == expected && cases == expected && mails == expected)
      let none = try await engine.database.query(
        DisputeStatements.disputesOfState,
        [.uuid(UUID(high: .max, low: .max)), .int8(2), .int2(4)])
      #expect(none.isEmpty, "neither the states below nor those above")
    }
  }

  @Test("admins list everybody's disputes and cases, others their own, all or in a state")
  func callers() async throws {
    try await withNodes(1) { conninfo, nodes in
      let channel = nodes[0].channel
      let one = try await nodes[0].register("one", roles: [.client])
      let two = try await nodes[0].register("two", roles: [.client])
      let admin = try await nodes[0].admin(on: conninfo)
      try await withEngine(conninfo) { engine in
        for (number, user, state) in [
          (1, one, PayLytServer.DisputeState.withdrawn), (2, one, .open), (3, two, .open),
          (4, two, .withdrawn),
        ] {
          let id = ManyRows.id(number)
          try await engine.commit(
            PutRow(row: Self.dispute(id, client: user.id, state: state)))
          var kyc = PayLytServer.KycCase(
            id: id, user: user.id, tier: .verified, details: SealedDetails(keyID: 1, bytes: []),
            at: .start)
          if state == .withdrawn {
            try kyc.review(approve: false, by: admin.id, reason: "x", at: .start)
          }
          try await engine.commit(PutRow(row: kyc))
        }
      }
      let table: [(guest: Guest, isOpen: Bool, numbers: [Int])] = [
        (one, false, [2, 1]), (one, true, [2]), (two, false, [4, 3]), (two, true, [3]),
        (admin, false, [4, 3, 2, 1]), (admin, true, [3, 2]),
      ]
      for (guest, isOpen, numbers) in table {
        var disputes = ListDisputesRequest(pageSize: 1, state: isOpen ? .open : .unspecified)
        var cases = ListKycCasesRequest(pageSize: 1, pendingOnly: isOpen)
        var found: (disputes: [String], cases: [String]) = ([], [])
        repeat {
          let answer = try await DisputeServiceClient(channel).listDisputes(
            disputes, options: guest.options)
          found.disputes += answer.disputes.map(\.name)
          disputes.pageToken = answer.nextPageToken
        } while !disputes.pageToken.isEmpty
        repeat {
          let answer = try await UserServiceClient(channel).listKycCases(
            cases, options: guest.options)
          found.cases += answer.kycCases.map(\.name)
          cases.pageToken = answer.nextPageToken
        } while !cases.pageToken.isEmpty
        #expect(found.disputes == numbers.map { "disputes/\(ManyRows.id($0))" })
        #expect(found.cases == numbers.map { "kycCases/\(ManyRows.id($0))" })
      }
    }
  }
}
