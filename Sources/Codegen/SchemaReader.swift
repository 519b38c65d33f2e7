import CPluginAPI
import CProtobufC

typealias CFile = Google__Protobuf__FileDescriptorProto
typealias CMessageType = Google__Protobuf__DescriptorProto
typealias CField = Google__Protobuf__FieldDescriptorProto
typealias CEnumType = Google__Protobuf__EnumDescriptorProto
typealias CService = Google__Protobuf__ServiceDescriptorProto

/// Reads one FileDescriptorProto, as protobuf-c unpacked it, into schema values.
struct SchemaReader {
  private let package: String
  private let fileName: String
  private let comments: SourceComments

  static func read(_ file: CFile) -> ProtoFile {
    let reader = SchemaReader(
      package: unsafe text(file.package), fileName: unsafe text(file.name),
      comments: unsafe SourceComments(file.source_code_info))
    return unsafe reader.file(file)
  }

  private func file(_ file: CFile) -> ProtoFile {
    var bare = unsafe file
    unsafe bare.source_code_info = nil
    // A file that names no syntax is proto2.
    let syntax = unsafe file.syntax == nil ? "proto2" : text(file.syntax)
    return ProtoFile(
      name: fileName, package: package, syntax: syntax,
      dependencies: unsafe texts(file.dependency, file.n_dependency),
      publicDependencies: unsafe publicDependencies(of: file),
      messages: unsafe values(file.message_type, file.n_message_type).enumerated().map {
        unsafe message($0.element, parent: nil, path: [4, Int32($0.offset)])
      },
      enums: unsafe enums(file.enum_type, file.n_enum_type, parent: nil, path: [5]),
      services: unsafe values(file.service, file.n_service).enumerated().map {
        unsafe service($0.element, path: [6, Int32($0.offset)])
      },
      extensions: unsafe extensions(file.extension, file.n_extension, scope: package),
      descriptor: unsafe packed(bare))
  }

  private func message(_ type: CMessageType, parent: String?, path: [Int32]) -> ProtoMessage {
    let name = unsafe text(type.name)
    let fullName = qualified(name, in: parent ?? package)
    var fields: [ProtoField] = []
    // `optional` arrives as a oneof of its own, ordered after all that the author wrote.
    var syntheticOneofs: Set<Int32> = []
    let cFields = unsafe values(type.field, type.n_field)
    for index in unsafe cFields.indices {
      let field = unsafe cFields[index]
      if unsafe field.proto3_optional != 0 {
        unsafe syntheticOneofs.insert(field.oneof_index)
      }
      unsafe fields.append(self.field(field, path: path + [2, Int32(index)]))
    }
    var oneofs: [ProtoOneof] = []
    let cOneofs = unsafe values(type.oneof_decl, type.n_oneof_decl)
    for index in unsafe cOneofs.indices where !syntheticOneofs.contains(Int32(index)) {
      let oneof = unsafe cOneofs[index]
      oneofs.append(
        ProtoOneof(
          name: unsafe text(oneof.name), comment: comments[path + [8, Int32(index)]]))
    }
    return ProtoMessage(
      fullName: fullName, name: name, file: fileName, package: package, parent: parent,
      comment: comments[path], fields: fields, oneofs: oneofs,
      messages: unsafe values(type.nested_type, type.n_nested_type).enumerated().map {
        unsafe message($0.element, parent: fullName, path: path + [3, Int32($0.offset)])
      },
      enums: unsafe enums(type.enum_type, type.n_enum_type, parent: fullName, path: path + [4]),
      extensions: unsafe extensions(type.extension, type.n_extension, scope: fullName),
      isMapEntry: unsafe (type.options?.pointee.map_entry ?? 0) != 0,
      reserved: unsafe reserved(in: type))
  }

  private func publicDependencies(of file: CFile) -> [String] {
    let all = unsafe texts(file.dependency, file.n_dependency)
    let indices = unsafe UnsafeBufferPointer(
      start: file.public_dependency, count: file.n_public_dependency)
    return unsafe indices.map { all[Int($0)] }
  }

  private func reserved(in type: CMessageType) -> ProtoReserved {
    let ranges = unsafe values(type.reserved_range, type.n_reserved_range)
    return ProtoReserved(
      // The end of a message's range is behind it.
      numbers: unsafe ranges.map { unsafe $0.start...max($0.start, $0.end - 1) },
      names: unsafe texts(type.reserved_name, type.n_reserved_name))
  }

  private func reserved(in type: CEnumType) -> ProtoReserved {
    let ranges = unsafe values(type.reserved_range, type.n_reserved_range)
    return ProtoReserved(
      // The end of an enum's range is in it.
      numbers: unsafe ranges.map { unsafe $0.start...max($0.start, $0.end) },
      names: unsafe texts(type.reserved_name, type.n_reserved_name))
  }

  private func field(_ field: CField, path: [Int32]) -> ProtoField {
    let kind = unsafe kind(of: field)
    let options = unsafe field.options?.pointee
    let isUnpacked = unsafe (options?.has_packed ?? 0) != 0 && (options?.packed ?? 0) == 0
    return ProtoField(
      name: unsafe text(field.name), number: unsafe field.number, kind: kind,
      presence: unsafe presence(of: field, kind), isUnpackedByOption: isUnpacked,
      comment: comments[path], isDeprecated: unsafe (options?.deprecated ?? 0) != 0,
      ownOptions: unsafe Set(OwnOption.all(of: field.options?.pointee.base).map(\.number)),
      rules: unsafe FieldRules(of: field.options))
  }

  private func presence(of field: CField, _ kind: ProtoField.Kind) -> ProtoField.Presence {
    if unsafe field.label
      == GOOGLE__PROTOBUF__FIELD_DESCRIPTOR_PROTO__LABEL__LABEL_REPEATED
    {
      return .repeated
    }
    if unsafe field.proto3_optional != 0 { return .explicit }
    if unsafe field.has_oneof_index != 0 { return unsafe .oneof(Int(field.oneof_index)) }
    if case .message = kind { return .explicit }
    return .implicit
  }

  private func kind(of field: CField) -> ProtoField.Kind {
    // Type names arrive fully qualified, with a leading dot.
    let typeName = unsafe String(text(field.type_name).drop { $0 == "." })
    return switch unsafe field.type.rawValue {
    case 1: .double
    case 2: .float
    case 3: .int64
    case 4: .uint64
    case 5: .int32
    case 6: .fixed64
    case 7: .fixed32
    case 8: .bool
    case 9: .string
    case 12: .bytes
    case 13: .uint32
    case 14: .enumeration(typeName)
    case 15: .sfixed32
    case 16: .sfixed64
    case 17: .sint32
    case 18: .sint64
    // A message; or a group, which only proto2 has.
    default: .message(typeName)
    }
  }

  private func enums(
    _ base: UnsafeMutablePointer<UnsafeMutablePointer<CEnumType>?>?, _ count: Int,
    parent: String?, path: [Int32]
  ) -> [ProtoEnum] {
    unsafe values(base, count).enumerated().map { index, type in
      let path = path + [Int32(index)]
      let name = unsafe text(type.name)
      return ProtoEnum(
        fullName: qualified(name, in: parent ?? package), name: name, file: fileName,
        package: package, parent: parent, comment: comments[path],
        values: unsafe values(type.value, type.n_value).enumerated().map { index, value in
          ProtoEnum.Value(
            name: unsafe text(value.name), number: unsafe value.number,
            comment: comments[path + [2, Int32(index)]],
            options: unsafe ProtoEnumValueOptions(of: value.options))
        },
        reserved: unsafe reserved(in: type))
    }
  }

  private func service(_ service: CService, path: [Int32]) -> ProtoService {
    let name = unsafe text(service.name)
    return ProtoService(
      fullName: qualified(name, in: package), name: name, package: package, file: fileName,
      comment: comments[path],
      methods: unsafe values(service.method, service.n_method).enumerated().map { index, method in
        ProtoMethod(
          name: unsafe text(method.name),
          input: unsafe String(text(method.input_type).drop { $0 == "." }),
          output: unsafe String(text(method.output_type).drop { $0 == "." }),
          isClientStreaming: unsafe method.client_streaming != 0,
          isServerStreaming: unsafe method.server_streaming != 0,
          options: unsafe ProtoMethodOptions(of: method.options),
          comment: comments[path + [2, Int32(index)]])
      })
  }

  private func extensions(
    _ base: UnsafeMutablePointer<UnsafeMutablePointer<CField>?>?, _ count: Int, scope: String
  ) -> [ProtoExtension] {
    unsafe values(base, count).map {
      ProtoExtension(
        fullName: qualified(unsafe text($0.name), in: scope),
        extendee: unsafe String(text($0.extendee).drop { $0 == "." }), number: unsafe $0.number,
        typeName: unsafe kind(of: $0).typeName)
    }
  }

  private func qualified(_ name: String, in scope: String) -> String {
    scope.isEmpty ? name : "\(scope).\(name)"
  }
}
