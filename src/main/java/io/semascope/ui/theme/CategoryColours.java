package io.semascope.ui.theme;

import io.semascope.corpus.picture.CategoryPalette;
import io.semascope.session.filter.NameChoice;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.paint.Color;

/// Gives every category of the window the colour and shape that exported maps give it. Immutable.
public final class CategoryColours {
  private final CategoryPalette palette;
  private final List<CategoryPalette.Entry> entries;
  private final int[][] edges;
  private final Map<CategoryPalette.Entry, Integer> index = new HashMap<>();

  private CategoryColours(CategoryPalette palette) {
    this.palette = palette;
    this.entries = palette.entries();
    for (int i = 0; i < entries.size(); i++) {
      index.put(entries.get(i), i);
    }
    this.edges = new int[][] {edges(entries, false), edges(entries, true)};
  }

  private static int[] edges(List<CategoryPalette.Entry> entries, boolean dark) {
    return entries.stream().mapToInt(entry -> entry.edge(dark)).toArray();
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

  /// The categories that are left when some legend entries are hidden. Those too rare for a colour of their own go together.
  public NameChoice without(Set<Integer> hidden) {
    Set<String> left = new HashSet<>();
    Set<String> gone = new HashSet<>();
    boolean othersGone = false;
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).kind() == CategoryPalette.Kind.OTHER) {
        othersGone = hidden.contains(i);
      } else {
        (hidden.contains(i) ? gone : left).add(entries.get(i).category());
      }
    }
    return othersGone ? NameChoice.only(left) : NameChoice.except(gone);
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

  /// The colour of a legend entry's outline, `0xRRGGBB`; the same as its colour where that stands out by itself.
  public int edgeRgb(int entry, boolean dark) {
    return entry < 0 || entry >= entries.size() ? 0x808080 : edges[dark ? 1 : 0][entry];
  }

  /// The mark of a legend entry; a grey disc for −1.
  public CategorySymbol symbol(int entry, boolean dark) {
    return new CategorySymbol(shape(entry), colour(rgb(entry, dark)), colour(edgeRgb(entry, dark)));
  }

  private static Color colour(int rgb) {
    return Color.rgb(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
  }

  /// The shape of a legend entry.
  public CategoryPalette.Shape shape(int entry) {
    return entry < 0 || entry >= entries.size()
        ? CategoryPalette.Shape.DISC
        : entries.get(entry).shape();
  }
}
