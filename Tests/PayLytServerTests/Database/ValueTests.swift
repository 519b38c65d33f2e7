import Testing

@testable import PayLytServer

@Suite("Values on their way to PostgreSQL and back")
struct ValueTests {
  private static let echo = Statement<[SQLValue]>(
    "echo",
    """
    SELECT $1::bool, $2::int2, $3::int4, $4::int8, $5::text, $6::bytea, $7::uuid, $8::timestamptz
    """,
    parameters: [.bool, .int2, .int4, .int8, .text, .bytea, .uuid, .timestamptz],
    columns: [.bool, .int2, .int4, .int8, .text, .bytea, .uuid, .timestamptz]
  ) { (row) throws(DatabaseError) in
    [
      .bool(try row.optionalBool(0)), .int2(try row.optionalInt16(1)),
      .int4(try row.optionalInt32(2)), .int8(try row.optionalInt64(3)),
      .text(try row.optionalText(4)), .bytes(try row.optionalBytes(5)),
      .uuid(try row.optionalUUID(6)), .timestamp(try row.optionalTimestamp(7)),
    ]
  }

  private static let echoArrays = Statement<[SQLValue]>(
    "echo_arrays",
    """
    SELECT $1::bool[], $2::int2[], $3::int4[], $4::int8[], $5::text[], $6::bytea[], $7::uuid[],
      $8::timestamptz[]
    """,
    parameters: [
      .boolArray, .int2Array, .int4Array, .int8Array, .textArray, .byteaArray, .uuidArray,
      .timestamptzArray,
    ],
    columns: [
      .boolArray, .int2Array, .int4Array, .int8Array, .textArray, .byteaArray, .uuidArray,
      .timestamptzArray,
    ]
  ) { (row) throws(DatabaseError) in
    [
      .boolArray(try row.boolArray(0)), .int2Array(try row.int16Array(1)),
      .int4Array(try row.int32Array(2)), .int8Array(try row.int64Array(3)),
      .textArray(try row.textArray(4)), .bytesArray(try row.bytesArray(5)),
      .uuidArray(try row.uuidArray(6)), .timestampArray(try row.timestampArray(7)),
    ]
  }

  /// 4714-11-24 BC, the first moment of PostgreSQL; its last one is past ours.
  private static let earliest = Timestamp(microseconds: -210_866_803_200_000_000)
  private static let latest = Timestamp(microseconds: .max)

  private static let rows: [[SQLValue]] = [
    [
      .bool(true), .int2(.max), .int4(.max), .int8(.max), .text("naïve ₿ 🧾"), .bytes([0, 1, 255]),
      .uuid(UUID(high: .max, low: .max)), .timestamp(latest),
    ],
    [
      .bool(false), .int2(.min), .int4(.min), .int8(.min), .text(""), .bytes([]),
      .uuid(UUID(high: 0, low: 1)), .timestamp(Timestamp(microseconds: -1)),
    ],
    [
      .bool(true), .int2(0), .int4(-1), .int8(1), .text(String(repeating: "x", count: 100_000)),
      .bytes([UInt8](repeating: 7, count: 100_000)), .uuid(UUID(high: 1 << 63, low: 0)),
      .timestamp(earliest),
    ],
    [SQLValue](repeating: .null, count: 8),
  ]

  @Test("a row of every scalar type comes back as it was sent", arguments: rows)
  func scalars(_ values: [SQLValue]) async throws {
    let found = try await withDatabase(statements: [Self.echo.definition]) {
      try await $0.query(Self.echo, values)
    }
    #expect(found == [values])
  }

  private static let arrayRows: [[SQLValue]] = [
    [
      .boolArray([]), .int2Array([]), .int4Array([]), .int8Array([]), .textArray([]),
      .bytesArray([]), .uuidArray([]), .timestampArray([]),
    ],
    [
      .boolArray([true, nil, false]), .int2Array([nil, .min, .max]), .int4Array([.min, nil, .max]),
      .int8Array([.max, .min, nil]), .textArray(["", nil, "NULL", "{\"a,b\"}"]),
      .bytesArray([[], nil, [0]]), .uuidArray([nil, UUID(high: 1, low: 2)]),
      .timestampArray([Timestamp(microseconds: 1), nil]),
    ],
    [
      .boolArray([nil]), .int2Array((0..<1000).map { Int16($0) }),
      .int4Array((0..<1000).map { Int32($0) }), .int8Array((0..<10_000).map { Int64($0) }),
      .textArray((0..<1000).map { "line \($0)" }),
      .bytesArray([[UInt8](repeating: 1, count: 9999)]),
      .uuidArray((0..<1000).map { UUID(high: $0, low: ~$0) }), .timestampArray([nil, nil]),
    ],
  ]

  @Test("a row of every array type comes back as it was sent", arguments: arrayRows)
  func arrays(_ values: [SQLValue]) async throws {
    let found = try await withDatabase(statements: [Self.echoArrays.definition]) {
      try await $0.query(Self.echoArrays, values)
    }
    #expect(found == [values])
  }

  @Test(
    "a moment that PostgreSQL cannot hold is refused, not wrapped",
    arguments: [
      Timestamp(microseconds: .min),
      Timestamp(microseconds: earliest.microseconds - 1),
    ])
  func refusedMoment(_ moment: Timestamp) async throws {
    let statement = Statement<Timestamp>(
      "moment", "SELECT $1::timestamptz", parameters: [.timestamptz], columns: [.timestamptz]
    ) { (row) throws(DatabaseError) in try row.timestamp(0) }
    try await withDatabase(statements: [statement.definition]) { database in
      await #expect(throws: DatabaseError.sqlState(SQLState("22008"))) {
        try await database.query(statement, [.timestamp(moment)])
      }
    }
  }

  @Test("a NULL, another type and infinity are typed errors for the decoder that asks otherwise")
  func refusedColumns() async throws {
    let null = Statement<Int64>(
      "null", "SELECT NULL::int8", parameters: [], columns: [.int8]
    ) { (row) throws(DatabaseError) in try row.int64(0) }
    let wrong = Statement<String>(
      "wrong", "SELECT 7::int8", parameters: [], columns: [.int8]
    ) { (row) throws(DatabaseError) in try row.text(0) }
    let missing = Statement<String>(
      "missing", "SELECT 'a'::text", parameters: [], columns: [.text]
    ) { (row) throws(DatabaseError) in try row.text(1) }
    let infinity = Statement<Timestamp>(
      "infinity", "SELECT 'infinity'::timestamptz", parameters: [], columns: [.timestamptz]
    ) { (row) throws(DatabaseError) in try row.timestamp(0) }
    let nested = Statement<[Int64?]>(
      "nested", "SELECT ARRAY[ARRAY[1::int8]]", parameters: [], columns: [.int8Array]
    ) { (row) throws(DatabaseError) in try row.int64Array(0) }
    let definitions = [
      null.definition, wrong.definition, missing.definition, infinity.definition, nested.definition,
    ]
    try await withDatabase(statements: definitions) { database in
      await #expect(throws: DatabaseError.column(0, .isNull)) { try await database.query(null) }
      await #expect(throws: DatabaseError.column(0, .hasType(20, wanted: .text))) {
        try await database.query(wrong)
      }
      await #expect(throws: DatabaseError.column(1, .hasType(0, wanted: .text))) {
        try await database.query(missing)
      }
      await #expect(throws: DatabaseError.column(0, .isMalformed)) {
        try await database.query(infinity)
      }
      await #expect(throws: DatabaseError.column(0, .isMalformed)) {
        try await database.query(nested)
      }
    }
  }

  @Test("values past the bounds are refused before anything is sent")
  func refusedSize() {
    let megabyte = [UInt8](repeating: 0, count: 1 << 20)
    #expect(throws: Never.self) { try SQLValue.check([.bytes(megabyte)]) }
    #expect(throws: DatabaseError.parametersTooLarge) {
      try SQLValue.check([SQLValue](repeating: .bytes(megabyte), count: 257))
    }
    #expect(throws: DatabaseError.parametersTooLarge) {
      try SQLValue.check([SQLValue](repeating: .null, count: 65_536))
    }
  }
}
