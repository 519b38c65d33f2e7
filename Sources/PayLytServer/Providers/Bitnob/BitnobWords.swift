/// What the provider says, in our own words. A user reads why their payout failed; the provider's
/// own text may be about us, such as how much we have there, and stands in the log alone.
enum BitnobWords {
  /// Why a payment or a payout failed for good.
  static func failure(_ said: String?) -> String {
    words(said ?? "") ?? "the provider gave no reason that we know"
  }

  /// Why a call was refused.
  static func refusal(_ refusal: BitnobRefusal?) -> String {
    words("\(refusal?.code ?? "") \(refusal?.message ?? "")") ?? "the provider refused it"
  }

  /// Its vocabulary is not published and differs between its APIs: what is known are the words.
  private static func words(_ said: String) -> String? {
    let said = said.lowercased()
    return table.first { line in line.has.allSatisfy { said.contains($0) } }?.means
  }

  /// The first line that fits counts.
  private static let table: [(has: [String], means: String)] = [
    (["insufficient"], "the provider cannot pay now"),
    (["balance"], "the provider cannot pay now"),
    (["liquidity"], "the provider cannot pay now"),
    (["quote", "expired"], "the quote has expired"),
    (["expired"], "the invoice has expired"),
    (["already", "paid"], "the invoice is paid already"),
    (["fee"], "it would cost more than the fee limit"),
    (["route"], "there is no route to the receiver"),
    (["limit"], "the amount is outside of the limits"),
    (["account"], "the receiver's account cannot be paid"),
    (["beneficiary"], "the receiver's account cannot be paid"),
    (["network"], "the invoice is for another network"),
  ]
}
