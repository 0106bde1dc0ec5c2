package io.semascope.ui.theme;

import io.semascope.corpus.picture.CategoryPalette;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;

/// Gives every category of the window the colour and shape that exported maps give it. Immutable.
public final class CategoryColours {
  private final CategoryPalette palette;
  private final List<CategoryPalette.Entry> entries;
  private final Map<CategoryPalette.Entry, Integer> index = new HashMap<>();

  private CategoryColours(CategoryPalette palette) {
    this.palette = palette;
    this.entries = palette.entries();
    for (int i = 0; i < entries.size(); i++) {
      index.put(entries.get(i), i);
    }
  }

  /// @param categories one entry for every text; empty for a text without a category
  public static CategoryColours of(List<String> categories) {
    return new CategoryColours(CategoryPalette.of(categories));
  }

  /// What the legend lists, most frequent first.
  public List<String> names() {
    return entries.stream().map(CategoryPalette.Entry::name).toList();
  }

  /// The legend entry of a category, from 0; −1 for a category that was not given to `of`.
  public int indexOf(String category) {
    return category.isEmpty() ? missing() : index.getOrDefault(palette.entry(category), -1);
  }

  private int missing() {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).kind() == CategoryPalette.Kind.MISSING) {
        return i;
      }
    }
    return -1;
  }

  /// The colour of a legend entry, `0xRRGGBB`; grey for −1.
  public int rgb(int entry, boolean dark) {
    if (entry < 0 || entry >= entries.size()) {
      return 0x808080;
    }
    return dark ? entries.get(entry).rgbOnDark() : entries.get(entry).rgb();
  }

  /// The colour of a legend entry; grey for −1.
  public Color colour(int entry, boolean dark) {
    int rgb = rgb(entry, dark);
    return Color.rgb(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
  }

  /// The shape of a legend entry.
  public CategoryPalette.Shape shape(int entry) {
    return entry < 0 || entry >= entries.size()
        ? CategoryPalette.Shape.DISC
        : entries.get(entry).shape();
  }
}
