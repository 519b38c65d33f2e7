// Generated from google/rpc/error_details.proto by protoc-gen-paylyt. Do not edit.

import CStandardAPI
public import PayLytRPC

/// The stable reason of an error.
public struct GoogleErrorInfo: WireMessage {
  /// UPPER_SNAKE_CASE, stable, unique within the domain.
  public var reason: String = ""
  /// Who gives the reason a meaning, such as "paylyt.dev".
  public var domain: String = ""
  /// Values that belong to the reason.
  public var metadata: [String: String] = [:]
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// When to try again.
public struct GoogleRetryInfo: WireMessage {
  /// The least time to wait from now.
  public var retryDelay: ProtoDuration? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// What a developer of the server wants to see.
public struct GoogleDebugInfo: WireMessage {
  public var stackEntries: [String] = []
  public var detail: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// Which quotas are used up.
public struct GoogleQuotaFailure: WireMessage {
  public var violations: [GoogleQuotaFailure.Violation] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public struct Violation: WireMessage {
    /// Whose quota it is.
    public var subject: String = ""
    public var description: String = ""
    /// The service that keeps the quota.
    public var apiService: String = ""
    public var quotaMetric: String = ""
    public var quotaID: String = ""
    public var quotaDimensions: [String: String] = [:]
    /// The limit when the call was made.
    public var quotaValue: Int64 = 0
    /// The limit that is being rolled out.
    public var futureQuotaValue: Int64? = nil
    /// Fields that the proto of this build does not know, sent on unchanged.
    public var unknownFields: UnknownFields
  }
}

/// What must become true before the call can succeed.
public struct GooglePreconditionFailure: WireMessage {
  public var violations: [GooglePreconditionFailure.Violation] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public struct Violation: WireMessage {
    /// The kind of condition, UPPER_SNAKE_CASE.
    public var type: String = ""
    /// What it is about.
    public var subject: String = ""
    public var description: String = ""
    /// Fields that the proto of this build does not know, sent on unchanged.
    public var unknownFields: UnknownFields
  }
}

/// Which fields of the request are wrong.
public struct GoogleBadRequest: WireMessage {
  public var fieldViolations: [GoogleBadRequest.FieldViolation] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public struct FieldViolation: WireMessage {
    /// The path to the field: `milestones[1].title`.
    public var field: String = ""
    public var description: String = ""
    /// The stable reason, UPPER_SNAKE_CASE.
    public var reason: String = ""
    public var localizedMessage: GoogleLocalizedMessage? = nil
    /// Fields that the proto of this build does not know, sent on unchanged.
    public var unknownFields: UnknownFields
  }
}

/// How to find this request in the server's logs.
public struct GoogleRequestInfo: WireMessage {
  public var requestID: String = ""
  public var servingData: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// The resource that was asked for.
public struct GoogleResourceInfo: WireMessage {
  public var resourceType: String = ""
  public var resourceName: String = ""
  public var owner: String = ""
  public var description: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// Where to read more.
public struct GoogleHelp: WireMessage {
  public var links: [GoogleHelp.Link] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public struct Link: WireMessage {
    public var description: String = ""
    public var url: String = ""
    /// Fields that the proto of this build does not know, sent on unchanged.
    public var unknownFields: UnknownFields
  }
}

/// A message for the user, in the user's language.
public struct GoogleLocalizedMessage: WireMessage {
  /// BCP 47, such as "en-NG".
  public var locale: String = ""
  public var message: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension GoogleErrorInfo {
  public static let fullName = "google.rpc.ErrorInfo"
  public static let wireLayout = unsafe WireLayout(google__rpc__error_info__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    reason: String = "",
    domain: String = "",
    metadata: [String: String] = [:]
  ) {
    self.init(
      reason: reason,
      domain: domain,
      metadata: metadata,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Rpc__ErrorInfo.self)
    let reason: String = unsafe Wire.string(_c.pointee.reason)
    let domain: String = unsafe Wire.string(_c.pointee.domain)
    let metadata: [String: String] = unsafe Wire.dictionary(_c.pointee.metadata, _c.pointee.n_metadata) {
      unsafe (Wire.string($0.key), Wire.string($0.value))
    }
    unsafe self.init(
      reason: reason,
      domain: domain,
      metadata: metadata,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__rpc__error_info__init, keeping: self.unknownFields)
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.domain = arena.string(self.domain)
    unsafe c.pointee.metadata = arena.entries(self.metadata) { key, value in
      let entry = unsafe arena.make(google__rpc__error_info__metadata_entry__init)
      unsafe entry.pointee._key_case = .init(rawValue: 1)
      unsafe entry.pointee.key = arena.string(key)
      unsafe entry.pointee._value_case = .init(rawValue: 2)
      unsafe entry.pointee.value = arena.string(value)
      return unsafe entry
    }
    unsafe c.pointee.n_metadata = self.metadata.count
    return UnsafeMutableRawPointer(c)
  }
}

extension GoogleRetryInfo {
  public static let fullName = "google.rpc.RetryInfo"
  public static let wireLayout = unsafe WireLayout(google__rpc__retry_info__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    retryDelay: ProtoDuration? = nil
  ) {
    self.init(
      retryDelay: retryDelay,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Rpc__RetryInfo.self)
    let retryDelay: ProtoDuration? = unsafe Wire.messageIfPresent(_c.pointee.retry_delay)
    unsafe self.init(
      retryDelay: retryDelay,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__rpc__retry_info__init, keeping: self.unknownFields)
    unsafe c.pointee.retry_delay = arena.messageIfPresent(self.retryDelay)
    return UnsafeMutableRawPointer(c)
  }
}

extension GoogleDebugInfo {
  public static let fullName = "google.rpc.DebugInfo"
  public static let wireLayout = unsafe WireLayout(google__rpc__debug_info__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    stackEntries: [String] = [],
    detail: String = ""
  ) {
    self.init(
      stackEntries: stackEntries,
      detail: detail,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Rpc__DebugInfo.self)
    let stackEntries: [String] = unsafe Wire.array(_c.pointee.stack_entries, _c.pointee.n_stack_entries) { unsafe Wire.string($0) }
    let detail: String = unsafe Wire.string(_c.pointee.detail)
    unsafe self.init(
      stackEntries: stackEntries,
      detail: detail,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__rpc__debug_info__init, keeping: self.unknownFields)
    unsafe c.pointee.stack_entries = arena.array(self.stackEntries) { unsafe arena.string($0) }
    unsafe c.pointee.n_stack_entries = self.stackEntries.count
    unsafe c.pointee.detail = arena.string(self.detail)
    return UnsafeMutableRawPointer(c)
  }
}

extension GoogleQuotaFailure {
  public static let fullName = "google.rpc.QuotaFailure"
  public static let wireLayout = unsafe WireLayout(google__rpc__quota_failure__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    violations: [GoogleQuotaFailure.Violation] = []
  ) {
    self.init(
      violations: violations,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Rpc__QuotaFailure.self)
    let violations: [GoogleQuotaFailure.Violation] = unsafe Wire.array(_c.pointee.violations, _c.pointee.n_violations) { unsafe Wire.message($0) }
    unsafe self.init(
      violations: violations,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__rpc__quota_failure__init, keeping: self.unknownFields)
    unsafe c.pointee.violations = arena.array(self.violations) { unsafe arena.message($0) }
    unsafe c.pointee.n_violations = self.violations.count
    return UnsafeMutableRawPointer(c)
  }
}

extension GoogleQuotaFailure.Violation {
  public static let fullName = "google.rpc.QuotaFailure.Violation"
  public static let wireLayout = unsafe WireLayout(google__rpc__quota_failure__violation__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    subject: String = "",
    description: String = "",
    apiService: String = "",
    quotaMetric: String = "",
    quotaID: String = "",
    quotaDimensions: [String: String] = [:],
    quotaValue: Int64 = 0,
    futureQuotaValue: Int64? = nil
  ) {
    self.init(
      subject: subject,
      description: description,
      apiService: apiService,
      quotaMetric: quotaMetric,
      quotaID: quotaID,
      quotaDimensions: quotaDimensions,
      quotaValue: quotaValue,
      futureQuotaValue: futureQuotaValue,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Rpc__QuotaFailure__Violation.self)
    let subject: String = unsafe Wire.string(_c.pointee.subject)
    let description: String = unsafe Wire.string(_c.pointee.description)
    let apiService: String = unsafe Wire.string(_c.pointee.api_service)
    let quotaMetric: String = unsafe Wire.string(_c.pointee.quota_metric)
    let quotaID: String = unsafe Wire.string(_c.pointee.quota_id)
    let quotaDimensions: [String: String] = unsafe Wire.dictionary(_c.pointee.quota_dimensions, _c.pointee.n_quota_dimensions) {
      unsafe (Wire.string($0.key), Wire.string($0.value))
    }
    let quotaValue: Int64 = unsafe _c.pointee.quota_value
    let futureQuotaValue: Int64? = unsafe _c.pointee._future_quota_value_case.rawValue == 0 ? nil : _c.pointee.future_quota_value
    unsafe self.init(
      subject: subject,
      description: description,
      apiService: apiService,
      quotaMetric: quotaMetric,
      quotaID: quotaID,
      quotaDimensions: quotaDimensions,
      quotaValue: quotaValue,
      futureQuotaValue: futureQuotaValue,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__rpc__quota_failure__violation__init, keeping: self.unknownFields)
    unsafe c.pointee.subject = arena.string(self.subject)
    unsafe c.pointee.description = arena.string(self.description)
    unsafe c.pointee.api_service = arena.string(self.apiService)
    unsafe c.pointee.quota_metric = arena.string(self.quotaMetric)
    unsafe c.pointee.quota_id = arena.string(self.quotaID)
    unsafe c.pointee.quota_dimensions = arena.entries(self.quotaDimensions) { key, value in
      let entry = unsafe arena.make(google__rpc__quota_failure__violation__quota_dimensions_entry__init)
      unsafe entry.pointee._key_case = .init(rawValue: 1)
      unsafe entry.pointee.key = arena.string(key)
      unsafe entry.pointee._value_case = .init(rawValue: 2)
      unsafe entry.pointee.value = arena.string(value)
      return unsafe entry
    }
    unsafe c.pointee.n_quota_dimensions = self.quotaDimensions.count
    unsafe c.pointee.quota_value = self.quotaValue
    if let value = self.futureQuotaValue {
      unsafe c.pointee._future_quota_value_case = .init(rawValue: 8)
      unsafe c.pointee.future_quota_value = value
    }
    return UnsafeMutableRawPointer(c)
  }
}

extension GooglePreconditionFailure {
  public static let fullName = "google.rpc.PreconditionFailure"
  public static let wireLayout = unsafe WireLayout(google__rpc__precondition_failure__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    violations: [GooglePreconditionFailure.Violation] = []
  ) {
    self.init(
      violations: violations,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Rpc__PreconditionFailure.self)
    let violations: [GooglePreconditionFailure.Violation] = unsafe Wire.array(_c.pointee.violations, _c.pointee.n_violations) { unsafe Wire.message($0) }
    unsafe self.init(
      violations: violations,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__rpc__precondition_failure__init, keeping: self.unknownFields)
    unsafe c.pointee.violations = arena.array(self.violations) { unsafe arena.message($0) }
    unsafe c.pointee.n_violations = self.violations.count
    return UnsafeMutableRawPointer(c)
  }
}

extension GooglePreconditionFailure.Violation {
  public static let fullName = "google.rpc.PreconditionFailure.Violation"
  public static let wireLayout = unsafe WireLayout(google__rpc__precondition_failure__violation__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    type: String = "",
    subject: String = "",
    description: String = ""
  ) {
    self.init(
      type: type,
      subject: subject,
      description: description,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Rpc__PreconditionFailure__Violation.self)
    let type: String = unsafe Wire.string(_c.pointee.type)
    let subject: String = unsafe Wire.string(_c.pointee.subject)
    let description: String = unsafe Wire.string(_c.pointee.description)
    unsafe self.init(
      type: type,
      subject: subject,
      description: description,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__rpc__precondition_failure__violation__init, keeping: self.unknownFields)
    unsafe c.pointee.type = arena.string(self.type)
    unsafe c.pointee.subject = arena.string(self.subject)
    unsafe c.pointee.description = arena.string(self.description)
    return UnsafeMutableRawPointer(c)
  }
}

extension GoogleBadRequest {
  public static let fullName = "google.rpc.BadRequest"
  public static let wireLayout = unsafe WireLayout(google__rpc__bad_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    fieldViolations: [GoogleBadRequest.FieldViolation] = []
  ) {
    self.init(
      fieldViolations: fieldViolations,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Rpc__BadRequest.self)
    let fieldViolations: [GoogleBadRequest.FieldViolation] = unsafe Wire.array(_c.pointee.field_violations, _c.pointee.n_field_violations) { unsafe Wire.message($0) }
    unsafe self.init(
      fieldViolations: fieldViolations,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__rpc__bad_request__init, keeping: self.unknownFields)
    unsafe c.pointee.field_violations = arena.array(self.fieldViolations) { unsafe arena.message($0) }
    unsafe c.pointee.n_field_violations = self.fieldViolations.count
    return UnsafeMutableRawPointer(c)
  }
}

extension GoogleBadRequest.FieldViolation {
  public static let fullName = "google.rpc.BadRequest.FieldViolation"
  public static let wireLayout = unsafe WireLayout(google__rpc__bad_request__field_violation__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    field: String = "",
    description: String = "",
    reason: String = "",
    localizedMessage: GoogleLocalizedMessage? = nil
  ) {
    self.init(
      field: field,
      description: description,
      reason: reason,
      localizedMessage: localizedMessage,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Rpc__BadRequest__FieldViolation.self)
    let field: String = unsafe Wire.string(_c.pointee.field)
    let description: String = unsafe Wire.string(_c.pointee.description)
    let reason: String = unsafe Wire.string(_c.pointee.reason)
    let localizedMessage: GoogleLocalizedMessage? = unsafe Wire.messageIfPresent(_c.pointee.localized_message)
    unsafe self.init(
      field: field,
      description: description,
      reason: reason,
      localizedMessage: localizedMessage,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__rpc__bad_request__field_violation__init, keeping: self.unknownFields)
    unsafe c.pointee.field = arena.string(self.field)
    unsafe c.pointee.description = arena.string(self.description)
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.localized_message = arena.messageIfPresent(self.localizedMessage)
    return UnsafeMutableRawPointer(c)
  }
}

extension GoogleRequestInfo {
  public static let fullName = "google.rpc.RequestInfo"
  public static let wireLayout = unsafe WireLayout(google__rpc__request_info__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    servingData: String = ""
  ) {
    self.init(
      requestID: requestID,
      servingData: servingData,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Rpc__RequestInfo.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let servingData: String = unsafe Wire.string(_c.pointee.serving_data)
    unsafe self.init(
      requestID: requestID,
      servingData: servingData,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__rpc__request_info__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.serving_data = arena.string(self.servingData)
    return UnsafeMutableRawPointer(c)
  }
}

extension GoogleResourceInfo {
  public static let fullName = "google.rpc.ResourceInfo"
  public static let wireLayout = unsafe WireLayout(google__rpc__resource_info__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    resourceType: String = "",
    resourceName: String = "",
    owner: String = "",
    description: String = ""
  ) {
    self.init(
      resourceType: resourceType,
      resourceName: resourceName,
      owner: owner,
      description: description,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Rpc__ResourceInfo.self)
    let resourceType: String = unsafe Wire.string(_c.pointee.resource_type)
    let resourceName: String = unsafe Wire.string(_c.pointee.resource_name)
    let owner: String = unsafe Wire.string(_c.pointee.owner)
    let description: String = unsafe Wire.string(_c.pointee.description)
    unsafe self.init(
      resourceType: resourceType,
      resourceName: resourceName,
      owner: owner,
      description: description,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__rpc__resource_info__init, keeping: self.unknownFields)
    unsafe c.pointee.resource_type = arena.string(self.resourceType)
    unsafe c.pointee.resource_name = arena.string(self.resourceName)
    unsafe c.pointee.owner = arena.string(self.owner)
    unsafe c.pointee.description = arena.string(self.description)
    return UnsafeMutableRawPointer(c)
  }
}

extension GoogleHelp {
  public static let fullName = "google.rpc.Help"
  public static let wireLayout = unsafe WireLayout(google__rpc__help__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    links: [GoogleHelp.Link] = []
  ) {
    self.init(
      links: links,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Rpc__Help.self)
    let links: [GoogleHelp.Link] = unsafe Wire.array(_c.pointee.links, _c.pointee.n_links) { unsafe Wire.message($0) }
    unsafe self.init(
      links: links,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__rpc__help__init, keeping: self.unknownFields)
    unsafe c.pointee.links = arena.array(self.links) { unsafe arena.message($0) }
    unsafe c.pointee.n_links = self.links.count
    return UnsafeMutableRawPointer(c)
  }
}

extension GoogleHelp.Link {
  public static let fullName = "google.rpc.Help.Link"
  public static let wireLayout = unsafe WireLayout(google__rpc__help__link__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    description: String = "",
    url: String = ""
  ) {
    self.init(
      description: description,
      url: url,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Rpc__Help__Link.self)
    let description: String = unsafe Wire.string(_c.pointee.description)
    let url: String = unsafe Wire.string(_c.pointee.url)
    unsafe self.init(
      description: description,
      url: url,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__rpc__help__link__init, keeping: self.unknownFields)
    unsafe c.pointee.description = arena.string(self.description)
    unsafe c.pointee.url = arena.string(self.url)
    return UnsafeMutableRawPointer(c)
  }
}

extension GoogleLocalizedMessage {
  public static let fullName = "google.rpc.LocalizedMessage"
  public static let wireLayout = unsafe WireLayout(google__rpc__localized_message__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    locale: String = "",
    message: String = ""
  ) {
    self.init(
      locale: locale,
      message: message,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Rpc__LocalizedMessage.self)
    let locale: String = unsafe Wire.string(_c.pointee.locale)
    let message: String = unsafe Wire.string(_c.pointee.message)
    unsafe self.init(
      locale: locale,
      message: message,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__rpc__localized_message__init, keeping: self.unknownFields)
    unsafe c.pointee.locale = arena.string(self.locale)
    unsafe c.pointee.message = arena.string(self.message)
    return UnsafeMutableRawPointer(c)
  }
}
