/// Which rows of one table a batch has, by number, and what it has asked for.
///
/// It knows no row, so that it is compiled for the types that it works on and not for any type.
struct RowDirectory {
  private struct Entry {
    let id: UUID
    let isNew: Bool
    var isChanged: Bool
    /// False once the command that inserted it was undone.
    var isHere = true
  }

  private var entries: [Entry] = []
  private var numbers: [UUID: Int] = [:]
  private var namedIDs: Set<UUID> = []
  private var wantedIDs: [UUID] = []
  /// For each key beside the id: the rows with a value, and which values were named and are wanted.
  private var index: [[KeyValue: [Int]]]
  private var named: [Set<KeyValue>]
  private var wanted: [[KeyValue]]

  init(keyCount: Int) {
    index = Array(repeating: [:], count: keyCount)
    named = Array(repeating: [], count: keyCount)
    wanted = Array(repeating: [], count: keyCount)
  }

  // MARK: Asking

  /// Returns whether the row is to be loaded that was not before.
  mutating func want(_ id: UUID) -> Bool {
    guard numbers[id] == nil, namedIDs.insert(id).inserted else { return false }
    wantedIDs.append(id)
    return true
  }

  mutating func want(_ key: Int, _ value: KeyValue) -> Bool {
    guard named[key].insert(value).inserted else { return false }
    wanted[key].append(value)
    return true
  }

  mutating func takeWantedIDs() -> [UUID] {
    defer { wantedIDs.removeAll(keepingCapacity: true) }
    return wantedIDs
  }

  mutating func takeWanted(_ key: Int) -> [KeyValue] {
    defer { wanted[key].removeAll(keepingCapacity: true) }
    return wanted[key]
  }

  func isNamed(_ id: UUID) -> Bool { numbers[id] != nil || namedIDs.contains(id) }
  func isNamed(_ key: Int, _ value: KeyValue) -> Bool { named[key].contains(value) }

  // MARK: Finding

  func number(of id: UUID) -> Int? { numbers[id] }

  /// By id.
  func numbers(_ key: Int, _ value: KeyValue) -> [Int] {
    guard let found = index[key][value] else { return [] }
    return found.count > 1 ? found.sorted { entries[$0].id < entries[$1].id } : found
  }

  /// The rows to insert or those to update, by id.
  func changed(isNew: Bool) -> [Int] {
    entries.indices.filter {
      entries[$0].isChanged && entries[$0].isHere && entries[$0].isNew == isNew
    }.sorted { entries[$0].id < entries[$1].id }
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
  mutating func move(_ number: Int, _ key: Int, from old: KeyValue?, to new: KeyValue?) {
    guard old != new else { return }
    if let old { index[key][old]?.removeAll { $0 == number } }
    if let new { index[key][new, default: []].append(number) }
  }
}
