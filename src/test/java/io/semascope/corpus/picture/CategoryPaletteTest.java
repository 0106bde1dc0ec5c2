package io.semascope.corpus.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.corpus.picture.CategoryPalette.Entry;
import io.semascope.corpus.picture.CategoryPalette.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CategoryPaletteTest {
  @Test
  void largerCategoriesComeFirst() {
    CategoryPalette palette = CategoryPalette.of(List.of("b", "a", "c", "c", "", ""));
    assertEquals(
        List.of("c", "a", "b", "no category"),
        palette.entries().stream().map(Entry::name).toList());
    assertEquals(0x0072B2, palette.entry("c").rgb());
    assertEquals(2, palette.entry("c").count());
    assertEquals(Kind.MISSING, palette.entry("").kind());
    assertEquals(Kind.OTHER, palette.entry("unseen").kind());
  }

  @Test
  void smallCategoriesBeyondTheColoursShareOther() {
    List<String> categories = new ArrayList<>();
    for (int i = 0; i < CategoryPalette.capacity() + 3; i++) {
      categories.addAll(Collections.nCopies(2, "category " + (char) ('A' + i)));
    }
    CategoryPalette palette = CategoryPalette.of(categories);
    Entry last = palette.entries().getLast();
    assertEquals(Kind.OTHER, last.kind());
    assertEquals(6, last.count());
    assertEquals("3 other categories", last.name());
    assertEquals(CategoryPalette.capacity() + 1, palette.entries().size());
  }

  @Test
  void categoriesThatGroupNothingAreNotListed() {
    List<String> titles = new ArrayList<>(List.of("one", "two", "three"));
    assertEquals(List.of(), CategoryPalette.of(titles).entries());
    assertEquals(Kind.OTHER, CategoryPalette.of(titles).entry("one").kind());
    assertEquals(List.of(), CategoryPalette.of(List.of("", "")).entries());
    titles.add("one");
    assertEquals(3, CategoryPalette.of(titles).entries().size());
    for (int i = 0; i < CategoryPalette.capacity(); i++) {
      titles.add("title " + i);
    }
    assertEquals(List.of(), CategoryPalette.of(titles).entries(), "nearly all are alone");
  }

  @Test
  void coloursCanBeToldApart() {
    List<String> categories = new ArrayList<>();
    for (int i = 0; i < CategoryPalette.capacity(); i++) {
      categories.addAll(Collections.nCopies(2, "category " + i));
    }
    List<Entry> entries = CategoryPalette.of(categories).entries();
    for (int i = 0; i < entries.size(); i++) {
      for (int j = 0; j < i; j++) {
        double distance = distance(lab(entries.get(i).rgb()), lab(entries.get(j).rgb()));
        assertTrue(distance > 25, i + " and " + j + " are only " + distance + " apart");
      }
    }
  }

  private static double distance(double[] a, double[] b) {
    return Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
  }

  /// CIELAB under D65 (CIE 15:2004).
  private static double[] lab(int rgb) {
    double r = linear(rgb >> 16 & 255);
    double g = linear(rgb >> 8 & 255);
    double b = linear(rgb & 255);
    double x = curve((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
    double y = curve(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
    double z = curve((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  private static double curve(double t) {
    return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
  }
}
