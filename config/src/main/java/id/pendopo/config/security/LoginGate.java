package id.pendopo.config.security;

import id.pendopo.channels.Limits;
import id.pendopo.config.security.attempts.LoginAttempts;
import id.pendopo.config.security.passkeys.PasskeyLogin;
import id.pendopo.ui.NetworkName;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Rate limit of log-ins by address and in all, ahead of the database, and lockout by name and place, ahead of the hashing.
 * Whoever is over the limit, or comes while too many passwords wait, gets 429 and is told when to come back; it does not
 * count as a wrong password.
 */
final class LoginGate extends OncePerRequestFilter {

    /** An office of many people shares an address, and its day begins for all at once. */
    static final int PER_ADDRESS_AND_MINUTE = 30;

    /** So many take about half of one core. */
    static final int IN_ALL_PER_MINUTE = 300;

    private static final RequestMatcher LOG_INS = new OrRequestMatcher(
            PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/login"),
            PathPatternRequestMatcher.pathPattern(HttpMethod.POST, PasskeyLogin.PATH));

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HASHED_SOON = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(LoginGate.class);

    private final Limits limits;
    private final LoginAttempts attempts;
    private final MeterRegistry meters;

    LoginGate(Limits limits, LoginAttempts attempts, MeterRegistry meters) {
        this.attempts = attempts;
        this.limits = limits;
        this.meters = meters;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !LOG_INS.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Duration> wait = exceeded(request.getRemoteAddr());
        if (wait.isPresent()) {
            refuse(response, wait.get(), "limited");
            return;
        }
        if (locked(request)) {
            LoginResults.count(meters, "locked");
            log.info("A log-in was not looked at: too many wrong passwords came for that name from there");
            response.sendRedirect("/login?error");
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (HashingBusy busy) {
            refuse(response, HASHED_SOON, "busy");
        }
    }

    /** While the database is away nobody is locked, and nobody gets in: the password cannot be looked up either. */
    private boolean locked(HttpServletRequest request) {
        try {
            return attempts.locked(request.getParameter("username"), request);
        } catch (DataAccessException away) {
            return false;
        }
    }

    /** One address that is over its limit uses nothing up of what all have. */
    private Optional<Duration> exceeded(String address) {
        return NetworkName.of(address)
                .flatMap(network -> limits.exceeded("login/from/" + network, PER_ADDRESS_AND_MINUTE, MINUTE))
                .or(() -> limits.exceeded("login/all", IN_ALL_PER_MINUTE, MINUTE));
    }

    private void refuse(HttpServletResponse response, Duration wait, String outcome) throws IOException {
        LoginResults.count(meters, outcome);
        log.info("A log-in was sent away with 429: {}", outcome);
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds()));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }
}
