import PayLytAPI
import PayLytRPC
import StandardAPI

/// Drafting and editing jobs, and following them.
extension JobService {
  func publishJob(
    _ request: PublishJobRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Job {
    try await service.change(request, context) { asked in
      PublishJob(
        caller: asked.caller, request: asked.identity,
        job: try ResourceName.parse(request.name, "jobs"), etag: request.etag)
    } answer: {
      PayLytAPI.Job($0)
    }
  }

  func updateJob(
    _ request: UpdateJobRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Job {
    try await service.change(request, context) { asked in
      UpdateJob(
        caller: asked.caller, request: asked.identity,
        job: try ResourceName.parse(request.name, "jobs"),
        changes: try UpdateJob.Changes(request), fees: try await fees(context),
        etag: request.etag)
    } answer: {
      PayLytAPI.Job($0)
    }
  }

  func addMilestone(
    _ request: AddMilestoneRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Job {
    try await service.change(request, context) { asked in
      EditMilestone(
        caller: asked.caller, request: asked.identity,
        job: try ResourceName.parse(request.parent, "jobs", field: "parent"),
        edit: .add(try JobTerms.Step(request.milestone ?? MilestoneTerms(), field: "milestone")),
        fees: try await fees(context), etag: request.etag)
    } answer: {
      PayLytAPI.Job($0)
    }
  }

  func updateMilestone(
    _ request: UpdateMilestoneRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Job {
    try await service.change(request, context) { asked in
      let (job, number) = try ResourceName.parseMilestone(request.name, "jobs")
      let step = try JobTerms.Step(request.milestone ?? MilestoneTerms(), field: "milestone")
      return EditMilestone(
        caller: asked.caller, request: asked.identity, job: job, edit: .update(number, step),
        fees: try await fees(context), etag: request.etag)
    } answer: {
      PayLytAPI.Job($0)
    }
  }

  func removeMilestone(
    _ request: RemoveMilestoneRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Job {
    try await service.change(request, context) { asked in
      let (job, number) = try ResourceName.parseMilestone(request.name, "jobs")
      return EditMilestone(
        caller: asked.caller, request: asked.identity, job: job, edit: .remove(number),
        fees: try await fees(context), etag: request.etag)
    } answer: {
      PayLytAPI.Job($0)
    }
  }

  func watchJob(
    _ request: WatchJobRequest, _ responses: ResponseWriter<PayLytAPI.Job>,
    _ context: ServerContext
  ) async throws {
    let id = try ResourceName.parse(request.name, "jobs")
    try await service.follow(
      by: JobStatements.versions, context, read: { try await service.job(id, context) },
      version: {
        RowVersion(id: id, version: $0.view.job.version, part: $0.escrowVersion ?? 0)
      },
      isOver: \.view.isOver
    ) { try await responses.write(PayLytAPI.Job($0.view)) }
  }
}

extension PublishJobRequest: ChangeRequest {}
extension UpdateJobRequest: ChangeRequest {}
extension AddMilestoneRequest: ChangeRequest {}
extension UpdateMilestoneRequest: ChangeRequest {}
extension RemoveMilestoneRequest: ChangeRequest {}
