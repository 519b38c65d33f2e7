import PayLytCrypto

/// What both sides agree on, in one canonical byte form.
struct JobTerms: Hashable, Sendable {
  struct Step: Hashable, Sendable {
    let title: String
    let amountMsat: Int64
  }

  let title: String
  let description: String
  let steps: [Step]
  let deadline: Timestamp

  var amountMsat: Int64 { steps.reduce(0) { $0 + $1.amountMsat } }

  /// SHA-256 over each part with its length before it, so that no two terms share their bytes.
  var sha256: [UInt8] {
    var bytes = Array("paylyt job terms 1".utf8)
    func add(_ text: String) {
      add(Int64(text.utf8.count))
      bytes.append(contentsOf: text.utf8)
    }
    func add(_ number: Int64) { bytes += number.bigEndianBytes }
    add(title)
    add(description)
    add(deadline.microseconds)
    add(Int64(steps.count))
    for step in steps {
      add(step.title)
      add(step.amountMsat)
    }
    return SHA256.hash(bytes)
  }
}
