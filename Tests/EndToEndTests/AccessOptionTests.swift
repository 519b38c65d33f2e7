import EndToEndSupport
import PayLytAPI
import PayLytRPC
import Testing

extension EndToEnd {
  @Suite("What an operator says about access", .timeLimit(.minutes(3)))
  struct AccessOptionTests {
    private func start(
      _ directory: TemporaryDirectory, _ arguments: [String]
    ) async throws -> RunningServer {
      try await RunningServer.start(
        [
          "--with-simulator", "--simulator-pays-after-ms", "20", "--webhook-listen", "127.0.0.1:0",
        ] + arguments, dataDirectory: directory.path + "/server")
    }

    @Test("a client certificate is a service's identity, for as long as its key lives")
    func certificate() async throws {
      try await TemporaryDirectory.with { directory in
        let certificate = "\(directory.path)/client.crt"
        let key = "\(directory.path)/client.key"
        try DevelopmentCertificate().write(certificateFile: certificate, keyFile: key)
        let server = try await start(directory, ["--tls-client-ca", certificate])
        let tls = try TLSContext.client(
          trust: .pinned(file: server.addresses.certificate),
          credentials: TLSContext.Credentials(certificateFile: certificate, keyFile: key))
        let channel = try RunningServer.channel(
          to: server.addresses.grpc, ChannelConfiguration(tls: tls))
        let plain = try server.plaintextChannel()
        let admin = try await Person.admin(of: server, on: plain, directory)
        func read(_ channel: Channel, _ options: CallOptions = .bounded) async throws {
          _ = try await LedgerServiceClient(channel).getTrialBalance(.init(), options: options)
        }

        // Nobody knows the name yet: the certificate alone lets nobody act.
        #expect(try await refusal { try await read(channel) }.reason == "TOKEN_MISSING")
        let made = try await admin.apiKeys.createApiKey(
          CreateApiKeyRequest(
            requestID: RequestID.new(), displayName: "Bookkeeper", scopes: ["ledger.read"],
            credential: .certificate, certificateName: "localhost"), options: admin.options)
        let name = try #require(made.apiKey?.name)
        #expect(made.secret.isEmpty)
        try await eventually("the name is known") {
          do {
            try await read(channel)
            return true
          } catch let error as RPCError where error.reason == "TOKEN_MISSING" {
            return false
          }
        }
        // The name proves nothing without the certificate, and the id neither.
        #expect(try await refusal { try await read(plain) }.reason == "TOKEN_MISSING")
        let byID = HouseService(name: name, proof: .secret, key: made.apiKey?.prefix ?? "")
        let guess = try await refusal { try await read(plain, byID.options()) }
        #expect(guess.reason == "API_KEY_INVALID")
        // Nobody has set a limit, which is not one of 0.
        let limits = try await admin.users.getLimits(.init(), options: admin.options)
        #expect(limits.stepUpAboveSatoshis == nil)
        // For a user it may do what both may.
        let viaService = admin.on(channel)
        try await read(channel, admin.options)
        let noScope = try await refusal {
          try await viaService.users.listUsers(.init(), options: admin.options)
        }
        #expect(noScope.reason == "SCOPE_MISSING")

        _ = try await admin.apiKeys.revokeApiKey(
          RevokeApiKeyRequest(requestID: RequestID.new(), name: name, reason: "Over."),
          options: admin.options)
        #expect(try await refusal { try await read(channel) }.reason == "API_KEY_INVALID")
        try await server.stop()
      }
    }

    /// Somebody with 10 000 satoshis in the wallet.
    private func rich(_ channel: Channel) async throws -> Person {
      let person = try await Person.register([.freelancer], on: channel)
      _ = try await person.wallets.createDeposit(
        CreateDepositRequest(requestID: RequestID.new(), amount: .sats(10_000)),
        options: person.options)
      try await eventually("the deposit is there") { try await person.balanceMsat() > 0 }
      return person
    }

    @Test("above the limit a PIN is asked for, and a day's limit follows the tier")
    func limits() async throws {
      try await TemporaryDirectory.with { directory in
        let server = try await start(
          directory, ["--step-up-above-sats", "1000", "--daily-payout-sats", "3000,none,none"])
        let channel = try server.plaintextChannel()
        let admin = try await Person.admin(of: server, on: channel, directory)
        let person = try await rich(channel)
        let other = try await Person.register([.client], on: channel)

        func give(_ sats: Int64, _ stepUp: String? = nil, by giver: Person? = nil) async throws {
          var options = (giver ?? person).options
          if let stepUp { try options.metadata.add("paylyt-step-up", stepUp) }
          _ = try await person.wallets.transferFunds(
            TransferFundsRequest(requestID: RequestID.new(), to: other.name, amount: .sats(sats)),
            options: options)
        }
        func stepUp(_ pin: String) async throws -> String {
          try await person.auth.stepUp(
            StepUpRequest(transactionPin: pin), options: person.options
          ).token
        }

        try await give(1_000)
        #expect(try await refusal { try await give(1_001) }.reason == "STEP_UP_REQUIRED")
        #expect(try await refusal { try await stepUp("123456") }.reason == "PIN_NOT_SET")
        _ = try await person.auth.setTransactionPin(
          SetTransactionPinRequest(
            requestID: RequestID.new(), password: Person.password, transactionPin: "123456"),
          options: person.options)
        #expect(try await refusal { try await stepUp("654321") }.reason == "BAD_PIN")
        let token = try await stepUp("123456")
        try await give(1_500, token)
        // It is this session's alone.
        let second = try await Person.login(person.email, on: channel)
        let foreign = try await refusal { try await give(1_500, token, by: second) }
        #expect(foreign.reason == "STEP_UP_REQUIRED")

        // A thousand without the PIN were given already, within the hour.
        #expect(try await refusal { try await give(1) }.reason == "STEP_UP_REQUIRED")
        #expect(try await refusal { try await give(501, token) }.reason == "DAILY_LIMIT_EXCEEDED")
        let used = try await person.users.getLimits(.init(), options: person.options)
        #expect(used.payout?.usedSatoshis == 2_500 && used.payout?.limitSatoshis == 3_000)
        #expect(used.stepUpAboveSatoshis == 1_000 && used.funding == nil)

        let kyc = try await person.users.submitKyc(
          SubmitKycRequest(
            requestID: RequestID.new(), tier: .identified,
            details: KycDetails(
              legalName: "Ada Lovelace", birthDate: "1990-12-31", country: "NG",
              documents: [
                KycDocument(
                  kind: .passport, number: "P1", scanSha256: [UInt8](repeating: 0, count: 32))
              ])), options: person.options)
        _ = try await admin.users.reviewKyc(
          ReviewKycRequest(
            requestID: RequestID.new(), name: kyc.name, approve: true, reason: "Seen."),
          options: admin.options)
        try await give(3_000, token)
        #expect(try await other.balanceMsat() == 5_500_000)

        // What was proved ends with the PIN, and proves the owner of the next one.
        var proved = person.options
        try proved.metadata.add("paylyt-step-up", token)
        _ = try await person.auth.setTransactionPin(
          SetTransactionPinRequest(
            requestID: RequestID.new(), password: Person.password, transactionPin: "222222"),
          options: proved)
        #expect(try await refusal { try await give(1_500, token) }.reason == "STEP_UP_REQUIRED")
        try await give(1_500, try await stepUp("222222"))
        _ = try await person.auth.setTransactionPin(
          SetTransactionPinRequest(
            requestID: RequestID.new(), password: Person.password, transactionPin: "333333"),
          options: person.options)
        #expect(try await refusal { try await stepUp("333333") }.reason == "PIN_HELD")
        try await server.stop()
      }
    }
  }
}
