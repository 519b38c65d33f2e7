/// A provider, and what it does for us.
struct ProviderDuties: Sendable {
  let account: any ProviderAccount
  let duties: [String]
}
