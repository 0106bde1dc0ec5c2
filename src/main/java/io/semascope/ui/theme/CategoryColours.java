package io.semascope.ui.theme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.paint.Color;

/// Gives every category a colour and a shape, so that colour never stands alone.
///
/// The most frequent categories get the best colours: Okabe & Ito (2008) for eight or fewer, else a longer list of well separated hues. Categories beyond the
/// list share “other”; texts without one are “none”. Immutable.
public final class CategoryColours {
  /// Okabe & Ito (2008), “Color Universal Design”, without its black, which is kept for text.
  private static final List<String> EIGHT =
      List.of(
          "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#B8A900", "#7F6BB3");

  /// Twenty-four hues chosen far apart in lightness and hue, after the idea of Glasbey et al. (2007).
  private static final List<String> MANY =
      List.of(
          "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#B8A900", "#7F6BB3",
          "#8C564B", "#2CA02C", "#E0457B", "#17BECF", "#9A6324", "#6A3D9A", "#7CB518", "#FF8FA3",
          "#3D5A80", "#C9A227", "#1B998B", "#A23B72", "#8AA1B1", "#BC4B51", "#5B8E7D", "#F28F3B");

  private static final Color OTHER = Color.web("#9AA0A6");
  private static final Color NONE = Color.web("#80868B");

  private final List<String> names;
  private final Map<String, Integer> index;
  private final List<Color> colours;

  private CategoryColours(List<String> names, Map<String, Integer> index, List<Color> colours) {
    this.names = List.copyOf(names);
    this.index = Map.copyOf(index);
    this.colours = List.copyOf(colours);
  }

  /// @param categories one entry for every text; empty for a text without a category
  public static CategoryColours of(List<String> categories) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String category : categories) {
      counts.merge(category, 1, Integer::sum);
    }
    List<String> named =
        counts.keySet().stream()
            .filter(name -> !name.isEmpty())
            .sorted(
                Comparator.comparing((String name) -> -counts.getOrDefault(name, 0))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    List<String> palette = named.size() <= EIGHT.size() ? EIGHT : MANY;
    List<String> names = new ArrayList<>();
    List<Color> colours = new ArrayList<>();
    Map<String, Integer> index = new HashMap<>();
    boolean needsOther = named.size() > palette.size();
    int own = needsOther ? palette.size() - 1 : named.size();
    for (int i = 0; i < own; i++) {
      index.put(named.get(i), i);
      names.add(named.get(i));
      colours.add(Color.web(palette.get(i)));
    }
    if (needsOther) {
      names.add("other (" + (named.size() - own) + " categories)");
      colours.add(OTHER);
      named.subList(own, named.size()).forEach(name -> index.put(name, own));
    }
    if (counts.containsKey("")) {
      index.put("", names.size());
      names.add("none");
      colours.add(NONE);
    }
    return new CategoryColours(names, index, colours);
  }

  /// What the legend lists, most frequent first.
  public List<String> names() {
    return names;
  }

  /// The legend entry of a category, from 0; −1 for a category that was not given to `of`.
  public int indexOf(String category) {
    return index.getOrDefault(category, -1);
  }

  /// The colour of a legend entry.
  public Color colour(int entry) {
    return entry < 0 || entry >= colours.size() ? NONE : colours.get(entry);
  }
}
