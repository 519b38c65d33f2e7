/// What the documents say is what the code does.
extension Rule {
  static let documents = [migrations, options, alarms, targets, links, permissions]

  private static let migrations = Rule(
    "every migration is named in Package.swift and in Schema.swift",
    leak: { $0.adding("SELECT 1;\n", to: "Sources/Schema/9999_leak.sql") }
  ) { tree in
    let package = tree.text(of: "Package.swift")
    let schema = tree.text(of: "Sources/Schema/Schema.swift")
    return tree.files.filter { $0.path.hasPrefix("Sources/Schema/") && $0.path.hasSuffix(".sql") }
      .filter {
        !package.contains("\"\($0.fileName)\"")
          || !schema.contains("\"\($0.fileName.dropLast(4))\"")
      }
      .map { "\($0.path) is not embedded" }
  }

  // MARK: Options, targets, links

  private static let operations = "docs/OPERATIONS.md"

  private static let options = Rule(
    "every option of `paylyt serve` and `paylyt load` is in its manual",
    leak: { $0.removing("`--log-level`", from: operations) }
  ) { tree in
    let manuals = [
      ("Configuration+Options", operations), ("ConnectionOptions", operations),
      ("Commands/LoadCommand+Usage", "docs/LOAD.md"),
    ]
    return manuals.flatMap { file, manual in
      let text = tree.text(of: "Sources/PayLytServer/\(file).swift")
      let names = text.matches(of: /\.(?:option|toggle)\(\s*"([a-z0-9-]+)"/).map { String($0.1) }
      return (names.isEmpty ? ["\(file) has no options"] : [])
        + names.filter { !tree.text(of: manual).contains("`--\($0)") }
        .map { "--\($0) is not in \(manual)" }
    }
  }

  private static let alarms = Rule(
    "every warning and error in the log is explained in docs/OPERATIONS.md",
    leak: {
      $0.adding(
        "func leak(_ log: Log) { log.error(\"nobody knows\") }\n",
        to: "Sources/PayLytServer/Workers.swift")
    }
  ) { tree in
    let text = tree.text(of: operations)
    return tree.sources.filter { $0.path.hasPrefix("Sources/PayLytServer/") }.flatMap { file in
      file.uncommented.matches(of: /(?:warning|error)\(\s*"([^"\\]+)"/).compactMap { match in
        text.contains("`\(match.1)`") ? nil : "\(file.path): \(match.1)"
      }
    }
  }

  private static let targets = Rule(
    "every make target that a document names exists",
    leak: { $0.adding("Run `make coffee`.\n", to: "README.md") }
  ) { tree in
    let known = tree.text(of: "Makefile").split(separator: "\n").compactMap { line in
      line.first?.isLetter == true ? line.split(separator: ":").first : nil
    }
    return tree.documents.flatMap { file in
      file.text.split(separator: "make ").dropFirst().enumerated().compactMap { index, rest in
        let before = file.text.split(separator: "make ")[index].last ?? " "
        let name = rest.prefix { $0.isLowercase || $0 == "-" }
        guard "`\n".contains(before), !name.isEmpty, !known.contains(name) else { return nil }
        return "\(file.path): there is no make \(name)"
      }
    }
  }

  private static let links = Rule(
    "every link between documents leads to a file",
    leak: { $0.adding("[nowhere](docs/NOWHERE.md)\n", to: "README.md") }
  ) { tree in
    let paths = Set(tree.files.map(\.path))
    return tree.documents.flatMap { file in
      file.text.split(separator: "](").dropFirst().compactMap { part -> String? in
        let target = part.prefix { $0 != ")" && $0 != "#" && $0 != "\n" }
        guard !target.isEmpty, !target.contains("://") else { return nil }
        let folder = file.path.split(separator: "/").dropLast()
        var resolved = folder.map { String($0) }
        for step in target.split(separator: "/") {
          if step == ".." { _ = resolved.popLast() } else { resolved.append(String(step)) }
        }
        let path = resolved.joined(separator: "/")
        let isThere = paths.contains(path) || paths.contains { $0.hasPrefix(path + "/") }
        return isThere ? nil : "\(file.path) links to \(target)"
      }
    }
  }

  private static let permissions = Rule(
    "every permission that a proto names is one that roles can have",
    leak: {
      $0.adding(
        "option (paylyt.common.v1.permission) = \"nobody.knows\";\n",
        to: "proto/paylyt/escrow/v1/escrow.proto")
    }
  ) { tree in
    let known = tree.text(of: "Sources/PayLytServer/Auth/Permissions.swift")
    return tree.files.filter { $0.path.hasPrefix("proto/paylyt/") }.flatMap { file in
      file.text.split(separator: "v1.permission) = \"").dropFirst().compactMap { part in
        let name = part.prefix { $0 != "\"" }
        return known.contains("\"\(name)\"") ? nil : "\(file.path): permission \(name)"
      }
    }
  }
}
