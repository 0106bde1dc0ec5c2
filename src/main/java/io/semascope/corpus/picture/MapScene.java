package io.semascope.corpus.picture;

import io.semascope.corpus.picture.CategoryPalette.Entry;
import io.semascope.text.LongName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// A map laid out on a page: where every mark and every word goes, whatever draws them. Lengths in pixels, origin at the top left.
///
/// Both axes have one scale, so distances can be compared in every direction. Labels are placed greedily, points in the emptiest places first, at the first
/// of four sides where they meet no other label, hide no other point and stay in the frame; a label without room is left out, and the caption says how many stand.
///
/// @param frame around the points
/// @param marks the points in the order of the rows
/// @param words title, legend, labels and caption
record MapScene(int width, int height, Box frame, List<Mark> marks, List<Words> words) {
  static final int TITLE_SIZE = 20;
  static final int TEXT_SIZE = 12;
  static final int LABEL_SIZE = 11;
  private static final int MARGIN = 24;
  private static final int GAP = 4;
  private static final int LINE_HEIGHT = 18;
  private static final int MOST_LABELS = 80;
  private static final int MOST_TRIED = 2000;
  private static final int LONGEST_LABEL_CHARS = 28;
  private static final int INK = 0x222222;
  private static final int FAINT = 0x555555;

  /// How wide a text is in a size, in pixels.
  interface Measure {
    double width(String text, int size);
  }

  record Box(double x, double y, double width, double height) {
    boolean meets(Box other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }

    /// The same with so many pixels more on its left and its right.
    Box wider(double by) {
      return new Box(x - by, y, width + 2 * by, height);
    }

    boolean holds(Box other) {
      return x <= other.x
          && y <= other.y
          && other.x + other.width <= x + width
          && other.y + other.height <= y + height;
    }
  }

  /// @param row of the layout, −1 in the legend
  record Mark(int row, double x, double y, double radius, Entry entry) {}

  /// @param box around the text; its lower edge less a quarter of its height is the baseline
  record Words(Role role, String text, Box box, int size, int rgb) {
    double baseline() {
      return box.y() + box.height() * 0.77;
    }
  }

  enum Role {
    TITLE,
    CAPTION,
    LEGEND,
    LABEL
  }

  static MapScene of(MapPicture picture, int width, int height, Measure measure) {
    return new Composer(picture, width, height, measure).compose();
  }

  private static final class Composer {
    private final MapPicture picture;
    private final int width;
    private final int height;
    private final Measure measure;
    private final CategoryPalette palette;
    private final List<Mark> marks = new ArrayList<>();
    private final List<Mark> legendMarks = new ArrayList<>();
    private final List<Words> words = new ArrayList<>();

    Composer(MapPicture picture, int width, int height, Measure measure) {
      this.picture = picture;
      this.width = width;
      this.height = height;
      this.measure = measure;
      this.palette = CategoryPalette.of(picture.categories());
    }

    MapScene compose() {
      double top = MARGIN;
      if (!picture.title().isBlank()) {
        String title = shortened(picture.title(), TITLE_SIZE, width - 2 * MARGIN);
        add(Role.TITLE, title, new Point(MARGIN, top), TITLE_SIZE);
        top += 34;
      }
      double right = width - MARGIN - addLegend(top);
      List<String> caption = lines(picture.caption());
      double bottom = height - MARGIN - (caption.size() + 1) * LINE_HEIGHT;
      Box frame =
          new Box(MARGIN, top, Math.max(40, right - MARGIN), Math.max(40, bottom - top - GAP));
      placeMarks(frame);
      int labels = placeLabels(frame);
      List<String> below = new ArrayList<>(caption);
      below.add(labelNote(labels));
      for (int i = 0; i < below.size(); i++) {
        add(Role.CAPTION, below.get(i), new Point(MARGIN, bottom + i * LINE_HEIGHT), TEXT_SIZE);
      }
      marks.addAll(legendMarks);
      return new MapScene(width, height, frame, List.copyOf(marks), List.copyOf(words));
    }

    private String labelNote(int labels) {
      long wanted = picture.labels().stream().filter(label -> !label.isBlank()).count();
      return labels < wanted
          ? String.format(Locale.ROOT, "%,d of %,d labels found room.", labels, wanted)
          : "";
    }

    private void add(Role role, String text, Point at, int size) {
      if (!text.isEmpty()) {
        Box box = new Box(at.x(), at.y(), measure.width(text, size), size * 1.3);
        words.add(new Words(role, text, box, size, role == Role.CAPTION ? FAINT : INK));
      }
    }

    /// Draws the legend at the right and gives its width; 0 when no row has a category.
    private double addLegend(double top) {
      boolean useless =
          palette.entries().stream().noneMatch(e -> e.kind() == CategoryPalette.Kind.CATEGORY);
      if (useless) {
        return 0;
      }
      int room = Math.max(1, (int) ((height - top - 3 * MARGIN) / LINE_HEIGHT));
      List<String> texts = new ArrayList<>();
      for (Entry entry : palette.entries()) {
        String count = String.format(Locale.ROOT, " (%,d)", entry.count());
        texts.add(shortened(entry.name(), TEXT_SIZE, width / 4.0) + count);
      }
      boolean tooMany = texts.size() > room;
      if (tooMany) {
        int hidden = texts.size() - room + 1;
        texts.subList(room - 1, texts.size()).clear();
        texts.add("and " + hidden + " more");
      }
      double widest =
          texts.stream().mapToDouble(text -> measure.width(text, TEXT_SIZE)).max().orElse(0);
      double left = width - MARGIN - widest;
      for (int i = 0; i < texts.size(); i++) {
        double y = top + i * LINE_HEIGHT;
        add(Role.LEGEND, texts.get(i), new Point(left, y), TEXT_SIZE);
        if (!tooMany || i < texts.size() - 1) {
          legendMarks.add(
              new Mark(-1, left - 12, y + TEXT_SIZE * 0.65, 5, palette.entries().get(i)));
        }
      }
      return widest + 32;
    }

    private void placeMarks(Box frame) {
      int count = picture.layout().count();
      double radius = Math.clamp(70 / Math.sqrt(Math.max(1, count)), 1.6, 5);
      Extent across = Extent.of(IntStream.range(0, count).mapToDouble(picture.layout()::x));
      Extent down = Extent.of(IntStream.range(0, count).mapToDouble(picture.layout()::y));
      double room = 2 * (radius + GAP);
      double scale =
          Math.min(
              (frame.width() - room) / across.length(), (frame.height() - room) / down.length());
      for (int row = 0; row < count; row++) {
        double x = (picture.layout().x(row) - across.middle()) * scale;
        double y = (picture.layout().y(row) - down.middle()) * scale;
        marks.add(
            new Mark(
                row,
                frame.x() + frame.width() / 2 + x,
                frame.y() + frame.height() / 2 - y,
                radius,
                palette.entry(picture.categories().get(row))));
      }
    }

    private int placeLabels(Box frame) {
      List<Box> taken = new ArrayList<>();
      for (Mark mark : byEmptiness(frame).stream().limit(MOST_TRIED).toList()) {
        String label = picture.labels().get(mark.row()).strip();
        if (label.isEmpty() || taken.size() == MOST_LABELS) {
          continue;
        }
        String text = shortened(label, LABEL_SIZE, LONGEST_LABEL_CHARS * LABEL_SIZE * 0.6);
        double wide = measure.width(text, LABEL_SIZE);
        double tall = LABEL_SIZE * 1.3;
        double off = mark.radius() + GAP / 2.0;
        List<Box> sides =
            List.of(
                new Box(mark.x() + off, mark.y() - tall / 2, wide, tall),
                new Box(mark.x() - off - wide, mark.y() - tall / 2, wide, tall),
                new Box(mark.x() - wide / 2, mark.y() - off - tall, wide, tall),
                new Box(mark.x() - wide / 2, mark.y() + off, wide, tall));
        sides.stream()
            .filter(side -> frame.holds(side) && taken.stream().noneMatch(side::meets))
            .filter(side -> hidesNoOther(side, mark))
            .findFirst()
            .ifPresent(
                side -> {
                  taken.add(side.wider(GAP));
                  words.add(new Words(Role.LABEL, text, side, LABEL_SIZE, INK));
                });
      }
      return taken.size();
    }

    private boolean hidesNoOther(Box label, Mark own) {
      double r = own.radius();
      for (Mark mark : marks) {
        if (mark.row() != own.row()
            && label.meets(new Box(mark.x() - r, mark.y() - r, 2 * r, 2 * r))) {
          return false;
        }
      }
      return true;
    }

    /// The points, those first that share their cell of the frame with the fewest others.
    private List<Mark> byEmptiness(Box frame) {
      int cells = 24;
      int[] crowd = new int[cells * cells];
      for (Mark mark : marks) {
        crowd[cell(mark, frame, cells)]++;
      }
      return marks.stream()
          .sorted(Comparator.comparingInt((Mark mark) -> crowd[cell(mark, frame, cells)]))
          .toList();
    }

    private static int cell(Mark mark, Box frame, int cells) {
      int column = (int) Math.clamp((mark.x() - frame.x()) / frame.width() * cells, 0, cells - 1);
      int line = (int) Math.clamp((mark.y() - frame.y()) / frame.height() * cells, 0, cells - 1);
      return line * cells + column;
    }

    private List<String> lines(String text) {
      List<String> lines = new ArrayList<>();
      StringBuilder line = new StringBuilder();
      for (String word : text.strip().split("\\s+")) {
        String longer = line.isEmpty() ? word : line + " " + word;
        if (!line.isEmpty() && measure.width(longer, TEXT_SIZE) > width - 2 * MARGIN) {
          lines.add(line.toString());
          line.setLength(0);
          longer = word;
        }
        line.setLength(0);
        line.append(longer);
      }
      lines.add(line.toString());
      return lines;
    }

    private String shortened(String text, int size, double widest) {
      String line = text.replaceAll("\\s+", " ").strip();
      return new LongName(line).cut(shorter -> measure.width(shorter, size) <= widest);
    }
  }

  private record Point(double x, double y) {}

  private record Extent(double least, double most) {
    static Extent of(java.util.stream.DoubleStream values) {
      var summary = values.summaryStatistics();
      return summary.getCount() == 0
          ? new Extent(0, 0)
          : new Extent(summary.getMin(), summary.getMax());
    }

    double middle() {
      return (least + most) / 2;
    }

    /// Never 0, so that a single point has a scale too.
    double length() {
      return most > least ? most - least : 1;
    }
  }
}
