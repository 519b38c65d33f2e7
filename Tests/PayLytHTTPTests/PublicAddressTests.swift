import PayLytRPC
import Testing

@testable import PayLytHTTP

@Suite("Addresses that anybody may reach", .timeLimit(.minutes(1)))
struct PublicAddressTests {
  @Test(
    "addresses of this machine, of private networks and of special purpose are not public",
    arguments: [
      [0, 0, 0, 0], [10, 1, 2, 3], [100, 64, 0, 1], [100, 127, 255, 255], [127, 0, 0, 1],
      [127, 255, 255, 254], [169, 254, 169, 254], [172, 16, 0, 1], [172, 31, 255, 255],
      [192, 0, 0, 8], [192, 0, 2, 1], [192, 88, 99, 1], [192, 168, 1, 1], [198, 18, 0, 1],
      [198, 19, 255, 255], [198, 51, 100, 7], [203, 0, 113, 9], [224, 0, 0, 1],
      [239, 255, 255, 255], [240, 0, 0, 1], [255, 255, 255, 255],
    ] as [[UInt8]])
  func privateIPv4(address: [UInt8]) {
    #expect(!PublicAddress.contains(address))
    // And in the disguise of IPv6.
    #expect(!PublicAddress.contains([UInt8](repeating: 0, count: 10) + [0xff, 0xff] + address))
    #expect(!PublicAddress.contains([UInt8](repeating: 0, count: 12) + address))
    let translated: [UInt8] = [0, 0x64, 0xff, 0x9b] + [UInt8](repeating: 0, count: 8)
    #expect(!PublicAddress.contains(translated + address))
    #expect(!PublicAddress.contains([0x20, 0x02] + address + [UInt8](repeating: 0, count: 10)))
  }

  @Test(
    "the neighbours of private networks are public",
    arguments: [
      [1, 1, 1, 1], [9, 255, 255, 255], [11, 0, 0, 0], [100, 63, 255, 255], [100, 128, 0, 0],
      [126, 255, 255, 255], [128, 0, 0, 1], [169, 253, 1, 1], [169, 255, 1, 1],
      [172, 15, 255, 255], [172, 32, 0, 0], [192, 167, 1, 1], [192, 169, 1, 1],
      [198, 17, 255, 255], [198, 20, 0, 0], [203, 0, 112, 1], [223, 255, 255, 255],
    ] as [[UInt8]])
  func publicIPv4(address: [UInt8]) {
    #expect(PublicAddress.contains(address))
    #expect(PublicAddress.contains([UInt8](repeating: 0, count: 10) + [0xff, 0xff] + address))
  }

  @Test(
    "of IPv6, only the global space is public, without its special parts",
    arguments: [
      ([0x26, 0x06, 0x47, 0x00], true), ([0x2a, 0x00, 0x14, 0x50], true),
      ([0x20, 0x01, 0x48, 0x60], true), ([0x20, 0x01, 0x00, 0x00], false),
      ([0x20, 0x01, 0x0d, 0xb8], false), ([0x20, 0x02, 0x7f, 0x00], false),
      ([0x3f, 0xff, 0x00, 0x01], false), ([0xfe, 0x80, 0, 0], false), ([0xfc, 0, 0, 1], false),
      ([0xfd, 0x12, 0, 0], false), ([0xff, 0x02, 0, 0], false), ([0, 0, 0, 0], false),
      ([0xfe, 0xc0, 0, 0], false), ([0x40, 0, 0, 0], false),
    ] as [([UInt8], Bool)])
  func sixteenBytes(start: [UInt8], isPublic: Bool) {
    let address = start + [UInt8](repeating: 0, count: 11) + [1]
    #expect(PublicAddress.contains(address) == isPublic)
  }

  @Test("what has another length is no address", arguments: [0, 1, 3, 5, 15, 17])
  func noAddress(count: Int) {
    #expect(!PublicAddress.contains([UInt8](repeating: 1, count: count)))
  }

  @Test(
    "a client that nothing else was said to never connects to this machine, by no name",
    arguments: ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "0.0.0.0"])
  func refused(host: String) async throws {
    try await withServer { _ in
      Issue.record("a request has arrived")
      return .text(200, "")
    } _: { open, base in
      let loop = try EventLoop.start(named: "http-public")
      let port = base.split(separator: ":").last ?? ""
      let client = HTTPClient(loop: loop)
      let url = "http://\(host):\(port)/"
      for method in ["GET", "POST"] {
        let failure = await client.failure(of: HTTPRequest(method, url))
        #expect(failure == .privateAddress)
      }
      loop.stop()
      loop.join()
    }
  }
}
