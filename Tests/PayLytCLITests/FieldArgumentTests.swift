import PayLytJSON
import Testing

@testable import PayLytCLI

@Suite("A request from field=value words")
struct FieldArgumentTests {
  private static let arguments = FieldArguments(Catalog.shared.schema)

  static let taken: [(words: [String], type: String, json: String)] = [
    ([], "paylyt.jobs.v1.GetJobRequest", "{}"),
    (["name=jobs/1"], "paylyt.jobs.v1.GetJobRequest", #"{"name":"jobs/1"}"#),
    (["name=a=b"], "paylyt.jobs.v1.GetJobRequest", #"{"name":"a=b"}"#),
    (
      ["page_size=5", "mine=yes"], "paylyt.jobs.v1.ListJobsRequest",
      #"{"pageSize":"5","mine":true}"#
    ),
    (["pageSize=5"], "paylyt.jobs.v1.ListJobsRequest", #"{"pageSize":"5"}"#),
    (
      ["roles[]=client", "roles[]=ROLE_FREELANCER", "email=a@b"],
      "paylyt.auth.v1.RegisterRequest",
      #"{"roles":["ROLE_CLIENT","ROLE_FREELANCER"],"email":"a@b"}"#
    ),
    (
      ["amount.asset=BTC", "amount.units=5000"], "paylyt.escrow.v1.ReleaseEscrowRequest",
      #"{"amount":{"asset":"BTC","units":"5000"}}"#
    ),
    (
      ["milestones[0].title=Draft", "milestones[0].amount.units=1", "milestones[1].title=Rest"],
      "paylyt.jobs.v1.CreateJobRequest",
      #"{"milestones":[{"title":"Draft","amount":{"units":"1"}},{"title":"Rest"}]}"#
    ),
    (
      [#"milestones=[{"title":"Draft"}]"#], "paylyt.jobs.v1.CreateJobRequest",
      #"{"milestones":[{"title":"Draft"}]}"#
    ),
    (
      ["deadline=2026-12-01T00:00:00Z"], "paylyt.jobs.v1.CreateJobRequest",
      #"{"deadline":"2026-12-01T00:00:00Z"}"#
    ),
    (
      [#"amount={"asset":"BTC"}"#], "paylyt.escrow.v1.ReleaseEscrowRequest",
      #"{"amount":{"asset":"BTC"}}"#
    ),
    (["state=open"], "paylyt.escrow.v1.ListDisputesRequest", #"{"state":"STATE_OPEN"}"#),
  ]

  @Test("words mean what the field's type says", arguments: taken)
  func means(words: [String], type: String, json: String) throws {
    #expect(try Self.arguments.request(words, of: type).text() == json)
  }

  static let refused: [(words: [String], type: String)] = [
    (["name"], "paylyt.jobs.v1.GetJobRequest"),
    (["=x"], "paylyt.jobs.v1.GetJobRequest"),
    (["nam=x"], "paylyt.jobs.v1.GetJobRequest"),
    (["name.first=x"], "paylyt.jobs.v1.GetJobRequest"),
    (["name[]=x"], "paylyt.jobs.v1.GetJobRequest"),
    (["name=x", "name=y"], "paylyt.jobs.v1.GetJobRequest"),
    (["mine=perhaps"], "paylyt.jobs.v1.ListJobsRequest"),
    (["roles=client"], "paylyt.auth.v1.RegisterRequest"),
    (["roles[]=king"], "paylyt.auth.v1.RegisterRequest"),
    (["roles[1]=client"], "paylyt.auth.v1.RegisterRequest"),
    (["roles[-1]=client"], "paylyt.auth.v1.RegisterRequest"),
    (["roles[0=client"], "paylyt.auth.v1.RegisterRequest"),
    (["roles[99999999999]=client"], "paylyt.auth.v1.RegisterRequest"),
    (["amount={"], "paylyt.escrow.v1.ReleaseEscrowRequest"),
    ([String(repeating: "a.", count: 40) + "b=1"], "paylyt.jobs.v1.GetJobRequest"),
  ]

  @Test("what does not fit is misuse, said with its path", arguments: refused)
  func refuses(words: [String], type: String) {
    let failure = #expect(throws: Failure.self) {
      try Self.arguments.request(words, of: type)
    }
    #expect(failure?.status == .misuse)
    #expect(failure?.description.isEmpty == false)
  }
}
