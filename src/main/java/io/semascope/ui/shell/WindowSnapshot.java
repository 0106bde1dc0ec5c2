package io.semascope.ui.shell;

import io.semascope.session.Session;
import io.semascope.session.WindowPainter;
import io.semascope.ui.map.OffScreen;
import io.semascope.ui.state.FxBridge;
import io.semascope.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// Paints the real window into a file: the same panels, fed by the same session, in a scene that is never shown.
public final class WindowSnapshot {
  /// Pulses that panels get to lay themselves out after their last answer.
  private static final int SETTLING_PASSES = 3;

  private WindowSnapshot() {}

  /// Returns when the file is there. The session has a workspace open. Not called on the FX thread.
  public static void paint(Session session, WindowPainter.Picture picture) {
    startToolkit();
    CompletableFuture<BufferedImage> image = new CompletableFuture<>();
    FxBridge.run(
        () -> {
          try {
            begin(session, picture, image);
          } catch (RuntimeException e) {
            image.completeExceptionally(e);
          }
        });
    BufferedImage painted = image.join();
    WindowPainter.keep(picture, png(painted));
  }

  /// Renders pictures that nobody sees. Not called on the FX thread.
  public static OffScreen screen() {
    startToolkit();
    return new OffScreen();
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new AssertionError("memory never refuses a byte", e);
    }
    return bytes.toByteArray();
  }

  private static void startToolkit() {
    try {
      CompletableFuture<Boolean> started = new CompletableFuture<>();
      Platform.startup(() -> started.complete(true));
      started.join();
      Platform.setImplicitExit(false);
    } catch (IllegalStateException running) {
      // Another picture or test started it.
    }
  }

  private static void begin(
      Session session, WindowPainter.Picture picture, CompletableFuture<BufferedImage> image) {
    Theme theme = picture.dark() ? Theme.DARK : Theme.LIGHT;
    Workbench workbench = new Workbench(session, new NoFileChoice(), theme);
    Scene scene = new Scene(workbench.root(), picture.width(), picture.height());
    layOut(scene);
    workbench.drawMapAs(picture.drawing());
    workbench.showOpened(picture.selected(), picture.panel());
    workbench.whenIdle(
        () -> {
          layOut(scene);
          // The list was scrolled while it was higher.
          workbench.bringSelectedIntoView();
          layOut(scene);
          workbench.whenDrawn(() -> take(scene, workbench, image));
        });
  }

  /// The legend may have grown with what the drawing turned out to be, and labels give way to it.
  private static void take(
      Scene scene, Workbench workbench, CompletableFuture<BufferedImage> image) {
    try {
      layOut(scene);
      image.complete(toImage(scene.snapshot(null)));
    } catch (RuntimeException e) {
      image.completeExceptionally(e);
    } finally {
      workbench.stopDrawing();
    }
  }

  private static void layOut(Scene scene) {
    for (int i = 0; i < SETTLING_PASSES; i++) {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
    }
  }

  private static BufferedImage toImage(WritableImage image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage painted = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    painted.setRGB(0, 0, width, height, pixels, 0, width);
    return painted;
  }
}
