import EndToEndSupport
import Testing

extension EndToEnd {
  @Suite("What is measured")
  struct MeasurementTests {
    /// On a server of its own: the provider knows nothing of what paid for these.
    @Test("escrows made in bulk fit the schema, can be released, and leave the books right")
    func prepared() async throws {
      try await Deployment.with { try await measure($0) }
    }

    private func measure(_ deployment: Deployment) async throws {
      let directory = deployment.directory
      let (work, journal) = ("\(directory.path)/bench.work", "\(directory.path)/bench.journal")
      let server = deployment.server.addresses
      let paylyt = try Place.program("paylyt")
      func load(_ command: String, _ options: String...) async throws -> String {
        let target = ["--target", server.grpc, "--certificate", server.certificate, "--work", work]
        return try await ChildProgram.run(
          paylyt, ["load", command] + target + options, in: directory)
      }
      func psql(_ file: String, _ variables: [String], appendTo lines: String) async throws {
        let script = "set -e; psql -XAtq -v ON_ERROR_STOP=1 \"$@\" > lines; cat lines >> \(lines)"
        try await ChildProgram.run(
          "/bin/sh",
          ["-c", "cd \(directory.path); " + script, "sh", "-d", server.database]
            + variables.flatMap { ["-v", $0] } + [
              "-f", "\(Place.repository)/Bench/sql/\(file).sql",
            ],
          in: directory)
      }

      _ = try await load("prepare", "--clients", "2", "--freelancers", "1", "--escrows", "0")
      let users = try await ChildProgram.run("/bin/cat", [work], in: directory)
      let clients = users.split(separator: "\n").filter { $0.hasPrefix("user client") }
      let emails = clients.map { "'\($0.split(separator: " ")[2])'" }.joined(separator: ",")
      try await psql(
        "prepare", ["emails=\(emails)", "escrows=20", "freelancers=5", "milestones=2"],
        appendTo: work)
      _ = try await load(
        "run", "--connections", "2", "--in-flight", "4", "--seconds", "60", "--quiet",
        "--journal", journal)
      let verified = try await load("verify", "--journal", journal)
      #expect(verified.contains("40 acknowledged and 0 unknown operations, 20 escrows"))
      #expect(verified.contains(": 0 findings"))
      try await psql("grow", ["rounds=2", "freelancers=5"], appendTo: "/dev/null")
    }
  }
}
