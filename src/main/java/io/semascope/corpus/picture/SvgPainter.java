package io.semascope.corpus.picture;

import io.semascope.corpus.picture.MapScene.Mark;
import io.semascope.corpus.picture.MapScene.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes a scene as SVG 1.1.
final class SvgPainter {
  private static final double LATIN_WIDTH = 0.62;
  private static final double WIDE_WIDTH = 1.05;
  private static final int FIRST_WIDE = 0x1100;
  private final MapPicture picture;

  SvgPainter(MapPicture picture) {
    this.picture = picture;
  }

  /// A generous guess, because only the reader's machine knows the font: more than an average sans-serif needs.
  static double estimatedWidth(String text, int size) {
    return size
        * text.codePoints().mapToDouble(c -> c < FIRST_WIDE ? LATIN_WIDTH : WIDE_WIDTH).sum();
  }

  void paint(MapScene scene, OutputStream out) throws IOException {
    Writer svg = new OutputStreamWriter(out, StandardCharsets.UTF_8.newEncoder());
    svg.write(
        format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0"
                + " %1$d %2$d\" role=\"img\" aria-labelledby=\"title description\""
                + " font-family=\"sans-serif\">\n",
            scene.width(), scene.height()));
    svg.write("<title id=\"title\">" + escape(picture.title()) + "</title>\n");
    svg.write("<desc id=\"description\">" + escape(picture.caption()) + "</desc>\n");
    svg.write("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    MapScene.Box frame = scene.frame();
    svg.write(
        format(
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"none\""
                + " stroke=\"#dddddd\"/>\n",
            frame.x(), frame.y(), frame.width(), frame.height()));
    svg.write("<g stroke=\"#ffffff\" stroke-width=\"0.6\">\n");
    for (Mark mark : scene.marks()) {
      svg.write(mark(mark));
    }
    svg.write("</g>\n");
    for (Words words : scene.words()) {
      svg.write(text(words));
    }
    svg.write("</svg>\n");
    svg.flush();
  }

  private String mark(Mark mark) {
    String fill = format("fill=\"#%06x\"", mark.entry().rgb());
    String tooltip = mark.row() < 0 ? "" : "<title>" + escape(tooltip(mark.row())) + "</title>";
    return switch (mark.entry().shape()) {
      case DISC ->
          format("<circle cx=\"%.2f\" cy=\"%.2f\" r=\"%.2f\" ", mark.x(), mark.y(), mark.radius())
              + fill
              + ">"
              + tooltip
              + "</circle>\n";
      case SQUARE, TRIANGLE, DIAMOND ->
          "<polygon points=\"" + points(mark) + "\" " + fill + ">" + tooltip + "</polygon>\n";
    };
  }

  private static String points(Mark mark) {
    return Corners.of(mark).points().stream()
        .map(corner -> format("%.2f,%.2f", corner.x(), corner.y()))
        .collect(Collectors.joining(" "));
  }

  private String tooltip(int row) {
    String label = picture.labels().get(row);
    return label.isBlank() ? picture.ids().get(row) : label;
  }

  private static String text(Words words) {
    String rim =
        words.role() == MapScene.Role.LABEL
            ? " stroke=\"#ffffff\" stroke-width=\"2.5\" stroke-linejoin=\"round\""
                + " paint-order=\"stroke\""
            : "";
    String weight = words.role() == MapScene.Role.TITLE ? " font-weight=\"bold\"" : "";
    return format(
            "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%d\" fill=\"#%06x\"",
            words.box().x(), words.baseline(), words.size(), words.rgb())
        + weight
        + rim
        + ">"
        + escape(words.text())
        + "</text>\n";
  }

  /// Text as XML 1.0 takes it; characters it has no way to say become U+FFFD.
  static String escape(String text) {
    StringBuilder xml = new StringBuilder(text.length());
    text.codePoints().forEach(c -> xml.append(escape(c)));
    return xml.toString();
  }

  private static String escape(int codePoint) {
    boolean allowed =
        codePoint == '\t'
            || codePoint == '\n'
            || codePoint == '\r'
            || (codePoint >= 0x20 && codePoint <= 0xD7FF)
            || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
            || codePoint >= 0x10000;
    return switch (codePoint) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\r' -> "&#13;";
      default -> allowed ? Character.toString(codePoint) : "\uFFFD";
    };
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
