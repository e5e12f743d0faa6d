import ALVH
import Quant
import SVGCharts

extension DailySections {
  /// The finding of the day, for the heading and for lists; the author's title wins.
  var headline: String {
    site.content.reports[decision.date]?.title ?? computedHeadline
  }

  /// A heading made from the decision when nobody wrote one.
  var computedHeadline: String {
    if let ended = decision.signals.ended.last, decision.step.action != .unwind {
      return "The divergence of \(NumberText.short(ended.pivot)) ends: \(Self.endWords(ended))"
    }
    switch decision.step.action {
    case .enterLayer1, .addLayer2, .addLayer3:
      return "A rule fires: the method \(ActionWords.short(decision.step))"
    case .unwind:
      return "The method unwinds its hedge \(ActionWords.reason(decision, in: site.profile))"
    case .roll,
      .rebalance where !decision.orders.isEmpty:
      return "The method \(ActionWords.short(decision.step))"
    default:
      if let new = decision.signals.new.last {
        return "A divergence of price and volume is known: \(NumberText.short(new.reference)) to "
          + NumberText.short(new.pivot)
      }
      return moveHeadline
    }
  }

  private func bookSentence(_ book: BookState) -> String {
    if book.snapshot == decision.date { return "The book was renewed at this close." }
    let isCondors = !book.structures.isEmpty && book.structures.allSatisfy(\.kind.isCondor)
    return isCondors ? "The condors stay." : "The book stays."
  }

  private var moveHeadline: String {
    guard let index, let change = index.change, let vix = row(.vix), let level = vix.latest else {
      return "The session of \(NumberText.long(decision.date))"
    }
    let size = NumberText.percent(abs(change), decimals: 2)
    let verb =
      change > 0.00005 ? "rises \(size)" : change < -0.00005 ? "falls \(size)" : "is unchanged"
    return "The index \(verb), VIX at \(NumberText.fixed(level, decimals: 2)); "
      + (decision.step.stageAfter.isHedged
        ? decision.step.stageAfter.words + " stands" : "no hedge")
  }

  static func endWords(_ view: DivergenceView) -> String {
    switch view.endReason {
    case .volumeConfirmed: "volume has confirmed the high after all"
    case .higherHighConfirmed: "a later high came with volume"
    case .expired: "40 sessions have passed"
    case nil: "it is still active"
    }
  }

  /// At most 60 words: what changed, the stage, the action.
  var bottomLine: String {
    var sentences: [String] = []
    if let index, let change = index.change {
      var sentence = "The S&P\u{A0}500 "
      sentence += change >= 0 ? "rose " : "fell "
      sentence += "\(NumberText.percent(abs(change), decimals: 2)) to "
      sentence += NumberText.fixed(index.close, decimals: 2)
      if let vix = row(.vix), let level = vix.latest, let before = vix.previous {
        sentence += ", VIX went from \(NumberText.fixed(before, decimals: 2)) to "
        sentence += NumberText.fixed(level, decimals: 2)
      }
      sentences.append(sentence + ".")
    }
    if let new = decision.signals.new.last {
      sentences.append(
        "A price and volume divergence (\(NumberText.short(new.reference)) to "
          + "\(NumberText.short(new.pivot))) became known.")
    } else if let ended = decision.signals.ended.last {
      sentences.append(
        "The divergence of \(NumberText.short(ended.pivot)) ended: \(Self.endWords(ended)).")
    }
    let action = ActionWords.short(decision.step)
    if ActionWords.isNoTrade(decision.step) {
      sentences.append("No trade, \(ActionWords.reason(decision, in: site.profile)).")
    } else {
      sentences.append("The method \(action), \(ActionWords.reason(decision, in: site.profile)).")
    }
    if let book = decision.book { sentences.append(bookSentence(book)) }
    return sentences.joined(separator: " ")
  }
}
