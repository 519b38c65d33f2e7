import PayLytAPI
import PayLytJSON
import PayLytRPC
import StandardAPI

/// Calls that were prepared, to be sent in their order.
///
/// ```
/// paylyt-calls 1
/// call paylyt.escrow.v1.EscrowService/GetEscrow ada@example.com {"name": "escrows/0190c7a0-…"}
/// call paylyt.audit.v1.AuditService/GetAuditKey - {}
/// ```
/// A call names its method, who calls (`-`: nobody), and the request as protobuf's JSON. Everything
/// is read and checked before the first call is sent: a run measures nothing but the server.
struct CallFile: Sendable {
  static let header = "paylyt-calls 1"

  struct Call: Sendable {
    let method: MethodTypes
    /// A place in `callers`; nil: the call carries no token.
    let caller: Int?
    let request: any WireMessage
  }

  private(set) var callers: [String] = []
  private(set) var calls: [Call] = []
  private var callerIndex: [String: Int] = [:]
  private var requestBytes = 0
  private var isOpened = false
  private let methods: [String: MethodTypes]
  private let schema: ProtoSchema

  init() {
    let all = (PayLytAPIDescriptors.services + StandardAPIDescriptors.services).flatMap(\.self)
    methods = Dictionary(all.map { (String($0.method.path.dropFirst()), $0) }) { first, _ in first }
    schema = ProtoSchema(StandardAPIDescriptors.files + PayLytAPIDescriptors.files)
  }

  /// - Throws: `LoadError` with the number of the line that is none.
  init(path: String) throws(LoadError) {
    self.init()
    try LineFile.read(path, lineBytesMax: LoadLimits.callLineBytesMax) {
      (line) throws(LoadError) in try add(line)
    }
    guard isOpened else { throw LoadError("\(path) is no file of calls") }
    guard !calls.isEmpty else { throw LoadError("\(path) holds no call") }
  }

  mutating func add(_ line: String) throws(LoadError) {
    guard isOpened else {
      guard line == Self.header else {
        throw LoadError("a file of calls begins with \(Self.header)")
      }
      return isOpened = true
    }
    guard !line.isEmpty else { return }
    let words = line.split(separator: " ", maxSplits: 3)
    guard words.count == 4, words[0] == "call" else {
      throw LoadError("expected `call SERVICE/METHOD CALLER {request}`")
    }
    guard calls.count < LoadLimits.preparedCallsMax else {
      throw LoadError("more than \(LoadLimits.preparedCallsMax) calls")
    }
    requestBytes += words[3].utf8.count
    guard requestBytes <= LoadLimits.preparedBytesMax else {
      throw LoadError("the requests are more than \(LoadLimits.preparedBytesMax) bytes")
    }
    let method = try method(String(words[1]))
    calls.append(
      Call(
        method: method, caller: try caller(String(words[2])),
        request: try request(of: method.request, Array(words[3].utf8))))
  }

  private func method(_ name: String) throws(LoadError) -> MethodTypes {
    guard let types = methods[name] else {
      throw LoadError("there is no method \(name); it is package.Service/Method")
    }
    switch types.method.kind {
    case .unary: return types
    case .serverStreaming, .clientStreaming, .bidirectional:
      throw LoadError("\(name) is a stream; calls have one request and one answer")
    }
  }

  private mutating func caller(_ name: String) throws(LoadError) -> Int? {
    guard name != "-" else { return nil }
    if let known = callerIndex[name] { return known }
    guard callers.count < LoadLimits.callersMax else {
      throw LoadError("more than \(LoadLimits.callersMax) callers")
    }
    callers.append(name)
    callerIndex[name] = callers.count - 1
    return callers.count - 1
  }

  private func request<Q: WireMessage>(
    of _: Q.Type, _ text: [UInt8]
  ) throws(LoadError) -> any WireMessage {
    let json: JSONValue
    do throws(JSONSyntaxError) {
      json = try JSONValue(text: text)
    } catch {
      throw LoadError("the request is no JSON: \(error)")
    }
    do throws(WireError) {
      return try Q(json: json, schema)
    } catch {
      throw LoadError("no \(Q.fullName): \(error)")
    }
  }
}
