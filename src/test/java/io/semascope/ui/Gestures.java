package io.semascope.ui;

import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Events as the pointer and the keyboard make them, for controls in no window. FX thread.
public final class Gestures {
  private Gestures() {}

  /// Presses and releases the first button at a place of a control.
  public static void click(Node node, double x, double y) {
    node.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, new Point2D(x, y), false));
    node.fireEvent(mouse(MouseEvent.MOUSE_RELEASED, new Point2D(x, y), false));
  }

  /// Draws a rectangle from one corner to the other with Shift.
  public static void select(Node node, Point2D from, Point2D to) {
    node.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, from, true));
    node.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, to, true));
    node.fireEvent(mouse(MouseEvent.MOUSE_RELEASED, to, true));
  }

  /// An event of the pointer; the first button is down while it presses and drags.
  public static MouseEvent mouse(EventType<MouseEvent> type, Point2D at, boolean shift) {
    boolean down = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED;
    boolean still = type != MouseEvent.MOUSE_DRAGGED;
    double x = at.getX();
    double y = at.getY();
    return new MouseEvent(
        type,
        x,
        y,
        x,
        y,
        MouseButton.PRIMARY,
        1,
        shift,
        false,
        false,
        false,
        down,
        false,
        false,
        false,
        false,
        still,
        null);
  }

  /// Presses a key on a control.
  public static void press(Node node, KeyCode code) {
    node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }
}
