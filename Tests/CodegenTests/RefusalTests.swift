import Testing

@testable import Codegen

/// What the generator does not accept, and what it says about it.
@Suite struct RefusalTests {
  struct Refused: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Proto texts by file name; the code for `a.proto` and `b.proto` is asked for.
    let files: [String: String]
    var parameter = "Module=API,CModule=CAPI"
    let message: String

    init(
      _ description: String, _ files: [String: String],
      parameter: String = "Module=API,CModule=CAPI", _ message: String
    ) {
      testDescription = description
      self.files = files
      self.parameter = parameter
      self.message = message
    }
  }

  static let valid = ["a.proto": "syntax = \"proto3\"; message A {}"]

  static let refused: [Refused] = [
    .init(
      "proto2", ["a.proto": "syntax = \"proto2\"; message A { required int32 x = 1; }"],
      "a.proto is proto2, and only proto3 is supported; begin it with `syntax = \"proto3\";` and "
        + "write `optional` where absence matters."),
    .init(
      "no syntax, which means proto2", ["a.proto": "message A {}"],
      "a.proto is proto2, and only proto3 is supported; begin it with `syntax = \"proto3\";` and "
        + "write `optional` where absence matters."),
    .init(
      "a field of a proto2 message",
      [
        "a.proto":
          "syntax = \"proto3\"; import \"google/protobuf/descriptor.proto\"; "
          + "message A { google.protobuf.FileOptions x = 1; }"
      ],
      "`google.protobuf.FileOptions` from google/protobuf/descriptor.proto is proto2, for which "
        + "there is no Swift type; declare a proto3 message of your own instead."),
    .init(
      "an import that is neither generated nor mapped",
      [
        "a.proto": "syntax = \"proto3\"; import \"c.proto\"; message A { p.C x = 1; }",
        "c.proto": "syntax = \"proto3\"; package p; message C {}",
      ],
      "`p.C` comes from c.proto, which is neither generated in this run nor mapped to a module; "
        + "add `Import=c.proto:<module>:<C module>`."),
    .init(
      "two packages with the same type",
      [
        "a.proto": "syntax = \"proto3\"; package p.v1; message Same {}",
        "b.proto": "syntax = \"proto3\"; package p.v2; enum Same { S_ZERO = 0; }",
      ],
      "`p.v1.Same` and `p.v2.Same` would both be `Same` in the module API; give one package a "
        + "prefix with `Prefix=<package>:<prefix>`, or generate it into a module of its own."),
    .init(
      "a message called like a generated service type",
      ["a.proto": "syntax = \"proto3\"; message PayClient {} service Pay {}"],
      "`PayClient` and `Pay` would both be `PayClient` in the module API; give one package a "
        + "prefix with `Prefix=<package>:<prefix>`, or generate it into a module of its own."),
    .init(
      "a oneof and a field with one Swift name",
      ["a.proto": "syntax = \"proto3\"; message A { int32 a_b = 1; oneof a__b { int32 c = 2; } }"],
      "`A`: the fields `a_b` and `a__b` would both be `aB` in Swift; rename one of them."),
    .init(
      "two messages with one C name",
      ["a.proto": "syntax = \"proto3\"; message ABc {} message Abc {}"],
      "`ABc` and `Abc` have the same name in C; rename one of them."),
    .init(
      "a nested message called like a oneof's enum",
      ["a.proto": "syntax = \"proto3\"; message A { message XOneof {} oneof x { int32 y = 1; } }"],
      "`A.XOneof` and `A.x` would both be `XOneof` in the module API; give one package a prefix "
        + "with `Prefix=<package>:<prefix>`, or generate it into a module of its own."),
    .init(
      "no module", valid, parameter: "CModule=CAPI",
      "Name the modules: `--paylyt_opt=Module=EscrowAPI,CModule=CEscrowAPI`."),
    .init(
      "an unknown option", valid, parameter: "Module=API,CModule=CAPI,Colour=red",
      "The option `Colour` is unknown; there are Module, CModule, Import, Prefix, Visibility."),
    .init(
      "an option without value", valid, parameter: "Module",
      "The option `Module` has no value; write `Name=value`."),
    .init(
      "half an import", valid, parameter: "Module=API,CModule=CAPI,Import=c/:C",
      "`Import=c/:C`: write `Import=<path prefix>:<module>:<C module>`."),
    .init(
      "half a prefix", valid, parameter: "Module=API,CModule=CAPI,Prefix=p",
      "`Prefix=p`: write `Prefix=<proto package>:<prefix>`."),
    .init(
      "an unknown visibility", valid, parameter: "Module=API,CModule=CAPI,Visibility=open",
      "`Visibility=open`: write public, package or internal."),
  ]

  @Test("what cannot be generated is refused with the place and the way out", arguments: refused)
  func refuses(_ situation: Refused) throws {
    let directory = try TemporaryDirectory()
    for (name, text) in situation.files {
      try StandardStreams.writeFile(Array(text.utf8), "\(directory.path)/\(name)")
    }
    let asked = situation.files.keys.filter { $0 != "c.proto" }.sorted()
    let result = try PluginRun.outputs(
      for: asked, in: [directory.path], parameter: situation.parameter)
    #expect(throws: Refusal(situation.message)) { try result.get() }
  }

  @Test(
    "bytes that are no request are refused",
    arguments: [[0xFF], [0x0A, 5, 1], [0x08]] as [[UInt8]])
  func noRequest(bytes: [UInt8]) {
    let expected = Refusal(
      "Standard input holds no CodeGeneratorRequest; let protoc start this program.")
    #expect(throws: expected) { try Plugin.respond(to: bytes) }
  }

  @Test("a descriptor set that is none, or lacks the file, is refused")
  func noDescriptorSet() {
    #expect(throws: Refusal("The input is no FileDescriptorSet.")) {
      try CDescriptors.rewrite([0xFF], files: [])
    }
    #expect(throws: Refusal("The descriptor set does not hold a.proto.")) {
      try CDescriptors.rewrite([], files: ["a.proto"])
    }
  }
}
