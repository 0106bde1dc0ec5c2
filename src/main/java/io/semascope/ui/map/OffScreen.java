package io.semascope.ui.map;

import io.semascope.raster.DrawingScreen;
import io.semascope.raster.Plot;
import io.semascope.raster.RasterView;
import io.semascope.raster.stamp.PointStyle;
import io.semascope.ui.state.FxBridge;
import java.nio.IntBuffer;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;

/// Renders scenes that are never shown, to time what the toolkit does with a map. The toolkit runs; used by one thread, which is not the FX thread.
public final class OffScreen implements DrawingScreen {
  private PixelBuffer<IntBuffer> buffer = buffer(new int[1], 1, 1);
  private WritableImage target = new WritableImage(1, 1);
  private Scene scene = new Scene(new Pane());

  private static PixelBuffer<IntBuffer> buffer(int[] pixels, int width, int height) {
    return new PixelBuffer<>(
        width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
  }

  /// The same pixels are shown frame after frame, so that the toolkit keeps its picture of them, pixel by pixel as `PointLayer` shows them.
  @Override
  @SuppressWarnings("ReferenceEquality")
  public void show(RasterView view, int[] pixels) {
    onFx(
        () -> {
          if (buffer.getBuffer().array() != pixels) {
            buffer = buffer(pixels, view.width(), view.height());
            ImageView shown = new ImageView(new WritableImage(buffer));
            shown.setSmooth(false);
            scene = new Scene(new Pane(shown), view.width(), view.height());
          }
          buffer.updateBuffer(all -> null);
          render(scene, view);
        });
  }

  @Override
  public void fillOvals(Plot plot, RasterView view) {
    onFx(
        () -> {
          Canvas canvas = new Canvas(view.width(), view.height());
          GraphicsContext g = canvas.getGraphicsContext2D();
          int kind = -1;
          for (int row = 0; row < plot.count(); row++) {
            PointStyle style = plot.look().styles().get(plot.kinds().kind(row));
            if (plot.kinds().kind(row) != kind) {
              kind = plot.kinds().kind(row);
              g.setFill(
                  Color.rgb(style.rgb() >> 16, style.rgb() >> 8 & 255, style.rgb() & 255, 0.88));
            }
            double radius = style.radius();
            g.fillOval(
                view.originX() + plot.layout().x(row) * view.scale() - radius,
                view.originY() - plot.layout().y(row) * view.scale() - radius,
                2 * radius,
                2 * radius);
          }
          render(new Scene(new Pane(canvas), view.width(), view.height()), view);
        });
  }

  private void render(Scene picture, RasterView view) {
    if (target.getWidth() != view.width() || target.getHeight() != view.height()) {
      target = new WritableImage(view.width(), view.height());
    }
    picture.snapshot(target);
  }

  private static void onFx(Runnable action) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    FxBridge.run(
        () -> {
          try {
            action.run();
            done.complete(true);
          } catch (RuntimeException e) {
            done.completeExceptionally(e);
          }
        });
    done.join();
  }
}
