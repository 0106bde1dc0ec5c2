package io.semascope.model;

import io.semascope.text.Span;

/// One token as the model sees it.
///
/// @param id in the model's vocabulary
/// @param piece as the tokenizer spells it
/// @param span the characters of the text it covers, in UTF-16 offsets; empty for special tokens and prompts
/// @param special whether the tokenizer added it (`[CLS]`, `[SEP]`)
public record Token(int id, String piece, Span span, boolean special) {}
