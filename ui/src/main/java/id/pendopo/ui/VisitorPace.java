package id.pendopo.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * The rate limiter of public forms, by network and by visitor; a leaf asks it before it stores what a form holds. Any thread
 * may ask.
 */
@FunctionalInterface
public interface VisitorPace {

    /** A public form. A closed set. */
    enum Form {
        /** An answer to one question of a report, which only the visitor's session keeps. */
        REPORT_ANSWER,
        /** A report that is sent. */
        REPORT,
        /** What a visitor says of an article. */
        OPINION
    }

    /**
     * Counts one use.
     *
     * @return how long to wait, at least a second; empty means go on
     */
    Optional<Duration> exceeded(Form form, HttpServletRequest request);
}
