import PayLytRPC
import Testing

@testable import PayLytLoad

@Suite("Preparing work for a server that is away now and then")
struct PreparationTests {
  @Test(
    "a step is sent again while waiting helps",
    arguments: [StatusCode.unavailable, .aborted, .resourceExhausted, .deadlineExceeded])
  func again(code: StatusCode) async throws {
    var calls = 0
    let answer = try await patiently { () throws(RPCError) in
      calls += 1
      if calls < 3 { throw RPCError(code, "A moment.") }
      return calls
    }
    #expect(answer == 3)
  }

  @Test("what waiting does not change ends it at once")
  func refused() async throws {
    var calls = 0
    await #expect(throws: RPCError.self) {
      try await patiently { () throws(RPCError) in
        calls += 1
        throw RPCError(.failedPrecondition, "Never.")
      }
    }
    #expect(calls == 1)
  }

  @Test("nothing is sent again when somebody wants it to end")
  func stopped() async throws {
    let stop = LoadStop()
    stop.request()
    var calls = 0
    await #expect(throws: RPCError.self) {
      try await patiently(stop) { () throws(RPCError) in
        calls += 1
        throw RPCError(.unavailable, "A moment.")
      }
    }
    #expect(calls == 1)
  }
}
