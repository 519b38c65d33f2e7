import EndToEndSupport
import FoundationEssentials
import PayLytAPI
import PayLytCrypto
import PayLytRPC
import PayLytRPCServices
import Testing

extension EndToEnd.OneServer {
  @Suite("Sessions and tokens")
  struct SessionTests {
    /// Somebody new, on a connection of their own.
    private func somebody() async throws -> Person {
      try await Person.register([.client], on: try Deployment.shared.server.channel())
    }

    private func me(_ options: CallOptions, _ person: Person) async throws -> User {
      try await person.users.getMe(GetMeRequest(), options: options)
    }

    /// A token as the server signs it, but for what the test changes.
    private static func token(
      of person: Person, header: String? = nil, expiresIn: Int64,
      seed: String = "paylyt access tokens 1"
    ) throws -> String {
      let parts = person.session.accessToken.split(separator: ".")
      let head = header.map { Base64URL.encode(Array($0.utf8)) } ?? parts.first.map { String($0) }
      let middle = try #require(parts.dropFirst().first)
      let claims = try #require(Base64URL.decode(String(middle)))
      var fields = try JSONDecoder().decode(Claims.self, from: Data(claims))
      fields.exp = Int64(Date().timeIntervalSince1970) + expiresIn
      let payload = Base64URL.encode(Array(try JSONEncoder().encode(fields)))
      let signed = try #require(head) + "." + payload
      let key = HMAC.sha256(key: RunningServer.masterSecret, message: Array(seed.utf8))
      let signature = try #require(Ed25519.SigningKey(seed: key)).sign(Array(signed.utf8))
      return signed + "." + Base64URL.encode(signature)
    }

    private struct Claims: Codable {
      let iss: String
      let sub: String
      let sid: String
      let roles: Int
      let iat: Int64
      var exp: Int64
    }

    @Test("a good token is let in, and one made like it by the test is, too")
    func good() async throws {
      let person = try await somebody()
      #expect(try await me(person.options, person).name == person.name)
      let made = try Self.token(of: person, expiresIn: 60)
      #expect(try await me(.bearing(made), person).name == person.name)
    }

    @Test("no token, a foreign, an expired or a doctored one is refused")
    func bad() async throws {
      let person = try await somebody()
      let good = person.session.accessToken
      let parts = good.split(separator: ".").map(String.init)
      let unsigned = Base64URL.encode(Array(#"{"alg":"none","typ":"JWT"}"#.utf8)) + "." + parts[1]
      let table: [(String?, String)] = [
        (nil, "TOKEN_MISSING"),
        ("", "TOKEN_MISSING"),
        ("nonsense", "TOKEN_INVALID"),
        (String(repeating: "a", count: 5_000), "TOKEN_INVALID"),
        (unsigned + ".", "TOKEN_INVALID"),
        (parts[0] + "." + parts[1] + ".", "TOKEN_INVALID"),
        (good + "x", "TOKEN_INVALID"),
        (try Self.token(of: person, expiresIn: -1), "TOKEN_EXPIRED"),
        (try Self.token(of: person, expiresIn: 60, seed: "another key"), "TOKEN_INVALID"),
        (
          try Self.token(of: person, header: #"{"alg":"HS256","typ":"JWT"}"#, expiresIn: 60),
          "TOKEN_INVALID"
        ),
      ]
      for (token, reason) in table {
        let options = token.map { CallOptions.bearing($0) } ?? .bounded
        let error = try await refusal { try await me(options, person) }
        #expect(error.code == .unauthenticated, "\(token ?? "none"): \(error)")
        #expect(error.reason == reason, "\(token ?? "none")")
      }
    }

    @Test("after logout neither token works any more, at once")
    func logout() async throws {
      let person = try await somebody()
      _ = try await me(person.options, person)
      _ = try await person.auth.logout(LogoutRequest(), options: person.options)
      let error = try await refusal { try await me(person.options, person) }
      #expect(error.reason == "TOKEN_REVOKED")
      let refresh = try await refusal { try await refreshed(person.session.refreshToken, person) }
      #expect(refresh.code == .unauthenticated)
      #expect(refresh.reason == "TOKEN_REVOKED")
    }

    private func refreshed(_ token: String, _ person: Person) async throws -> Session {
      try await person.auth.refreshSession(
        RefreshSessionRequest(refreshToken: token), options: .bounded)
    }

    @Test("a refresh token works once; used again, it ends the session")
    func refresh() async throws {
      let person = try await somebody()
      let second = try await refreshed(person.session.refreshToken, person)
      let renewed = Person(person.channel, second)
      #expect(try await me(renewed.options, renewed).name == person.name)
      #expect(second.refreshToken != person.session.refreshToken)
      let stolen = try await refusal { try await refreshed(person.session.refreshToken, person) }
      #expect(stolen.code == .unauthenticated)
      #expect(stolen.reason == "TOKEN_REUSED")
      let after = try await refusal { try await refreshed(second.refreshToken, person) }
      #expect(after.reason == "TOKEN_REVOKED")
      let access = try await refusal { try await me(renewed.options, renewed) }
      #expect(access.reason == "TOKEN_REVOKED")
    }

    @Test("one sees and ends one's own sessions; an admin anybody's; nobody else's is there")
    func ownership() async throws {
      let deployment = try Deployment.shared
      let admin = try await Person.admin(of: deployment)
      let stranger = try await somebody()
      for (who, may) in [("owner", true), ("admin", true), ("stranger", false)] {
        // Whoever asks needs a session of their own that stays.
        let owner = try await somebody()
        let second = try await owner.auth.login(
          LoginRequest(email: owner.session.user?.email ?? "", password: Person.password),
          options: .bounded)
        let asking = who == "owner" ? owner : who == "admin" ? admin : stranger
        let listed = try await outcome {
          try await asking.auth.listSessions(
            ListSessionsRequest(parent: owner.name), options: asking.options
          ).sessions
        }
        #expect(listed.value?.count == (may ? 2 : nil) && listed.isHidden == !may, "\(who)")
        let sessions = try await owner.auth.listSessions(
          ListSessionsRequest(), options: owner.options
        ).sessions
        let other = try #require(sessions.first { !$0.isCurrent })
        let ended = try await outcome {
          try await asking.auth.revokeSession(
            RevokeSessionRequest(name: other.name), options: asking.options)
        }
        #expect(ended.isHidden == !may, "\(who)")
        let refresh = try await outcome { try await refreshed(second.refreshToken, owner) }
        #expect((refresh.value == nil) == may, "\(who)")
        let all = try await outcome {
          try await asking.auth.revokeAllSessions(
            RevokeAllSessionsRequest(requestID: RequestID.new(), parent: owner.name),
            options: asking.options)
        }
        #expect(all.isHidden == !may, "\(who)")
        let after = try await outcome { try await me(owner.options, owner) }
        #expect((after.value == nil) == may, "\(who)")
      }
      // Under another's name nothing is one's own.
      let foreign = try await somebody()
      let mine = try await stranger.auth.listSessions(
        ListSessionsRequest(), options: stranger.options
      ).sessions
      let session = try #require(mine.first?.name.split(separator: "/").last)
      let mixed = try await outcome {
        try await foreign.auth.revokeSession(
          RevokeSessionRequest(name: "\(foreign.name)/sessions/\(session)"),
          options: foreign.options)
      }
      #expect(mixed.isHidden)
    }

    /// What came back, or whether there is no such thing to the caller.
    private struct Outcome<Value: Sendable> {
      var value: Value?
      var isHidden = false
    }

    private func outcome<Value: Sendable>(
      _ call: () async throws -> Value
    ) async throws -> Outcome<Value> {
      do {
        return Outcome(value: try await call())
      } catch let error as RPCError {
        return Outcome(isHidden: error.code == .notFound)
      }
    }

    @Test("a late repetition of the request that ended all sessions leaves newer ones alone")
    func lateRepetition() async throws {
      let person = try await somebody()
      let request = RevokeAllSessionsRequest(requestID: RequestID.new(), keepCurrent: true)
      _ = try await person.auth.revokeAllSessions(request, options: person.options)
      let later = Person(
        person.channel,
        try await person.auth.login(
          LoginRequest(email: person.session.user?.email ?? "", password: Person.password),
          options: .bounded))
      _ = try await person.auth.revokeAllSessions(request, options: person.options)
      #expect(try await me(later.options, later).name == person.name)
      let anew = RevokeAllSessionsRequest(requestID: RequestID.new(), keepCurrent: true)
      _ = try await person.auth.revokeAllSessions(anew, options: person.options)
      let ended = try await refusal { try await me(later.options, later) }
      #expect(ended.reason == "TOKEN_REVOKED")
    }

    @Test("a wrong password and an unknown e-mail get the same answer")
    func credentials() async throws {
      let person = try await somebody()
      var errors: [RPCError] = []
      for (email, password) in [
        (person.email, "not the password"), ("nobody@example.com", "not the password"),
      ] {
        errors.append(
          try await refusal {
            try await person.auth.login(
              LoginRequest(email: email, password: password), options: .bounded)
          })
      }
      #expect(errors.allSatisfy { $0.code == .unauthenticated && $0.reason == "BAD_CREDENTIALS" })
      #expect(errors.first?.message == errors.last?.message)
      #expect(errors.first?.errorInfo == errors.last?.errorInfo)
      let again = try await Person.login(person.email, on: person.channel)
      #expect(again.name == person.name)
    }

    @Test("an e-mail without an account is locked as one with an account")
    func unknownThrottled() async throws {
      let channel = try Deployment.shared.server.channel()
      let wrong = LoginRequest(
        email: "\(RequestID.new())@example.com", password: "not the password")
      var reasons: [String] = []
      for _ in 0..<7 {
        reasons.append(
          try await refusal {
            try await AuthServiceClient(channel).login(wrong, options: .bounded)
          }.reason)
      }
      #expect(reasons.prefix(5).allSatisfy { $0 == "BAD_CREDENTIALS" })
      #expect(reasons.last == "LOGIN_THROTTLED")
    }

    @Test("too many wrong passwords make guessing slow, even with the right one")
    func throttled() async throws {
      let person = try await somebody()
      // Where somebody is signed in, the right one would be taken.
      _ = try await person.auth.logout(LogoutRequest(), options: person.options)
      let wrong = LoginRequest(email: person.email, password: "not the password")
      var reasons: [String] = []
      for _ in 0..<7 {
        reasons.append(
          try await refusal { try await person.auth.login(wrong, options: .bounded) }.reason)
      }
      #expect(reasons.prefix(5).allSatisfy { $0 == "BAD_CREDENTIALS" })
      #expect(reasons.last == "LOGIN_THROTTLED")
      let right = try await refusal {
        try await Person.login(person.email, on: person.channel)
      }
      #expect(right.code == .resourceExhausted)
      #expect(right.reason == "LOGIN_THROTTLED")
      // The caller is told how long: about half a minute after the first lock.
      #expect((right.retryDelay ?? .zero) > .seconds(10))
    }

    @Test("an e-mail belongs to one account, however it is written")
    func emailTaken() async throws {
      let person = try await somebody()
      let error = try await refusal {
        try await person.auth.register(
          RegisterRequest(
            requestID: RequestID.new(), email: person.email.uppercased(),
            password: Person.password, displayName: "Somebody else", roles: [.client]),
          options: .bounded)
      }
      #expect(error.code == .alreadyExists)
      #expect(error.reason == "EMAIL_TAKEN")
    }
  }
}
