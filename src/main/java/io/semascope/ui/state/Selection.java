package io.semascope.ui.state;

import io.semascope.session.index.SearchMethod;
import io.semascope.vector.Similarity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the person points at, in the order it was picked, and how its neighbours are searched. FX thread only.
public final class Selection {
  private static final int REMEMBERED = 200;

  private final ReadOnlyObjectWrapper<List<String>> selected =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<String>> hovered =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Similarity> similarity =
      new ReadOnlyObjectWrapper<>(Similarity.COSINE);
  private final ReadOnlyObjectWrapper<Integer> neighbourCount = new ReadOnlyObjectWrapper<>(10);
  private final ReadOnlyObjectWrapper<SearchMethod> searchMethod =
      new ReadOnlyObjectWrapper<>(new SearchMethod.Exact());
  private final ReadOnlyObjectWrapper<ShownTexts> shown =
      new ReadOnlyObjectWrapper<>(ShownTexts.everything());
  private final ReadOnlyObjectWrapper<Boolean> onlyShown = new ReadOnlyObjectWrapper<>(false);
  private final Deque<List<String>> earlier = new ArrayDeque<>();
  private final Deque<List<String>> later = new ArrayDeque<>();

  /// Ids of the selected units; the last one is what the inspector shows.
  public ReadOnlyObjectProperty<List<String>> selected() {
    return selected.getReadOnlyProperty();
  }

  /// The unit under the pointer, anywhere in the window.
  public ReadOnlyObjectProperty<Optional<String>> hovered() {
    return hovered.getReadOnlyProperty();
  }

  /// How neighbours are compared.
  public ReadOnlyObjectProperty<Similarity> similarity() {
    return similarity.getReadOnlyProperty();
  }

  /// How many neighbours are asked for.
  public ReadOnlyObjectProperty<Integer> neighbourCount() {
    return neighbourCount.getReadOnlyProperty();
  }

  /// How neighbours are searched.
  public ReadOnlyObjectProperty<SearchMethod> searchMethod() {
    return searchMethod.getReadOnlyProperty();
  }

  /// Which texts the legend and the filter of the list leave.
  public ReadOnlyObjectProperty<ShownTexts> shown() {
    return shown.getReadOnlyProperty();
  }

  /// Whether neighbours are searched among these alone.
  public ReadOnlyObjectProperty<Boolean> onlyShown() {
    return onlyShown.getReadOnlyProperty();
  }

  /// The unit the inspector shows.
  public Optional<String> inspected() {
    List<String> ids = selected.get();
    return ids.isEmpty() ? Optional.empty() : Optional.of(ids.getLast());
  }

  /// Selects these units and nothing else.
  public void select(List<String> ids) {
    take(List.copyOf(ids));
  }

  /// Adds units that are not selected and takes away those that are.
  public void toggle(List<String> ids) {
    Set<String> next = new LinkedHashSet<>(selected.get());
    for (String id : ids) {
      if (!next.remove(id)) {
        next.add(id);
      }
    }
    take(List.copyOf(next));
  }

  /// Selects what was selected before and what is selected now together, so that two texts picked one after the other can be compared.
  public void joinPrevious() {
    List<String> previous = earlier.isEmpty() ? List.of() : earlier.peek();
    Set<String> now = new HashSet<>(selected.get());
    List<String> joined = new ArrayList<>(previous.size() + now.size());
    previous.stream().filter(id -> !now.contains(id)).forEach(joined::add);
    joined.addAll(selected.get());
    take(List.copyOf(joined));
  }

  /// Selects nothing.
  public void clear() {
    take(List.of());
  }

  public void hover(Optional<String> id) {
    if (!hovered.get().equals(id)) {
      hovered.set(id);
    }
  }

  public void compareBy(Similarity measure) {
    similarity.set(measure);
  }

  public void askFor(int count) {
    neighbourCount.set(Math.max(1, count));
  }

  public void searchBy(SearchMethod method) {
    searchMethod.set(method);
  }

  /// The legend hides these entries now.
  public void hideEntries(Set<Integer> entries) {
    shown.set(new ShownTexts(entries, shown.get().words()));
  }

  /// The list of texts shows only what these words stand in.
  public void filterBy(String words) {
    shown.set(new ShownTexts(shown.get().hiddenEntries(), words));
  }

  public void searchOnlyShown(boolean only) {
    onlyShown.set(only);
  }

  /// Goes back to the selection before.
  public void undo() {
    if (!earlier.isEmpty()) {
      later.push(selected.get());
      selected.set(earlier.pop());
    }
  }

  /// Takes an undo back.
  public void redo() {
    if (!later.isEmpty()) {
      earlier.push(selected.get());
      selected.set(later.pop());
    }
  }

  private void take(List<String> next) {
    if (next.equals(selected.get())) {
      return;
    }
    earlier.push(selected.get());
    if (earlier.size() > REMEMBERED) {
      earlier.removeLast();
    }
    later.clear();
    selected.set(next);
  }
}
