import Glibc

/// What libFuzzer calls with each input; `PAYLYT_FUZZ` in the environment names the target.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let target = chosenTarget else {
    print("PAYLYT_FUZZ is none of \(FuzzTarget.allCases.map(\.rawValue))")
    exit(64)
  }
  target.run(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

private let chosenTarget = unsafe getenv("PAYLYT_FUZZ").flatMap {
  unsafe FuzzTarget(rawValue: String(cString: $0))
}
