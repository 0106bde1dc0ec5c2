package io.semascope.ui.map;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.job.NewestOnly;
import io.semascope.projection.PlanarLayout;
import io.semascope.raster.Plot;
import io.semascope.raster.PointRaster;
import io.semascope.raster.RasterPicture;
import io.semascope.raster.RasterResult;
import io.semascope.raster.RasterView;
import io.semascope.raster.index.PlaneScan;
import io.semascope.raster.index.PointIndex;
import io.semascope.raster.index.PointSearch;
import io.semascope.ui.state.FxBridge;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import org.jspecify.annotations.Nullable;

/// The points of the map: drawn into pixels on a thread of their own, the newest wish only, and shown here. Until a picture of the present view is there, the
/// last one is moved and stretched to where it belongs. An index of points in new places is made beside the drawing and told of when it is there: no picture
/// waits for one. FX thread only, but for the drawing and the index.
final class PointLayer {
  private final ImageView view = new ImageView();
  private final Translate moved = new Translate();
  private final Scale stretched = new Scale();
  private final NewestOnly<Wish> worker = new NewestOnly<>("map points", this::serve);
  private final NewestOnly<Plot> indexer = new NewestOnly<>("map index", this::makeIndex);
  private final Painter painter;
  private final Consumer<Drawn> receiver;
  private final List<Runnable> whenDrawn = new ArrayList<>();
  private final Exchange exchange = new Exchange();
  private volatile Optional<PointIndex> index = Optional.empty();
  private Optional<PointIndex> known = Optional.empty();
  private Optional<Finished> shown = Optional.empty();
  private Viewport wanted = new Viewport(0, 0, 1, 1, 1);
  private Optional<Wish> newest = Optional.empty();
  private long asked;

  /// @param painter draws, on the layer's own thread
  /// @param receiver told of each picture when it is shown, and once more when an index of its points is there
  PointLayer(Painter painter, Consumer<Drawn> receiver) {
    this.painter = painter;
    this.receiver = receiver;
    view.setManaged(false);
    view.setMouseTransparent(true);
    view.setSmooth(false);
    view.getTransforms().addAll(moved, stretched);
  }

  /// Draws with a raster.
  static PointLayer drawing(Consumer<Drawn> receiver) {
    PointRaster raster = new PointRaster();
    return new PointLayer(
        (plot, raw, picture) -> raster.draw(plot, raw, picture, Cancellation.never()), receiver);
  }

  ImageView view() {
    return view;
  }

  /// Wishes for a picture; returns at once.
  ///
  /// @param outputScale device pixels per layout pixel
  void ask(Plot plot, Viewport viewport, double outputScale) {
    ask(plot, viewport, outputScale, Question.places());
  }

  /// The same, with a question that is answered with the picture. What was wished for last is not drawn again.
  void ask(Plot plot, Viewport viewport, double outputScale, Question question) {
    Wish wish = new Wish(asked, plot, viewport, outputScale, question);
    if (newest.equals(Optional.of(wish))) {
      return;
    }
    asked++;
    newest = Optional.of(wish.numbered(asked));
    newest.ifPresent(worker::ask);
    wanted = viewport;
    follow(viewport);
  }

  /// Puts the picture that is shown where this viewport has its points.
  private void follow(Viewport viewport) {
    Viewport drawn = shown.map(Finished::wish).map(Wish::viewport).orElse(viewport);
    double scale = viewport.scale() / drawn.scale();
    stretched.setX(scale);
    stretched.setY(scale);
    moved.setX(viewport.screenX(drawn.planeX(0)));
    moved.setY(viewport.screenY(drawn.planeY(0)));
  }

  /// Runs `action` on the FX thread when the newest wish is on the screen, with the index it asked for: at once, or later.
  void whenDrawn(Runnable action) {
    whenDrawn.add(action);
    runIfDrawn();
  }

  private void runIfDrawn() {
    boolean drawn =
        shown.isEmpty()
            ? asked == 0
            : shown.get().wish().number() == asked && shown.get().isWhole();
    if (drawn) {
      List<Runnable> actions = List.copyOf(whenDrawn);
      whenDrawn.clear();
      actions.forEach(Runnable::run);
    }
  }

  /// On the layer's own thread.
  private void serve(Wish wish) {
    try {
      draw(wish);
    } catch (RuntimeException | Error e) {
      // So that the next wish is served, also when it is the same.
      FxBridge.run(() -> newest = Optional.empty());
      throw e;
    }
  }

  private void draw(Wish wish) {
    RasterView raw = wish.raw();
    Picture picture = exchange.idle(raw);
    // Whatever moves the points has all cores.
    RasterResult result =
        wish.question().asksForPlaces()
            ? painter.paint(wish.plot(), raw, picture.drawn)
            : Fork.inTurn(() -> painter.paint(wish.plot(), raw, picture.drawn));
    Optional<PointIndex> made = index.filter(each -> each.layout() == wish.plot().layout());
    Drawn drawn =
        new Drawn(
            result, wish.plot(), made, wish.question(), wish.question().answer(wish.plot(), made));
    Finished finished = new Finished(picture, wish, drawn);
    if (exchange.offer(finished)) {
      FxBridge.run(this::take);
    }
    if (!finished.isWhole()) {
      indexer.ask(wish.plot());
    }
  }

  /// On a thread of its own. One that is there serves as long as the points stand still.
  private void makeIndex(Plot plot) {
    if (index.stream().noneMatch(each -> each.layout() == plot.layout())) {
      PointIndex made = PointIndex.of(plot.layout(), plot.count(), Cancellation.never());
      index = Optional.of(made);
      FxBridge.run(() -> takeIndex(made));
    }
  }

  private void takeIndex(PointIndex made) {
    known = Optional.of(made);
    shown.filter(each -> each.drawn().index().isEmpty()).ifPresent(this::tell);
  }

  /// Tells of what is shown, with the index of it when there is one by now.
  private void tell(Finished newest) {
    Drawn drawn = newest.drawn();
    Optional<PointIndex> found =
        drawn.index().or(() -> known.filter(each -> each.layout() == drawn.positions()));
    Finished whole = new Finished(newest.picture(), newest.wish(), drawn.with(found));
    shown = Optional.of(whole);
    receiver.accept(whole.drawn());
    runIfDrawn();
  }

  private void take() {
    Finished newest = exchange.take();
    Picture picture = newest.picture();
    view.setImage(picture.image());
    picture.buffer().updateBuffer(all -> null);
    view.setFitWidth(picture.drawn.width() / newest.wish().outputScale());
    view.setFitHeight(picture.drawn.height() / newest.wish().outputScale());
    shown = Optional.of(newest);
    follow(wanted);
    tell(newest);
  }

  /// What draws.
  @FunctionalInterface
  interface Painter {
    RasterResult paint(Plot plot, RasterView raw, RasterPicture picture);
  }

  /// A picture that is shown now.
  ///
  /// @param plot it was drawn from
  /// @param index of its points, empty while it is being made and while they move
  /// @param question that came with the wish
  /// @param nearest the rows it asked for
  record Drawn(
      RasterResult result,
      Plot plot,
      Optional<PointIndex> index,
      Question question,
      List<Integer> nearest) {
    PlanarLayout positions() {
      return plot.layout();
    }

    private Drawn with(Optional<PointIndex> found) {
      return new Drawn(result, plot, found, question, nearest);
    }

    /// In the order of rows.
    List<Integer> nearestBesides(List<Integer> known) {
      Set<Integer> others = new HashSet<>(nearest);
      known.forEach(others::remove);
      return others.stream().sorted().toList();
    }

    /// Whether these are the rows that such a question about these positions asks for.
    boolean answers(Question same, PlanarLayout asked) {
      return positions() == asked && question.row == same.row && question.wanted == same.wanted;
    }
  }

  /// What is asked of a picture: whether points will be looked for by their place, and which rows are nearest to a row.
  ///
  /// @param row one of the picture, or beyond them for none
  /// @param wanted how many
  record Question(boolean asksForPlaces, int row, int wanted) {
    /// For points by their place only.
    static Question places() {
      return new Question(true, 0, 0);
    }

    private List<Integer> answer(Plot plot, Optional<PointIndex> index) {
      PointSearch search =
          index.isPresent() ? index.get() : new PlaneScan(plot.layout(), plot.count());
      return search.nearestTo(row, wanted);
    }
  }

  private record Wish(
      long number, Plot plot, Viewport viewport, double outputScale, Question question) {
    Wish numbered(long next) {
      return new Wish(next, plot, viewport, outputScale, question);
    }

    RasterView raw() {
      double scale = viewport.scale() * outputScale;
      return new RasterView(
          scale,
          viewport.screenX(0) * outputScale,
          viewport.screenY(0) * outputScale,
          side(viewport.width()),
          side(viewport.height()));
    }

    private int side(double length) {
      return (int) Math.clamp(Math.ceil(length * outputScale), 1, RasterView.LONGEST_SIDE);
    }
  }

  private record Finished(Picture picture, Wish wish, Drawn drawn) {
    /// Whether it has an index where one was asked for.
    boolean isWhole() {
      return drawn.index().isPresent() || !wish.question().asksForPlaces();
    }
  }

  /// Three pictures: one on the screen, one finished, one being drawn. Safe for use from both threads.
  private static final class Exchange {
    private final List<Picture> pictures = new ArrayList<>();
    private @Nullable Picture onScreen;
    private @Nullable Finished ready;

    /// A picture that is neither on the screen nor waiting to be.
    synchronized Picture idle(RasterView view) {
      Picture waiting = ready == null ? null : ready.picture();
      pictures.removeIf(
          picture -> picture != onScreen && picture != waiting && !picture.drawn.fits(view));
      for (Picture picture : pictures) {
        if (picture != onScreen && picture != waiting) {
          return picture;
        }
      }
      Picture made = new Picture(view.width(), view.height());
      pictures.add(made);
      return made;
    }

    /// Returns whether nobody has been called yet to take one.
    synchronized boolean offer(Finished finished) {
      boolean first = ready == null;
      ready = finished;
      return first;
    }

    synchronized Finished take() {
      Finished newest = java.util.Objects.requireNonNull(ready);
      ready = null;
      onScreen = newest.picture();
      return newest;
    }
  }

  /// Pixels, and what shows them, which is made on the FX thread.
  private static final class Picture {
    private final RasterPicture drawn;
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private @Nullable WritableImage image;

    Picture(int width, int height) {
      drawn = new RasterPicture(width, height);
    }

    PixelBuffer<IntBuffer> buffer() {
      if (buffer == null) {
        buffer =
            new PixelBuffer<>(
                drawn.width(),
                drawn.height(),
                IntBuffer.wrap(drawn.pixels()),
                PixelFormat.getIntArgbPreInstance());
      }
      return buffer;
    }

    WritableImage image() {
      if (image == null) {
        image = new WritableImage(buffer());
      }
      return image;
    }
  }
}
