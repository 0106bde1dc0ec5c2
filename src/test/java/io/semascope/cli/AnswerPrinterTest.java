package io.semascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.semascope.model.ModelFingerprint;
import io.semascope.session.ImportedVectors;
import io.semascope.space.SpaceOrigin;
import io.semascope.space.SpaceSummary;
import io.semascope.text.Granularity;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// People read long numbers in groups of three digits, programs without.
final class AnswerPrinterTest {
  private static List<String> printed(Answer answer, Format format) {
    StringWriter out = new StringWriter();
    new AnswerPrinter(new PrintWriter(out), new PrintWriter(Writer.nullWriter()))
        .print(answer, format);
    return out.toString().lines().toList();
  }

  @Test
  void countsAreGroupedForPeopleOnly() {
    JsonObject json = new JsonObject();
    json.addProperty("units", 1_234_567);
    Answer answer =
        new Answer(
            json,
            List.of(),
            List.of("id", "units"),
            List.of(
                List.of("123456", "1234567"),
                List.of("1", "1234.5678"),
                List.of("2", "999"),
                List.of("3", "–")),
            List.of(),
            Set.of("units"));
    assertEquals(
        List.of(
            "id      units", "123456  1,234,567", "1       1,234.5678", "2       999", "3       –"),
        printed(answer, Format.table));
    assertEquals(
        List.of("id\tunits", "123456\t1234567", "1\t1234.5678", "2\t999", "3\t–"),
        printed(answer, Format.tsv));
    assertEquals(List.of("{\"units\":1234567}"), printed(answer, Format.json));
  }

  @Test
  void aSpaceIsCountedSoAfterAnImport() {
    SpaceSummary space =
        new SpaceSummary(
            12_345,
            new SpaceOrigin.FromModel("some", new ModelFingerprint("a".repeat(64))),
            384,
            new Granularity.WholeDocument(),
            117_659,
            117_659,
            100_000,
            1);
    Answer answer = Answers.ofVectors(new ImportedVectors(List.of(space), List.of()));
    String forPeople = printed(answer, Format.table).getLast();
    assertTrue(forPeople.startsWith("12345 "), forPeople);
    assertTrue(forPeople.endsWith(" 100,000  117,659"), forPeople);
    String forPrograms = printed(answer, Format.tsv).getLast();
    assertTrue(forPrograms.endsWith("\t100000\t117659"), forPrograms);
  }
}
