/// Tests of principal components, judged by scikit-learn.
@org.jspecify.annotations.NullMarked
package io.semascope.projection.pca;
