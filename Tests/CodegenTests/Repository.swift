/// Where the sources of these tests lie.
enum Repository {
  static let tests: String = {
    let path = #filePath
    return String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
  }()

  static let root: String = tests + "/../.."
}
