import PayLytRPC
import Testing

@testable import Codegen

/// The style of protos, and what breaks callers.
@Suite struct ProtoCheckTests {
  /// What `protoc` makes of protos by path, with our options at hand.
  private func schema(_ files: [String: String]) throws -> Schema {
    let directory = try TemporaryDirectory()
    for (name, text) in files {
      let folder = name.split(separator: "/").dropLast().joined(separator: "/")
      try Tool.run(["mkdir", "-p", "\(directory.path)/\(folder)"])
      let head = text.hasPrefix("syntax") ? "" : "syntax = \"proto3\";\n"
      try StandardStreams.writeFile(Array((head + text).utf8), "\(directory.path)/\(name)")
    }
    let set = "\(directory.path)/set.bin"
    try Tool.run(
      ["protoc", "-I\(directory.path)", "-I\(Repository.root)/proto", "-I/usr/include"]
        + ["--include_imports", "--include_source_info", "--descriptor_set_out=\(set)"]
        + files.keys.sorted())
    return try Schema.read(set: set)
  }

  private static let path = "paylyt/test/v1/test.proto"

  private static let good = """
    package paylyt.test.v1;
    import "google/protobuf/timestamp.proto";
    import "paylyt/common/v1/options.proto";
    import "paylyt/common/v1/reason.proto";
    // Sells things.
    service ThingService {
      rpc GetThing(GetThingRequest) returns (Thing) {
        option (paylyt.common.v1.permission) = "things.read";
      }
      rpc ListThings(ListThingsRequest) returns (ListThingsResponse) {
        option (paylyt.common.v1.permission) = "public";
      }
      rpc SellThing(SellThingRequest) returns (SellThingResponse) {
        option (paylyt.common.v1.permission) = "things.sell";
        option (paylyt.common.v1.idempotent) = true;
        option (paylyt.common.v1.money_moving) = true;
        option (paylyt.common.v1.refusals) = { reason: [QUOTE_EXPIRED, QUOTE_USED] };
      }
    }
    message Thing {
      enum State { STATE_UNSPECIFIED = 0; STATE_SOLD = 1; }
      string name = 1;
      State state = 2;
      google.protobuf.Timestamp sell_time = 3;
      map<string, int64> prices = 4;
      oneof kind { string a = 5; int32 b = 6; }
    }
    message GetThingRequest { string name = 1 [(paylyt.common.v1.resource) = "things/{uuid}"]; }
    message ListThingsRequest { int32 page_size = 1; string page_token = 2; }
    message ListThingsResponse { repeated Thing things = 1; string next_page_token = 2; }
    message SellThingRequest {
      string request_id = 1; string name = 2 [(paylyt.common.v1.length_maximum) = 9];
      string etag = 14; bool validate_only = 15;
    }
    message SellThingResponse {}
    enum Lack {
      LACK_UNSPECIFIED = 0;
      THING_GONE = 90001 [(paylyt.common.v1.status) = NOT_FOUND];
    }

    """

  @Test("a proto in our style has no findings")
  func inStyle() throws {
    #expect(ProtoLint.findings(in: try schema([Self.path: Self.good])) == [])
  }

  @Test("the protos of the repository are in style")
  func repository() throws {
    let directory = try TemporaryDirectory()
    let set = "\(directory.path)/set.bin"
    try Tool.run(["\(Repository.root)/scripts/proto-set.sh", set])
    let schema = try Schema.read(set: set)
    #expect(schema.services.count > 5)
    #expect(ProtoLint.findings(in: schema) == [])
    #expect(ReasonLint.unused(in: schema) == [])
  }

  @Test("a reason that no method gives is found, unless it is common to all")
  func unusedReason() throws {
    let good = try schema([Self.path: Self.good])
    let missing = ReasonLint.unused(in: good).map(\.message)
    #expect(missing.contains("no method refuses with THING_GONE"))
    #expect(!missing.contains("no method refuses with NOT_FOUND"))
  }

  /// What is replaced in the good proto, by what, and the rule that must notice.
  private static let leaks: [(String, String, String)] = [
    ("package paylyt.test.v1;", "package paylyt.other.v1;", "PACKAGE_DIRECTORY_MATCH"),
    ("package paylyt.test.v1;", "package paylyt.test;", "PACKAGE_VERSION_SUFFIX"),
    ("import \"google/protobuf/t", "import public \"google/protobuf/t", "IMPORT_NO_PUBLIC"),
    (
      "import \"paylyt/common/v1/options.proto\";",
      "import \"paylyt/common/v1/options.proto\"; import \"google/protobuf/any.proto\";",
      "IMPORT_USED"
    ),
    (
      "message GetThingRequest {", "message lower {} message GetThingRequest {",
      "MESSAGE_PASCAL_CASE"
    ),
    (" [(paylyt.common.v1.resource) = \"things/{uuid}\"]", "", "FIELD_RULES"),
    ("int32 page_size = 1;", "int32 page_size = 1; repeated int32 sizes = 9;", "FIELD_RULES"),
    ("enum State {", "enum a_b { A_B_UNSPECIFIED = 0; } enum State {", "ENUM_PASCAL_CASE"),
    ("string a = 5", "string camelCase = 5", "FIELD_LOWER_SNAKE_CASE"),
    ("oneof kind", "oneof Kind", "ONEOF_LOWER_SNAKE_CASE"),
    ("STATE_SOLD", "STATE_sold", "ENUM_VALUE_UPPER_SNAKE_CASE"),
    ("STATE_SOLD", "SOLD", "ENUM_VALUE_PREFIX"),
    ("STATE_UNSPECIFIED", "STATE_NONE", "ENUM_ZERO_VALUE_SUFFIX"),
    ("service ThingService", "service Things", "SERVICE_SUFFIX"),
    ("service ThingService", "service thingService", "SERVICE_PASCAL_CASE"),
    ("// Sells things.", "", "COMMENT_SERVICE"),
    ("rpc GetThing(", "rpc get_thing(", "RPC_PASCAL_CASE"),
    ("rpc GetThing(GetThingRequest)", "rpc GetThing(Thing)", "RPC_REQUEST_STANDARD_NAME"),
    ("returns (Thing)", "returns (SellThingResponse)", "RPC_RESPONSE_STANDARD_NAME"),
    ("returns (Thing)", "returns (SellThingResponse)", "RPC_REQUEST_RESPONSE_UNIQUE"),
    ("\"things.read\"", "\"Things\"", "RPC_PERMISSION"),
    ("\"things.read\"", "\"\"", "RPC_PERMISSION"),
    ("reason: [QUOTE_EXPIRED, QUOTE_USED]", "reason: [QUOTE_USED, QUOTE_EXPIRED]", "RPC_REFUSALS"),
    ("reason: [QUOTE_EXPIRED,", "reason: [QUOTE_EXPIRED, QUOTE_EXPIRED,", "RPC_REFUSALS"),
    ("reason: [QUOTE_EXPIRED,", "reason: [NOT_FOUND, QUOTE_EXPIRED,", "RPC_REFUSALS"),
    (
      "enum State {",
      "enum Why { WHY_UNSPECIFIED = 0; WHY_NOT = 1 [(paylyt.common.v1.status) = ABORTED];"
        + " WHY_SO = 2; } enum State {", "REASON_STATUS"
    ),
    (
      "enum State {",
      "enum Why { WHY_UNSPECIFIED = 0; WHY_NOT = 1 [(paylyt.common.v1.status) = OK]; } enum State {",
      "REASON_STATUS"
    ),
    ("string request_id = 1;", "", "RPC_MONEY_MOVING_REQUEST_ID"),
    ("option (paylyt.common.v1.idempotent) = true;", "", "RPC_MONEY_MOVING_IDEMPOTENT"),
    (
      "string request_id = 1; string name = 2", "string request_id = 2; string name = 1",
      "FIELD_CONVENTION"
    ),
    ("string etag = 14", "string etag = 9", "FIELD_CONVENTION"),
    ("bool validate_only = 15", "int32 validate_only = 15", "FIELD_CONVENTION"),
    ("int32 page_size = 1; ", "", "RPC_LIST_PAGES"),
    ("int32 page_size", "int64 page_size", "FIELD_CONVENTION"),
    ("string next_page_token = 2;", "", "RPC_LIST_PAGES"),
    ("int32 b = 6", "double b = 6", "FIELD_NO_FLOAT"),
    ("int32 b = 6", "float b = 6", "FIELD_NO_FLOAT"),
    ("google.protobuf.Timestamp sell_time", "int64 sell_time", "FIELD_TIME_IS_TIMESTAMP"),
  ]

  @Test("every form of a text that our protos name is one, and so are the choices")
  func patterns() throws {
    let directory = try TemporaryDirectory()
    let set = directory.path + "/set"
    try Tool.run(["\(Repository.root)/scripts/proto-set.sh", set])
    let fields = try Schema.read(set: set).messages.values.flatMap(\.fields)
    let patterns = fields.flatMap(\.rules.patterns)
    #expect(patterns.count > 100)
    #expect(patterns.filter { TextPattern($0) == nil } == [])
  }

  @Test("each departure from the style is found by its rule", arguments: leaks.indices)
  func leak(index: Int) throws {
    let (text, leak, rule) = Self.leaks[index]
    let changed = Self.good.replacing(text, with: leak)
    #expect(changed != Self.good)
    let findings = ProtoLint.findings(in: try schema([Self.path: changed]))
    #expect(findings.contains { $0.rule == rule && $0.file == Self.path }, "\(findings)")
  }

  @Test("a file that is not lower snake case is found")
  func fileName() throws {
    let findings = ProtoLint.findings(in: try schema(["paylyt/test/v1/Test.proto": Self.good]))
    #expect(findings.map(\.rule) == ["FILE_LOWER_SNAKE_CASE"])
  }

  @Test("packages that import each other are found")
  func cycle() throws {
    let findings = ProtoLint.findings(
      in: try schema([
        "paylyt/a/v1/one.proto": """
        package paylyt.a.v1; import "paylyt/b/v1/b.proto"; message One { paylyt.b.v1.B b = 1; }
        """,
        "paylyt/a/v1/two.proto": "package paylyt.a.v1; message Two {}",
        "paylyt/b/v1/b.proto": """
        package paylyt.b.v1; import "paylyt/a/v1/two.proto"; message B { paylyt.a.v1.Two a = 1; }
        """,
      ]))
    #expect(Set(findings.map(\.rule)) == ["PACKAGE_NO_IMPORT_CYCLE"])
    #expect(findings.count == 3)
  }

  @Test("other people's packages are not looked at")
  func foreign() throws {
    let schema = try schema(["other.proto": "package other; message lower { float Bad = 1; }"])
    #expect(ProtoLint.findings(in: schema) == [])
  }

  // MARK: What breaks callers

  /// What is replaced in the good proto, by what, and the rule that must notice.
  private static let breaks: [(String, String, String)] = [
    ("message SellThingResponse {}", "message SoldThing {}", "MESSAGE_NO_DELETE"),
    ("string a = 5;", "", "FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED"),
    ("string a = 5;", "", "FIELD_NO_DELETE_UNLESS_NAME_RESERVED"),
    (
      "oneof kind { string a = 5; ", "reserved 5; oneof kind { ",
      "FIELD_NO_DELETE_UNLESS_NAME_RESERVED"
    ),
    (
      "oneof kind { string a = 5; ", "reserved \"a\"; oneof kind { ",
      "FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED"
    ),
    ("string a = 5", "string c = 5", "FIELD_SAME_NAME"),
    ("int32 b = 6", "int64 b = 6", "FIELD_SAME_TYPE"),
    ("State state = 2", "int32 state = 2", "FIELD_SAME_TYPE"),
    ("map<string, int64>", "map<string, int32>", "FIELD_SAME_TYPE"),
    ("State state = 2", "repeated State state = 2", "FIELD_SAME_CARDINALITY"),
    ("repeated Thing things", "Thing things", "FIELD_SAME_CARDINALITY"),
    ("oneof kind { string a = 5; int32 b = 6; }", "string a = 5; int32 b = 6;", "FIELD_SAME_ONEOF"),
    ("State state = 2;", "oneof it { State state = 2; }", "FIELD_SAME_ONEOF"),
    (
      "enum State { STATE_UNSPECIFIED = 0; STATE_SOLD = 1; }",
      "enum Other { OTHER_UNSPECIFIED = 0; }", "ENUM_NO_DELETE"
    ),
    ("STATE_SOLD = 1;", "", "ENUM_VALUE_NO_DELETE_UNLESS_RESERVED"),
    ("STATE_SOLD = 1;", "reserved 1;", "ENUM_VALUE_NO_DELETE_UNLESS_RESERVED"),
    ("STATE_SOLD = 1", "STATE_GONE = 1", "ENUM_VALUE_SAME_NAME"),
    (
      "(paylyt.common.v1.status) = NOT_FOUND", "(paylyt.common.v1.status) = ABORTED",
      "REASON_SAME_STATUS"
    ),
    ("service ThingService", "service StuffService", "SERVICE_NO_DELETE"),
    ("rpc SellThing(", "rpc VendThing(", "RPC_NO_DELETE"),
    ("GetThing(GetThingRequest)", "GetThing(ListThingsRequest)", "RPC_SAME_REQUEST_TYPE"),
    ("returns (Thing)", "returns (ListThingsResponse)", "RPC_SAME_RESPONSE_TYPE"),
    ("returns (Thing)", "returns (stream Thing)", "RPC_SAME_STREAMING"),
    ("GetThing(GetThingRequest)", "GetThing(stream GetThingRequest)", "RPC_SAME_STREAMING"),
    ("option (paylyt.common.v1.idempotent) = true;", "", "RPC_SAME_IDEMPOTENCY"),
    ("package paylyt.test.v1;", "package paylyt.test.v2;", "SERVICE_NO_DELETE"),
  ]

  @Test("each break is found by its rule", arguments: breaks.indices)
  func breaking(index: Int) throws {
    let (text, change, rule) = Self.breaks[index]
    let old = try schema([Self.path: Self.good])
    var changed = Self.good.replacing(text, with: change)
    #expect(changed != Self.good)
    // What no longer has its old name is found by none.
    changed =
      change.contains("message SoldThing")
      ? changed.replacing("returns (SellThingResponse)", with: "returns (SoldThing)") : changed
    changed =
      change.contains("enum Other")
      ? changed.replacing("State state = 2", with: "Other state = 2") : changed
    let findings = BreakingChange.findings(from: old, to: try schema([Self.path: changed]))
    #expect(findings.contains { $0.rule == rule }, "\(findings)")
  }

  @Test(
    "what is reserved must stay so",
    arguments: [
      ("message Reserved { reserved 4 to 9; reserved \"x\"; }", "message Reserved { reserved 4; }"),
      ("message Reserved { reserved \"x\"; }", "message Reserved {}"),
      ("enum Reserved { ZERO = 0; reserved 4 to max; }", "enum Reserved { ZERO = 0; }"),
      ("enum Reserved { ZERO = 0; reserved \"X\"; }", "enum Reserved { ZERO = 0; }"),
    ])
  func reserved(before: String, after: String) throws {
    let package = "package p.v1; "
    let (old, new) = try (
      schema(["p.proto": package + before]), schema(["p.proto": package + after])
    )
    let rules = BreakingChange.findings(from: old, to: new).map(\.rule)
    #expect(rules.count == 1 && (rules.first?.hasPrefix("RESERVED_") ?? false), "\(rules)")
    #expect(BreakingChange.findings(from: old, to: old) == [])
  }

  @Test(
    "what only adds breaks nobody",
    arguments: [
      ("string a = 5;", "string a = 5; bytes c = 9;"),
      ("STATE_SOLD = 1;", "STATE_SOLD = 1; STATE_LOST = 2;"),
      (
        "message SellThingResponse {}",
        "message SellThingResponse { string note = 1; } message M {}"
      ),
      ("service ThingService {", "service OtherService {} service ThingService {"),
      ("oneof kind { string a = 5; ", "reserved 5; reserved \"a\"; oneof kind { "),
      ("STATE_SOLD = 1;", "reserved 1; reserved \"STATE_SOLD\";"),
      ("int32 page_size = 1;", "int32 page_size = 1; reserved 7 to 9;"),
    ])
  func additions(text: String, change: String) throws {
    let changed = Self.good.replacing(text, with: change)
    #expect(changed != Self.good)
    let old = try schema([Self.path: Self.good])
    #expect(BreakingChange.findings(from: old, to: try schema([Self.path: changed])) == [])
  }

  @Test("the descriptor set of the last release is compatible with today's protos")
  func released() throws {
    let directory = try TemporaryDirectory()
    let set = "\(directory.path)/set.bin"
    try Tool.run(["\(Repository.root)/scripts/proto-set.sh", set])
    let old = try Schema.read(set: Repository.root + "/proto/released.binpb")
    #expect(!old.services.isEmpty)
    #expect(BreakingChange.findings(from: old, to: try Schema.read(set: set)) == [])
  }
}
