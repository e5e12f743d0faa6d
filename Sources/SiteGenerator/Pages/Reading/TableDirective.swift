import Markdown
import MarketData
import Quant
import SVGCharts

/// A fenced block `table`: a table with a caption and a note.
///
/// Keys: `caption`; either `text`, a pipe table, or `rows` and `date`, a table of a write-up;
/// `note`, Markdown below the table.
struct TableDirective {
  private let rendering: ProseRendering
  private let origin: TextOrigin

  init(_ rendering: ProseRendering, origin: TextOrigin) {
    self.rendering = rendering
    self.origin = origin
  }

  /// The table; `nil` after reporting what is wrong with the block.
  func render(_ fields: inout YAMLFields, into problems: inout [Diagnostic]) -> String? {
    let caption = fields.requiredText(
      "caption", example: "What the table shows, with units", into: &problems)
    let note = note(&fields, into: &problems)
    if fields.has("rows") {
      return day(&fields, caption: caption, note: note, into: &problems)
    }
    let text = fields.requiredText("text", example: "|", into: &problems)
    fields.finish(into: &problems)
    guard !caption.isEmpty, !text.isEmpty else { return nil }
    return written(text, &fields, caption: caption, note: note, into: &problems)
  }

  private func note(_ fields: inout YAMLFields, into problems: inout [Diagnostic]) -> String? {
    guard let note = fields.text("note", into: &problems) else { return nil }
    let markup = rendering.markup(
      of: note, origin: origin.text(fields.place(ofText: "note")),
      part: .remark(rendering.nextBox()))
    let words = markup.withoutSingleParagraph
    guard words == markup, !markup.isEmpty else { return words }
    problems.append(
      .error(
        fields.location(of: "note"), "the note of a table is more than one paragraph",
        "Shorten it, or put the rest below the block."))
    return nil
  }

  /// The table that the author wrote.
  private func written(
    _ text: String, _ fields: inout YAMLFields, caption: String, note: String?,
    into problems: inout [Diagnostic]
  ) -> String? {
    var words = MarkdownWords()
    words.table = caption
    let markup = rendering.markup(
      of: text, origin: origin.text(fields.place(ofText: "text")),
      part: .remark(rendering.nextBox()), words: words)
    guard markup.hasPrefix("<div class=\"scroll\"") else {
      problems.append(
        .error(
          fields.location(of: "text"), "the block `table` does not begin with a table",
          "Write a line of heads between pipes, a line `|---|--:|`, and the rows below it."))
      return nil
    }
    let below = note.map { "<p class=\"note\">\($0)</p>\n" } ?? ""
    return "<div class=\"table\">\n<p class=\"caption\">\(Markup.escaped(caption))</p>\n"
      + "\(markup)\(below)</div>\n"
  }

  /// A table of a write-up.
  private func day(
    _ fields: inout YAMLFields, caption: String, note: String?, into problems: inout [Diagnostic]
  ) -> String? {
    let names = DayTable.allCases.map(\.rawValue).joined(separator: ", ")
    let table = fields.requiredValue(
      "rows", "one of \(names)", example: "legs", into: &problems
    ) { DayTable(rawValue: $0) }
    let date = fields.session(into: &problems)
    fields.finish(into: &problems)
    guard let table, let date, !caption.isEmpty else { return nil }
    let site = rendering.renderer.site
    guard
      let decision = fields.writeUp(
        of: date, in: site, toDo: "to take a table from", into: &problems)
    else { return nil }
    let sections = DailySections(site: site, decision: decision)
    let views = table.views(of: sections, idPrefix: "table-\(rendering.nextBox())")
    guard !views.isEmpty else {
      problems.append(
        .error(
          fields.location(of: "rows"), "the table \(table.rawValue) of \(date) is empty",
          "Choose another session or table."))
      return nil
    }
    rendering.noteResults()
    let source = source(of: sections, date)
    return views.enumerated().map { index, view in
      markup(
        view, caption: views.count == 1 ? caption : "\(caption) (\(index + 1) of \(views.count))",
        note: [note, source].compactMap { $0 }.joined(separator: " "))
    }.joined()
  }

  private func source(of sections: DailySections, _ date: CalendarDate) -> String {
    let renderer = rendering.renderer
    let link = Markup.link(
      "the write-up of \(NumberText.long(date))",
      to: renderer.site.link(from: renderer.page, to: sections.path))
    return sections.isModelled
      ? "From \(link); option and future prices modelled." : "From \(link)."
  }

  private func markup(_ view: TableView, caption: String, note: String) -> String {
    var view = view
    view.caption = caption
    view.noteHTML = note
    return rendering.renderer.site.templates.render(view.context, template: "partials/table") ?? ""
  }
}
