package io.semascope.projection.umap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.projection.Umap;
import org.junit.jupiter.api.Test;

class CurveTest {
  @Test
  void isTheCurveOfUmapLearn() {
    for (double[] row : Reference.table("curves.tsv")) {
      Curve curve = Curve.fit(row[0], row[1]);
      assertEquals(row[2], curve.a(), 2e-5 * row[2], row[0] + " " + row[1]);
      assertEquals(row[3], curve.b(), 2e-5 * row[3], row[0] + " " + row[1]);
    }
  }

  /// The extremes that a person may ask for.
  @Test
  void isThereForEveryMinimalDistanceAndSpread() {
    for (double spread : new double[] {Umap.SMALLEST, 0.03, 1, 40, Umap.LARGEST}) {
      for (double share = 0; share <= 1; share += 0.125) {
        Curve curve = Curve.fit(share * spread, spread);
        String asked = share * spread + " " + spread + ": " + curve;
        assertTrue(curve.a() > 0 && Double.isFinite(curve.a()), asked);
        assertTrue(curve.b() > 0 && Double.isFinite(curve.b()), asked);
        double half = curve.strength(share * spread + spread * Math.log(2));
        assertEquals(0.5, half, 0.15, asked);
      }
    }
  }
}
