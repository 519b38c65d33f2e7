/// The API reference: a page for each package of PayLyt's, and an index.
struct Reference {
  struct Page: Equatable {
    let file: String
    let text: String
  }

  /// Packages of other people's contracts are explained by other people.
  private static let root = "paylyt."

  static func pages(of schema: Schema) -> [Page] {
    var files: [String: [ProtoFile]] = [:]
    for file in schema.files where file.package.hasPrefix(root) {
      files[file.package, default: []].append(file)
    }
    let links = ReferenceLinks(schema, packages: Set(files.keys))
    let pages = files.keys.sorted().map { package in
      ReferencePage(package: package, files: files[package] ?? [], links: links)
    }
    return [index(of: pages)]
      + pages.map { Page(file: links.page(of: $0.package), text: $0.text) }
  }

  private static func index(of pages: [ReferencePage]) -> Page {
    let lines =
      [
        "# API reference", "",
        "Generated from the protos by `make generate`; the comments there are its source. What all",
        "calls have in common (request ids, errors, pages) is in [ERRORS.md](../ERRORS.md) and",
        "[CONTRIBUTING.md](../../CONTRIBUTING.md).", "", "| service | calls | |", "|---|---|---|",
      ] + pages.flatMap(\.entries)
    return Page(file: "README.md", text: lines.joined(separator: "\n") + "\n")
  }
}
