import MarketData

extension DailySections {
  /// The values of prose as search quotes them: one that comes from a model says so, because a result
  /// shows it without the page around it.
  func searchValues(_ values: [String: String]) -> [String: String] {
    guard isModelled else { return values }
    var marked = values
    for (name, value) in values where Self.restsOnOptionPrices(name) {
      marked[name] = value + " (modelled)"
    }
    return marked
  }

  /// Whether a value changes with the prices of options and futures.
  private static func restsOnOptionPrices(_ name: String) -> Bool {
    let counted: Set<String> = [
      "hedge.contracts", "drag.cap", "book.width", "book.days", "vx1.days", "vx2.days",
    ]
    let groups: Set<Substring> = ["hedge", "order", "book", "vx1", "vx2", "basis", "contango"]
    return !counted.contains(name) && groups.contains(name.prefix { $0 != "." })
  }
}

extension ProseRenderer {
  /// The words of a rendered prose with other values; the first rendering has reported its faults.
  func searchWords(
    _ prose: Prose, _ rendered: RenderedProse, values: [String: String], marked: [String: String]
  ) -> String {
    guard marked != values, prose.markdown.utf8Contains("{{") else { return rendered.plainText }
    var reported: [Diagnostic] = []
    return render(prose, values: marked, into: &reported).plainText
  }
}
