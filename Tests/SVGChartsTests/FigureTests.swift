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
    "vb", "v2", "v3", "cr", "cu", "cd", "ar", "ao", "fa", "nt", "e1", "e2", "e3", "e4", "e5", "eb",
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
    #expect(ids.count == 4)
    #expect(Set(ids).count == 4)
    #expect(ids.allSatisfy { $0.hasPrefix("f1") })
  }

  @Test("text stays inside the figure and off other text", arguments: HardCases.names)
  func textPlaces(name: String) throws {
    let figure = try #require(HardCases.figures[name])
    for (svg, width) in [(figure.wide, FigureWidth.wide), (figure.narrow, .narrow)] {
      let check = try SVGCheck(svg)
      let viewBox = (check.elements[0].attributes["viewBox"] ?? "").split(separator: " ")
      let height = try #require(viewBox.last.flatMap { Double($0) })
      let drawing = Drawing(width)
      let boxes = check.all("text").map { element -> (String, Box) in
        let anchor: TextAnchor =
          switch element.attributes["text-anchor"] {
          case "middle": .middle
          case "end": .end
          default: .start
          }
        let isBold = (element.attributes["class"] ?? "").split(separator: " ")
          .contains { ["b", "ve", "in"].contains($0) }
        // Real faces are at least 2 % narrower than the estimate.
        let text = element.text.replacing("&amp;", with: "&").replacing("&lt;", with: "<")
        let box = drawing.textBox(
          text, x: element.attributes["x"].flatMap(Double.init) ?? 0,
          y: element.attributes["y"].flatMap(Double.init) ?? 0, anchor: anchor, bold: isBold)
        return (text, box)
      }
      for (text, box) in boxes {
        #expect(box.minX >= -1.5 && box.maxX <= width.viewWidth + 1.5, "\(text) in \(width)")
        #expect(box.minY >= -1 && box.maxY <= height + 1, "\(text) in \(width)")
      }
      for (index, one) in boxes.enumerated() {
        for other in boxes.dropFirst(index + 1) {
          let shared = Box(
            minX: one.1.minX + 1, minY: one.1.minY + 2, maxX: one.1.maxX - 1,
            maxY: one.1.maxY - 2
          ).overlap(other.1)
          #expect(shared <= 2, "\(one.0) and \(other.0) in \(width)")
        }
      }
    }
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

  @Test("without data a figure says so", arguments: HardCases.empty.keys.sorted())
  func noData(name: String) throws {
    let figure = try #require(HardCases.empty[name])
    for svg in [figure.wide, figure.narrow] {
      #expect(try SVGCheck(svg).all("text").map(\.text) == ["no data"])
    }
  }

  @Test func theSameInputGivesTheSameBytes() {
    #expect(
      SampleCharts.payoff.figure(idPrefix: "f5") == SampleCharts.payoff.figure(idPrefix: "f5"))
  }
}
