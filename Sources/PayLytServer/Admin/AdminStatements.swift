extension CapabilitySwitch: StoredRow {
  var rowID: UUID { capability.id }

  static let table = Table<CapabilitySwitch>(
    "capability_switch",
    columns: [
      .fixed("id", .uuid) { .uuid($0.rowID) },
      .fixed("capability", .int2) { .int2($0.capability.rawValue) },
      .mutable("is_paused", .bool) { .bool($0.isPaused) },
      .mutable("reason", .text) { .text($0.reason) },
      .mutable("version", .int8) { .int8($0.version) },
      .mutable("updated_at", .timestamptz) { .timestamp($0.updatedAt) },
    ]
  ) { (row) throws(DatabaseError) in try row.capabilitySwitch() }
}

extension RowReader {
  /// The columns of `CapabilitySwitch.table`, from 0.
  func capabilitySwitch() throws(DatabaseError) -> CapabilitySwitch {
    CapabilitySwitch(
      capability: try value(1, Capability.self), isPaused: try bool(2), reason: try text(3),
      version: try int64(4), updatedAt: try timestamp(5))
  }
}

enum AdminStatements {
  static let switches = Statement<CapabilitySwitch>(
    "capability_switches",
    "SELECT \(CapabilitySwitch.table.columns.map(\.name).joined(separator: ", ")) "
      + "FROM capability_switch",
    parameters: [], columns: CapabilitySwitch.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.capabilitySwitch() }

  static let all = [switches.definition]
}

/// The bounds of what admins send.
enum AdminLimits {
  static let reasonCharactersMax = 1000
}
