import PayLytAPI
import PayLytRPC
import Testing

@testable import PayLytServer

/// Who calls, in the columns of a method table.
enum TableCaller: String, CaseIterable, Sendable {
  /// The parties of the fixtures' deals; this freelancer is a client elsewhere.
  case client, freelancer
  /// A user in every role of users who has nothing to do with it.
  case stranger
  case admin
  /// An API key with every scope, which calls for itself.
  case service

  var user: UUID {
    switch self {
    case .client: .entity(1)
    case .freelancer: .entity(2)
    case .stranger: .entity(3)
    case .admin: .entity(4)
    case .service: .entity(5)
    }
  }

  var caller: Caller { .user(user, roles) }

  private var roles: Roles {
    switch self {
    case .client: .client
    case .freelancer, .stranger: [.client, .freelancer]
    case .admin: .admin
    case .service: [.admin, .service]
    }
  }

  /// Whether the method's permission lets the caller in, so that a command is asked at all.
  func mayCall(_ method: MethodDescriptor) -> Bool {
    let permission = method.options.permission
    let scopes = self == .service ? Set(Permissions.roles.keys) : nil
    let grant = Access.Grant(roles: roles, scopes: scopes)
    guard Access.refusal(of: grant, for: permission) == nil else { return false }
    return self != .service || permission == Permissions.public
      || Permissions.servesAlone(permission)
  }
}

/// What each caller hears of each method in each state of a resource: a text that people read and
/// that is carried out.
///
///     CancelInvoice      client                admin
///     absent             NOT_FOUND             NOT_FOUND
///     pending            cancelled             NOT_THE_CLIENT
///     settled, held      ILLEGAL_TRANSITION    NOT_THE_CLIENT
///
/// The line of a method names the callers whom its permission lets in; all others hear at the door
/// that they may not. A word in capitals is the reason of a refusal, which changes nothing. Any
/// other is the state that follows, of which the journal tells; in parentheses, nothing was changed
/// and nothing is told; or it is told of what changes nothing. `~` is what the caller before hears.
struct MethodTable {
  struct Block {
    /// `CancelInvoice`, or with what is special about the request: `CancelInvoice, stale`.
    let move: String
    let callers: [TableCaller]
    /// By state, in the order of the callers.
    var answers: [String: [String]] = [:]
  }

  struct Malformed: Error { let line: String }

  private(set) var blocks: [Block] = []

  init(_ text: String) throws(Malformed) {
    for line in text.split(separator: "\n") {
      let cells = Self.cells(line)
      guard let first = cells.first, cells.count > 1 else { throw Malformed(line: String(line)) }
      if first.first?.isUppercase == true {
        let callers = cells.dropFirst().compactMap { TableCaller(rawValue: $0) }
        guard callers.count == cells.count - 1, !blocks.contains(where: { $0.move == first })
        else { throw Malformed(line: String(line)) }
        blocks.append(Block(move: first, callers: callers))
        continue
      }
      guard !blocks.isEmpty, cells.count == blocks[blocks.count - 1].callers.count + 1 else {
        throw Malformed(line: String(line))
      }
      for state in first.split(separator: ", ") {
        var answers: [String] = []
        for cell in cells.dropFirst() { answers.append(cell == "~" ? answers.last ?? cell : cell) }
        let known = blocks[blocks.count - 1].answers.updateValue(answers, forKey: String(state))
        guard known == nil else { throw Malformed(line: String(line)) }
      }
    }
  }

  /// Two spaces and more are between cells, one may be within.
  private static func cells(_ line: Substring) -> [String] {
    line.split(separator: "  ").map { cell in
      String(cell.drop { $0 == " " })
    }.filter { !$0.isEmpty }
  }
}

/// A resource of which a table is true.
protocol TableScene: SendableMetatype {
  associatedtype State: RawRepresentable<String>, CaseIterable
  associatedtype Move: RawRepresentable<String>, CaseIterable

  /// `InvoiceService`: whose methods the moves are.
  static var service: String { get }
  static var table: String { get }

  /// The resource in a state, as real commands lead there.
  init(in state: State) throws
  var store: MemoryStore { get }
  /// Asks for what the move says, as the service does, and tells the state that follows.
  func carryOut(_ move: Move, as who: TableCaller) throws -> String
}

extension TableScene {
  /// The methods that the table is about: `InvoiceService/CancelInvoice`.
  static var methods: [String] { Move.allCases.map { method(of: $0.rawValue) } }

  private static func method(of move: String) -> String {
    "\(service)/\(move.prefix { $0 != "," })"
  }

  /// Carries the whole table out.
  static func check(_ descriptors: [String: MethodDescriptor]) throws {
    let table = try MethodTable(table)
    #expect(
      Set(table.blocks.map(\.move)) == Set(Move.allCases.map(\.rawValue)),
      "the table and the moves differ")
    for block in table.blocks {
      guard let move = Move(rawValue: block.move) else { continue }
      let method = try #require(descriptors[method(of: block.move)], "\(block.move) is no method")
      for who in TableCaller.allCases {
        #expect(
          who.mayCall(method) == block.callers.contains(who), "\(block.move) lets \(who) in, or not"
        )
      }
      #expect(
        Set(block.answers.keys) == Set(State.allCases.map(\.rawValue)),
        "\(block.move) has other states")
      for state in State.allCases {
        for (who, expected) in zip(block.callers, block.answers[state.rawValue] ?? []) {
          try check(move, of: method, in: state, as: who, expected)
        }
      }
    }
  }

  private static func check(
    _ move: Move, of method: MethodDescriptor, in state: State, as who: TableCaller,
    _ expected: String
  ) throws {
    let place: Comment = "\(move.rawValue) of \(state.rawValue) by \(who)"
    let scene = try Self(in: state)
    let store = scene.store
    let (before, events) = (store.contents, store.events.count)
    do {
      let next = try scene.carryOut(move, as: who)
      let isChanged = store.contents != before
      let told = store.events.count - events
      let heard = isChanged ? next : told == 0 ? "(\(next))" : "\(next), told"
      #expect(heard == expected, place)
      #expect(told == 1 || !isChanged && told == 0, place)
    } catch let error as any RefusalConvertible {
      #expect(error.refusal.reason == expected, place)
      #expect(store.contents == before && store.events.count == events, place)
      let isDeclared = method.declares(error.refusal.reason, error.refusal.code)
      #expect(isDeclared, place)
    }
    #expect(store.discrepancies.isEmpty && store.generalDiscrepancies.isEmpty, place)
  }
}
