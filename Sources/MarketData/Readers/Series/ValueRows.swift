import Quant

/// The dated values of a vendor's file by column, for an import: every row left out has a problem
/// of its own.
struct ValueRows {
  /// A column of numbers and what it may hold.
  struct Column {
    let column: CSVColumn
    let bound: ValueBound
    /// The name of the series.
    let name: String

    init(_ column: CSVColumn, _ bound: ValueBound = .any, name: String? = nil) {
      self.column = column
      self.bound = bound
      self.name = name ?? column.name
    }
  }

  private struct Row: Sendable {
    let date: CalendarDate
    let values: [Double?]
  }

  let date: CSVColumn
  let columns: [Column]
  /// Whether a row needs a value in the first column; otherwise one in any column will do.
  var needsFirst = false

  /// The series in the order of the columns, and the dates of the rows that were accepted.
  ///
  /// An empty cell gives its series no value on that date. A row without any value is skipped, one
  /// with a fault in any column is rejected. A value counts as known on its own date: the file does
  /// not tell when it was published. Complexity: O(n), O(n log n) for rows out of order.
  func read(
    _ sheet: inout CSVSheet
  ) -> (series: [NamedSeries<DatedValue>], dates: [CalendarDate]) {
    var rows = KeyedRows<CalendarDate, Row>()
    rows.reserveCapacity(sheet.capacity)
    while sheet.advance() {
      guard let row = row(in: &sheet) else { continue }
      rows.add(row, key: row.date, column: date, in: &sheet, name: row.date.description)
    }
    let sorted = rows.finish(in: &sheet)
    let series = columns.enumerated().map { index, column in
      NamedSeries(
        name: column.name,
        rows: sorted.compactMap { row in
          row.values[index].map { DatedValue(date: row.date, value: $0) }
        })
    }
    return (series, sorted.map(\.date))
  }

  private func row(in sheet: inout CSVSheet) -> Row? {
    let date = sheet.vendorDate(date)
    var values: [Double?] = []
    values.reserveCapacity(columns.count)
    for column in columns {
      guard let value = sheet.optionalNumber(column.column, column.bound) else { continue }
      values.append(value)
    }
    guard let date, values.count == columns.count else { return nil }
    let lack = needsFirst ? columns.first?.name : nil
    guard needsFirst ? values.first != .some(nil) : values.contains(where: { $0 != nil }) else {
      sheet.skipRow(without: lack ?? "value", on: date, self.date)
      return nil
    }
    return Row(date: date, values: values)
  }
}
