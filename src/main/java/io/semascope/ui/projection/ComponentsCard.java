package io.semascope.ui.projection;

import atlantafx.base.theme.Styles;
import io.semascope.projection.variance.ComponentShares;
import io.semascope.ui.theme.NumberInput;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// How much of a space's variance lies along each principal component, and a way to write vectors of fewer dimensions. On the FX thread.
public final class ComponentsCard extends VBox {
  private static final int SHOWN = 10;
  private static final double WIDEST_BAR = 220;
  private static final int USUAL = 50;

  /// @param write is given how many components to keep, 1 to all
  public ComponentsCard(ComponentShares components, IntConsumer write) {
    setId("components-card");
    setPadding(new Insets(20, 48, 20, 20));
    setSpacing(12);
    Label title = new Label("Principal components");
    title.getStyleClass().add(Styles.TITLE_4);
    Label about =
        new Label(
            String.format(
                Locale.ROOT,
                "Share of the variance of %,d vectors along each of %d directions. Variance is not"
                    + " meaning: what varies little may still tell neighbours apart.",
                components.rows(),
                components.count()));
    about.setWrapText(true);
    about.setMaxWidth(460);
    getChildren()
        .addAll(title, about, bars(components), reach(components), keep(components, write));
  }

  private static GridPane bars(ComponentShares components) {
    GridPane grid = new GridPane(12, 4);
    grid.setId("component-shares");
    double widest = Math.max(components.share(0), Double.MIN_NORMAL);
    for (int rank = 0; rank < Math.min(SHOWN, components.count()); rank++) {
      Region bar = new Region();
      bar.getStyleClass().add("component-bar");
      bar.setStyle("-fx-background-color: -color-accent-emphasis; -fx-background-radius: 2;");
      bar.setMinSize(1, 10);
      bar.setMaxSize(Math.max(1, WIDEST_BAR * components.share(rank) / widest), 10);
      StackPane place = new StackPane(bar);
      place.setAlignment(Pos.CENTER_LEFT);
      place.setMinWidth(WIDEST_BAR);
      Label share = new Label(percent(components.share(rank)));
      Label sum = new Label(percent(components.cumulativeShare(rank + 1)) + " so far");
      sum.getStyleClass().add(Styles.TEXT_MUTED);
      grid.addRow(rank, new Label(String.valueOf(rank + 1)), place, share, sum);
    }
    return grid;
  }

  /// How many components reach some shares of the whole.
  private static Label reach(ComponentShares components) {
    StringBuilder line = new StringBuilder();
    for (double wanted : new double[] {0.5, 0.9, 0.99}) {
      double cumulative = 0;
      int needed = 0;
      while (needed < components.count() && cumulative < wanted) {
        cumulative += components.share(needed++);
      }
      line.append(line.isEmpty() ? "" : ", ")
          .append(String.format(Locale.ROOT, "%.0f %% by the first %,d", wanted * 100, needed));
    }
    Label label = new Label("Reached: " + line + ".");
    label.setId("component-reach");
    return label;
  }

  private static HBox keep(ComponentShares components, IntConsumer write) {
    Spinner<Integer> count =
        new Spinner<>(1, components.count(), Math.min(USUAL, components.count()));
    count.setId("components-kept");
    count.setPrefWidth(100);
    count.setAccessibleText("How many components to keep");
    NumberInput.forgive(count);
    Button button = new Button("Write vectors on these…");
    button.setId("write-components");
    button.setOnAction(event -> write.accept(count.getValue()));
    Label label = new Label("Keep the first");
    label.setLabelFor(count);
    HBox line = new HBox(8, label, count, button);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", share * 100);
  }
}
