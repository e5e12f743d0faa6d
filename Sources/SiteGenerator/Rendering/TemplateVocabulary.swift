/// Names that pages provide only sometimes, so that a site on which none does is not at fault.
///
/// `Templates/README.md` describes them; a template may name them although no page of the site at
/// hand has a value. Every other name must be provided by some page.
enum TemplateVocabulary {
  static let optional: Set<String> = [
    "aliases", "asideHTML", "bodyHTML", "breadcrumbs", "canonicalHref", "cardHref", "changed",
    "changes",
    "checks",
    "class", "closed", "computedFrom", "computedFromHref", "constraints", "contentHTML", "contents",
    "corrected", "corrections", "correctionsHref", "current", "dataHref", "dataLabel", "entries",
    "facts", "figures", "fold",
    "foldLabel", "footRow", "formulaHTML", "fraction", "graded", "gradedISO", "gradedOn", "grade",
    "hasNeighbours", "headClass", "heat", "hedge", "hindsight", "href", "hypotheticalHTML",
    "hypotheticalVersion", "id", "inTextHref", "introHTML",
    "isDefault", "latest", "leadHTML", "legendHTML", "list", "machine", "mark",
    "methodHTML",
    "minutes", "missing", "modelled", "more", "next", "nextNote", "noCorrections", "note",
    "noteHTML", "notices",
    "numeric",
    "openDecisions", "otherProfiles", "pages", "path", "percentileSVG", "previous",
    "pricesModelled", "process", "profileHref", "profiles", "published", "publisher", "quiet",
    "recent", "recordHref", "refreshHref",
    "retrieved", "revisionHref", "rows", "rowsHTML", "runningFoot", "scoreboard", "scriptIntegrity",
    "searchScriptIntegrity", "seeAlso",
    "snapshotHref", "sourcesHTML", "span", "sparkSVG", "spxChange", "structuredDataHTML",
    "stylesheetIntegrity",
    "subtitle", "summary",
    "summaryHTML", "tables", "tally", "title", "total", "updated", "vix", "whereUsed", "written",
  ]
}
