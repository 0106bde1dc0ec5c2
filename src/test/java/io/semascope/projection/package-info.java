/// Tests of what all methods share; `Golden` holds the fixture that scikit-learn has measured too.
@org.jspecify.annotations.NullMarked
package io.semascope.projection;
