import FoundationEssentials
import Lightning
import PayLytCrypto
import PayLytHTTP

/// The services of simulated users: every address of this host is somebody, but for `nobody`.
struct LNURLDomain {
  let request: HTTPServerRequest
  let now: Int64

  static func operation(_ request: HTTPServerRequest) -> Operation? {
    guard request.method == "GET" else { return nil }
    if request.path.hasPrefix("/.well-known/lnurlp/") { return .lnurlRequest }
    return request.path.hasPrefix("/lnurlp/callback/") ? .lnurlCallback : nil
  }

  func perform(_ operation: Operation, on world: inout World) -> HTTPServerResponse {
    let name = request.path.split(separator: "/").last.map(String.init) ?? ""
    let host = request.headers["Host"] ?? world.configuration.host
    guard let address = try? LightningAddress("\(name)@\(host)"), address.user != "nobody" else {
      return answer(LNURLRefusal(reason: "no such user"))
    }
    let metadata = Self.metadata(of: address)
    guard operation == .lnurlCallback else {
      return answer(
        LNURLPayRequest(
          callback: "http://\(host)/lnurlp/callback/\(address.user)",
          minSendable: Limits.sendableMsat.lowerBound,
          maxSendable: Limits.sendableMsat.upperBound, metadata: metadata))
    }
    guard let amount = request.parameter("amount").flatMap(Int64.init),
      Limits.sendableMsat.contains(amount)
    else { return answer(LNURLRefusal(reason: "the amount is out of bounds")) }
    let isRaised = world.faults.take(.wrongAmount, for: .lnurlCallback) != nil
    let isForeign = world.faults.take(.wrongHash, for: .lnurlCallback) != nil
    do throws(World.Refusal) {
      let invoice = try world.remoteInvoice(
        user: address.user, amountMsat: isRaised ? amount + 1000 : amount,
        metadataHash: SHA256.hash(Array((isForeign ? "[]" : metadata).utf8)), now: now)
      return answer(LNURLPayInvoice(pr: invoice.text))
    } catch {
      return answer(LNURLRefusal(reason: error.message))
    }
  }

  private static func metadata(of address: LightningAddress) -> String {
    #"[["text/plain","Pay \#(address.user)"],["text/identifier","\#(address)"]]"#
  }

  /// LNURL writes its names in camel case, unlike the provider.
  private func answer(_ value: some Encodable) -> HTTPServerResponse {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let bytes = try? encoder.encode(value) else {
      preconditionFailure("our own answer cannot be written")
    }
    return .json(200, Array(bytes))
  }
}
