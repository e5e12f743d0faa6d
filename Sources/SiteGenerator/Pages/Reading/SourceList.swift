import MarketData
import Quant
import SVGCharts

/// The declared inputs as rows of the sources page.
struct SourceList {
  let site: Site

  func rows() -> [TemplateContext] {
    site.content.sources.map { entry in
      var row: TemplateContext = [
        "id": entry.id, "title": entry.title, "publisher": entry.publisher,
        "licence": entry.licence, "kind": entry.kind.rawValue, "kindClass": entry.kind.rawValue,
        "units": entry.units.isEmpty ? NumberText.missing : entry.units,
      ]
      row.set("href", entry.url)
      row.set("file", entry.file)
      row.set("retrieved", entry.retrieved?.description)
      row.set("noteHTML", entry.note.map(Markup.escaped))
      if entry.file == nil {
        row["missing"] = "declared, not supplied"
        row["kind"] = "missing"
        row["kindClass"] = "missing"
      }
      return row
    }
  }
}
