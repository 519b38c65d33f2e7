import CCurl

/// Owns one libcurl easy handle with its request and what has arrived of its response.
///
/// Confined to the loop of its client; the handle borrows this object, which frees it in `deinit`.
@safe final class Transfer {
  let handle: UnsafeMutableRawPointer
  private let headerLines: UnsafeMutablePointer<curl_slist>?
  private let responseBytesMax: Int
  private let cutsLongResponse: Bool

  private var headers = HTTPHeaders()
  private var headerBytes = 0
  private var body: [UInt8] = []
  private var isTooLarge = false
  private var wasRefusedAddress = false

  /// - Throws: `.invalidRequest`, or `.notSent` when there is no memory.
  init(_ request: HTTPRequest, _ configuration: HTTPClient.Configuration) throws(HTTPClientError) {
    if let flaw = request.flaw { throw .invalidRequest(flaw) }
    guard let handle = unsafe curl_easy_init() else { throw .notSent("out of memory") }
    var lines: UnsafeMutablePointer<curl_slist>?
    for line in Self.lines(of: request.headers) {
      guard let longer = unsafe curl_slist_append(lines, line) else {
        unsafe curl_slist_free_all(lines)
        unsafe curl_easy_cleanup(handle)
        throw .notSent("out of memory")
      }
      unsafe lines = unsafe longer
    }
    unsafe self.handle = handle
    unsafe headerLines = unsafe lines
    responseBytesMax = request.responseBytesMax
    cutsLongResponse = request.cutsLongResponse
    let failure = setUp(request, configuration)
    guard failure == CURLE_OK else {
      throw .invalidRequest(unsafe String(cString: curl_easy_strerror(failure)))
    }
  }

  deinit {
    unsafe curl_easy_cleanup(handle)
    unsafe curl_slist_free_all(headerLines)
  }

  /// Finds this transfer again when libcurl names its handle.
  var key: UInt { unsafe UInt(bitPattern: handle) }

  /// Whether bytes of the request may have reached the server.
  var mayHaveBeenSent: Bool { unsafe paylyt_curl_request_size(handle) > 0 }

  /// Whether its name was found, or there was none to look up.
  var wasLookedUp: Bool { unsafe paylyt_curl_lookup_microseconds(handle) > 0 }

  /// What the transfer came to, once libcurl is done with it.
  func result(_ code: CURLcode) -> Result<HTTPResponse, HTTPClientError> {
    if code == CURLE_OK || isTooLarge && cutsLongResponse {
      let status = Int(unsafe paylyt_curl_status(handle))
      return .success(HTTPResponse(status: status, headers: headers, body: body))
    }
    if isTooLarge { return .failure(.responseTooLarge(limitBytes: responseBytesMax)) }
    guard !wasRefusedAddress || mayHaveBeenSent else {
      return .failure(.privateAddress)
    }
    guard code != CURLE_COULDNT_RESOLVE_HOST else { return .failure(.unknownHost) }
    let reason = unsafe String(cString: curl_easy_strerror(code))
    return .failure(mayHaveBeenSent ? .outcomeUnknown(reason) : .notSent(reason))
  }

  /// "Name;" is how libcurl spells a header without a value.
  private static func lines(of headers: HTTPHeaders) -> [String] {
    // Without it libcurl waits for "100 Continue" before larger bodies.
    ["Expect:"]
      + headers.fields.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
  }

  private func setUp(_ request: HTTPRequest, _ configuration: HTTPClient.Configuration) -> CURLcode
  {
    var codes = [
      unsafe paylyt_curl_set_string(handle, CURLOPT_URL, request.url),
      unsafe paylyt_curl_set_string(handle, CURLOPT_PROTOCOLS_STR, "http,https"),
      // Not even a proxy of the environment: what is configured here is all there is.
      unsafe paylyt_curl_set_string(handle, CURLOPT_PROXY, ""),
      unsafe paylyt_curl_set_headers(handle, headerLines),
      long(CURLOPT_NOSIGNAL, 1), long(CURLOPT_FOLLOWLOCATION, 0),
      long(CURLOPT_SSL_VERIFYPEER, 1), long(CURLOPT_SSL_VERIFYHOST, 2),
      long(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1)),
      // A transfer that ends while its name is looked up leaves the thread that does so behind. By
      // itself libcurl waits for it, on the loop, as long as the resolver has patience.
      long(CURLOPT_QUICK_EXIT, 1),
      long(CURLOPT_TIMEOUT_MS, request.timeout.wholeMilliseconds),
      long(CURLOPT_CONNECTTIMEOUT_MS, configuration.connectTimeout.wholeMilliseconds),
      // libcurl silently repeats a request whose reused connection turns out dead, whatever its
      // method. Only a safe one may be repeated, so any other gets a connection of its own.
      long(CURLOPT_FRESH_CONNECT, request.isSafe ? 0 : 1),
      unsafe paylyt_curl_set_callbacks(
        handle, onHeader, onBody, Unmanaged.passUnretained(self).toOpaque()),
    ]
    if let file = configuration.certificateAuthorityFile {
      codes.append(unsafe paylyt_curl_set_string(handle, CURLOPT_CAINFO, file))
    }
    if !configuration.allowsPrivateAddresses {
      codes.append(
        unsafe paylyt_curl_set_gate(
          handle, onAddress, Unmanaged.passUnretained(self).toOpaque()))
    }
    switch request.method {
    case "GET": codes.append(long(CURLOPT_HTTPGET, 1))
    case "HEAD": codes.append(long(CURLOPT_NOBODY, 1))
    default:
      codes.append(unsafe paylyt_curl_set_string(handle, CURLOPT_CUSTOMREQUEST, request.method))
      let body = request.body ?? []
      codes.append(unsafe paylyt_curl_set_body(handle, body, body.count))
    }
    return codes.first { $0 != CURLE_OK } ?? CURLE_OK
  }

  private func long(_ option: CURLoption, _ value: Int) -> CURLcode {
    unsafe paylyt_curl_set_long(handle, option, value)
  }

  /// - Returns: whether it may be connected to.
  fileprivate func mayConnect(to address: [UInt8]) -> Bool {
    guard !PublicAddress.contains(address) else { return true }
    wasRefusedAddress = true
    return false
  }

  /// - Returns: whether the transfer may go on.
  fileprivate func receiveHeader(_ line: String, bytes: Int) -> Bool {
    headerBytes += bytes
    guard headerBytes <= Limits.responseHeaderBytesMax else { return false }
    if line.hasPrefix("HTTP/") {
      // An interim response (1xx) came before; its headers are not the answer's.
      headers = HTTPHeaders()
    } else if let colon = line.firstIndex(of: ":") {
      let value = line[line.index(after: colon)...]
      headers.append(String(line[..<colon]), Self.trimmed(value))
    }
    return true
  }

  /// - Returns: whether the transfer may go on.
  fileprivate func receiveBody(_ bytes: [UInt8]) -> Bool {
    guard bytes.count <= responseBytesMax - body.count else {
      isTooLarge = true
      if cutsLongResponse { body += bytes.prefix(responseBytesMax - body.count) }
      return false
    }
    body += bytes
    return true
  }

  private static func trimmed(_ text: Substring) -> String {
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0.isNewline }
    var text = text.drop(while: isSpace)
    while let last = text.last, isSpace(last) { text.removeLast() }
    return String(text)
  }
}

/// libcurl's way to refuse data: any count but the one that it offered.
private let refused = 0

private let onHeader: paylyt_curl_data = { data, size, count, owner in
  let transfer = unsafe Unmanaged<Transfer>.fromOpaque(owner).takeUnretainedValue()
  let bytes = unsafe UnsafeRawBufferPointer(start: data, count: size * count)
  let line = unsafe String(decoding: bytes, as: UTF8.self)
  return transfer.receiveHeader(line, bytes: size * count) ? size * count : refused
}

private let onBody: paylyt_curl_data = { data, size, count, owner in
  let transfer = unsafe Unmanaged<Transfer>.fromOpaque(owner).takeUnretainedValue()
  let bytes = unsafe Array(UnsafeRawBufferPointer(start: data, count: size * count))
  guard !bytes.isEmpty else { return 0 }
  return transfer.receiveBody(bytes) ? size * count : refused
}

private let onAddress: paylyt_curl_gate = { owner, _, address in
  guard let owner = unsafe owner, let address = unsafe address else { return CURL_SOCKET_BAD }
  var bytes = [UInt8](repeating: 0, count: 16)
  let count = unsafe paylyt_curl_address(address, &bytes)
  let transfer = unsafe Unmanaged<Transfer>.fromOpaque(owner).takeUnretainedValue()
  guard transfer.mayConnect(to: Array(bytes.prefix(count))) else { return CURL_SOCKET_BAD }
  return unsafe paylyt_curl_open(address)
}

extension Duration {
  /// At least 1 (libcurl reads 0 as "for ever") and at most what a C `int` holds.
  var wholeMilliseconds: Int {
    let (seconds, attoseconds) = components
    guard seconds < 2_000_000 else { return 2_000_000_000 }
    return max(1, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
  }
}
