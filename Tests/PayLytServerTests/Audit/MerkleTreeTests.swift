import PayLytCrypto
import Testing

@testable import PayLytServer

@Suite("Merkle trees")
struct MerkleTreeTests {
  /// The leaves and roots that the Certificate Transparency project tests its logs with.
  private static let leaves = [
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
  ].compactMap { Hex.decode($0) }.map { MerkleTree.leaf($0) }

  static let roots = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]

  @Test("the root is the one of RFC 6962", arguments: 1...8)
  func root(size: Int) {
    #expect(Hex.encode(MerkleTree.root(Self.leaves[..<size])) == Self.roots[size - 1])
  }

  @Test("the root of nothing is the hash of nothing")
  func empty() {
    #expect(MerkleTree.root([]) == SHA256.hash([]))
  }

  @Test(
    "each leaf has a path to the root, and no other leaf, place or size has it", arguments: 1...70)
  func paths(size: Int) {
    let leaves = (0..<size).map { MerkleTree.leaf([UInt8($0)]) }
    let root = MerkleTree.root(leaves[...])
    let stranger = MerkleTree.leaf([255])
    for index in 0..<size {
      let path = MerkleTree.path(to: index, in: leaves[...])
      func holds(
        _ leaf: [UInt8], at place: Int? = nil, of count: Int? = nil, _ path: [[UInt8]]
      ) -> Bool {
        MerkleTree.verify(
          leaf: leaf, index: Int64(place ?? index), size: Int64(count ?? size), path: path,
          root: root)
      }
      #expect(holds(leaves[index], path))
      #expect(!holds(stranger, path))
      #expect(!holds(leaves[index], path + [stranger]))
      #expect(!holds(leaves[index], at: -1, path))
      #expect(!holds(leaves[index], at: size, path))
      for place in 0..<size where place != index { #expect(!holds(leaves[index], at: place, path)) }
      if let last = path.indices.last {
        #expect(!holds(leaves[index], Array(path.dropLast())))
        var bent = path
        bent[last][0] ^= 1
        #expect(!holds(leaves[index], bent))
      }
    }
  }
}
