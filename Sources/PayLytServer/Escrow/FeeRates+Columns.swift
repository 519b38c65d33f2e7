/// The five columns of a version of the fees, wherever it is copied to.
extension FeeRates {
  static let columns: [Column<FeeRates>] = [
    .fixed("version", .int4) { .int4($0.version) },
    .fixed("basis_points", .int4) { .int4($0.basisPoints) },
    .fixed("fixed_msat", .int8) { .int8($0.fixedMsat) },
    .fixed("min_msat", .int8) { .int8($0.minMsat) },
    .fixed("max_msat", .int8) { .int8($0.maxMsat) },
  ]
}

extension RowReader {
  /// The columns of `FeeRates.columns`.
  func feeRates(from first: Int) throws(DatabaseError) -> FeeRates {
    FeeRates(
      version: try int32(first), basisPoints: try int32(first + 1),
      fixedMsat: try int64(first + 2), minMsat: try int64(first + 3),
      maxMsat: try int64(first + 4))
  }
}
