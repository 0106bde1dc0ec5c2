package io.semascope.raster;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.raster.kernel.PixelKernel;
import io.semascope.raster.stamp.ColourStamps;
import io.semascope.raster.stamp.PointStyle;
import io.semascope.raster.stamp.ShapeStamps;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Draws points into pixels, on all cores: the points in view are sorted into tiles, and each tile is drawn by one core. The picture is the same on any number
/// of cores. Every point is drawn; none is sampled away.
///
/// Keeps what it works with for the next picture, so one raster serves one thread at a time.
public final class PointRaster {
  private static final int ROWS_AT_ONCE = 1 << 16;

  private final TileBins bins = new TileBins();
  private final Queue<TileCanvas> canvases = new ConcurrentLinkedQueue<>();
  private final Queue<DensityTile> densityTiles = new ConcurrentLinkedQueue<>();
  private PixelKernel kernel = PixelKernel.bestFor(0);
  private long[] colours = new long[0];
  private int top = DensityShade.topFor(0);
  private Optional<LookStamps> stamps = Optional.empty();
  private Background background = Background.white();

  /// Draws the picture and returns what it shows.
  ///
  /// @param pixels premultiplied ARGB, row by row; at least width × height of them, all of which are written
  /// Throws `JobCancelled` when asked to stop; then the pixels are of no use.
  public RasterResult draw(Plot plot, RasterView view, int[] pixels, Cancellation cancellation) {
    PixelKernel wanted = PixelKernel.bestFor(plot.count());
    if (!wanted.equals(kernel)) {
      kernel = wanted;
      canvases.clear();
      densityTiles.clear();
    }
    LookStamps ready =
        stamps.filter(made -> made.serve(plot)).orElseGet(() -> new LookStamps(plot));
    stamps = Optional.of(ready);
    background = plot.look().background();
    boolean dense =
        switch (plot.mode()) {
          case AUTOMATIC -> isCrowded(plot, view, cancellation);
          case POINTS -> false;
          case DENSITY -> true;
        };
    ColourStamps[][] layers = layers(ready, plot, dense);
    bins.sort(plot, view, reach(plot, layers, dense), cancellation);
    int inView = bins.inView();
    if (!dense) {
      Fork.blocks(bins.tiles(), cancellation, tile -> drawPoints(tile, layers, view, pixels));
      return new RasterResult(DrawingMode.POINTS, inView, 0);
    }
    int strongest = drawDensity(plot, view, pixels, cancellation);
    if (layers[TileBins.SELECTED].length > 0) {
      ColourStamps[] above = layers[TileBins.SELECTED];
      Fork.blocks(bins.tiles(), cancellation, tile -> paintSelected(tile, above, view, pixels));
    }
    return new RasterResult(DrawingMode.DENSITY, inView, inView == 0 ? 0 : strongest);
  }

  /// Whether more points are in view than are drawn one by one. Counts until it is known.
  private static boolean isCrowded(Plot plot, RasterView view, Cancellation cancellation) {
    if (plot.count() <= Plot.DENSITY_ABOVE) {
      return false;
    }
    AtomicInteger seen = new AtomicInteger();
    Fork.blocks(
        (plot.count() + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE,
        cancellation,
        block -> {
          if (seen.get() <= Plot.DENSITY_ABOVE) {
            int first = block * ROWS_AT_ONCE;
            seen.addAndGet(inView(plot, view, first, Math.min(plot.count(), first + ROWS_AT_ONCE)));
          }
        });
    return seen.get() > Plot.DENSITY_ABOVE;
  }

  private static int inView(Plot plot, RasterView view, int first, int end) {
    PlotRows rows = new PlotRows(plot);
    int count = 0;
    for (int row = first; row < end; row++) {
      double x = view.x(plot.layout().x(row));
      double y = view.y(plot.layout().y(row));
      boolean inside = x >= 0 && y >= 0 && x < view.width() && y < view.height();
      if (inside && rows.layer(row, plot.kinds().kind(row)) != TileBins.DIMMED) {
        count++;
      }
    }
    return count;
  }

  /// Stamps only for the layers that something is drawn in.
  private static ColourStamps[][] layers(LookStamps stamps, Plot plot, boolean dense) {
    ColourStamps[][] layers = new ColourStamps[TileBins.LAYERS][0];
    if (!dense) {
      layers[TileBins.LIT] = stamps.of(TileBins.LIT);
      if (plot.emphasis().dimmed().count() > 0) {
        layers[TileBins.DIMMED] = stamps.of(TileBins.DIMMED);
      }
    }
    if (plot.emphasis().selected().count() > 0) {
      layers[TileBins.SELECTED] = stamps.of(TileBins.SELECTED);
    }
    return layers;
  }

  /// A filter takes its points out of the density; what is selected stands above it.
  private static TileSorter.Reach reach(Plot plot, ColourStamps[][] layers, boolean dense) {
    return new TileSorter.Reach(
        plot.look().styles().size(),
        (kind, layer) -> {
          if (dense && layer == TileBins.LIT) {
            return 1;
          }
          return layers[layer].length == 0 ? -1 : layers[layer][kind].half();
        });
  }

  private void drawPoints(int tile, ColourStamps[][] layers, RasterView view, int[] pixels) {
    int width = Math.min(TileCanvas.SIDE, view.width() - bins.left(tile));
    int height = Math.min(TileCanvas.SIDE, view.height() - bins.top(tile));
    TileCanvas canvas = takeCanvas(width, height);
    boolean any = false;
    for (int layer = TileBins.LAYERS - 1; layer >= 0; layer--) {
      if (layers[layer].length > 0) {
        any |= paint(canvas, tile, layers[layer], layer);
      }
    }
    for (int y = 0; y < height; y++) {
      int line = (bins.top(tile) + y) * view.width() + bins.left(tile);
      if (any) {
        canvas.copyRow(y, background.lanes(), pixels, line, width);
      } else {
        Arrays.fill(pixels, line, line + width, background.argb());
      }
    }
    canvases.add(canvas);
  }

  private TileCanvas takeCanvas(int width, int height) {
    TileCanvas idle = canvases.poll();
    TileCanvas canvas = idle == null ? new TileCanvas(kernel) : idle;
    canvas.clear(width, height);
    return canvas;
  }

  /// Paints the layer's points, the last first, until nothing of the tile lets light through. Returns whether there was one.
  private boolean paint(TileCanvas canvas, int tile, ColourStamps[] stamps, int layer) {
    boolean any = false;
    int bin = bins.bin(tile, layer);
    for (int at = bins.blocks() - 1; at >= 0 && !canvas.isCovered(); at--) {
      TileBins.Block block = bins.block(at);
      any |= block.to(bin) > block.from(bin);
      paint(canvas, block, bin, stamps);
    }
    return any;
  }

  private static void paint(
      TileCanvas canvas, TileBins.Block block, int bin, ColourStamps[] stamps) {
    int from = block.from(bin);
    for (int at = block.to(bin) - 1; at >= from; at--) {
      int entry = block.entry(at);
      ColourStamps stamp = stamps[TileBins.kind(entry)];
      int x = TileBins.quarterX(entry);
      int y = TileBins.quarterY(entry);
      canvas.paintBehind(
          stamp,
          (y & 3) * ShapeStamps.PHASES + (x & 3),
          (x >> 2) - TileBins.MARGIN - stamp.half(),
          (y >> 2) - TileBins.MARGIN - stamp.half());
    }
  }

  /// Returns how many points on one pixel have the strongest shade. It is known only when all are counted, and is seldom another than in the picture before.
  private int drawDensity(Plot plot, RasterView view, int[] pixels, Cancellation cancellation) {
    colours = DensityTile.colours(plot.look().styles().stream().map(PointStyle::rgb).toList());
    int expected;
    do {
      expected = top;
      DensityShade shade = new DensityShade(top, background);
      float[] most = new float[bins.tiles()];
      Fork.blocks(
          bins.tiles(), cancellation, tile -> most[tile] = drawTile(tile, view, shade, pixels));
      float highest = 0;
      for (float ofTile : most) {
        highest = Math.max(highest, ofTile);
      }
      top = DensityShade.topFor(highest);
    } while (top != expected);
    return top;
  }

  /// Returns the largest number of points on a pixel of the tile.
  private float drawTile(int tile, RasterView view, DensityShade shade, int[] pixels) {
    int left = bins.left(tile);
    int width = Math.min(DensityTile.SIDE, view.width() - left);
    int height = Math.min(DensityTile.SIDE, view.height() - bins.top(tile));
    int first = bins.top(tile) * view.width() + left;
    if (bins.count(tile, TileBins.LIT) == 0) {
      for (int y = 0; y < height; y++) {
        int line = first + y * view.width();
        Arrays.fill(pixels, line, line + width, background.argb());
      }
      return 0;
    }
    DensityTile idle = densityTiles.poll();
    DensityTile density = idle == null ? new DensityTile(kernel) : idle;
    density.count(bins, tile, colours);
    float most = 0;
    for (int y = 0; y < height; y++) {
      int line = first + y * view.width();
      most = Math.max(most, density.shadeRow(y, shade, pixels, line, width));
    }
    densityTiles.add(density);
    return most;
  }

  private void paintSelected(int tile, ColourStamps[] stamps, RasterView view, int[] pixels) {
    if (bins.count(tile, TileBins.SELECTED) == 0) {
      return;
    }
    int width = Math.min(TileCanvas.SIDE, view.width() - bins.left(tile));
    int height = Math.min(TileCanvas.SIDE, view.height() - bins.top(tile));
    TileCanvas canvas = takeCanvas(width, height);
    paint(canvas, tile, stamps, TileBins.SELECTED);
    for (int y = 0; y < height; y++) {
      canvas.layRowOver(y, pixels, (bins.top(tile) + y) * view.width() + bins.left(tile), width);
    }
    canvases.add(canvas);
  }
}
