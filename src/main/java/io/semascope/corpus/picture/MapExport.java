package io.semascope.corpus.picture;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.semascope.corpus.ExportFailed;
import io.semascope.corpus.ExportFile;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Writes a map as a table or a picture. Every method throws `ExportFailed` and leaves an older file untouched.
public final class MapExport {
  /// Smallest and largest side of a picture in pixels.
  public static final int SMALLEST_PIXELS = 200;

  public static final int LARGEST_PIXELS = 16_384;

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  private static final String FORMULA_STARTS = "=+-@\t\r\n";

  private MapExport() {}

  /// Throws `ExportFailed` unless the ending of the name is one that can be written, so that nobody waits for a picture that cannot be kept.
  public static void requireKnownEnding(Path target) {
    if (!List.of("csv", "png", "svg").contains(ending(target))) {
      throw ExportFailed.because(target, "The name ends in none of .csv, .png and .svg.");
    }
  }

  private static String ending(Path target) {
    String name = target.toString().toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /// Writes `.csv`, `.png` or `.svg` after the ending of the name. Width and height in pixels count for pictures.
  public static void write(Path target, MapPicture picture, int width, int height) {
    requireKnownEnding(target);
    switch (ending(target)) {
      case "csv" -> writeCsv(target, picture);
      case "png" -> writePng(target, picture, width, height);
      default -> writeSvg(target, picture, width, height);
    }
  }

  /// Writes `id,x,y,label,category` (RFC 4180, UTF-8, CRLF), one row a point, numbers with a full stop whatever the locale.
  ///
  /// The table is meant for spreadsheets, which take a cell that begins with `=`, `+`, `-`, `@`, a tab or a line break for a formula: an id, label or category that begins so gets
  /// an apostrophe in front, unless it is a number. Files for machines (`.npy`, `.tsv`) keep ids as they are.
  public static void writeCsv(Path target, MapPicture picture) {
    ExportFile.write(
        target,
        out -> {
          var text = new OutputStreamWriter(out, StandardCharsets.UTF_8.newEncoder());
          try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord("id", "x", "y", "label", "category");
            for (int row = 0; row < picture.ids().size(); row++) {
              csv.writeRecord(
                  cell(picture.ids().get(row)),
                  Float.toString(picture.layout().x(row)),
                  Float.toString(picture.layout().y(row)),
                  cell(picture.labels().get(row)),
                  cell(picture.categories().get(row)));
            }
          }
        });
  }

  /// Draws the map on white, anti-aliased.
  public static void writePng(Path target, MapPicture picture, int width, int height) {
    requireSize(target, width, height);
    PngPainter painter = new PngPainter(width, height);
    MapScene scene = MapScene.of(picture, width, height, painter);
    ExportFile.write(target, out -> painter.paint(scene, out));
  }

  /// Draws the map as SVG 1.1 on white, with title and description for screen readers and the label of each point as its tooltip.
  public static void writeSvg(Path target, MapPicture picture, int width, int height) {
    requireSize(target, width, height);
    SvgPainter painter = new SvgPainter(picture);
    MapScene scene = MapScene.of(picture, width, height, SvgPainter::estimatedWidth);
    ExportFile.write(target, out -> painter.paint(scene, out));
  }

  /// A cell no spreadsheet takes for a formula.
  static String cell(String value) {
    boolean formula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
    return formula && !NUMBER.matcher(value).matches() ? "'" + value : value;
  }

  private static void requireSize(Path target, int width, int height) {
    boolean possible =
        Math.min(width, height) >= SMALLEST_PIXELS && Math.max(width, height) <= LARGEST_PIXELS;
    if (!possible) {
      throw ExportFailed.because(
          target,
          "A picture of %,d × %,d pixels cannot be drawn; each side takes %,d to %,d."
              .formatted(width, height, SMALLEST_PIXELS, LARGEST_PIXELS));
    }
  }
}
