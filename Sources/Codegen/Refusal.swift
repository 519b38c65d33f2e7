/// Why no code is generated, as a sentence that names the place and the way out. protoc prints it.
struct Refusal: Error, Equatable {
  let message: String

  init(_ message: String) {
    self.message = message
  }
}

extension ProtoFile {
  func refuseUnlessProto3() throws(Refusal) {
    guard syntax != "proto3" else { return }
    throw Refusal(
      "\(name) is \(syntax), and only proto3 is supported; begin it with `syntax = \"proto3\";` "
        + "and write `optional` where absence matters.")
  }
}
