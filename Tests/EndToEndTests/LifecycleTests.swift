import EndToEndSupport
import PayLytAPI
import PayLytRPC
import StandardAPI
import Testing

extension EndToEnd {
  @Suite("Starting, stopping, and the standard services", .timeLimit(.minutes(3)))
  struct LifecycleTests {
    private func serving(_ channel: Channel, _ service: String) async throws -> Bool {
      let health = HealthClient(channel)
      let answer = try await health.check(
        HealthCheckRequest(service: service), options: .bounded)
      return answer.status == .serving
    }

    @Test("with its own simulator it serves on both ports, stops on SIGTERM, and starts again")
    func withSimulator() async throws {
      try await TemporaryDirectory.with { directory in
        var names: Set<String> = []
        for _ in 0..<2 {
          let server = try await RunningServer.start(
            [
              "--with-simulator", "--simulator-pays-after-ms", "50", "--webhook-listen",
              "127.0.0.1:0",
            ],
            dataDirectory: directory.path + "/server")
          #expect(server.addresses.simulator != nil)
          for channel in [try server.channel(), try server.plaintextChannel()] {
            #expect(try await serving(channel, ""))
            #expect(try await serving(channel, "paylyt.escrow.v1.EscrowService"))
            let person = try await Person.register([.client], on: channel)
            names.insert(person.name)
            await channel.close()
          }
          try await server.stop()
        }
        #expect(names.count == 4)
      }
    }

    @Test("a call that runs when SIGTERM comes is answered; a new one finds nobody")
    func graceful() async throws {
      try await Deployment.with { deployment in
        let deal = try await Deal.accepted(on: deployment)
        try await deployment.simulator.arm("delay", for: "create_invoice", milliseconds: 1_500)
        async let running = deal.askForInvoice()
        try await eventually("the provider was asked") {
          try await !deployment.simulator.invoices().isEmpty
        }
        let stopping = deployment.server
        async let stopped: Void = stopping.stop()
        #expect(try await running.escrow?.state == .awaitingPayment)
        try await stopped
        let error = try await refusal {
          try await deal.client.users.getMe(
            GetMeRequest(),
            options: CallOptions(
              metadata: deal.client.options.metadata, timeout: .seconds(10)))
        }
        #expect(error.code == .unavailable || error.code == .deadlineExceeded, "\(error)")
        try await deployment.restart()
        let client = deal.client.on(try deployment.server.channel())
        // Tokens and the invoice are still good.
        let again = try await Deal(deal, client: client).read()
        #expect(again.state == .awaitingPayment)
      }
    }

    @Test("watchers do not keep a server from stopping")
    func watchers() async throws {
      try await Deployment.with { deployment in
        let deal = try await Deal.accepted(on: deployment)
        let changes = try await deal.client.escrows.watchEscrow(
          WatchEscrowRequest(name: deal.escrow), options: deal.client.options)
        var iterator = changes.makeAsyncIterator()
        #expect(try await iterator.next()?.state == .created)
        let channel = try deployment.server.channel()
        let events = try await EventServiceClient(channel).subscribe(
          SubscribeRequest(), options: deal.client.options)
        var news = events.makeAsyncIterator()
        #expect(try await news.next()?.resumeToken.isEmpty == false)
        let begin = ContinuousClock.now
        try await deployment.server.stop()
        // Well below the grace that running calls are given.
        #expect(ContinuousClock.now - begin < .seconds(8))
        let error = try await refusal { try await iterator.next() }
        #expect(error.code == .unavailable)
        #expect(error.reason == "SERVER_STOPPING")
        let ended = try await refusal { while try await news.next() != nil {} }
        #expect(ended.reason == "SERVER_STOPPING")
        await channel.close()
        #expect(!deployment.server.process.printed.contains("sealing failed"))
      }
    }

    @Test("a start that is refused because another server runs changes nothing of that one")
    func refusedStart() async throws {
      try await TemporaryDirectory.with { directory in
        let running = directory.path + "/running"
        let server = try await RunningServer.start(
          ["--with-simulator", "--webhook-listen", "127.0.0.1:0"], dataDirectory: running)
        let certificate = try #require(readText(server.addresses.certificate))
        let metrics = try #require(server.addresses.metrics)
        let other = directory.path + "/other"
        let taken: [(directory: String, option: String, address: String, why: String)] = [
          (running, "--listen", "127.0.0.1:0", "another PostgreSQL"),
          (running, "--listen", server.addresses.grpc, "Address already in use"),
          (other, "--listen", server.addresses.grpc, "Address already in use"),
          (
            other, "--plaintext-listen", server.addresses.plaintext ?? "", "Address already in use"
          ),
          (
            other, "--metrics-listen",
            String(metrics.dropFirst("http://".count).prefix { $0 != "/" }),
            "Address already in use"
          ),
        ]
        for (number, attempt) in taken.enumerated() {
          let free = ["--listen", "--plaintext-listen", "--webhook-listen"].filter {
            $0 != attempt.option
          }
          let second = try await ChildProgram.start(
            try Place.program("paylyt"),
            [
              "serve", "--with-simulator", "--data-dir", attempt.directory, attempt.option,
              attempt.address,
            ]
              + free.flatMap { [$0, "127.0.0.1:0"] },
            log: directory.path + "/refused-\(number).log")
          #expect(try await second.waitForEnd() == .exited(1), "\(attempt)")
          #expect(second.printed.contains(attempt.why), "\(attempt): \(second.printed.suffix(500))")
        }
        #expect(readText(server.addresses.certificate) == certificate)
        let channel = try server.channel()
        #expect(try await serving(channel, ""))
        await channel.close()
        try await server.stop()
      }
    }

    @Test("a command line that makes no sense is refused with a sentence and status 64")
    func misuse() async throws {
      try await TemporaryDirectory.with { directory in
        for arguments in [
          ["serve", "--nonsense"], ["serve"], ["serve", "--listen", "x", "--with-simulator"],
          ["serve", "--production", "--with-simulator"], ["nothing"], ["admin", "create-user"],
        ] {
          let program = try await ChildProgram.start(
            try Place.program("paylyt"), arguments, log: directory.path + "/log")
          #expect(try await program.waitForEnd() == .exited(64), "\(arguments)")
        }
        let unreachable = try await ChildProgram.start(
          try Place.program("paylyt"), ["migrate", "--database", "host=/nowhere"],
          log: directory.path + "/log")
        #expect(try await unreachable.waitForEnd() == .exited(1))
      }
    }
  }
}
