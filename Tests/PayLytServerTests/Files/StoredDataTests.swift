import PayLytAPI
import PayLytCrypto
import PayLytRPC
import StandardAPI
import Testing

@testable import PayLytServer

/// Somebody's hand, a broken disk, or more than one answer may hold: it is said, and nothing is
/// given out that is not right.
@Suite("What is stored and cannot be given out", .timeLimit(.minutes(5)))
struct StoredDataTests {
  private static let content: [UInt8] = Array("a picture".utf8)

  /// Files of one piece each, in what the body is given: a dispute's evidence and a deliverable.
  private static func withFiles(
    _ body: (_ download: (_ isEvidence: Bool) async -> String, String) async throws -> Void
  ) async throws {
    try await withNodes(1) { conninfo, nodes in
      let client = try await nodes[0].register("client", roles: [.client])
      let freelancer = try await nodes[0].register("freelancer", roles: [.freelancer])
      let now = SystemClock().now()
      let escrow = Escrow(
        opening: .entity(10), job: .entity(11), client: client.id, freelancer: freelancer.id,
        amountMsat: 1000, terms: .fixture(), at: now)
      let dispute = Dispute(
        opening: .random(), of: escrow, by: .client, reason: "x", frozenMsat: 1000, at: now)
      let file = StoredFile(
        id: .entity(40), name: "a.png", contentType: "image/png",
        sizeBytes: Int64(content.count), sha256: SHA256.hash(content), uploader: freelancer.id,
        createdAt: now)
      try await withEngine(conninfo) { engine in
        try await engine.commit(PutRow(row: escrow))
        try await engine.commit(
          PutRow(
            row: Milestone(
              opening: .entity(101), escrow: escrow.id, position: 1, title: "x", amountMsat: 1000)))
        try await engine.commit(PutRow(row: dispute))
        try await engine.commit(PutRow(row: file))
        try await engine.commit(
          PutRow(
            row: Evidence(
              id: .entity(41), dispute: dispute.id, file: file.id, side: .client, note: "",
              createdAt: now)))
        try await engine.commit(
          PutRow(
            row: Deliverable(
              id: .entity(42), escrow: escrow.id, position: 1, file: file.id, createdAt: now)))
      }
      let hex = Hex.encode(content)
      try Administrator.execute(
        "INSERT INTO stored_file_piece VALUES ('\(file.id)', 0, '\\x\(hex)')", on: conninfo)
      try await body(
        { isEvidence in
          var received: [UInt8] = []
          let refused = await reason {
            guard isEvidence else {
              let pieces = try await DeliverableServiceClient(nodes[0].channel)
                .downloadDeliverable(
                  DownloadDeliverableRequest(
                    name: "escrows/\(escrow.id)/deliverables/\(UUID.entity(42))"),
                  options: client.options)
              for try await piece in pieces { received += piece.content }
              return
            }
            let pieces = try await DisputeServiceClient(nodes[0].channel).downloadEvidence(
              DownloadEvidenceRequest(name: "disputes/\(dispute.id)/evidence/\(UUID.entity(41))"),
              options: client.options)
            for try await piece in pieces { received += piece.content }
          }
          return refused ?? String(decoding: received, as: UTF8.self)
        }, conninfo)
    }
  }

  @Test("a file that is not what was sent in is not given out, or not to its end")
  func files() async throws {
    try await Self.withFiles { download, conninfo in
      for isEvidence in [true, false] { #expect(await download(isEvidence) == "a picture") }
      try Administrator.tamper(
        "UPDATE stored_file_piece SET content = set_byte(content, 0, 66)", on: conninfo)
      for isEvidence in [true, false] { #expect(await download(isEvidence) == "FILE_DAMAGED") }
      try Administrator.tamper("DELETE FROM stored_file_piece", on: conninfo)
      for isEvidence in [true, false] { #expect(await download(isEvidence) == "FILE_DAMAGED") }
    }
  }

  @Test("a statement of the general ledger ends with an error when entries are missing")
  func entries() async throws {
    try await withBookkeeper { conninfo, keepers in
      let books = keepers[0]
      for number in 1...3 {
        try await books.post(
          Bookkeeper.draft("t\(number)", Int64(number), from: "world", to: "ada"))
      }
      func statement() async -> String? {
        await reason {
          let parts = try await books.ledger.streamAccountStatement(
            StreamAccountStatementRequest(name: "ledgerAccounts/ada"),
            options: books.options)
          for try await _ in parts {}
        }
      }
      #expect(await statement() == nil)
      let ada: GeneralName = "ada"
      try Administrator.tamper(
        "DELETE FROM general_entry WHERE account_id = '\(ada.key)' AND sequence = 3", on: conninfo)
      #expect(await statement() == "LEDGER_DAMAGED")
    }
  }

  @Test("no proof is made from a batch of the audit log of which an entry is missing")
  func auditLog() async throws {
    try await withNodes(1) { conninfo, nodes in
      let admin = try await nodes[0].admin(on: conninfo)
      _ = try await nodes[0].register("ada", roles: [.client])
      let audit = AuditServiceClient(nodes[0].channel)
      var entries: [PayLytAPI.AuditEntry] = []
      // A long transaction of another test holds the sealer back, and no list waits for ever.
      try await eventually {
        entries = try await audit.listAuditEntries(
          ListAuditEntriesRequest(), options: admin.options
        ).entries
        return !entries.isEmpty
      }
      let entry = entries[0]
      let request = GetInclusionProofRequest(name: entry.name)
      _ = try await audit.getInclusionProof(request, options: admin.options)
      try Administrator.tamper(
        "DELETE FROM sealed_entry WHERE position = \(entry.position)", on: conninfo)
      #expect(
        await reason { _ = try await audit.getInclusionProof(request, options: admin.options) }
          == "AUDIT_LOG_DAMAGED")
    }
  }

  @Test(
    "an invoice is drawn as long as a QR code can hold it",
    // With `lightning:` before it.
    arguments: [(2_943, String?.none), (2_944, "NOT_ENCODABLE")])
  func qrCode(length: Int, expected: String?) async throws {
    try await withNodes(1) { conninfo, nodes in
      let client = try await nodes[0].register("client", roles: [.client])
      let now = SystemClock().now()
      let escrow = Escrow(
        opening: .entity(10), job: .entity(11), client: client.id, freelancer: .entity(2),
        amountMsat: 1000, terms: .fixture(), at: now)
      try await withEngine(conninfo) { engine in
        try await engine.commit(PutRow(row: escrow))
        try await engine.commit(
          PutRow(
            row: Milestone(
              opening: .entity(101), escrow: escrow.id, position: 1, title: "x", amountMsat: 1000)))
        try await engine.commit(
          PutRow(
            row: Invoice(
              id: .entity(50), escrow: escrow.id, provider: "x", reference: "x", providerID: "x",
              paymentHash: [UInt8](repeating: 1, count: 32),
              paymentRequest: "lnbc" + String(repeating: "q", count: length - 4),
              amountMsat: 1000, paidMsat: 0, state: .pending, createdAt: now,
              expiresAt: now.adding(seconds: 60))))
      }
      for format in [RenderQrRequest.Format.svg, .png, .terminal] {
        let heard = await reason {
          _ = try await InvoiceServiceClient(nodes[0].channel).renderQr(
            RenderQrRequest(name: "invoices/\(UUID.entity(50))", format: format),
            options: client.options)
        }
        #expect(heard == expected, "\(format)")
      }
    }
  }

  // MARK: Too much for one answer

  /// So many transfers into a wallet, one each microsecond from the given time on.
  private static func transfers(_ count: Int, to user: UUID, on conninfo: String) throws {
    let float = AccountID.platform(.providerFloat, asset: .btc, stripe: 3).uuid
    let wallet = AccountID(of: user, kind: .wallet, asset: .btc).uuid
    try Administrator.tamper(
      """
      DROP INDEX ledger_transfer_debit;
      INSERT INTO ledger_transfer
      SELECT ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
        '01900000-0000-7000-8000-000000000000', '\(float)', '\(wallet)', 'BTC', 1,
        \(TransferKind.transfer.rawValue), timestamptz '\(day)' + n * interval '1 microsecond'
      FROM generate_series(1, \(count)) n
      """, on: conninfo)
  }

  /// Of the ids that begin with 01900000.
  private static let day = "2024-06-10 02:35:18.4 UTC"

  private static func seconds(_ days: Int64) -> ProtoTimestamp {
    ProtoTimestamp(seconds: 1_717_977_600 + days * 86_400)
  }

  @Test("a statement that would be too long is refused, and a part of it is given")
  func statement() async throws {
    try await withNodes(1) { conninfo, nodes in
      let ada = try await nodes[0].register("ada", roles: [.client])
      func read(_ count: Int) async throws -> String? {
        try Administrator.tamper("TRUNCATE ledger_transfer", on: conninfo)
        try Self.transfers(count, to: ada.id, on: conninfo)
        try Administrator.execute(
          "CREATE INDEX ledger_transfer_debit ON ledger_transfer (debit_account, id)",
          on: conninfo)
        return await reason {
          let parts = try await WalletServiceClient(nodes[0].channel).streamStatement(
            StreamStatementRequest(
              asset: "BTC", startTime: Self.seconds(0), endTime: Self.seconds(2)),
            options: ada.options)
          var entries = 0
          for try await part in parts {
            if case .entry? = part.part { entries += 1 }
          }
          #expect(entries == count)
        }
      }
      #expect(try await read(WalletLimits.statementEntriesMax) == nil)
      #expect(try await read(WalletLimits.statementEntriesMax + 1) == "STATEMENT_TOO_LONG")
    }
  }

  @Test("a time with more transfers than one series adds up is refused")
  func series() async throws {
    try await withNodes(1) { conninfo, nodes in
      let admin = try await nodes[0].admin(on: conninfo)
      try Self.transfers(
        Int(DashboardLimits.transfersMax) + 1, to: admin.id, on: conninfo)
      func ask(_ from: Int64, _ to: Int64) async -> String? {
        await reason {
          _ = try await DashboardServiceClient(nodes[0].channel).queryTimeSeries(
            QueryTimeSeriesRequest(
              startTime: Self.seconds(from), endTime: Self.seconds(to), stepSeconds: 86_400),
            options: admin.options)
        }
      }
      #expect(await ask(0, 2) == "TOO_MANY_TRANSFERS")
      #expect(await ask(2, 4) == nil)
    }
  }
}
