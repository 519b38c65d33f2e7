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

    @Test("prepared calls are sent once each, by those who are named, and measured by method")
    func replay() async throws {
      let deployment = try Deployment.shared
      let person = try await Person.register([.client], on: deployment.server.channel())
      let place = "\(deployment.directory.path)/\(RequestID.new())"
      let users = "paylyt.identity.v1.UserService"
      let save = "call \(users)/UpdateUser \(person.email)"
      let named = #""user": {"displayName": "Ada"}, "updateMask": "displayName""#
      try await write(
        """
        paylyt-calls 1
        call \(users)/GetMe \(person.email) {}
        \(save) {"requestId": "\(RequestID.new())", \(named)}
        call paylyt.audit.v1.AuditService/GetAuditKey - {}
        call \(users)/GetMe \(person.email) {}

        """, to: place + ".calls")
      try await write("\(person.email) \(person.session.accessToken)\n", to: place + ".tokens")
      let result = try await Self.load(
        "replay",
        [
          "--calls", place + ".calls", "--token-file", place + ".tokens", "--ramp-up", "0",
          "--in-flight", "1", "--json", place + ".json", "--quiet",
        ])
      #expect(result.status == 0, "\(result.text)")
      #expect(result.text.contains("next call: --from 4"), "\(result.text)")
      let json = try await read(place + ".json")
      #expect(json.contains("\(users)/GetMe"), "\(json)")
      #expect(json.contains(#""succeeded" : 2"#), "\(json)")
      #expect(json.contains(#""calls" : "\#(place).calls""#), "\(json)")
      let me = try await UserServiceClient(person.channel).getMe(
        GetMeRequest(), options: person.options)
      #expect(me.displayName == "Ada")
    }

    @Test("what refuses prepared calls is told by method and reason, and the file by its line")
    func replayRefused() async throws {
      let place = "\(try Deployment.shared.directory.path)/\(RequestID.new()).calls"
      let call = "call paylyt.identity.v1.UserService/GetMe - {}"
      try await write("paylyt-calls 1\n\(call)\n", to: place)
      let few = ["--calls", place, "--quiet", "--in-flight", "1", "--connections", "1"]
      let refused = try await Self.load("replay", few)
      #expect(refused.status == 1)
      #expect(
        refused.text.contains("1 x paylyt.identity.v1.UserService/GetMe: UNAUTHENTICATED"),
        "\(refused.text)")
      try await write("paylyt-calls 1\n\(call)\ncall a/b - {}\n", to: place)
      let wrong = try await Self.load("replay", few)
      #expect(wrong.status == 1)
      #expect(wrong.text.contains("line 3: there is no method a/b"), "\(wrong.text)")
    }

    private func read(_ path: String) async throws -> String {
      try await ChildProgram.run("/bin/cat", [path], in: try Deployment.shared.directory)
    }

    private func write(_ text: String, to path: String) async throws {
      try await ChildProgram.run(
        "/bin/sh", ["-c", #"printf '%s' "$1" > "$0""#, path, text],
        in: try Deployment.shared.directory)
    }
  }
}
