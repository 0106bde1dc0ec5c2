package io.semascope.ui.shell;

import io.semascope.session.SessionState;
import io.semascope.ui.map.MapScene;
import io.semascope.ui.theme.CategoryColours;

/// A session state with what takes time for every text of it, made before the FX thread hears of the state.
///
/// @param colours of the shown chunks
/// @param scene of the projection; an empty one when there is none
record PreparedState(SessionState state, CategoryColours colours, MapScene scene) {}
