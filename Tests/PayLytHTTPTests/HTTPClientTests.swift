import CSilentNames
import PayLytHTTP
import PayLytRPC
import Testing

@Suite("HTTP client", .timeLimit(.minutes(1)))
struct HTTPClientTests {
  @Test("a refused connection and an unknown host are certainly not sent")
  func notSent() async throws {
    let loop = try EventLoop.start(named: "http-test")
    let server = try await HTTPServer.start(on: loop) { _ in .text(200, "") }
    let port = server.port
    await server.stop()
    let client = HTTPClient(loop: loop, configuration: .anywhere)
    for url in ["http://127.0.0.1:\(port)/", "http://nobody.invalid/"] {
      let failure = await client.failure(of: HTTPRequest("POST", url, body: [1]))
      #expect(failure?.isNotSent == true)
    }
    loop.stop()
    loop.join()
  }

  @Test(
    "a name server that is silent holds up nobody but who asked", .serialized,
    arguments: [true, false])
  func silentName(isCancelled: Bool) async throws {
    defer { silent_names_answer() }
    let loop = try EventLoop.start(named: "http-test")
    var configuration = HTTPClient.Configuration.anywhere
    configuration.connectTimeout = isCancelled ? .seconds(30) : .milliseconds(50)
    configuration.requestsMax = 1
    let client = HTTPClient(loop: loop, configuration: configuration)
    let request = HTTPRequest("GET", "http://a.silent.test/")
    let failing = Task { await client.failure(of: request) }
    while silent_names_under_way() == 0 { try await Task.sleep(for: .milliseconds(1)) }
    if isCancelled { failing.cancel() }
    let failure = await failing.value
    #expect(isCancelled || failure?.isNotSent == true)
    // The lookup goes on without us, and has its place for as long as it may.
    #expect(silent_names_under_way() == 1)
    #expect(await client.failure(of: request) == .notSent("too many requests are under way"))
    loop.stop()
    loop.join()
  }

  @Test("a server without TLS never sees a request meant for https")
  func wrongScheme() async throws {
    try await withServer { _ in
      Issue.record("the request was sent in clear")
      return .text(200, "")
    } _: { client, base in
      let url = base.replacing("http:", with: "https:")
      let failure = await client.failure(of: HTTPRequest("POST", url + "/", body: [1]))
      #expect(failure?.isNotSent == true)
    }
  }

  @Test(
    "a time-out after the request went out leaves the outcome unknown", arguments: ["GET", "POST"])
  func timeout(method: String) async throws {
    let gate = Gate()
    try await withServer { _ in
      await gate.pass()
      return .text(200, "")
    } _: { client, base in
      var request = HTTPRequest(method, base + "/", body: method == "GET" ? nil : [1])
      request.timeout = .milliseconds(200)
      #expect(await client.failure(of: request)?.isOutcomeUnknown == true)
      #expect(await gate.arrivals == 1)
      await gate.open()
    }
  }

  @Test("a connection that is cut instead of answered leaves the outcome unknown")
  func dropped() async throws {
    let gate = Gate()
    await gate.open()
    try await withServer { _ in
      await gate.pass()
      var response = HTTPServerResponse.text(200, "")
      response.isDropped = true
      return response
    } _: { client, base in
      let failure = await client.failure(of: HTTPRequest("POST", base + "/", body: [1]))
      #expect(failure?.isOutcomeUnknown == true)
      // In particular it was not sent a second time behind our back.
      #expect(await gate.arrivals == 1)
    }
  }

  @Test("more body than wanted ends the transfer")
  func tooLarge() async throws {
    try await withServer { _ in
      HTTPServerResponse(status: 200, body: .init(repeating: 0, count: 1001))
    } _: { client, base in
      var request = HTTPRequest("GET", base + "/")
      request.responseBytesMax = 1001
      let body = try await client.send(request).body
      #expect(body.count == 1001)
      request.responseBytesMax = 1000
      await #expect(throws: HTTPClientError.responseTooLarge(limitBytes: 1000)) {
        try await client.send(request)
      }
    }
  }

  @Test("more body than wanted is cut where the status says enough")
  func cut() async throws {
    try await withServer { _ in
      HTTPServerResponse(status: 202, body: .init(repeating: 7, count: 300_000))
    } _: { client, base in
      var request = HTTPRequest("POST", base + "/", body: [1])
      request.responseBytesMax = 1000
      request.cutsLongResponse = true
      let response = try await client.send(request)
      #expect(response.status == 202)
      #expect(response.body == .init(repeating: 7, count: 1000))
    }
  }

  @Test("a redirect is an answer, not an order")
  func redirect() async throws {
    try await withServer { request in
      #expect(request.path == "/")
      return HTTPServerResponse(status: 302, headers: ["location": "/elsewhere"])
    } _: { client, base in
      let response = try await client.send(HTTPRequest("GET", base + "/"))
      #expect(response.status == 302)
      #expect(response.headers["Location"] == "/elsewhere")
    }
  }

  @Test("safe requests share a connection")
  func reuse() async throws {
    var configuration = HTTPServer.Configuration()
    // A second connection would wait for the first, which stays open, until the time runs out.
    configuration.connectionsMax = 1
    try await withServer(configuration) { _ in
      .text(200, "")
    } _: { client, base in
      for _ in 0..<20 {
        var request = HTTPRequest("GET", base + "/")
        request.timeout = .seconds(5)
        let status = try await client.send(request).status
        #expect(status == 200)
      }
    }
  }

  @Test("cancelling the task ends the request, before and while it is under way")
  func cancelled() async throws {
    let gate = Gate()
    try await withServer { _ in
      await gate.pass()
      return .text(200, "")
    } _: { client, base in
      let request = HTTPRequest("POST", base + "/", body: [1])
      let early = Task {
        while !Task.isCancelled { await Task.yield() }
        return await client.failure(of: request)
      }
      early.cancel()
      #expect(await early.value == .cancelled(mayHaveBeenSent: false))
      let late = Task { await client.failure(of: request) }
      while await gate.arrivals == 0 { try await Task.sleep(for: .milliseconds(5)) }
      late.cancel()
      #expect(await late.value == .cancelled(mayHaveBeenSent: true))
      await gate.open()
    }
  }

  @Test("many requests at once are all answered, from within the loop and from outside")
  func many() async throws {
    try await withServer { request in
      .text(200, request.parameter("n") ?? "")
    } _: {
      client, base in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<200 {
          group.addTask {
            let response = try await client.send(HTTPRequest("GET", base + "/?n=\(number)"))
            #expect(String(decoding: response.body, as: UTF8.self) == "\(number)\n")
          }
        }
        try await group.waitForAll()
      }
    }
  }

  @Test(
    "what would not be one well-formed request is refused",
    arguments: [
      HTTPRequest("GET", "ftp://example.com/"), HTTPRequest("GET", "file:///etc/passwd"),
      HTTPRequest("GET", "http://example.com/a b"), HTTPRequest("GET", ""),
      HTTPRequest("GET /", "http://example.com/"), HTTPRequest("", "http://example.com/"),
      HTTPRequest("GET", "http://example.com/", headers: ["a": "b\r\nc: d"]),
      HTTPRequest("GET", "http://example.com/", headers: ["a b": "c"]),
      HTTPRequest("GET", "http://example.com/", headers: ["": "c"]),
      HTTPRequest("GET", "http://example.com/" + String(repeating: "a", count: 9000)),
    ])
  func malformed(request: HTTPRequest) async throws {
    let loop = try EventLoop.start(named: "http-test")
    let client = HTTPClient(loop: loop, configuration: .anywhere)
    #expect(await client.failure(of: request)?.isInvalidRequest == true)
    loop.stop()
    loop.join()
  }
}
