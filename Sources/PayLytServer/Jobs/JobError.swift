/// Why a job refused a move.
enum JobError: Error, Equatable {
  case notOpen(JobState)
  case notADraft(JobState)
  case notAssigned(JobState)
  case notEditable(JobState)
  case ownJob
  /// Whoever took it now could not deliver in time.
  case deadlinePassed
  case deadlineAhead
  case termsChanged
  /// The client picks: the freelancer applies first.
  case applicationRequired
  case alreadyApplied
  case applicationNotPending(ApplicationState)
  case applicationsFull
  /// Their account is stopped or gone.
  case freelancerUnavailable
  case milestonesFull
  case deliverablesFull
  case lastMilestone
}

extension JobError: RefusalConvertible {
  var refusal: Refusal {
    switch self {
    case .notOpen(let state):
      .failed(reason: "JOB_NOT_OPEN", "The job is \(Refusal.words(state)), not open.")
    case .notADraft(let state):
      .failed(reason: "JOB_NOT_A_DRAFT", "The job is \(Refusal.words(state)), not a draft.")
    case .notAssigned(let state):
      .failed(reason: "JOB_NOT_ASSIGNED", "The job is \(Refusal.words(state)).")
    case .notEditable(let state):
      .failed(
        reason: "JOB_NOT_EDITABLE",
        "The terms of a job that is \(Refusal.words(state)) do not change any more.")
    case .ownJob: .failed(reason: "OWN_JOB", "A client cannot take their own job.")
    case .deadlinePassed: .failed(reason: "DEADLINE_PASSED", "The job's deadline has passed.")
    case .deadlineAhead: .failed(reason: "DEADLINE_AHEAD", "The job's deadline has not passed.")
    case .termsChanged:
      .failed(reason: "TERMS_CHANGED", "These are not the job's terms. Read the job again.")
    case .applicationRequired:
      .failed(
        reason: "APPLICATION_REQUIRED", "The client picks one of those who apply. Apply first.")
    case .alreadyApplied:
      .failed(reason: "ALREADY_APPLIED", "You have applied for this job. Withdraw that first.")
    case .applicationNotPending(let state):
      .failed(reason: "APPLICATION_NOT_PENDING", "The application is \(Refusal.words(state)).")
    case .applicationsFull:
      .failed(
        reason: "APPLICATIONS_FULL",
        "As many have applied for this job as may. The client can make room.")
    case .deliverablesFull:
      .failed(
        reason: "DELIVERABLES_FULL",
        "There are \(FileLimits.filesMax) files for this milestone already.")
    case .freelancerUnavailable:
      .failed(
        reason: "FREELANCER_UNAVAILABLE", "Their account is stopped or gone. Take somebody else.")
    case .milestonesFull:
      .failed(
        reason: "MILESTONES_FULL", "A job has at most \(EscrowLimits.milestonesMax) milestones.")
    case .lastMilestone: .failed(reason: "LAST_MILESTONE", "A job has at least one milestone.")
    }
  }
}

extension Refusal {
  fileprivate static func failed(reason: String, _ message: String) -> Refusal {
    Refusal(.failedPrecondition, reason: reason, message: message)
  }
}
