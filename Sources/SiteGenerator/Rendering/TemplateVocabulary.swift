/// Names that pages provide only sometimes, so that a site on which none does is not at fault.
///
/// `Templates/VALUES.md` describes them; a template may name them although no page of the site at
/// hand has a value. Every other name must be provided by some page.
enum TemplateVocabulary {
  static let optional: Set<String> = [
    "aliases", "asideHTML", "baseRateHTML", "bodyHTML", "breadcrumbs", "canonicalHref", "cardHref",
    "changed", "changes", "checks", "class", "closed", "computedFrom", "computedFromHref",
    "constraints", "contentHTML", "contents", "corrected", "corrections", "correctionsHref",
    "current", "dataHref", "dataLabel", "entries", "facts", "figures", "file", "first", "foldLabel",
    "footRow", "formulaHTML", "fraction", "grade", "gradedISO", "gradedOn", "hasNeighbours", "hash",
    "headClass", "heat", "hedge", "hindsight", "href", "hypotheticalHTML", "hypotheticalVersion",
    "id", "inTextHref", "introHTML", "isDefault", "last", "latest", "leadHTML", "legendHTML",
    "list", "machine", "mark", "methodHTML", "minutes", "missing", "modelled", "more", "next",
    "nextNote", "noCorrections", "note", "noteHTML", "notices", "numeric", "openDecisions",
    "otherProfiles", "others", "pages", "parameters", "path", "percentileSVG", "previous",
    "pricesModelled", "process", "profileHref", "profiles", "published", "publisher", "quiet",
    "recent", "recordHref", "refreshHref", "related", "resolutions", "retrieved", "revisionHref",
    "rows", "rowsHTML", "runningFoot", "runs", "scoreboard", "scriptIntegrity",
    "searchScriptIntegrity", "seeAlso", "snapshotHref", "sourcesHTML", "sparkSVG", "spxChange",
    "structuredDataHTML", "stylesheetIntegrity", "subtitle", "summary", "summaryHTML", "symbols",
    "tables", "tags", "tally", "title", "total", "updated", "vix", "whereUsed", "written",
  ]
}
