package io.semascope.session;

import io.semascope.model.Purpose;
import io.semascope.text.Granularity;

/// A text a person typed, and how it is to be taken.
///
/// @param text as typed
/// @param granularity the pieces that each get a vector
/// @param purpose which of the model's prompts goes before it
public record TypedRequest(String text, Granularity granularity, Purpose purpose) {}
