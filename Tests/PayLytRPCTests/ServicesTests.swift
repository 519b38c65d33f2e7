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
