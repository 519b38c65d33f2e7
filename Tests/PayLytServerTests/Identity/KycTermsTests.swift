import PayLytAPI
import Testing

@testable import PayLytServer

@Suite("What somebody says of themselves for a higher tier")
struct KycTermsTests {
  /// Noon of a leap day.
  private static let now = Timestamp(utc: "2028-02-29T12:00:00Z") ?? .start

  private func refusal(
    tier: PayLytAPI.KycTier = .identified, born: String = "1990-12-31", country: String = "NG",
    address: String = "", kinds: [KycDocument.Kind] = [.passport], at now: Timestamp = now
  ) -> Refusal? {
    let details = KycDetails(
      legalName: "Ada", birthDate: born, country: country, address: address,
      documents: kinds.map {
        KycDocument(kind: $0, number: "1", scanSha256: [UInt8](repeating: 0, count: 32))
      })
    do {
      _ = try KycTerms(SubmitKycRequest(tier: tier, details: details), at: now)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "a birth date is a day that there is, at least eighteen years ago",
    arguments: [
      ("1990-12-31", true), ("2000-02-29", true), ("2004-02-29", true), ("1900-01-01", true),
      ("2010-02-28", true), ("2010-03-01", false), ("2011-01-01", false), ("2028-02-29", false),
      ("2028-03-01", false), ("2099-01-01", false), ("1990-02-31", false), ("1990-02-29", false),
      ("1900-02-29", false), ("1990-04-31", false), ("1990-13-01", false), ("1990-00-10", false),
      ("1990-01-00", false), ("31.12.1990", false), ("1990-1-01", false), ("1990-01-01 ", false),
      ("199a-01-01", false), ("-990-01-01", false), ("1990--1-01", false), ("", false),
    ])
  func birth(date: String, isGood: Bool) {
    let refusal = refusal(born: date)
    #expect((refusal == nil) == isGood)
    #expect(isGood || refusal?.field == "details.birth_date")
  }

  @Test("who was born on a leap day is eighteen on the first of March")
  func leapling() throws {
    let before = try #require(Timestamp(utc: "2026-02-28T23:59:59Z"))
    #expect(refusal(born: "2008-02-29", at: before)?.field == "details.birth_date")
    #expect(refusal(born: "2008-02-29", at: before.adding(seconds: 1)) == nil)
  }

  @Test(
    "a country is one of ISO 3166-1",
    arguments: [
      ("NG", true), ("KE", true), ("GH", true), ("US", true), ("AD", true), ("ZW", true),
      ("ZZ", false), ("XK", false), ("UK", false), ("EU", false), ("ng", false), ("N", false),
      ("NGA", false), ("", false), (" NG", false),
    ])
  func country(code: String, isGood: Bool) {
    #expect((refusal(country: code) == nil) == isGood)
    #expect(isGood || refusal(country: code)?.field == "details.country")
  }

  @Test("there are 249 countries, each of two capital letters")
  func countries() {
    #expect(Countries.codes.count == 249)
    #expect(Countries.codes.allSatisfy { $0.wholeMatch(of: /[A-Z]{2}/) != nil })
  }

  @Test(
    "the highest tier asks for an address and a proof of it, the one below for neither",
    arguments: [
      (PayLytAPI.KycTier.identified, "", [KycDocument.Kind.passport], nil),
      (.identified, "1 Marina, Lagos", [.identityCard, .proofOfAddress], nil),
      (.verified, "1 Marina, Lagos", [.passport, .proofOfAddress], nil),
      (.verified, "", [.passport, .proofOfAddress], "details.address"),
      (.verified, "1 Marina, Lagos", [.passport], "details.documents"),
      (.verified, "1 Marina, Lagos", [.passport, .drivingLicence], "details.documents"),
      (.basic, "", [.passport], "tier"), (.unspecified, "", [.passport], "tier"),
    ] as [(PayLytAPI.KycTier, String, [KycDocument.Kind], String?)])
  func tiers(
    tier: PayLytAPI.KycTier, address: String, kinds: [KycDocument.Kind], field: String?
  ) {
    #expect(refusal(tier: tier, address: address, kinds: kinds)?.field == field)
  }
}
