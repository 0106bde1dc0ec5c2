package io.semascope.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// The JavaFX toolkit for tests: started once in a JVM, no window is shown. Call it from the test's thread, or from the FX thread.
public final class FxToolkit {
  private static boolean started;

  private FxToolkit() {}

  /// Starts the toolkit when it does not run yet.
  public static synchronized void start() {
    if (started) {
      return;
    }
    CountDownLatch up = new CountDownLatch(1);
    try {
      Platform.startup(up::countDown);
      up.await();
    } catch (IllegalStateException runsAlready) {
      // Somebody else in this JVM started it: just as good.
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the toolkit started", interrupted);
    }
    Platform.setImplicitExit(false);
    started = true;
  }

  /// Runs `action` on the FX thread and gives its result; what it throws is thrown here, so that a failed assertion fails the test.
  public static <T extends @Nullable Object> T call(Callable<T> action) {
    start();
    FutureTask<T> task = new FutureTask<>(action);
    if (Platform.isFxApplicationThread()) {
      task.run();
    } else {
      Platform.runLater(task);
    }
    try {
      return task.get();
    } catch (ExecutionException failed) {
      throw asUnchecked(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the FX thread", interrupted);
    }
  }

  /// Runs `action` on the FX thread and waits for it.
  public static void run(Runnable action) {
    FxToolkit.<@Nullable Void>call(
        () -> {
          action.run();
          return null;
        });
  }

  /// Waits until everything that was sent to the FX thread before has run.
  public static void settle() {
    run(() -> {});
  }

  /// What `root` looks like at this size, in pixels, after CSS and layout. The root may be drawn again, at another size too.
  public static BufferedImage snapshot(Parent root, int width, int height) {
    return call(
        () -> {
          Scene scene = sceneOf(root, width, height);
          return toBufferedImage(scene.snapshot(new WritableImage(width, height)));
        });
  }

  /// Writes a PNG and makes the folders it needs.
  public static void writePng(BufferedImage image, Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      if (!ImageIO.write(image, "png", file.toFile())) {
        throw new IOException("no PNG writer for this image");
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Scene sceneOf(Parent root, int width, int height) {
    Scene before = root.getScene();
    if (before != null && before.getRoot().equals(root)) {
      if (before.getWidth() == width && before.getHeight() == height) {
        return before;
      }
      before.setRoot(new Group());
    }
    return new Scene(root, width, height);
  }

  private static BufferedImage toBufferedImage(WritableImage image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    PixelReader pixels = image.getPixelReader();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        copy.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    return copy;
  }

  private static RuntimeException asUnchecked(ExecutionException failed) {
    Throwable cause = failed.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(cause);
  }
}
