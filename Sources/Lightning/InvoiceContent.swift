/// The meaning of an invoice's fields, with every rule of the specification for readers.
///
/// Unknown types are skipped, and so are `p`, `h`, `s` and `n` of another length than today's: they
/// are the room in which the format grows.
struct InvoiceContent {
  let paymentHash: [UInt8]
  let paymentSecret: [UInt8]
  let purpose: InvoiceDescription
  let expirySeconds: Int64?
  let minFinalCLTVExpiryDelta: Int64?
  let features: InvoiceFeatures
  let metadata: [UInt8]?
  let fallbacks: [FallbackAddress]
  let routes: [[RouteHop]]

  private static let hashWords = 52

  init(_ signed: SignedFields) throws(BOLT11Error) {
    let fields = signed.fields
    features = try Self.features(in: fields)
    guard let hash = try Self.hash(FieldType.paymentHash, "p", in: fields) else {
      throw .missingField("p")
    }
    paymentHash = hash
    guard let secret = try Self.hash(FieldType.paymentSecret, "s", in: fields) else {
      throw .missingField("s")
    }
    paymentSecret = secret
    purpose = try Self.purpose(in: fields)
    expirySeconds = try Self.number(FieldType.expiry, "x", in: fields)
    minFinalCLTVExpiryDelta = try Self.number(FieldType.minFinalCLTVExpiryDelta, "c", in: fields)
    metadata = try Self.bytes(FieldType.metadata, "m", in: fields)
    fallbacks = try Self.fallbacks(in: fields)
    routes = try Self.routes(in: fields)
  }

  /// The words of the one field of a type; nil when there is none.
  private static func single(
    _ type: UInt8, _ letter: Character, length: Int? = nil, in fields: [TaggedField]
  ) throws(BOLT11Error) -> ArraySlice<UInt8>? {
    let matching = fields.filter {
      $0.type == type && (length == nil || $0.words.count == length)
    }
    guard matching.count <= 1 else { throw .duplicateField(letter) }
    return matching.first?.words
  }

  private static func bytes(
    _ type: UInt8, _ letter: Character, length: Int? = nil, in fields: [TaggedField]
  ) throws(BOLT11Error) -> [UInt8]? {
    guard let words = try single(type, letter, length: length, in: fields) else { return nil }
    guard let bytes = FiveBit.bytes(of: words) else { throw .malformedField(letter) }
    return bytes
  }

  private static func hash(
    _ type: UInt8, _ letter: Character, in fields: [TaggedField]
  ) throws(BOLT11Error) -> [UInt8]? {
    try bytes(type, letter, length: hashWords, in: fields)
  }

  private static func number(
    _ type: UInt8, _ letter: Character, in fields: [TaggedField]
  ) throws(BOLT11Error) -> Int64? {
    guard let words = try single(type, letter, in: fields) else { return nil }
    guard let number = FiveBit.number(words) else { throw .malformedField(letter) }
    return number
  }

  private static func features(
    in fields: [TaggedField]
  ) throws(BOLT11Error) -> InvoiceFeatures {
    guard let words = try single(FieldType.features, "9", in: fields) else {
      return InvoiceFeatures(bits: [])
    }
    let features = InvoiceFeatures(words: words)
    if let unknown = features.unknownRequired { throw .unknownRequiredFeature(unknown) }
    if let missing = features.missingDependency { throw .missingFeature(missing) }
    return features
  }

  private static func purpose(
    in fields: [TaggedField]
  ) throws(BOLT11Error) -> InvoiceDescription {
    let text = try bytes(FieldType.description, "d", in: fields)
    let hash = try hash(FieldType.descriptionHash, "h", in: fields)
    switch (text, hash) {
    case (.some(let bytes), nil):
      guard let text = String(validating: bytes, as: UTF8.self) else { throw .malformedField("d") }
      return .text(text)
    case (nil, .some(let hash)): return .hash(hash)
    case (.some, .some): throw .twoDescriptions
    case (nil, nil): throw .missingField("d")
    }
  }

  private static func fallbacks(
    in fields: [TaggedField]
  ) throws(BOLT11Error) -> [FallbackAddress] {
    var fallbacks: [FallbackAddress] = []
    for field in fields where field.type == FieldType.fallback {
      switch FallbackAddress.read(field.words) {
      case .address(let address): fallbacks.append(address)
      case .unknown: continue
      case .malformed: throw .malformedField("f")
      }
    }
    return fallbacks
  }

  private static func routes(in fields: [TaggedField]) throws(BOLT11Error) -> [[RouteHop]] {
    var routes: [[RouteHop]] = []
    for field in fields where field.type == FieldType.route {
      guard let bytes = FiveBit.bytes(of: field.words), !bytes.isEmpty,
        bytes.count.isMultiple(of: RouteHop.byteCount)
      else { throw .malformedField("r") }
      var route: [RouteHop] = []
      for start in stride(from: 0, to: bytes.count, by: RouteHop.byteCount) {
        let part = Array(bytes[start..<start + RouteHop.byteCount])
        guard let hop = RouteHop(bytes: part) else { throw .malformedField("r") }
        route.append(hop)
      }
      routes.append(route)
    }
    return routes
  }
}
