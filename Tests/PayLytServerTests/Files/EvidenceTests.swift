import PayLytAPI
import PayLytCrypto
import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("Files that users send in")
struct EvidenceTests {
  /// An open dispute between two users of a server.
  private struct Scene {
    let conninfo: String
    let disputes: DisputeServiceClient
    let client: Guest
    let freelancer: Guest
    let name: String

    /// Sends `content` in messages of `size` bytes under what `head` says, or as much of it as the
    /// server wants: what it knows already it answers at once.
    func upload(
      _ head: UploadEvidenceRequest, _ content: [UInt8], by size: Int
    ) async throws -> PayLytAPI.Evidence {
      let call = try await disputes.uploadEvidence(options: client.options)
      try await call.send(head)
      for start in stride(from: 0, to: content.count, by: size) {
        let piece = Array(content[start..<min(start + size, content.count)])
        guard try await Self.isTaken(UploadEvidenceRequest(content: piece), by: call) else { break }
      }
      return try await call.finish()
    }

    typealias Call = ClientStreamingCall<UploadEvidenceRequest, PayLytAPI.Evidence>

    /// False when the server has answered already, and wants no more.
    private static func isTaken(
      _ request: UploadEvidenceRequest, by call: Call
    ) async throws(RPCError) -> Bool {
      do throws(RPCError) {
        try await call.send(request)
        return true
      } catch {
        guard error.code == .cancelled else { throw error }
        return false
      }
    }

    func head(_ content: [UInt8]) -> UploadEvidenceRequest {
      UploadEvidenceRequest(
        requestID: "\(UUID.random())", parent: name, fileName: "proof.bin",
        contentType: "application/octet-stream", sizeBytes: Int64(content.count),
        sha256: SHA256.hash(content), note: "see page 2")
    }

    func piecesAreGone() async throws {
      try await withEngine(conninfo, statements: [EvidenceTests.pieces.definition]) { engine in
        try await eventually { try await engine.count(EvidenceTests.pieces) == 0 }
      }
    }

    func download(_ evidence: String, as guest: Guest) async throws -> [UInt8] {
      var content: [UInt8] = []
      let responses = try await disputes.downloadEvidence(
        DownloadEvidenceRequest(name: evidence), options: guest.options)
      for try await response in responses { content += response.content }
      return content
    }
  }

  private static func withScene(_ body: (Scene) async throws -> Void) async throws {
    try await withNodes(1) { conninfo, nodes in
      let client = try await nodes[0].register("client", roles: [.client])
      let freelancer = try await nodes[0].register("freelancer", roles: [.freelancer])
      let now = SystemClock().now()
      let escrow = Escrow(
        opening: .entity(10), job: .entity(11), client: client.id, freelancer: freelancer.id,
        amountMsat: 1000, terms: .fixture(), at: now)
      let dispute = Dispute(
        opening: .random(), of: escrow, by: .client, reason: "x", frozenMsat: 1000, at: now)
      try await withEngine(conninfo) { engine in
        try await engine.commit(PutRow(row: dispute))
      }
      try await body(
        Scene(
          conninfo: conninfo, disputes: DisputeServiceClient(nodes[0].channel), client: client,
          freelancer: freelancer, name: "disputes/\(dispute.id)"))
    }
  }

  /// Sizes around the borders of the pieces that are stored.
  @Test("what is downloaded is what was sent, in whatever pieces it came")
  func roundTrip() async throws {
    try await Self.withScene { scene in
      let piece = FileLimits.pieceBytes
      for (size, step) in [(1, 1), (piece, 1000), (piece + 1, piece), (3 * piece + 7, 90_001)] {
        let content = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
        let evidence = try await scene.upload(scene.head(content), content, by: step)
        #expect(evidence.sizeBytes == Int64(size) && evidence.note == "see page 2")
        #expect(evidence.uploader == "users/\(scene.client.id)")
        for guest in [scene.client, scene.freelancer] {
          let received = try await scene.download(evidence.name, as: guest)
          #expect(received == content)
        }
      }
      let list = try await scene.disputes.listEvidence(
        ListEvidenceRequest(parent: scene.name), options: scene.freelancer.options)
      #expect(list.evidence.count == 4)
    }
  }

  @Test("bytes that are not those that were told are refused, and leave nothing")
  func refused() async throws {
    try await Self.withScene { scene in
      let content = [UInt8](repeating: 7, count: 300_000)
      var wrongHash = scene.head(content)
      wrongHash.sha256[0] ^= 1
      var tooFew = scene.head(content)
      tooFew.sizeBytes += 1
      var tooMany = scene.head(content)
      tooMany.sizeBytes = 100
      for head in [wrongHash, tooFew, tooMany] {
        let code = await refusal { _ = try await scene.upload(head, content, by: 65_536) }
        #expect(code == .invalidArgument)
      }
      let list = try await scene.disputes.listEvidence(
        ListEvidenceRequest(parent: scene.name), options: scene.client.options)
      #expect(list.evidence.isEmpty)
      try await scene.piecesAreGone()
    }
  }

  @Test("what nobody finishes, or its command refuses, is not kept for an hour")
  func discarded() async throws {
    try await Self.withScene { scene in
      let content = [UInt8](repeating: 7, count: 300_000)
      let call = try await scene.disputes.uploadEvidence(options: scene.client.options)
      try await call.send(scene.head(content))
      try await call.send(UploadEvidenceRequest(content: Array(content.dropLast())))
      try await withEngine(scene.conninfo, statements: [Self.pieces.definition]) { engine in
        try await eventually { try await engine.count(Self.pieces) > 0 }
      }
      call.cancel()
      try await scene.piecesAreGone()

      for _ in 0..<FileLimits.filesMax { _ = try await scene.upload(scene.head([1]), [1], by: 1) }
      try await withEngine(scene.conninfo, statements: [Self.pieces.definition]) { engine in
        let all = try await engine.count(Self.pieces)
        let full = await reason {
          _ = try await scene.upload(scene.head(content), content, by: 65_536)
        }
        #expect(full == "EVIDENCE_FULL")
        try await eventually { try await engine.count(Self.pieces) == all }
      }
    }
  }

  @Test("one caller sends so many files at once, and others theirs")
  func atOnce() async throws {
    try await Self.withScene { scene in
      let content: [UInt8] = [1, 2, 3]
      var calls: [Scene.Call] = []
      for _ in 0...CallerBounds.uploadsMax {
        let call = try await scene.disputes.uploadEvidence(options: scene.client.options)
        try await call.send(scene.head(content))
        calls.append(call)
      }
      // Whichever was the last to be looked at.
      var refused: Scene.Call?
      try await eventually {
        for call in calls {
          do throws(RPCError) {
            try await call.send(UploadEvidenceRequest())
          } catch {
            refused = call
          }
        }
        return refused != nil
      }
      #expect(await reason { _ = try await refused?.finish() } == "STREAMS_FULL")
      var head = scene.head(content)
      head.content = content
      let call = try await scene.disputes.uploadEvidence(options: scene.freelancer.options)
      try await call.send(head)
      _ = try await call.finish()
      // One that has ended makes room.
      for call in calls { call.cancel() }
      try await eventually {
        await reason { _ = try await scene.upload(scene.head(content), content, by: 3) } == nil
      }
    }
  }

  @Test("what does not come within an hour is refused, before its first pieces are swept")
  func late() async throws {
    try await withEngine(statements: [Self.pieces.definition]) { engine in
      let clock = ManualClock()
      let store = FileStore(service: .none(engine, clock: clock))
      let piece = [UInt8](repeating: 7, count: FileLimits.pieceBytes)
      let header = try FileHeader(
        name: "a", contentType: "text/plain", sizeBytes: Int64(2 * piece.count),
        sha256: SHA256.hash(piece + piece))
      func receive(afterSeconds seconds: Int64) async throws -> StoredFile {
        var rest: [[UInt8]] = [piece]
        return try await store.receive(header, from: .entity(1), first: piece) {
          clock.advance(seconds: seconds)
          return rest.popLast()
        }
      }
      let refusal = await #expect(throws: Refusal.self) {
        try await receive(afterSeconds: FileLimits.uploadSecondsMax)
      }
      #expect(refusal?.field == "content")
      try await eventually { try await engine.count(Self.pieces) == 0 }
      let whole = try await receive(afterSeconds: FileLimits.uploadSecondsMax / 2)
      try await #expect(engine.count(Self.pieces) == 2)
      // Nor is it recorded when the command comes too late; its pieces are there until then.
      let timers = try await Self.timers(engine)
      let sweep = try #require(timers.first { $0.subject == whole.id })
      let end = whole.createdAt.adding(seconds: FileLimits.uploadSecondsMax)
      #expect(sweep.kind == .uploadEnds && sweep.dueAt > end)
      #expect(throws: Refusal.self) { try StoredFile.checkAge(of: whole.createdAt, at: end) }
      try StoredFile.checkAge(of: whole.createdAt, at: end.adding(seconds: -1))
      // A server that died cannot have removed them: the timer does.
      try await #expect(store.uploadEnds(sweep) == .done)
      try await #expect(engine.count(Self.pieces) == 0)
    }
  }

  @Test("the same request, sent again, gets its answer and is stored once")
  func again() async throws {
    try await Self.withScene { scene in
      let content: [UInt8] = [1, 2, 3]
      let head = scene.head(content)
      let first = try await scene.upload(head, content, by: 1)
      let second = try await scene.upload(head, content, by: 3)
      #expect(first == second)
      var other = head
      other.note = "another"
      let code = await refusal { _ = try await scene.upload(other, content, by: 3) }
      #expect(code == .alreadyExists)
    }
  }

  fileprivate static let pieces = Statement<Int64>(
    "test_pieces", "SELECT count(*) FROM stored_file_piece", parameters: [], columns: [.int8]
  ) { (row) throws(DatabaseError) in try row.int64(0) }

  private static func timers(_ engine: Engine) async throws -> [Timer] {
    let far = Timestamp(microseconds: SystemClock().now().microseconds * 2)
    return try await engine.database.transaction { transaction in
      try await transaction.query(
        TimerStatements.take,
        [
          .timestamp(far), .int8(TimerLimits.leaseSeconds), .int8(100),
          .int8(TimerLimits.leaseSecondsMax),
        ])
    }
  }
}

extension ServiceContext {
  /// Enough for what only reads and writes the database.
  fileprivate static func none(
    _ engine: Engine, clock: any Clock = SystemClock()
  ) -> ServiceContext {
    ServiceContext(
      database: engine.database, committer: engine.committer, clock: clock,
      secrets: .fixture(), watch: .nobody(engine.database), sealed: Bell())
  }
}
