package io.semascope.session;

import io.semascope.corpus.ExportFile;
import io.semascope.raster.DrawingMode;
import io.semascope.raster.DrawingScreen;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Paints the real window into a file without showing it.
@FunctionalInterface
public interface WindowPainter {
  /// Below this the panels have no room beside each other and the window would be cut off at its edges; in pixels.
  int SMALLEST_WIDTH = 900;

  /// Below this lists show no whole row; in pixels.
  int SMALLEST_HEIGHT = 600;

  /// Writes a PNG and returns when it is there.
  void paint(Session session, Picture picture);

  /// Renders pictures that nobody sees, for measuring; empty without a toolkit.
  default Optional<DrawingScreen> screen() {
    return Optional.empty();
  }

  /// Puts a finished PNG where the picture is wanted, whole or not at all.
  static void keep(Picture picture, byte[] png) {
    ExportFile.write(picture.out(), out -> out.write(png));
  }

  /// What the picture shows.
  ///
  /// @param width in pixels, at least `SMALLEST_WIDTH` for a window that is whole
  /// @param height in pixels, at least `SMALLEST_HEIGHT` for a window that is whole
  /// @param selected ids of the selected units; none for the window's own choice
  /// @param dark whether the dark theme is used
  /// @param panel the word of the panel brought to the front, empty for the usual one
  /// @param drawing points, density, or whichever suits their number
  /// @param out the file to write
  record Picture(
      int width,
      int height,
      List<String> selected,
      boolean dark,
      String panel,
      DrawingMode drawing,
      Path out) {
    public Picture {
      selected = List.copyOf(selected);
    }
  }
}
