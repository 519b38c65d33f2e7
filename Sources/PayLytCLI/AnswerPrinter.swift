import Lightning
import PayLytJSON
import PayLytRPC

/// Shows the answers of one call.
struct AnswerPrinter {
  let console: Console
  let format: OutputFormat
  /// Columns of the table, as paths into each thing; none: those that every thing has.
  let columns: [String]
  /// Whether an invoice's payment request is drawn.
  let drawsQR: Bool
  /// Whether there may be more than one answer.
  let isStream: Bool
  /// The columns of a stream and how wide they are, once its heading is printed.
  private var heading: (names: [String], widths: [Int])?

  init(
    console: Console, format: OutputFormat, columns: [String], drawsQR: Bool, isStream: Bool
  ) {
    self.console = console
    self.format = format
    self.columns = columns
    self.drawsQR = drawsQR
    self.isStream = isStream
  }

  mutating func print(_ answer: JSONValue) throws(Failure) {
    switch format {
    case .json: console.line(answer.text(isIndented: !isStream))
    case .text: printLines(answer)
    case .table: printTable(answer)
    }
    if drawsQR { try drawQR(answer) }
  }

  private func printLines(_ answer: JSONValue) {
    let lines = Readable.lines(answer)
    let width = lines.map(\.path.count).max() ?? 0
    for line in lines { console.line(Table.line([line.path, line.value], [width, 0])) }
    if isStream { console.line("") }
  }

  /// The things of the first list in the answer, or the answer itself.
  private mutating func printTable(_ answer: JSONValue) {
    var things = [answer]
    if case .object(let members) = answer, !isStream {
      let lists = members.compactMap { member -> [JSONValue]? in
        guard case .array(let values) = member.value else { return nil }
        return values
      }
      if columns.isEmpty && lists.isEmpty && !members.isEmpty { return printLines(answer) }
      // An empty list is left out.
      if members.isEmpty { things = [] }
      let isList = columns.allSatisfy { Readable.cell(answer, at: $0).isEmpty }
      if isList { things = lists.first ?? [] }
    }
    guard isStream || !things.isEmpty else { return console.note("There is nothing.") }
    let names = columns.isEmpty ? Self.columns(of: things) : columns
    guard !isStream else { return printRow(of: answer, names) }
    var table = Table(columns: names)
    for thing in things { table.add(names.map { Readable.cell(thing, at: $0) }) }
    console.output(table.text)
  }

  /// One answer of a stream, under the heading of its first.
  private mutating func printRow(of answer: JSONValue, _ names: [String]) {
    // What lies deeper fits into no column that nobody has named.
    guard !names.isEmpty else { return printLines(answer) }
    let names = heading?.names ?? names
    let row = names.map { Readable.cell(answer, at: $0) }
    // Nobody has seen the answers that follow; most are as wide as the first.
    let widths = heading?.widths ?? zip(names, row).map { max($0.count, $1.count, 12) }
    if heading == nil { console.line(Table.line(names.map { $0.uppercased() }, widths)) }
    heading = (names, widths)
    console.line(Table.line(row, widths))
  }

  private static func columns(of things: [JSONValue]) -> [String] {
    var names: [String] = []
    for thing in things {
      guard case .object(let members) = thing else { continue }
      for member in members where !names.contains(member.name) {
        if case .array = member.value { continue }
        if case .object = member.value, Readable.money(member.value) == nil { continue }
        names.append(member.name)
      }
    }
    return names.map(Readable.snake)
  }

  // MARK: QR

  private func drawQR(_ answer: JSONValue) throws(Failure) {
    guard let request = Self.paymentRequest(in: answer) else {
      throw Failure("There is no payment request in the answer to draw.")
    }
    do throws(QRCode.Unencodable) {
      // Upper case takes a smaller code, and means the same (BOLT 11).
      let code = try QRCode("LIGHTNING:" + request.uppercased())
      console.output(code.terminalText(isColored: console.isTerminal))
    } catch {
      throw Failure("The payment request does not fit into a QR code.")
    }
  }

  private static func paymentRequest(in json: JSONValue) -> String? {
    switch json {
    case .object(let members):
      for member in members {
        if member.name == "paymentRequest", case .string(let text) = member.value, !text.isEmpty {
          return text
        }
        if let found = paymentRequest(in: member.value) { return found }
      }
      return nil
    case .array(let values): return values.lazy.compactMap(paymentRequest).first
    case .null, .bool, .number, .string: return nil
    }
  }
}
