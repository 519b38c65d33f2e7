import CNGHTTP2

/// The methods that a peer calls most, found without hashing the path.
///
/// A peer that indexes `:path` names a method that it calls again by an entry of its HPACK table,
/// for which nghttp2 hands out the same reference-counted buffer: comparing addresses is enough. A
/// reference is held for each entry, so that no other path can take over the address. Peers that
/// send the path in full each time (nghttp2's own client does) mostly repeat the last one.
@safe struct PathCache: ~Copyable {
  @safe private struct Entry {
    let buffer: OpaquePointer
    let route: Int
  }

  private var entries: [Entry] = []
  private var oldest = 0
  private var lastPath: [UInt8] = []
  private var lastRoute = 0

  init() {}

  deinit {
    for entry in entries { unsafe nghttp2_rcbuf_decref(entry.buffer) }
  }

  /// - Parameter lookUp: finds a method that is not in the cache; unknown ones are not kept.
  mutating func route(
    of buffer: OpaquePointer, path: UnsafeRawBufferPointer, _ lookUp: () -> Int?
  ) -> Int? {
    for entry in entries where unsafe entry.buffer == buffer { return entry.route }
    if unsafe isLast(path) { return lastRoute }
    guard let route = lookUp() else { return nil }
    unsafe lastPath = Array(path)
    lastRoute = route
    unsafe nghttp2_rcbuf_incref(buffer)
    let entry = unsafe Entry(buffer: buffer, route: route)
    if entries.count < Limits.cachedPathsMax {
      entries.append(entry)
    } else {
      unsafe nghttp2_rcbuf_decref(entries[oldest].buffer)
      entries[oldest] = entry
      oldest = (oldest + 1) % Limits.cachedPathsMax
    }
    return route
  }

  private func isLast(_ path: UnsafeRawBufferPointer) -> Bool {
    guard path.count == lastPath.count, let start = path.baseAddress else { return false }
    return unsafe lastPath.withUnsafeBytes { last in
      guard let other = last.baseAddress else { return false }
      return unsafe memcmp(start, other, last.count) == 0
    }
  }
}
