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
  public var unknownFields = UnknownFields()

  public init() {}

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
    self.doubleValue = doubleValue
    self.floatValue = floatValue
    self.int32Value = int32Value
    self.int64Value = int64Value
    self.uint32Value = uint32Value
    self.uint64Value = uint64Value
    self.sint32Value = sint32Value
    self.sint64Value = sint64Value
    self.fixed32Value = fixed32Value
    self.fixed64Value = fixed64Value
    self.sfixed32Value = sfixed32Value
    self.sfixed64Value = sfixed64Value
    self.boolValue = boolValue
    self.stringValue = stringValue
    self.bytesValue = bytesValue
    self.mood = mood
    self.child = child
    self.maybeDouble = maybeDouble
    self.maybeFloat = maybeFloat
    self.maybeInt32 = maybeInt32
    self.maybeInt64 = maybeInt64
    self.maybeUint32 = maybeUint32
    self.maybeUint64 = maybeUint64
    self.maybeSint32 = maybeSint32
    self.maybeSint64 = maybeSint64
    self.maybeFixed32 = maybeFixed32
    self.maybeFixed64 = maybeFixed64
    self.maybeSfixed32 = maybeSfixed32
    self.maybeSfixed64 = maybeSfixed64
    self.maybeBool = maybeBool
    self.maybeString = maybeString
    self.maybeBytes = maybeBytes
    self.maybeMood = maybeMood
    self.maybeChild = maybeChild
    self.doubles = doubles
    self.floats = floats
    self.int32s = int32s
    self.int64s = int64s
    self.uint32s = uint32s
    self.uint64s = uint64s
    self.sint32s = sint32s
    self.sint64s = sint64s
    self.fixed32s = fixed32s
    self.fixed64s = fixed64s
    self.sfixed32s = sfixed32s
    self.sfixed64s = sfixed64s
    self.bools = bools
    self.strings = strings
    self.chunks = chunks
    self.moods = moods
    self.children = children
    self.unpackedInt32s = unpackedInt32s
    self.unpackedFixed64s = unpackedFixed64s
    self.unpackedBools = unpackedBools
    self.unpackedMoods = unpackedMoods
    self.choice = choice
    self.second = second
    self.stringByString = stringByString
    self.doubleByInt32 = doubleByInt32
    self.floatByInt64 = floatByInt64
    self.boolByUint32 = boolByUint32
    self.bytesByUint64 = bytesByUint64
    self.sint64BySint32 = sint64BySint32
    self.moodBySint64 = moodBySint64
    self.childByFixed32 = childByFixed32
    self.fixed64ByFixed64 = fixed64ByFixed64
    self.stringBySfixed32 = stringBySfixed32
    self.int32BySfixed64 = int32BySfixed64
    self.stringByBool = stringByBool
    self.timeByString = timeByString
    self.created = created
    self.lifetime = lifetime
    self.anything = anything
    self.structure = structure
    self.wrapped = wrapped
    self.wrappedFloat = wrappedFloat
    self.other = other
    self.color = color
    self.last = last
  }

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
    public var unknownFields = UnknownFields()

    public init() {}

    public init(
      name: String = "",
      amountMinor: Int64 = 0
    ) {
      self.name = name
      self.amountMinor = amountMinor
    }
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
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    value: Int32 = 0,
    left: Tree? = nil,
    right: Tree? = nil,
    children: [Tree] = [],
    byName: [String: Tree] = [:],
    also: AlsoOneof? = nil,
    forest: Forest? = nil
  ) {
    self.value = value
    self.left = left
    self.right = right
    self.children = children
    self.byName = byName
    self.also = also
    self.forest = forest
  }

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
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    first: Tree? = nil,
    neighbours: [Forest] = []
  ) {
    self.first = first
    self.neighbours = neighbours
  }
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
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    name: String = "",
    amount: Int64 = 0,
    tags: [String] = [],
    inner: New? = nil,
    small: UInt32 = 0,
    large: UInt64 = 0
  ) {
    self.name = name
    self.amount = amount
    self.tags = tags
    self.inner = inner
    self.small = small
    self.large = large
  }
}

public struct Old: WireMessage {
  public var name: String = ""
  public var inner: Old? {
    get { _inner?.message }
    set { _inner = newValue.map(Boxed.init) }
  }
  private var _inner: Boxed<Old>?
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    name: String = "",
    inner: Old? = nil
  ) {
    self.name = name
    self.inner = inner
  }
}

public struct Nothing: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}
}

extension Everything {
  public static let fullName = "paylyt.test.v1.Everything"
  public static let wireLayout = unsafe WireLayout(paylyt__test__v1__everything__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Test__V1__Everything.self)
    unsafe self.doubleValue = c.pointee.double_value
    unsafe self.floatValue = c.pointee.float_value
    unsafe self.int32Value = c.pointee.int32_value
    unsafe self.int64Value = c.pointee.int64_value
    unsafe self.uint32Value = c.pointee.uint32_value
    unsafe self.uint64Value = c.pointee.uint64_value
    unsafe self.sint32Value = c.pointee.sint32_value
    unsafe self.sint64Value = c.pointee.sint64_value
    unsafe self.fixed32Value = c.pointee.fixed32_value
    unsafe self.fixed64Value = c.pointee.fixed64_value
    unsafe self.sfixed32Value = c.pointee.sfixed32_value
    unsafe self.sfixed64Value = c.pointee.sfixed64_value
    unsafe self.boolValue = c.pointee.bool_value != 0
    unsafe self.stringValue = Wire.string(c.pointee.string_value)
    unsafe self.bytesValue = Wire.array(c.pointee.bytes_value.data, c.pointee.bytes_value.len)
    unsafe self.mood = Everything.Mood(rawValue: c.pointee.mood)
    unsafe self.child = Wire.messageIfPresent(c.pointee.child)
    unsafe self.maybeDouble = c.pointee._maybe_double_case.rawValue == 0 ? nil : c.pointee.maybe_double
    unsafe self.maybeFloat = c.pointee._maybe_float_case.rawValue == 0 ? nil : c.pointee.maybe_float
    unsafe self.maybeInt32 = c.pointee._maybe_int32_case.rawValue == 0 ? nil : c.pointee.maybe_int32
    unsafe self.maybeInt64 = c.pointee._maybe_int64_case.rawValue == 0 ? nil : c.pointee.maybe_int64
    unsafe self.maybeUint32 = c.pointee._maybe_uint32_case.rawValue == 0 ? nil : c.pointee.maybe_uint32
    unsafe self.maybeUint64 = c.pointee._maybe_uint64_case.rawValue == 0 ? nil : c.pointee.maybe_uint64
    unsafe self.maybeSint32 = c.pointee._maybe_sint32_case.rawValue == 0 ? nil : c.pointee.maybe_sint32
    unsafe self.maybeSint64 = c.pointee._maybe_sint64_case.rawValue == 0 ? nil : c.pointee.maybe_sint64
    unsafe self.maybeFixed32 = c.pointee._maybe_fixed32_case.rawValue == 0 ? nil : c.pointee.maybe_fixed32
    unsafe self.maybeFixed64 = c.pointee._maybe_fixed64_case.rawValue == 0 ? nil : c.pointee.maybe_fixed64
    unsafe self.maybeSfixed32 = c.pointee._maybe_sfixed32_case.rawValue == 0 ? nil : c.pointee.maybe_sfixed32
    unsafe self.maybeSfixed64 = c.pointee._maybe_sfixed64_case.rawValue == 0 ? nil : c.pointee.maybe_sfixed64
    unsafe self.maybeBool = c.pointee._maybe_bool_case.rawValue == 0 ? nil : c.pointee.maybe_bool != 0
    unsafe self.maybeString = c.pointee._maybe_string_case.rawValue == 0 ? nil : Wire.string(c.pointee.maybe_string)
    unsafe self.maybeBytes = c.pointee._maybe_bytes_case.rawValue == 0 ? nil : Wire.array(c.pointee.maybe_bytes.data, c.pointee.maybe_bytes.len)
    unsafe self.maybeMood = c.pointee._maybe_mood_case.rawValue == 0 ? nil : Everything.Mood(rawValue: c.pointee.maybe_mood)
    unsafe self.maybeChild = Wire.messageIfPresent(c.pointee.maybe_child)
    unsafe self.doubles = Wire.array(c.pointee.doubles, c.pointee.n_doubles)
    unsafe self.floats = Wire.array(c.pointee.floats, c.pointee.n_floats)
    unsafe self.int32s = Wire.array(c.pointee.int32s, c.pointee.n_int32s)
    unsafe self.int64s = Wire.array(c.pointee.int64s, c.pointee.n_int64s)
    unsafe self.uint32s = Wire.array(c.pointee.uint32s, c.pointee.n_uint32s)
    unsafe self.uint64s = Wire.array(c.pointee.uint64s, c.pointee.n_uint64s)
    unsafe self.sint32s = Wire.array(c.pointee.sint32s, c.pointee.n_sint32s)
    unsafe self.sint64s = Wire.array(c.pointee.sint64s, c.pointee.n_sint64s)
    unsafe self.fixed32s = Wire.array(c.pointee.fixed32s, c.pointee.n_fixed32s)
    unsafe self.fixed64s = Wire.array(c.pointee.fixed64s, c.pointee.n_fixed64s)
    unsafe self.sfixed32s = Wire.array(c.pointee.sfixed32s, c.pointee.n_sfixed32s)
    unsafe self.sfixed64s = Wire.array(c.pointee.sfixed64s, c.pointee.n_sfixed64s)
    unsafe self.bools = Wire.array(c.pointee.bools, c.pointee.n_bools) { $0 != 0 }
    unsafe self.strings = Wire.array(c.pointee.strings, c.pointee.n_strings) { unsafe Wire.string($0) }
    unsafe self.chunks = Wire.array(c.pointee.chunks, c.pointee.n_chunks) { unsafe Wire.array($0.data, $0.len) }
    unsafe self.moods = Wire.array(c.pointee.moods, c.pointee.n_moods) { Everything.Mood(rawValue: $0) }
    unsafe self.children = Wire.array(c.pointee.children, c.pointee.n_children) { unsafe Wire.message($0) }
    unsafe self.unpackedInt32s = Wire.array(c.pointee.unpacked_int32s, c.pointee.n_unpacked_int32s)
    unsafe self.unpackedFixed64s = Wire.array(c.pointee.unpacked_fixed64s, c.pointee.n_unpacked_fixed64s)
    unsafe self.unpackedBools = Wire.array(c.pointee.unpacked_bools, c.pointee.n_unpacked_bools) { $0 != 0 }
    unsafe self.unpackedMoods = Wire.array(c.pointee.unpacked_moods, c.pointee.n_unpacked_moods) { Everything.Mood(rawValue: $0) }
    switch unsafe c.pointee.choice_case.rawValue {
    case 71:
      unsafe self.choice = .choiceDouble(c.pointee.choice_double)
    case 72:
      unsafe self.choice = .choiceFloat(c.pointee.choice_float)
    case 73:
      unsafe self.choice = .choiceInt32(c.pointee.choice_int32)
    case 74:
      unsafe self.choice = .choiceSint64(c.pointee.choice_sint64)
    case 75:
      unsafe self.choice = .choiceFixed32(c.pointee.choice_fixed32)
    case 76:
      unsafe self.choice = .choiceBool(c.pointee.choice_bool != 0)
    case 77:
      unsafe self.choice = .choiceString(Wire.string(c.pointee.choice_string))
    case 78:
      unsafe self.choice = .choiceBytes(Wire.array(c.pointee.choice_bytes.data, c.pointee.choice_bytes.len))
    case 79:
      unsafe self.choice = .choiceMood(Everything.Mood(rawValue: c.pointee.choice_mood))
    case 80:
      unsafe self.choice = .choiceChild(Wire.message(c.pointee.choice_child))
    case 81:
      unsafe self.choice = .choiceTime(Wire.message(c.pointee.choice_time))
    default: self.choice = nil
    }
    switch unsafe c.pointee.second_case.rawValue {
    case 82:
      unsafe self.second = .secondString(Wire.string(c.pointee.second_string))
    case 83:
      unsafe self.second = .secondUint64(c.pointee.second_uint64)
    default: self.second = nil
    }
    unsafe self.stringByString = Wire.dictionary(c.pointee.string_by_string, c.pointee.n_string_by_string) {
      unsafe (Wire.string($0.key), Wire.string($0.value))
    }
    unsafe self.doubleByInt32 = Wire.dictionary(c.pointee.double_by_int32, c.pointee.n_double_by_int32) {
      unsafe ($0.key, $0.value)
    }
    unsafe self.floatByInt64 = Wire.dictionary(c.pointee.float_by_int64, c.pointee.n_float_by_int64) {
      unsafe ($0.key, $0.value)
    }
    unsafe self.boolByUint32 = Wire.dictionary(c.pointee.bool_by_uint32, c.pointee.n_bool_by_uint32) {
      unsafe ($0.key, $0.value != 0)
    }
    unsafe self.bytesByUint64 = Wire.dictionary(c.pointee.bytes_by_uint64, c.pointee.n_bytes_by_uint64) {
      unsafe ($0.key, Wire.array($0.value.data, $0.value.len))
    }
    unsafe self.sint64BySint32 = Wire.dictionary(c.pointee.sint64_by_sint32, c.pointee.n_sint64_by_sint32) {
      unsafe ($0.key, $0.value)
    }
    unsafe self.moodBySint64 = Wire.dictionary(c.pointee.mood_by_sint64, c.pointee.n_mood_by_sint64) {
      unsafe ($0.key, Everything.Mood(rawValue: $0.value))
    }
    unsafe self.childByFixed32 = Wire.dictionary(c.pointee.child_by_fixed32, c.pointee.n_child_by_fixed32) {
      unsafe ($0.key, Wire.message($0.value))
    }
    unsafe self.fixed64ByFixed64 = Wire.dictionary(c.pointee.fixed64_by_fixed64, c.pointee.n_fixed64_by_fixed64) {
      unsafe ($0.key, $0.value)
    }
    unsafe self.stringBySfixed32 = Wire.dictionary(c.pointee.string_by_sfixed32, c.pointee.n_string_by_sfixed32) {
      unsafe ($0.key, Wire.string($0.value))
    }
    unsafe self.int32BySfixed64 = Wire.dictionary(c.pointee.int32_by_sfixed64, c.pointee.n_int32_by_sfixed64) {
      unsafe ($0.key, $0.value)
    }
    unsafe self.stringByBool = Wire.dictionary(c.pointee.string_by_bool, c.pointee.n_string_by_bool) {
      unsafe ($0.key != 0, Wire.string($0.value))
    }
    unsafe self.timeByString = Wire.dictionary(c.pointee.time_by_string, c.pointee.n_time_by_string) {
      unsafe (Wire.string($0.key), Wire.message($0.value))
    }
    unsafe self.created = Wire.messageIfPresent(c.pointee.created)
    unsafe self.lifetime = Wire.messageIfPresent(c.pointee.lifetime)
    unsafe self.anything = Wire.messageIfPresent(c.pointee.anything)
    unsafe self.structure = Wire.messageIfPresent(c.pointee.structure)
    unsafe self.wrapped = Wire.messageIfPresent(c.pointee.wrapped)
    unsafe self.wrappedFloat = Wire.messageIfPresent(c.pointee.wrapped_float)
    unsafe self.other = Wire.messageIfPresent(c.pointee.other)
    unsafe self.color = OtherColor(rawValue: c.pointee.color)
    unsafe self.last = Wire.string(c.pointee.last)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Test__V1__Everything__Child.self)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.amountMinor = c.pointee.amount_minor
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Test__V1__Tree.self)
    unsafe self.value = c.pointee.value
    unsafe self.left = Wire.messageIfPresent(c.pointee.left)
    unsafe self.right = Wire.messageIfPresent(c.pointee.right)
    unsafe self.children = Wire.array(c.pointee.children, c.pointee.n_children) { unsafe Wire.message($0) }
    unsafe self.byName = Wire.dictionary(c.pointee.by_name, c.pointee.n_by_name) {
      unsafe (Wire.string($0.key), Wire.message($0.value))
    }
    switch unsafe c.pointee.also_case.rawValue {
    case 6:
      unsafe self.also = .branch(Wire.message(c.pointee.branch))
    case 7:
      unsafe self.also = .leaf(Wire.string(c.pointee.leaf))
    default: self.also = nil
    }
    unsafe self.forest = Wire.messageIfPresent(c.pointee.forest)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Test__V1__Forest.self)
    unsafe self.first = Wire.messageIfPresent(c.pointee.first)
    unsafe self.neighbours = Wire.array(c.pointee.neighbours, c.pointee.n_neighbours) { unsafe Wire.message($0) }
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Test__V1__New.self)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.amount = c.pointee.amount
    unsafe self.tags = Wire.array(c.pointee.tags, c.pointee.n_tags) { unsafe Wire.string($0) }
    unsafe self.inner = Wire.messageIfPresent(c.pointee.inner)
    unsafe self.small = c.pointee.small
    unsafe self.large = c.pointee.large
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Test__V1__Old.self)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.inner = Wire.messageIfPresent(c.pointee.inner)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__test__v1__nothing__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}
