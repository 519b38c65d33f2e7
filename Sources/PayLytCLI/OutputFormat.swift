import PayLytJSON

/// How answers are shown.
enum OutputFormat: String, CaseIterable {
  /// ProtoJSON: indented for one answer, a line for each of a stream.
  case json
  /// A line for each thing in a list.
  case table
  /// A line for each field, by the path that `call` takes it under.
  case text
}

/// What people read better than messages.
enum Readable {
  /// One field of an answer: what it is called, and what it says.
  struct Line: Equatable {
    let path: String
    let value: String
  }

  /// Every field, by its path.
  static func lines(_ json: JSONValue, path: String = "") -> [Line] {
    if let money = money(json) { return [Line(path: path, value: money)] }
    switch json {
    case .object(let members):
      return members.flatMap { member in
        lines(
          member.value, path: path.isEmpty ? snake(member.name) : "\(path).\(snake(member.name))")
      }
    case .array(let values):
      return values.enumerated().flatMap { lines($1, path: "\(path)[\($0)]") }
    case .null, .bool, .number, .string: return [Line(path: path, value: cell(json))]
    }
  }

  /// The value at a path such as `amount` or `terms.title`, for a cell.
  static func cell(_ json: JSONValue, at path: String) -> String {
    var value = json
    for name in path.split(separator: ".") {
      guard case .object(let members) = value else { return "" }
      guard let member = members.first(where: { $0.name == name || snake($0.name) == name }) else {
        return ""
      }
      value = member.value
    }
    return money(value) ?? cell(value)
  }

  private static func cell(_ json: JSONValue) -> String {
    switch json {
    case .null: ""
    case .bool(let isTrue): isTrue ? "yes" : "no"
    case .number(let digits): digits
    case .string(let text): printable(text)
    case .array(let values):
      values.map { money($0) ?? cell($0) }.joined(separator: ", ")
    case .object: json.text()
    }
  }

  /// An amount in the unit that people use, exactly; nil for what is no `Money`.
  static func money(_ json: JSONValue) -> String? {
    guard case .object(let members) = json, members.count <= 2,
      case .string(let asset)? = json["asset"],
      members.allSatisfy({ ["asset", "units"].contains($0.name) })
    else { return nil }
    var units = "0"
    if case .string(let digits)? = json["units"] { units = digits }
    // Millisatoshis are shown as satoshis.
    if asset == "BTC" { return "\(decimal(units, places: 3, isShort: true)) sat" }
    guard ["NGN", "KES", "GHS", "USD", "EUR"].contains(asset) else {
      return "\(units) smallest units of \(printable(asset))"
    }
    return "\(decimal(units, places: 2, isShort: false)) \(asset)"
  }

  /// - Parameter isShort: leaves out a fraction of zero.
  private static func decimal(_ units: String, places: Int, isShort: Bool) -> String {
    let sign = units.hasPrefix("-") ? "-" : ""
    var digits = String(units.drop { $0 == "-" })
    digits = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let fraction = digits.suffix(places)
    let whole = sign + digits.dropLast(places)
    return isShort && fraction.allSatisfy { $0 == "0" } ? whole : "\(whole).\(fraction)"
  }

  /// What strangers wrote, without what would move the terminal's cursor.
  static func printable(_ text: String) -> String {
    text.unicodeScalars.map { scalar -> String in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .format: " "
      case _: String(scalar)
      }
    }.joined()
  }

  /// `pageSize` is `page_size`.
  static func snake(_ name: String) -> String {
    name.map { ("A"..."Z").contains($0) ? "_\($0.lowercased())" : String($0) }.joined()
  }
}

/// Columns that grow with what is in them.
struct Table {
  let columns: [String]
  private(set) var rows: [[String]] = []

  init(columns: [String]) {
    self.columns = columns
  }

  mutating func add(_ row: [String]) { rows.append(row.map(Self.shortened)) }

  /// With a heading, two spaces between columns, nothing after the last.
  var text: String {
    let heading = columns.map { $0.uppercased() }
    let widths = columns.indices.map { column in
      ([heading] + rows).map { $0[column].count }.max() ?? 0
    }
    return ([heading] + rows).map { Self.line($0, widths) + "\n" }.joined()
  }

  /// One line of a table that nobody has seen the end of.
  static func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for (cell, width) in zip(cells, widths) {
      line += cell + String(repeating: " ", count: max(0, width - cell.count) + 2)
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  /// Of a long cell, its beginning; the name of a resource is whole, because it is typed again.
  private static func shortened(_ cell: String) -> String {
    let isName = cell.contains("/") && !cell.contains(" ") && !cell.contains(":")
    let most = isName ? CLILimits.nameCharactersMax : CLILimits.cellCharactersMax
    return cell.count <= most ? cell : cell.prefix(most - 1) + "…"
  }
}
