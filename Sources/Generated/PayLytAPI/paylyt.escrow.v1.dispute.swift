// Generated from paylyt/escrow/v1/dispute.proto by protoc-gen-paylyt. Do not edit.

import CPayLytAPI
import CStandardAPI
public import PayLytRPC
public import StandardAPI

public struct Dispute: WireMessage {
  /// `disputes/{uuid}`.
  public var name: String = ""
  /// `escrows/{uuid}`.
  public var escrow: String = ""
  public var state: Dispute.State = .unspecified
  public var client: String = ""
  public var freelancer: String = ""
  /// `users/{uuid}` of the one of the two who opened it.
  public var opener: String = ""
  public var reason: String = ""
  /// What is divided.
  public var frozen: Money? = nil
  public var openTime: StandardAPI.ProtoTimestamp? = nil
  /// Until when evidence is taken.
  public var evidenceEndTime: StandardAPI.ProtoTimestamp? = nil
  /// The offer on the table; unset without one.
  public var offer: Settlement? = nil
  /// A ruling that another admin must confirm; unset without one. Its `number` is zero.
  public var proposedRuling: Settlement? = nil
  /// How it was divided; unset until it is settled or ruled. Its `number` is zero.
  public var outcome: Settlement? = nil
  /// What the admin wrote.
  public var rulingReason: String = ""
  /// Changes with each change.
  public var etag: String = ""
  public var updateTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  /// Output only.
  public enum State: WireEnum {
    case unspecified
    /// The two bring evidence and make offers.
    case open
    /// The time for evidence is over: it waits for a ruling. Offers may still be made.
    case underReview
    /// Final: one accepted the other's offer.
    case settled
    /// Final: an admin ruled.
    case ruled
    /// Final: the one who opened it took it back.
    case withdrawn
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .open
      case 2: self = .underReview
      case 3: self = .settled
      case 4: self = .ruled
      case 5: self = .withdrawn
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .open: 1
      case .underReview: 2
      case .settled: 3
      case .ruled: 4
      case .withdrawn: 5
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .open, .underReview, .settled, .ruled, .withdrawn] }
  }
}

/// A division of what is frozen.
public struct Settlement: WireMessage {
  /// Which offer it is, from 1.
  public var number: Int32 = 0
  /// `users/{uuid}` of who made or decided it; empty for an offer that was accepted.
  public var by: String = ""
  /// With the platform's fee in it.
  public var toFreelancer: Money? = nil
  public var toClient: Money? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct Evidence: WireMessage {
  /// `disputes/{uuid}/evidence/{uuid}`.
  public var name: String = ""
  /// `users/{uuid}` of who brought it.
  public var uploader: String = ""
  public var fileName: String = ""
  /// What the uploader says it is.
  public var contentType: String = ""
  public var sizeBytes: Int64 = 0
  public var sha256: [UInt8] = []
  public var note: String = ""
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct OpenDisputeRequest: WireMessage {
  public var requestID: String = ""
  /// `escrows/{uuid}`.
  public var escrow: String = ""
  /// What is wrong: 1 to 2 000 characters.
  public var reason: String = ""
  /// The escrow's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetDisputeRequest: WireMessage {
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListDisputesRequest: WireMessage {
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Only those; unspecified: all.
  public var state: Dispute.State = .unspecified
  /// Of whom, as the client or the freelancer: `users/{uuid}`, or `users/-` for everybody's. Or of
  /// one escrow: `escrows/{uuid}`. Only admins name others, and have everybody's when it is empty.
  public var parent: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListDisputesResponse: WireMessage {
  public var disputes: [Dispute] = []
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct UploadEvidenceRequest: WireMessage {
  /// In the first message only, as is everything but `content`.
  public var requestID: String = ""
  /// `disputes/{uuid}`.
  public var parent: String = ""
  /// 1 to 200 characters, without folders.
  public var fileName: String = ""
  /// A media type such as `image/png`.
  public var contentType: String = ""
  /// At most 10 MiB.
  public var sizeBytes: Int64 = 0
  /// Of the whole content.
  public var sha256: [UInt8] = []
  /// What it shows: up to 2 000 characters.
  public var note: String = ""
  /// The next bytes.
  public var content: [UInt8] = []
  /// In the first message. Checks and decides everything, the content too, keeps nothing, and answers
  /// what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetEvidenceRequest: WireMessage {
  /// `disputes/{uuid}/evidence/{uuid}`.
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListEvidenceRequest: WireMessage {
  /// `disputes/{uuid}`.
  public var parent: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListEvidenceResponse: WireMessage {
  public var evidence: [Evidence] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct DownloadEvidenceRequest: WireMessage {
  /// `disputes/{uuid}/evidence/{uuid}`.
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct DownloadEvidenceResponse: WireMessage {
  /// In the first message only.
  public var evidence: Evidence? = nil
  public var content: [UInt8] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ProposeSettlementRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  /// The two add up to what is frozen. Any number of millisatoshis; unset: nothing.
  public var toFreelancer: Money? = nil
  public var toClient: Money? = nil
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct AcceptSettlementRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  /// The `number` of the offer that is meant.
  public var number: Int32 = 0
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct RejectSettlementRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  /// The `number` of the offer that is meant.
  public var number: Int32 = 0
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct WithdrawDisputeRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ResolveDisputeRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  /// The two add up to what is frozen. Any number of millisatoshis; unset: nothing.
  public var toFreelancer: Money? = nil
  public var toClient: Money? = nil
  /// Why: 1 to 2 000 characters; the two read it.
  public var reason: String = ""
  /// The resource's `etag` as it was read, to be refused when it has changed since; or empty.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension Dispute {
  public static let fullName = "paylyt.escrow.v1.Dispute"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__dispute__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    escrow: String = "",
    state: Dispute.State = .unspecified,
    client: String = "",
    freelancer: String = "",
    opener: String = "",
    reason: String = "",
    frozen: Money? = nil,
    openTime: StandardAPI.ProtoTimestamp? = nil,
    evidenceEndTime: StandardAPI.ProtoTimestamp? = nil,
    offer: Settlement? = nil,
    proposedRuling: Settlement? = nil,
    outcome: Settlement? = nil,
    rulingReason: String = "",
    etag: String = "",
    updateTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.init(
      name: name,
      escrow: escrow,
      state: state,
      client: client,
      freelancer: freelancer,
      opener: opener,
      reason: reason,
      frozen: frozen,
      openTime: openTime,
      evidenceEndTime: evidenceEndTime,
      offer: offer,
      proposedRuling: proposedRuling,
      outcome: outcome,
      rulingReason: rulingReason,
      etag: etag,
      updateTime: updateTime,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__Dispute.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let escrow: String = unsafe Wire.string(_c.pointee.escrow)
    let state: Dispute.State = unsafe Dispute.State(rawValue: _c.pointee.state)
    let client: String = unsafe Wire.string(_c.pointee.client)
    let freelancer: String = unsafe Wire.string(_c.pointee.freelancer)
    let opener: String = unsafe Wire.string(_c.pointee.opener)
    let reason: String = unsafe Wire.string(_c.pointee.reason)
    let frozen: Money? = unsafe Wire.messageIfPresent(_c.pointee.frozen)
    let openTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.open_time)
    let evidenceEndTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.evidence_end_time)
    let offer: Settlement? = unsafe Wire.messageIfPresent(_c.pointee.offer)
    let proposedRuling: Settlement? = unsafe Wire.messageIfPresent(_c.pointee.proposed_ruling)
    let outcome: Settlement? = unsafe Wire.messageIfPresent(_c.pointee.outcome)
    let rulingReason: String = unsafe Wire.string(_c.pointee.ruling_reason)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let updateTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.update_time)
    unsafe self.init(
      name: name,
      escrow: escrow,
      state: state,
      client: client,
      freelancer: freelancer,
      opener: opener,
      reason: reason,
      frozen: frozen,
      openTime: openTime,
      evidenceEndTime: evidenceEndTime,
      offer: offer,
      proposedRuling: proposedRuling,
      outcome: outcome,
      rulingReason: rulingReason,
      etag: etag,
      updateTime: updateTime,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__dispute__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.escrow = arena.string(self.escrow)
    unsafe c.pointee.state = self.state.rawValue
    unsafe c.pointee.client = arena.string(self.client)
    unsafe c.pointee.freelancer = arena.string(self.freelancer)
    unsafe c.pointee.opener = arena.string(self.opener)
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.frozen = arena.messageIfPresent(self.frozen)
    unsafe c.pointee.open_time = arena.messageIfPresent(self.openTime)
    unsafe c.pointee.evidence_end_time = arena.messageIfPresent(self.evidenceEndTime)
    unsafe c.pointee.offer = arena.messageIfPresent(self.offer)
    unsafe c.pointee.proposed_ruling = arena.messageIfPresent(self.proposedRuling)
    unsafe c.pointee.outcome = arena.messageIfPresent(self.outcome)
    unsafe c.pointee.ruling_reason = arena.string(self.rulingReason)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.update_time = arena.messageIfPresent(self.updateTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension Settlement {
  public static let fullName = "paylyt.escrow.v1.Settlement"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__settlement__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    number: Int32 = 0,
    by: String = "",
    toFreelancer: Money? = nil,
    toClient: Money? = nil
  ) {
    self.init(
      number: number,
      by: by,
      toFreelancer: toFreelancer,
      toClient: toClient,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__Settlement.self)
    let number: Int32 = unsafe _c.pointee.number
    let by: String = unsafe Wire.string(_c.pointee.by)
    let toFreelancer: Money? = unsafe Wire.messageIfPresent(_c.pointee.to_freelancer)
    let toClient: Money? = unsafe Wire.messageIfPresent(_c.pointee.to_client)
    unsafe self.init(
      number: number,
      by: by,
      toFreelancer: toFreelancer,
      toClient: toClient,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__settlement__init, keeping: self.unknownFields)
    unsafe c.pointee.number = self.number
    unsafe c.pointee.by = arena.string(self.by)
    unsafe c.pointee.to_freelancer = arena.messageIfPresent(self.toFreelancer)
    unsafe c.pointee.to_client = arena.messageIfPresent(self.toClient)
    return UnsafeMutableRawPointer(c)
  }
}

extension Evidence {
  public static let fullName = "paylyt.escrow.v1.Evidence"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__evidence__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    uploader: String = "",
    fileName: String = "",
    contentType: String = "",
    sizeBytes: Int64 = 0,
    sha256: [UInt8] = [],
    note: String = "",
    createTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.init(
      name: name,
      uploader: uploader,
      fileName: fileName,
      contentType: contentType,
      sizeBytes: sizeBytes,
      sha256: sha256,
      note: note,
      createTime: createTime,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__Evidence.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let uploader: String = unsafe Wire.string(_c.pointee.uploader)
    let fileName: String = unsafe Wire.string(_c.pointee.file_name)
    let contentType: String = unsafe Wire.string(_c.pointee.content_type)
    let sizeBytes: Int64 = unsafe _c.pointee.size_bytes
    let sha256: [UInt8] = unsafe Wire.array(_c.pointee.sha256.data, _c.pointee.sha256.len)
    let note: String = unsafe Wire.string(_c.pointee.note)
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    unsafe self.init(
      name: name,
      uploader: uploader,
      fileName: fileName,
      contentType: contentType,
      sizeBytes: sizeBytes,
      sha256: sha256,
      note: note,
      createTime: createTime,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__evidence__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.uploader = arena.string(self.uploader)
    unsafe c.pointee.file_name = arena.string(self.fileName)
    unsafe c.pointee.content_type = arena.string(self.contentType)
    unsafe c.pointee.size_bytes = self.sizeBytes
    unsafe c.pointee.sha256 = .init(len: self.sha256.count, data: arena.array(self.sha256))
    unsafe c.pointee.note = arena.string(self.note)
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension OpenDisputeRequest {
  public static let fullName = "paylyt.escrow.v1.OpenDisputeRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__open_dispute_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    escrow: String = "",
    reason: String = "",
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      escrow: escrow,
      reason: reason,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__OpenDisputeRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let escrow: String = unsafe Wire.string(_c.pointee.escrow)
    let reason: String = unsafe Wire.string(_c.pointee.reason)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      escrow: escrow,
      reason: reason,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__open_dispute_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.escrow = arena.string(self.escrow)
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension GetDisputeRequest {
  public static let fullName = "paylyt.escrow.v1.GetDisputeRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__get_dispute_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = ""
  ) {
    self.init(
      name: name,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__GetDisputeRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__get_dispute_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListDisputesRequest {
  public static let fullName = "paylyt.escrow.v1.ListDisputesRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__list_disputes_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    pageSize: Int32 = 0,
    pageToken: String = "",
    state: Dispute.State = .unspecified,
    parent: String = ""
  ) {
    self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      state: state,
      parent: parent,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__ListDisputesRequest.self)
    let pageSize: Int32 = unsafe _c.pointee.page_size
    let pageToken: String = unsafe Wire.string(_c.pointee.page_token)
    let state: Dispute.State = unsafe Dispute.State(rawValue: _c.pointee.state)
    let parent: String = unsafe Wire.string(_c.pointee.parent)
    unsafe self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      state: state,
      parent: parent,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__list_disputes_request__init, keeping: self.unknownFields)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    unsafe c.pointee.state = self.state.rawValue
    unsafe c.pointee.parent = arena.string(self.parent)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListDisputesResponse {
  public static let fullName = "paylyt.escrow.v1.ListDisputesResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__list_disputes_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    disputes: [Dispute] = [],
    nextPageToken: String = ""
  ) {
    self.init(
      disputes: disputes,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__ListDisputesResponse.self)
    let disputes: [Dispute] = unsafe Wire.array(_c.pointee.disputes, _c.pointee.n_disputes) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    unsafe self.init(
      disputes: disputes,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__list_disputes_response__init, keeping: self.unknownFields)
    unsafe c.pointee.disputes = arena.array(self.disputes) { unsafe arena.message($0) }
    unsafe c.pointee.n_disputes = self.disputes.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension UploadEvidenceRequest {
  public static let fullName = "paylyt.escrow.v1.UploadEvidenceRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__upload_evidence_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    parent: String = "",
    fileName: String = "",
    contentType: String = "",
    sizeBytes: Int64 = 0,
    sha256: [UInt8] = [],
    note: String = "",
    content: [UInt8] = [],
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      parent: parent,
      fileName: fileName,
      contentType: contentType,
      sizeBytes: sizeBytes,
      sha256: sha256,
      note: note,
      content: content,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__UploadEvidenceRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let parent: String = unsafe Wire.string(_c.pointee.parent)
    let fileName: String = unsafe Wire.string(_c.pointee.file_name)
    let contentType: String = unsafe Wire.string(_c.pointee.content_type)
    let sizeBytes: Int64 = unsafe _c.pointee.size_bytes
    let sha256: [UInt8] = unsafe Wire.array(_c.pointee.sha256.data, _c.pointee.sha256.len)
    let note: String = unsafe Wire.string(_c.pointee.note)
    let content: [UInt8] = unsafe Wire.array(_c.pointee.content.data, _c.pointee.content.len)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      parent: parent,
      fileName: fileName,
      contentType: contentType,
      sizeBytes: sizeBytes,
      sha256: sha256,
      note: note,
      content: content,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__upload_evidence_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.parent = arena.string(self.parent)
    unsafe c.pointee.file_name = arena.string(self.fileName)
    unsafe c.pointee.content_type = arena.string(self.contentType)
    unsafe c.pointee.size_bytes = self.sizeBytes
    unsafe c.pointee.sha256 = .init(len: self.sha256.count, data: arena.array(self.sha256))
    unsafe c.pointee.note = arena.string(self.note)
    unsafe c.pointee.content = .init(len: self.content.count, data: arena.array(self.content))
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension GetEvidenceRequest {
  public static let fullName = "paylyt.escrow.v1.GetEvidenceRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__get_evidence_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = ""
  ) {
    self.init(
      name: name,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__GetEvidenceRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__get_evidence_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListEvidenceRequest {
  public static let fullName = "paylyt.escrow.v1.ListEvidenceRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__list_evidence_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    parent: String = ""
  ) {
    self.init(
      parent: parent,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__ListEvidenceRequest.self)
    let parent: String = unsafe Wire.string(_c.pointee.parent)
    unsafe self.init(
      parent: parent,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__list_evidence_request__init, keeping: self.unknownFields)
    unsafe c.pointee.parent = arena.string(self.parent)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListEvidenceResponse {
  public static let fullName = "paylyt.escrow.v1.ListEvidenceResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__list_evidence_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    evidence: [Evidence] = []
  ) {
    self.init(
      evidence: evidence,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__ListEvidenceResponse.self)
    let evidence: [Evidence] = unsafe Wire.array(_c.pointee.evidence, _c.pointee.n_evidence) { unsafe Wire.message($0) }
    unsafe self.init(
      evidence: evidence,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__list_evidence_response__init, keeping: self.unknownFields)
    unsafe c.pointee.evidence = arena.array(self.evidence) { unsafe arena.message($0) }
    unsafe c.pointee.n_evidence = self.evidence.count
    return UnsafeMutableRawPointer(c)
  }
}

extension DownloadEvidenceRequest {
  public static let fullName = "paylyt.escrow.v1.DownloadEvidenceRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__download_evidence_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = ""
  ) {
    self.init(
      name: name,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__DownloadEvidenceRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__download_evidence_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension DownloadEvidenceResponse {
  public static let fullName = "paylyt.escrow.v1.DownloadEvidenceResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__download_evidence_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    evidence: Evidence? = nil,
    content: [UInt8] = []
  ) {
    self.init(
      evidence: evidence,
      content: content,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__DownloadEvidenceResponse.self)
    let evidence: Evidence? = unsafe Wire.messageIfPresent(_c.pointee.evidence)
    let content: [UInt8] = unsafe Wire.array(_c.pointee.content.data, _c.pointee.content.len)
    unsafe self.init(
      evidence: evidence,
      content: content,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__download_evidence_response__init, keeping: self.unknownFields)
    unsafe c.pointee.evidence = arena.messageIfPresent(self.evidence)
    unsafe c.pointee.content = .init(len: self.content.count, data: arena.array(self.content))
    return UnsafeMutableRawPointer(c)
  }
}

extension ProposeSettlementRequest {
  public static let fullName = "paylyt.escrow.v1.ProposeSettlementRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__propose_settlement_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    toFreelancer: Money? = nil,
    toClient: Money? = nil,
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      toFreelancer: toFreelancer,
      toClient: toClient,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__ProposeSettlementRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let toFreelancer: Money? = unsafe Wire.messageIfPresent(_c.pointee.to_freelancer)
    let toClient: Money? = unsafe Wire.messageIfPresent(_c.pointee.to_client)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      toFreelancer: toFreelancer,
      toClient: toClient,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__propose_settlement_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.to_freelancer = arena.messageIfPresent(self.toFreelancer)
    unsafe c.pointee.to_client = arena.messageIfPresent(self.toClient)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension AcceptSettlementRequest {
  public static let fullName = "paylyt.escrow.v1.AcceptSettlementRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__accept_settlement_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    number: Int32 = 0,
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      number: number,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__AcceptSettlementRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let number: Int32 = unsafe _c.pointee.number
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      number: number,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__accept_settlement_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.number = self.number
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension RejectSettlementRequest {
  public static let fullName = "paylyt.escrow.v1.RejectSettlementRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__reject_settlement_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    number: Int32 = 0,
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      number: number,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__RejectSettlementRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let number: Int32 = unsafe _c.pointee.number
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      number: number,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__reject_settlement_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.number = self.number
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension WithdrawDisputeRequest {
  public static let fullName = "paylyt.escrow.v1.WithdrawDisputeRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__withdraw_dispute_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__WithdrawDisputeRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__withdraw_dispute_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension ResolveDisputeRequest {
  public static let fullName = "paylyt.escrow.v1.ResolveDisputeRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__escrow__v1__resolve_dispute_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    toFreelancer: Money? = nil,
    toClient: Money? = nil,
    reason: String = "",
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      toFreelancer: toFreelancer,
      toClient: toClient,
      reason: reason,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Escrow__V1__ResolveDisputeRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let toFreelancer: Money? = unsafe Wire.messageIfPresent(_c.pointee.to_freelancer)
    let toClient: Money? = unsafe Wire.messageIfPresent(_c.pointee.to_client)
    let reason: String = unsafe Wire.string(_c.pointee.reason)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      toFreelancer: toFreelancer,
      toClient: toClient,
      reason: reason,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__escrow__v1__resolve_dispute_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.to_freelancer = arena.messageIfPresent(self.toFreelancer)
    unsafe c.pointee.to_client = arena.messageIfPresent(self.toClient)
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension OpenDisputeRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let escrowRule = TextRule(required: true, patterns: ["escrows/{uuid}"])
  private static let reasonRule = TextRule(required: true, length: 0...2000)
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.escrow, Self.escrowRule, "escrow")
    found.text(self.reason, Self.reasonRule, "reason")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension GetDisputeRequest {
  private static let nameRule = TextRule(required: true, patterns: ["disputes/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension ListDisputesRequest {
  private static let pageTokenRule = TextRule(length: 0...1000)
  private static let stateRule = EnumRule([1: "STATE_OPEN", 2: "STATE_UNDER_REVIEW", 3: "STATE_SETTLED", 4: "STATE_RULED", 5: "STATE_WITHDRAWN"])
  private static let parentRule = TextRule(patterns: ["users/{uuid}", "users/-", "escrows/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.number(self.pageSize, NumberRule(0...Int64.max), "page_size")
    found.text(self.pageToken, Self.pageTokenRule, "page_token")
    found.choice(self.state, Self.stateRule, "state")
    found.text(self.parent, Self.parentRule, "parent")
  }
}

extension UploadEvidenceRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let parentRule = TextRule(required: true, patterns: ["disputes/{uuid}"])
  private static let fileNameRule = TextRule(required: true, length: 0...200, patterns: ["[^/\\\\]+"])
  private static let contentTypeRule = TextRule(required: true, length: 0...100, patterns: ["[!-.0-~]+/[!-.0-~]+"])
  private static let noteRule = TextRule(length: 0...2000)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.parent, Self.parentRule, "parent")
    found.text(self.fileName, Self.fileNameRule, "file_name")
    found.text(self.contentType, Self.contentTypeRule, "content_type")
    found.number(self.sizeBytes, NumberRule(1...10485760), "size_bytes")
    found.bytes(self.sha256, 32...32, "sha256")
    found.text(self.note, Self.noteRule, "note")
    found.bytes(self.content, 0...4194304, "content")
  }
}

extension GetEvidenceRequest {
  private static let nameRule = TextRule(required: true, patterns: ["disputes/{uuid}/evidence/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension ListEvidenceRequest {
  private static let parentRule = TextRule(required: true, patterns: ["disputes/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.parent, Self.parentRule, "parent")
  }
}

extension DownloadEvidenceRequest {
  private static let nameRule = TextRule(required: true, patterns: ["disputes/{uuid}/evidence/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension ProposeSettlementRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["disputes/{uuid}"])
  private static let toFreelancerRule = TextRule(required: true, choices: ["BTC"])
  private static let toClientRule = TextRule(required: true, choices: ["BTC"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    if let value = self.toFreelancer {
      let mark = found.count
      found.text(value.asset, Self.toFreelancerRule, "asset")
      if found.count == mark {
        found.number(value.units, NumberRule(0...Int64.max), "units")
      }
      found.nest(since: mark, in: "to_freelancer")
    }
    if let value = self.toClient {
      let mark = found.count
      found.text(value.asset, Self.toClientRule, "asset")
      if found.count == mark {
        found.number(value.units, NumberRule(0...Int64.max), "units")
      }
      found.nest(since: mark, in: "to_client")
    }
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension AcceptSettlementRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["disputes/{uuid}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.number(self.number, NumberRule(1...Int64.max), "number")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension RejectSettlementRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["disputes/{uuid}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.number(self.number, NumberRule(1...Int64.max), "number")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension WithdrawDisputeRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["disputes/{uuid}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension ResolveDisputeRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["disputes/{uuid}"])
  private static let toFreelancerRule = TextRule(required: true, choices: ["BTC"])
  private static let toClientRule = TextRule(required: true, choices: ["BTC"])
  private static let reasonRule = TextRule(required: true, length: 0...2000)
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    if let value = self.toFreelancer {
      let mark = found.count
      found.text(value.asset, Self.toFreelancerRule, "asset")
      if found.count == mark {
        found.number(value.units, NumberRule(0...Int64.max), "units")
      }
      found.nest(since: mark, in: "to_freelancer")
    }
    if let value = self.toClient {
      let mark = found.count
      found.text(value.asset, Self.toClientRule, "asset")
      if found.count == mark {
        found.number(value.units, NumberRule(0...Int64.max), "units")
      }
      found.nest(since: mark, in: "to_client")
    }
    found.text(self.reason, Self.reasonRule, "reason")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

/// The methods of `paylyt.escrow.v1.DisputeService`.
public enum DisputeServiceMethods {
  public static let serviceName = "paylyt.escrow.v1.DisputeService"

  public static let openDispute = MethodDescriptor(
    service: serviceName,
    method: "OpenDispute",
    kind: .unary,
    requestType: "paylyt.escrow.v1.OpenDisputeRequest",
    responseType: "paylyt.escrow.v1.Dispute",
    options: MethodOptions(
      permission: "disputes.take_part",
      isIdempotent: true,
      isMoneyMoving: true,
      refusals: ["ILLEGAL_TRANSITION", "NOT_A_PARTY"]))

  public static let getDispute = MethodDescriptor(
    service: serviceName,
    method: "GetDispute",
    kind: .unary,
    requestType: "paylyt.escrow.v1.GetDisputeRequest",
    responseType: "paylyt.escrow.v1.Dispute",
    options: MethodOptions(
      permission: "disputes.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let listDisputes = MethodDescriptor(
    service: serviceName,
    method: "ListDisputes",
    kind: .unary,
    requestType: "paylyt.escrow.v1.ListDisputesRequest",
    responseType: "paylyt.escrow.v1.ListDisputesResponse",
    options: MethodOptions(
      permission: "disputes.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let uploadEvidence = MethodDescriptor(
    service: serviceName,
    method: "UploadEvidence",
    kind: .clientStreaming,
    requestType: "paylyt.escrow.v1.UploadEvidenceRequest",
    responseType: "paylyt.escrow.v1.Evidence",
    options: MethodOptions(
      permission: "disputes.take_part",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["DISPUTE_CLOSED", "EVIDENCE_FULL", "EVIDENCE_OVER", "NOT_A_PARTY", "STREAMS_FULL"]))

  public static let getEvidence = MethodDescriptor(
    service: serviceName,
    method: "GetEvidence",
    kind: .unary,
    requestType: "paylyt.escrow.v1.GetEvidenceRequest",
    responseType: "paylyt.escrow.v1.Evidence",
    options: MethodOptions(
      permission: "disputes.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let listEvidence = MethodDescriptor(
    service: serviceName,
    method: "ListEvidence",
    kind: .unary,
    requestType: "paylyt.escrow.v1.ListEvidenceRequest",
    responseType: "paylyt.escrow.v1.ListEvidenceResponse",
    options: MethodOptions(
      permission: "disputes.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let downloadEvidence = MethodDescriptor(
    service: serviceName,
    method: "DownloadEvidence",
    kind: .serverStreaming,
    requestType: "paylyt.escrow.v1.DownloadEvidenceRequest",
    responseType: "paylyt.escrow.v1.DownloadEvidenceResponse",
    options: MethodOptions(
      permission: "disputes.read",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["FILE_DAMAGED"]))

  public static let proposeSettlement = MethodDescriptor(
    service: serviceName,
    method: "ProposeSettlement",
    kind: .unary,
    requestType: "paylyt.escrow.v1.ProposeSettlementRequest",
    responseType: "paylyt.escrow.v1.Dispute",
    options: MethodOptions(
      permission: "disputes.take_part",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["DISPUTE_CLOSED", "NOT_A_PARTY", "OFFERS_USED_UP", "PARTS_DO_NOT_ADD_UP", "STEP_UP_REQUIRED"]))

  public static let acceptSettlement = MethodDescriptor(
    service: serviceName,
    method: "AcceptSettlement",
    kind: .unary,
    requestType: "paylyt.escrow.v1.AcceptSettlementRequest",
    responseType: "paylyt.escrow.v1.Dispute",
    options: MethodOptions(
      permission: "disputes.take_part",
      isIdempotent: true,
      isMoneyMoving: true,
      refusals: ["DISPUTE_CLOSED", "ESCROW_FROZEN", "NOT_A_PARTY", "OFFER_GONE", "OFFER_VOID", "OWN_OFFER", "STEP_UP_REQUIRED"]))

  public static let rejectSettlement = MethodDescriptor(
    service: serviceName,
    method: "RejectSettlement",
    kind: .unary,
    requestType: "paylyt.escrow.v1.RejectSettlementRequest",
    responseType: "paylyt.escrow.v1.Dispute",
    options: MethodOptions(
      permission: "disputes.take_part",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["DISPUTE_CLOSED", "NOT_A_PARTY", "OFFER_GONE", "OWN_OFFER"]))

  public static let withdrawDispute = MethodDescriptor(
    service: serviceName,
    method: "WithdrawDispute",
    kind: .unary,
    requestType: "paylyt.escrow.v1.WithdrawDisputeRequest",
    responseType: "paylyt.escrow.v1.Dispute",
    options: MethodOptions(
      permission: "disputes.take_part",
      isIdempotent: true,
      isMoneyMoving: true,
      refusals: ["DISPUTE_CLOSED", "NOT_A_PARTY", "NOT_THE_OPENER", "RULING_PROPOSED", "STEP_UP_REQUIRED"]))

  public static let resolveDispute = MethodDescriptor(
    service: serviceName,
    method: "ResolveDispute",
    kind: .unary,
    requestType: "paylyt.escrow.v1.ResolveDisputeRequest",
    responseType: "paylyt.escrow.v1.Dispute",
    options: MethodOptions(
      permission: "disputes.rule",
      isIdempotent: true,
      isMoneyMoving: true,
      refusals: ["DISPUTE_CLOSED", "OWN_CASE", "PARTS_DO_NOT_ADD_UP", "SECOND_APPROVER_NEEDED"]))

  public static let all: [MethodDescriptor] = [openDispute, getDispute, listDisputes, uploadEvidence, getEvidence, listEvidence, downloadEvidence, proposeSettlement, acceptSettlement, rejectSettlement, withdrawDispute, resolveDispute]
}

extension DisputeServiceMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(openDispute, OpenDisputeRequest.self, Dispute.self),
    MethodTypes(getDispute, GetDisputeRequest.self, Dispute.self),
    MethodTypes(listDisputes, ListDisputesRequest.self, ListDisputesResponse.self),
    MethodTypes(uploadEvidence, UploadEvidenceRequest.self, Evidence.self),
    MethodTypes(getEvidence, GetEvidenceRequest.self, Evidence.self),
    MethodTypes(listEvidence, ListEvidenceRequest.self, ListEvidenceResponse.self),
    MethodTypes(downloadEvidence, DownloadEvidenceRequest.self, DownloadEvidenceResponse.self),
    MethodTypes(proposeSettlement, ProposeSettlementRequest.self, Dispute.self),
    MethodTypes(acceptSettlement, AcceptSettlementRequest.self, Dispute.self),
    MethodTypes(rejectSettlement, RejectSettlementRequest.self, Dispute.self),
    MethodTypes(withdrawDispute, WithdrawDisputeRequest.self, Dispute.self),
    MethodTypes(resolveDispute, ResolveDisputeRequest.self, Dispute.self),
  ]
}

/// The two disagree. From the first moment on, everything that is held is frozen, in an account of
/// its own, until they settle, an admin rules, or the one who opened the dispute takes it back.
/// Every division adds up to what is frozen, exactly, and ends the escrow. Somebody else's dispute
/// is NOT_FOUND; a closed one refuses with FAILED_PRECONDITION `DISPUTE_CLOSED`.
public protocol DisputeServiceHandler: RPCService {
  /// One of the two opens a dispute over an escrow that holds money.
  func openDispute(
    _ request: OpenDisputeRequest,
    _ context: ServerContext
  ) async throws -> Dispute

  func getDispute(
    _ request: GetDisputeRequest,
    _ context: ServerContext
  ) async throws -> Dispute

  /// The caller's disputes, newest first; for admins all, or those of `parent`. With `state` STATE_UNDER_REVIEW it is the
  /// queue of those that wait for a ruling.
  func listDisputes(
    _ request: ListDisputesRequest,
    _ context: ServerContext
  ) async throws -> ListDisputesResponse

  /// One of the two brings a file. The first message tells what comes, and may hold content; the
  /// ones after it hold content only. It counts when all of it came and has the hash that was told.
  ///
  /// `INVALID_FIELD`: what came does not have the `size_bytes` or `sha256` that were told, or did not
  /// come within an hour. `STREAMS_FULL`: the caller sends 8 files to one server already.
  func uploadEvidence(
    _ requests: RequestStream<UploadEvidenceRequest>,
    _ context: ServerContext
  ) async throws -> Evidence

  /// What is known of a file, without its content.
  func getEvidence(
    _ request: GetEvidenceRequest,
    _ context: ServerContext
  ) async throws -> Evidence

  /// What both have brought, oldest first.
  func listEvidence(
    _ request: ListEvidenceRequest,
    _ context: ServerContext
  ) async throws -> ListEvidenceResponse

  /// A file in pieces; the first one comes with what is known of it.
  func downloadEvidence(
    _ request: DownloadEvidenceRequest,
    _ responses: ResponseWriter<DownloadEvidenceResponse>,
    _ context: ServerContext
  ) async throws

  /// One of the two offers a division, in place of the offer that is on the table.
  ///
  /// `STEP_UP_REQUIRED`: the caller offers the other side much.
  func proposeSettlement(
    _ request: ProposeSettlementRequest,
    _ context: ServerContext
  ) async throws -> Dispute

  /// The other one takes the offer; the money is divided at once and for good.
  ///
  /// `STEP_UP_REQUIRED`: the other side gets much.
  func acceptSettlement(
    _ request: AcceptSettlementRequest,
    _ context: ServerContext
  ) async throws -> Dispute

  /// The other one does not take it.
  func rejectSettlement(
    _ request: RejectSettlementRequest,
    _ context: ServerContext
  ) async throws -> Dispute

  /// The one who opened it takes it back: the escrow is as it was before, and the client's time to
  /// look at deliveries goes on where it stopped.
  ///
  /// `RULING_PROPOSED`: an admin has ruled in the last 14 days, and another one is to confirm it. The two
  /// may still settle. `STEP_UP_REQUIRED`: much is frozen, which may go to the other side then.
  func withdrawDispute(
    _ request: WithdrawDisputeRequest,
    _ context: ServerContext
  ) async throws -> Dispute

  /// An admin rules, at any time before it is closed. When more than the operators' limit is frozen,
  /// the first ruling is a proposal (`proposed_ruling`), and the same one by another admin decides.
  func resolveDispute(
    _ request: ResolveDisputeRequest,
    _ context: ServerContext
  ) async throws -> Dispute
}

extension DisputeServiceHandler {
  public static var serviceName: String { DisputeServiceMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(DisputeServiceMethods.openDispute) { call, context in
        let request = try call.request(OpenDisputeRequest.self)
        try call.respond(await self.openDispute(request, context))
      },
      MethodBinding(DisputeServiceMethods.getDispute) { call, context in
        let request = try call.request(GetDisputeRequest.self)
        try call.respond(await self.getDispute(request, context))
      },
      MethodBinding(DisputeServiceMethods.listDisputes) { call, context in
        let request = try call.request(ListDisputesRequest.self)
        try call.respond(await self.listDisputes(request, context))
      },
      MethodBinding(DisputeServiceMethods.uploadEvidence) { call, context in
        try call.respond(await self.uploadEvidence(call.requests(UploadEvidenceRequest.self), context))
      },
      MethodBinding(DisputeServiceMethods.getEvidence) { call, context in
        let request = try call.request(GetEvidenceRequest.self)
        try call.respond(await self.getEvidence(request, context))
      },
      MethodBinding(DisputeServiceMethods.listEvidence) { call, context in
        let request = try call.request(ListEvidenceRequest.self)
        try call.respond(await self.listEvidence(request, context))
      },
      MethodBinding(DisputeServiceMethods.downloadEvidence) { call, context in
        let request = try call.request(DownloadEvidenceRequest.self)
        try await self.downloadEvidence(request, call.responses(DownloadEvidenceResponse.self), context)
      },
      MethodBinding(DisputeServiceMethods.proposeSettlement) { call, context in
        let request = try call.request(ProposeSettlementRequest.self)
        try call.respond(await self.proposeSettlement(request, context))
      },
      MethodBinding(DisputeServiceMethods.acceptSettlement) { call, context in
        let request = try call.request(AcceptSettlementRequest.self)
        try call.respond(await self.acceptSettlement(request, context))
      },
      MethodBinding(DisputeServiceMethods.rejectSettlement) { call, context in
        let request = try call.request(RejectSettlementRequest.self)
        try call.respond(await self.rejectSettlement(request, context))
      },
      MethodBinding(DisputeServiceMethods.withdrawDispute) { call, context in
        let request = try call.request(WithdrawDisputeRequest.self)
        try call.respond(await self.withdrawDispute(request, context))
      },
      MethodBinding(DisputeServiceMethods.resolveDispute) { call, context in
        let request = try call.request(ResolveDisputeRequest.self)
        try call.respond(await self.resolveDispute(request, context))
      },
    ]
  }
}

/// The two disagree. From the first moment on, everything that is held is frozen, in an account of
/// its own, until they settle, an admin rules, or the one who opened the dispute takes it back.
/// Every division adds up to what is frozen, exactly, and ends the escrow. Somebody else's dispute
/// is NOT_FOUND; a closed one refuses with FAILED_PRECONDITION `DISPUTE_CLOSED`.
public struct DisputeServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// One of the two opens a dispute over an escrow that holds money.
  public func openDispute(
    _ request: OpenDisputeRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Dispute {
    let response: UnaryResponse<Dispute> =
      try await rpcChannel.unary(DisputeServiceMethods.openDispute, request, options)
    return response.message
  }

  public func getDispute(
    _ request: GetDisputeRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Dispute {
    let response: UnaryResponse<Dispute> =
      try await rpcChannel.unary(DisputeServiceMethods.getDispute, request, options)
    return response.message
  }

  /// The caller's disputes, newest first; for admins all, or those of `parent`. With `state` STATE_UNDER_REVIEW it is the
  /// queue of those that wait for a ruling.
  public func listDisputes(
    _ request: ListDisputesRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListDisputesResponse {
    let response: UnaryResponse<ListDisputesResponse> =
      try await rpcChannel.unary(DisputeServiceMethods.listDisputes, request, options)
    return response.message
  }

  /// One of the two brings a file. The first message tells what comes, and may hold content; the
  /// ones after it hold content only. It counts when all of it came and has the hash that was told.
  ///
  /// `INVALID_FIELD`: what came does not have the `size_bytes` or `sha256` that were told, or did not
  /// come within an hour. `STREAMS_FULL`: the caller sends 8 files to one server already.
  public func uploadEvidence(
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ClientStreamingCall<UploadEvidenceRequest, Evidence> {
    try await rpcChannel.clientStreaming(DisputeServiceMethods.uploadEvidence, options)
  }

  /// What is known of a file, without its content.
  public func getEvidence(
    _ request: GetEvidenceRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Evidence {
    let response: UnaryResponse<Evidence> =
      try await rpcChannel.unary(DisputeServiceMethods.getEvidence, request, options)
    return response.message
  }

  /// What both have brought, oldest first.
  public func listEvidence(
    _ request: ListEvidenceRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListEvidenceResponse {
    let response: UnaryResponse<ListEvidenceResponse> =
      try await rpcChannel.unary(DisputeServiceMethods.listEvidence, request, options)
    return response.message
  }

  /// A file in pieces; the first one comes with what is known of it.
  public func downloadEvidence(
    _ request: DownloadEvidenceRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ResponseStream<DownloadEvidenceResponse> {
    try await rpcChannel.serverStreaming(DisputeServiceMethods.downloadEvidence, request, options)
  }

  /// One of the two offers a division, in place of the offer that is on the table.
  ///
  /// `STEP_UP_REQUIRED`: the caller offers the other side much.
  public func proposeSettlement(
    _ request: ProposeSettlementRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Dispute {
    let response: UnaryResponse<Dispute> =
      try await rpcChannel.unary(DisputeServiceMethods.proposeSettlement, request, options)
    return response.message
  }

  /// The other one takes the offer; the money is divided at once and for good.
  ///
  /// `STEP_UP_REQUIRED`: the other side gets much.
  public func acceptSettlement(
    _ request: AcceptSettlementRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Dispute {
    let response: UnaryResponse<Dispute> =
      try await rpcChannel.unary(DisputeServiceMethods.acceptSettlement, request, options)
    return response.message
  }

  /// The other one does not take it.
  public func rejectSettlement(
    _ request: RejectSettlementRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Dispute {
    let response: UnaryResponse<Dispute> =
      try await rpcChannel.unary(DisputeServiceMethods.rejectSettlement, request, options)
    return response.message
  }

  /// The one who opened it takes it back: the escrow is as it was before, and the client's time to
  /// look at deliveries goes on where it stopped.
  ///
  /// `RULING_PROPOSED`: an admin has ruled in the last 14 days, and another one is to confirm it. The two
  /// may still settle. `STEP_UP_REQUIRED`: much is frozen, which may go to the other side then.
  public func withdrawDispute(
    _ request: WithdrawDisputeRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Dispute {
    let response: UnaryResponse<Dispute> =
      try await rpcChannel.unary(DisputeServiceMethods.withdrawDispute, request, options)
    return response.message
  }

  /// An admin rules, at any time before it is closed. When more than the operators' limit is frozen,
  /// the first ruling is a proposal (`proposed_ruling`), and the same one by another admin decides.
  public func resolveDispute(
    _ request: ResolveDisputeRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Dispute {
    let response: UnaryResponse<Dispute> =
      try await rpcChannel.unary(DisputeServiceMethods.resolveDispute, request, options)
    return response.message
  }
}
