import SVGCharts

/// A figure with its words and its numbers, in the shape of the `figure` partial.
struct FigureView {
  var id: String
  var number: Int
  /// What the figure shows, as a sentence without a full stop.
  var finding: String
  /// What is drawn, with units.
  var subtitle: String
  var figure: Figure
  /// What is plotted; the twin under the figure and the files to download.
  var table: FigureTable
  var noteHTML: String?
  var asideHTML: String?
  var foldLabel: String?
  /// Where the data files lie.
  var data: FigureFiles

  init(
    id: String, number: Int, finding: String, subtitle: String, figure: Figure, in page: PagePath,
    isModelled: Bool = false, noteHTML: String? = nil, asideHTML: String? = nil,
    foldLabel: String? = nil
  ) {
    self.id = "figure-\(id)"
    self.number = number
    self.finding = finding
    self.subtitle = subtitle
    self.figure = figure
    table = figure.table
    // Numbers that leave the page as a file take the word along.
    if isModelled { table.qualifyNumbers("modelled") }
    self.noteHTML = noteHTML
    self.asideHTML = asideHTML
    self.foldLabel = foldLabel
    data = FigureFiles(page: page, name: id)
  }

  /// The values of the partial on `page`.
  func context(on page: PagePath) -> TemplateContext {
    var context: TemplateContext = [
      "id": id, "number": String(number), "finding": Markup.unbroken(finding), "subtitle": subtitle,
      "plotSVG": figure.svg,
      "data": [
        "id": "\(id)-data", "caption": "Data for Figure \(number)",
        "columns": table.columns.map { ["title": $0.head] as TemplateContext },
        "rowsHTML": table.rowsHTML, "csvHref": page.link(to: data.csv, target: .web),
        "jsonHref": page.link(to: data.json, target: .web),
      ] as TemplateContext,
    ]
    context.set("noteHTML", noteHTML)
    context.set("asideHTML", asideHTML)
    context.set("foldLabel", foldLabel)
    return context
  }

  /// The plotted values as files beside the page.
  var files: [OutputFile] {
    [
      OutputFile(path: data.csv.text, text: table.csv),
      OutputFile(path: data.json.text, text: table.json),
    ]
  }
}

/// Where the data of a figure can be downloaded.
struct FigureFiles: Hashable, Sendable {
  let csv: PagePath
  let json: PagePath

  /// Files called `name` in the folder of the page that owns the figure.
  init(page: PagePath, name: String) {
    csv = PagePath("\(page.text)\(name).csv")
    json = PagePath("\(page.text)\(name).json")
  }
}

extension FigureTable {
  /// Finished rows for the twin: a template would spend most of a page's time on them.
  var rowsHTML: String {
    var html = ""
    for row in rows.indices {
      html += "<tr><th scope=\"row\">\(Markup.escaped(text(row: row, column: 0)))</th>"
      for column in columns.indices.dropFirst() {
        html += "<td>\(Markup.escaped(text(row: row, column: column)))</td>"
      }
      html += "</tr>\n"
    }
    return html
  }
}
