import EndToEndSupport
import Testing

extension EndToEnd {
  @Suite("The examples") struct ExampleTests {
    @Test("the story in Swift comes to its end", .timeLimit(.minutes(3)))
    func swift() async throws {
      try await Deployment.with(paysAfterMilliseconds: 100) { deployment in
        let addresses = deployment.server.addresses
        let told = try await ChildProgram.run(
          try Place.program("paylyt-story"), [addresses.grpc, addresses.certificate],
          in: deployment.directory)
        for words in ["posted ", "accepted ", "paidLocked", "refused ", "delivered ", "receipt "] {
          #expect(told.contains(words), "\(told)")
        }
        #expect(told.contains("released  50000 sat"))
      }
    }
  }
}
