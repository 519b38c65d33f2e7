import PayLytRPC
import TestAPI
import Testing

@testable import Codegen

/// The official Python protobuf and our messages must agree byte for byte, in both directions.
@Suite struct OfficialProtobufTests {
  private static func descriptorSet(in directory: TemporaryDirectory) throws -> String {
    let path = "\(directory.path)/set"
    let protos = Repository.tests + "/Protos"
    try Tool.run([
      "protoc", "-I\(protos)", "--include_imports", "--descriptor_set_out=\(path)",
      "paylyt/test/v1/everything.proto", "paylyt/test/v1/names.proto",
    ])
    return path
  }

  /// The two implementations that the Python package brings; see exchange.py on what differs.
  static let implementations = ["upb", "python"]

  private static func exchange(_ arguments: String...) throws {
    let python = Tool.python(in: Repository.root)
    try Tool.run([python, Repository.tests + "/python/exchange.py"] + arguments)
  }

  @Test(
    "random messages of the official protobuf come back byte for byte",
    arguments: implementations, [1, 2])
  func fromPython(implementation: String, seed: Int) throws {
    let directory = try TemporaryDirectory()
    let file = "\(directory.path)/messages"
    try Self.exchange(
      implementation, "generate", Self.descriptorSet(in: directory), "\(seed)", "150", file)
    var reader = RecordReader(bytes: try StandardStreams.readFile(file))
    var count = 0
    while let record = reader.next() {
      let result = try Self.roundTrip(record)
      #expect(result == record.expected, "\(record.type)")
      count += 1
    }
    #expect(count == 150 * 6)
  }

  private static func roundTrip(_ record: RecordReader.Record) throws -> [UInt8] {
    func again<Message: WireMessage>(_: Message.Type) throws -> [UInt8] {
      try Message(wireBytes: record.given).wireBytes
    }
    return switch record.type {
    case Everything.fullName: try again(Everything.self)
    case Tree.fullName: try again(Tree.self)
    case Names.fullName: try again(Names.self)
    case TypeMessage.fullName: try again(TypeMessage.self)
    case New.fullName: try again(New.self)
    case Old.fullName: try again(Old.self)
    case let name: throw Tool.Failure(description: "no type for \(name)")
    }
  }

  @Test(
    "random messages of ours are the bytes that the official protobuf writes",
    arguments: implementations, [3, 4])
  func toPython(implementation: String, seed: UInt64) throws {
    let directory = try TemporaryDirectory()
    var random = RandomMessages(seed: seed, mapEntriesMax: implementation == "upb" ? 1 : 4)
    var bytes: [UInt8] = []
    for _ in 0..<150 {
      RecordReader.append(Everything.fullName, random.everything().wireBytes, to: &bytes)
      RecordReader.append(Tree.fullName, random.tree(depth: 5).wireBytes, to: &bytes)
    }
    let file = "\(directory.path)/messages"
    try StandardStreams.writeFile(bytes, file)
    try Self.exchange(implementation, "judge", Self.descriptorSet(in: directory), file)
  }
}

/// The records that `exchange.py` describes.
struct RecordReader {
  struct Record {
    let type: String
    let given: [UInt8]
    let expected: [UInt8]
  }

  private var rest: ArraySlice<UInt8>

  init(bytes: [UInt8]) {
    rest = bytes[...]
  }

  mutating func next() -> Record? {
    guard !rest.isEmpty else { return nil }
    let type = String(decoding: part(), as: UTF8.self)
    return Record(type: type, given: Array(part()), expected: Array(part()))
  }

  private mutating func part() -> ArraySlice<UInt8> {
    var length = 0
    for byte in rest.prefix(4).reversed() { length = length << 8 | Int(byte) }
    let content = rest.dropFirst(4).prefix(length)
    rest = rest.dropFirst(4 + length)
    return content
  }

  static func append(_ type: String, _ given: [UInt8], to bytes: inout [UInt8]) {
    for part in [Array(type.utf8), given, []] {
      for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: part.count >> shift)) }
      bytes.append(contentsOf: part)
    }
  }
}
