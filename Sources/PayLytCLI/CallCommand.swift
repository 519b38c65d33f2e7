import PayLytJSON
import PayLytRPC

/// `paylyt call Service/Method field=value …`, and what every short form comes down to.
struct CallCommand {
  static let options: [Words.Option] =
    Connection.options + [
      .init(
        name: "json", value: "FILE",
        help:
          "the request as JSON, from a file or - for standard input; one in each line for streams"),
      .init(name: "output", value: "FORMAT", help: "json, table or text"),
      .init(name: "columns", value: "PATHS", help: "of the table, such as name,state,amount"),
      .init(name: "qr", value: nil, help: "draw the payment request in the answer"),
      .init(name: "validate-only", value: nil, help: "rehearse: nothing changes"),
      .init(name: "all", value: nil, help: "follow the pages of a list to the end"),
      .init(name: "count", value: "N", help: "end a stream after N answers"),
      .init(
        name: "deadline", value: "TIME",
        help: "500ms, 2s, 5m, 1h; 30s for single answers when nobody says"),
      .init(name: "metadata", value: "NAME=VALUE", help: "sent along; may be given several times"),
    ] + ListOptions.options

  let types: MethodTypes
  /// What a short form fills in before the words of the person.
  var fields: [String] = []
  var columns: [String] = []
  var format = OutputFormat.json
  /// How further answers are asked for, when the method gives its answer in parts.
  var continuation = Continuation.pages
  var followsContinuation = false
  /// A field of the answer that means that something is wrong.
  var problemField: String?
  /// Whether people see what is to be paid as a picture, too.
  var drawsQR = false

  func run(_ words: Words, _ arguments: [String], _ console: Console) async throws {
    let method = types.method
    let format = try outputFormat(words)
    if words["count"] != nil, method.kind == .unary || method.kind == .clientStreaming {
      throw Failure.misuse("\(method.method) gives one answer: --count ends streams.")
    }
    var left = try words.integer("count", in: 1...Int(Int32.max)) ?? .max
    let columns = words["columns"].map { $0.split(separator: ",").map(String.init) } ?? columns
    let paths = ColumnPaths(schema: Catalog.shared.schema)
    for column in columns { try paths.check(column, of: method.responseType) }
    let connection = try Connection(words, console)
    let requests = try await requests(words, arguments, console)
    let options = try await connection.options(method, words)
    let call = GenericCall(
      types: types, schema: Catalog.shared.schema, channel: connection.channel, options: options)
    let isStream = method.kind == .serverStreaming || method.kind == .bidirectional
    var printer = AnswerPrinter(
      console: console, format: format, columns: columns,
      drawsQR: words.isSet("qr") || drawsQR && format != .json && !words.isSet("validate-only"),
      isStream: isStream)
    guard !isStream, method.kind == .unary, words.isSet("all") || followsContinuation else {
      try await call.run(requests) { answer in
        try finish(answer, &printer, console, isComplete: true)
        left -= 1
        return left > 0
      }
      return
    }
    try await runParts(call, try await requests() ?? .object([]), &printer, console)
  }

  /// One call after the other, each going on where the one before ended.
  private func runParts(
    _ call: GenericCall, _ first: JSONValue, _ printer: inout AnswerPrinter, _ console: Console
  ) async throws {
    var request = first
    for _ in 0..<CLILimits.pagesMax {
      var answer = JSONValue.object([])
      let asked = request
      try await call.run({ asked }) {
        answer = $0
        return false
      }
      guard let next = continuation.next(after: answer, asked) else {
        return try finish(answer, &printer, console, isComplete: true)
      }
      try finish(answer, &printer, console, isComplete: false)
      request = next
    }
    throw Failure("There are more than \(CLILimits.pagesMax) parts; ask for larger ones.")
  }

  private func finish(
    _ answer: JSONValue, _ printer: inout AnswerPrinter, _ console: Console, isComplete: Bool
  ) throws {
    // Of a check that goes on, the end is what counts.
    if isComplete || problemField == nil { try printer.print(answer) }
    if let problemField, let problem = answer[problemField] {
      if !isComplete { try printer.print(answer) }
      throw Failure("A problem was found: \(problem.text())")
    }
    if isComplete, printer.format != .json, case .string(let token)? = answer["nextPageToken"] {
      console.note("There is more: --all, or page_token=\(token)")
    }
  }

  private func outputFormat(_ words: Words) throws(Failure) -> OutputFormat {
    guard let name = words["output"] else { return words["columns"] == nil ? format : .table }
    guard let chosen = OutputFormat(rawValue: name) else {
      let names = OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw .misuse("--output is one of \(names).")
    }
    guard chosen == .table || words["columns"] == nil else {
      throw .misuse("--columns are those of --output table.")
    }
    return chosen
  }

  // MARK: Requests

  private func requests(
    _ words: Words, _ arguments: [String], _ console: Console
  ) async throws -> GenericCall.Requests {
    let isSingle = types.method.kind == .unary || types.method.kind == .serverStreaming
    let given = try FieldArguments(Catalog.shared.schema).request(
      fields + ListOptions.fields(words, of: types) + arguments, of: types.method.requestType)
    let complete = Completion(types, isRehearsal: words.isSet("validate-only"), console)
    if !isSingle {
      guard given == .object([]) else {
        throw Failure.misuse("\(types.method.method) takes many requests: give --json.")
      }
      guard let source = words["json"] else {
        throw Failure.misuse("\(types.method.method) takes many requests: --json FILE, or -.")
      }
      let lines: any LineSource =
        source == "-"
        ? console.input
        : GivenLines(try FileText.read(source, bytesMax: JSONLimits.textBytesMax))
      return {
        while let line = try await lines.next() {
          guard line.contains(where: { $0 > 0x20 }) else { continue }
          return try Self.value(line)
        }
        return nil
      }
    }
    var request = given
    if let source = words["json"] {
      let text =
        source == "-"
        ? try await console.input.rest()
        : try FileText.read(source, bytesMax: JSONLimits.textBytesMax)
      request = try Self.joined(try Self.value(text), given)
    }
    let completed = try complete(request)
    return { completed }
  }

  private static func value(_ text: [UInt8]) throws(Failure) -> JSONValue {
    do throws(JSONSyntaxError) {
      return try JSONValue(text: text)
    } catch {
      throw .misuse("This is no JSON: \(error)")
    }
  }

  /// What is said in words comes on top of what a file says.
  private static func joined(_ file: JSONValue, _ words: JSONValue) throws(Failure) -> JSONValue {
    guard case .object(var members) = file, case .object(let added) = words else {
      throw .misuse("A request is a JSON object.")
    }
    for member in added {
      members.removeAll { $0.name == member.name || $0.name == Readable.snake(member.name) }
      members.append(member)
    }
    return .object(members)
  }
}

/// How a method that answers in parts is asked for the next one.
struct Continuation: Equatable, Sendable {
  /// The field of the answer that says where the next part begins, and where the request wants it.
  let from: String
  let to: String
  /// The field of the answer that says that there is no next part; nil: `from` is empty then.
  let until: String?

  static let pages = Continuation(from: "nextPageToken", to: "pageToken", until: nil)

  func next(after answer: JSONValue, _ request: JSONValue) -> JSONValue? {
    guard let place = answer[from], case .object(var members) = request else { return nil }
    if let until, answer[until] == .bool(true) { return nil }
    members.removeAll { $0.name == to || $0.name == Readable.snake(to) }
    return .object(members + [.init(to, place)])
  }
}
