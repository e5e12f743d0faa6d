import MarketData

extension DailySections {
  /// The values of prose as search quotes them: one that comes from a model says so, because a result
  /// shows it without the page around it; `nil` when none does.
  func searchValues(_ values: ValueCatalogue) -> ValueCatalogue? {
    let marked = values.values.map { value in
      guard value.origin == .modelled, value.number != nil else { return value }
      var value = value
      value.text += " (modelled)"
      return value
    }
    return marked == values.values ? nil : ValueCatalogue(marked)
  }
}

extension ProseRenderer {
  /// The words of a rendered prose with other values; the first rendering has reported its faults.
  func searchWords(
    _ prose: Prose, _ rendered: RenderedProse, marked: ValueCatalogue?
  ) -> String {
    guard let marked, prose.markdown.utf8Contains("{{") else { return rendered.plainText }
    var reported: [Diagnostic] = []
    return render(prose, values: marked, into: &reported).plainText
  }
}
