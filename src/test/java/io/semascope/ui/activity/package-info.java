/// Tests of the panel of the same name.
@org.jspecify.annotations.NullMarked
package io.semascope.ui.activity;
