package io.semascope.store;

import static io.semascope.store.Samples.DIMENSION;
import static io.semascope.store.Samples.IMPORTED;
import static io.semascope.store.Samples.MODEL;
import static io.semascope.store.Samples.OTHER_MODEL;
import static io.semascope.store.Samples.WHOLE;
import static io.semascope.store.Samples.WORD;
import static io.semascope.store.Samples.document;
import static io.semascope.store.Samples.vectors;
import static io.semascope.store.Samples.wholes;
import static io.semascope.store.Samples.words;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.model.Truncation;
import io.semascope.space.SpaceSummary;
import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.Granularity;
import io.semascope.text.Span;
import io.semascope.text.TextUnit;
import io.semascope.text.TypedText;
import io.semascope.vector.DenseVector;
import io.semascope.vector.VectorBlock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
  @TempDir Path folder;
  private Workspace workspace;

  @BeforeEach
  void create() {
    workspace = Workspace.create(folder.resolve("a.semascope"));
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private void reopen() {
    workspace.close();
    workspace = Workspace.open(workspace.file());
  }

  @Test
  void documentsComeBackInImportOrderAsTheyWere() {
    List<Document> documents = Samples.documents(30);
    DocumentsAdded added = workspace.addDocuments(documents);
    assertEquals(new DocumentsAdded(documents, documents, 0, 0), added);
    reopen();
    assertEquals(documents, workspace.documents());
  }

  @Test
  void theCheckLeavesOffInTheMidstWhenAskedTo() {
    workspace.addDocuments(Samples.documents(5000));
    workspace.close();
    workspace = Workspace.openToShow(workspace.file());
    AtomicInteger asked = new AtomicInteger();
    assertFalse(workspace.check(() -> asked.incrementAndGet() >= 10));
    int whenStopped = asked.get();
    assertEquals(5000, workspace.documents().size(), "what is open stays open");
    asked.set(-1_000_000);
    assertTrue(workspace.check(() -> asked.incrementAndGet() > 0));
    assertTrue(asked.get() + 1_000_000 > whenStopped, "it was stopped before its end");
    workspace.addDocuments(Samples.documents(5001));
    assertEquals(5001, workspace.documents().size());
  }

  /// Otherwise the texts of 100,000 documents would be in memory several times.
  @Test
  void whatRowsShareIsInMemoryOnce() {
    List<Document> documents = Samples.documents(3);
    workspace.addDocuments(documents);
    workspace.putImported(
        workspace.openSpace(IMPORTED, DIMENSION, WHOLE).id(),
        wholes(documents),
        vectors(wholes(documents)));
    List<Document> read = workspace.documents();
    assertSame(read.getFirst().category(), read.getLast().category());
    assertSame(read.getFirst().source(), read.getLast().source());
    TextUnit unit =
        workspace.beginReading(workspace.spaces().getFirst().id(), read).units().getLast();
    assertSame(read.getLast().id(), unit.id());
    assertSame(read.getLast().text(), unit.text());
  }

  @Test
  void anyUtf16TextComesBackExactly() {
    List<Document> documents =
        List.of(
            document("nul\0id", "before\0after"),
            document("high", "\uD83D"),
            document("low", "x\uDE00y"),
            document("swapped", "\uDE00\uD83D"),
            document("pair", "😀 naïve 日本語"),
            document("empty", ""),
            document("long", "a line without end ".repeat(60_000)));
    workspace.addDocuments(documents);
    assertEquals(7, workspace.addDocuments(documents).alreadyThere());
    reopen();
    assertEquals(documents, workspace.documents());
  }

  @Test
  void theSameTextIsAlreadyThereAndAnotherTextGetsAnotherId() {
    workspace.addDocuments(List.of(document("a", "one"), document("a~3", "taken")));
    DocumentsAdded second =
        workspace.addDocuments(
            List.of(document("a", "one"), document("a", "two"), document("a", "three")));
    assertEquals(1, second.alreadyThere());
    assertEquals(2, second.renamed());
    assertEquals(List.of("a~2", "a~4"), ids(second.added()));
    assertEquals(List.of("a", "a~2", "a~4"), ids(second.stored()));

    DocumentsAdded again =
        workspace.addDocuments(List.of(document("a", "three"), document("a~2", "two")));
    assertEquals(new DocumentsAdded(List.of(), again.stored(), 2, 0), again);
    assertEquals(List.of("a~4", "a~2"), ids(again.stored()));
  }

  private static List<String> ids(List<Document> documents) {
    return documents.stream().map(Document::id).toList();
  }

  @Test
  void aSpaceIsFoundByFingerprintAndGranularity() {
    SpaceSummary whole = workspace.openSpace(MODEL, DIMENSION, WHOLE);
    SpaceSummary words = workspace.openSpace(MODEL, DIMENSION, WORD);
    SpaceSummary window =
        workspace.openSpace(MODEL, DIMENSION, new Granularity.TokenWindow(64, 16));
    SpaceSummary imported = workspace.openSpace(IMPORTED, 3, WHOLE);
    assertEquals(new SpaceSummary(whole.id(), MODEL, DIMENSION, WHOLE, 0, 0, 0, 0), whole);
    assertEquals(whole, workspace.openSpace(MODEL, DIMENSION, WHOLE));
    reopen();
    assertEquals(List.of(whole, words, window, imported), workspace.spaces());
  }

  @Test
  void aFingerprintKeepsItsDimension() {
    workspace.openSpace(MODEL, DIMENSION, WHOLE);
    assertThrows(
        IllegalArgumentException.class, () -> workspace.openSpace(MODEL, DIMENSION + 1, WORD));
  }

  @Test
  void equalTextsArePendingOnceAndEverySpaceOfTheModelHasTheirVector() {
    Document one = document("one", "to be or not to be");
    Document word = document("word", "to");
    workspace.addDocuments(List.of(one, word));
    long wholeId = workspace.openSpace(MODEL, DIMENSION, WHOLE).id();
    long wordId = workspace.openSpace(MODEL, DIMENSION, WORD).id();
    long otherId = workspace.openSpace(OTHER_MODEL, DIMENSION, WHOLE).id();
    for (long id : List.of(wholeId, otherId)) {
      workspace.addUnits(id, wholes(List.of(one, word)));
    }
    workspace.addUnits(wordId, words(one));

    List<Chunk> pending = workspace.pending(wordId);
    assertEquals(List.of("to", "be", "or", "not"), pending.stream().map(Chunk::text).toList());
    assertEquals(words(one).subList(0, 4), pending);
    workspace.putVectors(wordId, pending, vectors(pending), List.of());

    assertEquals(List.of(), workspace.pending(wordId));
    assertEquals(List.of("one"), workspace.pending(wholeId).stream().map(Chunk::id).toList());
    assertEquals(2, workspace.pending(otherId).size());
    StoredSpace read = workspace.readSpace(wordId);
    assertEquals(words(one), read.space().units());
    assertEquals(new SpaceSummary(wordId, MODEL, DIMENSION, WORD, 1, 6, 6, 2), read.summary());
    assertVectors(read);
    assertEquals(
        List.of("word"),
        workspace.readSpace(wholeId).space().units().stream().map(TextUnit::id).toList());
  }

  private static void assertVectors(StoredSpace read) {
    for (int row = 0; row < read.space().count(); row++) {
      assertArrayEquals(
          Samples.vector(read.space().unit(row).text(), read.space().dimension()),
          read.space().vectors().row(row).toArray());
    }
  }

  @Test
  void aRevisionGrowsOnlyWhenRowsOfTheSpaceDo() {
    List<Document> documents = Samples.documents(4);
    workspace.addDocuments(documents);
    long id = workspace.openSpace(MODEL, DIMENSION, WHOLE).id();
    long otherId = workspace.openSpace(OTHER_MODEL, DIMENSION, WHOLE).id();
    workspace.addUnits(id, wholes(documents));
    workspace.addUnits(otherId, wholes(documents));
    long before = revision(id);
    workspace.addUnits(id, wholes(documents));
    workspace.putVectors(otherId, wholes(documents), vectors(wholes(documents)), List.of());
    workspace.addTypedText(id, new TypedText("typed-1", "x"), DenseVector.of(new float[8]));
    workspace.removeTypedText(id, "typed-1");
    assertEquals(before, revision(id));
    workspace.putVectors(id, wholes(documents), vectors(wholes(documents)), List.of());
    assertTrue(revision(id) > before);
    long after = revision(id);
    workspace.putVectors(id, wholes(documents), vectors(wholes(documents)), List.of());
    assertEquals(after, revision(id));
  }

  private long revision(long spaceId) {
    return workspace.readSpace(spaceId).summary().revision();
  }

  @Test
  void truncationsComeBackForEveryUnitOfTheText() {
    List<Document> documents =
        List.of(document("a", "short"), document("b", "too long"), document("c", "too long"));
    workspace.addDocuments(documents);
    long id = workspace.openSpace(MODEL, DIMENSION, WHOLE).id();
    workspace.addUnits(id, wholes(documents));
    List<Chunk> pending = workspace.pending(id);
    workspace.putVectors(
        id, pending, vectors(pending), List.of(new Truncation(1, 12, 8, new Span(4, 8))));
    reopen();
    assertEquals(
        Map.of(
            "b", new UnitTruncation("b", 12, 8, new Span(4, 8)),
            "c", new UnitTruncation("c", 12, 8, new Span(4, 8))),
        workspace.readSpace(id).truncations());
  }

  @Test
  void importedVectorsBelongToTheirUnitNotToItsText() {
    List<Document> documents = List.of(document("a", "same"), document("b", "same"));
    workspace.addDocuments(documents);
    long id = workspace.openSpace(IMPORTED, 2, WHOLE).id();
    VectorBlock block =
        VectorBlock.copyOf(List.of(new float[] {1, -0.0f}, new float[] {Float.MIN_VALUE, 4}), 2);
    workspace.putImported(id, wholes(documents), block);
    reopen();
    StoredSpace read = workspace.readSpace(id);
    assertEquals(wholes(documents), read.space().units());
    assertArrayEquals(new float[] {1, -0.0f}, read.space().vectors().row(0).toArray());
    assertArrayEquals(new float[] {Float.MIN_VALUE, 4}, read.space().vectors().row(1).toArray());
    assertThrows(
        IllegalArgumentException.class,
        () -> workspace.putVectors(id, wholes(documents), block, List.of()));
    long modelId = workspace.openSpace(MODEL, 2, WHOLE).id();
    assertThrows(
        IllegalArgumentException.class,
        () -> workspace.putImported(modelId, wholes(documents), block));
  }

  @Test
  void typedTextsComeLastInTheOrderTheyWereTyped() {
    List<Document> documents = Samples.documents(2);
    workspace.addDocuments(documents);
    long id = workspace.openSpace(MODEL, 2, WHOLE).id();
    workspace.addTypedText(id, new TypedText("t1", "first"), DenseVector.of(1, 2));
    workspace.addTypedText(id, new TypedText("t2", "second"), DenseVector.of(3, 4));
    workspace.addTypedText(id, new TypedText("t3", "third"), DenseVector.of(5, 6));
    workspace.addTypedText(id, new TypedText("t1", "first, changed"), DenseVector.of(7, 8));
    workspace.removeTypedText(id, "t2");
    workspace.addUnits(id, wholes(documents));
    workspace.putVectors(id, wholes(documents), vectors(wholes(documents), 2), List.of());
    reopen();
    StoredSpace read = workspace.readSpace(id);
    List<TextUnit> expected = new ArrayList<>(wholes(documents));
    expected.add(new TypedText("t1", "first, changed"));
    expected.add(new TypedText("t3", "third"));
    assertEquals(expected, read.space().units());
    assertEquals(DenseVector.of(7, 8), read.space().vectors().row(2));
    assertEquals(DenseVector.of(5, 6), read.space().vectors().row(3));
    assertThrows(
        IllegalArgumentException.class,
        () -> workspace.addTypedText(id, new TypedText("doc-1", "taken"), DenseVector.of(1, 2)));
  }

  @Test
  void whatMakesNoSenseIsRefusedAndLeavesNothingBehind() {
    List<Document> documents = Samples.documents(3);
    workspace.addDocuments(documents);
    long id = workspace.openSpace(MODEL, DIMENSION, WHOLE).id();
    List<Chunk> units = wholes(documents);
    Chunk shifted = new Chunk("x", "doc-0", WHOLE, new Span(1, 5), "Text");
    Chunk orphan = new Chunk("x", "nobody", WHOLE, new Span(0, 4), "Text");
    for (Chunk wrong : List.of(shifted, orphan, words(documents.get(0)).get(0))) {
      assertThrows(
          IllegalArgumentException.class,
          () -> workspace.addUnits(id, List.of(units.get(0), wrong)));
    }
    VectorBlock broken =
        VectorBlock.copyOf(List.of(new float[] {1, 2}, new float[] {Float.NaN, 2}), 2);
    long narrow = workspace.openSpace(OTHER_MODEL, 2, WHOLE).id();
    for (VectorBlock wrong : List.of(vectors(units), vectors(units, 2), broken)) {
      assertThrows(
          IllegalArgumentException.class,
          () -> workspace.putVectors(narrow, units.subList(0, 2), wrong, List.of()));
    }
    assertThrows(IllegalArgumentException.class, () -> workspace.readSpace(99));
    assertEquals(List.of(), workspace.pending(id));
    workspace.addUnits(narrow, units);
    assertEquals(units, workspace.pending(narrow));
  }

  @Test
  void theWindowStateIsReplacedAsAWhole() {
    assertEquals(Map.of(), workspace.windowState());
    workspace.putWindowState(Map.of("width", "1440", "panel", "map"));
    workspace.putWindowState(Map.of("panel", "probe", "odd\0", "\uD800"));
    reopen();
    assertEquals(Map.of("panel", "probe", "odd\0", "\uD800"), workspace.windowState());
  }

  @Test
  void everyCallAfterCloseSaysThatItWasClosed() {
    workspace.close();
    workspace.close();
    var problem = assertThrows(WorkspaceUnusable.class, workspace::documents);
    assertTrue(problem.report().why().contains("closed"), problem.toString());
  }
}
