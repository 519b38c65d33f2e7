import Testing

@testable import PayLytServer

@Suite("Options in the environment")
struct VariableTests {
  @Test(
    "a variable that is no option refuses the start, and says which is meant",
    arguments: [
      (["PAYLYT_LISTEN", "PATH", "PAYLYT_TOKEN", "PAYLYT_SEED", "PGHOST"], nil),
      // As Kubernetes names the services beside a container.
      (["PAYLYT_SERVICE_HOST", "PAYLYT_PORT", "PAYLYT_WEB_PORT_443_TCP_ADDR"], nil),
      (["PAYLYT_DAILY_PAYOUT_SAT"], "is PAYLYT_DAILY_PAYOUT_SATS meant?"),
      (["PAYLYT_LISTEN", "PAYLYT_PRODUCTON"], "is PAYLYT_PRODUCTION meant?"),
      (["PAYLYT_SERVRE"], "is PAYLYT_SERVER meant?"),
      (["PAYLYT_"], "no option"),
    ] as [([String], String?)])
  func variables(names: [String], wrong: String?) throws {
    guard let wrong else { return try CommandLineOptions.checkVariables(names) }
    let misuse = try #require(throws: CommandLineOptions.Misuse.self) {
      try CommandLineOptions.checkVariables(names)
    }
    #expect(misuse.description.contains(wrong))
  }

  @Test("the process's own variables are read by name")
  func own() throws {
    #expect(try CommandLineOptions.processVariables().contains("PATH"))
  }

  @Test(
    "a switch in the environment is on or off, and nothing else",
    arguments: [
      ("1", true), ("true", true), ("0", false), ("false", false), ("", false), ("no", nil),
      ("off", nil), ("False", nil), ("yes", nil),
    ] as [(String, Bool?)])
  func switches(text: String, isOn: Bool?) throws {
    let options = try CommandLineOptions(
      [], known: ServeCommand.usage.options, environment: { $0 == "PAYLYT_SANDBOX" ? text : nil })
    guard let isOn else {
      let misuse = try #require(throws: CommandLineOptions.Misuse.self) {
        _ = try options.isSet("sandbox")
      }
      #expect(misuse.description == "PAYLYT_SANDBOX is 1, true, 0 or false")
      return
    }
    #expect(try options.isSet("sandbox") == isOn)
  }
}
