import EndToEndSupport
import PayLytAPI
import PayLytRPC
import Testing

extension EndToEnd.OneServer {
  /// `paylyt load` with what somebody else signed in with.
  @Suite("Load with an access token") struct LoadTests {
    private struct Result {
      let status: Int32
      let text: String
    }

    private static func load(
      _ verb: String, _ arguments: [String], token: String? = nil
    ) async throws -> Result {
      let deployment = try Deployment.shared
      let addresses = deployment.server.addresses
      let program = try await ChildProgram.start(
        try Place.program("paylyt"),
        ["load", verb, "--target", addresses.grpc, "--certificate", addresses.certificate]
          + arguments,
        environment: token.map { ["PAYLYT_TOKEN": $0] } ?? [:],
        log: "\(deployment.directory.path)/\(RequestID.new()).log")
      guard case .exited(let status) = try await program.waitForEnd() else {
        throw Failure("paylyt load was killed")
      }
      return Result(status: status, text: program.printed)
    }

    private static let short = [
      "--seconds", "1", "--ramp-up", "0", "--in-flight", "2", "--connections", "1", "--quiet",
    ]

    @Test("a token from the environment signs in without a work file, and its jobs are there")
    func environment() async throws {
      let person = try await Person.register([.client], on: Deployment.shared.server.channel())
      let result = try await Self.load(
        "run", Self.short + ["--mix", "create-job=1,list=1"], token: person.session.accessToken)
      #expect(result.status == 0, "\(result.text)")
      #expect(result.text.contains("create-job"))
      let jobs = try await JobServiceClient(person.channel).listJobs(
        ListJobsRequest(mine: true), options: person.options)
      #expect(!jobs.jobs.isEmpty)
    }

    @Test("a file of tokens signs in users of a work file, whose journal is compared with it too")
    func file() async throws {
      let deployment = try Deployment.shared
      let deal = try await Deal.funded(on: deployment)
      let place = "\(deployment.directory.path)/\(RequestID.new())"
      let id = try #require(deal.escrow.split(separator: "/").last)
      try await write(
        """
        paylyt-work 1
        user client \(deal.client.email) -
        escrow \(id) 0 - 1

        """, to: place + ".work")
      try await write(
        "\(deal.client.email) \(deal.client.session.accessToken)\n", to: place + ".tokens")
      let files = ["--work", place + ".work", "--token-file", place + ".tokens"]
      let journal = ["--journal", place + ".journal"]
      let run = try await Self.load("run", Self.short + files + journal + ["--mix", "release"])
      #expect(run.status == 0, "\(run.text)")
      let verified = try await Self.load("verify", files + journal)
      #expect(verified.status == 0, "\(verified.text)")
      #expect(verified.text.contains("1 acknowledged"))
    }

    @Test("a token that is not good ends it before the first call, and is not shown")
    func refused() async throws {
      let result = try await Self.load(
        "run", Self.short + ["--mix", "list"], token: "not-a-good-token")
      #expect(result.status == 1)
      #expect(result.text.contains("is refused: UNAUTHENTICATED"), "\(result.text)")
      #expect(!result.text.contains("not-a-good-token"))
    }

    @Test("nobody gives it as an argument")
    func argument() async throws {
      let result = try await Self.load("run", ["--token", "not-a-good-token"])
      #expect(result.status == 64)
      #expect(result.text.contains("is --token-file meant?"), "\(result.text)")
    }

    private func write(_ text: String, to path: String) async throws {
      try await ChildProgram.run(
        "/bin/sh", ["-c", #"printf '%s' "$1" > "$0""#, path, text],
        in: try Deployment.shared.directory)
    }
  }
}
