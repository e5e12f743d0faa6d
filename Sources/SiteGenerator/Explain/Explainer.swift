import ALVH
import MarketData
import Quant
import SVGCharts

/// Follows a value of a session back to the rows of the files.
struct Explainer {
  let sections: DailySections
  let catalogue: ValueCatalogue
  let definition: ProfileDefinition
  /// The decisions of the running hedge episode, oldest first; today's alone without one.
  let episode: [DailyDecision]
  let files: SourceFiles

  var decision: DailyDecision { sections.decision }
  var date: CalendarDate { sections.decision.date }
  var history: MarketHistory { sections.site.content.history ?? MarketHistory() }
  var origins: ValueOrigins { ValueOrigins(sections.site.content.sources) }

  /// The explanation of a value with its inputs to a depth; at depth 0 without any.
  ///
  /// - Throws: when a file cannot be read.
  func explanation(of value: NamedValue, depth: Int) throws -> Explanation {
    let grounds = grounds(of: value)
    var explanation = Explanation(
      name: value.name, title: value.title, text: value.text,
      unit: value.unit.words.isEmpty ? nil : value.unit.words, origin: value.origin,
      formula: value.formula.text)
    try complete(&explanation, grounds, depth: depth)
    return explanation
  }

  private func explanation(of fact: Fact, depth: Int) throws -> Explanation {
    var explanation = Explanation(
      name: nil, title: fact.title, text: fact.text,
      unit: fact.unit.words.isEmpty ? nil : fact.unit.words, origin: fact.origin,
      formula: fact.formula)
    try complete(
      &explanation, Grounds(evidence: fact.evidence, inputs: fact.inputs), depth: depth)
    return explanation
  }

  private func complete(
    _ explanation: inout Explanation, _ grounds: Grounds, depth: Int
  ) throws {
    var count = 0
    for evidence in grounds.evidence {
      let (rows, total) = try files.rows(evidence)
      explanation.rows += rows
      count += total
    }
    if count > explanation.rows.count { explanation.rowCount = count }
    // A value that the session lacks is no input of one that it has.
    let inputs = grounds.inputs.filter { input in
      if case .value(let name) = input { catalogue[name] != nil } else { true }
    }
    guard depth > 0 else {
      if !inputs.isEmpty { explanation.hiddenInputs = inputs.count }
      return
    }
    explanation.inputs = try inputs.compactMap { input in
      switch input {
      case .value(let name):
        try catalogue[name].map { try self.explanation(of: $0, depth: depth - 1) }
      case .fact(let fact): try self.explanation(of: fact, depth: depth - 1)
      }
    }
  }

  /// What a value rests on, one step down.
  func grounds(of value: NamedValue) -> Grounds {
    marketGrounds(of: value) ?? signalGrounds(of: value) ?? bookGrounds(of: value)
      ?? hedgeGrounds(of: value) ?? costGrounds(of: value) ?? Grounds()
  }
}

extension Explainer {
  /// A parameter of the profile as an input.
  func parameter(_ key: String) -> ValueInput {
    let parameter = definition.parameters.first { $0.key == key }
    let name = ProfileDefinition.caption(of: key).map { "\($0.group): \($0.name)" } ?? key
    let words = parameter.map { "\($0.value) \($0.unit)" } ?? NumberText.missing
    return .fact(
      Fact(
        title: name, text: words, origin: .assumed,
        formula: parameter.map { FormulaText("Parameter, \($0.origin.rawValue)", "", $0.source) },
        evidence: [.parameter(key)]))
  }

  /// A term of the book as an input, a rate in percent.
  func rate(_ key: String, _ title: String, _ value: Double) -> ValueInput {
    .fact(
      Fact(
        title: title, text: NumberText.percent(value, decimals: 2), origin: .assumed,
        evidence: [.bookTerm(key)]))
  }

  /// A series of closes that ends today, the last `count` of it or all.
  func series(
    _ input: MarketInput, _ title: String, column: String, last count: Int? = nil
  ) -> ValueInput {
    let dates = history.bars.map(\.date)
    let end = dates.firstIndex(of: date).map { $0 + 1 } ?? dates.count
    let first = count.map { dates[max(0, end - $0)..<end].first } ?? nil
    let length = count.map { "\(min($0, end)) sessions" } ?? "all sessions"
    return .fact(
      Fact(
        title: title, text: "\(length) to \(NumberText.long(date))", origin: origins.row(input),
        evidence: [.rows(input, from: first, through: date, column: column)]))
  }
}
