import FoundationEssentials
import PayLytHTTP

/// The simulator's JSON; names have underscores on the wire.
enum JSON {
  static func encode(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(value))
    } catch {
      preconditionFailure("our own answer cannot be written: \(error)")
    }
  }

  static func decode<Value: Decodable>(
    _ type: Value.Type, from bytes: [UInt8]
  ) throws(World.Refusal) -> Value {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    do {
      return try decoder.decode(type, from: Data(bytes))
    } catch {
      throw World.Refusal(400, "invalid_body", "the body is not the JSON that is expected here")
    }
  }

  /// Seconds since 1970 in ISO 8601, as Bitnob writes moments.
  static func moment(_ seconds: Int64) -> String {
    Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
  }
}

/// Bitnob's frame of today.
struct Envelope<Payload: Encodable>: Encodable {
  struct Metadata: Encodable { let requestId: String }

  let success = true
  let message: String
  let data: Payload
  let metadata: Metadata
  let timestamp: String
}

/// Bitnob's frame of yesterday, which some of its Lightning calls still use.
struct StatusEnvelope<Payload: Encodable>: Encodable {
  let status = true
  let message: String
  let data: Payload
}

struct ErrorEnvelope: Encodable {
  let success = false
  let error: String
  let message: String
  let details: [String: String]?
}

extension HTTPServerResponse {
  static func refusal(_ refusal: World.Refusal) -> HTTPServerResponse {
    let envelope = ErrorEnvelope(
      error: refusal.code, message: refusal.message, details: refusal.details)
    return .json(refusal.status, JSON.encode(envelope))
  }
}
