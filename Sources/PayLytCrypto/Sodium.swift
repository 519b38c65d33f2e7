import CSodium

/// Readies libsodium, once for the process; every entry point of this module calls it first.
///
/// `sodium_init` fails only when the kernel has no randomness to give, and then no key made by this
/// process could be trusted.
@inline(__always)
func readySodium() {
  precondition(sodiumIsReady, "libsodium found no source of randomness")
}

private let sodiumIsReady = sodium_init() >= 0
