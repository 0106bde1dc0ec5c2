package io.semascope.projection.umap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ForcesTest {
  private static final Curve USUAL = Curve.fit(0.1, 1);

  @Test
  void theTableIsAsNearAsItSays() {
    for (Curve curve : new Curve[] {USUAL, Curve.fit(0, 1), Curve.fit(0.99, 1), new Curve(1, 1)}) {
      Forces forces = new Forces(curve, 1);
      double allowed = (1 + curve.b()) * (2 + curve.b()) / Forces.ERROR_DIVISOR;
      double worst = 0;
      long seed = 3;
      Random random = new Random(seed);
      for (int draw = 0; draw < 200_000; draw++) {
        float squared = (float) Math.pow(2, -24 + 44 * random.nextDouble());
        double pull = Forces.exactPull(curve, squared);
        double push = Forces.exactPush(curve, squared);
        worst = Math.max(worst, Math.abs(forces.pull(squared) / pull - 1));
        worst = Math.max(worst, Math.abs(forces.push(squared) / push - 1));
      }
      assertTrue(worst <= allowed, "seed " + seed + ", " + curve + ": " + worst);
      assertTrue(worst > allowed / 20, curve + ": " + worst + ", far from " + allowed);
    }
  }

  /// The fuzzy cross entropy of one edge by finite differences: −log s for the pull, −log(1 − s) for the push.
  @Test
  void forcesAreTheSlopesOfTheCrossEntropy() {
    double step = 1e-6;
    for (double distance : new double[] {0.05, 0.3, 1, 2.5, 7}) {
      double pull =
          (-Math.log(USUAL.strength(distance + step)) + Math.log(USUAL.strength(distance - step)))
              / (2 * step);
      double push =
          (-Math.log(1 - USUAL.strength(distance + step))
                  + Math.log(1 - USUAL.strength(distance - step)))
              / (2 * step);
      double squared = distance * distance;
      assertEquals(pull, Forces.exactPull(USUAL, squared) * distance, 1e-6 * pull);
      // The push is softened by 0.001 beside the squared distance.
      double softened = push * squared / (0.001 + squared);
      assertEquals(
          softened, -Forces.exactPush(USUAL, squared) * distance, 1e-6 * Math.abs(softened));
    }
  }

  @Test
  void theEndsAreFinite() {
    Forces forces = new Forces(USUAL, 2);
    for (float squared : new float[] {0, Float.MIN_VALUE, Float.MAX_VALUE, 1e30f}) {
      assertTrue(forces.pull(squared) > 0 && Float.isFinite(forces.pull(squared)));
      assertTrue(forces.push(squared) > 0 && Float.isFinite(forces.push(squared)));
    }
    assertEquals(2 * new Forces(USUAL, 1).push(1), forces.push(1), 1e-6);
  }
}
