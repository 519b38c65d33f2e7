import CPluginAPI
import CProtobufC

/// Rewrites a descriptor set into one from which protoc-c makes the C structs that the Swift code
/// expects. The wire format stays the same; what changes is what protoc-c 1.4.1 cannot do:
///
/// - `optional` becomes a oneof of one field, because protoc-c refuses the word.
/// - Fields whose default protobuf-c would leave out although it must be written get such a oneof
///   too (`CNaming.needsPresence`).
/// - Enums become `int32`, which is what an open enum is on the wire.
/// - Map entries become plain messages, which is what they are on the wire.
/// - Packing is written out.
/// - Services, options and imports that no field needs are left out, so that C neither depends on
///   descriptor.proto nor carries stubs that nobody calls.
struct CDescriptors {
  private let schema: Schema
  private let heap = CHeap()

  /// - Parameter set: a serialized FileDescriptorSet, imports included.
  /// - Returns: the rewritten set, and those of `files` for which there is C to generate.
  static func rewrite(
    _ set: [UInt8], files: [String]
  ) throws(Refusal) -> (set: [UInt8], files: [String]) {
    let schema = try Schema(set: set)
    for name in files {
      guard let file = schema.filesByName[name] else {
        throw Refusal("The descriptor set does not hold \(name).")
      }
      try file.refuseUnlessProto3()
    }
    return (
      set: CDescriptors(schema: schema).packedSet(),
      files: files.filter { !(schema.filesByName[$0]?.messages ?? []).isEmpty }
    )
  }

  private init(schema: Schema) {
    self.schema = schema
  }

  private func packedSet() -> [UInt8] {
    // proto2 files are imported for their options only.
    let files = unsafe schema.files.filter { $0.syntax == "proto3" }.map { unsafe file($0) }
    var set = unsafe Google__Protobuf__FileDescriptorSet()
    unsafe google__protobuf__file_descriptor_set__init(&set)
    unsafe set.file = heap.pointers(files)
    unsafe set.n_file = files.count
    return unsafe packed(set)
  }

  private func file(_ file: ProtoFile) -> CFile {
    let dependencies = file.messages.reduce(into: Set<String>()) { files, message in
      collectFiles(of: message, into: &files)
    }.subtracting([file.name]).sorted()
    var result = unsafe CFile()
    unsafe google__protobuf__file_descriptor_proto__init(&result)
    unsafe result.name = heap.string(file.name)
    unsafe result.package = file.package.isEmpty ? nil : heap.string(file.package)
    unsafe result.syntax = heap.string("proto3")
    let names = unsafe dependencies.map { unsafe Optional(heap.string($0)) }
    unsafe result.dependency = heap.array(names)
    unsafe result.n_dependency = names.count
    let messages = unsafe file.messages.map { unsafe message($0) }
    unsafe result.message_type = heap.pointers(messages)
    unsafe result.n_message_type = messages.count
    return unsafe result
  }

  private func collectFiles(of message: ProtoMessage, into files: inout Set<String>) {
    for field in message.fields {
      guard case .message(let type) = field.kind, let used = schema.messages[type] else { continue }
      files.insert(used.file)
    }
    for nested in message.messages { collectFiles(of: nested, into: &files) }
  }

  private func message(_ message: ProtoMessage) -> CMessageType {
    let names = CNaming(message)
    var oneofs = names.oneofs
    var fields: [CField] = unsafe []
    for (field, member) in zip(message.fields, names.members) {
      var index: Int?
      if let presence = member.presence {
        index = oneofs.firstIndex(of: presence) ?? oneofs.count
        if index == oneofs.count { oneofs.append(presence) }
      }
      unsafe fields.append(self.field(field, named: member.protoName, oneofIndex: index))
    }
    var result = unsafe CMessageType()
    unsafe google__protobuf__descriptor_proto__init(&result)
    unsafe result.name = heap.string(message.name)
    unsafe result.field = heap.pointers(fields)
    unsafe result.n_field = fields.count
    let declarations = unsafe oneofs.map { oneof in
      var declaration = unsafe Google__Protobuf__OneofDescriptorProto()
      unsafe google__protobuf__oneof_descriptor_proto__init(&declaration)
      unsafe declaration.name = heap.string(oneof.protoName)
      return unsafe declaration
    }
    unsafe result.oneof_decl = heap.pointers(declarations)
    unsafe result.n_oneof_decl = declarations.count
    let nested = unsafe message.messages.map { unsafe self.message($0) }
    unsafe result.nested_type = heap.pointers(nested)
    unsafe result.n_nested_type = nested.count
    return unsafe result
  }

  private func field(_ field: ProtoField, named name: String, oneofIndex: Int?) -> CField {
    var result = unsafe CField()
    unsafe google__protobuf__field_descriptor_proto__init(&result)
    unsafe result.name = heap.string(name)
    unsafe result.has_number = 1
    unsafe result.number = field.number
    unsafe result.has_label = 1
    unsafe result.label =
      field.isRepeated
      ? GOOGLE__PROTOBUF__FIELD_DESCRIPTOR_PROTO__LABEL__LABEL_REPEATED
      : GOOGLE__PROTOBUF__FIELD_DESCRIPTOR_PROTO__LABEL__LABEL_OPTIONAL
    unsafe result.has_type = 1
    unsafe result.type = .init(rawValue: field.kind.typeNumber)
    if case .message(let type) = field.kind {
      unsafe result.type_name = heap.string(".\(type)")
    }
    if let oneofIndex {
      unsafe result.has_oneof_index = 1
      unsafe result.oneof_index = Int32(oneofIndex)
    }
    if field.isRepeated, field.kind.isPackable {
      var options = unsafe Google__Protobuf__FieldOptions()
      unsafe google__protobuf__field_options__init(&options)
      unsafe options.has_packed = 1
      unsafe options.packed = field.isUnpackedByOption ? 0 : 1
      unsafe result.options = heap.pointer(options)
    }
    return unsafe result
  }
}

extension ProtoField.Kind {
  /// `FieldDescriptorProto.Type` of the field in C.
  fileprivate var typeNumber: UInt32 {
    switch self {
    case .double: 1
    case .float: 2
    case .int64: 3
    case .uint64: 4
    case .int32, .enumeration: 5
    case .fixed64: 6
    case .fixed32: 7
    case .bool: 8
    case .string: 9
    case .message: 11
    case .bytes: 12
    case .uint32: 13
    case .sfixed32: 15
    case .sfixed64: 16
    case .sint32: 17
    case .sint64: 18
    }
  }

  fileprivate var isPackable: Bool {
    switch self {
    case .string, .bytes, .message: false
    case .double, .float, .int32, .int64, .uint32, .uint64, .sint32, .sint64, .fixed32, .fixed64,
      .sfixed32, .sfixed64, .bool, .enumeration:
      true
    }
  }
}
