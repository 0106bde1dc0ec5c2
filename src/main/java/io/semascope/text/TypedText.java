package io.semascope.text;

/// A text a person typed or pasted into the window or the command line.
public record TypedText(String id, String text) implements TextUnit {}
