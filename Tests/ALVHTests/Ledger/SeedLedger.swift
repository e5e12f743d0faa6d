import ALVH
import Quant

/// Every row of the seed's ledger (methodology 8, and 4.9 for its two metaphors) with what serves it.
///
/// Grouped by the part of the method a row belongs to; order within the ledger does not matter.
enum SeedLedger {
  /// All rows.
  static var rows: [SeedLedgerRow] {
    signals + context + book + hedge + governance + neighbours + metaphors
  }

  private static var signals: [SeedLedgerRow] {
    [
      SeedLedgerRow(
        phrase: "price/OBV bearish divergence", here: "1.6 computed",
        computations: [
          .type(OnBalanceVolume.self), .type(SwingPivotDetector.self), .type(HigherHigh.self),
          .type(BearishDivergence.self), .type(DivergenceDetector.self),
        ],
        inputs: [.property(\MarketHistory.bars)],
        checklist: [.item(EngineRule.entry)],
        glossary: [
          .working("bearish-divergence"), .working("on-balance-volume"), .working("pivot"),
        ]),
      SeedLedgerRow(
        phrase: "MACD crossunder, RSI failure above 60", here: "1.3, 1.4",
        computations: [
          .type(MovingAverageConvergenceDivergence.self), .type(CrossUnder.self),
          .type(RelativeStrengthIndex.self), .type(FailureSwing.self),
          .property(\FailureSwingParameters.threshold),
        ],
        inputs: [.property(\MarketHistory.bars)],
        checklist: [.item(EngineRule.confirmation)],
        glossary: [
          .working("macd"), .working("relative-strength-index"), .working("failure-swing"),
        ]),
      SeedLedgerRow(
        phrase: "A/D line, P/CF", here: "1.5, 1.11",
        computations: [
          .type(AdvanceDeclineLine.self), .type(BreadthConfirmation.self),
          .type(PriceToCashFlow.self), .type(PriceToCashFlowHistory.self),
        ],
        inputs: [.property(\MarketHistory.breadth), .property(\MarketHistory.fundamentals)],
        checklist: [
          .item(EngineRule.reinforcement), .item(SecondEngineRule.breadthConfirms),
          .item(SecondEngineRule.cashFlowMultipleHigh),
        ],
        glossary: [.working("advance-decline-line"), .annotation("price-to-cash-flow")]),
      SeedLedgerRow(
        phrase: "market-cap rotation, P/E", here: "1.11",
        computations: [
          .type(CapitalisationWeights.self), .type(RotationTrack.self),
          .member(
            of: LayerBand.self, LayerBand.coverageTarget(rotationFraction:)),
        ],
        inputs: [
          .property(\FundamentalRecord.priceToEarnings), .property(\MarketHistory.fundamentals),
          .property(\MarketHistory.capWeightedIndex), .property(\MarketHistory.equalWeightedIndex),
        ],
        checklist: [.item(SecondEngineRule.rotationAccelerates)],
        glossary: [.annotation("market-cap-rotation"), .annotation("price-to-earnings")]),
      SeedLedgerRow(
        phrase: "MEV/HFT", here: "1.10 [N]",
        computations: [
          .type(FlowProxyAccumulator.self), .type(BulkVolumeImbalance.self),
          .type(AmihudPercentile.self),
        ],
        inputs: [.property(\MarketHistory.bars)],
        checklist: [.item(FlowProxy.Caveat.proxyNeverTrigger)],
        glossary: [.metaphor("mev"), .annotation("high-frequency-trading")]),
    ]
  }

  private static var context: [SeedLedgerRow] {
    [
      SeedLedgerRow(
        phrase: "elevated REER", here: "1.12 context only [N]",
        computations: [.type(RealExchangeRate.self), .property(\MacroContext.exchangeRateVerdict)],
        inputs: [.property(\MarketHistory.realEffectiveExchangeRate)],
        checklist: [.item(SecondEngineRule.exchangeRateElevated)],
        glossary: [.annotation("real-effective-exchange-rate")]),
      SeedLedgerRow(
        phrase: "FOMC minutes", here: "explicit calendar",
        computations: [.type(PolicyCatalyst.self), .property(\MacroContext.catalystVerdict)],
        inputs: [.property(\MarketHistory.policy)],
        checklist: [.property(\EngineParameters.requireAlignment)],
        glossary: [.annotation("fomc")]),
      SeedLedgerRow(
        phrase: "divergence widens + PPI/CPI → roll longer, \"Reversal\", IRR",
        here: "4.3(9), 4.7 [N]",
        computations: [
          .property(\BearishDivergence.widening), .type(InflationReinforcement.self),
          .type(TimeShiftRoll.self), .type(ParityResidual.self), .type(InternalRateOfReturn.self),
          .type(PremiumReturn.self),
        ],
        inputs: [.property(\MarketHistory.releases)],
        checklist: [.item(EngineRule.macroRoll), .item(EngineReason.irrGateFailed)],
        glossary: [
          .annotation("inflation-surprise"), .working("calendar-roll"), .misused("reversal"),
          .metaphor("internal-rate-of-return"),
        ]),
    ]
  }

  private static var book: [SeedLedgerRow] {
    [
      SeedLedgerRow(
        phrase: "net Time Value across strikes", here: "3.4",
        computations: [
          .type(StrikeTimeValue.self), .property(\BookValuation.timeValues),
          .property(\BookValuation.timeValueForwardDollars),
        ],
        inputs: [.property(\MarketHistory.indexOptions)],
        glossary: [.working("time-value")]),
      SeedLedgerRow(
        phrase: "never abandon; widen 5-10 points; gamma risk",
        here: "4.3, 3.5 (small effect shown); net gamma before/after",
        computations: [
          .type(PutSideWidening.self), .member(of: PutSideWidening.self, PutSideWidening.distances),
          .property(\PutSideWidening.daysOfSigma), .property(\PutSideWidening.breachChange),
          .property(\PutSideState.gammaDollarsPerPointSquared),
        ],
        inputs: [.property(\MarketHistory.indexOptions)],
        checklist: [.type(EngineAction.self), .type(PutSideWideningOffer.self)],
        glossary: [
          .working("put-side-widening"), .misused("gamma"), .working("iron-condor"),
        ]),
      SeedLedgerRow(
        phrase: "avoid Conversion", here: "3.6",
        computations: [.type(ConversionDetector.self), .type(ParityResidual.self)],
        checklist: [.item(ConversionFinding.Kind.conversion)],
        glossary: [.misused("conversion")]),
    ]
  }

  private static var hedge: [SeedLedgerRow] {
    [
      SeedLedgerRow(
        phrase: "layering 0.5-1 %, 2-3 %", here: "4.1, 4.4 (conflict shown)",
        computations: [
          .member(of: HedgeSizing.self, HedgeSizing.solve), .type(LayerBand.self),
          .property(\Profile.bands), .property(\SizingResult.relaxed),
          .property(\SizingResult.binding),
        ],
        checklist: [.type(HedgeStage.self), .type(SizingCap.self)],
        glossary: [.working("layering"), .working("notional"), .working("coverage")]),
      SeedLedgerRow(
        phrase: "Time-Shifting 7-14 days, skew, term structure", here: "4.5, 2.8, 1.8",
        computations: [
          .type(TimeShiftProjection.self),
          .member(of: TimeShiftGrid.self, TimeShiftGrid.horizons), .type(VIXResponse.self),
          .type(VolatilitySurface.self), .type(VIXTermStructure.self),
        ],
        inputs: [
          .property(\MarketHistory.vix), .property(\MarketHistory.futures),
          .property(\MarketHistory.indexOptions),
        ],
        glossary: [
          .metaphor("time-shift"), .misused("skew"), .working("term-structure"),
          .annotation("contango"),
        ]),
      SeedLedgerRow(
        phrase: "OTM calls 30-45 DTE; convex payoff vs BE breach", here: "4.4, 4.5",
        computations: [
          .type(VIXCallAssumptions.self), .property(\SizingParameters.minDays),
          .property(\SizingParameters.maxDays), .property(\SizingParameters.maxDelta),
          .type(PayoffProfile.self), .type(ConvexPayoffCheck.self), .type(BreachOutlook.self),
        ],
        inputs: [.property(\MarketHistory.vixOptions)],
        checklist: [.type(ConvexPayoffCheck.Status.self)],
        glossary: [.working("vix-option"), .working("convexity"), .working("break-even")]),
      SeedLedgerRow(
        phrase: "CAPM-inspired vol beta; −120 → +40…+60", here: "1.9, 4.2",
        computations: [
          .type(VolatilityBeta.self), .type(VolatilityBetaEstimate.self),
          .member(
            of: VIXHedgeRepricing.self, VIXHedgeRepricing.vegaDollarsPerVIXPoint(vixChange:)),
          .property(\BookValuation.vegaDollarsPerVolPoint), .property(\SizingSolution.coverage),
        ],
        inputs: [.property(\MarketHistory.futures), .property(\MarketHistory.vix)],
        glossary: [
          .metaphor("capm"), .working("volatility-beta"), .working("dollars-per-vix-point"),
          .working("vega"), .working("coverage"),
        ]),
      SeedLedgerRow(
        phrase: "WACC, 0.15 % drag", here: "3.9 [N], 4.4",
        computations: [
          .type(WeightedAverageCostOfCapital.self), .property(\SizingParameters.dragLimit),
          .property(\SizingSolution.dragFractionOfNAV), .type(DragState.self),
        ],
        checklist: [.item(SizingCap.drag)],
        glossary: [.metaphor("weighted-average-cost-of-capital"), .working("drag")]),
      SeedLedgerRow(
        phrase: "Temporal Theta", here: "4.6 [N]",
        computations: [
          .type(TemporalThetaDecay.self), .type(DecayComponents.self),
          .property(\TemporalThetaDecay.pressRatio),
        ],
        inputs: [.property(\MarketHistory.futures), .property(\MarketHistory.vixOptions)],
        glossary: [.metaphor("temporal-theta"), .working("theta")]),
      SeedLedgerRow(
        phrase: "VIX ETFs (\"VIX futures or VIX-related ETFs\")",
        here:
          "import as STK/ETF hedge rows; v = qty·price·β_ETF/VIX from regression (≥120 d), "
          + "leverage decay not modelled; excluded from sizing",
        computations: [
          .type(VolatilityFundExposure.self),
          .member(of: VolatilityFundExposure.self, VolatilityFundExposure.minimumSessions),
          .member(of: VolatilityFundExposure.self, VolatilityFundExposure.entersSizing),
        ],
        inputs: [.property(\MarketHistory.vix)],
        glossary: [.working("vix-etf"), .working("vix-future")]),
    ]
  }

  private static var governance: [SeedLedgerRow] {
    [
      SeedLedgerRow(
        phrase: "Second Engine, DAO", here: "4.8 [N]",
        computations: [.type(SecondEngineEvaluation.self), .type(SecondEngineSizing.self)],
        inputs: [.type(SecondEngineInputs.self)],
        checklist: [
          .type(SecondEngineRule.self), .type(RuleFinding.self), .type(SecondEngineLog.self),
          .property(\SecondEngineParameters.quorum),
        ],
        glossary: [.working("second-engine"), .metaphor("dao")]),
      SeedLedgerRow(
        phrase: "rebalance 3-5 trading days", here: "4.3(11)",
        computations: [
          .property(\EngineParameters.rebalanceMin), .property(\EngineParameters.rebalanceMax),
          .type(ExchangeCalendar.self),
        ],
        checklist: [.item(EngineRule.rebalance)],
        glossary: [.working("rebalancing")]),
      SeedLedgerRow(
        phrase: "backtest against historical setups", here: "5",
        computations: [
          .type(DailyEngine.self),
          .member(
            of: ProfileDefinition.self,
            ProfileDefinition.decisions(_:account:in:calendar:declaresExchangeRate:)),
          .member(of: MarketHistory.self, MarketHistory.prefix(through:)),
          .type(TriggerBaseRate.self), .type(OptimalBlockLength.self),
        ],
        inputs: [.type(MarketHistory.self)],
        notices: ["hypothetical", "modelled-prices"],
        glossary: [.working("backtest")]),
      SeedLedgerRow(
        phrase: "educational", here: "5.1",
        checklist: [.type(Provenance.self)],
        notices: ["education", "options", "third-party-claims", "non-affiliation"]),
    ]
  }

  private static var neighbours: [SeedLedgerRow] {
    [
      SeedLedgerRow(
        phrase: "REIT/DRIP, rate differential", here: "3.7, 1.12",
        computations: [
          .type(EquityBook.self), .type(RateSensitivity.self), .type(DividendReinvestment.self),
          .type(EquityHedgeTarget.self), .type(RateDifferential.self),
        ],
        inputs: [.property(\MarketHistory.minuendRate), .property(\MarketHistory.subtrahendRate)],
        glossary: [
          .annotation("reit"), .misused("drip"), .misused("interest-rate-differential"),
        ]),
      SeedLedgerRow(
        phrase: "DDM", here: "3.8",
        computations: [
          .type(GordonModel.self), .type(TwoStageModel.self), .type(HModel.self),
          .type(DurationScenario.self),
        ],
        glossary: [.metaphor("dividend-discount-model")]),
    ]
  }

  /// The two rows of methodology 4.9.
  static var metaphors: [SeedLedgerRow] {
    [
      SeedLedgerRow(
        phrase: "False Binary", here: "4.3 action vocabulary",
        checklist: [.type(EngineAction.self), .item(EngineAction.hold)],
        glossary: [.metaphor("false-binary")]),
      SeedLedgerRow(
        phrase: "Steward/Promoter", here: "flag `overHedged` if c>1 or drag cap breached",
        computations: [.type(OverHedging.self)],
        checklist: [.type(OverHedging.Reason.self)],
        glossary: [.metaphor("steward-and-promoter")]),
    ]
  }
}
