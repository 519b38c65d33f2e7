import EndToEndSupport
import PayLytAPI
import PayLytRPC
import Testing

extension EndToEnd.OneServer {
  /// The built `paylyt` as people use it, against the running server.
  @Suite("The command line") struct CommandLineTests {
    /// One person's shell: what it has printed, and its own place for tokens.
    private struct Shell {
      let deployment: Deployment
      let home: String

      init(_ deployment: Deployment) {
        self.deployment = deployment
        home = "\(deployment.directory.path)/home-\(RequestID.new())"
      }

      /// - Returns: the exit status and all that was printed.
      func run(
        _ arguments: String..., input: String = ""
      ) async throws -> (status: Int32, text: String) {
        try await run(arguments, input: input)
      }

      func run(
        _ arguments: [String], input: String = ""
      ) async throws -> (status: Int32, text: String) {
        let log = "\(deployment.directory.path)/\(RequestID.new()).log"
        let program = try await ChildProgram.start(
          "/bin/sh",
          ["-c", #"input=$1; shift; printf '%s' "$input" | "$0" "$@""#]
            + [try Place.program("paylyt"), input] + arguments,
          environment: ["XDG_CONFIG_HOME": home], log: log)
        guard case .exited(let status) = try await program.waitForEnd() else {
          throw Failure("paylyt \(arguments) was killed")
        }
        return (status, program.printed)
      }

      func signIn(_ person: Person) async throws -> (status: Int32, text: String) {
        let addresses = deployment.server.addresses
        return try await run(
          "login", "--server", addresses.grpc, "--ca", addresses.certificate,
          input: "\(person.email)\n\(Person.password)\n")
      }
    }

    @Test("somebody signs in, is known, and signs out")
    func session() async throws {
      let deployment = try Deployment.shared
      let person = try await Person.register([.client], on: deployment.server.channel())
      let shell = Shell(deployment)
      #expect(try await shell.run("whoami").status == 116)
      let signedIn = try await shell.signIn(person)
      #expect(signedIn.status == 0, "\(signedIn.text)")
      let mode = try await ChildProgram.run(
        "/usr/bin/stat", ["-c", "%a", shell.home + "/paylyt/session.json"],
        in: deployment.directory)
      #expect(mode == "600\n")
      let known = try await shell.run("whoami")
      #expect(known.status == 0)
      #expect(known.text.contains(person.name))
      // The tokens are for the server that gave them.
      let elsewhere = try await shell.run("whoami", "--server", "127.0.0.1:1", "--plaintext")
      #expect(elsewhere.status == 116)
      let notThere = try await shell.run("logout", "--server", "127.0.0.1:1", "--plaintext")
      #expect(notThere.status == 116)
      #expect(try await shell.run("whoami").status == 0)
      #expect(try await shell.run("logout").status == 0)
      #expect(try await shell.run("whoami").status == 116)
    }

    @Test("whoever signs in again ends the session before, and a damaged file keeps nobody out")
    func again() async throws {
      let deployment = try Deployment.shared
      let person = try await Person.register([.client], on: deployment.server.channel())
      let shell = Shell(deployment)
      func sessions() async throws -> Set<String> {
        let answer = try await person.auth.listSessions(
          ListSessionsRequest(), options: person.options)
        return Set(answer.sessions.filter { !$0.isCurrent }.map(\.name))
      }
      #expect(try await shell.signIn(person).status == 0)
      let first = try await sessions()
      #expect(first.count == 1)
      #expect(try await shell.signIn(person).status == 0)
      let second = try await sessions()
      #expect(second.count == 1 && second.isDisjoint(with: first))
      let file = shell.home + "/paylyt/session.json"
      _ = try await ChildProgram.run(
        "/bin/sh", ["-c", "printf '{' > \(file)"], in: deployment.directory)
      #expect(
        try await shell.run(
          "whoami", "--server", deployment.server.addresses.grpc, "--ca",
          deployment.server.addresses.certificate
        ).status == 116)
      #expect(try await shell.signIn(person).status == 0)
      #expect(try await shell.run("whoami").status == 0)
      #expect(try await shell.run("logout").status == 0)
      #expect(try await sessions() == second)
    }

    @Test("a wrong password is refused with its code, its reason and its status")
    func wrongPassword() async throws {
      let deployment = try Deployment.shared
      let addresses = deployment.server.addresses
      let refused = try await Shell(deployment).run(
        "login", "--server", addresses.grpc, "--ca", addresses.certificate, "--email",
        "nobody@example.com", input: "not a password\n")
      #expect(refused.status == 116)
      #expect(refused.text.contains("UNAUTHENTICATED BAD_CREDENTIALS"))
    }

    @Test("who has forgotten the password is sent a code, and told when one is none")
    func forgotten() async throws {
      let deployment = try Deployment.shared
      let addresses = deployment.server.addresses
      let shell = Shell(deployment)
      let asked = try await shell.run(
        "reset-password", "--server", addresses.grpc, "--ca", addresses.certificate, "--email",
        "nobody@example.com", input: "")
      #expect(asked.status == 64)
      #expect(asked.text.contains("If nobody@example.com has an account"))
      let refused = try await shell.run(
        "reset-password", "--server", addresses.grpc, "--ca", addresses.certificate, "--code",
        String(repeating: "A", count: 64), input: "a new password\n")
      #expect(refused.status == 116)
      #expect(refused.text.contains("UNAUTHENTICATED BAD_CODE"))
    }

    @Test("an address is confirmed by a code, of which a wrong one is told")
    func confirmed() async throws {
      let deployment = try Deployment.shared
      let addresses = deployment.server.addresses
      let shell = Shell(deployment)
      let place = ["--server", addresses.grpc, "--ca", addresses.certificate]
      let refused = try await shell.run(
        ["confirm-email", "--code", String(repeating: "A", count: 64)] + place)
      #expect(refused.status == 116 && refused.text.contains("UNAUTHENTICATED BAD_CODE"))
      // Another one is sent to whoever is signed in.
      #expect(try await shell.run(["confirm-email"] + place).status == 116)
      let person = try await Person.register([.client], on: deployment.server.channel())
      #expect(try await shell.signIn(person).status == 0)
      let sent = try await shell.run("confirm-email", input: "")
      #expect(sent.status == 64 && sent.text.contains("A code is on its way"), "\(sent.text)")
    }

    @Test(
      "whoever prints into a full disk does not end well",
      arguments: [["methods"], ["admin", "permissions"], ["version"]])
    func fullDisk(words: [String]) async throws {
      let deployment = try Deployment.shared
      let program = try await ChildProgram.start(
        "/bin/sh",
        ["-c", #"exec "$0" "$@" >/dev/full"#, try Place.program("paylyt")] + words,
        environment: [:], log: "\(deployment.directory.path)/\(RequestID.new()).log")
      #expect(try await program.waitForEnd() == .exited(74))
    }

    @Test("an escrow is called, listed, shown, watched and drawn")
    func escrow() async throws {
      let deployment = try Deployment.shared
      let deal = try await Deal.accepted(on: deployment)
      let shell = Shell(deployment)
      #expect(try await shell.signIn(deal.client).status == 0)
      let id = try #require(deal.escrow.split(separator: "/").last)

      let shown = try await shell.run("escrow", "show", String(id))
      #expect(shown.status == 0, "\(shown.text)")
      #expect(shown.text.contains("50000 sat"))
      #expect(shown.text.contains("STATE_CREATED"))

      let rehearsed = try await shell.run("escrow", "cancel", String(id), "--validate-only")
      #expect(rehearsed.status == 0, "\(rehearsed.text)")

      let funded = try await shell.run(
        "escrow", "fund", String(id), "--qr", "--output", "json")
      #expect(funded.status == 0, "\(funded.text)")
      #expect(funded.text.contains("\"paymentRequest\": \"lnbcrt"))
      #expect(funded.text.contains("█"))

      let listed = try await shell.run("escrow", "list")
      #expect(listed.text.contains(deal.escrow))
      #expect(listed.text.contains("NAME"))

      let watched = try await shell.run(
        "escrow", "watch", String(id), "--count", "1", "--output", "json")
      #expect(watched.status == 0)
      #expect(watched.text.contains("\"state\":\"STATE_AWAITING_PAYMENT\""))

      let request = "{\"name\": \"\(deal.escrow)\"}"
      let called = try await shell.run("call", "GetEscrow", "--json", "-", input: request)
      #expect(called.status == 0)
      #expect(called.text.contains("\"milestones\": ["))
    }

    @Test("a deposit is made of a number of satoshis, and drawn for people")
    func deposit() async throws {
      let deployment = try Deployment.shared
      let shell = Shell(deployment)
      let person = try await Person.register([.client], on: deployment.server.channel())
      #expect(try await shell.signIn(person).status == 0)
      let made = try await shell.run("wallet", "deposit", "5000")
      #expect(made.status == 0, "\(made.text)")
      #expect(made.text.contains("5000 sat") && made.text.contains("█"))
      let link = #/payment_uri +lightning:lnbcrt/#
      #expect(made.text.contains(link), "\(made.text)")
      for plain in [["--output", "json"], ["--validate-only"]] {
        let silent = try await shell.run(["wallet", "deposit", "5000"] + plain)
        #expect(silent.status == 0 && !silent.text.contains("█"), "\(silent.text)")
      }
      #expect(try await shell.run("wallet", "deposit", "0.5").status == 64)
    }

    @Test("what the server refuses names the field, and ends with its code")
    func refused() async throws {
      let deployment = try Deployment.shared
      let person = try await Person.register([.client], on: deployment.server.channel())
      let shell = Shell(deployment)
      #expect(try await shell.signIn(person).status == 0)
      // What belongs to others is not there.
      let foreign = try await Deal.accepted(on: deployment).escrow
      let missing = try await shell.run("escrow", "show", foreign)
      #expect(missing.status == 105, "\(missing.text)")
      #expect(missing.text.contains("NOT_FOUND"))
      let invalid = try await shell.run("job", "create", "title=A logo")
      #expect(invalid.status == 103, "\(invalid.text)")
      #expect(invalid.text.contains("  deadline: "))
    }

    @Test("tokens that have expired are renewed once, however many ask")
    func renewal() async throws {
      let deployment = try Deployment.shared
      let person = try await Person.register([.client], on: deployment.server.channel())
      let shell = Shell(deployment)
      #expect(try await shell.signIn(person).status == 0)
      let file = shell.home + "/paylyt/session.json"
      func refreshToken() async throws -> Substring? {
        let text = try await ChildProgram.run("/bin/cat", [file], in: deployment.directory)
        return text.split(separator: "\n").first { $0.contains("\"refreshToken\"") }
      }
      let first = try await refreshToken()
      try await ChildProgram.run(
        "/bin/sed",
        [
          "-i", #"s/"accessExpireTime": "[^"]*"/"accessExpireTime": "2001-01-01T00:00:00Z"/"#, file,
        ],
        in: deployment.directory)
      async let one = shell.run("whoami")
      async let two = shell.run("whoami")
      async let three = shell.run("whoami")
      for result in try await [one, two, three] { #expect(result.status == 0, "\(result.text)") }
      let second = try await refreshToken()
      #expect(second != nil && second != first)
      // A refresh token that was used twice would have ended the session.
      #expect(try await shell.run("whoami").status == 0)
    }

    @Test("requests of a stream come from lines, and its refusal is the server's")
    func clientStream() async throws {
      let deployment = try Deployment.shared
      let deal = try await Deal.accepted(on: deployment)
      let shell = Shell(deployment)
      #expect(try await shell.signIn(deal.client).status == 0)
      #expect(try await shell.run("call", "UploadEvidence").status == 64)
      let refused = try await shell.run(
        "call", "UploadEvidence", "--json", "-",
        input: """
          {"requestId": "\(RequestID.new())", "parent": "disputes/\(deal.escrow.suffix(36))", \
          "fileName": "a.txt", "contentType": "text/plain", "sizeBytes": "1"}
          {"content": "YQ=="}

          """)
      #expect(refused.status == 105 || refused.status == 103, "\(refused.text)")
      #expect(refused.text.contains("NOT_FOUND") || refused.text.contains("INVALID_ARGUMENT"))
    }

    @Test("both sides stream: each line of standard input is one request")
    func bothStream() async throws {
      let deployment = try Deployment.shared
      let shell = Shell(deployment)
      let addresses = deployment.server.addresses
      let listed = try await shell.run(
        "call", "grpc.reflection.v1.ServerReflection/ServerReflectionInfo", "--json", "-",
        "--server", addresses.grpc, "--ca", addresses.certificate,
        input: "{\"listServices\": \"\"}\n{\"fileContainingSymbol\": \"no.such.Type\"}\n")
      #expect(listed.status == 0, "\(listed.text)")
      #expect(listed.text.contains("paylyt.escrow.v1.EscrowService"))
      #expect(listed.text.contains("\"errorResponse\""))
      let wrong = try await shell.run(
        "call", "grpc.reflection.v1.ServerReflection/ServerReflectionInfo", "--json", "-",
        "--server", addresses.grpc, "--ca", addresses.certificate, input: "{\"nothing\": 1}\n")
      #expect(wrong.status == 64, "\(wrong.text)")
      #expect(wrong.text.contains("nothing"))
    }

    @Test("an admin verifies the audit log to its end")
    func audit() async throws {
      let deployment = try Deployment.shared
      let admin = try await Person.admin(of: deployment)
      let shell = Shell(deployment)
      #expect(try await shell.signIn(admin).status == 0)
      let verified = try await shell.run("audit", "verify")
      #expect(verified.status == 0, "\(verified.text)")
      #expect(verified.text.contains("is_complete"))
    }
  }
}
