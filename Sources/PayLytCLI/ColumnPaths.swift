import PayLytJSON

/// Checks the columns that somebody names for a table.
struct ColumnPaths {
  let schema: ProtoSchema

  /// - Parameter type: the full name of the answer.
  /// - Throws: a misuse when the answer has no such field, nor what it lists.
  func check(_ path: String, of type: String) throws(Failure) {
    let fields = schema.message(type)?.fields ?? []
    let lists = fields.filter { $0.isRepeated && $0.kind == .message }.map(\.typeName)
    let names = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard !([type] + lists).contains(where: { has(names[...], $0) }) else { return }
    let thing = lists.first ?? type
    let known = schema.message(thing)?.fields.map(\.name) ?? []
    throw .misuse(
      "--columns: `\(thing)` has no \(path)\(Spelling.question(path, among: known)). "
        + "It has \(known.joined(separator: ", ")).")
  }

  private func has(_ path: ArraySlice<String>, _ type: String) -> Bool {
    guard let name = path.first else { return true }
    let found = schema.message(type)?.fields.first { $0.name == name || $0.jsonName == name }
    guard let field = found else { return false }
    // Of a map, the keys are the caller's.
    return schema.mapEntry(field) != nil || has(path.dropFirst(), field.typeName)
  }
}
