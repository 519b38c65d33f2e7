import PayLytAPI
import PayLytRPC

extension MethodDescriptor {
  /// Whether the method's proto says that it refuses with this reason and status: a reason of its
  /// own, or one that is common to all methods. Contracts of other people declare nothing.
  func declares(_ reason: String, _ code: StatusCode) -> Bool {
    guard service.hasPrefix("paylyt.") else { return true }
    guard let known = Reason(name: reason), known.status == code else { return false }
    return known.isCommon || options.refusals.contains(reason)
  }
}
