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
    try await files.upload(requests, context) { head, caller in
      let (escrow, position) = try ResourceName.parseMilestone(head.parent, field: "parent")
      let held = try await service.escrow(escrow, context)
      guard held.escrow.isFreelancer(caller) else { throw Refusal.onlyTheFreelancer }
      try held.checkDelivery(position)
      return (escrow, position)
    } command: { _, milestone, file, asked in
      AddDeliverable(
        caller: asked.caller, request: asked.identity, escrow: milestone.0,
        position: milestone.1, file: file)
    } answer: {
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
