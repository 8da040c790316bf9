package id.pendopo.config.security;

import id.pendopo.config.security.attempts.LoginAttempts;
import id.pendopo.config.security.factor.GivenFactors;
import id.pendopo.config.security.passkeys.PasskeyRefused;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** What follows a log-in, good or bad: it is noted, counted, told in one line of the log, and the browser sent on. */
@Component
final class LoginResults implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    /** A working day without a click; visitors have a quarter of an hour. */
    private static final Duration AT_THE_DESK = Duration.ofHours(8);

    private static final String DATABASE_BACK_SECONDS = "10";
    private static final Logger log = LoggerFactory.getLogger(LoginResults.class);

    private final Users users;
    private final LoginAttempts attempts;
    private final Landing landing;
    private final MeterRegistry meters;

    LoginResults(Users users, LoginAttempts attempts, Landing landing, MeterRegistry meters) {
        this.users = users;
        this.attempts = attempts;
        this.landing = landing;
        this.meters = meters;
    }

    /** @param outcome {@code good}, {@code wrong}, {@code expired}, {@code locked}, {@code limited}, {@code busy} or {@code unavailable} */
    static void count(MeterRegistry meters, String outcome) {
        meters.counter("pendopo.logins", "outcome", outcome).increment();
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        if (GivenFactors.of(who).password() && !users.useUp(who.getName())) {
            request.getSession().invalidate();
            count(meters, "expired");
            response.sendRedirect("/login?expired");
            return;
        }
        note(() -> attempts.succeeded(who.getName(), request, response));
        count(meters, "good");
        request.getSession().setMaxInactiveInterval((int) AT_THE_DESK.toSeconds());
        response.sendRedirect(landing.of(who));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof InternalAuthenticationServiceException) {
            unavailable(response, failure);
            return;
        }
        if (failure instanceof CredentialsExpiredException) {
            // Whoever knows a password that was handed out may know that it is over.
            count(meters, "expired");
            log.info("A log-in failed: the password was handed out, and was used or is too old");
            response.sendRedirect("/login?expired");
            return;
        }
        if (failure instanceof PasskeyRefused refused) {
            refused.owner().ifPresent(login -> note(() -> attempts.failed(login, request)));
            count(meters, "wrong");
            response.sendRedirect("/login?passkey");
            return;
        }
        note(() -> attempts.failed(request.getParameter("username"), request));
        count(meters, "wrong");
        log.info("A log-in failed: name and password do not match");
        response.sendRedirect("/login?error");
    }

    private void unavailable(HttpServletResponse response, AuthenticationException failure) throws IOException {
        count(meters, "unavailable");
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        log.warn("A log-in could not be checked: {}", cause.getClass().getSimpleName());
        response.setHeader(HttpHeaders.RETRY_AFTER, DATABASE_BACK_SECONDS);
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }

    private static void note(Runnable attempt) {
        try {
            attempt.run();
        } catch (DataAccessException away) {
            log.warn("A log-in could not be noted: {}", away.getClass().getSimpleName());
        }
    }
}
