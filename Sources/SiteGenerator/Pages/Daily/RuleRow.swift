/// One rule of a write-up: what it read, what it asks for, and what came of it.
struct RuleRow {
  enum Outcome { case fired, notFired, insufficientData }
  var rule: String
  var inputs: String
  var threshold: String
  var outcome: Outcome

  var result: String {
    switch outcome {
    case .fired: "fired"
    case .notFired: "not fired"
    case .insufficientData: "insufficient data"
    }
  }

  var context: TemplateContext {
    let style =
      switch outcome {
      case .fired: "yes"
      case .notFired: "no"
      case .insufficientData: "na"
      }
    return [
      "rule": rule, "inputs": inputs, "threshold": threshold, "result": result,
      "resultClass": style,
    ]
  }
}
