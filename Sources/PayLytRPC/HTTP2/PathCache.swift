import CNGHTTP2

/// The methods that a peer calls most, found by the address of its HPACK entry for `:path`.
///
/// A peer that calls a method again names it by an index of its HPACK table, for which nghttp2
/// hands out the same reference-counted buffer: comparing addresses replaces hashing the path. A
/// reference is held for each entry, so that no other path can take over the address.
@safe struct PathCache: ~Copyable {
  @safe private struct Entry {
    let buffer: OpaquePointer
    let route: Int
  }

  private var entries: [Entry] = []
  private var oldest = 0

  init() {}

  deinit {
    for entry in entries { unsafe nghttp2_rcbuf_decref(entry.buffer) }
  }

  /// - Parameter lookUp: finds a method that is not in the cache; unknown ones are not kept.
  mutating func route(of buffer: OpaquePointer, _ lookUp: () -> Int?) -> Int? {
    for entry in entries where unsafe entry.buffer == buffer { return entry.route }
    guard let route = lookUp() else { return nil }
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
}
