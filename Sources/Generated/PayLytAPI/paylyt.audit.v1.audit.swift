// Generated from paylyt/audit/v1/audit.proto by protoc-gen-paylyt. Do not edit.

import CPayLytAPI
import CStandardAPI
public import PayLytRPC
public import StandardAPI

/// One decision: an accepted request, a refusal that is remembered, or what the service did itself.
public struct AuditEntry: WireMessage {
  /// `auditEntries/{position}`.
  public var name: String = ""
  public var position: Int64 = 0
  /// The decision's id, a UUID; `events/{id}` is the event of an accepted one.
  public var id: String = ""
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  /// `users/{uuid}` or `system/{part}`.
  public var actor: String = ""
  /// The method that was called.
  public var method: String = ""
  /// 0 accepted, else the gRPC status of the refusal.
  public var status: Int32 = 0
  /// `escrow.released`, …; empty when nothing changed.
  public var eventType: String = ""
  /// The resource that changed.
  public var subject: String = ""
  /// Why: the caller's words, or the stable reason of a refusal.
  public var reason: String = ""
  /// SHA-256 of the answer that was stored; the answer itself is part of the canonical bytes.
  public var answerSha256: [UInt8] = []
  /// Link of the hash chain, 32 bytes.
  public var chainHash: [UInt8] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// A signed statement about one batch and, by its chain, about everything before it.
public struct Checkpoint: WireMessage {
  /// Positions of the batch.
  public var firstPosition: Int64 = 0
  public var lastPosition: Int64 = 0
  /// Of the last entry.
  public var chainHash: [UInt8] = []
  /// Merkle tree hash of the batch.
  public var rootHash: [UInt8] = []
  /// SHA-256 of the signed bytes of the checkpoint before and its signature; zeros for the first.
  public var previousHash: [UInt8] = []
  public var sealTime: StandardAPI.ProtoTimestamp? = nil
  /// Ed25519, 32 bytes.
  public var publicKey: [UInt8] = []
  /// Over `signed_bytes`, 64 bytes.
  public var signature: [UInt8] = []
  /// What was signed: the fields above in a fixed form (docs/AUDIT.md).
  public var signedBytes: [UInt8] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListAuditEntriesRequest: WireMessage {
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Only entries of this caller: `users/{uuid}` or `system/{part}`.
  public var actor: String = ""
  /// Only entries of this method: `EscrowService/ReleaseEscrow`.
  public var method: String = ""
  /// Only entries of this resource: `escrows/{uuid}`.
  public var subject: String = ""
  /// Only refusals.
  public var onlyRefused: Bool = false
  /// Only entries from this moment on.
  public var startTime: StandardAPI.ProtoTimestamp? = nil
  /// Only entries before this moment.
  public var endTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListAuditEntriesResponse: WireMessage {
  /// May be empty although more pages follow: a page looks at a bounded part of the log.
  public var entries: [AuditEntry] = []
  /// Empty on the last page.
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct VerifyAuditChainRequest: WireMessage {
  /// Where to begin; 0 means 1. Anything else must be the first position of a batch, and what lies
  /// before it is taken as it is.
  public var startPosition: Int64 = 0
  /// At most so many entries, rounded up to whole batches; 0 means 100,000, which is the most too.
  public var entriesMax: Int32 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct VerifyAuditChainResponse: WireMessage {
  public var entriesVerified: Int64 = 0
  public var checkpointsVerified: Int64 = 0
  /// Where to go on.
  public var nextPosition: Int64 = 0
  /// Whether the end of the log was reached.
  public var isComplete: Bool = false
  /// The first problem. Absent: everything that was looked at is as it was sealed.
  public var problem: VerifyAuditChainResponse.Problem? = nil
  /// The last checkpoint that was verified.
  public var checkpoint: Checkpoint? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  /// Something that is not as it was sealed.
  public struct Problem: WireMessage {
    public var kind: VerifyAuditChainResponse.Problem.Kind = .unspecified
    /// The first position that is affected.
    public var position: Int64 = 0
    public var description: String = ""
    /// Fields that the proto of this build does not know, sent on unchanged.
    public var unknownFields: UnknownFields

    public enum Kind: WireEnum {
      case unspecified
      /// The entry's content or its link was changed.
      case entryChanged
      /// There is no entry at the position.
      case entryMissing
      /// Entries are out of the order in which they were committed.
      case entryMisplaced
      /// What entries are found by (subject, parties) disagrees with the entry.
      case indexChanged
      /// The batch's Merkle root is not that of its entries.
      case rootChanged
      /// The checkpoint's chain hash is not that of its last entry.
      case checkpointChainChanged
      /// The signature is not good for the checkpoint.
      case signatureBad
      /// The checkpoint does not follow the one before it.
      case checkpointMisplaced
      /// There are entries that no checkpoint covers.
      case checkpointMissing
      /// The last checkpoint is not signed with this server's key.
      case keyUnknown
      /// There is a decision older than the last sealed one that has no position.
      case entryUnsealed
      /// A number that the proto of this build does not name.
      case unrecognized(Int32)

      public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .entryChanged
        case 2: self = .entryMissing
        case 3: self = .entryMisplaced
        case 4: self = .indexChanged
        case 5: self = .rootChanged
        case 6: self = .checkpointChainChanged
        case 7: self = .signatureBad
        case 8: self = .checkpointMisplaced
        case 9: self = .checkpointMissing
        case 10: self = .keyUnknown
        case 11: self = .entryUnsealed
        default: self = .unrecognized(rawValue)
        }
      }

      public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .entryChanged: 1
        case .entryMissing: 2
        case .entryMisplaced: 3
        case .indexChanged: 4
        case .rootChanged: 5
        case .checkpointChainChanged: 6
        case .signatureBad: 7
        case .checkpointMisplaced: 8
        case .checkpointMissing: 9
        case .keyUnknown: 10
        case .entryUnsealed: 11
        case .unrecognized(let number): number
        }
      }

      /// The values that the proto names.
      public static var allCases: [Self] { [.unspecified, .entryChanged, .entryMissing, .entryMisplaced, .indexChanged, .rootChanged, .checkpointChainChanged, .signatureBad, .checkpointMisplaced, .checkpointMissing, .keyUnknown, .entryUnsealed] }
    }
  }
}

public struct GetInclusionProofRequest: WireMessage {
  /// `auditEntries/{position}`.
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct InclusionProof: WireMessage {
  public var entry: AuditEntry? = nil
  /// What the leaf is the hash of: SHA-256(0x00 || canonical).
  public var canonical: [UInt8] = []
  /// Index of the leaf in the batch, from 0.
  public var leafIndex: Int64 = 0
  /// Leaves of the batch.
  public var treeSize: Int64 = 0
  /// The audit path of RFC 6962 §2.1.1, from the leaf up.
  public var path: [[UInt8]] = []
  public var checkpoint: Checkpoint? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetCheckpointRequest: WireMessage {
  /// 0 means the latest.
  public var position: Int64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ExportAuditLogRequest: WireMessage {
  /// 0 means 1.
  public var startPosition: Int64 = 0
  /// The last position that is wanted; 0 means the end.
  public var endPosition: Int64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct SealedBatch: WireMessage {
  public var entries: [SealedBatch.Entry] = []
  /// Set in the last message of a batch: a batch with long answers is sent in several messages.
  public var checkpoint: Checkpoint? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public struct Entry: WireMessage {
    public var entry: AuditEntry? = nil
    public var canonical: [UInt8] = []
    /// Fields that the proto of this build does not know, sent on unchanged.
    public var unknownFields: UnknownFields
  }
}

public struct GetAuditKeyRequest: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct AuditKey: WireMessage {
  /// Ed25519, 32 bytes.
  public var publicKey: [UInt8] = []
  /// The first 8 bytes of its SHA-256, in hexadecimal digits.
  public var keyID: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension AuditEntry {
  public static let fullName = "paylyt.audit.v1.AuditEntry"
  public static let wireLayout = unsafe WireLayout(paylyt__audit__v1__audit_entry__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    position: Int64 = 0,
    id: String = "",
    createTime: StandardAPI.ProtoTimestamp? = nil,
    actor: String = "",
    method: String = "",
    status: Int32 = 0,
    eventType: String = "",
    subject: String = "",
    reason: String = "",
    answerSha256: [UInt8] = [],
    chainHash: [UInt8] = []
  ) {
    self.init(
      name: name,
      position: position,
      id: id,
      createTime: createTime,
      actor: actor,
      method: method,
      status: status,
      eventType: eventType,
      subject: subject,
      reason: reason,
      answerSha256: answerSha256,
      chainHash: chainHash,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Audit__V1__AuditEntry.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let position: Int64 = unsafe _c.pointee.position
    let id: String = unsafe Wire.string(_c.pointee.id)
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    let actor: String = unsafe Wire.string(_c.pointee.actor)
    let method: String = unsafe Wire.string(_c.pointee.method)
    let status: Int32 = unsafe _c.pointee.status
    let eventType: String = unsafe Wire.string(_c.pointee.event_type)
    let subject: String = unsafe Wire.string(_c.pointee.subject)
    let reason: String = unsafe Wire.string(_c.pointee.reason)
    let answerSha256: [UInt8] = unsafe Wire.array(_c.pointee.answer_sha256.data, _c.pointee.answer_sha256.len)
    let chainHash: [UInt8] = unsafe Wire.array(_c.pointee.chain_hash.data, _c.pointee.chain_hash.len)
    unsafe self.init(
      name: name,
      position: position,
      id: id,
      createTime: createTime,
      actor: actor,
      method: method,
      status: status,
      eventType: eventType,
      subject: subject,
      reason: reason,
      answerSha256: answerSha256,
      chainHash: chainHash,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__audit__v1__audit_entry__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.position = self.position
    unsafe c.pointee.id = arena.string(self.id)
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    unsafe c.pointee.actor = arena.string(self.actor)
    unsafe c.pointee.method = arena.string(self.method)
    unsafe c.pointee.status = self.status
    unsafe c.pointee.event_type = arena.string(self.eventType)
    unsafe c.pointee.subject = arena.string(self.subject)
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.answer_sha256 = .init(len: self.answerSha256.count, data: arena.array(self.answerSha256))
    unsafe c.pointee.chain_hash = .init(len: self.chainHash.count, data: arena.array(self.chainHash))
    return UnsafeMutableRawPointer(c)
  }
}

extension Checkpoint {
  public static let fullName = "paylyt.audit.v1.Checkpoint"
  public static let wireLayout = unsafe WireLayout(paylyt__audit__v1__checkpoint__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    firstPosition: Int64 = 0,
    lastPosition: Int64 = 0,
    chainHash: [UInt8] = [],
    rootHash: [UInt8] = [],
    previousHash: [UInt8] = [],
    sealTime: StandardAPI.ProtoTimestamp? = nil,
    publicKey: [UInt8] = [],
    signature: [UInt8] = [],
    signedBytes: [UInt8] = []
  ) {
    self.init(
      firstPosition: firstPosition,
      lastPosition: lastPosition,
      chainHash: chainHash,
      rootHash: rootHash,
      previousHash: previousHash,
      sealTime: sealTime,
      publicKey: publicKey,
      signature: signature,
      signedBytes: signedBytes,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Audit__V1__Checkpoint.self)
    let firstPosition: Int64 = unsafe _c.pointee.first_position
    let lastPosition: Int64 = unsafe _c.pointee.last_position
    let chainHash: [UInt8] = unsafe Wire.array(_c.pointee.chain_hash.data, _c.pointee.chain_hash.len)
    let rootHash: [UInt8] = unsafe Wire.array(_c.pointee.root_hash.data, _c.pointee.root_hash.len)
    let previousHash: [UInt8] = unsafe Wire.array(_c.pointee.previous_hash.data, _c.pointee.previous_hash.len)
    let sealTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.seal_time)
    let publicKey: [UInt8] = unsafe Wire.array(_c.pointee.public_key.data, _c.pointee.public_key.len)
    let signature: [UInt8] = unsafe Wire.array(_c.pointee.signature.data, _c.pointee.signature.len)
    let signedBytes: [UInt8] = unsafe Wire.array(_c.pointee.signed_bytes.data, _c.pointee.signed_bytes.len)
    unsafe self.init(
      firstPosition: firstPosition,
      lastPosition: lastPosition,
      chainHash: chainHash,
      rootHash: rootHash,
      previousHash: previousHash,
      sealTime: sealTime,
      publicKey: publicKey,
      signature: signature,
      signedBytes: signedBytes,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__audit__v1__checkpoint__init, keeping: self.unknownFields)
    unsafe c.pointee.first_position = self.firstPosition
    unsafe c.pointee.last_position = self.lastPosition
    unsafe c.pointee.chain_hash = .init(len: self.chainHash.count, data: arena.array(self.chainHash))
    unsafe c.pointee.root_hash = .init(len: self.rootHash.count, data: arena.array(self.rootHash))
    unsafe c.pointee.previous_hash = .init(len: self.previousHash.count, data: arena.array(self.previousHash))
    unsafe c.pointee.seal_time = arena.messageIfPresent(self.sealTime)
    unsafe c.pointee.public_key = .init(len: self.publicKey.count, data: arena.array(self.publicKey))
    unsafe c.pointee.signature = .init(len: self.signature.count, data: arena.array(self.signature))
    unsafe c.pointee.signed_bytes = .init(len: self.signedBytes.count, data: arena.array(self.signedBytes))
    return UnsafeMutableRawPointer(c)
  }
}

extension ListAuditEntriesRequest {
  public static let fullName = "paylyt.audit.v1.ListAuditEntriesRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__audit__v1__list_audit_entries_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    pageSize: Int32 = 0,
    pageToken: String = "",
    actor: String = "",
    method: String = "",
    subject: String = "",
    onlyRefused: Bool = false,
    startTime: StandardAPI.ProtoTimestamp? = nil,
    endTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      actor: actor,
      method: method,
      subject: subject,
      onlyRefused: onlyRefused,
      startTime: startTime,
      endTime: endTime,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Audit__V1__ListAuditEntriesRequest.self)
    let pageSize: Int32 = unsafe _c.pointee.page_size
    let pageToken: String = unsafe Wire.string(_c.pointee.page_token)
    let actor: String = unsafe Wire.string(_c.pointee.actor)
    let method: String = unsafe Wire.string(_c.pointee.method)
    let subject: String = unsafe Wire.string(_c.pointee.subject)
    let onlyRefused: Bool = unsafe _c.pointee.only_refused != 0
    let startTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.start_time)
    let endTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.end_time)
    unsafe self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      actor: actor,
      method: method,
      subject: subject,
      onlyRefused: onlyRefused,
      startTime: startTime,
      endTime: endTime,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__audit__v1__list_audit_entries_request__init, keeping: self.unknownFields)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    unsafe c.pointee.actor = arena.string(self.actor)
    unsafe c.pointee.method = arena.string(self.method)
    unsafe c.pointee.subject = arena.string(self.subject)
    unsafe c.pointee.only_refused = self.onlyRefused ? 1 : 0
    unsafe c.pointee.start_time = arena.messageIfPresent(self.startTime)
    unsafe c.pointee.end_time = arena.messageIfPresent(self.endTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListAuditEntriesResponse {
  public static let fullName = "paylyt.audit.v1.ListAuditEntriesResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__audit__v1__list_audit_entries_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    entries: [AuditEntry] = [],
    nextPageToken: String = ""
  ) {
    self.init(
      entries: entries,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Audit__V1__ListAuditEntriesResponse.self)
    let entries: [AuditEntry] = unsafe Wire.array(_c.pointee.entries, _c.pointee.n_entries) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    unsafe self.init(
      entries: entries,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__audit__v1__list_audit_entries_response__init, keeping: self.unknownFields)
    unsafe c.pointee.entries = arena.array(self.entries) { unsafe arena.message($0) }
    unsafe c.pointee.n_entries = self.entries.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension VerifyAuditChainRequest {
  public static let fullName = "paylyt.audit.v1.VerifyAuditChainRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__audit__v1__verify_audit_chain_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    startPosition: Int64 = 0,
    entriesMax: Int32 = 0
  ) {
    self.init(
      startPosition: startPosition,
      entriesMax: entriesMax,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Audit__V1__VerifyAuditChainRequest.self)
    let startPosition: Int64 = unsafe _c.pointee.start_position
    let entriesMax: Int32 = unsafe _c.pointee.entries_max
    unsafe self.init(
      startPosition: startPosition,
      entriesMax: entriesMax,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__audit__v1__verify_audit_chain_request__init, keeping: self.unknownFields)
    unsafe c.pointee.start_position = self.startPosition
    unsafe c.pointee.entries_max = self.entriesMax
    return UnsafeMutableRawPointer(c)
  }
}

extension VerifyAuditChainResponse {
  public static let fullName = "paylyt.audit.v1.VerifyAuditChainResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__audit__v1__verify_audit_chain_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    entriesVerified: Int64 = 0,
    checkpointsVerified: Int64 = 0,
    nextPosition: Int64 = 0,
    isComplete: Bool = false,
    problem: VerifyAuditChainResponse.Problem? = nil,
    checkpoint: Checkpoint? = nil
  ) {
    self.init(
      entriesVerified: entriesVerified,
      checkpointsVerified: checkpointsVerified,
      nextPosition: nextPosition,
      isComplete: isComplete,
      problem: problem,
      checkpoint: checkpoint,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Audit__V1__VerifyAuditChainResponse.self)
    let entriesVerified: Int64 = unsafe _c.pointee.entries_verified
    let checkpointsVerified: Int64 = unsafe _c.pointee.checkpoints_verified
    let nextPosition: Int64 = unsafe _c.pointee.next_position
    let isComplete: Bool = unsafe _c.pointee.is_complete != 0
    let problem: VerifyAuditChainResponse.Problem? = unsafe Wire.messageIfPresent(_c.pointee.problem)
    let checkpoint: Checkpoint? = unsafe Wire.messageIfPresent(_c.pointee.checkpoint)
    unsafe self.init(
      entriesVerified: entriesVerified,
      checkpointsVerified: checkpointsVerified,
      nextPosition: nextPosition,
      isComplete: isComplete,
      problem: problem,
      checkpoint: checkpoint,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__audit__v1__verify_audit_chain_response__init, keeping: self.unknownFields)
    unsafe c.pointee.entries_verified = self.entriesVerified
    unsafe c.pointee.checkpoints_verified = self.checkpointsVerified
    unsafe c.pointee.next_position = self.nextPosition
    unsafe c.pointee.is_complete = self.isComplete ? 1 : 0
    unsafe c.pointee.problem = arena.messageIfPresent(self.problem)
    unsafe c.pointee.checkpoint = arena.messageIfPresent(self.checkpoint)
    return UnsafeMutableRawPointer(c)
  }
}

extension VerifyAuditChainResponse.Problem {
  public static let fullName = "paylyt.audit.v1.VerifyAuditChainResponse.Problem"
  public static let wireLayout = unsafe WireLayout(paylyt__audit__v1__verify_audit_chain_response__problem__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    kind: VerifyAuditChainResponse.Problem.Kind = .unspecified,
    position: Int64 = 0,
    description: String = ""
  ) {
    self.init(
      kind: kind,
      position: position,
      description: description,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Audit__V1__VerifyAuditChainResponse__Problem.self)
    let kind: VerifyAuditChainResponse.Problem.Kind = unsafe VerifyAuditChainResponse.Problem.Kind(rawValue: _c.pointee.kind)
    let position: Int64 = unsafe _c.pointee.position
    let description: String = unsafe Wire.string(_c.pointee.description)
    unsafe self.init(
      kind: kind,
      position: position,
      description: description,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__audit__v1__verify_audit_chain_response__problem__init, keeping: self.unknownFields)
    unsafe c.pointee.kind = self.kind.rawValue
    unsafe c.pointee.position = self.position
    unsafe c.pointee.description = arena.string(self.description)
    return UnsafeMutableRawPointer(c)
  }
}

extension GetInclusionProofRequest {
  public static let fullName = "paylyt.audit.v1.GetInclusionProofRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__audit__v1__get_inclusion_proof_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Audit__V1__GetInclusionProofRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__audit__v1__get_inclusion_proof_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension InclusionProof {
  public static let fullName = "paylyt.audit.v1.InclusionProof"
  public static let wireLayout = unsafe WireLayout(paylyt__audit__v1__inclusion_proof__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    entry: AuditEntry? = nil,
    canonical: [UInt8] = [],
    leafIndex: Int64 = 0,
    treeSize: Int64 = 0,
    path: [[UInt8]] = [],
    checkpoint: Checkpoint? = nil
  ) {
    self.init(
      entry: entry,
      canonical: canonical,
      leafIndex: leafIndex,
      treeSize: treeSize,
      path: path,
      checkpoint: checkpoint,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Audit__V1__InclusionProof.self)
    let entry: AuditEntry? = unsafe Wire.messageIfPresent(_c.pointee.entry)
    let canonical: [UInt8] = unsafe Wire.array(_c.pointee.canonical.data, _c.pointee.canonical.len)
    let leafIndex: Int64 = unsafe _c.pointee.leaf_index
    let treeSize: Int64 = unsafe _c.pointee.tree_size
    let path: [[UInt8]] = unsafe Wire.array(_c.pointee.path, _c.pointee.n_path) { unsafe Wire.array($0.data, $0.len) }
    let checkpoint: Checkpoint? = unsafe Wire.messageIfPresent(_c.pointee.checkpoint)
    unsafe self.init(
      entry: entry,
      canonical: canonical,
      leafIndex: leafIndex,
      treeSize: treeSize,
      path: path,
      checkpoint: checkpoint,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__audit__v1__inclusion_proof__init, keeping: self.unknownFields)
    unsafe c.pointee.entry = arena.messageIfPresent(self.entry)
    unsafe c.pointee.canonical = .init(len: self.canonical.count, data: arena.array(self.canonical))
    unsafe c.pointee.leaf_index = self.leafIndex
    unsafe c.pointee.tree_size = self.treeSize
    unsafe c.pointee.path = arena.array(self.path) { unsafe .init(len: $0.count, data: arena.array($0)) }
    unsafe c.pointee.n_path = self.path.count
    unsafe c.pointee.checkpoint = arena.messageIfPresent(self.checkpoint)
    return UnsafeMutableRawPointer(c)
  }
}

extension GetCheckpointRequest {
  public static let fullName = "paylyt.audit.v1.GetCheckpointRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__audit__v1__get_checkpoint_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    position: Int64 = 0
  ) {
    self.init(
      position: position,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Audit__V1__GetCheckpointRequest.self)
    let position: Int64 = unsafe _c.pointee.position
    unsafe self.init(
      position: position,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__audit__v1__get_checkpoint_request__init, keeping: self.unknownFields)
    unsafe c.pointee.position = self.position
    return UnsafeMutableRawPointer(c)
  }
}

extension ExportAuditLogRequest {
  public static let fullName = "paylyt.audit.v1.ExportAuditLogRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__audit__v1__export_audit_log_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    startPosition: Int64 = 0,
    endPosition: Int64 = 0
  ) {
    self.init(
      startPosition: startPosition,
      endPosition: endPosition,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Audit__V1__ExportAuditLogRequest.self)
    let startPosition: Int64 = unsafe _c.pointee.start_position
    let endPosition: Int64 = unsafe _c.pointee.end_position
    unsafe self.init(
      startPosition: startPosition,
      endPosition: endPosition,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__audit__v1__export_audit_log_request__init, keeping: self.unknownFields)
    unsafe c.pointee.start_position = self.startPosition
    unsafe c.pointee.end_position = self.endPosition
    return UnsafeMutableRawPointer(c)
  }
}

extension SealedBatch {
  public static let fullName = "paylyt.audit.v1.SealedBatch"
  public static let wireLayout = unsafe WireLayout(paylyt__audit__v1__sealed_batch__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    entries: [SealedBatch.Entry] = [],
    checkpoint: Checkpoint? = nil
  ) {
    self.init(
      entries: entries,
      checkpoint: checkpoint,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Audit__V1__SealedBatch.self)
    let entries: [SealedBatch.Entry] = unsafe Wire.array(_c.pointee.entries, _c.pointee.n_entries) { unsafe Wire.message($0) }
    let checkpoint: Checkpoint? = unsafe Wire.messageIfPresent(_c.pointee.checkpoint)
    unsafe self.init(
      entries: entries,
      checkpoint: checkpoint,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__audit__v1__sealed_batch__init, keeping: self.unknownFields)
    unsafe c.pointee.entries = arena.array(self.entries) { unsafe arena.message($0) }
    unsafe c.pointee.n_entries = self.entries.count
    unsafe c.pointee.checkpoint = arena.messageIfPresent(self.checkpoint)
    return UnsafeMutableRawPointer(c)
  }
}

extension SealedBatch.Entry {
  public static let fullName = "paylyt.audit.v1.SealedBatch.Entry"
  public static let wireLayout = unsafe WireLayout(paylyt__audit__v1__sealed_batch__entry__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    entry: AuditEntry? = nil,
    canonical: [UInt8] = []
  ) {
    self.init(
      entry: entry,
      canonical: canonical,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Audit__V1__SealedBatch__Entry.self)
    let entry: AuditEntry? = unsafe Wire.messageIfPresent(_c.pointee.entry)
    let canonical: [UInt8] = unsafe Wire.array(_c.pointee.canonical.data, _c.pointee.canonical.len)
    unsafe self.init(
      entry: entry,
      canonical: canonical,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__audit__v1__sealed_batch__entry__init, keeping: self.unknownFields)
    unsafe c.pointee.entry = arena.messageIfPresent(self.entry)
    unsafe c.pointee.canonical = .init(len: self.canonical.count, data: arena.array(self.canonical))
    return UnsafeMutableRawPointer(c)
  }
}

extension GetAuditKeyRequest {
  public static let fullName = "paylyt.audit.v1.GetAuditKeyRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__audit__v1__get_audit_key_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__audit__v1__get_audit_key_request__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension AuditKey {
  public static let fullName = "paylyt.audit.v1.AuditKey"
  public static let wireLayout = unsafe WireLayout(paylyt__audit__v1__audit_key__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    publicKey: [UInt8] = [],
    keyID: String = ""
  ) {
    self.init(
      publicKey: publicKey,
      keyID: keyID,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Audit__V1__AuditKey.self)
    let publicKey: [UInt8] = unsafe Wire.array(_c.pointee.public_key.data, _c.pointee.public_key.len)
    let keyID: String = unsafe Wire.string(_c.pointee.key_id)
    unsafe self.init(
      publicKey: publicKey,
      keyID: keyID,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__audit__v1__audit_key__init, keeping: self.unknownFields)
    unsafe c.pointee.public_key = .init(len: self.publicKey.count, data: arena.array(self.publicKey))
    unsafe c.pointee.key_id = arena.string(self.keyID)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListAuditEntriesRequest {
  private static let pageTokenRule = TextRule(length: 0...1000)
  private static let actorRule = TextRule(length: 0...200)
  private static let methodRule = TextRule(length: 0...200)
  private static let subjectRule = TextRule(length: 0...200)

  public func checkFields(_ found: inout FieldViolations) {
    found.number(self.pageSize, NumberRule(0...Int64.max), "page_size")
    found.text(self.pageToken, Self.pageTokenRule, "page_token")
    found.text(self.actor, Self.actorRule, "actor")
    found.text(self.method, Self.methodRule, "method")
    found.text(self.subject, Self.subjectRule, "subject")
    if let value = self.startTime {
      found.moment(seconds: value.seconds, nanos: value.nanos, "start_time")
    }
    if let value = self.endTime {
      found.moment(seconds: value.seconds, nanos: value.nanos, "end_time")
    }
  }
}

extension VerifyAuditChainRequest {
  public func checkFields(_ found: inout FieldViolations) {
    found.number(self.startPosition, NumberRule(0...2147483646999), "start_position")
    found.number(self.entriesMax, NumberRule(0...Int64.max), "entries_max")
  }
}

extension GetInclusionProofRequest {
  private static let nameRule = TextRule(required: true, patterns: ["auditEntries/{number}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension GetCheckpointRequest {
  public func checkFields(_ found: inout FieldViolations) {
    found.number(self.position, NumberRule(0...2147483646999), "position")
  }
}

extension ExportAuditLogRequest {
  public func checkFields(_ found: inout FieldViolations) {
    found.number(self.startPosition, NumberRule(0...2147483646999), "start_position")
    found.number(self.endPosition, NumberRule(0...Int64.max), "end_position")
  }
}

/// The methods of `paylyt.audit.v1.AuditService`.
public enum AuditServiceMethods {
  public static let serviceName = "paylyt.audit.v1.AuditService"

  public static let listAuditEntries = MethodDescriptor(
    service: serviceName,
    method: "ListAuditEntries",
    kind: .unary,
    requestType: "paylyt.audit.v1.ListAuditEntriesRequest",
    responseType: "paylyt.audit.v1.ListAuditEntriesResponse",
    options: MethodOptions(
      permission: "audit.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let verifyAuditChain = MethodDescriptor(
    service: serviceName,
    method: "VerifyAuditChain",
    kind: .unary,
    requestType: "paylyt.audit.v1.VerifyAuditChainRequest",
    responseType: "paylyt.audit.v1.VerifyAuditChainResponse",
    options: MethodOptions(
      permission: "audit.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let getInclusionProof = MethodDescriptor(
    service: serviceName,
    method: "GetInclusionProof",
    kind: .unary,
    requestType: "paylyt.audit.v1.GetInclusionProofRequest",
    responseType: "paylyt.audit.v1.InclusionProof",
    options: MethodOptions(
      permission: "audit.read",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["AUDIT_LOG_DAMAGED"]))

  public static let getCheckpoint = MethodDescriptor(
    service: serviceName,
    method: "GetCheckpoint",
    kind: .unary,
    requestType: "paylyt.audit.v1.GetCheckpointRequest",
    responseType: "paylyt.audit.v1.Checkpoint",
    options: MethodOptions(
      permission: "audit.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let exportAuditLog = MethodDescriptor(
    service: serviceName,
    method: "ExportAuditLog",
    kind: .serverStreaming,
    requestType: "paylyt.audit.v1.ExportAuditLogRequest",
    responseType: "paylyt.audit.v1.SealedBatch",
    options: MethodOptions(
      permission: "audit.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let getAuditKey = MethodDescriptor(
    service: serviceName,
    method: "GetAuditKey",
    kind: .unary,
    requestType: "paylyt.audit.v1.GetAuditKeyRequest",
    responseType: "paylyt.audit.v1.AuditKey",
    options: MethodOptions(
      permission: "public",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let all: [MethodDescriptor] = [listAuditEntries, verifyAuditChain, getInclusionProof, getCheckpoint, exportAuditLog, getAuditKey]
}

extension AuditServiceMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(listAuditEntries, ListAuditEntriesRequest.self, ListAuditEntriesResponse.self),
    MethodTypes(verifyAuditChain, VerifyAuditChainRequest.self, VerifyAuditChainResponse.self),
    MethodTypes(getInclusionProof, GetInclusionProofRequest.self, InclusionProof.self),
    MethodTypes(getCheckpoint, GetCheckpointRequest.self, Checkpoint.self),
    MethodTypes(exportAuditLog, ExportAuditLogRequest.self, SealedBatch.self),
    MethodTypes(getAuditKey, GetAuditKeyRequest.self, AuditKey.self),
  ]
}

/// The log of every decision, sealed so that nobody can change it unseen.
///
/// Each committed decision gets a position (1, 2, 3, … without a gap) and a link of a hash chain:
/// `chain_hash(n) = SHA-256("paylyt audit link 1" || chain_hash(n-1) || canonical(n))`, where
/// chain_hash(0) is 32 zero bytes. Entries are sealed in batches. Each batch ends with a checkpoint,
/// signed with Ed25519: the Merkle tree hash of the batch (RFC 6962 §2.1 over the canonical bytes),
/// the chain hash of its last entry, and the SHA-256 of the checkpoint before. Whoever keeps one
/// checkpoint can prove that what lies before it was never changed. docs/AUDIT.md has every byte.
public protocol AuditServiceHandler: RPCService {
  /// Entries in the order of their positions. What was committed before the call is shown.
  func listAuditEntries(
    _ request: ListAuditEntriesRequest,
    _ context: ServerContext
  ) async throws -> ListAuditEntriesResponse

  /// Computes the log anew from the entries and compares it with what was sealed. A part at a time:
  /// ask again from `next_position` until `is_complete`.
  func verifyAuditChain(
    _ request: VerifyAuditChainRequest,
    _ context: ServerContext
  ) async throws -> VerifyAuditChainResponse

  /// What proves, without this server, that an entry is part of a signed batch.
  ///
  /// `NOT_FOUND`: nothing is sealed at this position.
  func getInclusionProof(
    _ request: GetInclusionProofRequest,
    _ context: ServerContext
  ) async throws -> InclusionProof

  /// The latest checkpoint, or the one whose batch holds a position.
  ///
  /// `NOT_FOUND`: nothing is sealed there.
  func getCheckpoint(
    _ request: GetCheckpointRequest,
    _ context: ServerContext
  ) async throws -> Checkpoint

  /// Whole batches with their checkpoints, oldest first, up to what is sealed when the call begins:
  /// everything that is needed to verify the log elsewhere. The last batch may begin and end outside
  /// of the range that was asked for.
  func exportAuditLog(
    _ request: ExportAuditLogRequest,
    _ responses: ResponseWriter<SealedBatch>,
    _ context: ServerContext
  ) async throws

  /// The public key that checkpoints are signed with now. Keep it somewhere else.
  func getAuditKey(
    _ request: GetAuditKeyRequest,
    _ context: ServerContext
  ) async throws -> AuditKey
}

extension AuditServiceHandler {
  public static var serviceName: String { AuditServiceMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(AuditServiceMethods.listAuditEntries) { call, context in
        let request = try call.request(ListAuditEntriesRequest.self)
        try call.respond(await self.listAuditEntries(request, context))
      },
      MethodBinding(AuditServiceMethods.verifyAuditChain) { call, context in
        let request = try call.request(VerifyAuditChainRequest.self)
        try call.respond(await self.verifyAuditChain(request, context))
      },
      MethodBinding(AuditServiceMethods.getInclusionProof) { call, context in
        let request = try call.request(GetInclusionProofRequest.self)
        try call.respond(await self.getInclusionProof(request, context))
      },
      MethodBinding(AuditServiceMethods.getCheckpoint) { call, context in
        let request = try call.request(GetCheckpointRequest.self)
        try call.respond(await self.getCheckpoint(request, context))
      },
      MethodBinding(AuditServiceMethods.exportAuditLog) { call, context in
        let request = try call.request(ExportAuditLogRequest.self)
        try await self.exportAuditLog(request, call.responses(SealedBatch.self), context)
      },
      MethodBinding(AuditServiceMethods.getAuditKey) { call, context in
        let request = try call.request(GetAuditKeyRequest.self)
        try call.respond(await self.getAuditKey(request, context))
      },
    ]
  }
}

/// The log of every decision, sealed so that nobody can change it unseen.
///
/// Each committed decision gets a position (1, 2, 3, … without a gap) and a link of a hash chain:
/// `chain_hash(n) = SHA-256("paylyt audit link 1" || chain_hash(n-1) || canonical(n))`, where
/// chain_hash(0) is 32 zero bytes. Entries are sealed in batches. Each batch ends with a checkpoint,
/// signed with Ed25519: the Merkle tree hash of the batch (RFC 6962 §2.1 over the canonical bytes),
/// the chain hash of its last entry, and the SHA-256 of the checkpoint before. Whoever keeps one
/// checkpoint can prove that what lies before it was never changed. docs/AUDIT.md has every byte.
public struct AuditServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// Entries in the order of their positions. What was committed before the call is shown.
  public func listAuditEntries(
    _ request: ListAuditEntriesRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListAuditEntriesResponse {
    let response: UnaryResponse<ListAuditEntriesResponse> =
      try await rpcChannel.unary(AuditServiceMethods.listAuditEntries, request, options)
    return response.message
  }

  /// Computes the log anew from the entries and compares it with what was sealed. A part at a time:
  /// ask again from `next_position` until `is_complete`.
  public func verifyAuditChain(
    _ request: VerifyAuditChainRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> VerifyAuditChainResponse {
    let response: UnaryResponse<VerifyAuditChainResponse> =
      try await rpcChannel.unary(AuditServiceMethods.verifyAuditChain, request, options)
    return response.message
  }

  /// What proves, without this server, that an entry is part of a signed batch.
  ///
  /// `NOT_FOUND`: nothing is sealed at this position.
  public func getInclusionProof(
    _ request: GetInclusionProofRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> InclusionProof {
    let response: UnaryResponse<InclusionProof> =
      try await rpcChannel.unary(AuditServiceMethods.getInclusionProof, request, options)
    return response.message
  }

  /// The latest checkpoint, or the one whose batch holds a position.
  ///
  /// `NOT_FOUND`: nothing is sealed there.
  public func getCheckpoint(
    _ request: GetCheckpointRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Checkpoint {
    let response: UnaryResponse<Checkpoint> =
      try await rpcChannel.unary(AuditServiceMethods.getCheckpoint, request, options)
    return response.message
  }

  /// Whole batches with their checkpoints, oldest first, up to what is sealed when the call begins:
  /// everything that is needed to verify the log elsewhere. The last batch may begin and end outside
  /// of the range that was asked for.
  public func exportAuditLog(
    _ request: ExportAuditLogRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ResponseStream<SealedBatch> {
    try await rpcChannel.serverStreaming(AuditServiceMethods.exportAuditLog, request, options)
  }

  /// The public key that checkpoints are signed with now. Keep it somewhere else.
  public func getAuditKey(
    _ request: GetAuditKeyRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> AuditKey {
    let response: UnaryResponse<AuditKey> =
      try await rpcChannel.unary(AuditServiceMethods.getAuditKey, request, options)
    return response.message
  }
}
