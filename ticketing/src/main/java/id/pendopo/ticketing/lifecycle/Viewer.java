package id.pendopo.ticketing.lifecycle;

import id.pendopo.ticketing.Agents.Reach;
import id.pendopo.ticketing.TicketCode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The access rule of whoever looks at tickets, as a condition of queries: who is outside the scope, or not cleared for a
 * confidential ticket, reaches nothing. Whatever is assigned to somebody they reach in any scope, and whoever is on duty
 * reaches an emergency that waits.
 *
 * @param login what {@code Principal.getName()} is
 * @param reach empty when the directory knows nobody of this name, who then reaches nothing
 * @param rung emergencies that wait for somebody while this one is on duty
 * @param clearance for confidential tickets
 */
public record Viewer(String login, Optional<Reach> reach, Set<TicketCode> rung, Clearance clearance) {

    /** What is true of every confidential row of {@code ticket t}. */
    static final String CONFIDENTIAL = "(t.withheld or t.visibility = 'CONFIDENTIAL')";

    public Viewer {
        rung = Set.copyOf(rung);
    }

    /** Whether nothing is outside the scope; confidential tickets may be closed to this one all the same. */
    boolean seesEveryUnit() {
        return reach.filter(known -> switch (known.scope()) {
                    case AGENCY, ALL -> true;
                    case OWN, UNIT -> false;
                })
                .isPresent();
    }

    /** What is true of every row of {@code ticket t} that is reached; takes {@link #params}. */
    String condition() {
        String named =
                clearance.named().isEmpty() ? "" : " or (" + CONFIDENTIAL + " and t.category = any(:viewerNamed))";
        return reach.map(known -> "(t.assignee = :viewer or t.code = any(:viewerRung)" + named + " or ("
                        + scope(known) + " and (not " + CONFIDENTIAL + """
                         or (t.unit = any(:viewerGuarded) and not t.category = any(:viewerTrusting))
                         or t.id = any(:viewerOpened) or t.code = any(:viewerUnattended))))""")
                .orElse("false");
    }

    /** What is true of every confidential row of {@code ticket t} in the scope that is not reached; takes {@link #params}. */
    String hidden() {
        return reach.map(known ->
                        "(" + CONFIDENTIAL + " and " + scope(known) + " and (" + condition() + ") is not true)")
                .orElse("false");
    }

    private static String scope(Reach known) {
        return switch (known.scope()) {
            case AGENCY, ALL -> "true";
            case UNIT -> "t.unit = :viewerUnit";
            case OWN -> "false";
        };
    }

    Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("viewer", login);
        params.put("viewerUnit", reach.flatMap(Reach::unit).orElse(null));
        params.put("viewerRung", digits(rung));
        params.put("viewerNamed", clearance.named().toArray(String[]::new));
        params.put("viewerGuarded", clearance.guarded().toArray(String[]::new));
        params.put("viewerTrusting", clearance.trusting().toArray(String[]::new));
        params.put("viewerOpened", clearance.opened().toArray(Long[]::new));
        params.put("viewerUnattended", digits(clearance.unattended()));
        return params;
    }

    static String[] digits(Collection<TicketCode> codes) {
        return codes.stream().map(TicketCode::digits).toArray(String[]::new);
    }
}
