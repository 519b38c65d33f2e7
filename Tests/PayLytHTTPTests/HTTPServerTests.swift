import PayLytHTTP
import PayLytRPC
import Testing

@Suite("HTTP server", .timeLimit(.minutes(1)))
struct HTTPServerTests {
  @Test("a request arrives whole: method, path, query, headers and the exact bytes")
  func whole() async throws {
    let bytes = (0..<70_000).map { UInt8(truncatingIfNeeded: $0) }
    try await withServer { request in
      #expect(request.path == "/a b/é")
      #expect(request.parameter("x") == "1&2")
      #expect(request.query.map(\.name) == ["x", "y", "x"])
      #expect(request.query.map(\.value) == ["1&2", "", "3"])
      #expect(request.headers["X-SIGNATURE"] == "s p a c e")
      #expect(request.headers["empty"] == "")
      return HTTPServerResponse(
        status: 201, headers: ["x-method": request.method], body: request.body)
    } _: { client, base in
      for method in ["POST", "PUT", "PATCH"] {
        let request = HTTPRequest(
          method, base + "/a%20b/%C3%A9?x=1%262&y=&x=3",
          headers: ["x-signature": "s p a c e", "empty": ""], body: bytes)
        let response = try await client.send(request)
        #expect(response.status == 201)
        #expect(response.headers["X-Method"] == method)
        #expect(response.body == bytes)
      }
    }
  }

  @Test("requests without a body, and answers without one", arguments: ["GET", "HEAD", "DELETE"])
  func empty(method: String) async throws {
    try await withServer { request in
      #expect(request.body.isEmpty)
      return HTTPServerResponse(status: 204, headers: ["x-method": request.method])
    } _: { client, base in
      let response = try await client.send(HTTPRequest(method, base + "/"))
      #expect(response.status == 204)
      #expect(response.headers["x-method"] == method)
      #expect(response.body.isEmpty)
    }
  }

  @Test("a body at the bound is taken, one byte more is answered 413 and never handed over")
  func bodyBound() async throws {
    var configuration = HTTPServer.Configuration()
    configuration.bodyBytesMax = 1000
    try await withServer(configuration) { request in
      #expect(request.body.count <= 1000)
      return .text(200, "taken")
    } _: { client, base in
      for isChunked in [false, true] {
        let headers: HTTPHeaders = isChunked ? ["Transfer-Encoding": "chunked"] : [:]
        func status(_ count: Int) async throws -> Int {
          let body = [UInt8](repeating: 7, count: count)
          let request = HTTPRequest("POST", base + "/", headers: headers, body: body)
          return try await client.send(request).status
        }
        let statuses = [try await status(1000), try await status(1001), try await status(3000)]
        #expect(statuses == [200, 413, 413])
      }
    }
  }

  @Test("a body without an announced end is cut off long before it fills the memory")
  func endless() async throws {
    var configuration = HTTPServer.Configuration()
    configuration.bodyBytesMax = 1000
    try await withServer(configuration) { _ in
      .text(200, "taken")
    } _: { client, base in
      let request = HTTPRequest(
        "POST", base + "/", headers: ["Transfer-Encoding": "chunked"],
        body: .init(repeating: 7, count: 8 << 20))
      await #expect(throws: HTTPClientError.self) { try await client.send(request) }
    }
  }

  @Test("headers past the bound are refused")
  func headerBound() async throws {
    try await withServer { _ in
      .text(200, "taken")
    } _: { client, base in
      let long = String(repeating: "x", count: 40 << 10)
      let response = try await client.send(HTTPRequest("GET", base + "/", headers: ["x": long]))
      #expect(response.status == 431)
    }
  }

  @Test("handlers that wait do not hold up one another")
  func concurrent() async throws {
    let gate = Gate()
    try await withServer { request in
      if request.path == "/wait" { await gate.pass() }
      return .text(200, request.path)
    } _: { client, base in
      try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<16 {
          group.addTask { try await client.send(HTTPRequest("POST", base + "/wait")).status }
        }
        while await gate.arrivals < 16 { try await Task.sleep(for: .milliseconds(5)) }
        await gate.open()
        for try await status in group { #expect(status == 200) }
      }
    }
  }

  @Test("a handler that takes too long is answered 503 and cancelled")
  func overdue() async throws {
    var configuration = HTTPServer.Configuration()
    configuration.handlerTimeout = .milliseconds(100)
    let gate = Gate()
    try await withServer(configuration) { _ in
      try? await Task.sleep(for: .seconds(60))
      #expect(Task.isCancelled)
      await gate.open()
      return .text(200, "late")
    } _: { client, base in
      let status = try await client.send(HTTPRequest("GET", base + "/")).status
      #expect(status == 503)
      await gate.pass()
    }
  }

  @Test("an answer whose headers could split the response is not sent")
  func split() async throws {
    try await withServer { _ in
      HTTPServerResponse(status: 200, headers: ["x": "a\r\nset-cookie: b"])
    } _: { client, base in
      let response = try await client.send(HTTPRequest("GET", base + "/"))
      #expect(response.status == 500)
      #expect(response.headers["set-cookie"] == nil)
    }
  }

  @Test("stopping lets a request under way finish and refuses new ones")
  func stop() async throws {
    let loop = try EventLoop.start(named: "http-test")
    let gate = Gate()
    let server = try await HTTPServer.start(on: loop) { _ in
      await gate.pass()
      return .text(200, "done")
    }
    let client = HTTPClient(loop: loop, configuration: .anywhere)
    let url = "http://127.0.0.1:\(server.port)/"
    async let answer = client.send(HTTPRequest("POST", url))
    while await gate.arrivals == 0 { try await Task.sleep(for: .milliseconds(5)) }
    async let stopped: Void = server.stop(grace: .seconds(10))
    try await Task.sleep(for: .milliseconds(50))
    await #expect(throws: HTTPClientError.notSent("Couldn't connect to server")) {
      try await client.send(HTTPRequest("POST", url))
    }
    await #expect(throws: HTTPClientError.unknownHost) {
      try await client.send(HTTPRequest("GET", "http://nowhere.invalid/"))
    }
    await gate.open()
    #expect(try await answer.status == 200)
    await stopped
    await server.stop()
    loop.stop()
    loop.join()
  }

  @Test("stopping does not wait for a handler that never ends")
  func stopHanging() async throws {
    let loop = try EventLoop.start(named: "http-test")
    let gate = Gate()
    let server = try await HTTPServer.start(on: loop) { _ in
      await gate.pass()
      return .text(200, "done")
    }
    let client = HTTPClient(loop: loop, configuration: .anywhere)
    async let answer = client.send(HTTPRequest("POST", "http://127.0.0.1:\(server.port)/"))
    while await gate.arrivals == 0 { try await Task.sleep(for: .milliseconds(5)) }
    await server.stop(grace: .milliseconds(50))
    #expect(try await answer.status == 503)
    await gate.open()
    loop.stop()
    loop.join()
  }

  @Test("an address that cannot be bound is an error", arguments: ["300.1.1.1", "", "192.0.2.1"])
  func unbindable(host: String) async throws {
    let loop = try EventLoop.start(named: "http-test")
    var configuration = HTTPServer.Configuration()
    configuration.host = host
    await #expect(throws: SystemError.self) {
      _ = try await HTTPServer.start(on: loop, configuration) { _ in .text(200, "") }
    }
    loop.stop()
    loop.join()
  }
}
