import EndToEndSupport
import PayLytAPI
import PayLytRPC
import Testing

extension EndToEnd.OneServer {
  @Suite("Services of the house")
  struct ServiceKeyTests {
    private static let path = "/paylyt.audit.v1.AuditService/ListAuditEntries"

    private func admin() async throws -> Person { try await Person.admin(of: Deployment.shared) }

    /// What a monitor reads by itself.
    private func entries(
      _ options: CallOptions, _ request: ListAuditEntriesRequest = .init()
    ) async throws -> [AuditEntry] {
      let channel = try Deployment.shared.server.channel()
      return try await AuditServiceClient(channel).listAuditEntries(request, options: options)
        .entries
    }

    private func reason(_ options: CallOptions) async throws -> String {
      try await refusal { try await entries(options) }.reason
    }

    @Test("a secret lets a service in where its scopes do, and nowhere else")
    func secret() async throws {
      let admin = try await admin()
      let monitor = try await HouseService.bySecret(["audit.read"], of: admin)
      _ = try await entries(monitor.options())
      let other = try await HouseService.bySecret(["ledger.read"], of: admin)
      #expect(try await reason(other.options()) == "SCOPE_MISSING")
      for key in [monitor.key + "A", String(monitor.key.dropLast()), "nonsense", ""] {
        let guess = HouseService(name: "", proof: .secret, key: key)
        #expect(try await reason(guess.options()) == "API_KEY_INVALID", "\(key)")
      }
    }

    @Test("a signed request is taken once, as it was signed and in its time")
    func signed() async throws {
      let admin = try await admin()
      for service in [
        try await HouseService.byHMAC(["audit.read"], of: admin),
        try await HouseService.byEd25519(["audit.read"], of: admin),
      ] {
        let request = ListAuditEntriesRequest(pageSize: 3)
        let good = service.sign(Self.path, request.wireBytes)
        #expect(try await entries(service.options(good), request).count <= 3)
        let replay = try await refusal { try await entries(service.options(good), request) }
        #expect(replay.reason == "REQUEST_REPLAYED" && replay.code == .unauthenticated)

        #expect(try await reason(service.options()) == "SIGNATURE_MISSING")
        var bad: [(String, HouseService.Signed)] = [
          ("another body", service.sign(Self.path, request.wireBytes)),
          ("another method", service.sign(Self.path + "s", [])),
          ("too old", service.sign(Self.path, [], secondsOff: -400)),
          ("from the future", service.sign(Self.path, [], secondsOff: 400)),
          ("for somebody", service.sign(Self.path, [], for: admin)),
        ]
        var changed = service.sign(Self.path, [])
        changed.nonce += "0"
        bad.append(("another nonce", changed))
        changed = service.sign(Self.path, [])
        changed.timestamp += 1
        bad.append(("another time", changed))
        changed = service.sign(Self.path, [])
        changed.nonce = "short"
        bad.append(("a short nonce", changed))
        for (what, signed) in bad {
          #expect(try await reason(service.options(signed)) == "SIGNATURE_INVALID", "\(what)")
        }
      }
    }

    @Test("the id of a signing key is no secret, and one key's signature is not another's")
    func foreignSignature() async throws {
      let admin = try await admin()
      let first = try await HouseService.byHMAC(["audit.read"], of: admin)
      let second = try await HouseService.byHMAC(["audit.read"], of: admin)
      let mixed = HouseService(name: "", proof: first.proof, key: second.key)
      let signed = mixed.sign(Self.path, [])
      #expect(try await reason(mixed.options(signed)) == "SIGNATURE_INVALID")
    }

    @Test("after a rotation both secrets work for the overlap; revoked, none does")
    func rotation() async throws {
      let admin = try await admin()
      let old = try await HouseService.bySecret(["audit.read"], of: admin)
      func rotate(_ overlap: Int32) async throws -> HouseService {
        let rotated = try await admin.apiKeys.rotateApiKey(
          RotateApiKeyRequest(
            requestID: RequestID.new(), name: old.name, overlapSeconds: overlap),
          options: admin.options)
        return HouseService(name: old.name, proof: .secret, key: rotated.secret)
      }
      let next = try await rotate(3600)
      _ = try await entries(old.options())
      _ = try await entries(next.options())
      let last = try await rotate(0)
      for service in [old, next] {
        #expect(try await reason(service.options()) == "API_KEY_INVALID")
      }
      _ = try await entries(last.options())
      _ = try await admin.apiKeys.revokeApiKey(
        RevokeApiKeyRequest(requestID: RequestID.new(), name: old.name, reason: "Lost."),
        options: admin.options)
      let error = try await refusal { try await entries(last.options()) }
      #expect(error.reason == "API_KEY_INVALID" && error.code == .unauthenticated)
    }

    @Test("a backend that calls for a user needs both rights, and the audit log names both")
    func proxy() async throws {
      let admin = try await admin()
      let backend = try await HouseService.bySecret(["jobs.post", "jobs.read"], of: admin)
      let channel = try Deployment.shared.server.channel()
      let client = try await Person.register([.client], on: channel)
      let freelancer = try await Person.register([.freelancer], on: channel)
      let job = try await client.jobs.createJob(
        Deal.jobRequest(sats: [1_000]), options: backend.options(for: client))

      // The user may not; the service may not; the service without the user may not.
      let noRole = try await refusal {
        try await freelancer.jobs.createJob(
          Deal.jobRequest(sats: [1_000]), options: backend.options(for: freelancer))
      }
      #expect(noRole.reason == "SCOPE_MISSING")
      let noScope = try await refusal {
        try await client.escrows.listEscrows(.init(), options: backend.options(for: client))
      }
      #expect(noScope.reason == "SCOPE_MISSING")
      let alone = try await refusal {
        try await client.jobs.createJob(
          Deal.jobRequest(sats: [1_000]), options: backend.options())
      }
      #expect(alone.reason == "TOKEN_MISSING")

      let actor = "\(client.name) via \(backend.name)"
      try await eventually("the decision is sealed") {
        try await entries(admin.options, .init(subject: job.name)).contains { $0.actor == actor }
      }
    }

    @Test("what shows invoices shows no deposit to a service that may read no wallet")
    func deposits() async throws {
      let admin = try await admin()
      let person = try await Person.register([.client], on: admin.channel)
      let deposit = try await person.wallets.createDeposit(
        CreateDepositRequest(requestID: RequestID.new(), amount: .sats(1_000)),
        options: person.options)
      let request = RenderQrRequest(name: deposit.name, format: .svg)
      let few = try await HouseService.bySecret(["invoices.read"], of: admin)
      let noScope = try await refusal {
        try await person.invoices.renderQr(request, options: few.options(for: person))
      }
      #expect(noScope.reason == "SCOPE_MISSING")
      let both = try await HouseService.bySecret(["invoices.read", "wallets.read"], of: admin)
      let code = try await person.invoices.renderQr(request, options: both.options(for: person))
      #expect(code.contentType == "image/svg+xml")
    }

    @Test("a stream ends when the key or the session behind it does")
    func streams() async throws {
      let admin = try await admin()
      let monitor = try await HouseService.bySecret(["events.subscribe"], of: admin)
      let channel = try Deployment.shared.server.channel()
      let person = try await Person.register([.client], on: channel)
      let streams = [
        ("API_KEY_INVALID", try monitor.options()), ("TOKEN_REVOKED", person.options),
      ]
      let (opened, announce) = AsyncStream.makeStream(of: Void.self)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for (reason, options) in streams {
          group.addTask {
            let error = try await refusal {
              let stream = try await EventServiceClient(channel).subscribe(
                SubscribeRequest(), options: options)
              var isFirst = true
              for try await _ in stream where isFirst {
                isFirst = false
                announce.yield()
              }
            }
            #expect(error.reason == reason)
          }
        }
        var openings = opened.makeAsyncIterator()
        for _ in streams { _ = await openings.next() }
        _ = try await admin.apiKeys.revokeApiKey(
          RevokeApiKeyRequest(requestID: RequestID.new(), name: monitor.name, reason: "Over."),
          options: admin.options)
        _ = try await person.auth.logout(LogoutRequest(), options: person.options)
        try await group.waitForAll()
      }
    }

    @Test("what a person answers for is not decided by a service")
    func persons() async throws {
      let admin = try await admin()
      let service = try await HouseService.bySecret(
        ["users.manage", "api_keys.write"], of: admin)
      let person = try await Person.register([.client], on: admin.channel)
      let alone = try await refusal {
        try await person.users.freezeUser(
          FreezeUserRequest(requestID: RequestID.new(), name: person.name, reason: "Fraud."),
          options: service.options())
      }
      #expect(alone.reason == "TOKEN_MISSING")
      let frozen = try await person.users.freezeUser(
        FreezeUserRequest(requestID: RequestID.new(), name: person.name, reason: "Fraud."),
        options: service.options(for: admin))
      #expect(frozen.state == .frozen)
      // From now on the user looks and signs out.
      _ = try await person.users.getMe(GetMeRequest(), options: person.options)
      let stopped = try await refusal {
        try await person.jobs.createJob(
          Deal.jobRequest(sats: [1_000]), options: person.options)
      }
      #expect(stopped.reason == "ACCOUNT_FROZEN" && stopped.code == .permissionDenied)
    }
  }
}
