/// Which rows of one table a batch has, by number, and what it has asked for.
///
/// It knows no row, so that it is compiled for the types that it works on and not for any type.
struct RowDirectory {
  private struct Entry {
    let id: UUID
    let isNew: Bool
    var isChanged: Bool
    /// Whose naming of rows depends on this one.
    var reader = Reader.nobody
    /// False once the command that inserted it was undone.
    var isHere = true
  }

  private enum Reader {
    case nobody
    case command(Int)
    case several
  }

  private var entries: [Entry] = []
  private var numbers: [UUID: Int] = [:]
  /// Each with the round in which it is loaded.
  private var namedIDs: [UUID: Int] = [:]
  private var wantedIDs: [UUID] = []
  /// What is only added to, unless others of the table are locked: then it is locked with them.
  private var expectedIDs: Set<UUID> = []
  private var round = 0
  /// For each key beside the id: the rows with a value, and which values were named and are wanted.
  private var index: [[KeyValue: [Int]]]
  private var named: [[KeyValue: Int]]
  private var wanted: [[KeyValue]]
  /// What the naming of rows depends on and was not there.
  private var missed: Set<UUID> = []
  private var lookedUp: [Set<KeyValue>]

  init(keyCount: Int) {
    index = Array(repeating: [:], count: keyCount)
    named = Array(repeating: [:], count: keyCount)
    wanted = Array(repeating: [], count: keyCount)
    lookedUp = Array(repeating: [], count: keyCount)
  }

  // MARK: Asking

  mutating func want(_ id: UUID) {
    guard numbers[id] == nil, namedIDs[id] == nil else { return }
    namedIDs[id] = round
    wantedIDs.append(id)
  }

  mutating func expect(_ id: UUID) { expectedIDs.insert(id) }

  mutating func want(_ key: Int, _ value: KeyValue) {
    guard named[key][value] == nil else { return }
    named[key][value] = round
    wanted[key].append(value)
  }

  var hasWishes: Bool { !wantedIDs.isEmpty || wanted.contains { !$0.isEmpty } }

  /// Begins a round: what is wanted from here on is loaded in the next one.
  ///
  /// With what is expected: rows are locked in one order, so a batch that locks some of a table
  /// does not come back for others when it writes.
  mutating func takeWantedIDs() -> [UUID] {
    if !wantedIDs.isEmpty {
      for id in expectedIDs { want(id) }
      expectedIDs.removeAll(keepingCapacity: true)
    }
    round += 1
    defer { wantedIDs.removeAll(keepingCapacity: true) }
    return wantedIDs
  }

  mutating func takeWanted(_ key: Int) -> [KeyValue] {
    defer { wanted[key].removeAll(keepingCapacity: true) }
    return wanted[key]
  }

  func isNamed(_ id: UUID) -> Bool { numbers[id] != nil || namedIDs[id] != nil }
  func isNamed(_ key: Int, _ value: KeyValue) -> Bool { named[key][value] != nil }

  /// Whether it is yet to be loaded.
  func isAwaited(_ id: UUID) -> Bool { namedIDs[id] == round }
  func isAwaited(_ key: Int, _ value: KeyValue) -> Bool { named[key][value] == round }

  // MARK: What naming depends on

  mutating func noteReader(_ command: Int, of number: Int) {
    switch entries[number].reader {
    case .nobody: entries[number].reader = .command(command)
    case .command(command), .several: break
    case .command: entries[number].reader = .several
    }
  }

  func isRead(_ number: Int, byOthersThan command: Int) -> Bool {
    switch entries[number].reader {
    case .nobody, .command(command): false
    case .command, .several: true
    }
  }

  mutating func noteMissed(_ id: UUID) { missed.insert(id) }
  func wasMissed(_ id: UUID) -> Bool { !missed.isEmpty && missed.contains(id) }
  mutating func noteLookUp(_ key: Int, _ value: KeyValue) { lookedUp[key].insert(value) }

  // MARK: Finding

  func number(of id: UUID) -> Int? { numbers[id] }

  /// By id.
  func numbers(_ key: Int, _ value: KeyValue) -> [Int] {
    guard let found = index[key][value] else { return [] }
    return found.count > 1 ? found.sorted { entries[$0].id < entries[$1].id } : found
  }

  /// The rows to insert or those to update: as they came, or by id.
  func changed(isNew: Bool, isByID: Bool) -> [Int] {
    let changed = entries.indices.filter {
      entries[$0].isChanged && entries[$0].isHere && entries[$0].isNew == isNew
    }
    return isByID ? changed.sorted { entries[$0].id < entries[$1].id } : changed
  }

  // MARK: Changing

  /// - Returns: the number of the row, one more than the last one's.
  mutating func add(_ id: UUID, isNew: Bool) -> Int {
    entries.append(Entry(id: id, isNew: isNew, isChanged: isNew))
    numbers[id] = entries.count - 1
    return entries.count - 1
  }

  /// Takes back an insertion.
  mutating func remove(_ number: Int) {
    numbers[entries[number].id] = nil
    entries[number].isHere = false
  }

  /// - Returns: whether it was changed before.
  @discardableResult
  mutating func setChanged(_ number: Int, _ isChanged: Bool) -> Bool {
    defer { entries[number].isChanged = isChanged }
    return entries[number].isChanged
  }

  /// The row's value of a key is now another one; nil is none.
  ///
  /// - Returns: whether somebody has looked for rows by one of the two.
  mutating func move(_ number: Int, _ key: Int, from old: KeyValue?, to new: KeyValue?) -> Bool {
    guard old != new else { return false }
    if let old { index[key][old]?.removeAll { $0 == number } }
    if let new { index[key][new, default: []].append(number) }
    guard !lookedUp[key].isEmpty else { return false }
    return [old, new].contains { $0.map(lookedUp[key].contains) ?? false }
  }
}
