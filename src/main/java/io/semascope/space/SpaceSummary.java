package io.semascope.space;

import io.semascope.text.Granularity;

/// What is known about a stored space without reading its vectors.
///
/// @param id within its workspace
/// @param origin the contract its vectors share
/// @param dimension values of a vector
/// @param granularity how its documents were cut
/// @param documents that have a unit here
/// @param units cut from documents
/// @param vectors how many of the units have a vector
/// @param revision grows when units or their vectors are added; typed texts come after all units and leave it
public record SpaceSummary(
    long id,
    SpaceOrigin origin,
    int dimension,
    Granularity granularity,
    int documents,
    int units,
    int vectors,
    long revision) {}
