package id.pendopo.config.security.attempts;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * The listener for denied authorizations: counts who is known and came to a closed door, and says which in one line of the log.
 * Strangers are not told of: every passer-by would fill it.
 */
@Component
final class RefusedAccess {

    private static final Set<String> DOORS = Set.of("desk", "admin", "api", "actuator", "password", "login");
    private static final Logger log = LoggerFactory.getLogger(RefusedAccess.class);

    private final MeterRegistry meters;

    RefusedAccess(MeterRegistry meters) {
        this.meters = meters;
    }

    @EventListener
    void refused(AuthorizationDeniedEvent<?> event) {
        Authentication who = event.getAuthentication().get();
        if (who == null || !who.isAuthenticated() || who instanceof AnonymousAuthenticationToken) {
            return;
        }
        String door = event.getObject() instanceof HttpServletRequest request ? door(request) : "method";
        meters.counter("pendopo.access.refused", "door", door).increment();
        log.info("Access was refused to somebody who is known, at the door {}", door);
    }

    /** The first part of the address and no more: what follows may be a ticket's number. */
    private static String door(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String first = path.replaceFirst("^/+", "").replaceFirst("/.*", "");
        return DOORS.contains(first) ? first : "other";
    }
}
