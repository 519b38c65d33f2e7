import PayLytRPC
import PayLytRPCServices
import StandardAPI
import Testing

@Suite("The standard services and details")
struct ServicesTests {
  @Test("health is told for the server and each service, and unknown ones are NOT_FOUND")
  func check() async throws {
    let health = HealthService(services: ["a.A"])
    try await Fixture.run(services: [health]) { fixture in
      let client = HealthClient(try fixture.channel())
      for service in ["", "a.A"] {
        #expect(try await client.check(HealthCheckRequest(service: service)).status == .serving)
      }
      health.set(.notServing, for: "a.A")
      #expect(try await client.check(HealthCheckRequest(service: "a.A")).status == .notServing)
      let list = try await client.list(HealthListRequest()).statuses
      #expect(list.mapValues(\.status) == ["": .serving, "a.A": .notServing])
      let error = await #expect(throws: RPCError.self) {
        try await client.check(HealthCheckRequest(service: "b.B"))
      }
      #expect(error?.code == .notFound)
    }
  }

  @Test("a watcher is told of every change, and of a service that appears later")
  func watch() async throws {
    let health = HealthService()
    try await Fixture.run(services: [health]) { fixture in
      let client = HealthClient(try fixture.channel())
      let changes = try await client.watch(HealthCheckRequest(service: "a.A"))
      var iterator = changes.makeAsyncIterator()
      #expect(try await iterator.next()?.status == .serviceUnknown)
      for status in [HealthService.Status.serving, .notServing] {
        health.set(status, for: "a.A")
        #expect(try await iterator.next()?.status == status)
      }
      changes.cancel()
      await #expect(throws: RPCError.self) { try await iterator.next() }
    }
  }

  @Test("watchers of one connection take no places of another one's")
  func watchers() async throws {
    try await Fixture.run(services: [HealthService()]) { fixture in
      let greedy = HealthClient(try fixture.channel())
      var watches: [ResponseStream<HealthCheckResponse>] = []
      for _ in 0..<ServiceLimits.healthWatchersMax {
        let watch = try await greedy.watch(HealthCheckRequest())
        var iterator = watch.makeAsyncIterator()
        #expect(try await iterator.next()?.status == .serving)
        watches.append(watch)
      }
      let error = await #expect(throws: RPCError.self) {
        var iterator = try await greedy.watch(HealthCheckRequest()).makeAsyncIterator()
        _ = try await iterator.next()
      }
      #expect(error?.code == .resourceExhausted)
      let other = try await HealthClient(try fixture.channel()).watch(HealthCheckRequest())
      var iterator = other.makeAsyncIterator()
      #expect(try await iterator.next()?.status == .serving)
      for watch in watches + [other] { watch.cancel() }
    }
  }

  @Test("a refusal that quotes a long text arrives", arguments: ["x", "ü", "\u{1}"])
  func longMessage(text: String) async throws {
    try await Fixture.run(services: [HealthService()]) { fixture in
      let client = HealthClient(try fixture.channel())
      let error = await #expect(throws: RPCError.self) {
        try await client.check(
          HealthCheckRequest(service: String(repeating: text, count: 100_000)),
          options: CallOptions(timeout: .seconds(30)))
      }
      #expect(error?.code == .notFound)
      #expect((1_000...1_024).contains(error?.message.utf8.count ?? 0))
    }
  }

  @Test("details that are too large keep what names the refusal")
  func largeDetails() {
    let text = String(repeating: "x", count: 100_000)
    let error = RPCError(.invalidArgument, text, reason: "INVALID_FIELD")
      .adding(.field("a", text)).adding(.retry(after: .seconds(1))).adding(.request("a1"))
    #expect(error.details.count <= Limits.statusDetailsBytesMax)
    #expect(error.errorInfo?.reason == "INVALID_FIELD" && error.requestID == "a1")
    #expect(error.retryDelay == .seconds(1) && error.fieldViolations.isEmpty)
  }

  @Test("reflection lists services and hands out a file with all that it imports")
  func reflection() async throws {
    let reflection = ReflectionService(
      services: [HealthMethods.serviceName], files: StandardAPIDescriptors.files)
    try await Fixture.run(services: [reflection]) { fixture in
      let client = ServerReflectionClient(try fixture.channel())
      let call = try await client.serverReflectionInfo()
      var answers = call.responses.makeAsyncIterator()
      func ask(
        _ request: ServerReflectionRequest.MessageRequestOneof
      ) async throws -> ServerReflectionResponse.MessageResponseOneof? {
        try await call.send(ServerReflectionRequest(messageRequest: request))
        return try await answers.next()?.messageResponse
      }
      guard case .listServicesResponse(let list)? = try await ask(.listServices("")) else {
        Issue.record("no list")
        return
      }
      #expect(
        list.service.map(\.name) == [
          "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection",
          "grpc.reflection.v1alpha.ServerReflection",
        ])
      let symbol = "google.rpc.BadRequest.FieldViolation"
      guard case .fileDescriptorResponse(let files)? = try await ask(.fileContainingSymbol(symbol))
      else {
        Issue.record("no file")
        return
      }
      // error_details.proto imports duration.proto.
      #expect(files.fileDescriptorProto.count == 2)
      for refused in [
        ServerReflectionRequest.MessageRequestOneof.fileByFilename("nothing.proto"),
        .fileContainingSymbol("no.Thing"), .allExtensionNumbersOfType("no.Thing"),
        .fileContainingExtension(ExtensionRequest(containingType: "no.Thing", extensionNumber: 1)),
      ] {
        guard case .errorResponse(let error)? = try await ask(refused) else {
          Issue.record("\(refused) is not refused")
          continue
        }
        #expect(error.errorCode == StatusCode.notFound.rawValue)
      }
    }
  }

  @Test("details are written by the server and read by the client")
  func details() throws {
    let error = RPCError(.failedPrecondition, "Not yet.", reason: "ESCROW_NOT_FUNDED")
      .adding(.field("amount", "It must be positive."))
      .adding(.field("currency", "It is unknown."))
      .adding(.retry(after: .milliseconds(1500)))
      .adding(.precondition(type: "STATE", subject: "escrow/1", "It is not funded."))
      .adding(.resource(type: "escrow", name: "1"))
      .adding(.request("a1"))
    #expect(error.errorInfo?.reason == "ESCROW_NOT_FUNDED")
    #expect(error.errorInfo?.domain == "paylyt.dev")
    #expect(error.fieldViolations.map(\.field) == ["amount", "currency"])
    #expect(error.retryDelay == .milliseconds(1500))
    #expect(error.preconditionViolations.map(\.type) == ["STATE"])
    #expect(error.resourceInfo?.resourceName == "1")
    #expect(error.requestID == "a1")
    let status = try GoogleStatus(wireBytes: error.details)
    #expect(status.code == StatusCode.failedPrecondition.rawValue)
    #expect(status.message == "Not yet.")
  }

  @Test("details that are absent or malformed are none, and unknown kinds are kept")
  func noDetails() {
    #expect(RPCError(.internalError, "").errorDetails.isEmpty)
    #expect(RPCError(.internalError, "", details: [UInt8]([0xff, 0xff])).errorDetails.isEmpty)
    let unknown = ProtoAny(typeURL: "type.googleapis.com/a.B", value: [1])
    #expect(
      RPCError(.internalError, "", details: [.other(unknown)]).errorDetails == [.other(unknown)])
    let malformed = ProtoAny(typeURL: "x/google.rpc.ErrorInfo", value: [0xff])
    let error = RPCError(.internalError, "", details: [.other(malformed)])
    #expect(error.errorDetails == [.other(malformed)])
    #expect(error.errorInfo == nil)
  }
}
