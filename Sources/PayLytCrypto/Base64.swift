import CSodium

/// Base 64 with the URL-safe alphabet and no padding (RFC 4648 §5), as tokens use it.
public enum Base64URL {
  public static func encode(_ bytes: [UInt8]) -> String {
    Base64Variant.urlSafe.encode(bytes)
  }

  /// Strict: nil for padding, white space, the other alphabet, an impossible length, or bits that
  /// no encoder writes. So every byte string has exactly one text.
  public static func decode(_ text: String) -> [UInt8]? {
    Base64Variant.urlSafe.decode(text)
  }
}

/// Base 64 with the classic alphabet and padding (RFC 4648 §4).
public enum Base64 {
  public static func encode(_ bytes: [UInt8]) -> String {
    Base64Variant.padded.encode(bytes)
  }

  /// As strict as `Base64URL.decode`; the padding must be there.
  public static func decode(_ text: String) -> [UInt8]? {
    Base64Variant.padded.decode(text)
  }
}

private enum Base64Variant {
  case urlSafe, padded

  private var code: Int32 {
    switch self {
    case .urlSafe: sodium_base64_VARIANT_URLSAFE_NO_PADDING
    case .padded: sodium_base64_VARIANT_ORIGINAL
    }
  }

  func encode(_ bytes: [UInt8]) -> String {
    readySodium()
    var text = [CChar](repeating: 0, count: sodium_base64_encoded_len(bytes.count, code))
    _ = unsafe sodium_bin2base64(&text, text.count, bytes, bytes.count, code)
    return String(
      decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func decode(_ text: String) -> [UInt8]? {
    readySodium()
    let characters = text.utf8.map { CChar(bitPattern: $0) }
    var bytes = [UInt8](repeating: 0, count: characters.count / 4 * 3 + 3)
    var count = 0
    // With no end pointer libsodium refuses anything after the last digit by itself.
    let result = unsafe sodium_base642bin(
      &bytes, bytes.count, characters, characters.count, nil, &count, nil, code)
    guard result == 0 else { return nil }
    return Array(bytes.prefix(count))
  }
}
