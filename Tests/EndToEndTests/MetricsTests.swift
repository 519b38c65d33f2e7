import EndToEndSupport
import PayLytHTTP
import PayLytRPC
import Testing

extension EndToEnd.OneServer {
  @Suite("The metrics page")
  struct MetricsTests {
    /// The value of one series of the page, 0 for one that is not there yet.
    private func figure(_ series: String) async throws -> Int {
      let url = try #require(try Deployment.shared.server.addresses.metrics)
      let response = try await HTTP.send(HTTPRequest("GET", url), expecting: 200)
      #expect(response.headers["content-type"]?.hasPrefix("text/plain; version=0.0.4") == true)
      for line in String(decoding: response.body, as: UTF8.self).split(separator: "\n")
      where line.hasPrefix(series + " ") {
        return try #require(Int(line.dropFirst(series.count + 1)))
      }
      return 0
    }

    @Test("a call, its refusal and its commit are counted")
    func counting() async throws {
      let call = #"service="paylyt.identity.v1.UserService",method="GetMe""#
      let answered = "paylyt_rpc_total{\(call),code=\"OK\"}"
      let refused = "paylyt_rpc_total{\(call),code=\"UNAUTHENTICATED\"}"
      let accepted = #"paylyt_commit_commands_total{loop="0",outcome="accepted"}"#
      let before = try await [figure(answered), figure(refused), figure(accepted)]

      let channel = try Deployment.shared.server.channel()
      let person = try await Person.register([.client], on: channel)
      _ = try await person.users.getMe(.init(), options: person.options)
      let error = try await refusal { _ = try await person.users.getMe(.init(), options: .bounded) }
      #expect(error.code == .unauthenticated)
      #expect(try await figure("paylyt_rpc_connections") > 0)
      await channel.close()

      let after = try await [figure(answered), figure(refused), figure(accepted)]
      // Other tests call the same server meanwhile.
      for (was, now) in zip(before, after) { #expect(now > was) }
      #expect(try await figure("paylyt_bugs_total") == 0)
      try await eventually("each worker has stepped") {
        try await figure(#"paylyt_worker_steps_total{worker="payouts"}"#) > 0
      }
    }

    @Test("nothing else is served there")
    func elsewhere() async throws {
      let url = try #require(try Deployment.shared.server.addresses.metrics)
      #expect(try await HTTP.status(of: HTTPRequest("GET", url + "/more")) == 404)
      #expect(try await HTTP.status(of: HTTPRequest("POST", url, body: [])) == 405)
    }
  }
}
