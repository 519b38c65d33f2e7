import Glibc
import Testing

@testable import Codegen

/// The generated Swift, byte for byte. After a wanted change, `PAYLYT_UPDATE_GOLDEN=1` writes the
/// files anew; the diff is then part of the review.
@Suite struct GoldenTests {
  static let folder = Repository.tests + "/Golden"
  static let parameter =
    "Module=GoldenAPI,CModule=CGoldenAPI,Import=elsewhere/:ElsewhereAPI:CElsewhereAPI,"
    + "Prefix=elsewhere.v1:Else"

  @Test(
    "a proto becomes exactly this Swift",
    arguments: [
      ("message", ""), ("oneof", ""), ("enum", ""), ("recursive", ""), ("map", ""),
      ("service", ""), ("imports", ""), ("internal", ",Visibility=internal"),
    ])
  func golden(name: String, parameter: String) throws {
    let outputs = try PluginRun.outputs(
      for: ["\(name).proto"], in: [Self.folder, Repository.root + "/proto"],
      parameter: Self.parameter + parameter
    ).get()
    let output = try #require(outputs.first { $0.name == "\(name).swift" })
    let path = "\(Self.folder)/\(name).swift"
    if unsafe getenv("PAYLYT_UPDATE_GOLDEN") != nil {
      try StandardStreams.writeFile(Array(output.content.utf8), path)
    }
    let expected = String(decoding: try StandardStreams.readFile(path), as: UTF8.self)
    #expect(output.content == expected)
  }

  @Test("what the authors wrote about their protos becomes exactly this Swift")
  func comments() throws {
    let outputs = try PluginRun.outputs(
      for: ["message.proto", "service.proto"], in: [Self.folder, Repository.root + "/proto"],
      parameter: Self.parameter
    ).get()
    let output = try #require(outputs.first { $0.name == "GoldenAPIComments.swift" })
    let path = "\(Self.folder)/comments.swift"
    if unsafe getenv("PAYLYT_UPDATE_GOLDEN") != nil {
      try StandardStreams.writeFile(Array(output.content.utf8), path)
    }
    let expected = String(decoding: try StandardStreams.readFile(path), as: UTF8.self)
    #expect(output.content == expected)
  }

  @Test("the same input gives the same output")
  func deterministic() throws {
    let request = try PluginRun.request(
      for: ["message.proto", "service.proto"], in: [Self.folder, Repository.root + "/proto"],
      parameter: Self.parameter)
    #expect(try Plugin.respond(to: request) == Plugin.respond(to: request))
  }

  @Test("a file that only declares options has no Swift, but is in the descriptors")
  func optionsOnly() throws {
    let outputs = try PluginRun.outputs(
      for: ["paylyt/common/v1/options.proto"], in: [Repository.root + "/proto"],
      parameter: Self.parameter
    ).get()
    #expect(outputs.map(\.name) == ["GoldenAPIDescriptors.swift", "GoldenAPIComments.swift"])
    let extensionLine =
      ".init(\"paylyt.common.v1.permission\", of: \"google.protobuf.MethodOptions\", number: 50001),"
    #expect(outputs[0].content.contains(extensionLine))
  }
}
