import CNGHTTP2

/// The memory of nghttp2's sessions on one loop: what a call has freed serves the next one.
///
/// `@unchecked Sendable`: confined to one loop, where its sessions begin and end.
@safe final class HTTP2Memory: @unchecked Sendable {
  let raw: UnsafeMutablePointer<paylyt_memory>

  init() {
    guard let raw = unsafe paylyt_memory_new(UInt32(Limits.keptBlocksMax)) else {
      preconditionFailure("no memory for a server")
    }
    unsafe self.raw = raw
  }

  /// Sessions whose memory is not wholly given back.
  var placesInUse: Int { unsafe Int(paylyt_places_in_use(raw)) }

  deinit { unsafe paylyt_memory_delete(raw) }
}
