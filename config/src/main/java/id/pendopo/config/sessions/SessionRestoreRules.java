package id.pendopo.config.sessions;

import id.pendopo.ui.RestoreRules;
import java.util.Set;

/** Sessions are in no backup: whoever has a copy of one could go on with somebody's log-in. */
final class SessionRestoreRules implements RestoreRules {

    @Override
    public Set<String> leftOut() {
        return Set.of("spring_session", "spring_session_attributes");
    }
}
