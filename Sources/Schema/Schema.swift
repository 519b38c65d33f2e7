/// The migrations of the database, oldest first, as they are embedded in the binary. Forward only:
/// one that was released is never edited again; a change is a new file, named here and in
/// `Package.swift`.
public let migrations: [(name: String, sql: String)] = [
  ("0001_ledger", sql(PackageResources._001_ledger_sql)),
  ("0002_identity", sql(PackageResources._002_identity_sql)),
  ("0003_jobs", sql(PackageResources._003_jobs_sql)),
  ("0004_escrow", sql(PackageResources._004_escrow_sql)),
  ("0005_payouts", sql(PackageResources._005_payouts_sql)),
  ("0006_webhooks", sql(PackageResources._006_webhooks_sql)),
  ("0007_audit", sql(PackageResources._007_audit_sql)),
  ("0008_exchange", sql(PackageResources._008_exchange_sql)),
  ("0009_deposits", sql(PackageResources._009_deposits_sql)),
  ("0010_general_ledger", sql(PackageResources._010_general_ledger_sql)),
  ("0011_timers", sql(PackageResources._011_timers_sql)),
  ("0012_disputes", sql(PackageResources._012_disputes_sql)),
  ("0013_beneficiaries", sql(PackageResources._013_beneficiaries_sql)),
  ("0014_admin", sql(PackageResources._014_admin_sql)),
  ("0015_reconciliation", sql(PackageResources._015_reconciliation_sql)),
  ("0016_webhook_endpoints", sql(PackageResources._016_webhook_endpoints_sql)),
  ("0017_notifications", sql(PackageResources._017_notifications_sql)),
  ("0018_sandbox", sql(PackageResources._018_sandbox_sql)),
  ("0019_hold_invoices", sql(PackageResources._019_hold_invoices_sql)),
  ("0020_general_labels", sql(PackageResources._020_general_labels_sql)),
  ("0021_provider_calls", sql(PackageResources._021_provider_calls_sql)),
  ("0022_general_schedules", sql(PackageResources._022_general_schedules_sql)),
]

/// SwiftPM embeds a file as bytes, under its name with the first digit replaced.
private func sql(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
