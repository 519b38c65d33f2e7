import Testing

@testable import PayLytRPC

@Suite("What a handler knows of its call, and says beside its answer")
struct ServerContextTests {
  private static func context() -> ServerContext {
    let method = MethodDescriptor(
      service: "a.B", method: "C", kind: .unary, requestType: "a.D", responseType: "a.E")
    return ServerContext(
      route: Router.Route(method) { _, _ in }, caller: Peer(address: "somewhere", identity: nil))
  }

  private static func metadata(_ value: String) throws -> Metadata {
    var metadata = Metadata()
    try metadata.add("x-a", value)
    return metadata
  }

  @Test("initial metadata is taken until the head has left")
  func initialMetadata() throws {
    let context = Self.context()
    #expect(context.setInitialMetadata(try Self.metadata("first")))
    #expect(context.setInitialMetadata(try Self.metadata("second")))
    #expect(context.takeHead().initialMetadata?["x-a"] == "second")
    #expect(!context.setInitialMetadata(try Self.metadata("late")))
  }

  @Test("what is added to the initial metadata joins what is there, until the head has left")
  func addition() throws {
    let context = Self.context()
    for (key, value) in [("x-a", "1"), ("x-b", "2"), ("x-a", "3")] {
      let isTaken = try context.addInitialMetadata(key, value)
      #expect(isTaken)
    }
    #expect(throws: MetadataError.self) { try context.addInitialMetadata("grpc-status", "0") }
    let initial = try #require(context.takeHead().initialMetadata)
    #expect(initial.values("x-a") == ["1", "3"] && initial["x-b"] == "2")
    let isTaken = try context.addInitialMetadata("x-c", "late")
    #expect(!isTaken)
    context.deferInitialMetadata()
    #expect(context.trailingMetadata == nil)
  }

  @Test("deferred, the initial metadata follows the last message, and no head is needed for it")
  func deferred() throws {
    let context = Self.context()
    context.deferInitialMetadata()
    #expect(context.trailingMetadata == nil)
    context.setTrailingMetadata(try Self.metadata("trailing"))
    try context.addInitialMetadata("x-b", "initial")
    context.deferInitialMetadata()
    #expect(context.trailingMetadata?["x-a"] == "trailing")
    #expect(context.trailingMetadata?["x-b"] == "initial")
    #expect(context.takeHead().initialMetadata == nil)
  }

  @Test("nothing of a call is left for the next one")
  func reuse() throws {
    let context = Self.context()
    var fields = HeaderFields()
    fields.append(name: "x-a", value: "asked")
    context.begin(
      route: context.route, caller: Peer(address: "here", identity: nil), deadline: nil,
      fields: &fields)
    #expect(context.metadata["x-a"] == "asked")
    context.principal = "somebody"
    context.setTrailingMetadata(try Self.metadata("answered"))
    context.markCancelled()
    _ = context.takeHead()
    context.end(fields: &fields)
    fields.removeAll()
    context.begin(
      route: context.route, caller: Peer(address: "there", identity: nil), deadline: nil,
      fields: &fields)
    #expect(context.metadata["x-a"] == nil)
    #expect(context.principal == nil)
    #expect(context.trailingMetadata == nil)
    #expect(!context.isCancelled)
    #expect(context.peer == "there")
    #expect(context.setInitialMetadata(try Self.metadata("again")))
    #expect(context.takeHead().initialMetadata?["x-a"] == "again")
  }

  @Test("who sets metadata while the head leaves is told whether it went with it")
  func race() async throws {
    let metadata = try Self.metadata("either way")
    for _ in 0..<2_000 {
      let context = Self.context()
      async let isSent = context.setInitialMetadata(metadata)
      async let head = context.takeHead().initialMetadata
      let (told, found) = await (isSent, head)
      #expect(told == (found != nil))
    }
  }
}
