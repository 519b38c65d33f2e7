/// First in, first out; both ends in constant time.
struct FIFO<Element> {
  private var items: [Element?] = []
  private var head = 0

  var count: Int { items.count - head }
  var isEmpty: Bool { count == 0 }
  var first: Element? { head < items.count ? items[head] : nil }

  mutating func append(_ element: Element) { items.append(element) }

  mutating func popFirst() -> Element? {
    guard head < items.count else { return nil }
    let element = items[head]
    items[head] = nil
    head += 1
    if head == items.count {
      items.removeAll(keepingCapacity: true)
      head = 0
    } else if head > 64, head > items.count / 2 {
      items.removeFirst(head)
      head = 0
    }
    return element
  }

  /// Empties the queue and returns what was in it, in order.
  mutating func takeAll() -> [Element] {
    defer { self = FIFO() }
    return items[head...].compactMap { $0 }
  }

  func contains(where predicate: (Element) -> Bool) -> Bool {
    items[head...].contains { $0.map(predicate) ?? false }
  }
}
