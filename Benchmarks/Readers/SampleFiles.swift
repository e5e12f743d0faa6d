/// Made-up files of the sizes that people import.
enum SampleFiles {
  /// A chain as Cboe writes delayed quotes: `rows` rows of a call and a put each.
  static func delayedQuotes(rows: Int) -> [UInt8] {
    var text = "\nStandard & Poors 500 Index,Last: 4300.01,Change:  6.08\n"
    text += "Date: 9 June 2023, 1:40 PM EDT,Bid: 4299.34,Ask: 4300.83,Size: 1*1,Volume: 0\n"
    text += "Expiration Date,Calls,Last Sale,Net,Bid,Ask,Volume,IV,Delta,Gamma,Open Interest,"
    text += "Strike,Puts,Last Sale,Net,Bid,Ask,Volume,IV,Delta,Gamma,Open Interest\n"
    let expirations = [
      ("Fri Jun 16 2023", "230616", "SPXW"), ("Fri Jun 23 2023", "230623", "SPXW"),
      ("Fri Jun 30 2023", "230630", "SPXW"), ("Fri Jul 21 2023", "230721", "SPX"),
    ]
    for row in 0..<rows {
      let (day, code, root) = expirations[row * expirations.count / rows]
      let strike = 1000 + 5 * (row % (rows / expirations.count + 1))
      let digits = String(strike * 1000)
      let padded = String(repeating: "0", count: 8 - digits.count) + digits
      let call = max(0, 4300 - strike) + 7
      let put = max(0, strike - 4300) + 7
      text += "\(day),\(root)\(code)C\(padded),\(call).25,0.1,\(call).1,\(call).9,12,0.1834,"
      text += "0.5012,0.0021,310,\(strike).00,\(root)\(code)P\(padded),\(put).25,-0.1,\(put).1,"
      text += "\(put).9,7,0.1921,-0.4988,0.0021,221\n"
    }
    return Array(text.utf8)
  }

  /// Daily bars as Yahoo writes them.
  static func bars(rows: Int) -> [UInt8] {
    var text = "Date,Open,High,Low,Close,Adj Close,Volume\n"
    var year = 1999
    var (month, day) = (1, 1)
    for row in 0..<rows {
      let price = 1200 + row % 700
      text += "\(year)-\(twoDigits(month))-\(twoDigits(day)),\(price).219971,\(price + 9).530029,"
      text +=
        "\(price - 8).640015,\(price + 1).780029,\(price + 1).780029,\(877_000_000 + row * 311)\n"
      day += 1
      if day > 28 { (day, month) = (1, month + 1) }
      if month > 12 { (month, year) = (1, year + 1) }
    }
    return Array(text.utf8)
  }

  private static func twoDigits(_ value: Int) -> String {
    value < 10 ? "0\(value)" : "\(value)"
  }
}
