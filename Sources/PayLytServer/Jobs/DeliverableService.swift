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

  func getDeliverable(
    _ request: GetDeliverableRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Deliverable {
    PayLytAPI.Deliverable(try await deliverable(request.name, context))
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
    let found = try await deliverable(request.name, context)
    var head: PayLytAPI.Deliverable? = PayLytAPI.Deliverable(found)
    try await files.send(found.file) { piece in
      try await responses.write(DownloadDeliverableResponse(deliverable: head, content: piece))
      head = nil
    }
  }

  /// Of an escrow that the caller may see.
  private func deliverable(
    _ name: String, _ context: ServerContext
  ) async throws -> DeliverableRow {
    let (escrow, id) = try ResourceName.parse(name, "escrows", in: "deliverables")
    _ = try await service.escrow(escrow, context)
    return try await service.read(
      DeliverableStatements.deliverable, id, "deliverable", context
    ) { $0.deliverable.escrow == escrow }
  }
}

extension UploadDeliverableRequest: UploadRequest {}
