package io.semascope.corpus.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContrastTest {
  @Test
  void agreesWithPublishedRatios() {
    assertEquals(21, Contrast.ratio(0x000000, 0xFFFFFF), 1e-9);
    assertEquals(1, Contrast.ratio(0x123456, 0x123456), 1e-9);
    // The grey that WebAIM gives as the lightest for text on white.
    assertEquals(4.54, Contrast.ratio(0x767676, 0xFFFFFF), 0.005);
  }

  @Test
  void everyCategoryHasAnEdgeThatCanBeSeenOnBothGrounds() {
    List<String> categories =
        IntStream.range(0, CategoryPalette.capacity()).mapToObj(i -> "category " + i).toList();
    for (CategoryPalette.Entry entry : CategoryPalette.of(categories).entries()) {
      for (boolean dark : new boolean[] {false, true}) {
        int ground = dark ? CategoryPalette.DARK_GROUND : CategoryPalette.LIGHT_GROUND;
        double ratio = Contrast.ratio(entry.edge(dark), ground);
        assertTrue(ratio >= Contrast.LEAST_FOR_GRAPHICS, entry.name() + ": " + ratio);
      }
      double onDark = Contrast.ratio(entry.rgbOnDark(), CategoryPalette.DARK_GROUND);
      assertTrue(onDark >= Contrast.LEAST_FOR_GRAPHICS, entry.name() + " on dark: " + onDark);
    }
  }

  @Test
  void aColourThatStandsOutIsItsOwnEdge() {
    assertEquals(0x0072B2, Contrast.edge(0x0072B2, 0xFFFFFF));
  }
}
