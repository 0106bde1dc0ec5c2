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
  private final TileBins selectedBins = new TileBins();
  private final Queue<TileCanvas> canvases = new ConcurrentLinkedQueue<>();
  private final Queue<DensityTile> densityTiles = new ConcurrentLinkedQueue<>();
  private PixelKernel kernel = PixelKernel.bestFor(0);
  private long[] colours = new long[0];
  private boolean[] dimmed = new boolean[0];
  private int top = DensityShade.topFor(0);
  private Optional<LookStamps> stamps = Optional.empty();
  private Background background = Background.white();

  /// Draws the picture and returns what it shows. Points that lie where they lay in the picture before are not sorted again, whatever of them is selected or
  /// dimmed now.
  ///
  /// @param picture as large as the view; all its pixels are as drawn afterwards
  /// Throws `JobCancelled` when asked to stop; then the pixels are of no use.
  public RasterResult draw(
      Plot plot, RasterView view, RasterPicture picture, Cancellation cancellation) {
    if (!picture.fits(view)) {
      throw new IllegalArgumentException(
          "a picture of %d × %d pixels for a view of %d × %d"
              .formatted(picture.width(), picture.height(), view.width(), view.height()));
    }
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
    picture.standOn(background.argb());
    dimmed = dimmed(plot);
    boolean dense =
        switch (plot.mode()) {
          case AUTOMATIC -> isCrowded(plot, view, cancellation);
          case POINTS -> false;
          case DENSITY -> true;
        };
    bins.sort(
        order(plot, view, Optional.empty(), dense ? 1 : reach(ready.of(Layer.LIT))), cancellation);
    Optional<ColourStamps[]> selected = selected(ready, plot, view, cancellation);
    int inView =
        plot.emphasis().dimmed().count() == 0
            ? bins.inView()
            : inView(plot, view, Integer.MAX_VALUE, cancellation);
    if (!dense) {
      Stamps all = new Stamps(ready, plot, selected);
      Fork.blocks(bins.tiles(), cancellation, tile -> drawPoints(tile, all, picture));
      return new RasterResult(DrawingMode.POINTS, inView, 0);
    }
    int strongest = drawDensity(plot, picture, cancellation);
    selected.ifPresent(
        above ->
            Fork.blocks(bins.tiles(), cancellation, tile -> paintSelected(tile, above, picture)));
    return new RasterResult(DrawingMode.DENSITY, inView, inView == 0 ? 0 : strongest);
  }

  /// How often points were sorted.
  int timesSorted() {
    return bins.timesSorted();
  }

  /// By kind, asked once for every point of every picture.
  private static boolean[] dimmed(Plot plot) {
    boolean[] dimmed = new boolean[plot.look().styles().size()];
    for (int kind = 0; kind < dimmed.length; kind++) {
      dimmed[kind] = plot.emphasis().dimmed().contains(kind);
    }
    return dimmed;
  }

  private static TileSorter.Order order(
      Plot plot, RasterView view, Optional<RowSet> only, int reach) {
    return new TileSorter.Order(plot.layout(), plot.kinds(), only, view, reach);
  }

  /// How far from its centre a point is seen at most.
  private static int reach(ColourStamps[] stamps) {
    return Arrays.stream(stamps).mapToInt(ColourStamps::half).max().orElse(0);
  }

  /// The stamps of what is selected, whose points are sorted then.
  private Optional<ColourStamps[]> selected(
      LookStamps ready, Plot plot, RasterView view, Cancellation cancellation) {
    RowSet rows = plot.emphasis().selected();
    if (rows.count() == 0) {
      selectedBins.clear();
      return Optional.empty();
    }
    ColourStamps[] above = ready.of(Layer.SELECTED);
    selectedBins.sort(order(plot, view, Optional.of(rows), reach(above)), cancellation);
    return Optional.of(above);
  }

  /// Whether more points are in view than are drawn one by one.
  private boolean isCrowded(Plot plot, RasterView view, Cancellation cancellation) {
    if (plot.count() <= Plot.DENSITY_ABOVE) {
      return false;
    }
    return inView(plot, view, Plot.DENSITY_ABOVE, cancellation) > Plot.DENSITY_ABOVE;
  }

  /// How many points that are not dimmed have their centre in the picture; counts until there are more than `limit`.
  private int inView(Plot plot, RasterView view, int limit, Cancellation cancellation) {
    AtomicInteger seen = new AtomicInteger();
    Fork.blocks(
        (plot.count() + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE,
        cancellation,
        block -> {
          if (seen.get() <= limit) {
            int first = block * ROWS_AT_ONCE;
            seen.addAndGet(inView(plot, view, first, Math.min(plot.count(), first + ROWS_AT_ONCE)));
          }
        });
    return seen.get();
  }

  private int inView(Plot plot, RasterView view, int first, int end) {
    int count = 0;
    for (int row = first; row < end; row++) {
      double x = view.x(plot.layout().x(row));
      double y = view.y(plot.layout().y(row));
      boolean inside = x >= 0 && y >= 0 && x < view.width() && y < view.height();
      if (inside && !dimmed[plot.kinds().kind(row)]) {
        count++;
      }
    }
    return count;
  }

  /// The stamps of one picture.
  private static final class Stamps {
    private final Optional<ColourStamps[]> selected;
    private final ColourStamps[] lit;

    /// Of dimmed points.
    private final Optional<ColourStamps[]> behind;

    Stamps(LookStamps ready, Plot plot, Optional<ColourStamps[]> selected) {
      this.selected = selected;
      lit = ready.of(Layer.LIT);
      behind =
          Optional.of(plot.emphasis().dimmed())
              .filter(kinds -> kinds.count() > 0)
              .map(kinds -> ready.of(Layer.DIMMED));
    }
  }

  private void drawPoints(int tile, Stamps of, RasterPicture picture) {
    if (bins.isEmpty(tile) && (of.selected.isEmpty() || selectedBins.isEmpty(tile))) {
      picture.empty(tile, bins.left(tile), bins.top(tile));
      return;
    }
    picture.paint(tile);
    TileCanvas canvas = takeCanvas(tile, picture);
    of.selected.ifPresent(stamps -> paintAll(canvas, tile, stamps));
    paint(canvas, tile, of.lit, false);
    of.behind.ifPresent(stamps -> paint(canvas, tile, stamps, true));
    int width = width(tile, picture);
    int height = height(tile, picture);
    for (int y = 0; y < height; y++) {
      int line = (bins.top(tile) + y) * picture.width() + bins.left(tile);
      canvas.copyRow(y, background.lanes(), picture.pixels(), line, width);
    }
    canvases.add(canvas);
  }

  /// How many pixels of a row of a tile are seen.
  private int width(int tile, RasterPicture picture) {
    return Math.min(TileCanvas.SIDE, picture.width() - bins.left(tile));
  }

  /// How many rows of a tile are seen.
  private int height(int tile, RasterPicture picture) {
    return Math.min(TileCanvas.SIDE, picture.height() - bins.top(tile));
  }

  private TileCanvas takeCanvas(int tile, RasterPicture picture) {
    TileCanvas idle = canvases.poll();
    TileCanvas canvas = idle == null ? new TileCanvas(kernel) : idle;
    canvas.clear(width(tile, picture), height(tile, picture));
    return canvas;
  }

  /// Paints the points of a tile that are dimmed, or those that are not, the last first, until nothing of the tile lets light through.
  private void paint(TileCanvas canvas, int tile, ColourStamps[] stamps, boolean ifDimmed) {
    for (int number = bins.blocks() - 1; number >= 0 && !canvas.isCovered(); number--) {
      TileBins.Block block = bins.block(number);
      int from = block.from(tile);
      for (int at = block.to(tile) - 1; at >= from; at--) {
        int entry = block.entry(at);
        int kind = TileBins.kind(entry);
        if (dimmed[kind] == ifDimmed) {
          paint(canvas, entry, stamps[kind]);
        }
      }
    }
  }

  /// Paints what is selected, the last first.
  private void paintAll(TileCanvas canvas, int tile, ColourStamps[] stamps) {
    for (int number = selectedBins.blocks() - 1; number >= 0 && !canvas.isCovered(); number--) {
      TileBins.Block block = selectedBins.block(number);
      int from = block.from(tile);
      for (int at = block.to(tile) - 1; at >= from; at--) {
        paint(canvas, block.entry(at), stamps[TileBins.kind(block.entry(at))]);
      }
    }
  }

  private static void paint(TileCanvas canvas, int entry, ColourStamps stamp) {
    int x = TileBins.quarterX(entry);
    int y = TileBins.quarterY(entry);
    canvas.paintBehind(
        stamp,
        (y & 3) * ShapeStamps.PHASES + (x & 3),
        (x >> 2) - TileBins.MARGIN - stamp.half(),
        (y >> 2) - TileBins.MARGIN - stamp.half());
  }

  /// Returns how many points on one pixel have the strongest shade. It is known only when all are counted, and is seldom another than in the picture before.
  private int drawDensity(Plot plot, RasterPicture picture, Cancellation cancellation) {
    colours = DensityTile.colours(plot.look().styles().stream().map(PointStyle::rgb).toList());
    int expected;
    do {
      expected = top;
      DensityShade shade = new DensityShade(top, background);
      float[] most = new float[bins.tiles()];
      Fork.blocks(bins.tiles(), cancellation, tile -> most[tile] = drawTile(tile, shade, picture));
      float highest = 0;
      for (float ofTile : most) {
        highest = Math.max(highest, ofTile);
      }
      top = DensityShade.topFor(highest);
    } while (top != expected);
    return top;
  }

  /// Returns the largest number of points on a pixel of the tile.
  private float drawTile(int tile, DensityShade shade, RasterPicture picture) {
    if (bins.isEmpty(tile)) {
      picture.empty(tile, bins.left(tile), bins.top(tile));
      return 0;
    }
    picture.paint(tile);
    DensityTile idle = densityTiles.poll();
    DensityTile density = idle == null ? new DensityTile(kernel) : idle;
    density.count(bins, tile, colours, dimmed);
    int width = width(tile, picture);
    int height = height(tile, picture);
    float most = 0;
    for (int y = 0; y < height; y++) {
      int line = (bins.top(tile) + y) * picture.width() + bins.left(tile);
      most = Math.max(most, density.shadeRow(y, shade, picture.pixels(), line, width));
    }
    densityTiles.add(density);
    return most;
  }

  private void paintSelected(int tile, ColourStamps[] stamps, RasterPicture picture) {
    if (selectedBins.isEmpty(tile)) {
      return;
    }
    picture.paint(tile);
    TileCanvas canvas = takeCanvas(tile, picture);
    paintAll(canvas, tile, stamps);
    int width = width(tile, picture);
    int height = height(tile, picture);
    for (int y = 0; y < height; y++) {
      int line = (bins.top(tile) + y) * picture.width() + bins.left(tile);
      canvas.layRowOver(y, picture.pixels(), line, width);
    }
    canvases.add(canvas);
  }
}
