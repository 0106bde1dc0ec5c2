package io.semascope.raster;

import io.semascope.corpus.picture.CategoryPalette.Shape;
import io.semascope.raster.stamp.PointStyle;
import io.semascope.raster.stamp.ShapeStamps;
import java.util.HashMap;
import java.util.Map;

/// The pictures of `PointRaster` as a textbook draws them: one point after the other from behind to before, in double precision, without tiles.
final class PlainRaster {
  private final Map<String, ShapeStamps> stamps = new HashMap<>();
  private final Plot plot;
  private final RasterView view;

  PlainRaster(Plot plot, RasterView view) {
    this.plot = plot;
    this.view = view;
  }

  /// Premultiplied alpha, red, green, blue in 0…255 for each pixel.
  double[] points() {
    double[] picture = new double[4 * view.width() * view.height()];
    for (Layer layer : Layer.values()) {
      for (int row = 0; row < plot.count(); row++) {
        if (layer(row) == layer) {
          point(picture, row, layer);
        }
      }
    }
    return picture;
  }

  private Layer layer(int row) {
    if (plot.emphasis().selected().contains(row)) {
      return Layer.SELECTED;
    }
    return plot.emphasis().dimmed().contains(plot.kinds().kind(row)) ? Layer.DIMMED : Layer.LIT;
  }

  private void point(double[] picture, int row, Layer layer) {
    double x = view.x(plot.layout().x(row));
    double y = view.y(plot.layout().y(row));
    if (!Double.isFinite(x) || !Double.isFinite(y) || Math.abs(x) > 1e6 || Math.abs(y) > 1e6) {
      return;
    }
    PointStyle style = plot.look().styles().get(plot.kinds().kind(row));
    if (layer == Layer.SELECTED) {
      style = style.outlined(1.5, plot.look().background().inkRgb());
    }
    ShapeStamps whole = stamps(style.shape(), style.radius(), 0);
    if (style.edgeRgb() == style.rgb()) {
      stamp(picture, whole, x, y, style.rgb(), layer.opacity);
    } else {
      double inner = Math.max(0.5, style.radius() - style.outline());
      stamp(picture, whole, x, y, style.edgeRgb(), layer.opacity);
      ShapeStamps inside = stamps(style.shape(), inner, whole.half());
      stamp(picture, inside, x, y, style.rgb(), layer.opacity);
    }
  }

  private ShapeStamps stamps(Shape shape, double radius, int half) {
    return stamps.computeIfAbsent(
        shape + " " + radius + " " + half, key -> new ShapeStamps(shape, radius, half));
  }

  private void stamp(
      double[] picture, ShapeStamps stamps, double x, double y, int rgb, int opacity) {
    int middleX = (int) Math.floor(x);
    int middleY = (int) Math.floor(y);
    int phase = (int) ((y - middleY) * 4) * 4 + (int) ((x - middleX) * 4);
    for (int at = 0; at < stamps.size() * stamps.size(); at++) {
      int toX = middleX - stamps.half() + at % stamps.size();
      int toY = middleY - stamps.half() + at / stamps.size();
      if (toX >= 0 && toY >= 0 && toX < view.width() && toY < view.height()) {
        double alpha = (stamps.coverage(phase)[at] & 255) / 255.0 * opacity / 255.0;
        int pixel = 4 * (toY * view.width() + toX);
        picture[pixel] = picture[pixel] * (1 - alpha) + 255 * alpha;
        for (int channel = 1; channel < 4; channel++) {
          int value = rgb >> 24 - 8 * channel & 255;
          picture[pixel + channel] = picture[pixel + channel] * (1 - alpha) + value * alpha;
        }
      }
    }
  }

  /// Points on each pixel.
  double[] counts() {
    return sums()[0];
  }

  private double[][] sums() {
    double[][] sums = new double[4][view.width() * view.height()];
    int[][] weights = {{6, 10, 0}, {3, 12, 1}, {1, 12, 3}, {0, 10, 6}};
    for (int row = 0; row < plot.count(); row++) {
      double x = view.x(plot.layout().x(row));
      double y = view.y(plot.layout().y(row));
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        continue;
      }
      int middleX = (int) Math.floor(x);
      int middleY = (int) Math.floor(y);
      int rgb = plot.look().styles().get(plot.kinds().kind(row)).rgb();
      for (int at = 0; at < 9; at++) {
        int toX = middleX - 1 + at % 3;
        int toY = middleY - 1 + at / 3;
        if (toX >= 0 && toY >= 0 && toX < view.width() && toY < view.height()) {
          double weight =
              weights[(int) ((x - middleX) * 4)][at % 3]
                  * weights[(int) ((y - middleY) * 4)][at / 3]
                  / 256.0;
          int pixel = toY * view.width() + toX;
          sums[0][pixel] += weight;
          for (int channel = 1; channel < 4; channel++) {
            sums[channel][pixel] += weight * (rgb >> 24 - 8 * channel & 255);
          }
        }
      }
    }
    return sums;
  }

  /// As `points`, of the density.
  double[] density() {
    double[][] sums = sums();
    double most = 0;
    for (double count : sums[0]) {
      most = Math.max(most, count);
    }
    DensityShade shade =
        new DensityShade(DensityShade.topFor((float) most), plot.look().background());
    double[] picture = new double[4 * sums[0].length];
    for (int pixel = 0; pixel < sums[0].length; pixel++) {
      double count = sums[0][pixel];
      if (count > 0) {
        int rgb = 0;
        for (int channel = 1; channel < 4; channel++) {
          rgb = rgb << 8 | (int) Math.round(sums[channel][pixel] / count);
        }
        int argb = shade.argb((float) count, rgb);
        for (int channel = 0; channel < 4; channel++) {
          picture[4 * pixel + channel] = argb >>> 24 - 8 * channel & 255;
        }
      }
    }
    return picture;
  }

  /// The largest difference in any channel of any pixel, in levels of 0…255.
  static double farthest(double[] expected, int[] drawn) {
    double farthest = 0;
    for (int i = 0; i < expected.length; i++) {
      int value = drawn[i / 4] >>> 24 - 8 * (i % 4) & 255;
      farthest = Math.max(farthest, Math.abs(value - expected[i]));
    }
    return farthest;
  }
}
