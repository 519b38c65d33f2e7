/// Where each type is explained.
struct ReferenceLinks {
  private let schema: Schema
  private let packages: Set<String>

  /// - Parameter packages: those that have a page.
  init(_ schema: Schema, packages: Set<String>) {
    self.schema = schema
    self.packages = packages
  }

  /// `paylyt.jobs.v1` is explained in `paylyt.jobs.v1.md`.
  func page(of package: String) -> String { "\(package).md" }

  /// A link as seen from the page of `package`; of a type without a page, its name.
  func link(_ fullName: String, _ package: String) -> String {
    let home = schema.messages[fullName]?.package ?? schema.enums[fullName]?.package
    guard let home, packages.contains(home) else { return "`\(fullName)`" }
    let name = nestedName(fullName, in: home)
    let page = home == package ? "" : page(of: home)
    return "[\(name)](\(page)#\(Markdown.anchor(name)))"
  }

  func typeText(_ kind: ProtoField.Kind, _ package: String) -> String {
    kind.typeName.map { link($0, package) } ?? "\(kind)"
  }

  /// `paylyt.jobs.v1.Job.State` is `Job.State` in its package.
  func nestedName(_ fullName: String, in package: String) -> String {
    String(fullName.dropFirst(package.utf8.count + 1))
  }
}
