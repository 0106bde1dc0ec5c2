package io.semascope.ui.projection;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import io.semascope.projection.variance.ComponentShares;
import io.semascope.ui.theme.NumberInput;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// How much of a space's variance lies along each principal component, and a way to write vectors of fewer dimensions. On the FX thread.
public final class ComponentsCard extends VBox {
  private static final int SEEN = 10;
  private static final double ROW_HEIGHT = 22;
  private static final double WIDEST_BAR = 196;
  private static final int USUAL = 50;

  /// @param write is given how many components to keep, 1 to all that can have any variance
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
                "Share of the variance of %,d vectors along each of %,d directions%s. Variance is"
                    + " not meaning: what varies little may still tell neighbours apart.",
                components.rows(),
                components.count(),
                components.count() > SEEN ? "; scroll for those after the first " + SEEN : ""));
    about.setWrapText(true);
    about.setMaxWidth(460);
    getChildren()
        .addAll(title, about, bars(components), reach(components), keep(components, write));
  }

  /// All of them, as many at a time as fit.
  private static ListView<Integer> bars(ComponentShares components) {
    ListView<Integer> bars = new ListView<>();
    bars.setId("component-shares");
    bars.setAccessibleText("Shares of the principal components, the largest first");
    bars.getStyleClass().addAll(Styles.DENSE, Tweaks.EDGE_TO_EDGE);
    bars.setFixedCellSize(ROW_HEIGHT);
    int seen = Math.min(SEEN, components.count());
    bars.setMinHeight(seen * ROW_HEIGHT + 2);
    bars.setPrefHeight(seen * ROW_HEIGHT + 2);
    bars.setCellFactory(list -> new BarCell(components));
    bars.getItems().setAll(IntStream.range(0, components.count()).boxed().toList());
    return bars;
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
    label.setWrapText(true);
    label.setMaxWidth(460);
    return label;
  }

  private static HBox keep(ComponentShares components, IntConsumer write) {
    int most = Math.max(1, components.most());
    Spinner<Integer> count = new Spinner<>(1, most, Math.min(USUAL, most));
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

  /// One component: its rank, its share as a bar and a number, and what it reaches with those before it.
  private static final class BarCell extends ListCell<Integer> {
    private final ComponentShares components;
    private final Label rank = new Label();
    private final Region bar = new Region();
    private final Label share = new Label();
    private final Label sum = new Label();
    private final HBox line;

    BarCell(ComponentShares components) {
      this.components = components;
      bar.getStyleClass().add("component-bar");
      bar.setStyle("-fx-background-color: -color-accent-emphasis; -fx-background-radius: 2;");
      StackPane place = new StackPane(bar);
      place.setAlignment(Pos.CENTER_LEFT);
      place.setMinWidth(WIDEST_BAR);
      rank.setMinWidth(36);
      share.setMinWidth(64);
      sum.getStyleClass().add(Styles.TEXT_MUTED);
      line = new HBox(8, rank, place, share, sum);
      line.setAlignment(Pos.CENTER_LEFT);
      setPadding(Insets.EMPTY);
    }

    @Override
    protected void updateItem(@Nullable Integer index, boolean empty) {
      super.updateItem(index, empty);
      if (empty || index == null) {
        setGraphic(null);
        return;
      }
      double widest = Math.max(components.share(0), Double.MIN_NORMAL);
      double width = Math.max(1, WIDEST_BAR * components.share(index) / widest);
      bar.setMinSize(width, 10);
      bar.setMaxSize(width, 10);
      rank.setText(String.valueOf(index + 1));
      share.setText(percent(components.share(index)));
      sum.setText(percent(components.cumulativeShare(index + 1)) + " so far");
      setGraphic(line);
    }
  }
}
