package io.semascope.ui.probe;

import io.semascope.ui.probe.TextState.Part;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Text in several styles that can be selected and copied: drag, Shift+arrow, Ctrl/Cmd+A, Ctrl/Cmd+C.
final class SelectableText extends Pane {
  private final TextFlow flow = new TextFlow();
  private final Path mark = new Path();
  private String text = "";
  private int anchor;
  private int caret;

  SelectableText() {
    setId("inspected-text");
    getStyleClass().add("selectable-text");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT_AREA);
    setCursor(Cursor.TEXT);
    mark.getStyleClass().add("text-selection");
    mark.setManaged(false);
    mark.setMouseTransparent(true);
    getChildren().addAll(mark, flow);
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    setOnKeyPressed(this::key);
  }

  void show(List<Part> parts) {
    StringBuilder all = new StringBuilder();
    List<Text> nodes = new ArrayList<>();
    for (Part part : parts) {
      Text node = new Text(part.text());
      node.getStyleClass()
          .add(
              switch (part.kind()) {
                case SURROUNDING -> "surrounding-text";
                case OWN -> "own-text";
                case LOST -> "lost-text";
              });
      nodes.add(node);
      all.append(part.text());
    }
    if (all.toString().equals(text)) {
      return;
    }
    text = all.toString();
    setAccessibleText(text);
    flow.getChildren().setAll(nodes);
    select(0, 0);
  }

  /// The selected characters; empty when none are.
  String selected() {
    return text.substring(Math.min(anchor, caret), Math.max(anchor, caret));
  }

  private void press(MouseEvent event) {
    requestFocus();
    int place = place(event);
    if (event.getClickCount() == 2) {
      selectWord(place);
    } else {
      select(event.isShiftDown() ? anchor : place, place);
    }
    event.consume();
  }

  private void selectWord(int place) {
    int start = place;
    int end = place;
    while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
      start--;
    }
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    select(start, end);
  }

  private void drag(MouseEvent event) {
    select(anchor, place(event));
    event.consume();
  }

  private int place(MouseEvent event) {
    Point2D point = flow.sceneToLocal(event.getSceneX(), event.getSceneY());
    return Math.clamp(flow.getHitInfo(point).getInsertionIndex(), 0, text.length());
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.A) {
      select(0, text.length());
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
      copy();
    } else if (event.isShiftDown() && event.getCode() == KeyCode.RIGHT) {
      select(anchor, Math.min(text.length(), caret + 1));
    } else if (event.isShiftDown() && event.getCode() == KeyCode.LEFT) {
      select(anchor, Math.max(0, caret - 1));
    } else {
      return;
    }
    event.consume();
  }

  private void copy() {
    if (!selected().isEmpty()) {
      ClipboardContent content = new ClipboardContent();
      content.putString(selected());
      Clipboard.getSystemClipboard().setContent(content);
    }
  }

  private void select(int from, int to) {
    anchor = from;
    caret = to;
    paintSelection();
  }

  private void paintSelection() {
    int start = Math.min(anchor, caret);
    int end = Math.max(anchor, caret);
    if (start == end) {
      mark.getElements().clear();
    } else {
      mark.getElements().setAll(flow.getRangeShape(start, end, false));
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return flow.prefHeight(width);
  }

  @Override
  protected double computeMinHeight(double width) {
    return flow.prefHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 200;
  }

  @Override
  protected void layoutChildren() {
    flow.resizeRelocate(0, 0, getWidth(), getHeight());
    paintSelection();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }
}
