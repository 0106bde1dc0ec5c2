package io.semascope.ui.map.label;

import io.semascope.text.LongName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How much of a name is written, and how wide it is. FX thread only.
public final class LabelText {
  private static final int REMEMBERED_WIDTHS = 5_000;

  /// In characters, longest first: the whole of nearly every title, what a map has room for, and what tells most texts from each other.
  private static final int[] LENGTHS = {52, 34, 22};

  private final Text measure = new Text();
  private final Map<String, Double> widths = new HashMap<>();

  public LabelText(Font font) {
    measure.setFont(font);
  }

  /// The name as it may be written, longest first, each once.
  ///
  /// @param ending what follows it whatever its length
  public List<Sized> lengths(String name, String ending) {
    LongName whole = new LongName(name);
    return IntStream.of(LENGTHS)
        .mapToObj(length -> sized(whole.cut(length) + ending))
        .distinct()
        .toList();
  }

  /// The name as it is written where others are not pushed aside for it.
  public Sized usual(String name) {
    return sized(new LongName(name).cut(LENGTHS[1]));
  }

  private Sized sized(String text) {
    if (widths.size() > REMEMBERED_WIDTHS) {
      widths.clear();
    }
    return new Sized(
        text,
        widths.computeIfAbsent(
            text,
            label -> {
              measure.setText(label);
              return measure.getLayoutBounds().getWidth();
            }));
  }

  /// A text with its width in pixels.
  public record Sized(String text, double width) {}
}
