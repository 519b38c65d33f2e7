import PayLytRPC
import StandardAPI

/// Finds protos by name, symbol and extension.
struct ReflectionIndex: Sendable {
  typealias Answer = ServerReflectionResponse.MessageResponseOneof

  private struct ExtensionKey: Hashable {
    let extendee: String
    let number: Int32
  }

  private let services: [String]
  private let files: [String: ProtoFile]
  /// The file that declares a symbol.
  private let fileBySymbol: [String: String]
  private let fileByExtension: [ExtensionKey: String]
  private let extensionNumbers: [String: [Int32]]

  init(services: [String], files: [ProtoFile]) {
    self.services = Set(services).sorted()
    self.files = Dictionary(files.map { ($0.name, $0) }) { first, _ in first }
    var fileBySymbol: [String: String] = [:]
    var fileByExtension: [ExtensionKey: String] = [:]
    var extensionNumbers: [String: Set<Int32>] = [:]
    for file in files {
      for symbol in file.symbols { fileBySymbol[symbol] = file.name }
      for entry in file.extensions {
        let key = ExtensionKey(extendee: entry.extendee, number: entry.number)
        fileByExtension[key] = file.name
        extensionNumbers[entry.extendee, default: []].insert(entry.number)
      }
    }
    self.fileBySymbol = fileBySymbol
    self.fileByExtension = fileByExtension
    self.extensionNumbers = extensionNumbers.mapValues { $0.sorted() }
  }

  func answer(_ request: ServerReflectionRequest) -> Answer {
    switch request.messageRequest {
    case .fileByFilename(let name)?: file(named: name, wanted: "file \(name)")
    case .fileContainingSymbol(let symbol)?:
      file(named: fileBySymbol[symbol], wanted: "symbol \(symbol)")
    case .fileContainingExtension(let wanted)?:
      file(
        named: fileByExtension[
          ExtensionKey(extendee: wanted.containingType, number: wanted.extensionNumber)],
        wanted: "extension \(wanted.extensionNumber) of \(wanted.containingType)")
    case .allExtensionNumbersOfType(let type)?: extensions(of: type)
    case .listServices?:
      .listServicesResponse(
        ListServiceResponse(service: services.map { ServiceResponse(name: $0) }))
    case nil: Self.error(.invalidArgument, "The request asks for nothing.")
    }
  }

  /// A file and, so that the asker need not come back, everything that it imports.
  private func file(named name: String?, wanted: String) -> Answer {
    guard let name, files[name] != nil else {
      return Self.error(.notFound, "There is no \(wanted).")
    }
    var found: [ProtoFile] = []
    var seen: Set<String> = []
    var next = [name]
    while let name = next.popLast() {
      guard seen.insert(name).inserted, let file = files[name] else { continue }
      found.append(file)
      next += file.dependencies
    }
    return .fileDescriptorResponse(
      FileDescriptorResponse(fileDescriptorProto: found.map(\.bytes)))
  }

  private func extensions(of type: String) -> Answer {
    guard fileBySymbol[type] != nil else {
      return Self.error(.notFound, "There is no message \(type).")
    }
    return .allExtensionNumbersResponse(
      ExtensionNumberResponse(baseTypeName: type, extensionNumber: extensionNumbers[type] ?? []))
  }

  private static func error(_ code: StatusCode, _ message: String) -> Answer {
    .errorResponse(ErrorResponse(errorCode: code.rawValue, errorMessage: message))
  }
}
