package io.semascope.raster;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Draws points into pixels, on all cores: the points in view are sorted into tiles, and each tile is drawn by one core. The picture is the same on any number
/// of cores. Every point is drawn; none is sampled away.
///
/// Keeps what it works with for the next picture, so one raster serves one thread at a time.
public final class PointRaster {
  private static final int ROWS_AT_ONCE = 1 << 16;

  private final Queue<TileCanvas> canvases = new ConcurrentLinkedQueue<>();
  private final Queue<DensityTile> densityTiles = new ConcurrentLinkedQueue<>();
  private float[] counts = new float[0];
  private Optional<LookStamps> stamps = Optional.empty();

  /// Draws the picture and returns what it shows.
  ///
  /// @param pixels premultiplied ARGB, row by row; at least width × height of them, all of which are written
  /// Throws `JobCancelled` when asked to stop; then the pixels are of no use.
  public RasterResult draw(Plot plot, RasterView view, int[] pixels, Cancellation cancellation) {
    LookStamps ready =
        stamps.filter(made -> made.serve(plot)).orElseGet(() -> new LookStamps(plot));
    stamps = Optional.of(ready);
    boolean mayBeDense = plot.mode() == DrawingMode.AUTOMATIC && plot.count() > Plot.DENSITY_ABOVE;
    int inView = inView(plot, view, cancellation);
    boolean dense =
        plot.mode() == DrawingMode.DENSITY || (mayBeDense && inView > Plot.DENSITY_ABOVE);
    ColourStamps[][] layers = layers(ready, plot, dense);
    TileBins bins = TileBins.of(plot, view, reach(plot, layers, dense), cancellation);
    if (!dense) {
      Fork.blocks(bins.tiles(), cancellation, tile -> drawPoints(bins, tile, layers, view, pixels));
      return new RasterResult(DrawingMode.POINTS, inView, 0);
    }
    int top = drawDensity(plot, bins, view, pixels, cancellation);
    if (layers[TileBins.SELECTED].length > 0) {
      ColourStamps[] above = layers[TileBins.SELECTED];
      Fork.blocks(
          bins.tiles(), cancellation, tile -> paintSelected(bins, tile, above, view, pixels));
    }
    return new RasterResult(DrawingMode.DENSITY, inView, inView == 0 ? 0 : top);
  }

  private static int inView(Plot plot, RasterView view, Cancellation cancellation) {
    int blocks = (plot.count() + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE;
    int[] counts = new int[blocks];
    Fork.blocks(
        blocks,
        cancellation,
        block -> {
          PlotRows rows = new PlotRows(plot);
          int end = Math.min(plot.count(), (block + 1) * ROWS_AT_ONCE);
          for (int row = block * ROWS_AT_ONCE; row < end; row++) {
            double x = view.x(plot.layout().x(row));
            double y = view.y(plot.layout().y(row));
            boolean inside = x >= 0 && y >= 0 && x < view.width() && y < view.height();
            if (inside && rows.layer(row, plot.kinds().kind(row)) != TileBins.DIMMED) {
              counts[block]++;
            }
          }
        });
    return IntStream.of(counts).sum();
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
  private static Reach reach(Plot plot, ColourStamps[][] layers, boolean dense) {
    return new Reach(
        plot.look().styles().size(),
        (kind, layer) -> {
          if (dense && layer == TileBins.LIT) {
            return 1;
          }
          return layers[layer].length == 0 ? -1 : layers[layer][kind].half();
        });
  }

  private void drawPoints(
      TileBins bins, int tile, ColourStamps[][] layers, RasterView view, int[] pixels) {
    TileCanvas canvas = take(canvases.poll());
    boolean any = false;
    for (int layer = TileBins.LAYERS - 1; layer >= 0; layer--) {
      any |= paint(canvas, bins, tile, layers[layer], layer);
    }
    int width = Math.min(TileCanvas.SIDE, view.width() - bins.left(tile));
    int height = Math.min(TileCanvas.SIDE, view.height() - bins.top(tile));
    for (int y = 0; y < height; y++) {
      int line = (bins.top(tile) + y) * view.width() + bins.left(tile);
      if (any) {
        canvas.copyRow(y, pixels, line, width);
      } else {
        Arrays.fill(pixels, line, line + width, 0);
      }
    }
    canvases.add(canvas);
  }

  private static TileCanvas take(@Nullable TileCanvas idle) {
    if (idle == null) {
      return new TileCanvas();
    }
    idle.clear();
    return idle;
  }

  /// Paints the layer's points, the last first. Returns whether there was one.
  private static boolean paint(
      TileCanvas canvas, TileBins bins, int tile, ColourStamps[] stamps, int layer) {
    int from = bins.from(tile, layer);
    int to = bins.to(tile, layer);
    for (int at = to - 1; at >= from; at--) {
      int entry = bins.entry(at);
      ColourStamps stamp = stamps[TileBins.kind(entry)];
      int x = TileBins.quarterX(entry);
      int y = TileBins.quarterY(entry);
      canvas.paintBehind(
          stamp,
          (y & 3) * ShapeStamps.PHASES + (x & 3),
          (x >> 2) - TileBins.MARGIN - stamp.half(),
          (y >> 2) - TileBins.MARGIN - stamp.half());
    }
    return to > from;
  }

  /// Returns how many points on one pixel have the strongest shade.
  private int drawDensity(
      Plot plot, TileBins bins, RasterView view, int[] pixels, Cancellation cancellation) {
    if (counts.length < view.width() * view.height()) {
      counts = new float[view.width() * view.height()];
    }
    long[] colours = new long[2 * plot.look().styles().size()];
    for (int kind = 0; kind < plot.look().styles().size(); kind++) {
      DensityTile.colour(plot.look().styles().get(kind).rgb(), kind, colours);
    }
    float[] most = new float[bins.tiles()];
    Fork.blocks(
        bins.tiles(),
        cancellation,
        tile -> most[tile] = countTile(bins, tile, view, colours, pixels));
    float highest = 0;
    for (float ofTile : most) {
      highest = Math.max(highest, ofTile);
    }
    int top = DensityShade.topFor(highest);
    DensityShade shade = new DensityShade(top, plot.look().dark());
    Fork.blocks(
        bins.tiles(),
        cancellation,
        tile -> {
          if (most[tile] > 0) {
            shadeTile(bins, tile, view, shade, pixels);
          }
        });
    return top;
  }

  /// Leaves mean colours in the pixels and returns the largest count.
  private float countTile(TileBins bins, int tile, RasterView view, long[] colours, int[] pixels) {
    int left = bins.left(tile);
    int width = Math.min(DensityTile.SIDE, view.width() - left);
    int height = Math.min(DensityTile.SIDE, view.height() - bins.top(tile));
    boolean empty = bins.from(tile, TileBins.LIT) == bins.to(tile, TileBins.LIT);
    DensityTile idle = densityTiles.poll();
    DensityTile density = idle == null ? new DensityTile() : idle;
    if (!empty) {
      density.count(bins, tile, colours);
    }
    float most = 0;
    for (int y = 0; y < height; y++) {
      int line = (bins.top(tile) + y) * view.width() + left;
      if (empty) {
        Arrays.fill(pixels, line, line + width, 0);
      } else {
        most = Math.max(most, density.copyRow(y, pixels, counts, line, width));
      }
    }
    densityTiles.add(density);
    return most;
  }

  private void shadeTile(
      TileBins bins, int tile, RasterView view, DensityShade shade, int[] pixels) {
    int width = Math.min(DensityTile.SIDE, view.width() - bins.left(tile));
    int bottom = Math.min(bins.top(tile) + DensityTile.SIDE, view.height());
    for (int y = bins.top(tile); y < bottom; y++) {
      int line = y * view.width() + bins.left(tile);
      for (int at = line; at < line + width; at++) {
        pixels[at] = counts[at] > 0 ? shade.argb(counts[at], pixels[at]) : 0;
      }
    }
  }

  private void paintSelected(
      TileBins bins, int tile, ColourStamps[] stamps, RasterView view, int[] pixels) {
    TileCanvas canvas = take(canvases.poll());
    if (!paint(canvas, bins, tile, stamps, TileBins.SELECTED)) {
      canvases.add(canvas);
      return;
    }
    int width = Math.min(TileCanvas.SIDE, view.width() - bins.left(tile));
    int height = Math.min(TileCanvas.SIDE, view.height() - bins.top(tile));
    for (int y = 0; y < height; y++) {
      canvas.layRowOver(y, pixels, (bins.top(tile) + y) * view.width() + bins.left(tile), width);
    }
    canvases.add(canvas);
  }
}
