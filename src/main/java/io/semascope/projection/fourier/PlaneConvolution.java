package io.semascope.projection.fourier;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.job.Scratch;

/// Convolves a square plane of real numbers with an even kernel that reaches across all of it, without wrapping around: Σ_b plane[b] · kernel(a − b) for
/// every a.
///
/// The plane is padded with zeros to twice its side. Two real columns are transformed as one complex one; transforms of padding are never done; the kernel's
/// spectrum is real and symmetric, so a quarter of it is kept. Work is split by sixteen columns or frequencies whatever the number of cores, so the result
/// is the same to the last bit on any. `convolve` is used by one thread at a time.
public final class PlaneConvolution {
  private static final int LANES = Lanes.LANES;

  private final int side;
  private final int length;
  private final int halfColumns;
  private final int lanesOfFrequencies;
  private final LaneTransform transform;
  private final float[] kernel;
  private final float[] re;
  private final float[] im;
  private final Scratch<Lanes> scratch;

  private PlaneConvolution(int side) {
    this.side = side;
    length = 2 * side;
    transform = new LaneTransform(length);
    scratch = new Scratch<>(() -> new Lanes(length));
    halfColumns = roundedUp((side + 1) / 2);
    lanesOfFrequencies = roundedUp(side + 1);
    kernel = new float[(side + 1) * lanesOfFrequencies];
    re = new float[2 * halfColumns * lanesOfFrequencies];
    im = new float[2 * halfColumns * lanesOfFrequencies];
  }

  /// The smallest possible side of at least `wanted`: a product of twos, threes and fives.
  public static int side(int wanted) {
    int side = Math.max(1, wanted);
    while (!LaneTransform.isPossible(side)) {
      side++;
    }
    return side;
  }

  /// A function of how far two nodes are apart, in steps of the grid, even along both axes.
  @FunctionalInterface
  public interface Kernel {
    /// @param columns from 0 to the side
    /// @param rows from 0 to the side
    double at(int columns, int rows);
  }

  /// A factor on one frequency along one axis.
  @FunctionalInterface
  public interface Filter {
    /// @param cosine of the angle by which the frequency turns between two nodes, from −1 to 1
    double at(double cosine);
  }

  /// Prepares the convolution of planes of `side` × `side` with `kernel`, whose spectrum is multiplied by `filter` along each axis. Throws
  /// `IllegalArgumentException` for a side that is none of `side`, `JobCancelled` when asked to stop.
  public static PlaneConvolution of(
      int side, Kernel kernel, Filter filter, Cancellation cancellation) {
    PlaneConvolution convolution = new PlaneConvolution(side);
    convolution.prepare(kernel, filter, cancellation);
    return convolution;
  }

  /// Nodes along one axis.
  public int side() {
    return side;
  }

  /// Floats from one row of a plane to the next, at least `side()`; what lies between them stays 0.
  public int rowLength() {
    return 2 * halfColumns;
  }

  /// Replaces `plane`, `side()` rows of `rowLength()` floats, by its convolution. Throws `JobCancelled` when asked to stop; the plane is then lost.
  public void convolve(float[] plane, Cancellation cancellation) {
    Fork.blocks(
        halfColumns / LANES, cancellation, part -> scratch.lend(lanes -> down(plane, part, lanes)));
    Fork.blocks(
        lanesOfFrequencies / LANES,
        cancellation,
        part -> scratch.lend(lanes -> across(part, lanes)));
    Fork.blocks(
        halfColumns / LANES, cancellation, part -> scratch.lend(lanes -> up(plane, part, lanes)));
  }

  private static int roundedUp(int count) {
    return (count + LANES - 1) / LANES * LANES;
  }

  /// Transforms sixteen columns of the left half, as real parts, with sixteen of the right half, and parts their spectra.
  private void down(float[] plane, int part, Lanes lanes) {
    int left = part * LANES;
    for (int row = 0; row < side; row++) {
      int from = row * rowLength() + left;
      System.arraycopy(plane, from, lanes.re, row * LANES, LANES);
      System.arraycopy(plane, from + halfColumns, lanes.im, row * LANES, LANES);
    }
    clearBeyond(lanes);
    transform.forward(lanes);
    for (int lane = 0; lane < LANES; lane++) {
      int toLeft = (left + lane) * lanesOfFrequencies;
      int toRight = toLeft + halfColumns * lanesOfFrequencies;
      for (int k = 0; k <= side; k++) {
        int at = k * LANES + lane;
        int mirror = (k == 0 ? 0 : length - k) * LANES + lane;
        re[toLeft + k] = (lanes.re[at] + lanes.re[mirror]) / 2;
        im[toLeft + k] = (lanes.im[at] - lanes.im[mirror]) / 2;
        re[toRight + k] = (lanes.im[at] + lanes.im[mirror]) / 2;
        im[toRight + k] = (lanes.re[mirror] - lanes.re[at]) / 2;
      }
    }
  }

  private void clearBeyond(Lanes lanes) {
    java.util.Arrays.fill(lanes.re, side * LANES, length * LANES, 0);
    java.util.Arrays.fill(lanes.im, side * LANES, length * LANES, 0);
  }

  /// Transforms sixteen frequencies along the rows, multiplies them by the kernel's and goes back.
  private void across(int part, Lanes lanes) {
    int first = part * LANES;
    for (int column = 0; column < side; column++) {
      int from = column * lanesOfFrequencies + first;
      System.arraycopy(re, from, lanes.re, column * LANES, LANES);
      System.arraycopy(im, from, lanes.im, column * LANES, LANES);
    }
    clearBeyond(lanes);
    transform.forward(lanes);
    for (int k = 0; k < length; k++) {
      int from = Math.min(k, length - k) * lanesOfFrequencies + first;
      for (int lane = 0; lane < LANES; lane++) {
        lanes.re[k * LANES + lane] *= kernel[from + lane];
        lanes.im[k * LANES + lane] *= kernel[from + lane];
      }
    }
    transform.inverse(lanes);
    for (int column = 0; column < side; column++) {
      int to = column * lanesOfFrequencies + first;
      System.arraycopy(lanes.re, column * LANES, re, to, LANES);
      System.arraycopy(lanes.im, column * LANES, im, to, LANES);
    }
  }

  /// The way back from `down`.
  private void up(float[] plane, int part, Lanes lanes) {
    int left = part * LANES;
    for (int lane = 0; lane < LANES; lane++) {
      int fromLeft = (left + lane) * lanesOfFrequencies;
      int fromRight = fromLeft + halfColumns * lanesOfFrequencies;
      for (int k = 0; k <= side; k++) {
        int at = k * LANES + lane;
        int mirror = (k == 0 ? 0 : length - k) * LANES + lane;
        lanes.re[mirror] = re[fromLeft + k] + im[fromRight + k];
        lanes.im[mirror] = re[fromRight + k] - im[fromLeft + k];
        lanes.re[at] = re[fromLeft + k] - im[fromRight + k];
        lanes.im[at] = re[fromRight + k] + im[fromLeft + k];
      }
    }
    transform.inverse(lanes);
    for (int row = 0; row < side; row++) {
      int to = row * rowLength() + left;
      System.arraycopy(lanes.re, row * LANES, plane, to, LANES);
      System.arraycopy(lanes.im, row * LANES, plane, to + halfColumns, LANES);
    }
  }

  /// The kernel is even, so its spectrum is real and the frequencies up to half tell all.
  private void prepare(Kernel wanted, Filter filter, Cancellation cancellation) {
    float[] columns = new float[(side + 1) * lanesOfFrequencies];
    Fork.blocks(
        lanesOfFrequencies / LANES,
        cancellation,
        part -> scratch.lend(lanes -> kernelColumns(wanted, part, lanes, columns)));
    Fork.blocks(
        lanesOfFrequencies / LANES,
        cancellation,
        part ->
            scratch.lend(
                lanes -> {
                  kernelRows(columns, part, lanes);
                  keep(filter, part, lanes);
                }));
  }

  private void kernelColumns(Kernel wanted, int part, Lanes lanes, float[] columns) {
    int last = Math.min(LANES, side + 1 - part * LANES);
    for (int row = 0; row <= side; row++) {
      int mirror = (row == 0 ? 0 : length - row) * LANES;
      for (int lane = 0; lane < last; lane++) {
        float value = (float) wanted.at(part * LANES + lane, row);
        lanes.re[row * LANES + lane] = value;
        lanes.re[mirror + lane] = value;
      }
    }
    java.util.Arrays.fill(lanes.im, 0);
    transform.forward(lanes);
    for (int lane = 0; lane < last; lane++) {
      for (int k = 0; k <= side; k++) {
        columns[(part * LANES + lane) * lanesOfFrequencies + k] = lanes.re[k * LANES + lane];
      }
    }
  }

  private void kernelRows(float[] columns, int part, Lanes lanes) {
    for (int column = 0; column < length; column++) {
      int from = Math.min(column, length - column) * lanesOfFrequencies + part * LANES;
      System.arraycopy(columns, from, lanes.re, column * LANES, LANES);
    }
    java.util.Arrays.fill(lanes.im, 0);
    transform.forward(lanes);
  }

  private void keep(Filter filter, int part, Lanes lanes) {
    for (int lane = 0; lane < LANES; lane++) {
      int row = part * LANES + lane;
      double across = filter.at(Math.cos(Math.PI * row / side)) / ((double) length * length);
      for (int column = 0; column <= side && row <= side; column++) {
        double both = across * filter.at(Math.cos(Math.PI * column / side));
        kernel[column * lanesOfFrequencies + row] =
            (float) (both * lanes.re[column * LANES + lane]);
      }
    }
  }
}
