import StandardAPI
import TestAPI

/// Messages with random content; the same seed gives the same ones.
struct RandomMessages {
  private var state: UInt64

  private let mapEntriesMax: Int

  init(seed: UInt64, mapEntriesMax: Int) {
    state = seed
    self.mapEntriesMax = mapEntriesMax
  }

  mutating func everything() -> Everything {
    var message = Everything(
      doubleValue: double(), floatValue: Float(double()), int32Value: integer(),
      int64Value: integer(), uint32Value: integer(), uint64Value: integer(),
      sint32Value: integer(), sint64Value: integer(), fixed32Value: integer(),
      fixed64Value: integer(), sfixed32Value: integer(), sfixed64Value: integer(),
      boolValue: bool(), stringValue: text(), bytesValue: bytes(), mood: mood(),
      child: optional { $0.child() })
    message.maybeDouble = optional { $0.double() }
    message.maybeFloat = optional { Float($0.double()) }
    message.maybeInt64 = optional { $0.integer() }
    message.maybeSint32 = optional { $0.integer() }
    message.maybeFixed64 = optional { $0.integer() }
    message.maybeBool = optional { $0.bool() }
    message.maybeString = optional { $0.text() }
    message.maybeBytes = optional { $0.bytes() }
    message.maybeMood = optional { $0.mood() }
    message.maybeChild = optional { $0.child() }
    message.doubles = list { $0.double() }
    message.floats = list { Float($0.double()) }
    message.int32s = list { $0.integer() }
    message.uint64s = list { $0.integer() }
    message.sint64s = list { $0.integer() }
    message.fixed32s = list { $0.integer() }
    message.sfixed64s = list { $0.integer() }
    message.bools = list { $0.bool() }
    message.strings = list { $0.text() }
    message.chunks = list { $0.bytes() }
    message.moods = list { $0.mood() }
    message.children = list { $0.child() }
    message.unpackedInt32s = list { $0.integer() }
    message.unpackedFixed64s = list { $0.integer() }
    message.unpackedBools = list { $0.bool() }
    message.unpackedMoods = list { $0.mood() }
    fillChoices(&message)
    fillMaps(&message)
    message.created = optional { ProtoTimestamp(seconds: $0.integer(), nanos: $0.integer()) }
    message.anything = optional { ProtoAny(typeURL: $0.text(), value: $0.bytes()) }
    message.wrappedFloat = optional { ProtoFloatValue(value: Float($0.double())) }
    message.other = optional { OtherEverything(note: $0.text()) }
    message.color = OtherColor(rawValue: integer())
    message.last = text()
    return message
  }

  private mutating func fillChoices(_ message: inout Everything) {
    message.choice =
      switch Int.random(in: 0..<8, using: &self) {
      case 0: .choiceDouble(double())
      case 1: .choiceSint64(integer())
      case 2: .choiceBool(bool())
      case 3: .choiceString(text())
      case 4: .choiceBytes(bytes())
      case 5: .choiceMood(mood())
      case 6: .choiceChild(child())
      case _: nil
      }
    message.second = optional { .secondString($0.text()) }
  }

  private mutating func fillMaps(_ message: inout Everything) {
    message.stringByString = map({ $0.text() }, { $0.text() })
    message.doubleByInt32 = map({ $0.integer() }, { $0.double() })
    message.boolByUint32 = map({ $0.integer() }, { $0.bool() })
    message.bytesByUint64 = map({ $0.integer() }, { $0.bytes() })
    message.sint64BySint32 = map({ $0.integer() }, { $0.integer() })
    message.moodBySint64 = map({ $0.integer() }, { $0.mood() })
    message.childByFixed32 = map({ $0.integer() }, { $0.child() })
    message.stringBySfixed32 = map({ $0.integer() }, { $0.text() })
    message.stringByBool = map({ $0.bool() }, { $0.text() })
    message.timeByString = map({ $0.text() }, { ProtoTimestamp(seconds: $0.integer()) })
  }

  mutating func tree(depth: Int) -> Tree {
    guard depth > 0 else { return Tree(value: integer()) }
    return Tree(
      value: integer(), left: optional { $0.tree(depth: depth - 1) },
      right: optional { $0.tree(depth: depth - 1) },
      byName: mapEntriesMax > 1 ? ["": tree(depth: depth / 2), "b": Tree()] : ["b": Tree()],
      also: bool() ? .branch(tree(depth: depth / 2)) : .leaf(text()),
      forest: optional { Forest(first: $0.tree(depth: depth / 2)) })
  }

  // MARK: Parts

  private mutating func child() -> Everything.Child {
    Everything.Child(name: text(), amountMinor: integer())
  }

  private mutating func mood() -> Everything.Mood {
    bool() ? Everything.Mood(rawValue: integer()) : .bad
  }

  private mutating func integer<Number: FixedWidthInteger>() -> Number {
    switch Int.random(in: 0..<5, using: &self) {
    case 0: 0
    case 1: .min
    case 2: .max
    case 3: 1
    case _: Number.random(in: .min ... .max, using: &self)
    }
  }

  private mutating func double() -> Double {
    [0, -0.0, 1.5, -.infinity, .nan, .pi].randomElement(using: &self) ?? 0
  }

  private mutating func bool() -> Bool { Bool.random(using: &self) }

  private mutating func text() -> String {
    let count = [0, 1, 15, 16, 200].randomElement(using: &self) ?? 0
    let letters: [Character] = ["a", "Z", "0", "ß", "中", "🙂"]
    return String((0..<count).compactMap { _ in letters.randomElement(using: &self) })
  }

  private mutating func bytes() -> [UInt8] {
    (0..<Int.random(in: 0...20, using: &self)).map { _ in .random(in: 0...255, using: &self) }
  }

  private mutating func optional<Value>(_ make: (inout RandomMessages) -> Value) -> Value? {
    bool() ? make(&self) : nil
  }

  private mutating func list<Value>(_ make: (inout RandomMessages) -> Value) -> [Value] {
    (0..<Int.random(in: 0...3, using: &self)).map { _ in make(&self) }
  }

  private mutating func map<Key: Hashable, Value>(
    _ key: (inout RandomMessages) -> Key, _ value: (inout RandomMessages) -> Value
  ) -> [Key: Value] {
    var result: [Key: Value] = [:]
    for _ in 0..<Int.random(in: 0...mapEntriesMax, using: &self) {
      result[key(&self)] = value(&self)
    }
    return result
  }
}

extension RandomMessages: RandomNumberGenerator {
  /// SplitMix64 (Steele, Lea, Flood, 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
