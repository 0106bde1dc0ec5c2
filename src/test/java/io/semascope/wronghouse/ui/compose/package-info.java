@org.jspecify.annotations.NullMarked
package io.semascope.wronghouse.ui.compose;
