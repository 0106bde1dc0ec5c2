/// Tests of map quality, judged by scikit-learn.
@org.jspecify.annotations.NullMarked
package io.semascope.projection.quality;
