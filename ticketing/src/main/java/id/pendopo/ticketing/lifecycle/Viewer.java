package id.pendopo.ticketing.lifecycle;

import id.pendopo.ticketing.Agents.Reach;
import id.pendopo.ticketing.TicketCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The access rule of whoever looks at tickets, as a condition of queries: who is outside the scope reaches nothing.
 * Whatever is assigned to somebody they reach in any scope, and whoever is on duty reaches an emergency that waits.
 *
 * @param login what {@code Principal.getName()} is
 * @param reach empty when the directory knows nobody of this name, who then reaches nothing
 * @param rung emergencies that wait for somebody while this one is on duty
 */
public record Viewer(String login, Optional<Reach> reach, Set<TicketCode> rung) {

    public Viewer {
        rung = Set.copyOf(rung);
    }

    /** Whether nothing is outside the scope. */
    public boolean reachesAll() {
        return reach.filter(known -> switch (known.scope()) {
                    case AGENCY, ALL -> true;
                    case OWN, UNIT -> false;
                })
                .isPresent();
    }

    /** What is true of every row of {@code ticket t} that is reached; takes {@link #params}. */
    String condition() {
        return reach.map(known -> switch (known.scope()) {
                    case AGENCY, ALL -> "true";
                    case UNIT -> "(t.unit = :viewerUnit or t.assignee = :viewer or t.code = any(:viewerRung))";
                    case OWN -> "(t.assignee = :viewer or t.code = any(:viewerRung))";
                })
                .orElse("false");
    }

    Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("viewer", login);
        params.put("viewerUnit", reach.flatMap(Reach::unit).orElse(null));
        params.put("viewerRung", digits(List.copyOf(rung)));
        return params;
    }

    static String[] digits(List<TicketCode> codes) {
        return codes.stream().map(TicketCode::digits).toArray(String[]::new);
    }
}
