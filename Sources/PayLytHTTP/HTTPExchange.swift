import CMicrohttpd
import PayLytRPC

/// One request on its way through the server: collected, handled, answered.
///
/// Confined to the loop of its server. libmicrohttpd holds one reference from the request line to
/// the completed callback, which always comes.
@safe final class HTTPExchange {
  let connection: OpaquePointer
  let method: String
  let path: String
  private let bodyBytesMax: Int

  private var body: [UInt8] = []
  private var receivedBytes = 0
  var response: HTTPServerResponse?
  /// libmicrohttpd does not look at the connection until it is resumed.
  var isSuspended = false
  var isHandled = false
  var task: Task<Void, Never>?
  var timer: TimerID?

  init(connection: OpaquePointer, method: String, path: String, bodyBytesMax: Int) {
    unsafe self.connection = connection
    self.method = method
    self.path = path
    self.bodyBytesMax = bodyBytesMax
  }

  var isTooLarge: Bool { receivedBytes > bodyBytesMax }

  /// Whether the request says by itself that its body is too large, or says nothing that we can
  /// trust (RFC 9110 §8.6).
  var announcesTooMuch: Bool {
    guard let length = headers()["content-length"] else { return false }
    guard let count = Int(length), count >= 0 else { return true }
    return count > bodyBytesMax
  }

  /// Takes the next bytes of the body; past the bound they are only counted.
  ///
  /// - Returns: false when so much came that the connection is to be cut.
  func receive(_ bytes: UnsafeRawBufferPointer) -> Bool {
    receivedBytes += bytes.count
    if isTooLarge {
      body = []
      return receivedBytes <= bodyBytesMax * Limits.oversizeFactorMax
    }
    unsafe body.append(contentsOf: bytes)
    return true
  }

  /// The request, once it has arrived whole.
  func request() -> HTTPServerRequest {
    let query = values(of: .GET_ARGUMENT_KIND)
    return HTTPServerRequest(
      method: method, path: path, query: query, headers: headers(), body: body)
  }

  private func headers() -> HTTPHeaders {
    var headers = HTTPHeaders()
    for (name, value) in values(of: .HEADER_KIND) { headers.append(name, value) }
    return headers
  }

  private func values(of kind: MHD_ValueKind) -> [(name: String, value: String)] {
    let list = ValueList()
    _ = unsafe MHD_get_connection_values_n(
      connection, kind, onValue, Unmanaged.passUnretained(list).toOpaque())
    return list.values
  }

  /// Hands the response to libmicrohttpd, which copies it.
  func queueResponse() -> MHD_Result {
    guard let response, !response.isDropped else { return .NO }
    let raw = unsafe response.body.withUnsafeBytes { bytes in
      // The buffer is only read, because it is copied; its parameter is not const all the same.
      unsafe MHD_create_response_from_buffer(
        bytes.count, UnsafeMutableRawPointer(mutating: bytes.baseAddress),
        .RESPMEM_MUST_COPY)
    }
    guard let raw = unsafe raw else { return .NO }
    defer { unsafe MHD_destroy_response(raw) }
    for field in response.headers.fields {
      let added = unsafe MHD_add_response_header(raw, field.name, field.value)
      guard added == .YES else { return .NO }
    }
    return unsafe MHD_queue_response(connection, UInt32(response.status), raw)
  }
}

private final class ValueList {
  var values: [(name: String, value: String)] = []
}

private let onValue: MHD_KeyValueIteratorN = { list, _, name, nameCount, value, valueCount in
  guard let list = unsafe list else { return .NO }
  let name = unsafe UnsafeRawBufferPointer(start: name, count: nameCount)
  let value = unsafe UnsafeRawBufferPointer(start: value, count: valueCount)
  unsafe Unmanaged<ValueList>.fromOpaque(list).takeUnretainedValue().values.append(
    unsafe (String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self)))
  return .YES
}
