/// Where is a document cut before each piece gets its own vector? Paragraphs, sentences, words and token windows.
/// Start at `Chunker`. Models do not belong here: a `TokenRuler` says how one would count, and that is all this room knows of it.
@org.jspecify.annotations.NullMarked
package io.semascope.text.chunking;
