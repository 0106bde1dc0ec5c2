/// How do numbers, categories and values look everywhere alike? Colours, number formats, light and dark.
/// Start at `CategoryColours`. What is shown does not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.ui.theme;
