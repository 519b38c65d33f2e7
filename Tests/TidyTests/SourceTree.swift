import FoundationEssentials

/// The files that people write. What the generator writes is checked by generating it again.
struct SourceTree: Sendable {
  private(set) var files: [SourceFile]

  static let repository = SourceTree(root: root)

  private static let root: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  private static let folders = [
    ".ci", "Sources", "Tests", "docs", "examples", "proto", "scripts",
  ]
  private static let single = [
    "Makefile", "Package.swift", "README.md", "CHANGELOG.md", "CONTRIBUTING.md",
  ]
  private static let foreign = ["/Generated/", "/Golden/", "/__pycache__/"]

  private init(root: String) {
    let manager = FileManager.default
    let listed = Self.folders.flatMap { folder in
      ((try? manager.subpathsOfDirectory(atPath: "\(root)/\(folder)")) ?? [])
        .map { "\(folder)/\($0)" }
    }
    files = (Self.single + listed.sorted()).compactMap { path in
      guard !Self.foreign.contains(where: { path.contains($0) }),
        let data = manager.contents(atPath: "\(root)/\(path)"),
        let text = String(bytes: data, encoding: .utf8)
      else { return nil }
      return SourceFile(path, text)
    }
  }

  /// The same tree with a file more, or with more at the end of a file.
  func adding(_ text: String, to path: String) -> SourceTree {
    var tree = self
    let old = tree.files.firstIndex { $0.path == path }
    let before = old.map { tree.files.remove(at: $0).text } ?? ""
    tree.files.append(SourceFile(path, before + text))
    return tree
  }

  /// The same tree without a text in one of its files.
  func removing(_ text: String, from path: String) -> SourceTree {
    var tree = self
    guard let index = tree.files.firstIndex(where: { $0.path == path }) else { return tree }
    tree.files[index] = SourceFile(path, tree.files[index].text.replacing(text, with: ""))
    return tree
  }

  func text(of path: String) -> String { files.first { $0.path == path }?.text ?? "" }

  /// Our own Swift that is no test.
  var sources: [SourceFile] {
    files.filter { $0.path.hasPrefix("Sources/") && $0.path.hasSuffix(".swift") }
  }

  var documents: [SourceFile] { files.filter { $0.path.hasSuffix(".md") } }
}
