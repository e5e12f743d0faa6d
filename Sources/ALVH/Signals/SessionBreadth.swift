import Quant

/// Breadth over the sessions of an index whose counts may begin late or break off.
///
/// The line starts at the first session that has a count and ends at the first that has none after
/// it: a line with a gap is another line. Counts of dates that are no session are not seen.
struct SessionBreadth: Sendable, Hashable {
  private var confirmation: BreadthConfirmation
  private var bar = -1
  private var firstBar: Int?
  private var isBroken = false

  init(parameters: DivergenceParameters) throws(SeriesError) {
    confirmation = try BreadthConfirmation(parameters: parameters)
  }

  /// Appends a session and returns what breadth says, or `nil` while there is no line.
  ///
  /// Divergences count bars of the index.
  ///
  /// - Throws: as `BreadthConfirmation.append`, with the bar of the index.
  mutating func append(
    close: Double, count: BreadthCount?
  ) throws(SeriesError) -> BreadthConfirmation.Step? {
    guard let count, !isBroken else {
      bar += 1
      isBroken = isBroken || firstBar != nil
      return nil
    }
    let offset = firstBar ?? bar + 1
    var step: BreadthConfirmation.Step
    do throws(SeriesError) {
      step = try confirmation.append(
        close: close, advances: count.advances, declines: count.declines)
    } catch .negativeVolume {
      throw .negativeVolume(index: bar + 1)
    } catch {
      throw error
    }
    bar += 1
    firstBar = offset
    step.divergence = step.divergence.map { $0.moved(by: offset) }
    return step
  }
}

extension BearishDivergence {
  /// The same divergence in a series that has `bars` more bars before it.
  fileprivate func moved(by bars: Int) -> BearishDivergence {
    var moved = self
    moved.reference += bars
    moved.pivot += bars
    moved.known += bars
    moved.volumeReferenceIndex += bars
    moved.volumePivotIndex += bars
    moved.anchor += bars
    return moved
  }
}
