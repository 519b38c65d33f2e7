import PayLytAPI
import PayLytCrypto
import PayLytRPC
import StandardAPI
import Testing

@testable import PayLytServer

@Suite("The audit service", .timeLimit(.minutes(5)))
struct AuditServiceTests {
  /// A log of some decisions, all sealed; the body gets its admin.
  private static func withLog(
    _ count: Int, _ body: (AuditServiceClient, Guest, String) async throws -> Void
  ) async throws {
    try await withNodes(1) { conninfo, nodes in
      let admin = try await nodes[0].admin(on: conninfo)
      try await withEngine(conninfo) { engine in
        _ = await engine.commitAll((0..<count).map { Happen(subject: "things/\($0)") })
      }
      let audit = AuditServiceClient(nodes[0].channel)
      // Shows everything that was committed before, so it waits for the sealer.
      _ = try await audit.listAuditEntries(ListAuditEntriesRequest(), options: admin.options)
      try await body(audit, admin, conninfo)
    }
  }

  @Test("the whole log is verified, in parts, and a changed entry is found")
  func verify() async throws {
    try await Self.withLog(40) { audit, admin, conninfo in
      var next: Int64 = 0
      var entries: Int64 = 0
      while true {
        let part = try await audit.verifyAuditChain(
          VerifyAuditChainRequest(startPosition: next, entriesMax: 1), options: admin.options)
        #expect(part.problem == nil)
        entries += part.entriesVerified
        next = part.nextPosition
        if part.isComplete { break }
      }
      #expect(entries >= 40)
      #expect(next == entries + 1)
      try Administrator.tamper(
        "UPDATE journal SET actor = 'nobody' WHERE id = "
          + "(SELECT journal_id FROM sealed_entry WHERE position = 17)", on: conninfo)
      let broken = try await audit.verifyAuditChain(
        VerifyAuditChainRequest(), options: admin.options)
      #expect(broken.problem?.kind == .entryChanged)
      #expect(broken.problem?.position == 17)
      #expect(!broken.isComplete)
    }
  }

  @Test("every entry is proved without the server, by its bytes, a checkpoint and the key")
  func proofs() async throws {
    try await Self.withLog(20) { audit, admin, _ in
      let key = try await audit.getAuditKey(GetAuditKeyRequest())
      let verifyKey = try #require(Ed25519.VerifyKey(bytes: key.publicKey))
      for position in Int64(1)...20 {
        let proof = try await audit.getInclusionProof(
          GetInclusionProofRequest(name: "auditEntries/\(position)"), options: admin.options)
        let wire = try #require(proof.checkpoint)
        let checkpoint = PayLytServer.Checkpoint(wire)
        #expect(checkpoint.signedBytes == wire.signedBytes)
        #expect(proof.treeSize == checkpoint.size)
        #expect(proof.entry?.position == position)
        func holds(_ canonical: [UInt8]) -> Bool {
          AuditVerifier.verifyInclusion(
            canonical, index: proof.leafIndex, path: proof.path, in: checkpoint,
            trusting: verifyKey)
        }
        #expect(holds(proof.canonical))
        #expect(!holds(proof.canonical.flipping(bit: 300)))
      }
    }
  }

  @Test("an export is verified without the server, from any batch on")
  func export() async throws {
    try await Self.withLog(60) { audit, admin, _ in
      let key = try await audit.getAuditKey(GetAuditKeyRequest())
      let verifyKey = try #require(Ed25519.VerifyKey(bytes: key.publicKey))
      var verifier = AuditVerifier()
      var leaves: [AuditVerifier.Leaf] = []
      for try await part in try await audit.exportAuditLog(
        ExportAuditLogRequest(), options: admin.options)
      {
        leaves += part.entries.map {
          AuditVerifier.Leaf(canonical: $0.canonical, link: $0.entry?.chainHash ?? [])
        }
        guard let checkpoint = part.checkpoint else { continue }
        try verifier.accept(leaves, PayLytServer.Checkpoint(checkpoint))
        leaves = []
      }
      try verifier.finish(trusting: verifyKey)
      #expect(verifier.head.position >= 60)
      let latest = try await audit.getCheckpoint(GetCheckpointRequest(), options: admin.options)
      #expect(latest.lastPosition >= verifier.head.position)
      // A part of the log comes as the whole batches that it touches.
      let middle = try await audit.exportAuditLog(
        ExportAuditLogRequest(startPosition: 30, endPosition: 30), options: admin.options)
      var positions: [Int64] = []
      for try await part in middle { positions += part.entries.compactMap { $0.entry?.position } }
      #expect(positions.contains(30))
      let batch = try await audit.getCheckpoint(
        GetCheckpointRequest(position: 30), options: admin.options)
      #expect(positions == Array(batch.firstPosition...batch.lastPosition))
    }
  }

  @Test("pages of long entries end before they are too long, here and in the list of activities")
  func long() async throws {
    let count = 24
    let reason = String(repeating: "x", count: Page.bytesMax / 10)
    try await withNodes(1) { conninfo, nodes in
      let admin = try await nodes[0].admin(on: conninfo)
      try await withEngine(conninfo) { engine in
        let all = await engine.commitAll(
          (0..<count).map { Happen(subject: "things/\($0)", reason: reason) })
        for outcome in all { _ = try outcome.get() }
      }
      let audit = AuditServiceClient(nodes[0].channel)
      let activities = DashboardServiceClient(nodes[0].channel)
      var (subjects, pages) = ([String](), 0)
      var request = ListAuditEntriesRequest(pageSize: 200, actor: "system/test")
      repeat {
        let page = try await audit.listAuditEntries(request, options: admin.options)
        #expect(page.wireSize <= Page.bytesMax + 1000)
        subjects += page.entries.map(\.subject)
        pages += 1
        request.pageToken = page.nextPageToken
      } while !request.pageToken.isEmpty
      #expect(Set(subjects) == Set((0..<count).map { "things/\($0)" }))
      #expect(subjects.count == count && pages >= 3)
      subjects = []
      var asked = ListActivityRequest(pageSize: 200, actor: "system/test")
      repeat {
        let page = try await activities.listActivity(asked, options: admin.options)
        #expect(page.wireSize <= Page.bytesMax + 1000)
        subjects += page.activities.map(\.subject)
        asked.pageToken = page.nextPageToken
      } while !asked.pageToken.isEmpty
      #expect(Set(subjects).count == count && subjects.count == count)
    }
  }

  @Test("entries are found by who, what, which and when, in pages")
  func list() async throws {
    try await Self.withLog(12) { audit, admin, conninfo in
      func list(_ request: ListAuditEntriesRequest) async throws -> [PayLytAPI.AuditEntry] {
        var (request, entries) = (request, [PayLytAPI.AuditEntry]())
        while true {
          let page = try await audit.listAuditEntries(request, options: admin.options)
          entries += page.entries
          guard !page.nextPageToken.isEmpty else { return entries }
          request.pageToken = page.nextPageToken
        }
      }
      let all = try await list(ListAuditEntriesRequest(pageSize: 5))
      #expect(all.map(\.position) == Array(1...Int64(all.count)))
      let mine = try await list(ListAuditEntriesRequest(pageSize: 5, actor: "system/test"))
      #expect(mine.count == 12)
      #expect(mine.allSatisfy { $0.method == "test/Happen" && $0.status == 0 })
      let one = try await list(ListAuditEntriesRequest(subject: "things/7"))
      #expect(one.map(\.eventType) == ["ledger.account_opened"])
      #expect(try await list(ListAuditEntriesRequest(method: "nothing/Such")).isEmpty)
      #expect(try await list(ListAuditEntriesRequest(onlyRefused: true)).isEmpty)
      let future = ProtoTimestamp(SystemClock().now().adding(seconds: 60))
      #expect(try await list(ListAuditEntriesRequest(startTime: future)).isEmpty)
      #expect(try await list(ListAuditEntriesRequest(endTime: future)).count >= all.count)
      _ = conninfo
    }
  }

  @Test("only admins read the log; everybody may have the key; bad requests name their field")
  func refused() async throws {
    try await withNodes(1) { conninfo, nodes in
      let audit = AuditServiceClient(nodes[0].channel)
      let ada = try await nodes[0].register("ada", roles: [.client])
      let admin = try await nodes[0].admin(on: conninfo)
      let key = try await audit.getAuditKey(GetAuditKeyRequest())
      #expect(key.publicKey.count == 32)
      #expect(key.keyID == Hex.encode(SHA256.hash(key.publicKey).prefix(8)))

      typealias Call = (CallOptions) async throws -> Void
      let calls: [Call] = [
        { _ = try await audit.listAuditEntries(.init(), options: $0) },
        { _ = try await audit.verifyAuditChain(.init(), options: $0) },
        { _ = try await audit.getInclusionProof(.init(), options: $0) },
        { _ = try await audit.getCheckpoint(.init(), options: $0) },
        { for try await _ in try await audit.exportAuditLog(.init(), options: $0) {} },
      ]
      for call in calls {
        #expect(await refusal { try await call(CallOptions()) } == .unauthenticated)
        #expect(await refusal { try await call(ada.options) } == .permissionDenied)
      }
      let options = admin.options
      let bad: [() async throws -> Void] = [
        { _ = try await audit.listAuditEntries(.init(pageSize: -1), options: options) },
        { _ = try await audit.listAuditEntries(.init(pageToken: "x"), options: options) },
        { _ = try await audit.verifyAuditChain(.init(startPosition: -1), options: options) },
        { _ = try await audit.verifyAuditChain(.init(startPosition: 999), options: options) },
        { _ = try await audit.verifyAuditChain(.init(entriesMax: -1), options: options) },
        { _ = try await audit.getInclusionProof(.init(name: "1"), options: options) },
        { _ = try await audit.getInclusionProof(.init(name: "auditEntries/01"), options: options) },
        { _ = try await audit.getCheckpoint(.init(position: -4), options: options) },
        {
          for try await _ in try await audit.exportAuditLog(
            .init(startPosition: 5, endPosition: 4), options: options)
          {}
        },
      ]
      for call in bad { #expect(await refusal(call) == .invalidArgument) }
      let missing: [() async throws -> Void] = [
        {
          _ = try await audit.getInclusionProof(
            .init(name: "auditEntries/999999"), options: options)
        },
        { _ = try await audit.getCheckpoint(.init(position: 999_999), options: options) },
      ]
      for call in missing { #expect(await refusal(call) == .notFound) }
    }
  }
}

extension PayLytServer.Checkpoint {
  /// As somebody reads it who has only the message.
  init(_ wire: PayLytAPI.Checkpoint) {
    let time = wire.sealTime ?? ProtoTimestamp()
    self.init(
      firstPosition: wire.firstPosition, lastPosition: wire.lastPosition,
      chainHash: wire.chainHash, rootHash: wire.rootHash, previousHash: wire.previousHash,
      sealedAt: Timestamp(microseconds: time.seconds * 1_000_000 + Int64(time.nanos) / 1000),
      publicKey: wire.publicKey, signature: wire.signature)
  }
}
