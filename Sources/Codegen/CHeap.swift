import CPluginAPI
import CProtobufC
import Glibc

/// Memory for C messages that this process builds, given back at once.
@safe final class CHeap {
  private var allocations: [UnsafeMutableRawPointer] = unsafe []

  deinit {
    unsafe allocations.forEach { unsafe $0.deallocate() }
  }

  func string(_ string: String) -> UnsafeMutablePointer<CChar> {
    unsafe array(string.utf8CString.map { $0 })
  }

  func array<Element>(_ elements: [Element]) -> UnsafeMutablePointer<Element> {
    let copy = UnsafeMutablePointer<Element>.allocate(capacity: max(elements.count, 1))
    unsafe allocations.append(UnsafeMutableRawPointer(copy))
    for (index, element) in elements.enumerated() {
      unsafe (copy + index).initialize(to: element)
    }
    return unsafe copy
  }

  /// The address of a copy of `value`.
  func pointer<Value>(_ value: Value) -> UnsafeMutablePointer<Value> {
    unsafe array([value])
  }

  /// A repeated message field: an array of pointers to copies of `values`.
  func pointers<Value>(
    _ values: [Value]
  ) -> UnsafeMutablePointer<UnsafeMutablePointer<Value>?> {
    let pointers = unsafe values.map { unsafe Optional(pointer($0)) }
    return unsafe array(pointers)
  }

  func bytes(_ bytes: [UInt8]) -> ProtobufCBinaryData {
    unsafe ProtobufCBinaryData(len: bytes.count, data: array(bytes))
  }
}
