package io.semascope.ui.theme;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// The chosen entry of a list on its button. Where there is no room for all of it, its last parts are left out whole, so that no number is cut; the tooltip has
/// them. Parts are parted by `·` or a comma with a blank after it.
public final class PartsCell<T> extends ListCell<T> {
  private static final Pattern END_OF_PART = Pattern.compile(" · |, ");
  private static final String MORE = " …";

  private final Function<T, String> name;
  private final Tooltip tooltip = PanelStyle.wrappedTooltip();
  private String whole = "";

  public PartsCell(Function<T, String> name) {
    this.name = name;
    widthProperty().subscribe(this::fit);
    fontProperty().subscribe(this::fit);
    insetsProperty().subscribe(this::fit);
  }

  @Override
  protected void updateItem(@Nullable T choice, boolean empty) {
    super.updateItem(choice, empty);
    whole = empty || choice == null ? "" : name.apply(choice);
    tooltip.setText(whole);
    setTooltip(whole.isEmpty() ? null : tooltip);
    setAccessibleText(whole);
    fit();
  }

  private void fit() {
    double room = getWidth() - snappedLeftInset() - snappedRightInset();
    String shown = whole;
    if (getWidth() > 0 && TextWidth.of(whole, getFont()) > room) {
      Matcher ends = END_OF_PART.matcher(whole);
      shown = "…";
      while (ends.find()) {
        String start = whole.substring(0, ends.start()) + MORE;
        if (TextWidth.of(start, getFont()) <= room) {
          shown = start;
        }
      }
    }
    setText(shown);
  }
}
