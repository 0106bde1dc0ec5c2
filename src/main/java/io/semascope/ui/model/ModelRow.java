package io.semascope.ui.model;

import io.semascope.model.ModelDescriptor;
import io.semascope.model.ModelEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One model as the chooser shows it.
///
/// @param id in the catalogue
/// @param title for people
/// @param summary size and contract in one line
/// @param cautions what should be known, one sentence each
/// @param prompts the prompts, one line each
/// @param action what can be done with it now
/// @param consent terms to accept before fetching; empty when none
/// @param sizes dimensions to choose from, the model's own first
public record ModelRow(
    String id,
    String title,
    String summary,
    List<String> cautions,
    List<String> prompts,
    Action action,
    String consent,
    List<Integer> sizes) {
  /// What can be done with a model now.
  public enum Action {
    EMBED,
    FETCH,
    NONE
  }

  public static ModelRow of(ModelEntry entry) {
    ModelDescriptor model = entry.descriptor();
    List<String> prompts = new ArrayList<>();
    model
        .prompts()
        .forEach(
            (purpose, prompt) ->
                prompts.add(
                    "Before a " + purpose.name().toLowerCase(Locale.ROOT) + ": “" + prompt + "”"));
    List<Integer> sizes = new ArrayList<>();
    sizes.add(model.dimension());
    model.matryoshkaSizes().stream().filter(size -> size < model.dimension()).forEach(sizes::add);
    return new ModelRow(
        model.id(),
        model.title(),
        String.format(
            Locale.ROOT,
            "%d dimensions · up to %,d tokens · %s pooling · %s · %s",
            model.dimension(),
            model.maxTokens(),
            model.pooling().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            model.licence(),
            entry.location()),
        model.cautions(),
        prompts,
        switch (entry.availability()) {
          case BUNDLED, ON_DISK -> Action.EMBED;
          case TO_BE_FETCHED -> Action.FETCH;
          case NOT_RUNNABLE -> Action.NONE;
        },
        model.requiresConsent(),
        List.copyOf(sizes));
  }
}
