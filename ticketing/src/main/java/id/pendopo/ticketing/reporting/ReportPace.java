package id.pendopo.ticketing.reporting;

import id.pendopo.ticketing.labels.TicketLabels;
import id.pendopo.ui.VisitorPace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The rate limit of the report form: the page that was sent once more, with what was typed, and when to try again. */
@Component
class ReportPace {

    private final ObjectProvider<VisitorPace> pace;
    private final TicketLabels labels;

    ReportPace(ObjectProvider<VisitorPace> pace, TicketLabels labels) {
        this.pace = pace;
        this.labels = labels;
    }

    /**
     * Counts one use.
     *
     * @param same the page that the form stands on, filled in as it was
     * @return that page as an answer 429; empty means go on
     */
    Optional<ModelAndView> held(
            VisitorPace.Form form,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language,
            Supplier<ModelAndView> same) {
        return Optional.ofNullable(pace.getIfAvailable())
                .flatMap(limit -> limit.exceeded(form, request))
                .map(wait -> {
                    response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds()));
                    ModelAndView page =
                            same.get().addObject("busy", labels.say(language, "report.busy", minutes(wait)));
                    page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
                    return page;
                });
    }

    /** Rounded up. */
    private static long minutes(Duration wait) {
        return wait.plusSeconds(59).toMinutes();
    }
}
