import PayLytJSON
import PayLytRPC
import Testing

@testable import PayLytCLI
@testable import PayLytServer

@Suite("What can be called by name")
struct CatalogTests {
  @Test("every service that a server has is there, with every method, and explained")
  func complete() throws {
    let catalog = Catalog.shared
    for name in ServerLoop.serviceNames {
      let methods = try catalog.service(name)
      #expect(!methods.isEmpty)
      for types in methods {
        let method = types.method
        #expect(method.service == name)
        #expect(types.request.fullName == method.requestType)
        #expect(types.response.fullName == method.responseType)
        for spelling in [
          method.path, "\(name)/\(method.method)", "\(name).\(method.method)", method.shortName,
        ] {
          #expect(try catalog.method(spelling).method == method)
        }
        #expect(catalog.schema.message(method.requestType) != nil)
        #expect(catalog.schema.message(method.responseType) != nil)
      }
      #expect(catalog.comment(on: name)?.isEmpty == false)
    }
  }

  @Test("each request can be written as JSON and read again")
  func requests() throws {
    for types in Catalog.shared.methods {
      func again<Message: WireMessage>(_: Message.Type) throws {
        let schema = Catalog.shared.schema
        #expect(try Message(json: Message().json(schema), schema) == Message())
      }
      try again(types.request)
      try again(types.response)
    }
  }

  @Test("a name that is several, or none, is misuse with proposals")
  func unknown() throws {
    for (name, proposal) in [
      ("GetEscro", "EscrowService/GetEscrow"), ("EscrowService/GetEscow", "GetEscrow"),
      ("ServerReflectionInfo", "v1alpha"), ("releaseescrows", "ReleaseEscrow"),
    ] {
      let failure = #expect(throws: Failure.self) { try Catalog.shared.method(name) }
      #expect(failure?.status == .misuse)
      #expect(failure?.description.contains(proposal) == true, "\(failure?.description ?? "")")
    }
    #expect(throws: Failure.self) { try Catalog.shared.service("NobodyService") }
    #expect(try Catalog.shared.method("getescrow").method.method == "GetEscrow")
    #expect(try Catalog.shared.service("escrow").count > 10)
  }

  @Test("every short form is a call that exists, with fields and columns that it has")
  func shortForms() throws {
    var seen: Set<[String]> = []
    for form in ShortForm.all {
      #expect(seen.insert(form.words).inserted, "\(form.words)")
      let method = try Catalog.shared.method(form.method).method
      let request = try #require(Catalog.shared.schema.message(method.requestType))
      if let argument = form.argument { #expect(request.field(argument.field) != nil) }
      let paths = ColumnPaths(schema: Catalog.shared.schema)
      for column in form.columns { try paths.check(column, of: method.responseType) }
    }
  }

  @Test(
    "a column is a field of the answer or of what it lists, also deeper",
    arguments: [
      ("ListJobs", "name"), ("ListJobs", "amount.units"), ("ListJobs", "updateTime"),
      ("ListJobs", "next_page_token"), ("GetJob", "milestones"),
    ])
  func columns(method: String, path: String) throws {
    let type = try Catalog.shared.method(method).method.responseType
    try ColumnPaths(schema: Catalog.shared.schema).check(path, of: type)
  }

  @Test(
    "another column is a misuse that names the nearest",
    arguments: [
      ("nope", "It has"), ("nam", "is name meant?"), ("amount.", "It has"),
      ("amount.nope", "It has"), ("name.x", "It has"), ("", "It has"),
    ])
  func noColumn(path: String, told: String) throws {
    let type = try Catalog.shared.method("ListJobs").method.responseType
    let failure = #expect(throws: Failure.self) {
      try ColumnPaths(schema: Catalog.shared.schema).check(path, of: type)
    }
    #expect(failure?.status == .misuse)
    #expect(failure?.description.contains(told) == true)
  }
}
