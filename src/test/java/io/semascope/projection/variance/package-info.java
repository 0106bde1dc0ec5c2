/// Tests of the directions of largest variance, against scikit-learn and against what they must be by definition.
@org.jspecify.annotations.NullMarked
package io.semascope.projection.variance;
