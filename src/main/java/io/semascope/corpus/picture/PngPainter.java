package io.semascope.corpus.picture;

import io.semascope.corpus.picture.MapScene.Mark;
import io.semascope.corpus.picture.MapScene.Words;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;

/// Paints a scene into a PNG; needs no display.
final class PngPainter implements MapScene.Measure {
  private static final Color LINE = new Color(0xDDDDDD);
  private final BufferedImage image;
  private final Graphics2D graphics;

  PngPainter(int width, int height) {
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
  }

  @Override
  public double width(String text, int size) {
    return text.isEmpty()
        ? 0
        : new TextLayout(text, font(size), graphics.getFontRenderContext()).getAdvance();
  }

  /// Paints and writes; call it once.
  void paint(MapScene scene, OutputStream out) throws IOException {
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, scene.width(), scene.height());
    graphics.setColor(LINE);
    MapScene.Box frame = scene.frame();
    graphics.draw(new Rectangle2D.Double(frame.x(), frame.y(), frame.width(), frame.height()));
    scene.marks().forEach(this::paint);
    scene.words().forEach(this::paint);
    graphics.dispose();
    if (!ImageIO.write(image, "png", out)) {
      throw new IOException("this Java runtime has no PNG writer");
    }
  }

  private void paint(Mark mark) {
    Shape shape = shape(mark);
    graphics.setColor(new Color(mark.entry().rgb()));
    graphics.fill(shape);
    graphics.setStroke(new BasicStroke(0.6f));
    graphics.setColor(Color.WHITE);
    graphics.draw(shape);
  }

  private static Shape shape(Mark mark) {
    double r = mark.radius();
    return switch (mark.entry().shape()) {
      case DISC -> new Ellipse2D.Double(mark.x() - r, mark.y() - r, 2 * r, 2 * r);
      case SQUARE, TRIANGLE, DIAMOND -> polygon(Corners.of(mark));
    };
  }

  private static Shape polygon(Corners corners) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < corners.points().size(); i++) {
      Corners.Point corner = corners.points().get(i);
      if (i == 0) {
        path.moveTo(corner.x(), corner.y());
      } else {
        path.lineTo(corner.x(), corner.y());
      }
    }
    path.closePath();
    return path;
  }

  private void paint(Words words) {
    float x = (float) words.box().x();
    float y = (float) words.baseline();
    TextLayout layout =
        new TextLayout(words.text(), font(words.size()), graphics.getFontRenderContext());
    if (words.role() == MapScene.Role.LABEL) {
      // A white rim keeps a label readable across points.
      graphics.setColor(Color.WHITE);
      graphics.setStroke(new BasicStroke(2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      graphics.draw(layout.getOutline(java.awt.geom.AffineTransform.getTranslateInstance(x, y)));
    }
    graphics.setColor(new Color(words.rgb()));
    layout.draw(graphics, x, y);
  }

  private static Font font(int size) {
    int style = size == MapScene.TITLE_SIZE ? Font.BOLD : Font.PLAIN;
    return new Font(Font.SANS_SERIF, style, size);
  }
}
