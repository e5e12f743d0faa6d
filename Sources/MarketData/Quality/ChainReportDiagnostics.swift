import Quant

extension ChainReport {
  /// What to do about a finding: nothing is repaired.
  static let remedy = "The quotes are used as they are; check them if a figure rests on them."

  /// The violations and the series not checked, as warnings about a file whose rows are kept.
  ///
  /// Parity first, then time, then series without a check, each in the report's order.
  public func diagnostics(file: String) -> [Diagnostic] {
    let place = SourceLocation(file: file)
    func warning(_ message: String, _ code: ProblemCode) -> Diagnostic {
      Diagnostic(
        severity: .warning, location: place, message: message, remedy: Self.remedy, code: code,
        action: .kept)
    }
    return parityViolations.map { warning($0.sentence(on: date), .parityResidual) }
      + calendarViolations.map { warning($0.sentence(on: date), .calendarViolation) }
      + unassessed.map { warning($0.sentence(on: date), .missingValue) }
  }
}

extension ChainParityViolation {
  /// The strike, how far it is off, and by how much it may be.
  func sentence(on date: CalendarDate) -> String {
    "\(date): call and put of \(root.rawValue) \(expiration) \(ChainStrike.shown(residual.strike)) "
      + "are \(ChainPoints.shown(residual.residual)) points off parity, their half-spreads are "
      + "\(ChainPoints.shown(residual.halfSpread))"
  }
}

extension ChainCalendarViolation {
  /// The option, its bid, and what the later expiration is offered at.
  func sentence(on date: CalendarDate) -> String {
    "\(date): the \(near.right.rawValue) \(near.root.rawValue) \(near.expiration) "
      + "\(ChainStrike.shown(near.strike)) is bid \(ChainPoints.shown(nearBid)), above "
      + "\(ChainPoints.shown(farAsk)) for which \(farRoot.rawValue) \(farExpiration) is offered at "
      + "the same moneyness"
  }
}

extension UnassessedChainSeries {
  fileprivate func sentence(on date: CalendarDate) -> String {
    let why =
      switch reason {
      case .expired: "it had settled at the time of the quotes"
      case .noPairs: "no strike has two-sided quotes of call and put"
      case .noDiscount: "its quotes imply no discount factor and no rate is given"
      }
    return "\(date): \(root.rawValue) \(expiration) is not checked: \(why)"
  }
}

/// Points as messages show them.
private enum ChainPoints {
  /// Two decimals, more for amounts that would vanish in them.
  static func shown(_ points: Double) -> String {
    let cents = (points * 100).rounded()
    guard cents != 0, abs(cents) < 1e15 else { return String(points) }
    let whole = Int(abs(cents))
    let fraction = whole % 100
    return "\(cents < 0 ? "-" : "")\(whole / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
