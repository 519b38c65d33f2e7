import CPluginAPI

/// The comments of one file, by the position of what they describe (descriptor.proto,
/// `SourceCodeInfo.Location.path`).
struct SourceComments {
  private var byPath: [[Int32]: String] = [:]

  init(_ info: UnsafeMutablePointer<Google__Protobuf__SourceCodeInfo>?) {
    guard let info = unsafe info?.pointee else { return }
    let locations = unsafe values(info.location, info.n_location)
    for index in unsafe locations.indices {
      let location = unsafe locations[index]
      // A comment above wins; a short one at the end of the line is the other habit.
      let leading = unsafe text(location.leading_comments)
      let comment = unsafe leading.isEmpty ? text(location.trailing_comments) : leading
      guard !comment.isEmpty else { continue }
      let path = unsafe UnsafeBufferPointer(start: location.path, count: location.n_path)
      byPath[unsafe Array(path)] = comment
    }
  }

  subscript(path: [Int32]) -> String { byPath[path] ?? "" }
}
