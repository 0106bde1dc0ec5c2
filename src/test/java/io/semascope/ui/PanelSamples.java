package io.semascope.ui;

import io.semascope.model.ModelFingerprint;
import io.semascope.projection.Projection;
import io.semascope.session.ModelState;
import io.semascope.session.SessionState;
import io.semascope.session.TestSession;
import io.semascope.space.SpaceOrigin;
import io.semascope.space.SpaceSummary;
import io.semascope.space.VectorSpace;
import io.semascope.store.UnitTruncation;
import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.Granularity;
import io.semascope.text.Span;
import io.semascope.text.TextUnit;
import io.semascope.text.TypedText;
import io.semascope.ui.theme.Theme;
import io.semascope.vector.VectorBlock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A small session for tests of panels: documents in two categories, one of them cut off, and two typed texts.
public final class PanelSamples {
  public static final int DIMENSION = 384;
  public static final SpaceOrigin MADE =
      new SpaceOrigin.FromModel("all-minilm-l6-v2", new ModelFingerprint("a".repeat(64)));

  private PanelSamples() {}

  /// `count` documents of random vectors of length 1, then two typed texts.
  public static SessionState session(int count) {
    Map<String, Document> documents = new LinkedHashMap<>();
    List<TextUnit> units = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String title =
          i == 1
              ? "A rather long title of a text about harbour lights that no narrow panel can hold"
              : "Text " + i;
      String text =
          "Before comes a sentence. The harbour light number " + i + " turns. After it, another.";
      String category = i % 2 == 0 ? "Lighthouses" : "Bread and the microbes that raise it";
      documents.put("d" + i, new Document("d" + i, title, text, category, "sample.csv"));
      units.add(
          new Chunk(
              "d" + i, "d" + i, new Granularity.WholeDocument(), new Span(0, text.length()), text));
    }
    units.add(new TypedText("t1", "first typed"));
    units.add(new TypedText("t2", "second typed"));
    return session(documents, new VectorSpace(MADE, units, vectors(units.size()), 1));
  }

  /// `count` documents whose titles begin alike and are too long for every list; the ends differ.
  public static SessionState longTitles(int count) {
    Map<String, Document> documents = new LinkedHashMap<>();
    List<TextUnit> units = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String id = "d" + i;
      String title =
          "A rather long title of a text about harbour lights that no narrow panel holds, no. " + i;
      documents.put(id, new Document(id, title, "light " + i, "Lighthouses", "sample.csv"));
      units.add(new Chunk(id, id, new Granularity.WholeDocument(), new Span(0, 7), "light " + i));
    }
    return session(documents, new VectorSpace(MADE, units, vectors(count), 1));
  }

  /// What hovering over something tells; empty for nothing.
  public static String told(Node node) {
    return node.getProperties().get("javafx.scene.control.Tooltip") instanceof Tooltip tooltip
        ? tooltip.getText()
        : "";
  }

  /// What the labels of a list's rows show, in no order.
  ///
  /// @param style of the labels
  public static List<String> written(Parent list, String style) {
    return list.lookupAll(style).stream()
        .filter(node -> node instanceof Label label && label.isVisible())
        .map(node -> ((Label) node).getText())
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /// The same for documents and a space of one's own; the unit `d0` lost its end.
  public static SessionState session(Map<String, Document> documents, VectorSpace space) {
    SpaceSummary summary =
        new SpaceSummary(
            1,
            space.origin(),
            space.dimension(),
            new Granularity.WholeDocument(),
            documents.size(),
            documents.size(),
            documents.size(),
            1);
    return new SessionState(
        1,
        Optional.of(Path.of("sample.semascope")),
        documents,
        List.of(summary),
        List.of(1L),
        Optional.of(space),
        Map.of("d0", new UnitTruncation("d0", 20, 12, new Span(40, 60))),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        new ModelState.NotLoaded(),
        false);
  }

  /// The same session whose workspace has a second space, by another model, that is not shown.
  public static SessionState withASpaceMore(SessionState session) {
    return withASpaceMore(session, session.shownSpaceIds());
  }

  /// The same with the spaces that are shown.
  public static SessionState withASpaceMore(SessionState session, List<Long> shown) {
    SpaceSummary first = session.spaces().getFirst();
    SpaceSummary other =
        new SpaceSummary(
            2,
            new SpaceOrigin.FromModel("other", new ModelFingerprint("b".repeat(64))),
            first.dimension(),
            new Granularity.Sentence(),
            first.units(),
            first.units(),
            first.vectors(),
            1);
    return new SessionState(
        session.version() + 1,
        session.workspaceFile(),
        session.documents(),
        List.of(first, other),
        shown,
        session.space(),
        session.truncations(),
        session.projection(),
        session.interrupted(),
        session.placements(),
        session.running(),
        session.quality(),
        session.model(),
        session.networkUsed());
  }

  /// The same session with a frame of a t-SNE that came to no end.
  public static SessionState interrupted(SessionState session, Projection frame) {
    return TestSession.interrupted(session, frame);
  }

  /// Three documents with this picture of them.
  public static SessionState showing(Projection projection) {
    return TestSession.showing(session(3), projection);
  }

  public static VectorBlock vectors(int count) {
    Random random = new Random(7);
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      float[] values = new float[DIMENSION];
      double norm = 0;
      for (int i = 0; i < DIMENSION; i++) {
        values[i] = (float) (random.nextGaussian() + 0.6);
        norm += values[i] * values[i];
      }
      for (int i = 0; i < DIMENSION; i++) {
        values[i] /= (float) Math.sqrt(norm);
      }
      rows.add(values);
    }
    return VectorBlock.copyOf(rows, DIMENSION);
  }

  /// Pictures for the eye, light and dark, wide and narrow, below `target/panels`.
  public static void paint(Parent panel, String name) {
    paint(panel, name, 420, 800);
    paint(panel, name, 360, 500);
  }

  /// The same at one size, for panels that are wider than a column.
  public static void paint(Parent panel, String name, int width, int height) {
    for (Theme theme : Theme.values()) {
      FxToolkit.run(() -> theme.applyTo(panel));
      String file =
          "%s-%d-%s.png".formatted(name, width, theme.name().toLowerCase(java.util.Locale.ROOT));
      FxToolkit.writePng(
          FxToolkit.snapshot(panel, width, height), Path.of("target/panels").resolve(file));
    }
  }

  /// The control with this id, `#` left out. Fails when it is not there.
  public static <T extends Node> T find(Parent root, String id, Class<T> type) {
    Node node = root.lookup("#" + id);
    if (node == null) {
      throw new AssertionError("no control has the id " + id);
    }
    return type.cast(node);
  }

  /// Presses a key on a control, as a person who has it focused.
  public static void press(Node node, KeyCode code, boolean shift) {
    FxToolkit.run(
        () ->
            node.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false)));
  }
}
