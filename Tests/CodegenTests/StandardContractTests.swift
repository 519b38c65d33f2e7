import Testing

/// `proto/google/rpc` and `proto/grpc` are our own words for other people's contracts.
@Suite struct StandardContractTests {
  @Test("our copies of the standard protos have the official names, numbers and types")
  func contracts() throws {
    let directory = try TemporaryDirectory()
    let set = "\(directory.path)/set"
    try Tool.run([
      "protoc", "-I\(Repository.root)/proto", "--include_imports", "--descriptor_set_out=\(set)",
      "google/rpc/code.proto", "google/rpc/error_details.proto", "google/rpc/status.proto",
      "grpc/health/v1/health.proto", "grpc/reflection/v1/reflection.proto",
      "grpc/reflection/v1alpha/reflection.proto",
    ])
    let python = Tool.python(in: Repository.root)
    try Tool.run([python, Repository.tests + "/python/contracts.py", set])
  }
}
