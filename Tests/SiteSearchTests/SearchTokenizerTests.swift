import SiteSearch
import Testing

@Suite struct SearchTokenizerTests {
  private let tokenizer = SearchTokenizer(language: .english)

  @Test(
    "words, numbers and dates are cut as documented",
    arguments: [
      ("", ""), ("  \n\t…", ""), ("VIX", "vix"), ("The S&P 500 fell", "the s&p 500 fell"),
      ("S & P", "s p"), ("market's makers' it’s", "market maker it"), ("'s", "s"),
      ("risk-on", "risk on"), ("VIX9D", "vix9d"), ("1,940.24", "1940.24"),
      ("2\u{202F}012.66 and 1\u{2009}000", "2012.66 and 1000"), ("1,2,3", "1 2 3"),
      ("1,2345", "1 2345"), ("1,940x", "1 940x"), ("12,345,678", "12345678"), ("3.2.1.", "3.2.1"),
      ("18.7x", "18 7x"), ("18.75x", "18 75x"), ("−1.8 %", "1.8"), ("2016-01-04", "2016-01-04"),
      ("2016-01", "2016-01"), ("2016-13-01", "2016 13 01"), ("2016-01-32", "2016-01 32"),
      ("2016-01-04-05", "2016-01-04 05"), ("2016-01-045", "2016-01 045"),
      ("2016-01x", "2016 01x"), ("12016-01-04", "12016 01 04"), ("3016-01-04", "3016 01 04"),
      ("2016-01-04T09:30", "2016-01 04t09 30"),
      ("Élan naïve ŁÓDŹ Straße", "elan naive lodz strasse"),
      ("e\u{301}lan", "elan"), ("İstanbul", "istanbul"), ("ΣΊΣΥΦΟΣ", "σίσυφοσ"),
      ("ЙОД йод", "йод йод"), ("東京 2015", "東京 2015"), ("٣٤", "٣٤"), ("\u{301}", ""),
    ])
  func plain(text: String, terms: String) {
    #expect(tokenizer.queryTerms(in: text).joined(separator: " ") == terms)
  }

  @Test(
    "plurals are reduced by the first rule that applies",
    arguments: [
      ("hedges", "hedge"), ("condors", "condor"), ("volatilities", "volatility"),
      ("losses", "loss"), ("taxes", "tax"), ("indexes", "index"), ("loss", "loss"),
      ("surplus", "surplus"), ("series", "sery"), ("toes", "toe"), ("fees", "fee"),
      ("puts", "put"), ("gas", "gas"), ("es", "es"), ("s&ps", "s&ps"), ("élans", "elan"),
      ("ties", "ty"), ("zombaies", "zombaie"),
    ])
  func plurals(word: String, stem: String) {
    #expect(tokenizer.queryTerms(in: word) == [stem])
    #expect(SearchTokenizer(language: .neutral).queryTerms(in: "puts") == ["puts"])
  }

  @Test(
    "a date in words is a date",
    arguments: [
      ("4 Jan 2016", "2016-01-04"), ("January 4, 2016", "2016-01-04"),
      ("04 january 2016", "2016-01-04"), ("January 2016", "2016-01"), ("Jan", "jan"),
      ("Sept 2015 roll", "2015-09 roll"), ("32 Jan 2016", "32 2016-01"), ("2016", "2016"),
      ("may 2015", "2015-05"), ("it may 4", "it may 4"),
      ("from 3 to 4 January 2016", "from 3 to 2016-01-04"),
    ])
  func datesInWords(text: String, terms: String) {
    #expect(tokenizer.queryTerms(in: text).joined(separator: " ") == terms)
  }

  @Test func documentsKeepTheWordsOfADate() {
    #expect(
      tokenizer.documentTerms(in: "on 4 January 2016.") == [
        "on", "4", "january", "2016", "2016-01-04",
      ])
    #expect(
      SearchTokenizer(language: .neutral).queryTerms(in: "4 Jan 2016") == ["4", "jan", "2016"])
  }

  @Test func monthsOfAnotherLanguageAreFolded() {
    let french = SearchLanguage(
      stemming: .none, monthNames: [["janvier"], ["février"], ["mars"]])
    let tokenizer = SearchTokenizer(language: french)
    #expect(tokenizer.queryTerms(in: "11 février 2016") == ["2016-02-11"])
    #expect(tokenizer.queryTerms(in: "mars 2016") == ["2016-03"])
  }

  @Test func aLongWordIsCut() {
    let word = String(repeating: "ab", count: 500)
    #expect(tokenizer.queryTerms(in: word) == [String(word.prefix(32))])
  }
}
