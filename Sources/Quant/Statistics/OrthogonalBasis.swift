/// The thin QR decomposition of centred columns: orthonormal columns Q and upper triangle R.
///
/// Modified Gram–Schmidt with one reorthogonalisation, which is as stable as Householder's
/// reflections and keeps Q itself, from which robust standard errors are read.
struct OrthogonalBasis {
  /// A column whose distance from the span of the earlier ones is below this fraction of its
  /// length counts as their linear combination.
  static let collinearityTolerance = 1e-9

  private(set) var columns: [[Double]] = []
  /// `triangle[j][i]` is R at row i ≤ j and column j.
  private(set) var triangle: [[Double]] = []

  /// Appends a column; `false`, without a change, when it adds no direction.
  mutating func append(_ column: CentredColumn) -> Bool {
    guard !column.isConstant else { return false }
    var (coordinates, rest) = split(column.values)
    let length = rest.dotProduct(rest).squareRoot()
    guard length > Self.collinearityTolerance * column.length else { return false }
    for index in rest.indices { rest[index] /= length }
    coordinates.append(length)
    columns.append(rest)
    triangle.append(coordinates)
    return true
  }

  /// The coordinates of a vector in the basis and what the basis leaves unexplained.
  func split(_ vector: [Double]) -> (coordinates: [Double], rest: [Double]) {
    var coordinates = [Double](repeating: 0, count: columns.count)
    var rest = vector
    for _ in 0..<2 {
      for (index, column) in columns.enumerated() {
        let part = column.dotProduct(rest)
        coordinates[index] += part
        rest.add(column, times: -part)
      }
    }
    return (coordinates, rest)
  }

  /// The solution b of R·b = coordinates.
  func solve(_ coordinates: [Double]) -> [Double] {
    var solution = coordinates
    for row in solution.indices.reversed() {
      for column in (row + 1)..<max(solution.count, row + 1) {
        solution[row] -= triangle[column][row] * solution[column]
      }
      solution[row] /= triangle[row][row]
    }
    return solution
  }

  /// The rows of R⁻¹·Qᵀ: the weight of every observation in each coefficient.
  func weights() -> [[Double]] {
    var weights = columns
    for row in weights.indices.reversed() {
      for column in (row + 1)..<max(weights.count, row + 1) {
        weights[row].add(weights[column], times: -triangle[column][row])
      }
      for index in weights[row].indices { weights[row][index] /= triangle[row][row] }
    }
    return weights
  }
}
