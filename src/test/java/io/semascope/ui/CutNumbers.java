package io.semascope.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;

/// Whatever is written with digits, and which of it is not to be read from end to end. FX thread only.
public final class CutNumbers {
  /// Widths are sums of rounded ones; in pixels.
  private static final double TOLERANCE = 1;

  private final List<String> read = new ArrayList<>();
  private final List<String> cut = new ArrayList<>();

  private CutNumbers() {}

  /// Looks at all that is visible below a node which is laid out.
  public static CutNumbers in(Parent root) {
    CutNumbers numbers = new CutNumbers();
    numbers.walk(root);
    return numbers;
  }

  /// What is written with digits.
  public List<String> read() {
    return read;
  }

  /// Where a control shows less than it was told, a number goes beyond an edge that hides it, or what is as wide as its pane would have to be wider.
  public List<String> cut() {
    return cut;
  }

  private void walk(Node node) {
    if (!node.isVisible() || node.getOpacity() == 0) {
      return;
    }
    if (node instanceof Labeled labeled) {
      look(labeled);
    }
    if (node instanceof Text text && !(text.getParent() instanceof Labeled)) {
      look(text, text.getText(), text);
    }
    if (node instanceof ScrollPane pane && pane.isFitToWidth()) {
      lookAround(pane);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(this::walk);
    }
  }

  private void lookAround(ScrollPane pane) {
    double room = pane.getViewportBounds().getWidth();
    double taken = pane.getContent().getLayoutBounds().getWidth();
    if (taken > room + TOLERANCE) {
      cut.add(
          "%.0f pixels in a pane of %.0f in %s, for %s"
              .formatted(taken, room, place(pane), widest(pane.getContent())));
    }
  }

  /// The innermost node that asks for the most.
  private static String widest(Node content) {
    Node widest = content;
    while (widest instanceof Parent parent
        && parent.getChildrenUnmodifiable().stream().anyMatch(Node::isManaged)) {
      widest =
          parent.getChildrenUnmodifiable().stream()
              .filter(Node::isManaged)
              .max(Comparator.comparingDouble(child -> child.minWidth(-1)))
              .orElseThrow();
      if (widest instanceof HBox) {
        return place(widest) + widest.lookupAll(".label");
      }
    }
    return place(widest);
  }

  private void look(Labeled labeled) {
    for (Node child : labeled.getChildrenUnmodifiable()) {
      if (child instanceof Text drawn && drawn.isVisible()) {
        look(labeled, labeled.getText(), drawn);
      }
    }
  }

  private void look(Node owner, String told, Text drawn) {
    if (told.chars().noneMatch(Character::isDigit)) {
      return;
    }
    read.add(told);
    if (!drawn.getText().replaceAll("\\s", "").equals(told.replaceAll("\\s", ""))) {
      cut.add("“%s” reads “%s” in %s".formatted(told, drawn.getText(), place(owner)));
    } else if (isBehindAnEdge(drawn)) {
      cut.add("“%s” goes beyond an edge in %s".formatted(told, place(owner)));
    }
  }

  /// To the side only: what lies below is scrolled to.
  private static boolean isBehindAnEdge(Text drawn) {
    Bounds words = drawn.localToScene(drawn.getLayoutBounds());
    for (Node around = drawn.getParent(); around != null; around = around.getParent()) {
      Node clip = around.getClip();
      if (clip != null) {
        Bounds seen = around.localToScene(clip.getBoundsInParent());
        if (words.getMinX() < seen.getMinX() - TOLERANCE
            || words.getMaxX() > seen.getMaxX() + TOLERANCE) {
          return true;
        }
      }
    }
    return false;
  }

  private static String place(Node node) {
    List<String> ids = new ArrayList<>();
    for (Node at = node; at != null && ids.size() < 3; at = at.getParent()) {
      if (at.getId() != null) {
        ids.add("#" + at.getId());
      } else if (ids.isEmpty()) {
        ids.add(at.getClass().getSimpleName() + at.getStyleClass());
      }
    }
    return String.join(" < ", ids);
  }
}
