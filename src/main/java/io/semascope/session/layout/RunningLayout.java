package io.semascope.session.layout;

import io.semascope.projection.LiveParameters;
import io.semascope.projection.ProjectionMethod;

/// A projection that is being computed.
///
/// @param method how it was asked for
/// @param paused whether it waits to be taken up again
/// @param parameters what it uses now
/// @param interruptible whether it shows frames and can be paused; a library engine cannot
public record RunningLayout(
    ProjectionMethod method, boolean paused, LiveParameters parameters, boolean interruptible) {}
