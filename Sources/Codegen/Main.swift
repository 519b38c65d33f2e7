import Glibc

/// `protoc-gen-paylyt`, two tools over one naming:
///
/// - Without arguments, a protoc plugin that writes Swift.
/// - `--c-descriptors <in> <out> <file>…` rewrites a descriptor set for protoc-c and prints those
///   of the files for which there is C to generate, one per line.
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
    default:
      throw Refusal(
        "protoc starts it without arguments; by hand: --c-descriptors <in> <out> <file>…")
    }
  }
}
