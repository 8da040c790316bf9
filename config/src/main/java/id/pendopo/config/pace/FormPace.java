package id.pendopo.config.pace;

import id.pendopo.channels.Limits;
import id.pendopo.ui.NetworkName;
import id.pendopo.ui.VisitorPace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The token buckets of public forms. A bucket holds as many as its limit says and fills again within its time, so that an
 * office of ten behind one address may report at once.
 */
@Component
final class FormPace implements VisitorPace, Limits.Use {

    static final String ANSWERS = "report-answers";
    static final String REPORTS = "reports-network";
    static final String OWN_REPORTS = "reports-visitor";
    static final String OPINIONS = "opinions-network";

    private static final String BY_NETWORK = "form/network/";
    private static final String BY_VISITOR = "form/visitor/";
    private static final Duration ANSWERS_WITHIN = Duration.ofMinutes(1);
    private static final Duration REPORTS_WITHIN = Duration.ofMinutes(2);
    private static final Duration OWN_REPORTS_WITHIN = Duration.ofMinutes(10);
    private static final Duration OPINIONS_WITHIN = Duration.ofMinutes(30);

    private final Limits limits;
    private final Limits.Values values;

    FormPace(Limits limits, Limits.Values values) {
        this.limits = limits;
        this.values = values;
    }

    @Override
    public Optional<Duration> exceeded(Form form, HttpServletRequest request) {
        return switch (form) {
            case REPORT_ANSWER -> network(ANSWERS, ANSWERS_WITHIN, request);
            case REPORT ->
                visitor(OWN_REPORTS, OWN_REPORTS_WITHIN, request).or(() -> network(REPORTS, REPORTS_WITHIN, request));
            case OPINION -> network(OPINIONS, OPINIONS_WITHIN, request);
        };
    }

    private Optional<Duration> network(String limit, Duration within, HttpServletRequest request) {
        return NetworkName.of(request.getRemoteAddr())
                .flatMap(name -> limits.exceeded(BY_NETWORK + limit + "/" + name, (int) values.of(limit), within));
    }

    /** By the session that keeps the draft; a proxy may hide the network. */
    private Optional<Duration> visitor(String limit, Duration within, HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : limits.exceeded(
                        BY_VISITOR + limit + "/"
                                + Integer.toHexString(session.getId().hashCode()),
                        (int) values.of(limit),
                        within);
    }

    @Override
    public Map<String, Long> now() {
        return Map.of(
                ANSWERS, limits.busiest(BY_NETWORK + ANSWERS),
                REPORTS, limits.busiest(BY_NETWORK + REPORTS),
                OWN_REPORTS, limits.busiest(BY_VISITOR + OWN_REPORTS),
                OPINIONS, limits.busiest(BY_NETWORK + OPINIONS));
    }
}
