import Foundation
import SiteGenerator
import TestSupport
import Testing

/// The write-ups for machines, `api/daily/*.json`.
@Suite struct DayRecordTests {
  private func files() throws -> [String: [UInt8]] {
    try TestSite("Sites/small").build().files.byPath
  }

  private func record(
    _ date: String, in files: [String: [UInt8]]
  ) throws -> [String: Any] {
    let bytes = try #require(files["api/daily/\(date).json"])
    return try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  private func values(_ record: [String: Any]) throws -> [String: [String: Any]] {
    let list = try #require(record["values"] as? [[String: Any]])
    let named = try list.map { (try #require($0["name"] as? String), $0) }
    #expect(named.map(\.0) == named.map(\.0).sorted())
    return Dictionary(uniqueKeysWithValues: named)
  }

  @Test func everyWriteUpHasARecordThatNamesItsPage() throws {
    let files = try files()
    let records = files.keys.filter { $0.hasPrefix("api/daily/") }.sorted()
    #expect(
      records == ["2016-01-04", "2016-01-05", "2016-01-06"].map { "api/daily/\($0).json" })
    let record = try record("2016-01-05", in: files)
    #expect(
      record.keys.sorted() == [
        "$schema", "asOf", "book", "date", "decision", "notice", "page", "profile",
        "schemaVersion", "snapshot", "values",
      ])
    #expect(record["$schema"] as? String == "../schema/daily.json")
    #expect(files["api/schema/daily.json"]?.isEmpty == false)
    #expect(record["asOf"] as? String == "2016-01-05T16:15:00-05:00")
    #expect(record["page"] as? String == "../../daily/2016/01/05/index.html")
    #expect(record["profile"] as? String == "seed-obv@1")
    #expect(record["schemaVersion"] as? Int == 1)
    #expect((record["book"] as? [String: String])?["badge"] == "example")
    #expect((record["decision"] as? [String: Any])?["profile"] as? String == "seed-obv@1")
    #expect(
      record["notice"] as? String
        == "For education, not advice. The book is example; option and future prices are "
        + "modelled. Scenarios are modelled and hypothetical; the page has the whole wording.")
  }

  @Test func thePageNamesItsRecordAndCarriesItsSnapshot() throws {
    let files = try files()
    let page = String(decoding: try #require(files["daily/2016/01/05/index.html"]), as: UTF8.self)
    #expect(
      page.contains(
        "<a href=\"../../../../api/daily/2016-01-05.json\" type=\"application/json\">"
          + "Data of this page</a>"))
    let record = try record("2016-01-05", in: files)
    let snapshot = try #require(record["snapshot"] as? String)
    #expect(page.contains("<span class=\"code\">\(snapshot)</span>"))
  }

  @Test func valuesHaveTextNumberUnitOriginAndTheValueBefore() throws {
    let values = try values(try record("2016-01-05", in: files()))
    let vix = try #require(values["vix.close"])
    #expect(vix["text"] as? String == "19.34")
    #expect(vix["number"] as? Double == 19.34)
    #expect(vix["previous"] as? Double == 20.7)
    #expect(vix["unit"] as? String == "vixPoints")
    #expect(vix["origin"] as? String == "published")
    #expect(vix["title"] as? String == "VIX, close")
    #expect(vix["decimals"] as? Int == 2)
    #expect(values["date"]?["date"] as? String == "2016-01-05")
    #expect(values["date"]?["number"] == nil)
    #expect(values["stage"]?["text"] as? String != nil)
    #expect(values["stage"]?["decimals"] == nil)
    #expect(values["book.netVega"]?["origin"] as? String == "modelled")
    #expect(values["spx.change"]?["unit"] as? String == "fraction")
    #expect(values["drag.cap"]?["origin"] as? String == "assumed")
  }

  /// Keys and types of the schema, checked without a library for it.
  @Test func recordsAreOfTheShapeThatTheSchemaSays() throws {
    let files = try files()
    let bytes = try #require(files["api/schema/daily.json"])
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let required = Set(try #require(schema["required"] as? [String]))
    let known = Set(try #require(schema["properties"] as? [String: Any]).keys)
    let value = try #require((schema["$defs"] as? [String: Any])?["value"] as? [String: Any])
    let properties = try #require(value["properties"] as? [String: [String: Any]])
    let needed = Set(try #require(value["required"] as? [String]))
    let units = Set(try #require(properties["unit"]?["enum"] as? [String]))
    let origins = Set(try #require(properties["origin"]?["enum"] as? [String]))
    for date in ["2016-01-04", "2016-01-05", "2016-01-06"] {
      let record = try record(date, in: files)
      #expect(required.isSubset(of: record.keys))
      #expect(known.isSuperset(of: record.keys))
      for (name, entry) in try values(record) {
        #expect(Set(entry.keys).isSubset(of: properties.keys), "\(name)")
        #expect(needed.isSubset(of: entry.keys), "\(name)")
        #expect(units.contains(entry["unit"] as? String ?? ""), "\(name)")
        #expect(origins.contains(entry["origin"] as? String ?? ""), "\(name)")
        #expect((entry["number"] == nil) == (entry["decimals"] == nil), "\(name)")
      }
    }
  }

  private struct Exact: Decodable {
    struct Value: Decodable {
      var name: String
      var number: Double?
      var text: String
    }
    var values: [Value]
  }

  /// What `hedgebook check` compares: a marked value of the page and the record.
  @Test func proseMarksItsValuesAsTheRecordHasThem() throws {
    let files = try files()
    let page = String(decoding: try #require(files["daily/2016/01/05/index.html"]), as: UTF8.self)
    let bytes = try #require(files["api/daily/2016-01-05.json"])
    // `JSONSerialization` does not always give the nearest double; the decoder does.
    let values = try JSONDecoder().decode(Exact.self, from: Data(bytes)).values
    for name in ["spx.close", "spx.change", "vix.close", "stage", "book.netVega"] {
      let value = try #require(values.first { $0.name == name })
      let number = value.number.map { "\($0)" } ?? value.text
      let shown =
        value.text.hasPrefix("\u{2212}$")
        ? "<span class=\"nw\">" + value.text.split(separator: " ")[0] + "</span>"
          + value.text.drop { $0 != " " } : value.text
      #expect(
        page.contains("<data value=\"\(number)\" data-name=\"\(name)\">\(shown)</data>"),
        "\(name)")
    }
    // Signs are kept in prose by markup: no joiner gets into copied text.
    let start = try #require(page.firstRange(of: "<section id=\"commentary\">"))
    let commentary = page[start.upperBound...]
    let end = try #require(commentary.firstRange(of: "</section>"))
    #expect(!commentary[..<end.lowerBound].contains("\u{2060}"))
    #expect(!page.unicodeScalars.contains { (0xFDD0...0xFDD1).contains($0.value) })
  }
}
