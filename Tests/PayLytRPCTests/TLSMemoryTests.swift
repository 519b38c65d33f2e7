import Testing

@testable import PayLytRPC

@Suite("OpenSSL's buffers of a moment")
struct TLSMemoryTests {
  fileprivate static let large = Limits.tlsSmallBlockBytesMax + 1

  /// A block of memory, as a test may hold it.
  @safe private struct Block {
    let memory: TLSMemory
    var start: UnsafeMutableRawPointer?

    init(of memory: TLSMemory, _ size: Int) {
      self.memory = memory
      unsafe start = memory.allocate(size)
    }

    var isOfRegion: Bool { unsafe start.map { unsafe memory.owns($0) } ?? false }

    mutating func grow(to size: Int) { unsafe start = memory.reallocate(start, size) }

    func fill(_ byte: UInt8) {
      unsafe start?.initializeMemory(as: UInt8.self, repeating: byte, count: TLSMemoryTests.large)
    }

    func byte(at offset: Int) -> UInt8? {
      unsafe start?.load(fromByteOffset: offset, as: UInt8.self)
    }

    func free() { unsafe memory.free(start) }

    func isSame(as other: Block) -> Bool { unsafe start == other.start }
  }

  @Test("large blocks are of the region, one for each, and come back to it; the rest is the heap's")
  func blocks() throws {
    let memory = TLSMemory()
    let blocks = (0..<Limits.tlsBlocksMax).map { number in
      Block(of: memory, number % 2 == 0 ? Self.large : Limits.tlsBlockBytes)
    }
    for (number, block) in blocks.enumerated() {
      #expect(block.isOfRegion)
      block.fill(UInt8(number))
    }
    for size in [1, Limits.tlsSmallBlockBytesMax, Self.large, Limits.tlsBlockBytes + 1] {
      let other = Block(of: memory, size)
      #expect(!other.isOfRegion)
      other.free()
    }
    for (number, block) in blocks.enumerated() {
      #expect(block.byte(at: Self.large - 1) == UInt8(number))
      block.free()
    }
    let last = Block(of: memory, Self.large)
    #expect(last.isSame(as: blocks[blocks.count - 1]))
    last.free()
  }

  @Test("a block that grows keeps what is in it", arguments: [100, 20_000, 30_000, 100_000])
  func growth(size: Int) {
    let memory = TLSMemory()
    var block = Block(of: memory, Self.large)
    block.fill(7)
    block.grow(to: size)
    for offset in stride(from: 0, to: min(size, Self.large), by: 97) {
      #expect(block.byte(at: offset) == 7)
    }
    #expect(block.isOfRegion == (size <= Limits.tlsBlockBytes))
    block.grow(to: 0)
    #expect(!block.isOfRegion)
  }
}
