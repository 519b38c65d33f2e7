/// What is read of labels.
enum GeneralLabelStatements {
  /// Those of these accounts or transactions.
  static let labels = Statement<GeneralLabels>(
    "general_labels_read",
    """
    SELECT \(GeneralLabels.table.columns.map(\.name).joined(separator: ", "))
    FROM general_labels WHERE id = ANY($1)
    """,
    parameters: [.uuidArray], columns: GeneralLabels.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.generalLabels() }

  // A list that is found by a label walks along the index of labels in the order of the list: a
  // page costs as much as it shows.

  /// Accounts with the label $2, by name behind the account $1, from the name $3 to before the name
  /// $4.
  static let accountsAfter = Statement<GeneralAccount>(
    "general_accounts_labelled_after",
    """
    SELECT \(names(GeneralAccount.table.columns, "a"))
    FROM general_label l JOIN general_account a ON a.id = l.id
    WHERE l.is_account AND l.pair = $2 AND l.place >= $3 AND l.place < $4
      AND l.place > coalesce((SELECT name FROM general_account WHERE id = $1), '')
    ORDER BY l.place LIMIT $5
    """,
    parameters: [.uuid, .text, .text, .text, .int8],
    columns: GeneralAccount.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.generalAccount() }

  /// Transactions with the label $2 before the id $1, newest first.
  static let transactionsBefore = Statement<GeneralTransaction>(
    "general_transactions_labelled_before",
    """
    SELECT \(names(GeneralTransaction.table.columns, "t"))
    FROM general_label l JOIN general_transaction t ON t.id = l.id
    WHERE NOT l.is_account AND l.pair = $2 AND l.place < $1::text
    ORDER BY l.place DESC LIMIT $3
    """,
    parameters: [.uuid, .text, .int8], columns: GeneralTransaction.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.generalTransaction() }

  private static func names<Row>(_ columns: [Column<Row>], _ table: String) -> String {
    columns.map { "\(table).\($0.name)" }.joined(separator: ", ")
  }

  static let all = [labels.definition, accountsAfter.definition, transactionsBefore.definition]
}
