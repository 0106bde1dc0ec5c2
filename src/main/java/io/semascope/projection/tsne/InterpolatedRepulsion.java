package io.semascope.projection.tsne;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.projection.fourier.PlaneConvolution;
import java.util.Arrays;
import java.util.Optional;

/// Repulsion by interpolation on a grid (Linderman et al. 2019, FIt-SNE): points are spread on the nodes of a grid, the nodes are convolved with the kernel
/// by Fourier transforms, and each point reads its sum between the nodes.
///
/// Two things differ from the paper, both measured in decision 0043. Nodes are joined by cubic splines over the whole plane instead of separate quadratic
/// polynomials: at 2 nodes per unit they are as near to the exact sum as the paper's 3. And because the force is half the negative slope of
/// φ(y) = Σ (1 + |y − y_j|²)⁻¹, which also gives Z = Σ φ − n, one convolution does for all, where the paper takes four.
///
/// Error against the sum over all pairs, of the force (root mean square over all points) and of Z: at most 8.2 % and 0.4 % in the finished maps that were
/// looked at, 5.1 % and 0.15 % in those of 10,000 texts and more (decision 0043). The mass of a point on the grid pushes the point itself, by 0.021 (root mean
/// square), and gives it 0.014 too little of φ. So the error is largest where points stand alone: 14 % and 1 % with a point on 21 square units, 31 % and 4.3 %
/// with one on 106.
///
/// The transforms cost the area of the picture whatever the number of points; spreading and reading cost their number. A picture wider than `WIDEST_PICTURE`, as when points fly apart, is left to a tree.
final class InterpolatedRepulsion implements Repulsion {
  /// In the units of the plane, where the kernel falls to a half within 1.
  private static final double WIDEST_SPACING = 0.5;

  /// Smaller pictures get a finer grid, never fewer nodes.
  private static final int FEWEST_NODES = 60;

  /// Of a spline left and right of a point, and one because of rounding.
  private static final int MARGIN = 5;

  /// A grid that has become larger than needed is kept until it is larger by this.
  private static final double SLACK = 1.15;

  private static final int ROWS_IN_STRIP = 8;
  private static final int POINTS_AT_ONCE = 512;

  /// At this width a grid takes 100 MiB.
  private static final double WIDEST_PICTURE = 1000;

  /// Below it floats cannot tell the values of the kernel apart; the forces are as small.
  private static final double NARROWEST_PICTURE = 1e-9;

  private final int count;
  private final Repulsion tree = new TreeRepulsion(BarnesHutTree.THETA);
  private final int[] sorted;
  private float[] plane = new float[0];
  private Optional<Grid> grid = Optional.empty();

  InterpolatedRepulsion(int count) {
    this.count = count;
    sorted = new int[count];
  }

  /// @param spacing between two nodes
  /// @param offset taken from every value of the kernel so that none is large against the slope, which needs all digits while the picture is tiny
  private record Grid(double spacing, double offset, PlaneConvolution convolution) {}

  @Override
  public double at(float[] positions, float[] forces, Cancellation cancellation) {
    Extent extent = Extent.of(positions);
    if (extent.width() > WIDEST_PICTURE) {
      return tree.at(positions, forces, cancellation);
    }
    Grid fitting = fit(extent.width(), cancellation);
    Spread spread = new Spread(positions, extent, fitting);
    int nodes = fitting.convolution.side() * fitting.convolution.rowLength();
    if (plane.length == nodes) {
      Arrays.fill(plane, 0);
    } else {
      plane = new float[nodes];
    }
    int[] strips = sort(spread);
    // Strips that are neighbours write to the same rows of the grid.
    for (int parity = 0; parity < 2; parity++) {
      int first = parity;
      Fork.blocks(
          (strips.length - parity) / 2,
          cancellation,
          part -> spread.add(sorted, strips[2 * part + first], strips[2 * part + first + 1]));
    }
    fitting.convolution.convolve(plane, cancellation);
    int blocks = (count + POINTS_AT_ONCE - 1) / POINTS_AT_ONCE;
    double[] sums = new double[blocks];
    Fork.blocks(
        blocks,
        cancellation,
        block -> {
          int from = block * POINTS_AT_ONCE;
          sums[block] = spread.read(from, Math.min(count, from + POINTS_AT_ONCE), forces);
        });
    double sum = fitting.offset * count * count - count;
    for (double part : sums) {
      sum += part;
    }
    return sum;
  }

  /// The grid in use while it fits, else one that does. Spacings below the widest are in steps of a quarter octave, so that a growing picture seldom needs
  /// another kernel.
  private Grid fit(double width, Cancellation cancellation) {
    double finest = Math.max(width, NARROWEST_PICTURE) / FEWEST_NODES;
    double octaves = Math.ceil(4 * Math.log(finest / WIDEST_SPACING) / Math.log(2)) / 4;
    double spacing = WIDEST_SPACING * Math.pow(2, Math.min(0, octaves));
    int needed = (int) Math.ceil(width / spacing) + MARGIN;
    if (grid.isPresent()) {
      Grid kept = grid.get();
      int side = kept.convolution.side();
      if (kept.spacing == spacing && side >= needed && side <= SLACK * needed + MARGIN) {
        return kept;
      }
    }
    int side = PlaneConvolution.side((int) Math.min(SLACK * needed, needed + 8));
    double reach = side * spacing;
    double offset = 1 / (1 + 2 * reach * reach);
    Grid made =
        new Grid(
            spacing,
            offset,
            PlaneConvolution.of(
                side,
                (columns, rows) -> kernel(spacing * columns, spacing * rows, reach),
                cosine -> 9 / ((2 + cosine) * (2 + cosine)),
                cancellation));
    grid = Optional.of(made);
    return made;
  }

  /// (1 + d²)⁻¹ − (1 + 2 reach²)⁻¹ without cancellation.
  private static double kernel(double dx, double dy, double reach) {
    double squared = dx * dx + dy * dy;
    return (2 * reach * reach - squared) / ((1 + squared) * (1 + 2 * reach * reach));
  }

  /// Sorts the points by the strip of grid rows they stand in and gives where each strip begins, and the end.
  private int[] sort(Spread spread) {
    int[] starts = new int[spread.side / ROWS_IN_STRIP + 3];
    for (int i = 0; i < count; i++) {
      starts[spread.strip(i) + 2]++;
    }
    for (int strip = 2; strip < starts.length; strip++) {
      starts[strip] += starts[strip - 1];
    }
    for (int i = 0; i < count; i++) {
      sorted[starts[spread.strip(i) + 1]++] = i;
    }
    return Arrays.copyOf(starts, starts.length - 1);
  }

  /// The corner and the longer side of the box around all points.
  private record Extent(float left, float top, double width) {
    static Extent of(float[] positions) {
      float left = Float.POSITIVE_INFINITY;
      float top = left;
      float right = Float.NEGATIVE_INFINITY;
      float bottom = right;
      for (int i = 0; i < positions.length; i += 2) {
        left = Math.min(left, positions[i]);
        right = Math.max(right, positions[i]);
        top = Math.min(top, positions[i + 1]);
        bottom = Math.max(bottom, positions[i + 1]);
      }
      return new Extent(left, top, Math.max((double) right - left, (double) bottom - top));
    }
  }

  /// The way between points and nodes by cubic B-splines, four nodes along each axis.
  private final class Spread {
    private final float[] positions;
    private final float left;
    private final float top;
    private final float perUnit;
    private final int side;
    private final int rowLength;

    Spread(float[] positions, Extent extent, Grid grid) {
      this.positions = positions;
      left = extent.left;
      top = extent.top;
      perUnit = (float) (1 / grid.spacing);
      side = grid.convolution.side();
      rowLength = grid.convolution.rowLength();
    }

    /// Position in nodes, from 1 on: a node is free before the first point.
    private float column(int row) {
      return (positions[2 * row] - left) * perUnit + 1;
    }

    private float line(int row) {
      return (positions[2 * row + 1] - top) * perUnit + 1;
    }

    int strip(int row) {
      return (int) line(row) / ROWS_IN_STRIP;
    }

    /// Adds a mass of 1 for each of the sorted points.
    void add(int[] points, int from, int to) {
      float[] across = new float[4];
      float[] down = new float[4];
      for (int i = from; i < to; i++) {
        float column = column(points[i]);
        float line = line(points[i]);
        weights(column - (int) column, across);
        weights(line - (int) line, down);
        int node = ((int) line - 1) * rowLength + (int) column - 1;
        for (int r = 0; r < 4; r++, node += rowLength) {
          for (int c = 0; c < 4; c++) {
            plane[node + c] += across[c] * down[r];
          }
        }
      }
    }

    /// Writes the forces on the sorted points and gives their sum of φ.
    double read(int from, int to, float[] forces) {
      float[] across = new float[4];
      float[] down = new float[4];
      float[] acrossSlope = new float[4];
      float[] downSlope = new float[4];
      double sum = 0;
      for (int i = from; i < to; i++) {
        int row = sorted[i];
        float column = column(row);
        float line = line(row);
        weights(column - (int) column, across);
        weights(line - (int) line, down);
        slopes(column - (int) column, acrossSlope);
        slopes(line - (int) line, downSlope);
        int node = ((int) line - 1) * rowLength + (int) column - 1;
        float value = 0;
        float slopeX = 0;
        float slopeY = 0;
        for (int r = 0; r < 4; r++, node += rowLength) {
          float a = plane[node];
          float b = plane[node + 1];
          float c = plane[node + 2];
          float d = plane[node + 3];
          float along = across[0] * a + across[1] * b + (across[2] * c + across[3] * d);
          float turned =
              acrossSlope[0] * a + acrossSlope[1] * b + (acrossSlope[2] * c + acrossSlope[3] * d);
          value += down[r] * along;
          slopeX += down[r] * turned;
          slopeY += downSlope[r] * along;
        }
        sum += value;
        forces[2 * row] = -0.5f * perUnit * slopeX;
        forces[2 * row + 1] = -0.5f * perUnit * slopeY;
      }
      return sum;
    }

    /// Of the nodes −1, 0, 1 and 2 for a point at `t` between 0 and 1.
    private static void weights(float t, float[] weights) {
      float s = 1 - t;
      weights[0] = s * s * s / 6;
      weights[1] = (4 - 6 * t * t + 3 * t * t * t) / 6;
      weights[2] = (4 - 6 * s * s + 3 * s * s * s) / 6;
      weights[3] = t * t * t / 6;
    }

    /// The slopes of `weights` in `t`.
    private static void slopes(float t, float[] slopes) {
      float s = 1 - t;
      slopes[0] = -s * s / 2;
      slopes[1] = t * (1.5f * t - 2);
      slopes[2] = s * (2 - 1.5f * s);
      slopes[3] = t * t / 2;
    }
  }
}
