// Generated from paylyt/test/v1/everything.proto by protoc-gen-paylyt. Do not edit.

import CStandardAPI
import CTestAPI
public import PayLytRPC
public import StandardAPI

/// All scalars, each way a field can be.
public struct Everything: WireMessage {
  public var doubleValue: Double = 0
  public var floatValue: Float = 0
  public var int32Value: Int32 = 0
  public var int64Value: Int64 = 0
  public var uint32Value: UInt32 = 0
  public var uint64Value: UInt64 = 0
  public var sint32Value: Int32 = 0
  public var sint64Value: Int64 = 0
  public var fixed32Value: UInt32 = 0
  public var fixed64Value: UInt64 = 0
  public var sfixed32Value: Int32 = 0
  public var sfixed64Value: Int64 = 0
  public var boolValue: Bool = false
  public var stringValue: String = ""
  public var bytesValue: [UInt8] = []
  public var mood: Everything.Mood = .unspecified
  public var child: Everything.Child? = nil
  public var maybeDouble: Double? = nil
  public var maybeFloat: Float? = nil
  public var maybeInt32: Int32? = nil
  public var maybeInt64: Int64? = nil
  public var maybeUint32: UInt32? = nil
  public var maybeUint64: UInt64? = nil
  public var maybeSint32: Int32? = nil
  public var maybeSint64: Int64? = nil
  public var maybeFixed32: UInt32? = nil
  public var maybeFixed64: UInt64? = nil
  public var maybeSfixed32: Int32? = nil
  public var maybeSfixed64: Int64? = nil
  public var maybeBool: Bool? = nil
  public var maybeString: String? = nil
  public var maybeBytes: [UInt8]? = nil
  public var maybeMood: Everything.Mood? = nil
  public var maybeChild: Everything.Child? = nil
  public var doubles: [Double] = []
  public var floats: [Float] = []
  public var int32s: [Int32] = []
  public var int64s: [Int64] = []
  public var uint32s: [UInt32] = []
  public var uint64s: [UInt64] = []
  public var sint32s: [Int32] = []
  public var sint64s: [Int64] = []
  public var fixed32s: [UInt32] = []
  public var fixed64s: [UInt64] = []
  public var sfixed32s: [Int32] = []
  public var sfixed64s: [Int64] = []
  public var bools: [Bool] = []
  public var strings: [String] = []
  public var chunks: [[UInt8]] = []
  public var moods: [Everything.Mood] = []
  public var children: [Everything.Child] = []
  public var unpackedInt32s: [Int32] = []
  public var unpackedFixed64s: [UInt64] = []
  public var unpackedBools: [Bool] = []
  public var unpackedMoods: [Everything.Mood] = []
  /// Exactly one of these, or none.
  public var choice: ChoiceOneof? = nil
  public var second: SecondOneof? = nil
  public var stringByString: [String: String] = [:]
  public var doubleByInt32: [Int32: Double] = [:]
  public var floatByInt64: [Int64: Float] = [:]
  public var boolByUint32: [UInt32: Bool] = [:]
  public var bytesByUint64: [UInt64: [UInt8]] = [:]
  public var sint64BySint32: [Int32: Int64] = [:]
  public var moodBySint64: [Int64: Everything.Mood] = [:]
  public var childByFixed32: [UInt32: Everything.Child] = [:]
  public var fixed64ByFixed64: [UInt64: UInt64] = [:]
  public var stringBySfixed32: [Int32: String] = [:]
  public var int32BySfixed64: [Int64: Int32] = [:]
  public var stringByBool: [Bool: String] = [:]
  public var timeByString: [String: StandardAPI.ProtoTimestamp] = [:]
  public var created: StandardAPI.ProtoTimestamp? = nil
  public var lifetime: StandardAPI.ProtoDuration? = nil
  public var anything: StandardAPI.ProtoAny? = nil
  public var structure: StandardAPI.ProtoStruct? = nil
  public var wrapped: StandardAPI.ProtoStringValue? = nil
  public var wrappedFloat: StandardAPI.ProtoFloatValue? = nil
  public var other: OtherEverything? = nil
  public var color: OtherColor = .unspecified
  /// A number far from the others.
  public var last: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum Mood: WireEnum {
    case unspecified
    /// All is well.
    case good
    case bad
    case max
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public static var fine: Self { .good }

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .good
      case -3: self = .bad
      case 2147483647: self = .max
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .good: 1
      case .bad: -3
      case .max: 2147483647
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .good, .bad, .max] }
  }

  /// Exactly one of these, or none.
  public enum ChoiceOneof: Sendable, Equatable {
    case choiceDouble(Double)
    case choiceFloat(Float)
    case choiceInt32(Int32)
    case choiceSint64(Int64)
    case choiceFixed32(UInt32)
    case choiceBool(Bool)
    case choiceString(String)
    case choiceBytes([UInt8])
    case choiceMood(Everything.Mood)
    case choiceChild(Everything.Child)
    case choiceTime(StandardAPI.ProtoTimestamp)
  }

  public enum SecondOneof: Sendable, Equatable {
    case secondString(String)
    case secondUint64(UInt64)
  }

  public struct Child: WireMessage {
    public var name: String = ""
    public var amountMinor: Int64 = 0
    /// Fields that the proto of this build does not know, sent on unchanged.
    public var unknownFields: UnknownFields
  }
}

/// Holds itself in every way.
public struct Tree: WireMessage {
  public var value: Int32 = 0
  public var left: Tree? {
    get { _left?.message }
    set { _left = newValue.map(Boxed.init) }
  }
  private var _left: Boxed<Tree>?
  public var right: Tree? {
    get { _right?.message }
    set { _right = newValue.map(Boxed.init) }
  }
  private var _right: Boxed<Tree>?
  public var children: [Tree] = []
  public var byName: [String: Tree] = [:]
  public var also: AlsoOneof? = nil
  public var forest: Forest? {
    get { _forest?.message }
    set { _forest = newValue.map(Boxed.init) }
  }
  private var _forest: Boxed<Forest>?
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public indirect enum AlsoOneof: Sendable, Equatable {
    case branch(Tree)
    case leaf(String)
  }
}

/// Holds itself through another message.
public struct Forest: WireMessage {
  public var first: Tree? {
    get { _first?.message }
    set { _first = newValue.map(Boxed.init) }
  }
  private var _first: Boxed<Tree>?
  public var neighbours: [Forest] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// A newer version of `Old`: what `Old` does not know, it must keep.
public struct New: WireMessage {
  public var name: String = ""
  public var amount: Int64 = 0
  public var tags: [String] = []
  public var inner: New? {
    get { _inner?.message }
    set { _inner = newValue.map(Boxed.init) }
  }
  private var _inner: Boxed<New>?
  public var small: UInt32 = 0
  public var large: UInt64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct Old: WireMessage {
  public var name: String = ""
  public var inner: Old? {
    get { _inner?.message }
    set { _inner = newValue.map(Boxed.init) }
  }
  private var _inner: Boxed<Old>?
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct Nothing: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension Everything {
  public static let fullName = "paylyt.test.v1.Everything"
  public static let wireLayout = unsafe WireLayout(paylyt__test__v1__everything__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    doubleValue: Double = 0,
    floatValue: Float = 0,
    int32Value: Int32 = 0,
    int64Value: Int64 = 0,
    uint32Value: UInt32 = 0,
    uint64Value: UInt64 = 0,
    sint32Value: Int32 = 0,
    sint64Value: Int64 = 0,
    fixed32Value: UInt32 = 0,
    fixed64Value: UInt64 = 0,
    sfixed32Value: Int32 = 0,
    sfixed64Value: Int64 = 0,
    boolValue: Bool = false,
    stringValue: String = "",
    bytesValue: [UInt8] = [],
    mood: Everything.Mood = .unspecified,
    child: Everything.Child? = nil,
    maybeDouble: Double? = nil,
    maybeFloat: Float? = nil,
    maybeInt32: Int32? = nil,
    maybeInt64: Int64? = nil,
    maybeUint32: UInt32? = nil,
    maybeUint64: UInt64? = nil,
    maybeSint32: Int32? = nil,
    maybeSint64: Int64? = nil,
    maybeFixed32: UInt32? = nil,
    maybeFixed64: UInt64? = nil,
    maybeSfixed32: Int32? = nil,
    maybeSfixed64: Int64? = nil,
    maybeBool: Bool? = nil,
    maybeString: String? = nil,
    maybeBytes: [UInt8]? = nil,
    maybeMood: Everything.Mood? = nil,
    maybeChild: Everything.Child? = nil,
    doubles: [Double] = [],
    floats: [Float] = [],
    int32s: [Int32] = [],
    int64s: [Int64] = [],
    uint32s: [UInt32] = [],
    uint64s: [UInt64] = [],
    sint32s: [Int32] = [],
    sint64s: [Int64] = [],
    fixed32s: [UInt32] = [],
    fixed64s: [UInt64] = [],
    sfixed32s: [Int32] = [],
    sfixed64s: [Int64] = [],
    bools: [Bool] = [],
    strings: [String] = [],
    chunks: [[UInt8]] = [],
    moods: [Everything.Mood] = [],
    children: [Everything.Child] = [],
    unpackedInt32s: [Int32] = [],
    unpackedFixed64s: [UInt64] = [],
    unpackedBools: [Bool] = [],
    unpackedMoods: [Everything.Mood] = [],
    choice: ChoiceOneof? = nil,
    second: SecondOneof? = nil,
    stringByString: [String: String] = [:],
    doubleByInt32: [Int32: Double] = [:],
    floatByInt64: [Int64: Float] = [:],
    boolByUint32: [UInt32: Bool] = [:],
    bytesByUint64: [UInt64: [UInt8]] = [:],
    sint64BySint32: [Int32: Int64] = [:],
    moodBySint64: [Int64: Everything.Mood] = [:],
    childByFixed32: [UInt32: Everything.Child] = [:],
    fixed64ByFixed64: [UInt64: UInt64] = [:],
    stringBySfixed32: [Int32: String] = [:],
    int32BySfixed64: [Int64: Int32] = [:],
    stringByBool: [Bool: String] = [:],
    timeByString: [String: StandardAPI.ProtoTimestamp] = [:],
    created: StandardAPI.ProtoTimestamp? = nil,
    lifetime: StandardAPI.ProtoDuration? = nil,
    anything: StandardAPI.ProtoAny? = nil,
    structure: StandardAPI.ProtoStruct? = nil,
    wrapped: StandardAPI.ProtoStringValue? = nil,
    wrappedFloat: StandardAPI.ProtoFloatValue? = nil,
    other: OtherEverything? = nil,
    color: OtherColor = .unspecified,
    last: String = ""
  ) {
    self.init(
      doubleValue: doubleValue,
      floatValue: floatValue,
      int32Value: int32Value,
      int64Value: int64Value,
      uint32Value: uint32Value,
      uint64Value: uint64Value,
      sint32Value: sint32Value,
      sint64Value: sint64Value,
      fixed32Value: fixed32Value,
      fixed64Value: fixed64Value,
      sfixed32Value: sfixed32Value,
      sfixed64Value: sfixed64Value,
      boolValue: boolValue,
      stringValue: stringValue,
      bytesValue: bytesValue,
      mood: mood,
      child: child,
      maybeDouble: maybeDouble,
      maybeFloat: maybeFloat,
      maybeInt32: maybeInt32,
      maybeInt64: maybeInt64,
      maybeUint32: maybeUint32,
      maybeUint64: maybeUint64,
      maybeSint32: maybeSint32,
      maybeSint64: maybeSint64,
      maybeFixed32: maybeFixed32,
      maybeFixed64: maybeFixed64,
      maybeSfixed32: maybeSfixed32,
      maybeSfixed64: maybeSfixed64,
      maybeBool: maybeBool,
      maybeString: maybeString,
      maybeBytes: maybeBytes,
      maybeMood: maybeMood,
      maybeChild: maybeChild,
      doubles: doubles,
      floats: floats,
      int32s: int32s,
      int64s: int64s,
      uint32s: uint32s,
      uint64s: uint64s,
      sint32s: sint32s,
      sint64s: sint64s,
      fixed32s: fixed32s,
      fixed64s: fixed64s,
      sfixed32s: sfixed32s,
      sfixed64s: sfixed64s,
      bools: bools,
      strings: strings,
      chunks: chunks,
      moods: moods,
      children: children,
      unpackedInt32s: unpackedInt32s,
      unpackedFixed64s: unpackedFixed64s,
      unpackedBools: unpackedBools,
      unpackedMoods: unpackedMoods,
      choice: choice,
      second: second,
      stringByString: stringByString,
      doubleByInt32: doubleByInt32,
      floatByInt64: floatByInt64,
      boolByUint32: boolByUint32,
      bytesByUint64: bytesByUint64,
      sint64BySint32: sint64BySint32,
      moodBySint64: moodBySint64,
      childByFixed32: childByFixed32,
      fixed64ByFixed64: fixed64ByFixed64,
      stringBySfixed32: stringBySfixed32,
      int32BySfixed64: int32BySfixed64,
      stringByBool: stringByBool,
      timeByString: timeByString,
      created: created,
      lifetime: lifetime,
      anything: anything,
      structure: structure,
      wrapped: wrapped,
      wrappedFloat: wrappedFloat,
      other: other,
      color: color,
      last: last,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Test__V1__Everything.self)
    let doubleValue: Double = unsafe _c.pointee.double_value
    let floatValue: Float = unsafe _c.pointee.float_value
    let int32Value: Int32 = unsafe _c.pointee.int32_value
    let int64Value: Int64 = unsafe _c.pointee.int64_value
    let uint32Value: UInt32 = unsafe _c.pointee.uint32_value
    let uint64Value: UInt64 = unsafe _c.pointee.uint64_value
    let sint32Value: Int32 = unsafe _c.pointee.sint32_value
    let sint64Value: Int64 = unsafe _c.pointee.sint64_value
    let fixed32Value: UInt32 = unsafe _c.pointee.fixed32_value
    let fixed64Value: UInt64 = unsafe _c.pointee.fixed64_value
    let sfixed32Value: Int32 = unsafe _c.pointee.sfixed32_value
    let sfixed64Value: Int64 = unsafe _c.pointee.sfixed64_value
    let boolValue: Bool = unsafe _c.pointee.bool_value != 0
    let stringValue: String = unsafe Wire.string(_c.pointee.string_value)
    let bytesValue: [UInt8] = unsafe Wire.array(_c.pointee.bytes_value.data, _c.pointee.bytes_value.len)
    let mood: Everything.Mood = unsafe Everything.Mood(rawValue: _c.pointee.mood)
    let child: Everything.Child? = unsafe Wire.messageIfPresent(_c.pointee.child)
    let maybeDouble: Double? = unsafe _c.pointee._maybe_double_case.rawValue == 0 ? nil : _c.pointee.maybe_double
    let maybeFloat: Float? = unsafe _c.pointee._maybe_float_case.rawValue == 0 ? nil : _c.pointee.maybe_float
    let maybeInt32: Int32? = unsafe _c.pointee._maybe_int32_case.rawValue == 0 ? nil : _c.pointee.maybe_int32
    let maybeInt64: Int64? = unsafe _c.pointee._maybe_int64_case.rawValue == 0 ? nil : _c.pointee.maybe_int64
    let maybeUint32: UInt32? = unsafe _c.pointee._maybe_uint32_case.rawValue == 0 ? nil : _c.pointee.maybe_uint32
    let maybeUint64: UInt64? = unsafe _c.pointee._maybe_uint64_case.rawValue == 0 ? nil : _c.pointee.maybe_uint64
    let maybeSint32: Int32? = unsafe _c.pointee._maybe_sint32_case.rawValue == 0 ? nil : _c.pointee.maybe_sint32
    let maybeSint64: Int64? = unsafe _c.pointee._maybe_sint64_case.rawValue == 0 ? nil : _c.pointee.maybe_sint64
    let maybeFixed32: UInt32? = unsafe _c.pointee._maybe_fixed32_case.rawValue == 0 ? nil : _c.pointee.maybe_fixed32
    let maybeFixed64: UInt64? = unsafe _c.pointee._maybe_fixed64_case.rawValue == 0 ? nil : _c.pointee.maybe_fixed64
    let maybeSfixed32: Int32? = unsafe _c.pointee._maybe_sfixed32_case.rawValue == 0 ? nil : _c.pointee.maybe_sfixed32
    let maybeSfixed64: Int64? = unsafe _c.pointee._maybe_sfixed64_case.rawValue == 0 ? nil : _c.pointee.maybe_sfixed64
    let maybeBool: Bool? = unsafe _c.pointee._maybe_bool_case.rawValue == 0 ? nil : _c.pointee.maybe_bool != 0
    let maybeString: String? = unsafe _c.pointee._maybe_string_case.rawValue == 0 ? nil : Wire.string(_c.pointee.maybe_string)
    let maybeBytes: [UInt8]? = unsafe _c.pointee._maybe_bytes_case.rawValue == 0 ? nil : Wire.array(_c.pointee.maybe_bytes.data, _c.pointee.maybe_bytes.len)
    let maybeMood: Everything.Mood? = unsafe _c.pointee._maybe_mood_case.rawValue == 0 ? nil : Everything.Mood(rawValue: _c.pointee.maybe_mood)
    let maybeChild: Everything.Child? = unsafe Wire.messageIfPresent(_c.pointee.maybe_child)
    let doubles: [Double] = unsafe Wire.array(_c.pointee.doubles, _c.pointee.n_doubles)
    let floats: [Float] = unsafe Wire.array(_c.pointee.floats, _c.pointee.n_floats)
    let int32s: [Int32] = unsafe Wire.array(_c.pointee.int32s, _c.pointee.n_int32s)
    let int64s: [Int64] = unsafe Wire.array(_c.pointee.int64s, _c.pointee.n_int64s)
    let uint32s: [UInt32] = unsafe Wire.array(_c.pointee.uint32s, _c.pointee.n_uint32s)
    let uint64s: [UInt64] = unsafe Wire.array(_c.pointee.uint64s, _c.pointee.n_uint64s)
    let sint32s: [Int32] = unsafe Wire.array(_c.pointee.sint32s, _c.pointee.n_sint32s)
    let sint64s: [Int64] = unsafe Wire.array(_c.pointee.sint64s, _c.pointee.n_sint64s)
    let fixed32s: [UInt32] = unsafe Wire.array(_c.pointee.fixed32s, _c.pointee.n_fixed32s)
    let fixed64s: [UInt64] = unsafe Wire.array(_c.pointee.fixed64s, _c.pointee.n_fixed64s)
    let sfixed32s: [Int32] = unsafe Wire.array(_c.pointee.sfixed32s, _c.pointee.n_sfixed32s)
    let sfixed64s: [Int64] = unsafe Wire.array(_c.pointee.sfixed64s, _c.pointee.n_sfixed64s)
    let bools: [Bool] = unsafe Wire.array(_c.pointee.bools, _c.pointee.n_bools) { $0 != 0 }
    let strings: [String] = unsafe Wire.array(_c.pointee.strings, _c.pointee.n_strings) { unsafe Wire.string($0) }
    let chunks: [[UInt8]] = unsafe Wire.array(_c.pointee.chunks, _c.pointee.n_chunks) { unsafe Wire.array($0.data, $0.len) }
    let moods: [Everything.Mood] = unsafe Wire.array(_c.pointee.moods, _c.pointee.n_moods) { Everything.Mood(rawValue: $0) }
    let children: [Everything.Child] = unsafe Wire.array(_c.pointee.children, _c.pointee.n_children) { unsafe Wire.message($0) }
    let unpackedInt32s: [Int32] = unsafe Wire.array(_c.pointee.unpacked_int32s, _c.pointee.n_unpacked_int32s)
    let unpackedFixed64s: [UInt64] = unsafe Wire.array(_c.pointee.unpacked_fixed64s, _c.pointee.n_unpacked_fixed64s)
    let unpackedBools: [Bool] = unsafe Wire.array(_c.pointee.unpacked_bools, _c.pointee.n_unpacked_bools) { $0 != 0 }
    let unpackedMoods: [Everything.Mood] = unsafe Wire.array(_c.pointee.unpacked_moods, _c.pointee.n_unpacked_moods) { Everything.Mood(rawValue: $0) }
    let choice: ChoiceOneof?
    switch unsafe _c.pointee.choice_case.rawValue {
    case 71:
      choice = unsafe .choiceDouble(_c.pointee.choice_double)
    case 72:
      choice = unsafe .choiceFloat(_c.pointee.choice_float)
    case 73:
      choice = unsafe .choiceInt32(_c.pointee.choice_int32)
    case 74:
      choice = unsafe .choiceSint64(_c.pointee.choice_sint64)
    case 75:
      choice = unsafe .choiceFixed32(_c.pointee.choice_fixed32)
    case 76:
      choice = unsafe .choiceBool(_c.pointee.choice_bool != 0)
    case 77:
      choice = unsafe .choiceString(Wire.string(_c.pointee.choice_string))
    case 78:
      choice = unsafe .choiceBytes(Wire.array(_c.pointee.choice_bytes.data, _c.pointee.choice_bytes.len))
    case 79:
      choice = unsafe .choiceMood(Everything.Mood(rawValue: _c.pointee.choice_mood))
    case 80:
      choice = unsafe .choiceChild(Wire.message(_c.pointee.choice_child))
    case 81:
      choice = unsafe .choiceTime(Wire.message(_c.pointee.choice_time))
    default: choice = nil
    }
    let second: SecondOneof?
    switch unsafe _c.pointee.second_case.rawValue {
    case 82:
      second = unsafe .secondString(Wire.string(_c.pointee.second_string))
    case 83:
      second = unsafe .secondUint64(_c.pointee.second_uint64)
    default: second = nil
    }
    let stringByString: [String: String] = unsafe Wire.dictionary(_c.pointee.string_by_string, _c.pointee.n_string_by_string) {
      unsafe (Wire.string($0.key), Wire.string($0.value))
    }
    let doubleByInt32: [Int32: Double] = unsafe Wire.dictionary(_c.pointee.double_by_int32, _c.pointee.n_double_by_int32) {
      unsafe ($0.key, $0.value)
    }
    let floatByInt64: [Int64: Float] = unsafe Wire.dictionary(_c.pointee.float_by_int64, _c.pointee.n_float_by_int64) {
      unsafe ($0.key, $0.value)
    }
    let boolByUint32: [UInt32: Bool] = unsafe Wire.dictionary(_c.pointee.bool_by_uint32, _c.pointee.n_bool_by_uint32) {
      unsafe ($0.key, $0.value != 0)
    }
    let bytesByUint64: [UInt64: [UInt8]] = unsafe Wire.dictionary(_c.pointee.bytes_by_uint64, _c.pointee.n_bytes_by_uint64) {
      unsafe ($0.key, Wire.array($0.value.data, $0.value.len))
    }
    let sint64BySint32: [Int32: Int64] = unsafe Wire.dictionary(_c.pointee.sint64_by_sint32, _c.pointee.n_sint64_by_sint32) {
      unsafe ($0.key, $0.value)
    }
    let moodBySint64: [Int64: Everything.Mood] = unsafe Wire.dictionary(_c.pointee.mood_by_sint64, _c.pointee.n_mood_by_sint64) {
      unsafe ($0.key, Everything.Mood(rawValue: $0.value))
    }
    let childByFixed32: [UInt32: Everything.Child] = unsafe Wire.dictionary(_c.pointee.child_by_fixed32, _c.pointee.n_child_by_fixed32) {
      unsafe ($0.key, Wire.message($0.value))
    }
    let fixed64ByFixed64: [UInt64: UInt64] = unsafe Wire.dictionary(_c.pointee.fixed64_by_fixed64, _c.pointee.n_fixed64_by_fixed64) {
      unsafe ($0.key, $0.value)
    }
    let stringBySfixed32: [Int32: String] = unsafe Wire.dictionary(_c.pointee.string_by_sfixed32, _c.pointee.n_string_by_sfixed32) {
      unsafe ($0.key, Wire.string($0.value))
    }
    let int32BySfixed64: [Int64: Int32] = unsafe Wire.dictionary(_c.pointee.int32_by_sfixed64, _c.pointee.n_int32_by_sfixed64) {
      unsafe ($0.key, $0.value)
    }
    let stringByBool: [Bool: String] = unsafe Wire.dictionary(_c.pointee.string_by_bool, _c.pointee.n_string_by_bool) {
      unsafe ($0.key != 0, Wire.string($0.value))
    }
    let timeByString: [String: StandardAPI.ProtoTimestamp] = unsafe Wire.dictionary(_c.pointee.time_by_string, _c.pointee.n_time_by_string) {
      unsafe (Wire.string($0.key), Wire.message($0.value))
    }
    let created: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.created)
    let lifetime: StandardAPI.ProtoDuration? = unsafe Wire.messageIfPresent(_c.pointee.lifetime)
    let anything: StandardAPI.ProtoAny? = unsafe Wire.messageIfPresent(_c.pointee.anything)
    let structure: StandardAPI.ProtoStruct? = unsafe Wire.messageIfPresent(_c.pointee.structure)
    let wrapped: StandardAPI.ProtoStringValue? = unsafe Wire.messageIfPresent(_c.pointee.wrapped)
    let wrappedFloat: StandardAPI.ProtoFloatValue? = unsafe Wire.messageIfPresent(_c.pointee.wrapped_float)
    let other: OtherEverything? = unsafe Wire.messageIfPresent(_c.pointee.other)
    let color: OtherColor = unsafe OtherColor(rawValue: _c.pointee.color)
    let last: String = unsafe Wire.string(_c.pointee.last)
    unsafe self.init(
      doubleValue: doubleValue,
      floatValue: floatValue,
      int32Value: int32Value,
      int64Value: int64Value,
      uint32Value: uint32Value,
      uint64Value: uint64Value,
      sint32Value: sint32Value,
      sint64Value: sint64Value,
      fixed32Value: fixed32Value,
      fixed64Value: fixed64Value,
      sfixed32Value: sfixed32Value,
      sfixed64Value: sfixed64Value,
      boolValue: boolValue,
      stringValue: stringValue,
      bytesValue: bytesValue,
      mood: mood,
      child: child,
      maybeDouble: maybeDouble,
      maybeFloat: maybeFloat,
      maybeInt32: maybeInt32,
      maybeInt64: maybeInt64,
      maybeUint32: maybeUint32,
      maybeUint64: maybeUint64,
      maybeSint32: maybeSint32,
      maybeSint64: maybeSint64,
      maybeFixed32: maybeFixed32,
      maybeFixed64: maybeFixed64,
      maybeSfixed32: maybeSfixed32,
      maybeSfixed64: maybeSfixed64,
      maybeBool: maybeBool,
      maybeString: maybeString,
      maybeBytes: maybeBytes,
      maybeMood: maybeMood,
      maybeChild: maybeChild,
      doubles: doubles,
      floats: floats,
      int32s: int32s,
      int64s: int64s,
      uint32s: uint32s,
      uint64s: uint64s,
      sint32s: sint32s,
      sint64s: sint64s,
      fixed32s: fixed32s,
      fixed64s: fixed64s,
      sfixed32s: sfixed32s,
      sfixed64s: sfixed64s,
      bools: bools,
      strings: strings,
      chunks: chunks,
      moods: moods,
      children: children,
      unpackedInt32s: unpackedInt32s,
      unpackedFixed64s: unpackedFixed64s,
      unpackedBools: unpackedBools,
      unpackedMoods: unpackedMoods,
      choice: choice,
      second: second,
      stringByString: stringByString,
      doubleByInt32: doubleByInt32,
      floatByInt64: floatByInt64,
      boolByUint32: boolByUint32,
      bytesByUint64: bytesByUint64,
      sint64BySint32: sint64BySint32,
      moodBySint64: moodBySint64,
      childByFixed32: childByFixed32,
      fixed64ByFixed64: fixed64ByFixed64,
      stringBySfixed32: stringBySfixed32,
      int32BySfixed64: int32BySfixed64,
      stringByBool: stringByBool,
      timeByString: timeByString,
      created: created,
      lifetime: lifetime,
      anything: anything,
      structure: structure,
      wrapped: wrapped,
      wrappedFloat: wrappedFloat,
      other: other,
      color: color,
      last: last,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__test__v1__everything__init, keeping: self.unknownFields)
    if self.doubleValue.bitPattern != 0 {
      unsafe c.pointee._double_value_case = .init(rawValue: 1)
      unsafe c.pointee.double_value = self.doubleValue
    }
    if self.floatValue.bitPattern != 0 {
      unsafe c.pointee._float_value_case = .init(rawValue: 2)
      unsafe c.pointee.float_value = self.floatValue
    }
    unsafe c.pointee.int32_value = self.int32Value
    unsafe c.pointee.int64_value = self.int64Value
    unsafe c.pointee.uint32_value = self.uint32Value
    unsafe c.pointee.uint64_value = self.uint64Value
    unsafe c.pointee.sint32_value = self.sint32Value
    unsafe c.pointee.sint64_value = self.sint64Value
    unsafe c.pointee.fixed32_value = self.fixed32Value
    unsafe c.pointee.fixed64_value = self.fixed64Value
    unsafe c.pointee.sfixed32_value = self.sfixed32Value
    unsafe c.pointee.sfixed64_value = self.sfixed64Value
    unsafe c.pointee.bool_value = self.boolValue ? 1 : 0
    unsafe c.pointee.string_value = arena.string(self.stringValue)
    unsafe c.pointee.bytes_value = .init(len: self.bytesValue.count, data: arena.array(self.bytesValue))
    unsafe c.pointee.mood = self.mood.rawValue
    unsafe c.pointee.child = arena.messageIfPresent(self.child)
    if let value = self.maybeDouble {
      unsafe c.pointee._maybe_double_case = .init(rawValue: 21)
      unsafe c.pointee.maybe_double = value
    }
    if let value = self.maybeFloat {
      unsafe c.pointee._maybe_float_case = .init(rawValue: 22)
      unsafe c.pointee.maybe_float = value
    }
    if let value = self.maybeInt32 {
      unsafe c.pointee._maybe_int32_case = .init(rawValue: 23)
      unsafe c.pointee.maybe_int32 = value
    }
    if let value = self.maybeInt64 {
      unsafe c.pointee._maybe_int64_case = .init(rawValue: 24)
      unsafe c.pointee.maybe_int64 = value
    }
    if let value = self.maybeUint32 {
      unsafe c.pointee._maybe_uint32_case = .init(rawValue: 25)
      unsafe c.pointee.maybe_uint32 = value
    }
    if let value = self.maybeUint64 {
      unsafe c.pointee._maybe_uint64_case = .init(rawValue: 26)
      unsafe c.pointee.maybe_uint64 = value
    }
    if let value = self.maybeSint32 {
      unsafe c.pointee._maybe_sint32_case = .init(rawValue: 27)
      unsafe c.pointee.maybe_sint32 = value
    }
    if let value = self.maybeSint64 {
      unsafe c.pointee._maybe_sint64_case = .init(rawValue: 28)
      unsafe c.pointee.maybe_sint64 = value
    }
    if let value = self.maybeFixed32 {
      unsafe c.pointee._maybe_fixed32_case = .init(rawValue: 29)
      unsafe c.pointee.maybe_fixed32 = value
    }
    if let value = self.maybeFixed64 {
      unsafe c.pointee._maybe_fixed64_case = .init(rawValue: 30)
      unsafe c.pointee.maybe_fixed64 = value
    }
    if let value = self.maybeSfixed32 {
      unsafe c.pointee._maybe_sfixed32_case = .init(rawValue: 31)
      unsafe c.pointee.maybe_sfixed32 = value
    }
    if let value = self.maybeSfixed64 {
      unsafe c.pointee._maybe_sfixed64_case = .init(rawValue: 32)
      unsafe c.pointee.maybe_sfixed64 = value
    }
    if let value = self.maybeBool {
      unsafe c.pointee._maybe_bool_case = .init(rawValue: 33)
      unsafe c.pointee.maybe_bool = value ? 1 : 0
    }
    if let value = self.maybeString {
      unsafe c.pointee._maybe_string_case = .init(rawValue: 34)
      unsafe c.pointee.maybe_string = arena.string(value)
    }
    if let value = self.maybeBytes {
      unsafe c.pointee._maybe_bytes_case = .init(rawValue: 35)
      unsafe c.pointee.maybe_bytes = .init(len: value.count, data: arena.array(value))
    }
    if let value = self.maybeMood {
      unsafe c.pointee._maybe_mood_case = .init(rawValue: 36)
      unsafe c.pointee.maybe_mood = value.rawValue
    }
    unsafe c.pointee.maybe_child = arena.messageIfPresent(self.maybeChild)
    unsafe c.pointee.doubles = arena.array(self.doubles)
    unsafe c.pointee.n_doubles = self.doubles.count
    unsafe c.pointee.floats = arena.array(self.floats)
    unsafe c.pointee.n_floats = self.floats.count
    unsafe c.pointee.int32s = arena.array(self.int32s)
    unsafe c.pointee.n_int32s = self.int32s.count
    unsafe c.pointee.int64s = arena.array(self.int64s)
    unsafe c.pointee.n_int64s = self.int64s.count
    unsafe c.pointee.uint32s = arena.array(self.uint32s)
    unsafe c.pointee.n_uint32s = self.uint32s.count
    unsafe c.pointee.uint64s = arena.array(self.uint64s)
    unsafe c.pointee.n_uint64s = self.uint64s.count
    unsafe c.pointee.sint32s = arena.array(self.sint32s)
    unsafe c.pointee.n_sint32s = self.sint32s.count
    unsafe c.pointee.sint64s = arena.array(self.sint64s)
    unsafe c.pointee.n_sint64s = self.sint64s.count
    unsafe c.pointee.fixed32s = arena.array(self.fixed32s)
    unsafe c.pointee.n_fixed32s = self.fixed32s.count
    unsafe c.pointee.fixed64s = arena.array(self.fixed64s)
    unsafe c.pointee.n_fixed64s = self.fixed64s.count
    unsafe c.pointee.sfixed32s = arena.array(self.sfixed32s)
    unsafe c.pointee.n_sfixed32s = self.sfixed32s.count
    unsafe c.pointee.sfixed64s = arena.array(self.sfixed64s)
    unsafe c.pointee.n_sfixed64s = self.sfixed64s.count
    unsafe c.pointee.bools = arena.array(self.bools) { $0 ? 1 : 0 }
    unsafe c.pointee.n_bools = self.bools.count
    unsafe c.pointee.strings = arena.array(self.strings) { unsafe arena.string($0) }
    unsafe c.pointee.n_strings = self.strings.count
    unsafe c.pointee.chunks = arena.array(self.chunks) { unsafe .init(len: $0.count, data: arena.array($0)) }
    unsafe c.pointee.n_chunks = self.chunks.count
    unsafe c.pointee.moods = arena.array(self.moods) { $0.rawValue }
    unsafe c.pointee.n_moods = self.moods.count
    unsafe c.pointee.children = arena.array(self.children) { unsafe arena.message($0) }
    unsafe c.pointee.n_children = self.children.count
    unsafe c.pointee.unpacked_int32s = arena.array(self.unpackedInt32s)
    unsafe c.pointee.n_unpacked_int32s = self.unpackedInt32s.count
    unsafe c.pointee.unpacked_fixed64s = arena.array(self.unpackedFixed64s)
    unsafe c.pointee.n_unpacked_fixed64s = self.unpackedFixed64s.count
    unsafe c.pointee.unpacked_bools = arena.array(self.unpackedBools) { $0 ? 1 : 0 }
    unsafe c.pointee.n_unpacked_bools = self.unpackedBools.count
    unsafe c.pointee.unpacked_moods = arena.array(self.unpackedMoods) { $0.rawValue }
    unsafe c.pointee.n_unpacked_moods = self.unpackedMoods.count
    switch self.choice {
    case .choiceDouble(let value)?:
      unsafe c.pointee.choice_case = .init(rawValue: 71)
      unsafe c.pointee.choice_double = value
    case .choiceFloat(let value)?:
      unsafe c.pointee.choice_case = .init(rawValue: 72)
      unsafe c.pointee.choice_float = value
    case .choiceInt32(let value)?:
      unsafe c.pointee.choice_case = .init(rawValue: 73)
      unsafe c.pointee.choice_int32 = value
    case .choiceSint64(let value)?:
      unsafe c.pointee.choice_case = .init(rawValue: 74)
      unsafe c.pointee.choice_sint64 = value
    case .choiceFixed32(let value)?:
      unsafe c.pointee.choice_case = .init(rawValue: 75)
      unsafe c.pointee.choice_fixed32 = value
    case .choiceBool(let value)?:
      unsafe c.pointee.choice_case = .init(rawValue: 76)
      unsafe c.pointee.choice_bool = value ? 1 : 0
    case .choiceString(let value)?:
      unsafe c.pointee.choice_case = .init(rawValue: 77)
      unsafe c.pointee.choice_string = arena.string(value)
    case .choiceBytes(let value)?:
      unsafe c.pointee.choice_case = .init(rawValue: 78)
      unsafe c.pointee.choice_bytes = .init(len: value.count, data: arena.array(value))
    case .choiceMood(let value)?:
      unsafe c.pointee.choice_case = .init(rawValue: 79)
      unsafe c.pointee.choice_mood = value.rawValue
    case .choiceChild(let value)?:
      unsafe c.pointee.choice_case = .init(rawValue: 80)
      unsafe c.pointee.choice_child = arena.message(value)
    case .choiceTime(let value)?:
      unsafe c.pointee.choice_case = .init(rawValue: 81)
      unsafe c.pointee.choice_time = arena.message(value)
    case nil: break
    }
    switch self.second {
    case .secondString(let value)?:
      unsafe c.pointee.second_case = .init(rawValue: 82)
      unsafe c.pointee.second_string = arena.string(value)
    case .secondUint64(let value)?:
      unsafe c.pointee.second_case = .init(rawValue: 83)
      unsafe c.pointee.second_uint64 = value
    case nil: break
    }
    unsafe c.pointee.string_by_string = arena.entries(self.stringByString) { key, value in
      let entry = unsafe arena.make(paylyt__test__v1__everything__string_by_string_entry__init)
      unsafe entry.pointee._key_case = .init(rawValue: 1)
      unsafe entry.pointee.key = arena.string(key)
      unsafe entry.pointee._value_case = .init(rawValue: 2)
      unsafe entry.pointee.value = arena.string(value)
      return unsafe entry
    }
    unsafe c.pointee.n_string_by_string = self.stringByString.count
    unsafe c.pointee.double_by_int32 = arena.entries(self.doubleByInt32) { key, value in
      let entry = unsafe arena.make(paylyt__test__v1__everything__double_by_int32_entry__init)
      unsafe entry.pointee._key_case = .init(rawValue: 1)
      unsafe entry.pointee.key = key
      unsafe entry.pointee._value_case = .init(rawValue: 2)
      unsafe entry.pointee.value = value
      return unsafe entry
    }
    unsafe c.pointee.n_double_by_int32 = self.doubleByInt32.count
    unsafe c.pointee.float_by_int64 = arena.entries(self.floatByInt64) { key, value in
      let entry = unsafe arena.make(paylyt__test__v1__everything__float_by_int64_entry__init)
      unsafe entry.pointee._key_case = .init(rawValue: 1)
      unsafe entry.pointee.key = key
      unsafe entry.pointee._value_case = .init(rawValue: 2)
      unsafe entry.pointee.value = value
      return unsafe entry
    }
    unsafe c.pointee.n_float_by_int64 = self.floatByInt64.count
    unsafe c.pointee.bool_by_uint32 = arena.entries(self.boolByUint32) { key, value in
      let entry = unsafe arena.make(paylyt__test__v1__everything__bool_by_uint32_entry__init)
      unsafe entry.pointee._key_case = .init(rawValue: 1)
      unsafe entry.pointee.key = key
      unsafe entry.pointee._value_case = .init(rawValue: 2)
      unsafe entry.pointee.value = value ? 1 : 0
      return unsafe entry
    }
    unsafe c.pointee.n_bool_by_uint32 = self.boolByUint32.count
    unsafe c.pointee.bytes_by_uint64 = arena.entries(self.bytesByUint64) { key, value in
      let entry = unsafe arena.make(paylyt__test__v1__everything__bytes_by_uint64_entry__init)
      unsafe entry.pointee._key_case = .init(rawValue: 1)
      unsafe entry.pointee.key = key
      unsafe entry.pointee._value_case = .init(rawValue: 2)
      unsafe entry.pointee.value = .init(len: value.count, data: arena.array(value))
      return unsafe entry
    }
    unsafe c.pointee.n_bytes_by_uint64 = self.bytesByUint64.count
    unsafe c.pointee.sint64_by_sint32 = arena.entries(self.sint64BySint32) { key, value in
      let entry = unsafe arena.make(paylyt__test__v1__everything__sint64_by_sint32_entry__init)
      unsafe entry.pointee._key_case = .init(rawValue: 1)
      unsafe entry.pointee.key = key
      unsafe entry.pointee._value_case = .init(rawValue: 2)
      unsafe entry.pointee.value = value
      return unsafe entry
    }
    unsafe c.pointee.n_sint64_by_sint32 = self.sint64BySint32.count
    unsafe c.pointee.mood_by_sint64 = arena.entries(self.moodBySint64) { key, value in
      let entry = unsafe arena.make(paylyt__test__v1__everything__mood_by_sint64_entry__init)
      unsafe entry.pointee._key_case = .init(rawValue: 1)
      unsafe entry.pointee.key = key
      unsafe entry.pointee._value_case = .init(rawValue: 2)
      unsafe entry.pointee.value = value.rawValue
      return unsafe entry
    }
    unsafe c.pointee.n_mood_by_sint64 = self.moodBySint64.count
    unsafe c.pointee.child_by_fixed32 = arena.entries(self.childByFixed32) { key, value in
      let entry = unsafe arena.make(paylyt__test__v1__everything__child_by_fixed32_entry__init)
      unsafe entry.pointee._key_case = .init(rawValue: 1)
      unsafe entry.pointee.key = key
      unsafe entry.pointee.value = arena.message(value)
      return unsafe entry
    }
    unsafe c.pointee.n_child_by_fixed32 = self.childByFixed32.count
    unsafe c.pointee.fixed64_by_fixed64 = arena.entries(self.fixed64ByFixed64) { key, value in
      let entry = unsafe arena.make(paylyt__test__v1__everything__fixed64_by_fixed64_entry__init)
      unsafe entry.pointee._key_case = .init(rawValue: 1)
      unsafe entry.pointee.key = key
      unsafe entry.pointee._value_case = .init(rawValue: 2)
      unsafe entry.pointee.value = value
      return unsafe entry
    }
    unsafe c.pointee.n_fixed64_by_fixed64 = self.fixed64ByFixed64.count
    unsafe c.pointee.string_by_sfixed32 = arena.entries(self.stringBySfixed32) { key, value in
      let entry = unsafe arena.make(paylyt__test__v1__everything__string_by_sfixed32_entry__init)
      unsafe entry.pointee._key_case = .init(rawValue: 1)
      unsafe entry.pointee.key = key
      unsafe entry.pointee._value_case = .init(rawValue: 2)
      unsafe entry.pointee.value = arena.string(value)
      return unsafe entry
    }
    unsafe c.pointee.n_string_by_sfixed32 = self.stringBySfixed32.count
    unsafe c.pointee.int32_by_sfixed64 = arena.entries(self.int32BySfixed64) { key, value in
      let entry = unsafe arena.make(paylyt__test__v1__everything__int32_by_sfixed64_entry__init)
      unsafe entry.pointee._key_case = .init(rawValue: 1)
      unsafe entry.pointee.key = key
      unsafe entry.pointee._value_case = .init(rawValue: 2)
      unsafe entry.pointee.value = value
      return unsafe entry
    }
    unsafe c.pointee.n_int32_by_sfixed64 = self.int32BySfixed64.count
    unsafe c.pointee.string_by_bool = arena.entries(self.stringByBool) { key, value in
      let entry = unsafe arena.make(paylyt__test__v1__everything__string_by_bool_entry__init)
      unsafe entry.pointee._key_case = .init(rawValue: 1)
      unsafe entry.pointee.key = key ? 1 : 0
      unsafe entry.pointee._value_case = .init(rawValue: 2)
      unsafe entry.pointee.value = arena.string(value)
      return unsafe entry
    }
    unsafe c.pointee.n_string_by_bool = self.stringByBool.count
    unsafe c.pointee.time_by_string = arena.entries(self.timeByString) { key, value in
      let entry = unsafe arena.make(paylyt__test__v1__everything__time_by_string_entry__init)
      unsafe entry.pointee._key_case = .init(rawValue: 1)
      unsafe entry.pointee.key = arena.string(key)
      unsafe entry.pointee.value = arena.message(value)
      return unsafe entry
    }
    unsafe c.pointee.n_time_by_string = self.timeByString.count
    unsafe c.pointee.created = arena.messageIfPresent(self.created)
    unsafe c.pointee.lifetime = arena.messageIfPresent(self.lifetime)
    unsafe c.pointee.anything = arena.messageIfPresent(self.anything)
    unsafe c.pointee.structure = arena.messageIfPresent(self.structure)
    unsafe c.pointee.wrapped = arena.messageIfPresent(self.wrapped)
    unsafe c.pointee.wrapped_float = arena.messageIfPresent(self.wrappedFloat)
    unsafe c.pointee.other = arena.messageIfPresent(self.other)
    unsafe c.pointee.color = self.color.rawValue
    unsafe c.pointee.last = arena.string(self.last)
    return UnsafeMutableRawPointer(c)
  }
}

extension Everything.Child {
  public static let fullName = "paylyt.test.v1.Everything.Child"
  public static let wireLayout = unsafe WireLayout(paylyt__test__v1__everything__child__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    amountMinor: Int64 = 0
  ) {
    self.init(
      name: name,
      amountMinor: amountMinor,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Test__V1__Everything__Child.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let amountMinor: Int64 = unsafe _c.pointee.amount_minor
    unsafe self.init(
      name: name,
      amountMinor: amountMinor,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__test__v1__everything__child__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.amount_minor = self.amountMinor
    return UnsafeMutableRawPointer(c)
  }
}

extension Tree {
  public static let fullName = "paylyt.test.v1.Tree"
  public static let wireLayout = unsafe WireLayout(paylyt__test__v1__tree__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    value: Int32 = 0,
    left: Tree? = nil,
    right: Tree? = nil,
    children: [Tree] = [],
    byName: [String: Tree] = [:],
    also: AlsoOneof? = nil,
    forest: Forest? = nil
  ) {
    self.init(
      value: value,
      _left: left.map(Boxed.init),
      _right: right.map(Boxed.init),
      children: children,
      byName: byName,
      also: also,
      _forest: forest.map(Boxed.init),
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Test__V1__Tree.self)
    let value: Int32 = unsafe _c.pointee.value
    let left: Tree? = unsafe Wire.messageIfPresent(_c.pointee.left)
    let right: Tree? = unsafe Wire.messageIfPresent(_c.pointee.right)
    let children: [Tree] = unsafe Wire.array(_c.pointee.children, _c.pointee.n_children) { unsafe Wire.message($0) }
    let byName: [String: Tree] = unsafe Wire.dictionary(_c.pointee.by_name, _c.pointee.n_by_name) {
      unsafe (Wire.string($0.key), Wire.message($0.value))
    }
    let also: AlsoOneof?
    switch unsafe _c.pointee.also_case.rawValue {
    case 6:
      also = unsafe .branch(Wire.message(_c.pointee.branch))
    case 7:
      also = unsafe .leaf(Wire.string(_c.pointee.leaf))
    default: also = nil
    }
    let forest: Forest? = unsafe Wire.messageIfPresent(_c.pointee.forest)
    unsafe self.init(
      value: value,
      _left: left.map(Boxed.init),
      _right: right.map(Boxed.init),
      children: children,
      byName: byName,
      also: also,
      _forest: forest.map(Boxed.init),
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__test__v1__tree__init, keeping: self.unknownFields)
    unsafe c.pointee.value = self.value
    unsafe c.pointee.left = arena.messageIfPresent(self.left)
    unsafe c.pointee.right = arena.messageIfPresent(self.right)
    unsafe c.pointee.children = arena.array(self.children) { unsafe arena.message($0) }
    unsafe c.pointee.n_children = self.children.count
    unsafe c.pointee.by_name = arena.entries(self.byName) { key, value in
      let entry = unsafe arena.make(paylyt__test__v1__tree__by_name_entry__init)
      unsafe entry.pointee._key_case = .init(rawValue: 1)
      unsafe entry.pointee.key = arena.string(key)
      unsafe entry.pointee.value = arena.message(value)
      return unsafe entry
    }
    unsafe c.pointee.n_by_name = self.byName.count
    switch self.also {
    case .branch(let value)?:
      unsafe c.pointee.also_case = .init(rawValue: 6)
      unsafe c.pointee.branch = arena.message(value)
    case .leaf(let value)?:
      unsafe c.pointee.also_case = .init(rawValue: 7)
      unsafe c.pointee.leaf = arena.string(value)
    case nil: break
    }
    unsafe c.pointee.forest = arena.messageIfPresent(self.forest)
    return UnsafeMutableRawPointer(c)
  }
}

extension Forest {
  public static let fullName = "paylyt.test.v1.Forest"
  public static let wireLayout = unsafe WireLayout(paylyt__test__v1__forest__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    first: Tree? = nil,
    neighbours: [Forest] = []
  ) {
    self.init(
      _first: first.map(Boxed.init),
      neighbours: neighbours,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Test__V1__Forest.self)
    let first: Tree? = unsafe Wire.messageIfPresent(_c.pointee.first)
    let neighbours: [Forest] = unsafe Wire.array(_c.pointee.neighbours, _c.pointee.n_neighbours) { unsafe Wire.message($0) }
    unsafe self.init(
      _first: first.map(Boxed.init),
      neighbours: neighbours,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__test__v1__forest__init, keeping: self.unknownFields)
    unsafe c.pointee.first = arena.messageIfPresent(self.first)
    unsafe c.pointee.neighbours = arena.array(self.neighbours) { unsafe arena.message($0) }
    unsafe c.pointee.n_neighbours = self.neighbours.count
    return UnsafeMutableRawPointer(c)
  }
}

extension New {
  public static let fullName = "paylyt.test.v1.New"
  public static let wireLayout = unsafe WireLayout(paylyt__test__v1__new__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    amount: Int64 = 0,
    tags: [String] = [],
    inner: New? = nil,
    small: UInt32 = 0,
    large: UInt64 = 0
  ) {
    self.init(
      name: name,
      amount: amount,
      tags: tags,
      _inner: inner.map(Boxed.init),
      small: small,
      large: large,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Test__V1__New.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let amount: Int64 = unsafe _c.pointee.amount
    let tags: [String] = unsafe Wire.array(_c.pointee.tags, _c.pointee.n_tags) { unsafe Wire.string($0) }
    let inner: New? = unsafe Wire.messageIfPresent(_c.pointee.inner)
    let small: UInt32 = unsafe _c.pointee.small
    let large: UInt64 = unsafe _c.pointee.large
    unsafe self.init(
      name: name,
      amount: amount,
      tags: tags,
      _inner: inner.map(Boxed.init),
      small: small,
      large: large,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__test__v1__new__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.amount = self.amount
    unsafe c.pointee.tags = arena.array(self.tags) { unsafe arena.string($0) }
    unsafe c.pointee.n_tags = self.tags.count
    unsafe c.pointee.inner = arena.messageIfPresent(self.inner)
    unsafe c.pointee.small = self.small
    unsafe c.pointee.large = self.large
    return UnsafeMutableRawPointer(c)
  }
}

extension Old {
  public static let fullName = "paylyt.test.v1.Old"
  public static let wireLayout = unsafe WireLayout(paylyt__test__v1__old__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    inner: Old? = nil
  ) {
    self.init(
      name: name,
      _inner: inner.map(Boxed.init),
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Test__V1__Old.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let inner: Old? = unsafe Wire.messageIfPresent(_c.pointee.inner)
    unsafe self.init(
      name: name,
      _inner: inner.map(Boxed.init),
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__test__v1__old__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.inner = arena.messageIfPresent(self.inner)
    return UnsafeMutableRawPointer(c)
  }
}

extension Nothing {
  public static let fullName = "paylyt.test.v1.Nothing"
  public static let wireLayout = unsafe WireLayout(paylyt__test__v1__nothing__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__test__v1__nothing__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension Everything {
  private static let moodRule = EnumRule([1: "MOOD_GOOD", 1: "MOOD_FINE", -3: "MOOD_BAD", 2147483647: "MOOD_MAX"])
  private static let maybeMoodRule = EnumRule([1: "MOOD_GOOD", 1: "MOOD_FINE", -3: "MOOD_BAD", 2147483647: "MOOD_MAX"])
  private static let stringsRule = TextRule(required: true)
  private static let moodsRule = EnumRule(required: true, [1: "MOOD_GOOD", 1: "MOOD_FINE", -3: "MOOD_BAD", 2147483647: "MOOD_MAX"])
  private static let unpackedMoodsRule = EnumRule(required: true, [1: "MOOD_GOOD", 1: "MOOD_FINE", -3: "MOOD_BAD", 2147483647: "MOOD_MAX"])
  private static let choiceMoodRule = EnumRule([1: "MOOD_GOOD", 1: "MOOD_FINE", -3: "MOOD_BAD", 2147483647: "MOOD_MAX"])
  private static let colorRule = EnumRule([1: "COLOR_RED", 7: "COLOR_BLUE"])

  public func checkFields(_ found: inout FieldViolations) {
    found.choice(self.mood, Self.moodRule, "mood")
    if let value = self.maybeMood {
      found.choice(value, Self.maybeMoodRule, "maybe_mood")
    }
    for (index, value) in self.strings.enumerated() {
      found.text(value, Self.stringsRule, "strings[\(index)]")
    }
    for (index, value) in self.chunks.enumerated() {
      found.bytes(value, 1...Int.max, "chunks[\(index)]")
    }
    for (index, value) in self.moods.enumerated() {
      found.choice(value, Self.moodsRule, "moods[\(index)]")
    }
    for (index, value) in self.unpackedMoods.enumerated() {
      found.choice(value, Self.unpackedMoodsRule, "unpacked_moods[\(index)]")
    }
    if case .choiceMood(let value)? = self.choice {
      found.choice(value, Self.choiceMoodRule, "choice_mood")
    }
    if case .choiceTime(let value)? = self.choice {
      found.moment(seconds: value.seconds, nanos: value.nanos, "choice_time")
    }
    if let value = self.created {
      found.moment(seconds: value.seconds, nanos: value.nanos, "created")
    }
    found.choice(self.color, Self.colorRule, "color")
  }
}

extension New {
  private static let tagsRule = TextRule(required: true)

  public func checkFields(_ found: inout FieldViolations) {
    for (index, value) in self.tags.enumerated() {
      found.text(value, Self.tagsRule, "tags[\(index)]")
    }
  }
}
