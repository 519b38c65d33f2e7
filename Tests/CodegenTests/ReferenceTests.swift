import Testing

@testable import Codegen

@Suite("The API reference")
struct ReferenceTests {
  @Test("a comment's lines are kept, its examples too, and only code may have angle brackets")
  func paragraphs() {
    #expect(
      Markdown.paragraphs(" One <b>.\n\n     <path>\n `a<b>` two.\n")
        == "One &lt;b>.\n\n    <path>\n`a<b>` two.")
  }

  @Test("a cell is one line in which nothing ends the cell")
  func cell() {
    #expect(Markdown.cell(" a | b\n c\n") == "a \\| b c")
  }

  @Test(
    "the first sentence ends at a full stop, not at a dot within a word",
    arguments: [
      (" One. Two.", "One."), (" v1.Job is\n one. Two", "v1.Job is one."), (" None", "None"),
      ("", ""),
    ])
  func sentences(comment: String, first: String) {
    #expect(Markdown.firstSentence(of: comment) == first)
  }

  @Test("anchors are those that GitHub makes")
  func anchors() {
    #expect(Markdown.anchor("Job.State") == "jobstate")
  }

  private static let permissions = """
      static let roles: [String: Roles] = [
        session: [.client, .admin],
        "jobs.post": [.client],
        "jobs.read": [.client, .admin],
        "fees.set": [.admin],
      ]
      static let ofPersons: Set<String> = [
        session, "fees.set",
        "users.manage",
      ]
    """

  @Test("who may call what is read from the server's own table, and no other permission is taken")
  func callers() throws {
    let table = try PermissionTable(swift: Self.permissions)
    #expect(try table.callers("public") == "anybody, without a token")
    #expect(try table.callers("auth.session") == "client, admin; a service for one of them")
    #expect(
      try table.callers("jobs.post")
        == "client; a service for one of them, with the scope `jobs.post`")
    #expect(
      try table.callers("jobs.read")
        == "client, admin; a service for one of them or alone, with the scope `jobs.read`")
    #expect(
      try table.callers("fees.set")
        == "admin; a service for one of them, with the scope `fees.set`")
    #expect(throws: Refusal.self) { try table.callers("no.such") }
    #expect(throws: Refusal.self) { try PermissionTable(swift: "enum Permissions {}") }
  }

  @Test("every package, message, enum and method has its place, and every link leads to one")
  func links() throws {
    let directory = try TemporaryDirectory()
    let set = "\(directory.path)/set.bin"
    let protos = "\(Repository.root)/proto"
    let find = "find \(protos)/paylyt -name '*.proto'"
    try Tool.run([
      "sh", "-c",
      "protoc -I\(protos) -I/usr/include --include_imports --include_source_info "
        + "--descriptor_set_out=\(set) $(\(find))",
    ])
    let permissions = try StandardStreams.readFile(
      "\(Repository.root)/Sources/PayLytServer/Auth/Permissions.swift")
    let errors = try StandardStreams.readFile("\(Repository.root)/docs/ERRORS.md")
    let schema = try Schema.read(set: set)
    let pages = try Reference.pages(
      of: schema, try PermissionTable(swift: String(decoding: permissions, as: UTF8.self)),
      try ReasonTable(markdown: String(decoding: errors, as: UTF8.self), schema))
    let release = try #require(pages.first { $0.file == "paylyt.escrow.v1.md" }).text
    #expect(release.contains("[`QUOTE_MISMATCH`](../ERRORS.md#money)"))
    var places: Set<String> = []
    for page in pages {
      places.insert(page.file)
      for line in page.text.split(separator: "\n") where line.hasPrefix("##") {
        let heading = line.drop { $0 == "#" }.dropFirst()
        places.insert("\(page.file)#\(Markdown.anchor(String(heading)))")
      }
    }
    #expect(places.contains("paylyt.jobs.v1.md#jobstate"))
    #expect(places.contains("paylyt.escrow.v1.md#releaseescrow"))
    #expect(places.contains("paylyt.common.v1.md#money"))
    var checked = 0
    for page in pages {
      for link in page.text.matches(of: /\]\(([a-z0-9._]*)(#[a-z0-9_-]+)\)/) {
        let file = link.1.isEmpty ? page.file : String(link.1)
        #expect(places.contains(file + link.2), "\(page.file): \(link.0)")
        checked += 1
      }
    }
    #expect(checked > 100)
  }

  private static func schema(status: Int32) -> Schema {
    func value(_ name: String, _ number: Int32, _ status: Int32? = nil) -> ProtoEnum.Value {
      ProtoEnum.Value(
        name: name, number: number, comment: "", options: ProtoEnumValueOptions(status: status))
    }
    func type(_ name: String, _ values: [ProtoEnum.Value]) -> ProtoEnum {
      ProtoEnum(
        fullName: name, name: name, file: "a.proto", package: "", parent: nil, comment: "",
        values: values, reserved: ProtoReserved(numbers: [], names: []))
    }
    let file = ProtoFile(
      name: "a.proto", package: "", syntax: "proto3", dependencies: [], publicDependencies: [],
      messages: [],
      enums: [
        type("google.rpc.Code", [value("NOT_FOUND", 5), value("ABORTED", 10)]),
        type("Reason", [value("NONE", 0), value("GONE", 1, status), value("AWAY", 2, 5)]),
      ], services: [], extensions: [], descriptor: [])
    return Schema(files: [file])
  }

  private static let errors = """
    ## What is not there
    | reason | status | what it means |
    |---|---|---|
    | `GONE` | NOT_FOUND | it was there |
    | `AWAY` | NOT_FOUND | it will be |
    """

  @Test("reasons lead to the section that explains them, by status; one that differs is refused")
  func reasons() throws {
    let schema = Self.schema(status: 5)
    let table = try ReasonTable(markdown: Self.errors, schema)
    #expect(
      table.links(to: schema.reasons) == [
        "NOT_FOUND [`AWAY`](../ERRORS.md#what-is-not-there), "
          + "[`GONE`](../ERRORS.md#what-is-not-there)"
      ])
    #expect(throws: Refusal.self) {
      try ReasonTable(markdown: Self.errors, Self.schema(status: 10))
    }
    #expect(throws: Refusal.self) { try ReasonTable(markdown: "", schema) }
  }
}
