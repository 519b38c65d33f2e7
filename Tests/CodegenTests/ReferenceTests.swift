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
    let pages = try Reference.pages(
      of: try Schema.read(set: set),
      try PermissionTable(swift: String(decoding: permissions, as: UTF8.self)))
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
}
