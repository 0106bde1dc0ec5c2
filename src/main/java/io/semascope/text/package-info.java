/// What is the text that gets a vector? Documents, the spans cut from them, and texts a person typed.
/// Start at `TextUnit`. How a document is cut lives in `text.chunking`; vectors, models and layouts do not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.text;
