import PayLytAPI
import PayLytRPC
import StandardAPI

/// The RPC face of what freelancers deliver.
struct DeliverableService: DeliverableServiceHandler {
  let service: ServiceContext
  let files: FileStore

  func uploadDeliverable(
    _ requests: RequestStream<UploadDeliverableRequest>, _ context: ServerContext
  ) async throws -> PayLytAPI.Deliverable {
    var incoming = requests.makeAsyncIterator()
    guard let head = try await incoming.next() else {
      throw Refusal.invalid("request_id", "The first message says what comes.")
    }
    try head.checkFields()
    let principal = try context.caller()
    let identity = try service.identity(
      of: head.withoutContent, context.method, principal.caller)
    if !head.validateOnly,
      let earlier: PayLytAPI.Deliverable = try await service.earlierAnswer(to: identity, context)
    {
      return earlier
    }
    let (escrow, position) = try ResourceName.parseMilestone(head.parent, field: "parent")
    let header = try FileHeader(head)
    // Before the bytes: nobody sends megabytes to hear that they are not wanted.
    let held = try await service.escrow(escrow, context)
    guard held.escrow.isFreelancer(principal.caller) else { throw Refusal.onlyTheFreelancer }
    try held.checkDelivery(position)
    let file = try await files.receive(
      header, from: principal.user, first: head.content, isRehearsal: head.validateOnly
    ) {
      try await incoming.next()?.content
    }
    let command = AddDeliverable(
      caller: principal.caller, request: identity, escrow: escrow, position: position, file: file)
    return try await service.answer(command, context, isRehearsal: head.validateOnly) {
      PayLytAPI.Deliverable($0)
    }
  }

  func listDeliverables(
    _ request: ListDeliverablesRequest, _ context: ServerContext
  ) async throws -> ListDeliverablesResponse {
    let id = try ResourceName.parse(request.parent, "escrows", field: "parent")
    _ = try await service.escrow(id, context)
    let found = try await service.database.query(
      DeliverableStatements.ofEscrow, [.uuid(id)], deadline: context.deadline)
    return ListDeliverablesResponse(deliverables: found.map { PayLytAPI.Deliverable($0) })
  }

  func downloadDeliverable(
    _ request: DownloadDeliverableRequest,
    _ responses: ResponseWriter<DownloadDeliverableResponse>, _ context: ServerContext
  ) async throws {
    let (escrow, id) = try ResourceName.parse(request.name, "escrows", in: "deliverables")
    _ = try await service.escrow(escrow, context)
    let all = try await service.database.query(
      DeliverableStatements.ofEscrow, [.uuid(escrow)], deadline: context.deadline)
    guard let found = all.first(where: { $0.deliverable.id == id }) else {
      throw Refusal.notFound("deliverable \(id)")
    }
    var head: PayLytAPI.Deliverable? = PayLytAPI.Deliverable(found)
    try await files.send(found.file) { piece in
      try await responses.write(DownloadDeliverableResponse(deliverable: head, content: piece))
      head = nil
    }
  }
}

extension UploadDeliverableRequest: UploadRequest {}
