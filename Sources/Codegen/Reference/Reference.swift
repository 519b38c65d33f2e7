/// The API reference: a page for each package of PayLyt's, and an index.
struct Reference {
  struct Page: Equatable {
    let file: String
    let text: String
  }

  /// Packages of other people's contracts are explained by other people.
  private static let root = "paylyt."

  static func pages(
    of schema: Schema, _ permissions: PermissionTable, _ reasons: ReasonTable
  ) throws(Refusal) -> [Page] {
    var files: [String: [ProtoFile]] = [:]
    for file in schema.files where file.package.hasPrefix(root) {
      files[file.package, default: []].append(file)
    }
    let links = ReferenceLinks(schema, packages: Set(files.keys))
    var found = [Page(file: "README.md", text: "")]
    var entries: [String] = []
    for package in files.keys.sorted() {
      let page = ReferencePage(
        package: package, files: files[package] ?? [], links: links, schema: schema,
        permissions: permissions, reasons: reasons)
      found.append(Page(file: links.page(of: package), text: try page.text()))
      entries += page.entries
    }
    found[0] = index(entries, reasons.links(to: schema.reasons.filter(\.options.isCommon)))
    return found
  }

  /// - Parameter common: what any method may refuse with.
  private static func index(_ entries: [String], _ common: [String]) -> Page {
    let lines =
      [
        "# API reference", "",
        "Generated from the protos by `make generate`; the comments there are its source. What all",
        "calls have in common (request ids, errors, pages) is in [ERRORS.md](../ERRORS.md).", "",
        "Of each call: who may make it, by role and as a service ([ACCESS.md](../ACCESS.md)); whether",
        "it moves money; whether it is safe to send again (with a `request_id`: the same one); whether",
        "it can be tried out, with `validate_only`, and compares versions, with `etag`; and the",
        "reasons with which it refuses, beside the common ones. It refuses with no other: the protos",
        "declare them (`refusals`), and the tests fail on one that is not declared.", "",
        "| service | calls | |", "|---|---|---|",
      ] + entries + [
        "", "## Common reasons", "", "Any method may refuse with these.", "",
      ] + common.map { "- \($0)" }
    return Page(file: "README.md", text: lines.joined(separator: "\n") + "\n")
  }
}
