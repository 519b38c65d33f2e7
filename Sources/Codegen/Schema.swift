/// What the protos of one run declare, as plain values. Printers see only this, never C structs.
struct Schema {
  /// Every file of the request, those that are only imported included, imports first.
  let files: [ProtoFile]
  private(set) var messages: [String: ProtoMessage] = [:]
  private(set) var enums: [String: ProtoEnum] = [:]
  private(set) var filesByName: [String: ProtoFile] = [:]
  /// Full names of the messages that a request is, or holds.
  private(set) var requestMessages: Set<String> = []

  init(files: [ProtoFile]) {
    self.files = files
    for file in files {
      filesByName[file.name] = file
      for message in file.messages { index(message) }
      for type in file.enums { enums[type.fullName] = type }
    }
    for method in files.flatMap(\.services).flatMap(\.methods) { addRequest(method.input) }
  }

  private mutating func addRequest(_ fullName: String) {
    guard let message = messages[fullName], requestMessages.insert(fullName).inserted else {
      return
    }
    for field in message.fields where !field.rules.isOutputOnly {
      if case .message(let type) = field.kind { addRequest(type) }
    }
  }

  private mutating func index(_ message: ProtoMessage) {
    messages[message.fullName] = message
    for type in message.enums { enums[type.fullName] = type }
    for nested in message.messages { index(nested) }
  }

  /// The values of enums that are reasons of refusals.
  var reasons: [ProtoEnum.Value] { enums.values.flatMap(\.reasons) }

  /// What a method says it refuses with, in the order of the proto.
  func refusals(of method: ProtoMethod) throws(Refusal) -> [ProtoEnum.Value] {
    let known = reasons
    return try method.options.refusals.map { (number) throws(Refusal) in
      guard let reason = known.first(where: { $0.number == number }) else {
        throw Refusal("\(method.name) refuses with \(number), which is no reason.")
      }
      return reason
    }
  }

  func message(_ fullName: String) throws(Refusal) -> ProtoMessage {
    guard let message = messages[fullName] else {
      throw Refusal("The message `\(fullName)` is used, but no imported file declares it.")
    }
    return message
  }

  func enumeration(_ fullName: String) throws(Refusal) -> ProtoEnum {
    guard let type = enums[fullName] else {
      throw Refusal("The enum `\(fullName)` is used, but no imported file declares it.")
    }
    return type
  }
}

struct ProtoFile {
  let name: String
  let package: String
  /// `proto2` or `proto3`.
  let syntax: String
  let dependencies: [String]
  /// Those that whoever imports this file imports too.
  let publicDependencies: [String]
  let messages: [ProtoMessage]
  let enums: [ProtoEnum]
  let services: [ProtoService]
  let extensions: [ProtoExtension]
  /// The file's own FileDescriptorProto, without source positions, for reflection.
  let descriptor: [UInt8]
}

struct ProtoMessage {
  let fullName: String
  let name: String
  let file: String
  let package: String
  /// The full name of the message that holds this one.
  let parent: String?
  let comment: String
  let fields: [ProtoField]
  /// The oneofs that the author wrote, none of those that stand for `optional`.
  let oneofs: [ProtoOneof]
  let messages: [ProtoMessage]
  let enums: [ProtoEnum]
  let extensions: [ProtoExtension]
  let isMapEntry: Bool
  let reserved: ProtoReserved
}

extension ProtoMessage {
  /// The message and those inside of it, without the entries of maps.
  var withNested: [ProtoMessage] {
    isMapEntry ? [] : [self] + messages.flatMap(\.withNested)
  }
}

/// Numbers and names that no field or value may have again.
struct ProtoReserved: Equatable {
  let numbers: [ClosedRange<Int32>]
  let names: [String]

  func holds(_ number: Int32) -> Bool { numbers.contains { $0.contains(number) } }

  func holds(_ range: ClosedRange<Int32>) -> Bool {
    numbers.contains { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound }
  }
}

struct ProtoField {
  enum Kind {
    case double, float, int32, int64, uint32, uint64, sint32, sint64
    case fixed32, fixed64, sfixed32, sfixed64, bool, string, bytes
    case enumeration(String)
    case message(String)

    /// The full name of the message or enum.
    var typeName: String? {
      switch self {
      case .enumeration(let name), .message(let name): name
      case .double, .float, .int32, .int64, .uint32, .uint64, .sint32, .sint64, .fixed32,
        .fixed64, .sfixed32, .sfixed64, .bool, .string, .bytes:
        nil
      }
    }
  }
  /// How many values there are, and whether none differs from the default.
  enum Presence {
    /// At its default the field is not on the wire.
    case implicit
    /// `optional`, or a submessage: absent differs from the default.
    case explicit
    /// Member of the message's oneof at this index.
    case oneof(Int)
    case repeated
  }
  let name: String
  let number: Int32
  let kind: Kind
  let presence: Presence
  /// Written `[packed = false]`.
  let isUnpackedByOption: Bool
  let comment: String
  let isDeprecated: Bool
  /// Numbers of the options that it has beyond protoc's own.
  let ownOptions: Set<Int32>
  /// What it accepts in a request.
  let rules: FieldRules

  var isRepeated: Bool {
    switch presence {
    case .repeated: true
    case .implicit, .explicit, .oneof: false
    }
  }
}

struct ProtoOneof {
  let name: String
  let comment: String
}

struct ProtoEnum {
  struct Value {
    let name: String
    let number: Int32
    let comment: String
    let options: ProtoEnumValueOptions
  }
  let fullName: String
  let name: String
  let file: String
  let package: String
  let parent: String?
  let comment: String
  let values: [Value]
  let reserved: ProtoReserved
}

extension ProtoEnum {
  /// Those of its values that are reasons of refusals: they have a status.
  var reasons: [Value] { values.filter { $0.options.status != nil } }
}

struct ProtoService {
  let fullName: String
  let name: String
  let package: String
  let file: String
  let comment: String
  let methods: [ProtoMethod]
}

struct ProtoMethod {
  let name: String
  let input: String
  let output: String
  let isClientStreaming: Bool
  let isServerStreaming: Bool
  let options: ProtoMethodOptions
  let comment: String
}

/// `paylyt/common/v1/options.proto` on one method.
struct ProtoMethodOptions: Equatable {
  var permission = ""
  var isIdempotent = false
  var isMoneyMoving = false
  /// Numbers of the reasons that it declares, as they stand there.
  var refusals: [Int32] = []
  /// Numbers of all options that it has, ours and others.
  var numbers: Set<Int32> = []
}

/// `paylyt/common/v1/reason.proto` on one value of an enum.
struct ProtoEnumValueOptions: Equatable {
  /// The number of the gRPC status that a reason has; nil for what is no reason.
  var status: Int32?
  var isCommon = false
  /// Whether the same request may succeed after a while.
  var isRetryable = false
  /// Numbers of all options that it has, ours and others.
  var numbers: Set<Int32> = []
}

struct ProtoExtension {
  let fullName: String
  let extendee: String
  let number: Int32
  /// The full name of the message or enum that its value is.
  let typeName: String?
}
