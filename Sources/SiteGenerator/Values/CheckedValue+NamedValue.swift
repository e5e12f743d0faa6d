import ProseChecks

extension ValueTable {
  /// The values of a catalogue as assertions and literals are checked against them, those of the
  /// session before included.
  init(_ catalogue: ValueCatalogue) {
    let earlier = catalogue.values.compactMap(CheckedValue.init(previousOf:))
    let values = catalogue.values.map(CheckedValue.init)
    if earlier.isEmpty {
      self.init(values)
    } else {
      self.init(values) { earlier }
    }
  }
}

extension CheckedValue {
  /// A value with the number behind its print, not rounded.
  init(_ value: NamedValue) {
    self.init(value, value.quantity, text: value.text)
  }

  /// The value of the session before; `nil` when it has none.
  init?(previousOf value: NamedValue) {
    guard let quantity = value.previous, let text = value.previousText else { return nil }
    self.init(value, quantity, text: text)
  }

  private init(_ value: NamedValue, _ quantity: NamedValue.Quantity, text: String) {
    switch quantity {
    case .date(let date): self.init(name: value.name, text: text, quantity: .date(date))
    case .words:
      // The stage ends in its layer's number, so that `stage is 1` and `stage rose` can be said.
      let layer = text.last.flatMap(\.wholeNumberValue) ?? 0
      self.init(
        name: value.name, text: text,
        quantity: value.name == "stage" ? .number(Double(layer), decimals: 0) : .words)
    case .number(let number):
      // Percent are compared and written as such.
      let shown = value.unit == .fraction ? number * 100 : number
      self.init(
        name: value.name, text: text, quantity: .number(shown, decimals: value.decimals),
        unit: value.checkedUnit(of: text))
    }
  }
}

extension NamedValue {
  /// What two numbers must agree in to be compared, by how they are printed.
  ///
  /// The VIX and its futures are volatilities a year, which percent are as well; a difference of two
  /// such levels, printed with its sign, is a plain number of points.
  fileprivate func checkedUnit(of text: String) -> ProseChecks.ValueUnit {
    let printed = PrintedNumber(text)?.unit ?? ProseChecks.ValueUnit()
    let isLevel = unit == .vixPoints && !text.hasPrefix("+") && !text.hasPrefix("\u{2212}")
    return isLevel ? ProseChecks.ValueUnit(.volatilityPoints) : printed
  }
}
