/// Tests of the components of files; start at `FileComponentsTest`.
@org.jspecify.annotations.NullMarked
package io.semascope.session.components;
