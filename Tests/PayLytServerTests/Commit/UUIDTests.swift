import Testing

@testable import PayLytServer

@Suite("Identifiers")
struct UUIDTests {
  @Test(
    "an id is printed as 36 lower-case characters and read back",
    arguments: [
      (UInt64(0), UInt64(0), "00000000-0000-0000-0000-000000000000"),
      (.max, .max, "ffffffff-ffff-ffff-ffff-ffffffffffff"),
      (0x0123_4567_89ab_cdef, 0xfedc_ba98_7654_3210, "01234567-89ab-cdef-fedc-ba9876543210"),
      (1, 1 << 63, "00000000-0000-0001-8000-000000000000"),
    ])
  func print(high: UInt64, low: UInt64, text: String) {
    let id = UUID(high: high, low: low)
    #expect(id.description == text)
    #expect(UUID(text) == id)
    #expect(UUID(text.uppercased()) == id)
  }

  @Test("random ids go both ways", arguments: 1...50)
  func roundTrip(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let id = UUID(high: random.next(), low: random.next())
    #expect(UUID(id.description) == id)
  }

  @Test(
    "anything else is refused",
    arguments: [
      "", "0", "01234567-89ab-cdef-fedc-ba987654321", "01234567-89ab-cdef-fedc-ba98765432100",
      "0123456789abcdeffedcba9876543210", "{01234567-89ab-cdef-fedc-ba9876543210}",
      "01234567-89ab-cdef-fedc-ba987654321g", "01234567_89ab_cdef_fedc_ba9876543210",
      " 1234567-89ab-cdef-fedc-ba9876543210", "01234567-89ab-cdef-fedc-ba987654321\u{0}",
      "0123456-789ab-cdef-fedc-ba9876543210", "------------------------------------",
      "01234567-89ab-cdef-fedc-ba98765432é0", "+1234567-89ab-cdef-fedc-ba9876543210",
    ])
  func malformed(text: String) {
    #expect(UUID(text) == nil)
  }

  @Test("a version 7 id is one by RFC 9562, whatever the random bits are", arguments: 1...50)
  func version(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let time = Timestamp(microseconds: Int64.random(in: 0...281_474_976_710_655, using: &random))
    for bits in [random.next(), 0, .max] {
      let id = UUID(time: time, random: bits)
      #expect(id.high >> 12 & 15 == 7)
      #expect(id.low >> 62 == 2)
      #expect(id.high >> 16 == UInt64(time.microseconds / 1000))
      #expect(id.entity == id)
    }
  }

  @Test("an id of a later microsecond sorts later, as its text does", arguments: 1...50)
  func order(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let times = [0, 1, 2, 3, 998, 999, 1000, 1001, 2000].map {
      Timestamp(microseconds: Timestamp.start.microseconds + $0)
    }
    let ids = times.map { UUID(time: $0, random: random.next()) }
    #expect(ids == ids.sorted())
    #expect(ids.map(\.description) == ids.map(\.description).sorted())
  }

  @Test("ids are ordered by their first half, then by the second")
  func halves() {
    #expect(UUID(high: 1, low: 9) < UUID(high: 2, low: 0))
    #expect(UUID(high: 1, low: 1) < UUID(high: 1, low: 2))
    #expect(!(UUID(high: 1, low: 1) < UUID(high: 1, low: 1)))
    #expect(UUID(high: 1, low: 0) < UUID(high: .max, low: 0))
  }

  @Test("the parts of an entity are told apart and lead back to it")
  func parts() {
    let entity = UUID.entity(5)
    let parts = (UInt8.min...UInt8.max).map { entity.subordinate($0) }
    #expect(Set(parts).count == 256)
    #expect(parts.allSatisfy { $0.entity == entity })
    #expect(!parts.contains { $0.entity == .entity(6) })
  }
}

@Suite("Moments")
struct TimestampTests {
  @Test(
    "whole seconds are rounded down, before 1970 too",
    arguments: [(Int64(0), Int64(0)), (999_999, 0), (1_000_000, 1), (-1, -1), (-1_000_000, -1)])
  func seconds(microseconds: Int64, seconds: Int64) {
    #expect(Timestamp(microseconds: microseconds).seconds == seconds)
  }

  @Test("durations are added in their unit")
  func adding() {
    let zero = Timestamp(microseconds: 0)
    #expect(zero.adding(seconds: 2).microseconds == 2_000_000)
    #expect(zero.adding(milliseconds: -3).microseconds == -3_000)
  }
}
