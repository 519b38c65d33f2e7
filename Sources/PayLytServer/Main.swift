/// The one binary of PayLyt: `paylyt serve | migrate | demo | version`.
@main
struct Main {
  static func main() async {
    print("paylyt \(Version.text)")
  }
}

/// The version of this build, as `paylyt version` prints it.
enum Version {
  static let text = "0.1.0"
}
