package id.pendopo.config.jobs;

import id.pendopo.ui.RestoreRules;
import java.util.Set;

/** When jobs run next is in no backup: the next start schedules them anew. */
final class JobRestoreRules implements RestoreRules {

    @Override
    public Set<String> leftOut() {
        return Set.of("scheduled_tasks");
    }
}
