package id.pendopo.channels.gateway.limits;

import id.pendopo.channels.Limits;
import id.pendopo.ui.DeskNotices;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells supervisors and administrators which limits are nearly used up. */
@Component
final class LimitNotices implements DeskNotices {

    private static final Set<String> READERS = Set.of("desk:supervise", "admin");
    private static final int MEGABYTE = 1 << 20;

    private final Spending spending;
    private final Limits.FreeSpace space;

    LimitNotices(Spending spending, Limits.FreeSpace space) {
        this.spending = spending;
        this.space = space;
    }

    @Override
    public List<Notice> now() {
        List<Notice> notices = new ArrayList<>();
        spending.alarms()
                .forEach((account, percent) -> notices.add(new Notice(
                        READERS,
                        percent >= Spending.STOP ? "limits.notice.stopped" : "limits.notice.near",
                        List.of(account, percent))));
        if (space.level() != Limits.FreeSpace.Level.ENOUGH) {
            notices.add(new Notice(READERS, "limits.notice.disk", List.of(space.bytes() / MEGABYTE)));
        }
        return notices;
    }
}
