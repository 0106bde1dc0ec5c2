package io.semascope.ui.probe;

import io.semascope.probe.Activations.Activation;
import io.semascope.ui.theme.SignedScale;
import io.semascope.ui.theme.Theme;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// All values of one vector as coloured cells, dimension 0 at the top left, row by row. Arrow keys move, Enter or a click picks.
final class VectorStrip extends Region {
  private static final double CELL_HEIGHT = 14;
  private static final int CELLS_PER_ROW = 48;

  private final Canvas canvas = new Canvas();
  private final IntConsumer onPoint;
  private final IntConsumer onPick;
  private VectorState.Shown shown;
  private int pointed = -1;

  /// @param onPoint takes the dimension under the pointer, −1 when it left
  /// @param onPick takes the dimension clicked
  VectorStrip(VectorState.Shown shown, IntConsumer onPoint, IntConsumer onPick) {
    this.shown = shown;
    this.onPoint = onPoint;
    this.onPick = onPick;
    setId("vector-strip");
    getStyleClass().add(Theme.REPAINTED);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    canvas.setManaged(false);
    getChildren().add(canvas);
    setOnMouseMoved(event -> point(dimensionAt(event.getX(), event.getY())));
    setOnMouseExited(event -> point(-1));
    setOnMouseClicked(
        event -> {
          requestFocus();
          pick(dimensionAt(event.getX(), event.getY()));
        });
    setOnKeyPressed(this::key);
    show(shown);
  }

  void show(VectorState.Shown state) {
    shown = state;
    setAccessibleText(
        state.values().size() + " values of the vector. Arrow keys move, Enter shows both ends.");
    requestLayout();
    draw();
  }

  private void key(KeyEvent event) {
    int step =
        switch (event.getCode()) {
          case RIGHT -> 1;
          case LEFT -> -1;
          case DOWN -> CELLS_PER_ROW;
          case UP -> -CELLS_PER_ROW;
          default -> 0;
        };
    if (step != 0) {
      int start = pointed >= 0 ? pointed + step : shown.picked().orElse(-1) + 1;
      point(Math.clamp(start, 0, shown.values().size() - 1));
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && pointed >= 0) {
      pick(pointed);
      event.consume();
    }
  }

  private void pick(int dimension) {
    if (dimension >= 0) {
      onPick.accept(dimension);
    }
  }

  private void point(int dimension) {
    if (dimension != pointed) {
      pointed = dimension;
      draw();
      onPoint.accept(dimension);
    }
  }

  private int dimensionAt(double x, double y) {
    int column = (int) Math.floor(x / cellWidth());
    int row = (int) Math.floor(y / CELL_HEIGHT);
    int dimension = row * CELLS_PER_ROW + column;
    boolean inside =
        column >= 0 && column < CELLS_PER_ROW && row >= 0 && dimension < shown.values().size();
    return inside ? dimension : -1;
  }

  private double cellWidth() {
    return Math.max(1, getWidth() / CELLS_PER_ROW);
  }

  private int rows() {
    return Math.ceilDiv(shown.values().size(), CELLS_PER_ROW);
  }

  @Override
  protected double computePrefHeight(double width) {
    return rows() * CELL_HEIGHT;
  }

  @Override
  protected double computeMinHeight(double width) {
    return rows() * CELL_HEIGHT;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 320;
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(rows() * CELL_HEIGHT);
    draw();
  }

  private boolean isDark() {
    return getScene() != null && getScene().getRoot().getStyleClass().contains("dark");
  }

  private void draw() {
    GraphicsContext pen = canvas.getGraphicsContext2D();
    pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    boolean dark = isDark();
    for (Activation activation : shown.values()) {
      double share = activation.value() / shown.scale();
      pen.setFill(Double.isNaN(share) ? Color.TRANSPARENT : SignedScale.colour(share, dark));
      int dimension = activation.dimension();
      // Half a pixel less leaves a line between cells, so that they can be counted.
      pen.fillRect(left(dimension), top(dimension), cellWidth() - 0.5, CELL_HEIGHT - 0.5);
    }
    Color ink = dark ? Color.WHITE : Color.BLACK;
    frame(pen, shown.picked(), ink, 2);
    frame(pen, pointed < 0 ? OptionalInt.empty() : OptionalInt.of(pointed), ink, 1);
  }

  private void frame(GraphicsContext pen, OptionalInt dimension, Color ink, double line) {
    if (dimension.isPresent()) {
      pen.setStroke(ink);
      pen.setLineWidth(line);
      pen.strokeRect(
          left(dimension.getAsInt()) + 0.5,
          top(dimension.getAsInt()) + 0.5,
          cellWidth() - 1.5,
          CELL_HEIGHT - 1.5);
    }
  }

  private double left(int dimension) {
    return dimension % CELLS_PER_ROW * cellWidth();
  }

  private static double top(int dimension) {
    return dimension / CELLS_PER_ROW * CELL_HEIGHT;
  }
}
