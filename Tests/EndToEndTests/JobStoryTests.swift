import EndToEndSupport
import PayLytAPI
import PayLytCrypto
import PayLytRPC
import Synchronization
import Testing

extension EndToEnd.OneServer {
  /// From a draft to delivered files, with those who look for work.
  @Suite("Jobs, applications and deliverables")
  struct JobStoryTests {
    private static func draft(
      title: String, sats: Int64 = 5_000
    ) -> CreateJobRequest {
      var request = Deal.jobRequest(sats: [sats])
      request.title = title
      request.requiresApplication = true
      request.draft = true
      return request
    }

    /// What a watcher of a job sees, until the server says that it is over.
    private final class Seen: Sendable {
      private let list = Mutex<[Job.State]>([])
      var states: [Job.State] { list.withLock { $0 } }

      func watch(_ job: String, as person: Person) async throws {
        let changes = try await person.jobs.watchJob(.init(name: job), options: person.options)
        for try await change in changes {
          list.withLock { if $0.last != change.state { $0.append(change.state) } }
        }
      }
    }

    @Test("a draft is published, applied for, given away, delivered, sent back and accepted")
    func life() async throws {
      let deployment = try Deployment.shared
      let channel = try deployment.server.channel()
      let client = try await Person.register([.client], on: channel)
      let freelancer = try await Person.register([.freelancer], on: channel)
      let other = try await Person.register([.freelancer], on: channel)

      let draft = try await client.jobs.createJob(
        Self.draft(title: "A life"), options: client.options)
      let hidden = try await refusal {
        try await freelancer.jobs.getJob(.init(name: draft.name), options: freelancer.options)
      }
      #expect(draft.state == .draft && hidden.code == .notFound)
      let seen = Seen()
      async let watching: Void = seen.watch(draft.name, as: client)

      let edited = try await client.jobs.updateJob(
        .init(
          requestID: RequestID.new(), name: draft.name, description: "Three drafts.",
          updateMask: .init(paths: ["description"]), etag: draft.etag), options: client.options)
      #expect(edited.termsVersion == 2 && edited.termsSha256 != draft.termsSha256)
      let posted = try await client.jobs.publishJob(
        .init(requestID: RequestID.new(), name: draft.name), options: client.options)

      let stale = try await refusal {
        try await Self.apply(freelancer, for: draft)
      }
      #expect(stale.code == .failedPrecondition)
      let application = try await Self.apply(freelancer, for: posted)
      let second = try await Self.apply(other, for: posted)
      #expect(application.termsVersion == 2 && application.state == .pending)
      try await applicationsAreSeen(posted, client, other, all: [second.name, application.name])
      let job = try await client.jobs.acceptApplication(
        .init(requestID: RequestID.new(), name: application.name), options: client.options)
      #expect(job.freelancer == freelancer.name && job.state == .assigned)

      let deal = try await Deal(client: client, freelancer: freelancer, name: job.name)
      try await deployment.simulator.pay(try await deal.fund().paymentHash)
      try await deal.reaches(.paidLocked)
      try await delivered(deal)
      try await deal.submit(1)
      _ = try await client.escrows.requestRevision(
        .init(requestID: RequestID.new(), name: deal.milestone(1), note: "Bluer, please."),
        options: client.options)
      try await deal.submit(1)
      try await deal.releaseAll()
      try await watching
      // A watcher gets the job as it is when it looks: states that pass by at once are not held
      // back for it. The first one it saw is the draft, the last one ends the watch.
      #expect(seen.states.last == .released)
      let order: [Job.State] = [
        .draft, .open, .assigned, .paidLocked, .submitted, .paidLocked, .submitted, .released,
      ]
      #expect(order.containsInOrder(seen.states), "\(seen.states)")
    }

    private static func apply(
      _ freelancer: Person, for job: Job
    ) async throws -> Application {
      try await freelancer.jobs.applyToJob(
        .init(
          requestID: RequestID.new(), name: job.name, proposal: "I can do that.",
          termsSha256: job.termsSha256, termsVersion: job.termsVersion),
        options: freelancer.options)
    }

    private func applicationsAreSeen(
      _ job: Job, _ client: Person, _ other: Person, all: [String]
    ) async throws {
      let ofClient = try await client.jobs.listApplications(
        .init(parent: job.name), options: client.options)
      let ofOther = try await other.jobs.listApplications(
        .init(parent: job.name), options: other.options)
      let own = try await other.jobs.listApplications(
        .init(parent: "jobs/-"), options: other.options)
      #expect(ofClient.applications.map(\.name) == all)
      #expect(ofOther.applications.map(\.name) == [all[0]] && own == ofOther)
    }

    /// Files come in pieces and go out as they came; what is not what was told is not kept.
    private func delivered(_ deal: Deal) async throws {
      let content = (0..<300_007).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
      let client = DeliverableServiceClient(deal.client.channel)
      let freelancer = DeliverableServiceClient(deal.freelancer.channel)
      var head = UploadDeliverableRequest(
        requestID: RequestID.new(), parent: deal.milestone(1), fileName: "logo.svg",
        contentType: "image/svg+xml", sizeBytes: Int64(content.count),
        sha256: SHA256.hash(content))
      func upload(_ head: UploadDeliverableRequest) async throws -> Deliverable {
        let call = try await freelancer.uploadDeliverable(options: deal.freelancer.options)
        do throws(RPCError) {
          try await call.send(head)
          for start in stride(from: 0, to: content.count, by: 70_000) {
            let piece = content[start..<min(start + 70_000, content.count)]
            try await call.send(UploadDeliverableRequest(content: Array(piece)))
          }
        } catch {
          // The server has answered before it saw everything, as it does to a repetition.
          guard error.code == .cancelled else { throw error }
        }
        return try await call.finish()
      }
      let file = try await upload(head)
      #expect(try await upload(head) == file)
      head.requestID = RequestID.new()
      head.sha256[0] ^= 1
      let other = head
      let wrong = try await refusal { try await upload(other) }
      #expect(wrong.code == .invalidArgument)
      head.sizeBytes = 10 * 1024 * 1024 + 1
      let big = head
      let large = try await refusal { try await upload(big) }
      #expect(large.code == .invalidArgument)

      // Eight at once; the ninth is refused, whichever is looked at last.
      var calls: [ClientStreamingCall<UploadDeliverableRequest, Deliverable>] = []
      for _ in 0..<9 {
        head = other
        head.requestID = RequestID.new()
        calls.append(try await freelancer.uploadDeliverable(options: deal.freelancer.options))
        try await calls.last?.send(head)
      }
      var full: RPCError?
      while full == nil {
        for call in calls {
          do throws(RPCError) {
            try await call.send(UploadDeliverableRequest())
          } catch {
            full = try await refusal { _ = try await call.finish() }
          }
        }
      }
      #expect(full?.reason == "STREAMS_FULL")
      for call in calls { call.cancel() }

      let list = try await client.listDeliverables(
        .init(parent: deal.escrow), options: deal.client.options)
      #expect(list.deliverables == [file])
      var received: [UInt8] = []
      let pieces = try await client.downloadDeliverable(
        .init(name: file.name), options: deal.client.options)
      for try await piece in pieces {
        if received.isEmpty { #expect(piece.deliverable == file) }
        received += piece.content
      }
      #expect(received == content)
    }

    @Test("a search finds what it asks for, page by page, each job once")
    func search() async throws {
      let channel = try Deployment.shared.server.channel()
      let client = try await Person.register([.client], on: channel)
      let freelancer = try await Person.register([.freelancer], on: channel)
      // Nobody else's job has this in its title.
      let word = "50% \(RequestID.new())_"
      for sats in [1_000, 2_000, 3_000, 4_000, 5_000] as [Int64] {
        var request = Deal.jobRequest(sats: [sats])
        request.title = "Job \(word)"
        _ = try await client.jobs.createJob(request, options: client.options)
      }
      func page(_ filter: String, _ token: String = "") async throws -> ListJobsResponse {
        try await freelancer.jobs.listJobs(
          .init(pageSize: 2, pageToken: token, filter: filter), options: freelancer.options)
      }
      let filter = "title:\"\(word.uppercased())\" AND amount > 1000000 AND amount != 3000000"
      let first = try await page(filter)
      let second = try await page(filter, first.nextPageToken)
      let found = (first.jobs + second.jobs).map { ($0.amount?.units ?? 0) / 1_000_000 }
      #expect(found == [5, 4, 2] && second.nextPageToken.isEmpty)
      let nothing = try await page("title:\"\(word)\" AND local_currency = KES")
      #expect(nothing.jobs.isEmpty)
      // A token belongs to its search.
      let foreign = try await refusal { try await page("amount > 1", first.nextPageToken) }
      #expect(foreign.code == .invalidArgument)
    }
  }
}

extension [Job.State] {
  /// Whether `others` can be had from these by leaving some out.
  fileprivate func containsInOrder(_ others: [Job.State]) -> Bool {
    var rest = self[...]
    for other in others {
      guard let index = rest.firstIndex(of: other) else { return false }
      rest = rest[(index + 1)...]
    }
    return true
  }
}
