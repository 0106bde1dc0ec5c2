package io.semascope.corpus.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Which category is drawn how: the one source of category colours for window, PNG and SVG.
///
/// The eight largest categories get the colours of Okabe & Ito (*Color Universal Design*, 2008), which people with colour-vision deficiencies can tell apart; the
/// next sixteen an extension chosen greedily for distance in CIELAB, as Glasbey et al. (2007) do. Smaller ones share an entry, which says how many they are. Colour never stands alone: shapes
/// take turns too.
public final class CategoryPalette {
  /// Colours as `0xRRGGBB`, the best known first. Black, the eighth, is drawn white on a dark ground.
  private static final List<Integer> COLOURS =
      List.of(
          0x0072B2, 0xE69F00, 0x009E73, 0xD55E00, 0xCC79A7, 0x56B4E9, 0xF0E442, 0x000000, 0x6838B8,
          0x585800, 0xF02058, 0x68D850, 0x884030, 0xC80098, 0xF8B888, 0xB0C878, 0xA898F8, 0x007000,
          0x006060, 0x00D8E0, 0xF88080, 0xF080F8, 0x684888, 0xA01850);

  /// What maps are drawn on.
  public static final int LIGHT_GROUND = 0xFFFFFF;

  public static final int DARK_GROUND = 0x0D1117;

  private static final int OTHER = 0x999999;
  private static final int MISSING = 0xBBBBBB;
  private static final int BLACK = 0x000000;
  private static final int WHITE = 0xFFFFFF;

  private final List<Entry> entries;
  private final Map<String, Entry> byCategory = new HashMap<>();
  private final Entry other;

  private CategoryPalette(List<Entry> entries, Entry other) {
    this.entries = List.copyOf(entries);
    this.other = other;
    entries.stream()
        .filter(entry -> entry.kind() != Kind.OTHER)
        .forEach(entry -> byCategory.put(entry.category(), entry));
  }

  /// What an entry of the legend stands for.
  public enum Kind {
    CATEGORY,
    /// All categories that got no colour of their own.
    OTHER,
    /// The rows without a category.
    MISSING
  }

  public enum Shape {
    DISC,
    SQUARE,
    TRIANGLE,
    DIAMOND
  }

  /// One line of the legend.
  ///
  /// @param category as the documents have it; empty unless the kind is `CATEGORY`
  /// @param name to be shown
  /// @param rgb `0xRRGGBB`
  /// @param count rows drawn so
  public record Entry(Kind kind, String category, String name, int rgb, Shape shape, int count) {
    /// The colour on a dark ground; lighter where it would be lost on it.
    public int rgbOnDark() {
      return rgb == BLACK ? WHITE : Contrast.edge(rgb, DARK_GROUND);
    }

    /// The colour of its outline, which can be told from the ground where the colour itself cannot.
    public int edge(boolean dark) {
      return dark ? Contrast.edge(rgbOnDark(), DARK_GROUND) : Contrast.edge(rgb, LIGHT_GROUND);
    }
  }

  /// Without entries when the categories group nothing: then every row is drawn alike.
  ///
  /// @param categories one a row, empty for none; larger categories come first, equal ones by name
  public static CategoryPalette of(List<String> categories) {
    Map<String, Integer> counts = new HashMap<>();
    categories.forEach(category -> counts.merge(category, 1, Integer::sum));
    Integer missing = counts.remove("");
    if (!isGrouping(counts)) {
      return new CategoryPalette(List.of(), other(0, 0));
    }
    List<String> names = new ArrayList<>(counts.keySet());
    names.sort(
        Comparator.comparing((String name) -> -counts.getOrDefault(name, 0))
            .thenComparing(Comparator.naturalOrder()));
    List<Entry> entries = new ArrayList<>();
    int others = 0;
    for (String name : names) {
      int count = counts.getOrDefault(name, 0);
      if (entries.size() < COLOURS.size()) {
        entries.add(entry(entries.size(), name, count));
      } else {
        others += count;
      }
    }
    Entry other = other(Math.max(0, names.size() - COLOURS.size()), others);
    if (others > 0) {
      entries.add(other);
    }
    if (missing != null) {
      entries.add(new Entry(Kind.MISSING, "", "no category", MISSING, Shape.DISC, missing));
    }
    return new CategoryPalette(entries, other);
  }

  /// Names that no two rows share, such as titles, tell nothing apart that the labels do not; neither do the largest of very many when most rows have one of
  /// their own.
  private static boolean isGrouping(Map<String, Integer> counts) {
    long alone = counts.values().stream().filter(count -> count == 1).count();
    long shared = counts.values().stream().filter(count -> count > 1).mapToLong(each -> each).sum();
    return shared > 0 && (counts.size() <= COLOURS.size() || shared >= alone);
  }

  /// @param categories how many stand behind it
  private static Entry other(int categories, int count) {
    String name =
        categories == 1
            ? "1 other category"
            : String.format(Locale.ROOT, "%,d other categories", categories);
    return new Entry(Kind.OTHER, "", name, OTHER, Shape.DISC, count);
  }

  private static Entry entry(int index, String name, int count) {
    Shape[] shapes = Shape.values();
    return new Entry(
        Kind.CATEGORY, name, name, COLOURS.get(index), shapes[index % shapes.length], count);
  }

  /// The legend: categories by size, then "other", then "no category", each only when it has rows.
  public List<Entry> entries() {
    return entries;
  }

  /// How a row of this category is drawn; a category the palette has not seen counts as "other".
  public Entry entry(String category) {
    return byCategory.getOrDefault(category, other);
  }

  /// How many categories can have a colour of their own.
  public static int capacity() {
    return COLOURS.size();
  }
}
