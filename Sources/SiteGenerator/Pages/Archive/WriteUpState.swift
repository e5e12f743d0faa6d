import ALVH
import Quant

/// What became of a write-up: written or computed alone, changed since, and how its prices came about.
struct WriteUpState {
  let site: Site
  let decision: DailyDecision

  /// Whether the author wrote a commentary.
  var isWritten: Bool { site.content.reports[decision.date] != nil }

  private var corrections: [Correction] { site.corrections(of: decision.date) }

  /// Whether its text was changed after it appeared, and stands.
  var isCorrected: Bool { !corrections.isEmpty && !isWithdrawn }

  var isWithdrawn: Bool { corrections.contains { $0.kind == .withdrawal } }

  /// Whether a price or a series that the method asks for was missing.
  var isIncomplete: Bool { !decision.inputs.dataOK || PriceGate(decision).isIncomplete }

  /// Words for each, with the class that marks it.
  var badges: [TemplateContext] {
    var badges: [(label: String, style: String)] = [
      isWritten ? ("commentary", "working") : ("computed", "annotation")
    ]
    if isWithdrawn {
      badges.append(("withdrawn", "misused"))
    } else if isCorrected {
      badges.append(("corrected, revision \(corrections.count + 1)", "misused"))
    }
    if PriceGate(decision).isUnpriced {
      badges.append(("no prices", "missing"))
    } else if decision.priceProvenance >= .modelled {
      badges.append(("prices modelled", "modelled"))
    }
    if isIncomplete { badges.append(("data incomplete", "missing")) }
    return badges.map { ["label": $0.label, "class": $0.style] }
  }
}
