package io.semascope.ui.theme;

import io.semascope.text.LongName;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

/// A name on a label or a button as far as there is room for it, cut as every long name is; screen readers, and who hovers over it, are told the whole of it.
/// FX thread only.
public final class FittedName {
  /// Widths are sums of rounded ones.
  private static final double TOLERANCE = 0.01;

  /// In UTF-16 units: more would not be read while hovering.
  private static final int MOST_TOLD = 2_000;

  private final Labeled on;
  private final Text measure = new Text();
  private final Tooltip told = PanelStyle.wrappedTooltip();
  private LongName name = new LongName("");

  public FittedName(Labeled on) {
    this(on, Optional.of(on));
  }

  private FittedName(Labeled on, Optional<Node> hovered) {
    this.on = on;
    hovered.ifPresent(node -> Tooltip.install(node, told));
    on.fontProperty().subscribe(this::fit);
    on.insetsProperty().subscribe(this::fit);
    on.graphicProperty().subscribe(this::fit);
    on.widthProperty().subscribe(this::fit);
  }

  /// The whole name is told by hovering over more than the control.
  public static FittedName toldBy(Node hovered, Labeled on) {
    return new FittedName(on, Optional.of(hovered));
  }

  /// Hovering is told by what the control stands in, and the whole name with it.
  public static FittedName untold(Labeled on) {
    return new FittedName(on, Optional.empty());
  }

  /// Shows a name on one line.
  public void show(String whole) {
    show(whole, "");
  }

  /// Shows a name on one line.
  ///
  /// @param more told below the whole name; may be empty
  public void show(String whole, String more) {
    name = new LongName(whole);
    on.setAccessibleText(whole);
    told.setText(told(whole) + (more.isEmpty() ? "" : "\n" + more));
    fit();
  }

  /// A name as hovering tells it: whole, as far as anybody reads.
  public static String told(String name) {
    return new LongName(name).cut(MOST_TOLD);
  }

  /// The control asks for the room of all that may be written, whatever is written on it.
  private void fit() {
    double around = around();
    double wanted = Math.ceil(width(name.longest()));
    on.setPrefWidth(wanted + around);
    double room = on.getWidth() - around;
    on.setText(
        on.getWidth() == 0 || room >= wanted
            ? name.longest()
            : name.cut(text -> width(text) <= room + TOLERANCE));
  }

  /// The width of what is not text: padding, and a sign beside the name.
  private double around() {
    Insets insets = on.getInsets();
    Node sign = on.getGraphic();
    return insets.getLeft()
        + insets.getRight()
        + (sign == null ? 0 : sign.getLayoutBounds().getWidth() + on.getGraphicTextGap());
  }

  private double width(String text) {
    measure.setFont(on.getFont());
    measure.setText(text);
    return measure.getLayoutBounds().getWidth();
  }
}
