/// Where docs/ERRORS.md explains each reason, and with which status: what it says of a reason that
/// a proto declares must be what the proto says.
struct ReasonTable {
  private struct Row {
    let status: String
    let section: String
  }

  private static let codes = "google.rpc.Code"

  private var rows: [String: Row] = [:]
  /// The names of the statuses, by number.
  private let statuses: [Int32: String]

  /// - Parameter text: docs/ERRORS.md.
  init(markdown text: String, _ schema: Schema) throws(Refusal) {
    let codes = try schema.enumeration(Self.codes)
    statuses = Dictionary(
      codes.values.map { ($0.number, $0.name) }, uniquingKeysWith: { first, _ in first })
    var section = ""
    for line in text.split(separator: "\n") {
      if line.hasPrefix("## ") { section = String(line.dropFirst(3)) }
      guard line.hasPrefix("| `") else { continue }
      let cells = line.split(separator: "|").map { $0.filter { $0 != "`" && $0 != " " } }
      guard cells.count > 2 else { continue }
      rows[cells[0]] = Row(status: cells[1], section: section)
    }
    for reason in schema.reasons {
      let status = status(of: reason)
      guard let row = rows[reason.name] else {
        throw Refusal("docs/ERRORS.md does not explain \(reason.name).")
      }
      guard row.status == status else {
        throw Refusal("\(reason.name) is \(status), and docs/ERRORS.md says \(row.status).")
      }
    }
  }

  private func status(of reason: ProtoEnum.Value) -> String {
    statuses[reason.options.status ?? 0] ?? "UNKNOWN"
  }

  /// The reasons with links to what they mean, a line for each status: `ABORTED` first.
  func links(to reasons: [ProtoEnum.Value]) -> [String] {
    var byStatus: [String: [ProtoEnum.Value]] = [:]
    for reason in reasons { byStatus[status(of: reason), default: []].append(reason) }
    return byStatus.keys.sorted().map { status in
      let names = (byStatus[status] ?? []).map(\.name).sorted().map { name in
        "[`\(name)`](../ERRORS.md#\(Markdown.anchor(rows[name]?.section ?? "")))"
      }
      return "\(status) \(names.joined(separator: ", "))"
    }
  }
}
