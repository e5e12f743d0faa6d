import Quant
import Testing

@testable import SVGCharts

/// Properties that every figure has, whatever its data.
@Suite struct FigureTests {
  static let classes: Set<String> = [
    "w", "n", "sp", "pt", "tk", "mu", "b", "a", "bl", "pu", "gn", "ve", "an", "ha", "in", "i1",
    "i2", "i3", "nd", "gr", "ax", "th", "kn", "ld", "s", "sg", "l1", "l2", "l3", "net", "hg",
    "dv", "dv2", "dv3", "fs", "cap", "p1", "p2", "p3", "sw", "bls", "pus", "mus", "be", "bd",
    "on", "dt", "ds", "y1", "y2", "y3", "gh",
    "q", "qs", "qr", "us", "v1", "v2", "v3", "v4", "g1", "g2", "g3", "g4",
    "iv", "iw", "rb", "gns", "mk", "md", "bf", "bh", "ho",
    "vb", "b2", "b3", "cr", "cu", "cd", "ar", "ao", "fa", "nt", "e1", "e2", "e3", "e4", "e5", "eb",
    "h", "h1",
    "h2", "h3", "h4", "h5", "hh", "hm", "hr", "f1", "f2", "fo", "fe", "fb", "eh", "mi", "sl",
  ]

  @Test("figures are well formed, of known classes, without styles", arguments: HardCases.names)
  func markup(name: String) throws {
    let figure = try #require(HardCases.figures[name])
    for svg in [figure.wide, figure.narrow] {
      let check = try SVGCheck(svg)
      let root = try #require(check.elements.first)
      #expect(root.name == "svg")
      #expect(root.attributes["role"] == "img")
      for element in check.elements {
        #expect(element.attributes["style"] == nil)
        #expect(!["style", "script", "foreignObject"].contains(element.name))
        for word in (element.attributes["class"] ?? "").split(separator: " ") {
          #expect(Self.classes.contains(String(word)), "class \(word)")
        }
        for key in ["x", "y", "width", "height", "cx", "cy", "r"] {
          guard let value = element.attributes[key] else { continue }
          #expect(Double(value) != nil, "\(key)=\(value)")
        }
        let path = element.attributes["d"] ?? ""
        #expect(!path.contains("n") && !path.contains("i"), "\(path.prefix(40))")
      }
    }
    let ids = try SVGCheck(figure.svg).elements.compactMap { $0.attributes["id"] }
    #expect(ids.count == (name == "sparkline" ? 4 : 3))
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.hasPrefix("f1") })
  }

  @Test("text stays inside the figure and off other text", arguments: HardCases.names)
  func textPlaces(name: String) throws {
    let figure = try #require(HardCases.figures[name])
    let faults = try LabelCheck.faults(figure)
    #expect(faults.isEmpty, "\(faults.map { String($0.prefix(200)) })")
  }

  @Test func titleAndDescriptionAreEscaped() throws {
    let figure = SampleCharts.termStructure.figure(idPrefix: "a\"b")
    let check = try SVGCheck(figure.wide)
    #expect(check.all("title").first?.text == "VIX &amp; VIX futures on three dates")
    #expect(
      check.all("desc").first?.text.hasPrefix("4 January: VIX 20.70 &gt; first future 4 Jan: ")
        == true)
    #expect(check.all("title").first?.attributes["id"] == "a&quot;bwt")
    #expect(figure.title == "VIX & VIX futures on three dates")
  }

  @Test(
    "without data a figure says so",
    arguments: HardCases.empty.keys.sorted() + HardCases.noOptions.keys.sorted())
  func noData(name: String) throws {
    let figure = try #require(HardCases.figures[name])
    for svg in [figure.wide, figure.narrow] {
      #expect(try SVGCheck(svg).all("text").map(\.text) == ["no data"])
    }
  }

  @Test func theSameInputGivesTheSameBytes() {
    #expect(
      SampleCharts.payoff.figure(idPrefix: "f5") == SampleCharts.payoff.figure(idPrefix: "f5"))
  }
}
