import ALVH
import SVGCharts

extension TriggerBaseRate {
  /// How often the trigger comes and how often it is confirmed, with the word MACD as markup.
  func sentences(macd: String) -> String {
    let perYear = NumberText.fixed(Double(divergences) / years, decimals: 1)
    return
      "\(divergences) divergences in \(NumberText.fixed(years, decimals: 1)) years of history, "
      + "\(perYear) a year. Of \(judged) old enough to judge, \(confirmed) had a "
      + "\(macd) cross-under by 20 sessions later: “confirmed” says little."
  }
}
