import CPluginAPI
import CProtobufC

extension Schema {
  /// - Parameter set: a serialized FileDescriptorSet, imports included.
  init(set: [UInt8]) throws(Refusal) {
    var empty = unsafe Google__Protobuf__FileDescriptorSet()
    unsafe google__protobuf__file_descriptor_set__init(&empty)
    let files = try unsafe withUnpacked(
      set, empty.base.descriptor, as: Google__Protobuf__FileDescriptorSet.self
    ) { set throws(Refusal) in
      unsafe values(set.file, set.n_file).map { unsafe SchemaReader.read($0) }
    }
    guard let files else { throw Refusal("The input is no FileDescriptorSet.") }
    self.init(files: files)
  }

  /// - Parameter path: of a file that `protoc --descriptor_set_out` wrote.
  static func read(set path: String) throws(Refusal) -> Schema {
    try Schema(set: try StandardStreams.readFile(path))
  }

  /// Every service of every file.
  var services: [ProtoService] { files.flatMap(\.services) }
}
