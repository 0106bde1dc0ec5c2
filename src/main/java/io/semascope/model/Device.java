package io.semascope.model;

/// Where a model runs.
///
/// @param name for people: `CPU, 2 threads`, `NVIDIA GPU 0 (CUDA)`
/// @param note why it is not the faster device that was tried; empty when there is nothing to say
public record Device(String name, String note) {}
