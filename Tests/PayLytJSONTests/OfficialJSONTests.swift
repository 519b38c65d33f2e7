import PayLytRPC
import StandardAPI
import TestAPI
import Testing

@testable import PayLytJSON

/// The official Python protobuf and our JSON must agree, in both directions.
@Suite("JSON of messages, with the official protobuf as the judge")
struct OfficialJSONTests {
  @Test("random messages of every type mean the same in JSON", arguments: [1, 2])
  func everyType(seed: Int) throws {
    let judge = try Judge()
    let given = try judge.generate(seed: seed, count: 4)
    let types = Set(given.map { $0[0] })
    // The API alone has more.
    #expect(types.count > 250)
    var records: [[[UInt8]]] = []
    for record in given {
      let name = String(decoding: record[0], as: UTF8.self)
      let ours = try MessageToJSON(schema: Judge.schema).value(record[1][...], name, depth: 0)
      let theirs = try JSONValue(text: record[2])
      let read = try MessageFromJSON(schema: Judge.schema).bytes(theirs, name, depth: 0)
      records.append([record[0], record[1], Array(ours.text().utf8), read])
    }
    try judge.judge("messages", records)
  }

  /// What readers take and what they refuse, for `Everything`.
  static let texts: [(text: String, isTaken: Bool)] = [
    (#"{}"#, true), (#" { } "#, true), (#""#, false), (#"{"#, false), (#"{} {}"#, false),
    (#"{"int32Value": 7}"#, true), (#"{"int32_value": 7}"#, true),
    (#"{"int32Value": "7"}"#, true), (#"{"int32Value": 7.0}"#, true),
    (#"{"int32Value": 7e2}"#, true), (#"{"int32Value": 7.5}"#, false),
    (#"{"int32Value": 2147483648}"#, false), (#"{"int32Value": -2147483648}"#, true),
    (#"{"int32Value": "x"}"#, false), (#"{"int32Value": ""}"#, false),
    (#"{"int32Value": null}"#, true), (#"{"int32Value": true}"#, false),
    (#"{"int32Value": 07}"#, false), (#"{"int32Value": +7}"#, false),
    (#"{"uint32Value": -1}"#, false), (#"{"uint32Value": 4294967295}"#, true),
    (#"{"uint64Value": 18446744073709551615}"#, true),
    (#"{"uint64Value": "18446744073709551615"}"#, true),
    (#"{"uint64Value": "18446744073709551616"}"#, false),
    (#"{"int64Value": "-9223372036854775808"}"#, true),
    (#"{"int64Value": "9223372036854775808"}"#, false),
    (#"{"sint64Value": -5, "sint32Value": -6, "sfixed64Value": -7, "fixed32Value": 8}"#, true),
    (#"{"nothing": 1}"#, false), (#"{"int32Value": 1, "int32Value": 2}"#, false),
    (#"{"doubleValue": 1.5e300}"#, true), (#"{"doubleValue": "NaN"}"#, true),
    (#"{"doubleValue": "-Infinity"}"#, true), (#"{"doubleValue": 1e400}"#, false),
    (#"{"floatValue": 1e39}"#, false), (#"{"floatValue": 0.1}"#, true),
    (#"{"boolValue": true}"#, true), (#"{"boolValue": "true"}"#, false),
    (#"{"boolValue": 1}"#, false), (#"{"stringValue": 5}"#, false),
    (#"{"stringValue": "\u00df\ud83d\ude42\n\/\\"}"#, true),
    (#"{"stringValue": "\x"}"#, false), (#"{"stringValue": "open}"#, false),
    (#"{"bytesValue": "AQI="}"#, true), (#"{"bytesValue": "AQI"}"#, true),
    (#"{"bytesValue": "-_8="}"#, true), (#"{"bytesValue": "A"}"#, false),
    (#"{"mood": "MOOD_GOOD"}"#, true), (#"{"mood": "MOOD_FINE"}"#, true),
    (#"{"mood": -3}"#, true), (#"{"mood": 12345}"#, true), (#"{"mood": "MOOD_ODD"}"#, false),
    (#"{"child": {"name": "a"}}"#, true), (#"{"child": {"nam": "a"}}"#, false),
    (#"{"child": 5}"#, false), (#"{"child": null}"#, true),
    (#"{"int32s": [1, "2", 3.0]}"#, true), (#"{"int32s": [null]}"#, false),
    (#"{"int32s": 1}"#, false), (#"{"int32s": null}"#, true), (#"{"int32s": [1,]}"#, false),
    (#"{"children": [{}, {"amountMinor": "5"}]}"#, true), (#"{"children": [null]}"#, false),
    (#"{"choiceBool": true, "choiceString": "a"}"#, false),
    (#"{"choiceBool": true, "choiceString": null}"#, true),
    (#"{"maybeInt32": 0, "maybeString": ""}"#, true),
    (#"{"stringByString": {"a": "b"}}"#, true), (#"{"stringByString": {"a": null}}"#, false),
    (#"{"stringByString": []}"#, false), (#"{"stringByBool": {"true": "x"}}"#, true),
    (#"{"stringByBool": {"yes": "x"}}"#, false), (#"{"doubleByInt32": {"-5": 1}}"#, true),
    (#"{"doubleByInt32": {"x": 1}}"#, false), (#"{"moodBySint64": {"1": "MOOD_BAD"}}"#, true),
    (#"{"created": "2026-11-21T09:30:00Z"}"#, true),
    (#"{"created": "2026-11-21T09:30:00.123456789+02:00"}"#, true),
    (#"{"created": "0001-01-01T00:00:00Z"}"#, true),
    (#"{"created": "9999-12-31T23:59:59.999999999Z"}"#, true),
    (#"{"created": "2026-02-29T00:00:00Z"}"#, false), (#"{"created": "2026-11-21"}"#, false),
    (#"{"created": "2026-13-01T00:00:00Z"}"#, false), (#"{"created": 5}"#, false),
    (#"{"created": "0000-01-01T00:00:00Z"}"#, false),
    (#"{"lifetime": "1.5s"}"#, true), (#"{"lifetime": "-0.000000001s"}"#, true),
    (#"{"lifetime": "315576000001s"}"#, false), (#"{"lifetime": "1.5"}"#, false),
    (#"{"structure": {"a": [1, "b", null, {"c": true}]}}"#, true), (#"{"structure": []}"#, false),
    (#"{"wrapped": "a", "wrappedFloat": 0.5}"#, true), (#"{"wrapped": null}"#, true),
    (
      #"{"anything": {"@type": "type.googleapis.com/google.protobuf.Duration", "value": "1s"}}"#,
      true
    ),
    (#"{"anything": {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "A"}}"#, true),
    (#"{"anything": {"@type": "type.googleapis.com/unknown.Type"}}"#, false),
    (#"{"anything": {"reason": "A"}}"#, false), (#"{"anything": {}}"#, true),
  ]

  @Test("the official reader takes and refuses the same texts")
  func sameVerdicts() throws {
    let judge = try Judge()
    var records: [[[UInt8]]] = []
    for (text, isTaken) in Self.texts {
      var read: [UInt8]?
      do {
        let json = try JSONValue(text: Array(text.utf8))
        read = try Everything(json: json, Judge.schema).wireBytes
      } catch let error as WireError {
        #expect(!error.reason.isEmpty)
      } catch let error as JSONSyntaxError {
        #expect(!error.reason.isEmpty)
      }
      #expect((read != nil) == isTaken, "\(text)")
      let verdict = read == nil ? "refused" : "taken"
      records.append([
        Array(Everything.fullName.utf8), Array(text.utf8), Array(verdict.utf8), read ?? [],
      ])
    }
    try judge.judge("texts", records)
  }
}
