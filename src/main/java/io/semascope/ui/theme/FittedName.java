package io.semascope.ui.theme;

import io.semascope.text.LongName;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/// A name on a label or a button as far as there is room for it, cut as every long name is; screen readers are told the whole of it. FX thread only.
public final class FittedName {
  /// Widths are sums of rounded ones.
  private static final double TOLERANCE = 0.01;

  private final Labeled on;
  private final Text measure = new Text();
  private LongName name = new LongName("");

  public FittedName(Labeled on) {
    this.on = on;
    on.fontProperty().subscribe(this::fit);
    on.insetsProperty().subscribe(this::fit);
    on.graphicProperty().subscribe(this::fit);
    on.widthProperty().subscribe(this::fit);
  }

  /// Shows a name on one line.
  public void show(String whole) {
    name = new LongName(whole);
    on.setAccessibleText(whole);
    fit();
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
