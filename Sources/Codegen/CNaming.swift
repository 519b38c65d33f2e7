/// The names that protoc-c gives to a message and its fields in C.
///
/// The same rules name the fields when the descriptors are rewritten for protoc-c
/// (`CDescriptors`), so that what Swift says and what C has cannot differ.
struct CNaming {
  /// One field of a C struct.
  struct Member {
    /// The field's name in the descriptors that protoc-c reads.
    let protoName: String
    /// The struct member.
    let name: String
    /// The member that holds how many there are, for a repeated field.
    var count: String { "n_\(name)" }
    /// The oneof that tells whether a single field is there, if its absence must be told.
    let presence: Oneof?
  }

  struct Oneof: Equatable {
    /// The oneof's name in the descriptors that protoc-c reads.
    let protoName: String
    /// The struct member that holds the number of the field that is set, or 0.
    var caseMember: String { "\(CNaming.lowerSnake(protoName))_case" }
  }

  let structName: String
  let initializer: String
  /// In the order of the message's fields.
  let members: [Member]
  /// In the order of the message's oneofs.
  let oneofs: [Oneof]

  init(_ message: ProtoMessage) {
    let pieces = message.fullName.split(separator: ".").map(String.init)
    structName = pieces.map(Self.camel).joined(separator: "__")
    initializer = pieces.map(Self.lowerSnake).joined(separator: "__") + "__init"

    let oneofs = message.oneofs.map { Oneof(protoName: $0.name) }
    var taken: Set<String> = ["base"]
    for oneof in oneofs { taken.insert(oneof.caseMember) }
    members = message.fields.map { field in
      var name = field.name
      var member = Self.memberName(name)
      while !taken.isDisjoint(with: [member, "n_\(member)"])
        || Self.namesTakenByC.contains(member)
      {
        name += "_"
        member = Self.memberName(name)
      }
      taken.formUnion([member, "n_\(member)"])
      let presence: Oneof? =
        switch field.presence {
        case .repeated: nil
        case .oneof(let index): oneofs[index]
        case .explicit, .implicit:
          Self.needsPresence(field, in: message) ? Oneof(protoName: "_\(name)") : nil
        }
      return Member(protoName: name, name: member, presence: presence)
    }
    self.oneofs = oneofs
  }

  /// Whether C must tell an absent field from one at its default.
  ///
  /// Besides `optional`, there are two cases in which protobuf-c leaves out what the protobuf
  /// specification writes: a negative zero, and keys and values of map entries at their default.
  private static func needsPresence(_ field: ProtoField, in message: ProtoMessage) -> Bool {
    // The pointer to a submessage tells by itself.
    if case .message = field.kind { return false }
    if message.isMapEntry { return true }
    switch (field.presence, field.kind) {
    case (.explicit, _), (.implicit, .double), (.implicit, .float): return true
    case (.implicit, _), (.oneof, _), (.repeated, _): return false
    }
  }

  private static func memberName(_ name: String) -> String {
    let name = name.lowercased()
    return cppKeywords.contains(name) ? name + "_" : name
  }

  private static func camel(_ name: String) -> String {
    name.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  private static func lowerSnake(_ name: String) -> String {
    var result = ""
    var previousWasUpper = true
    for character in name {
      let isUpper = character.isUppercase
      if isUpper && !previousWasUpper { result += "_" }
      result += character.lowercased()
      previousWasUpper = isUpper
    }
    return result
  }

  /// Macros of the C library and of GNU C, C keywords that protoc-c does not know, and what Swift
  /// does not let a C struct member be called.
  private static let namesTakenByC: Set<String> = [
    "errno", "i386", "init", "linux", "protocol", "restrict", "self", "stderr", "stdin", "stdout",
    "typeof", "unix",
  ]

  /// To these protoc-c appends an underscore.
  private static let cppKeywords: Set<String> = [
    "and", "and_eq", "asm", "auto", "bitand", "bitor", "bool", "break", "case", "catch", "char",
    "class", "compl", "const", "const_cast", "continue", "default", "delete", "do", "double",
    "dynamic_cast", "else", "enum", "explicit", "extern", "false", "float", "for", "friend",
    "goto", "if", "inline", "int", "long", "mutable", "namespace", "new", "not", "not_eq",
    "operator", "or", "or_eq", "private", "protected", "public", "register", "reinterpret_cast",
    "return", "short", "signed", "sizeof", "static", "static_cast", "struct", "switch",
    "template", "this", "throw", "true", "try", "typedef", "typeid", "typename", "union",
    "unsigned", "using", "virtual", "void", "volatile", "wchar_t", "while", "xor", "xor_eq",
  ]
}
