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
