package io.semascope.ui.map;

import io.semascope.corpus.picture.CategoryPalette.Shape;
import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// Draws points into pixels of its own, because a canvas takes ten times as long for ten thousand discs. FX thread only.
final class PointRaster {
  private final ImageView view = new ImageView();
  private PixelBuffer<IntBuffer> buffer =
      new PixelBuffer<>(1, 1, IntBuffer.allocate(1), PixelFormat.getIntArgbPreInstance());
  private int width = 1;
  private int height = 1;

  ImageView view() {
    return view;
  }

  /// Makes room for this many device pixels and clears them to transparent.
  ///
  /// @param outputScale device pixels per layout pixel
  void begin(int newWidth, int newHeight, double outputScale) {
    if (newWidth != width || newHeight != height || view.getImage() == null) {
      width = newWidth;
      height = newHeight;
      buffer =
          new PixelBuffer<>(
              width,
              height,
              IntBuffer.allocate(width * height),
              PixelFormat.getIntArgbPreInstance());
      view.setImage(new WritableImage(buffer));
    }
    view.setFitWidth(width / outputScale);
    view.setFitHeight(height / outputScale);
    Arrays.fill(buffer.getBuffer().array(), 0);
  }

  /// Blends one shape over what is there.
  ///
  /// @param x of its centre in device pixels
  /// @param rgb its colour, `0xRRGGBB`
  /// @param opacity in 0…255
  void draw(Stamps stamps, Shape shape, double x, double y, int rgb, int opacity) {
    int size = stamps.size();
    double left = x - size / 2 + 0.5;
    double top = y - size / 2 + 0.5;
    int fromX = (int) Math.floor(left);
    int fromY = (int) Math.floor(top);
    if (fromX <= -size || fromY <= -size || fromX >= width || fromY >= height) {
      return;
    }
    byte[] stamp = stamps.stamp(shape, left - fromX, top - fromY);
    int[] pixels = buffer.getBuffer().array();
    for (int row = Math.max(0, -fromY); row < size && fromY + row < height; row++) {
      int line = (fromY + row) * width;
      for (int column = Math.max(0, -fromX); column < size && fromX + column < width; column++) {
        int alpha = (stamp[row * size + column] & 255) * opacity / 255;
        if (alpha > 0) {
          int at = line + fromX + column;
          pixels[at] = over(pixels[at], rgb, alpha);
        }
      }
    }
  }

  /// Porter & Duff (1984) “over” on premultiplied ARGB.
  private static int over(int below, int rgb, int alpha) {
    int rest = 255 - alpha;
    int a = alpha + (below >>> 24) * rest / 255;
    int r = ((rgb >> 16 & 255) * alpha + (below >> 16 & 255) * rest) / 255;
    int g = ((rgb >> 8 & 255) * alpha + (below >> 8 & 255) * rest) / 255;
    int b = ((rgb & 255) * alpha + (below & 255) * rest) / 255;
    return a << 24 | r << 16 | g << 8 | b;
  }

  /// Shows what was drawn.
  void end() {
    buffer.updateBuffer(all -> null);
  }
}
