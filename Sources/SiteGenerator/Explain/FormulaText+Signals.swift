extension ValueFormula {
  /// Indicators, divergences and the rule table.
  var signalText: FormulaText {
    switch self {
    case .realisedVolatility:
      FormulaText(
        "Sample standard deviation of 21 log returns of closes, a year having 252 sessions",
        "√(252·s²), s² of ln(Cᵢ/Cᵢ₋₁), i = 1…21", "methodology 1.7")
    case .onBalanceVolume:
      FormulaText(
        "Running sum of volume, added when the close rises and taken off when it falls",
        "OBVₜ = OBVₜ₋₁ + sign(Cₜ − Cₜ₋₁)·Vₜ", "Granville 1963; methodology 1.1")
    case .advanceDecline:
      FormulaText(
        "Running sum of advancing less declining issues", "ADLₜ = ADLₜ₋₁ + advₜ − decₜ",
        "methodology 1.5")
    case .rsi:
      FormulaText(
        "Smoothed gains over smoothed gains and losses, times 100",
        "100·G/(G + L), Gₜ = (Gₜ₋₁·(n − 1) + gainₜ)/n, first the mean of n",
        "Wilder 1978; methodology 1.2")
    case .macd:
      FormulaText(
        "Fast less slow exponential mean of closes", "EMA₁₂(C) − EMA₂₆(C), k = 2/(n + 1)",
        "Appel; methodology 1.3")
    case .macdSignal:
      FormulaText("Exponential mean of MACD", "EMA₉(MACD)", "Appel; methodology 1.3")
    case .macdHistogram: FormulaText("MACD less its signal", "MACD − signal", "methodology 1.3")
    case .divergence:
      FormulaText(
        "Two swing highs of closes, the later one higher with lower on-balance volume",
        "C_b > C_a and OBV*_b < OBV*_a, known R sessions after b", "methodology 1.6")
    case .divergenceStrength:
      FormulaText(
        "Rise of price and fall of volume between the highs, each over its usual size",
        "ln(C_b/C_a)/(σᵣ√n) + (OBV*_a − OBV*_b)/(rms_v√n)", "methodology 1.6")
    case .divergenceBand:
      FormulaText("Weak below 0.5, strong from 1, else moderate", "", "methodology 1.6")
    case .macdConfirmation:
      FormulaText(
        "First cross of MACD under its signal since the later high", "", "methodology 1.3")
    case .rsiConfirmation:
      FormulaText(
        "First failure swing of RSI since the later high", "", "Wilder 1978; methodology 1.4")
    case .breadthConfirmation:
      FormulaText(
        "First session since the later high on which breadth diverges or lies below its mean",
        "", "methodology 1.5")
    case .catalyst:
      FormulaText(
        "Next FOMC statement or minutes within the profile’s sessions", "", "methodology 1.12")
    default:
      FormulaText(
        "The first of twelve rules that matches decides", "", "methodology 4.3")
    }
  }
}
