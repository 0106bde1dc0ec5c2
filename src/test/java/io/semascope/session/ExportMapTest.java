package io.semascope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.semascope.projection.quality.DistanceAgreement;
import io.semascope.projection.quality.MapQuality;
import io.semascope.vector.Estimate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExportMapTest {
  private static MapQuality quality(Estimate kept, int measured) {
    Estimate other = Estimate.exact(0.9);
    DistanceAgreement pairs = new DistanceAgreement(other, 199_000, 49_995_000);
    return new MapQuality(10, other, other, kept, pairs, Optional.empty(), measured, 10_000);
  }

  @Test
  void thePictureSaysOnHowManyPointsItsTrustWasMeasured() {
    assertEquals(
        "23.7 ± 0.7 of 100 near neighbours (± is the 95 % interval), measured on 2,000 of 10,000"
            + " points",
        ExportMap.kept(quality(new Estimate(0.2371, 0.0068), 2_000)));
    assertEquals(
        "24 of 100 near neighbours", ExportMap.kept(quality(Estimate.exact(0.2371), 10_000)));
  }
}
