import CPluginAPI
import CProtobufC

/// What one field of a request accepts: the options of `paylyt/common/v1/options.proto`.
struct FieldRules: Equatable {
  /// nil where the proto does not say.
  var required: Bool?
  var minimum: Int64?
  var maximum: Int64?
  var lengthMinimum: Int64?
  var lengthMaximum: Int64?
  var itemLengthMaximum: Int64?
  var countsBytes = false
  /// Forms of a text, those of resource names among them.
  var patterns: [String] = []
  /// Texts, or names of an enum's values.
  var choices: [String] = []
  var multipleOf: Int64?
  var isOutputOnly = false

  var isRequired: Bool { required ?? false }

  /// The rules of an amount stand on the field that has it, for each has its own.
  static let money = "paylyt.common.v1.Money"

  init() {}

  /// protobuf-c knows no extensions, so they arrive as unknown fields: a length-delimited one with
  /// its length in front, a number as its varint.
  init(of options: UnsafeMutablePointer<Google__Protobuf__FieldOptions>?) {
    guard let base = unsafe options?.pointee.base else { return }
    let fields = unsafe UnsafeBufferPointer(
      start: base.unknown_fields, count: Int(base.n_unknown_fields))
    for index in fields.indices {
      let field = unsafe fields[index]
      let data = unsafe Array(UnsafeBufferPointer(start: field.data, count: field.len))
      set(unsafe field.tag, data)
    }
  }

  private mutating func set(_ tag: UInt32, _ data: [UInt8]) {
    switch tag {
    case 50011: required = data.first != 0
    case 50012: minimum = Self.number(data)
    case 50013: maximum = Self.number(data)
    case 50014: lengthMaximum = Self.number(data)
    case 50015, 50018: patterns.append(Self.text(data))
    case 50016: lengthMinimum = Self.number(data)
    case 50017: countsBytes = data.first != 0
    case 50019: choices.append(Self.text(data))
    case 50020: multipleOf = Self.number(data)
    case 50021: isOutputOnly = data.first != 0
    case 50022: itemLengthMaximum = Self.number(data)
    default: return
    }
  }

  private static func number(_ varint: [UInt8]) -> Int64 {
    var value: UInt64 = 0
    for (index, byte) in varint.prefix(10).enumerated() {
      value |= UInt64(byte & 0x7F) << UInt64(7 * index)
    }
    return Int64(bitPattern: value)
  }

  private static func text(_ data: [UInt8]) -> String {
    // The length prefix ends at the first byte without the continuation bit.
    String(decoding: data.drop { $0 & 0x80 != 0 }.dropFirst(), as: UTF8.self)
  }
}

extension FieldRules {
  /// What the fields that are called the same in all requests accept, where their proto says
  /// nothing else (docs/PROTOS.md).
  private static let conventions: [String: FieldRules] = {
    var requestID = FieldRules()
    requestID.required = true
    requestID.patterns = ["{uuid}"]
    var etag = FieldRules()
    etag.lengthMaximum = 100
    var pageSize = FieldRules()
    pageSize.minimum = 0
    var pageToken = FieldRules()
    pageToken.lengthMaximum = 1000
    return [
      "request_id": requestID, "etag": etag, "page_size": pageSize, "page_token": pageToken,
    ]
  }()

  /// The rules of `field` in `message`.
  static func of(_ field: ProtoField, in message: ProtoMessage) -> FieldRules {
    guard message.isRequest, var rules = conventions[field.name] else { return field.rules }
    if let required = field.rules.required { rules.required = required }
    return rules
  }
}

extension ProtoMessage {
  /// Of our own packages: those of others have rules of their own.
  var isOurs: Bool { package.hasPrefix(ProtoLint.packagePrefix) }

  fileprivate var isRequest: Bool { isOurs && name.hasSuffix("Request") }

  /// The field mask that says what a request changes.
  var mask: ProtoField? {
    fields.first {
      guard case .message("google.protobuf.FieldMask") = $0.kind else { return false }
      return $0.name == "update_mask"
    }
  }

  /// Where there is a mask: the field with the resource that it is about, which is the only message
  /// beside it; nil when it is about fields of the request itself.
  var maskedResource: ProtoField? {
    guard mask != nil else { return nil }
    let own = fields.filter {
      !["request_id", "name", "etag", "validate_only", "update_mask"].contains($0.name)
    }
    guard own.count == 1, case .message = own[0].kind else { return nil }
    return own[0]
  }
}

extension FieldRules {
  /// The rules as sentences, for the manual; nil for none.
  var sentence: String? {
    let lengths: String? =
      switch (lengthMinimum, lengthMaximum) {
      case (let minimum?, let maximum?):
        minimum == maximum ? "\(minimum)" : "\(minimum) to \(maximum)"
      case (nil, let maximum?): "at most \(maximum)"
      case (let minimum?, nil): "at least \(minimum)"
      case (nil, nil): nil
      }
    let numbers: String? =
      switch (minimum, maximum) {
      case (let minimum?, let maximum?): "\(minimum) to \(maximum)"
      case (let minimum?, nil): "from \(minimum)"
      case (nil, let maximum?): "up to \(maximum)"
      case (nil, nil): nil
      }
    func code(_ texts: [String]) -> String {
      texts.map { "`\($0)`" }.joined(separator: " or ")
    }
    let parts = [
      isRequired ? "required" : nil, numbers, multipleOf.map { "a multiple of \($0)" },
      lengths.map { "length \($0)\(countsBytes ? " bytes" : "")" },
      itemLengthMaximum.map { "each at most \($0) long" },
      patterns.isEmpty ? nil : code(patterns), choices.isEmpty ? nil : code(choices),
    ].compactMap { $0 }
    guard !isOutputOnly else { return "Output only." }
    return parts.isEmpty ? nil : "Accepted: \(parts.joined(separator: "; "))."
  }
}
