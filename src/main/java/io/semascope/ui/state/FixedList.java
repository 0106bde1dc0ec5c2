package io.semascope.ui.state;

import java.util.RandomAccess;
import javafx.collections.ObservableListBase;

/// A list that never changes, as long as a corpus, for a control to show: the toolkit compares the old and the new list of a control item by item and looks for
/// the selected item from the first one on, so this one is equal to itself only and knows the place of each item.
public abstract class FixedList<T> extends ObservableListBase<T> implements RandomAccess {
  /// The place of an item, −1 when it is not in the list. Takes no longer in a long list.
  @Override
  public abstract int indexOf(Object sought);

  @Override
  public final boolean equals(Object other) {
    return this == other;
  }

  @Override
  public final int hashCode() {
    return System.identityHashCode(this);
  }
}
