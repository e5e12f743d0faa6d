import SVGCharts

/// The values a template prints: texts, booleans, lists and nested groups.
typealias TemplateContext = [String: Any]

extension TemplateContext {
  /// Sets a key when there is a value; templates treat an absent key as "not there".
  mutating func set(_ key: String, _ value: Any?) {
    if let value { self[key] = value }
  }
}

/// Numbers and small groups in the shapes the templates expect.
enum Cells {
  /// A number whose fraction stands apart, so that columns align on the decimal point.
  static func number(
    _ value: Double?, decimals: Int, signed: Bool = false, isModelled: Bool = false
  ) -> TemplateContext {
    guard let value, value.isFinite else { return ["text": NumberText.missing] }
    return split(
      NumberText.fixed(value, decimals: decimals, signed: signed), isModelled: isModelled)
  }

  /// A fraction as percent, split like a number.
  static func percent(
    _ fraction: Double?, decimals: Int, signed: Bool = false, isModelled: Bool = false
  ) -> TemplateContext {
    guard let fraction, fraction.isFinite else { return ["text": NumberText.missing] }
    return split(
      NumberText.percent(fraction, decimals: decimals, signed: signed), isModelled: isModelled)
  }

  /// A finished text.
  static func text(_ text: String, isModelled: Bool = false) -> TemplateContext {
    var cell: TemplateContext = ["text": text]
    if isModelled { cell["modelled"] = true }
    return cell
  }

  private static func split(_ text: String, isModelled: Bool) -> TemplateContext {
    var cell: TemplateContext
    if let point = text.firstIndex(of: ".") {
      cell = ["text": String(text[..<point]), "fraction": String(text[point...])]
    } else {
      cell = ["text": text]
    }
    if isModelled { cell["modelled"] = true }
    return cell
  }

  /// A link of a list.
  static func link(_ label: String, _ href: String, isCurrent: Bool = false) -> TemplateContext {
    var link: TemplateContext = ["label": label, "href": href]
    if isCurrent { link["current"] = true }
    return link
  }
}

/// A table in the shape of the `table` partial.
struct TableView {
  struct Row {
    var head: String
    var cells: [TemplateContext]
    var rowClass: String?
  }

  var id: String
  var caption: String
  var columns: [String]
  var rows: [Row]
  var noteHTML: String?
  var tableClass: String?

  var context: TemplateContext {
    // All but the first column holds numbers: the table says so once, a cell that does not, itself.
    var context: TemplateContext = [
      "id": id, "caption": caption, "numeric": true,
      "columns": columns.map { ["title": $0] } as [TemplateContext],
    ]
    context["rows"] =
      rows.map { row in
        var view: TemplateContext = ["head": row.head, "cells": row.cells]
        view.set("class", row.rowClass)
        return view
      } as [TemplateContext]
    context.set("noteHTML", noteHTML)
    context.set("class", tableClass)
    return context
  }
}
