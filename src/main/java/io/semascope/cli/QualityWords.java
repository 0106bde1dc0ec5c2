package io.semascope.cli;

import com.google.gson.JsonObject;
import io.semascope.projection.quality.ClassAgreement;
import io.semascope.projection.quality.Estimate;
import io.semascope.projection.quality.MapQuality;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The quality of a map in sentences and in JSON.
record QualityWords(MapQuality quality) {
  /// Values, and beside each measured on some points only its margin: half the width of the 95 % interval.
  void addTo(JsonObject json) {
    add(json, "trustworthiness", quality.trustworthiness());
    add(json, "continuity", quality.continuity());
    add(json, "neighboursKept", quality.kept());
    add(json, "rankCorrelation", quality.rankCorrelation());
    quality
        .classAgreement()
        .ifPresent(
            agreement -> {
              add(json, "classAgreementOnMap", agreement.onMap());
              add(json, "classAgreementInSpace", agreement.inSpace());
              json.addProperty("classes", agreement.classes());
            });
    json.addProperty("qualityNeighbours", quality.k());
    json.addProperty("qualityPoints", quality.measuredRows());
  }

  private static void add(JsonObject json, String name, Estimate estimate) {
    json.addProperty(name, estimate.value());
    if (estimate.margin() > 0) {
      json.addProperty(name + "Margin", estimate.margin());
    }
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        String.format(
            Locale.ROOT,
            "Trustworthiness %s, continuity %s; %s %% of the %d nearest neighbours are kept.",
            number(quality.trustworthiness()),
            number(quality.continuity()),
            percent(quality.kept()),
            quality.k()));
    sentences.add(
        "Rank correlation of the distances in the space and on the map: "
            + number(quality.rankCorrelation())
            + ".");
    quality.classAgreement().ifPresent(agreement -> sentences.add(sentence(agreement)));
    return sentences;
  }

  private String sentence(ClassAgreement agreement) {
    return String.format(
        Locale.ROOT,
        "Of the %d nearest points on the map %s %% share a point's category, of the %d nearest"
            + " texts in the space %s %%.",
        quality.k(),
        percent(agreement.onMap()),
        quality.k(),
        percent(agreement.inSpace()));
  }

  List<String> notes() {
    return quality.sampled()
        ? List.of(
            String.format(
                Locale.ROOT,
                "Map quality was measured on %,d of %,d points drawn at random; ± is the 95 %%"
                    + " interval.",
                quality.measuredRows(),
                quality.count()))
        : List.of();
  }

  private static String percent(Estimate estimate) {
    return estimate.margin() > 0
        ? String.format(Locale.ROOT, "%.1f ± %.1f", estimate.value() * 100, estimate.margin() * 100)
        : String.format(Locale.ROOT, "%.1f", estimate.value() * 100);
  }

  private static String number(Estimate estimate) {
    return estimate.margin() > 0
        ? String.format(Locale.ROOT, "%.3f ± %.3f", estimate.value(), estimate.margin())
        : String.format(Locale.ROOT, "%.3f", estimate.value());
  }
}
