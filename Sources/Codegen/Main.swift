import Glibc

/// `protoc-gen-paylyt`, five tools over one reading of protos:
///
/// - Without arguments, a protoc plugin that writes Swift.
/// - `--c-descriptors <in> <out> <file>…` rewrites a descriptor set for protoc-c and prints those
///   of the files for which there is C to generate, one per line.
/// - `lint <set>` says where the protos of PayLyt's packages leave the style (docs/PROTOS.md).
/// - `breaking <old set> <new set>` says what would break callers who were built from the old ones.
/// - `reference <set> <folder> <permissions> <errors>` writes the API reference into it, a Markdown
///   file for each package, with who may call what by the server's table of permissions, and links
///   to what docs/ERRORS.md says about the reasons of refusals.
///
/// The last three read descriptor sets (`protoc --descriptor_set_out`), with source info for the
/// reference. The checks print one finding per line, and end with 1 when there is any.
@main
struct Main {
  static func main() {
    do throws(Refusal) {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      let line = Array("protoc-gen-paylyt: \(error.message)\n".utf8)
      // Nothing is left to do if standard error is gone too.
      _ = unsafe write(STDERR_FILENO, line, line.count)
      exit(1)
    }
  }

  private static func run(_ arguments: [String]) throws(Refusal) {
    switch arguments.first {
    case nil:
      let request = try StandardStreams.readAll()
      try StandardStreams.writeAll(try Plugin.respond(to: request))
    case "--c-descriptors" where arguments.count > 3:
      let input = try StandardStreams.readFile(arguments[1])
      let output = try CDescriptors.rewrite(input, files: Array(arguments[3...]))
      try StandardStreams.writeFile(output.set, arguments[2])
      let names = output.files.map { $0 + "\n" }.joined()
      try StandardStreams.writeAll(Array(names.utf8))
    case "lint" where arguments.count == 2:
      let schema = try Schema.read(set: arguments[1])
      try report(ProtoLint.findings(in: schema) + ReasonLint.unused(in: schema))
    case "breaking" where arguments.count == 3:
      let old = try Schema.read(set: arguments[1])
      try report(BreakingChange.findings(from: old, to: try Schema.read(set: arguments[2])))
    case "reference" where arguments.count == 5:
      let schema = try Schema.read(set: arguments[1])
      let permissions = try StandardStreams.readFile(arguments[3])
      let errors = try StandardStreams.readFile(arguments[4])
      let pages = try Reference.pages(
        of: schema, try PermissionTable(swift: String(decoding: permissions, as: UTF8.self)),
        try ReasonTable(markdown: String(decoding: errors, as: UTF8.self), schema))
      for page in pages {
        try StandardStreams.writeFile(Array(page.text.utf8), "\(arguments[2])/\(page.file)")
      }
    default:
      throw Refusal(
        "protoc starts it without arguments; by hand: --c-descriptors <in> <out> <file>…, "
          + "lint <set>, breaking <old set> <new set>, "
          + "reference <set> <folder> <permissions> <errors>")
    }
  }

  private static func report(_ findings: [Finding]) throws(Refusal) {
    guard !findings.isEmpty else { return }
    let lines = findings.map { "\($0)\n" }.joined()
    try StandardStreams.writeAll(Array(lines.utf8))
    throw Refusal("\(findings.count) \(findings.count == 1 ? "finding" : "findings")")
  }
}
