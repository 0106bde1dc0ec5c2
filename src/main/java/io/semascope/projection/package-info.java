/// How do many dimensions become a picture in two? Methods, their runs, and where a new vector lands.
/// Start at `ProjectionMethod` and `LayoutRun`; each method's mathematics has a room of its own below. Texts and drawing do not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.projection;
