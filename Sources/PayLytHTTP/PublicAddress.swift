/// Which addresses are anybody's to reach: not those of the machine, its network, or that lead to
/// one of these in disguise (the IANA special-purpose address registries, RFC 6890).
enum PublicAddress {
  /// Address and the length of its prefix in bits.
  private typealias Network = (bytes: [UInt8], bits: Int)

  private static let privateIPv4: [Network] = [
    ([0], 8), ([10], 8), ([100, 64], 10), ([127], 8), ([169, 254], 16), ([172, 16], 12),
    ([192, 0, 0], 24), ([192, 0, 2], 24), ([192, 88, 99], 24), ([192, 168], 16),
    ([198, 18], 15), ([198, 51, 100], 24), ([203, 0, 113], 24), ([224], 4), ([240], 4),
  ]
  /// The only space that is given to anybody.
  private static let globalIPv6: Network = ([0x20], 3)
  /// Within it: protocol assignments with Teredo, documentation, and IPv4 in disguise (6to4).
  private static let privateIPv6: [Network] = [
    ([0x20, 0x01, 0x00], 23), ([0x20, 0x01, 0x0d, 0xb8], 32), ([0x20, 0x02], 16),
    ([0x3f, 0xff, 0x00], 20),
  ]
  private static let mappedIPv4: Network = ([UInt8](repeating: 0, count: 10) + [0xff, 0xff], 96)

  /// - Parameter address: 4 or 16 bytes in network order; any other length is none.
  static func contains(_ address: [UInt8]) -> Bool {
    switch address.count {
    case 4: !privateIPv4.contains { isIn($0, address) }
    case 16 where isIn(mappedIPv4, address): contains(Array(address.suffix(4)))
    case 16: isIn(globalIPv6, address) && !privateIPv6.contains { isIn($0, address) }
    case _: false
    }
  }

  private static func isIn(_ network: Network, _ address: [UInt8]) -> Bool {
    (0..<network.bits).allSatisfy { bit in
      let wanted = bit / 8 < network.bytes.count ? network.bytes[bit / 8] : 0
      return (wanted ^ address[bit / 8]) & (0x80 >> UInt8(bit % 8)) == 0
    }
  }
}
