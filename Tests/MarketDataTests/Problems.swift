import MarketData

/// The bytes of a text.
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// What a reader returns for a text in `x.csv`, and the descriptions of its diagnostics.
func reading<Record>(
  _ text: String, _ read: ([UInt8], String, inout [Diagnostic]) -> Record
) -> (records: Record, problems: [String]) {
  reading(bytes: bytes(text), read)
}

/// What a reader returns for the bytes of `x.csv`, and the descriptions of its diagnostics.
func reading<Record>(
  bytes: [UInt8], _ read: ([UInt8], String, inout [Diagnostic]) -> Record
) -> (records: Record, problems: [String]) {
  var problems: [Diagnostic] = []
  let records = read(bytes, "x.csv", &problems)
  return (records, problems.map(\.description))
}
