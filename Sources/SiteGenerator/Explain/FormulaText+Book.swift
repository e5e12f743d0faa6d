extension ValueFormula {
  /// The book's credit, pay-off and sensitivities.
  var bookText: FormulaText {
    switch self {
    case .credit:
      FormulaText("Entry prices of all legs, sold less bought", "−Σ q·100·p₀", "methodology 3.2")
    case .width:
      FormulaText(
        "Distance of the put spread’s strikes in the first recognised condor", "K_short − K_long",
        "methodology 3.1")
    case .winRate:
      FormulaText(
        "One less the condor’s credit over its width, as if every loss were the greatest",
        "1 − credit/width", "methodology 3.2")
    case .result:
      FormulaText(
        "Midpoints less entry prices over all legs", "Σ q·100·(mid − p₀)", "methodology 3.3")
    case .payoff:
      FormulaText(
        "Extreme of profit and loss at expiration over its corners",
        "extreme over K of Σ q·100·(max(θ(S − K), 0) − p₀)", "methodology 3.2")
    case .breakEven:
      FormulaText(
        "Index level at which profit and loss at expiration is nil",
        "Σ q·100·(max(θ(S − K), 0) − p₀) = 0", "methodology 3.2")
    case .notional:
      FormulaText(
        "Short condors times 100 and the index; a condor counts once",
        "max(short puts, short calls)·100·S", "methodology 4.1")
    case .timeValue:
      FormulaText(
        "Midpoint less the forward’s discounted intrinsic value over all legs",
        "Σ q·100·(mid − D·max(θ(F − K), 0))", "methodology 3.4")
    case .vega:
      FormulaText(
        "Sum of the legs’ vegas, each at its own implied volatility",
        "Σ q·100·S·e^(−qT)·φ(d₁)·√T/100", "Black–Scholes–Merton; methodology 2.2, 3.3")
    case .vega30:
      FormulaText(
        "The legs’ vegas, each as a move of the 30-day level",
        "Σ vega·√(30/max(days, 7))", "methodology 3.3")
    case .theta:
      FormulaText(
        "Sum of the legs’ thetas a calendar day", "Σ q·100·θ/365",
        "Black–Scholes–Merton; methodology 2.2, 2.4")
    case .delta:
      FormulaText(
        "Sum of the legs’ deltas", "Σ q·100·θ·e^(−qT)·N(θd₁)",
        "Black–Scholes–Merton; methodology 2.2")
    default:
      FormulaText(
        "Sum of the legs’ gammas", "Σ q·100·e^(−qT)·φ(d₁)/(Sσ√T)",
        "Black–Scholes–Merton; methodology 2.2")
    }
  }

  /// The hedge and its sizing.
  var hedgeText: FormulaText {
    switch self {
    case .hedgeContracts:
      FormulaText("Fills of the method’s paper account, bought less sold", "", "methodology 4.3")
    case .hedgeExposure:
      FormulaText(
        "Delta to the future of the same expiration, times what that future moves with the VIX",
        "Σ q·100·Δ_F·β(τ)", "methodology 4.2")
    case .spikeExposure:
      FormulaText(
        "The same with the β measured when the VIX jumps", "Σ q·100·Δ_F·β_spike(τ)",
        "methodology 4.2")
    case .risenExposure:
      FormulaText(
        "The same with the deltas after a rise of the VIX", "Σ q·100·Δ_F(VIX + x)·β(τ)",
        "methodology 4.2")
    case .coverage:
      FormulaText(
        "Dollars per VIX point of the hedge over the book’s short vega", "Σv/|V_book|",
        "methodology 4.2")
    case .notionalShare:
      FormulaText(
        "Contracts times 100 and their future, over SPX notional", "Σ q·100·F/N", "methodology 4.1")
    case .carry:
      FormulaText(
        "Value after the review period on an unchanged curve less the midpoint, a day",
        "Σ q·100·(V(τ − h) − mid)/h", "methodology 4.6")
    case .nextRoll:
      FormulaText(
        "The first session from which the profile’s roll rule can fire",
        "last trading day less the profile’s sessions", "methodology 4.3, rule 10")
    case .sizing:
      FormulaText(
        "The whole contracts that come nearest to the band inside all caps",
        "least (coverage short, notional short, drag), in this order", "methodology 4.4")
    default:
      FormulaText(
        "The caps whose removal alone brings the hedge nearer to its band", "", "methodology 4.4")
    }
  }

  /// Drag and scenarios.
  var costText: FormulaText {
    switch self {
    case .expectedDrag:
      FormulaText(
        "What the holdings would lose if they were bought now and nothing changed until the review",
        "Σ q·(max(0, 100·(ask − V(τ − h))) + commission)", "methodology 4.4")
    case .spent:
      FormulaText(
        "Premium paid less received less what a sale at the bid would bring",
        "paid − received − at the bid", "methodology 4.4")
    case .dragCap:
      FormulaText("Net asset value times the profile’s limit", "NAV·limit", "methodology 4.4")
    case .episode: FormulaText("The first session with a purchase", "", "methodology 4.4")
    case .paid:
      FormulaText(
        "Fills of the episode’s purchases at the ask, with commissions",
        "Σ q·100·ask + commissions", "methodology 4.4")
    case .received:
      FormulaText(
        "Fills of the episode’s sales at the bid, less commissions", "Σ q·100·bid − commissions",
        "methodology 4.4")
    case .atBid: FormulaText("Holdings at the bid", "Σ q·100·bid", "methodology 4.4")
    case .dragRate:
      FormulaText(
        "Cost so far over the days of the episode", "spent/days, and ·365", "methodology 4.4")
    case .dragShare:
      FormulaText("The cost over its denominator", "cost/denominator", "methodology 4.4")
    case .scenario:
      FormulaText(
        "Every leg priced again at the moved index, the VIX following its usual response",
        "Σ q·100·(V(S′, σ′) − V)", "methodology 4.5")
    case .scenarioVIX:
      FormulaText(
        "The VIX after its usual response to the index move, not below its floor",
        "max(floor, VIX·e^(b·ln(S′/S)))", "methodology 4.5")
    default:
      FormulaText("The row in which the book loses most", "", "methodology 4.5")
    }
  }
}
