import EndToEndSupport
import FoundationEssentials
import PayLytAPI
import PayLytRPC
import Testing

extension EndToEnd.OneServer {
  /// A receipt in other hands: nobody of us is asked.
  @Suite("Receipts, checked offline")
  struct ReceiptTests {
    /// The example's exit status for a receipt and a key.
    private static func check(_ receipt: Receipt, key: [UInt8]) async throws -> ChildProgram.End {
      try await TemporaryDirectory.with { directory in
        let file = directory.path + "/receipt"
        try Data(receipt.wireBytes).write(to: URL(filePath: file))
        let command =
          Place.python + [
            "-B", Place.repository + "/examples/python/verify_receipt.py", file,
            key.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(),
          ]
        let program = try await ChildProgram.start(
          command[0], Array(command.dropFirst()), log: directory.path + "/log")
        return try await program.waitForEnd()
      }
    }

    @Test("what we signed is found to be signed; one changed unit, or another key, is not")
    func offline() async throws {
      let deal = try await Deal.funded(on: try Deployment.shared)
      try await deal.release(1)
      try await deal.refund(by: deal.freelancer)
      let receipts = try await deal.client.escrows.listReceipts(
        .init(parent: deal.escrow), options: deal.client.options
      ).receipts
      let known = try await deal.client.escrows.getReceiptKey(.init(), options: .bounded)
      #expect(receipts.map(\.kind) == [.release, .refund] && known.publicKey.count == 32)
      for receipt in receipts {
        #expect(receipt.keyID == known.keyID)
        #expect(try await Self.check(receipt, key: known.publicKey) == .exited(0))
      }
      var forged = receipts[0]
      forged.client = deal.freelancer.name
      var foreign = known.publicKey
      foreign[0] ^= 1
      #expect(try await Self.check(forged, key: known.publicKey) == .exited(1))
      #expect(try await Self.check(receipts[0], key: foreign) == .exited(1))
    }
  }
}
