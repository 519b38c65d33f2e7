import Glibc
import InteropAPI
import PayLytRPC
import Testing

@testable import InteropServer

@Suite("The interop server, as a program of its own")
struct InteropTests {
  @Test("the official Python client passes every case, in the clear and over TLS")
  func officialClient() async throws {
    let files = try CertificateFiles()
    for tls in [false, true] {
      let server = try ServerProcess(
        "interop-server", tls ? ["--tls", files.certificate, files.key] : [])
      let (code, output) = try await PythonClient.run(
        "interop_client.py",
        ["127.0.0.1:\(server.port)"] + (tls ? ["--tls", files.certificate] : []))
      #expect(code == 0, "\(output)")
      #expect(output.split(separator: "\n").count == 22, "\(output)")
      server.send(SIGTERM)
      #expect(server.wait() == 0)
    }
  }

  private static let goClient = ".build/go/interop-client-go"

  @Test(
    "the official Go client, whose HTTP/2 is its own, passes every case, in the clear and over TLS",
    .enabled(
      if: unsafe access(goClient, X_OK) == 0,
      "scripts/go-interop.sh builds it where Debian's gRPC Go is installed"))
  func officialGoClient() async throws {
    let files = try CertificateFiles()
    for tls in [false, true] {
      let server = try ServerProcess(
        "interop-server", tls ? ["--tls", files.certificate, files.key] : [])
      let arguments = ["127.0.0.1:\(server.port)"] + (tls ? [files.certificate] : [])
      let (code, output) = try await BlockingPool().run {
        runProgram(Self.goClient, arguments)
      }
      #expect(code == 0, "\(output)")
      #expect(output.split(separator: "\n").count == 17, "\(output)")
      server.send(SIGTERM)
      #expect(server.wait() == 0)
    }
  }

  @Test("with --client-ca only a client with a certificate is served, by its name")
  func clientCertificate() async throws {
    let files = try CertificateFiles()
    let client = try CertificateFiles()
    let server = try ServerProcess(
      "interop-server",
      ["--tls", files.certificate, files.key, "--client-ca", client.certificate])
    let target = ["127.0.0.1:\(server.port)", "--tls", files.certificate]
    let known = try await PythonClient.run(
      "interop_client.py", target + ["--client", client.certificate, client.key, "username"])
    #expect(known.output.contains("username CN=localhost"), "\(known.output)")
    for strange in [[], ["--client", files.certificate, files.key]] {
      let refused = try await PythonClient.run(
        "interop_client.py", target + strange + ["empty_unary"])
      #expect(refused.code == 1)
      #expect(refused.output.contains("UNAVAILABLE"), "\(refused.output)")
    }
  }

  @Test("the bench server gives back what it gets, in the clear and over TLS, on every loop")
  func bench() async throws {
    let files = try CertificateFiles()
    for tls in [false, true] {
      let server = try ServerProcess(
        "bench-server", (tls ? [files.certificate, files.key] : []) + ["--loops", "2"])
      // Each client has a connection of its own: most likely both loops get some.
      for _ in 0..<4 {
        let (code, output) = try await PythonClient.run(
          "bench_client.py",
          ["127.0.0.1:\(server.port)"] + (tls ? [files.certificate] : []))
        #expect(code == 0, "\(output)")
      }
      server.send(SIGTERM)
      #expect(server.wait() == 0)
    }
  }

  @Test("SIGTERM lets the running calls finish and takes no new ones")
  func graceful() async throws {
    let server = try ServerProcess("interop-server")
    let client = TestServiceClient(try Channel(host: "127.0.0.1", port: server.port))
    let slow = StreamingOutputCallRequest(
      responseParameters: (0..<5).map { _ in ResponseParameters(size: 1, intervalUs: 100_000) })
    var responses = try await client.streamingOutputCall(slow).makeAsyncIterator()
    #expect(try await responses.next() != nil)
    server.send(SIGTERM)
    var count = 1
    while try await responses.next() != nil { count += 1 }
    #expect(count == 5)
    #expect(server.wait() == 0)
    await #expect(throws: RPCError.self) { _ = try await client.emptyCall(Empty()) }
  }

  @Test(
    "options that make no sense are refused",
    arguments: [
      ["--port"], ["--port", "70000"], [], ["--port", "0", "--client-ca", "x"],
      ["--port", "0", "--max-connection-age", "soon"], ["--port", "0", "--tls", "x"],
      ["--port", "0", "--keepalive-time", "-1"], ["--port", "0", "--loud"],
      ["--port", "0", "--max-concurrent-streams", "0"],
    ])
  func misuse(arguments: [String]) {
    #expect(throws: InteropOptions.Misuse.self) { try InteropOptions(arguments) }
  }

  @Test("options set what they name")
  func options() throws {
    let options = try InteropOptions([
      "--port=7", "--max-connection-age", "2", "--max-connection-age-grace", "1.5",
      "--max-connection-idle", "500ms", "--keepalive-time", "3s", "--keepalive-timeout", "1m",
      "--max-concurrent-streams", "9", "--max-receive-bytes", "1000",
    ])
    #expect(options.port == 7)
    let lifetime = ConnectionLifetime(
      ageMax: .seconds(2), ageGrace: .milliseconds(1500), idleMax: .milliseconds(500))
    #expect(options.configuration.lifetime == lifetime)
    let keepalive = Keepalive(time: .seconds(3), timeout: .seconds(60))
    #expect(options.configuration.keepalive == keepalive)
    #expect(options.configuration.http2.concurrentStreamsMax == 9)
    #expect(options.configuration.requestBytesMax == 1000)
    #expect(try InteropOptions(["--port", "1"]).configuration.requestBytesMax == 4 << 20)
  }
}
