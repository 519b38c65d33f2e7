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

  init(of options: UnsafeMutablePointer<Google__Protobuf__FieldOptions>?) {
    for option in unsafe OwnOption.all(of: options?.pointee.base) { set(option) }
  }

  private mutating func set(_ option: OwnOption) {
    switch option.number {
    case 50011: required = option.flag
    case 50012: minimum = option.integer
    case 50013: maximum = option.integer
    case 50014: lengthMaximum = option.integer
    case 50015, 50018: patterns.append(option.text)
    case 50016: lengthMinimum = option.integer
    case 50017: countsBytes = option.flag
    case 50019: choices.append(option.text)
    case 50020: multipleOf = option.integer
    case 50021: isOutputOnly = option.flag
    case 50022: itemLengthMaximum = option.integer
    default: return
    }
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
