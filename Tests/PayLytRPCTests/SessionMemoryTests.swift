import Testing

@testable import PayLytRPC

@Suite("Memory of sessions")
struct SessionMemoryTests {
  /// More than one region has places for.
  static let sessionsMax = 80

  @Test("sessions that come and go find their places, and end with nothing in them")
  func comeAndGo() throws {
    let memory = HTTP2Memory()
    var generator = SeededGenerator(seed: 5)
    var open: [HTTP2Session] = []
    for _ in 0..<2_000 {
      if open.count < Self.sessionsMax, Bool.random(using: &generator) {
        open.append(
          try HTTP2Session(role: .server, settings: HTTP2Settings(), memory: memory))
      } else if !open.isEmpty {
        let session = open.remove(at: Int.random(in: 0..<open.count, using: &generator))
        session.abandon("the test goes on")
      }
      #expect(memory.placesInUse == open.count)
    }
    for session in open { session.abandon("the test is over") }
    #expect(memory.placesInUse == 0)
  }

  @Test("what a session takes is its own: each one speaks for itself")
  func apart() throws {
    let memory = HTTP2Memory()
    let sessions = try (0..<Self.sessionsMax).map { number in
      try HTTP2Session(
        role: .server, settings: HTTP2Settings(concurrentStreamsMax: 1_000 + number),
        memory: memory)
    }
    for (number, session) in sessions.enumerated() {
      var output = [UInt8](repeating: 0, count: Limits.writeBufferBytes)
      let count = try unsafe output.withUnsafeMutableBytes { buffer in
        try unsafe session.collectOutput(into: buffer)
      }
      let settings = try #require(RawFrame.all(in: output[..<count]).first { $0.type == 4 })
      let entry = [0, 3] + Frame.number(UInt32(1_000 + number))
      #expect(settings.payload.contains(entry))
    }
    for session in sessions { session.abandon("the test is over") }
  }
}
