/// What does a grid look like through a kernel? Fast Fourier transforms of many sequences side by side, and the convolution of a plane made of them.
/// Start at `PlaneConvolution`. Points, pictures and what a kernel means do not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.projection.fourier;
