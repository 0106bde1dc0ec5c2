package io.semascope.text;

/// A piece of a document.
///
/// @param id the document's id for a whole document, else the document's id, `#`, a letter for the granularity (p, s, w, and t for token windows) and a
///     1-based number (`skill-001#p3`)
/// @param documentId the document it was cut from
/// @param granularity how it was cut
/// @param span where it stands in the document's text
/// @param text exactly the characters of that span
public record Chunk(String id, String documentId, Granularity granularity, Span span, String text)
    implements TextUnit {}
