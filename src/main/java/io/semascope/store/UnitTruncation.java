package io.semascope.store;

import io.semascope.text.Span;

/// Says that the end of a stored unit did not reach its vector.
///
/// @param unitId the unit
/// @param tokens the whole text had, prompt and special tokens included
/// @param keptTokens how many of them the model saw
/// @param lost the part of the unit's text the model never saw
public record UnitTruncation(String unitId, int tokens, int keptTokens, Span lost) {}
