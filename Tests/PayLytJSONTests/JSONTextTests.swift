import PayLytJSON
import PayLytRPC
import StandardAPI
import TestAPI
import Testing

@Suite("JSON texts")
struct JSONTextTests {
  static let taken: [(text: String, value: JSONValue)] = [
    ("null", .null), (" true ", .bool(true)), ("false", .bool(false)),
    ("0", .number("0")), ("-0.5e+10", .number("-0.5e+10")),
    ("18446744073709551615", .number("18446744073709551615")),
    (#""""#, .string("")), (#""\"\\\/\b\f\n\r\t""#, .string("\"\\/\u{8}\u{c}\n\r\t")),
    (#""\u00e9\ud83d\ude42ß""#, .string("é🙂ß")),
    ("[]", .array([])),
    ("[1,[2],{}]", .array([.number("1"), .array([.number("2")]), .object([])])),
    (
      #"{"b":1,"a":{"c":null}}"#,
      .object([.init("b", .number("1")), .init("a", .object([.init("c", .null)]))])
    ),
  ]

  @Test("a text is read and written again as the same value", arguments: taken)
  func values(text: String, value: JSONValue) throws {
    #expect(try JSONValue(text: Array(text.utf8)) == value)
    for isIndented in [false, true] {
      #expect(try JSONValue(text: Array(value.text(isIndented: isIndented).utf8)) == value)
    }
  }

  @Test(
    "what is no JSON is refused, with the place",
    arguments: [
      ("", 0), ("  ", 2), ("nul", 0), ("True", 0), ("01", 0), ("-", 0), ("1.", 0), (".5", 0),
      ("+1", 0), ("1e", 0), ("NaN", 0), ("'a'", 0), (#""a"#, 0), ("\"\n\"", 2), (#""\q""#, 3),
      (#""\u12g4""#, 3), (#""\ud800""#, 7), (#""\ud800\u0041""#, 13), (#""\udc00""#, 7),
      ("[1", 2), ("[1,]", 3), ("[,1]", 1), ("{", 1), ("{1:2}", 1), (#"{"a"}"#, 4),
      (#"{"a":1,}"#, 7), (#"{"a":1,"a":2}"#, 7), ("1 2", 2), ("[]]", 2), ("// a\n1", 0),
    ])
  func refused(text: String, offset: Int) {
    let error = #expect(throws: JSONSyntaxError.self) { try JSONValue(text: Array(text.utf8)) }
    #expect(error?.offset == offset)
    #expect(error?.reason.isEmpty == false)
  }

  @Test("bytes that are no UTF-8 are refused", arguments: [[0xff], [0xc3], [0xed, 0xa0, 0x80]])
  func encoding(bytes: [UInt8]) {
    #expect(throws: JSONSyntaxError.self) { try JSONValue(text: [0x22] + bytes + [0x22]) }
  }

  @Test("depth, number of values and size have bounds")
  func bounds() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    _ = try JSONValue(text: nested(JSONLimits.depthMax))
    #expect(throws: JSONSyntaxError.self) {
      try JSONValue(text: nested(JSONLimits.depthMax + 2))
    }
    #expect(throws: JSONSyntaxError.self) { try JSONValue(text: nested(1 << 20)) }
    let many = "[" + String(repeating: "0,", count: JSONLimits.valuesMax) + "0]"
    #expect(throws: JSONSyntaxError.self) { try JSONValue(text: Array(many.utf8)) }
    let large = [UInt8](repeating: 0x20, count: JSONLimits.textBytesMax + 1)
    #expect(throws: JSONSyntaxError.self) { try JSONValue(text: large) }
    let digits = Array(String(repeating: "1", count: JSONLimits.numberBytesMax + 1).utf8)
    #expect(throws: JSONSyntaxError.self) { try JSONValue(text: digits) }
  }

  @Test("what moves a terminal's cursor is escaped")
  func controls() {
    let text = JSONValue.string("\u{1b}[2J\u{9b}\u{7f}\u{2028}").text()
    #expect(text == #""\u001b[2J\u009b\u007f\u2028""#)
  }

  @Test("a map with two spellings of one letter keeps both names")
  func spellings() throws {
    let text = "{\"\u{e9}\": 1, \"e\u{301}\": 2}"
    guard case .object(let members) = try JSONValue(text: Array(text.utf8)) else {
      Issue.record("no object")
      return
    }
    #expect(members.count == 2)
  }
}

@Suite("JSON of messages")
struct MessageJSONTests {
  @Test(
    "an integer is exact or refused, however it is written",
    arguments: [
      ("9007199254740993", 9_007_199_254_740_993), ("9007199254740993.0", 9_007_199_254_740_993),
      ("1e3", 1000), ("1.50e2", 150), ("-9.223372036854775808e18", Int64.min), ("0e999", 0),
      ("1e-1", nil), ("1.000000000000000000000000001", nil), ("9.223372036854775808e18", nil),
      ("1e9999999999999999999", nil), ("1e99", nil),
    ])
  func exact(text: String, expected: Int64?) throws {
    let json = try JSONValue(text: Array(#"{"int64Value": \#(text)}"#.utf8))
    if let expected {
      #expect(try Everything(json: json, Judge.schema).int64Value == expected)
    } else {
      #expect(throws: WireError.self) { try Everything(json: json, Judge.schema) }
    }
  }

  @Test(
    "a refusal names the way to the field",
    arguments: [
      (#"{"children": [{}, {"amountMinor": "x"}]}"#, "children[1].amountMinor"),
      (#"{"stringByString": {"a": 5}}"#, #"stringByString["a"]"#),
      (#"{"child": {"nam": 1}}"#, "child.nam"),
      (
        #"{"structure": {"a": [1e400]}}"#,
        #"structure.fields["a"].list_value.values[0].number_value"#
      ),
      (#"{"int32s": [1, 2, "z"]}"#, "int32s[2]"),
    ])
  func paths(text: String, path: String) throws {
    let json = try JSONValue(text: Array(text.utf8))
    let error = #expect(throws: WireError.self) { try Everything(json: json, Judge.schema) }
    #expect(error?.fieldPath == path)
  }

  @Test("messages nested too deeply are refused in both directions")
  func depth() throws {
    func nested(_ depth: Int) -> JSONValue {
      (0..<depth).reduce(JSONValue.object([])) { inner, _ in .object([.init("left", inner)]) }
    }
    let deepest = try Tree(json: nested(Limits.messageDepthMax), Judge.schema)
    #expect(try deepest.json(Judge.schema) == nested(Limits.messageDepthMax))
    #expect(throws: WireError.self) {
      try Tree(json: nested(Limits.messageDepthMax + 1), Judge.schema)
    }
    // Nobody has counted what is inside of an `Any`.
    var any = ProtoAny()
    for _ in 0...Limits.messageDepthMax {
      any = ProtoAny(typeURL: "type.googleapis.com/google.protobuf.Any", value: any.wireBytes)
    }
    #expect(throws: WireError.self) { try any.json(Judge.schema) }
  }

  @Test(
    "what has no JSON form is an error, not another value",
    arguments: [
      Everything(created: ProtoTimestamp(seconds: 253_402_300_800)),
      Everything(created: ProtoTimestamp(seconds: 0, nanos: -1)),
      Everything(lifetime: ProtoDuration(seconds: 1, nanos: -1)),
      Everything(lifetime: ProtoDuration(seconds: 315_576_000_001)),
      Everything(anything: ProtoAny(typeURL: "type.googleapis.com/no.such.Type")),
      Everything(anything: ProtoAny(value: [1])),
      Everything(
        anything: ProtoAny(typeURL: "type.googleapis.com/google.rpc.ErrorInfo", value: [0x0a, 9])),
      Everything(structure: ProtoStruct(fields: ["a": ProtoValue(kind: .numberValue(.nan))])),
    ])
  func formless(message: Everything) {
    let error = #expect(throws: WireError.self) { try message.json(Judge.schema) }
    #expect(error?.fieldPath.isEmpty == false)
  }

  @Test(
    "a list is no message, whatever other readers take",
    arguments: ["[]", #"{"child": []}"#, #"{"children": [[]]}"#, #"{"choiceChild": []}"#])
  func lists(text: String) throws {
    let json = try JSONValue(text: Array(text.utf8))
    #expect(throws: WireError.self) { try Everything(json: json, Judge.schema) }
  }

  @Test("text that ends with NUL is refused as on the wire")
  func nul() throws {
    let json = try JSONValue(text: Array(#"{"stringValue": "a\u0000"}"#.utf8))
    #expect(throws: WireError.self) { try Everything(json: json, Judge.schema) }
  }
}
