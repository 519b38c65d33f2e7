import PayLytCrypto
import PayLytHTTP

/// Plays whoever pays our invoices out there, with the simulator's knobs: the money is the
/// provider's then, who tells us of it as of any other.
struct SimulatedPayer: Sendable {
  enum Failure: Error, Equatable {
    /// It is paid, was taken back, or is over.
    case notPayable
    /// The simulator has no such invoice: it keeps its book in memory.
    case unknownInvoice
    /// The provider here is not the simulator.
    case notSimulated
    /// It does not answer. The same payment can be sent again.
    case unavailable
  }

  /// Without a slash at the end.
  let baseURL: String
  let http: HTTPClient

  /// - Parameters:
  ///   - paymentHash: of the invoice; 32 bytes.
  ///   - satoshis: nil for what it asks for.
  ///   - isLate: whether it arrives although the invoice is over.
  ///   - payment: the payment's own name: with the same one, the invoice is paid once.
  func pay(
    _ paymentHash: [UInt8], satoshis: Int64?, isLate: Bool, payment: UUID
  ) async throws(Failure) {
    let amount = satoshis.map { "\"amount_sat\":\($0)," } ?? ""
    let body = "{\(amount)\"late\":\(isLate),\"payment\":\"\(payment)\"}"
    var request = HTTPRequest(
      "POST", "\(baseURL)/sim/invoices/\(Hex.encode(paymentHash))/pay",
      headers: ["Content-Type": "application/json"], body: Array(body.utf8))
    request.timeout = ProviderLimits.timeout
    request.responseBytesMax = ProviderLimits.responseBytesMax
    let response: HTTPResponse
    do throws(HTTPClientError) {
      response = try await http.send(request)
    } catch {
      throw .unavailable
    }
    switch response.status {
    case 200: return
    case 409: throw .notPayable
    // Its own 404 has a code; another server's has none.
    case 404 where String(decoding: response.body, as: UTF8.self).contains("\"not_found\""):
      throw .unknownInvoice
    case 400...499: throw .notSimulated
    default: throw .unavailable
    }
  }
}
