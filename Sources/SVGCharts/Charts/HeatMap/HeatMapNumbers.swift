/// How the numbers of a heat map are written: one unit and count of decimals for all panels.
struct HeatMapNumbers {
  /// The power of a thousand that the cells count in.
  let unit: ValueUnit
  /// Decimals of the cells.
  let decimals: Int
  /// The largest size in the whole grid, which the palette spans on both sides.
  let largest: Double

  /// `nil` without a finite value.
  init?(_ chart: HeatMapChart) {
    var largest = -Double.infinity
    for panel in chart.panels {
      for row in panel.values.prefix(chart.rows.count) {
        for value in row.prefix(chart.columns.count) where value.isFinite {
          largest = max(largest, value.magnitude)
        }
      }
    }
    guard largest >= 0 else { return nil }
    self.largest = largest
    unit = ValueUnit(largest: largest, below: 999.5)
    let small = min(max(chart.decimals, 0), 6)
    decimals = unit.divisor == 1 ? small : unit(largest) < 99.95 ? 1 : 0
  }

  /// The signed number of a cell; empty for a value that is not finite.
  func text(_ value: Double) -> String {
    value.isFinite ? NumberText.fixed(unit(value), decimals: decimals, signed: true) : ""
  }

  /// The class of a cell's tint; empty where the number prints as zero.
  func tint(_ value: Double) -> String {
    let least = 0.5 / Double(DecimalRounding.powersOfTen[decimals])
    return TintStep.className(unit(value), scale: unit(largest), least: least)
  }
}

/// The signed heads of rows or columns, in one unit with as many decimals as they need.
struct HeatMapHeads {
  /// The power of a thousand that the heads count in.
  let unit: ValueUnit
  /// Decimals of the heads.
  let decimals: Int
  /// The heads as they are printed.
  let texts: [String]

  /// Heads of these values.
  init(_ values: [Double]) {
    let unit = ValueUnit(fitting: values, below: 10_000)
    let decimals = DecimalsNeeded.of(values.map { unit($0) })
    self.unit = unit
    self.decimals = decimals
    texts = values.map { NumberText.fixed(unit($0), decimals: decimals, signed: true) }
  }
}
