import CCurl
public import PayLytRPC

/// Sends e-mails to one SMTP server over libcurl. Each is a connection of its own, on a thread of a
/// pool: mails are few, and nobody waits for them.
public struct MailSender: Sendable {
  public struct Configuration: Sendable {
    /// `smtp://host:587` with STARTTLS, or `smtps://host:465`.
    public var url: String
    /// nil where the server asks for none.
    public var user: String?
    public var password: String?
    /// Whether a server that does not speak TLS is refused.
    public var requiresTLS = true
    /// A PEM file to trust instead of the machine's authorities.
    public var certificateAuthorityFile: String?
    /// For the whole of it.
    public var timeout: Duration = .seconds(30)

    public init(url: String) { self.url = url }
  }

  private let configuration: Configuration
  private let pool: BlockingPool

  public init(_ configuration: Configuration, pool: BlockingPool) {
    precondition(paylyt_curl_ready() == 1, "libcurl cannot start")
    self.configuration = configuration
    self.pool = pool
  }

  /// Hands `message` over for one recipient.
  ///
  /// - Throws: `MailError`, which tells whether the server may have taken it;
  ///   `BlockingPool.Overloaded`.
  public func send(_ message: MailMessage) async throws {
    let configuration = configuration
    try await pool.run { MailTransfer(message, configuration).carryOut() }.get()
  }
}

/// Why an e-mail was not handed over.
public enum MailError: Error, Equatable {
  /// The server certainly has not taken it, and may do so later.
  case notSent(String)
  /// The server will not take this mail: its code was between 500 and 599 for the recipient, or for
  /// what was sent. What it says to the server that greets it or to the sender is not of this mail.
  case refused(String)
  /// All of it was sent and no answer came back.
  case outcomeUnknown(String)
}

/// One easy handle with its message; lives on one thread, from the first byte to the last.
@safe private final class MailTransfer {
  private let message: MailMessage
  private let configuration: MailSender.Configuration
  private let bytes: [UInt8]
  private var sent = 0
  /// Whether the last command but a farewell named the recipient.
  private var namesRecipient = false

  init(_ message: MailMessage, _ configuration: MailSender.Configuration) {
    self.message = message
    self.configuration = configuration
    bytes = message.bytes
  }

  func carryOut() -> Result<Void, MailError> {
    guard let handle = unsafe curl_easy_init() else { return .failure(.notSent("out of memory")) }
    defer { unsafe curl_easy_cleanup(handle) }
    guard
      let recipients = unsafe curl_slist_append(nil, "<\(message.recipient.text)>")
    else { return .failure(.notSent("out of memory")) }
    defer { unsafe curl_slist_free_all(recipients) }
    let failure = unsafe setUp(handle, recipients)
    guard failure == CURLE_OK else { return .failure(.notSent(Self.reason(failure))) }
    return judge(unsafe curl_easy_perform(handle), code: unsafe paylyt_curl_status(handle))
  }

  private func setUp(
    _ handle: UnsafeMutableRawPointer, _ recipients: UnsafeMutablePointer<curl_slist>
  ) -> CURLcode {
    func text(_ option: CURLoption, _ value: String?) -> CURLcode {
      unsafe paylyt_curl_set_string(handle, option, value)
    }
    func long(_ option: CURLoption, _ value: Int) -> CURLcode {
      unsafe paylyt_curl_set_long(handle, option, value)
    }
    var codes = [
      text(CURLOPT_URL, configuration.url), text(CURLOPT_PROTOCOLS_STR, "smtp,smtps"),
      text(CURLOPT_PROXY, ""), text(CURLOPT_MAIL_FROM, "<\(message.sender.text)>"),
      unsafe paylyt_curl_set_recipients(handle, recipients),
      long(
        CURLOPT_USE_SSL,
        Int(configuration.requiresTLS ? CURLUSESSL_ALL.rawValue : CURLUSESSL_TRY.rawValue)),
      long(CURLOPT_SSL_VERIFYPEER, 1), long(CURLOPT_SSL_VERIFYHOST, 2),
      long(CURLOPT_NOSIGNAL, 1), long(CURLOPT_TIMEOUT_MS, configuration.timeout.wholeMilliseconds),
      text(CURLOPT_USERNAME, configuration.user), text(CURLOPT_PASSWORD, configuration.password),
      unsafe paylyt_curl_set_upload(
        handle, onUpload, Unmanaged.passUnretained(self).toOpaque()),
      unsafe paylyt_curl_set_trace(handle, onTrace, Unmanaged.passUnretained(self).toOpaque()),
    ]
    if let file = configuration.certificateAuthorityFile {
      codes.append(text(CURLOPT_CAINFO, file))
    }
    return codes.first { $0 != CURLE_OK } ?? CURLE_OK
  }

  private func judge(_ code: CURLcode, code answer: Int) -> Result<Void, MailError> {
    guard code != CURLE_OK else { return .success(()) }
    let reason = Self.reason(code) + (answer > 0 ? " (\(answer))" : "")
    if code == CURLE_LOGIN_DENIED { return .failure(.notSent(reason)) }
    let isJudged = namesRecipient || sent == bytes.count
    if isJudged, (500...599).contains(answer) { return .failure(.refused(reason)) }
    let isSilent = answer == 0 || (300...399).contains(answer)
    return .failure(sent == bytes.count && isSilent ? .outcomeUnknown(reason) : .notSent(reason))
  }

  private static func reason(_ code: CURLcode) -> String {
    unsafe String(cString: curl_easy_strerror(code))
  }

  /// A command leaves, of which libcurl shows the text. After a failure it still takes its leave.
  fileprivate func note(command: UnsafeRawBufferPointer) {
    guard unsafe !command.starts(with: "QUIT".utf8) else { return }
    namesRecipient = unsafe command.starts(with: "RCPT TO:".utf8)
  }

  /// Copies what comes next, at most `capacity` bytes.
  fileprivate func fill(_ buffer: UnsafeMutableRawPointer, _ capacity: Int) -> Int {
    let count = min(capacity, bytes.count - sent)
    guard count > 0 else { return 0 }
    unsafe bytes[sent..<sent + count].withUnsafeBytes { part in
      guard let start = part.baseAddress else { return }
      unsafe buffer.copyMemory(from: start, byteCount: count)
    }
    sent += count
    return count
  }
}

private let onTrace: paylyt_curl_trace = { _, kind, text, count, owner in
  guard kind == CURLINFO_HEADER_OUT else { return 0 }
  unsafe Unmanaged<MailTransfer>.fromOpaque(owner).takeUnretainedValue()
    .note(command: UnsafeRawBufferPointer(start: text, count: count))
  return 0
}

private let onUpload: paylyt_curl_data = { buffer, size, count, owner in
  unsafe Unmanaged<MailTransfer>.fromOpaque(owner).takeUnretainedValue()
    .fill(UnsafeMutableRawPointer(buffer), size * count)
}
