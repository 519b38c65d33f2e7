import PayLytAPI
import PayLytRPC
import StandardAPI

/// Applying for jobs, and picking one of those who did.
extension JobService {
  func applyToJob(
    _ request: ApplyToJobRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Application {
    try await service.change(request, context) { asked in
      ApplyToJob(
        caller: asked.caller, request: asked.identity,
        job: try ResourceName.parse(request.name, "jobs"), freelancer: asked.principal.user,
        proposal: request.proposal,
        agreement: Job.Agreement(request.termsSha256, version: request.termsVersion),
        etag: request.etag)
    } answer: {
      PayLytAPI.Application($0)
    }
  }

  func getApplication(
    _ request: GetApplicationRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Application {
    let (job, id) = try ResourceName.parse(request.name, "jobs", in: "applications")
    let principal = try context.caller()
    let application = try await service.read(
      ApplicationStatements.application, id, "application", context
    ) { $0.job == job }
    if application.freelancer != principal.user {
      _ = try await service.read(JobStatements.job, job, "job", context) {
        principal.sees(thingsOf: $0.view.job.client)
      }
    }
    return PayLytAPI.Application(application)
  }

  func listApplications(
    _ request: ListApplicationsRequest, _ context: ServerContext
  ) async throws -> ListApplicationsResponse {
    let principal = try context.caller()
    let page = try service.page(
      of: "ListApplications \(request.parent) \(principal.user)",
      request.pageSize, request.pageToken)
    let found: [Application]
    if request.parent == "jobs/-" {
      found = try await service.database.query(
        ApplicationStatements.ofFreelancer, [.uuid(principal.user), page.before, page.limit],
        deadline: context.deadline)
    } else {
      let id = try ResourceName.parse(request.parent, "jobs", field: "parent")
      let seesAll = principal.sees(thingsOf: try await service.job(id, context).view.job.client)
      found = try await service.database.query(
        ApplicationStatements.ofJob,
        [.uuid(id), page.before, page.limit, .uuid(seesAll ? nil : principal.user)],
        deadline: context.deadline)
    }
    let (applications, next) = page.cut(found, id: \.id) { PayLytAPI.Application($0) }
    return ListApplicationsResponse(applications: applications, nextPageToken: next)
  }

  func acceptApplication(
    _ request: AcceptApplicationRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Job {
    try await service.change(request, context) { asked in
      let (job, application) = try ResourceName.parse(request.name, "jobs", in: "applications")
      return AcceptApplication(
        caller: asked.caller, request: asked.identity, job: job, application: application,
        etag: request.etag)
    } answer: {
      PayLytAPI.Job($0)
    }
  }

  func rejectApplication(
    _ request: RejectApplicationRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Application {
    try await service.change(request, context) { asked in
      let (job, application) = try ResourceName.parse(request.name, "jobs", in: "applications")
      return RejectApplication(
        caller: asked.caller, request: asked.identity, job: job, application: application,
        etag: request.etag)
    } answer: {
      PayLytAPI.Application($0)
    }
  }

  func withdrawApplication(
    _ request: WithdrawApplicationRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Application {
    try await service.change(request, context) { asked in
      let (job, application) = try ResourceName.parse(request.name, "jobs", in: "applications")
      return WithdrawApplication(
        caller: asked.caller, request: asked.identity, job: job, application: application,
        etag: request.etag)
    } answer: {
      PayLytAPI.Application($0)
    }
  }
}

extension ApplyToJobRequest: ChangeRequest {}
extension AcceptApplicationRequest: ChangeRequest {}
extension RejectApplicationRequest: ChangeRequest {}
extension WithdrawApplicationRequest: ChangeRequest {}
