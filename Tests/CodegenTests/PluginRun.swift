import Glibc

@testable import Codegen

/// What protoc and the plugin make of protos, without the plugin's process in between.
enum PluginRun {
  /// - Parameter files: paths of protos under `folders`.
  /// - Returns: the serialized CodeGeneratorRequest that protoc would send.
  static func request(
    for files: [String], in folders: [String], parameter: String
  ) throws -> [UInt8] {
    let directory = try TemporaryDirectory()
    // A plugin that keeps what it reads and answers that it supports `optional`.
    let script = "#!/bin/sh\ncat > \(directory.path)/request\nprintf '\\020\\001'\n"
    try StandardStreams.writeFile(Array(script.utf8), "\(directory.path)/plugin")
    guard unsafe chmod("\(directory.path)/plugin", 0o755) == 0 else {
      throw Tool.Failure(description: "chmod: errno \(errno)")
    }
    try Tool.run(
      ["protoc", "--plugin=protoc-gen-keep=\(directory.path)/plugin"]
        + ["--keep_out=\(directory.path)", "--keep_opt=\(parameter)"]
        + folders.map { "-I\($0)" } + files)
    return try StandardStreams.readFile("\(directory.path)/request")
  }

  static func outputs(
    for files: [String], in folders: [String], parameter: String
  ) throws -> Result<[Plugin.Output], Refusal> {
    try Plugin.outputs(for: request(for: files, in: folders, parameter: parameter))
  }
}
