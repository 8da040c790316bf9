package id.pendopo.ticketing.api;

import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.lifecycle.IdempotentRequests;
import id.pendopo.ui.CountryPack;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * The exception handler of the REST API, as problem details: what a program is told when its request cannot be done,
 * and what to do then (RFC 9457).
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(assignableTypes = TicketsApi.class)
class TicketsApiProblems {

    private final MessageSource messages;
    private final CountryPack pack;

    TicketsApiProblems(MessageSource messages, CountryPack pack) {
        this.pack = pack;
        this.messages = messages;
    }

    @ExceptionHandler
    ProblemDetail stale(Tickets.StaleTicket problem, HttpServletRequest request) {
        Ticket current = problem.current();
        ProblemDetail detail = problem(HttpStatus.CONFLICT, "stale", request, current.version());
        detail.setProperty("version", current.version());
        return detail;
    }

    @ExceptionHandler
    ProblemDetail closed(Tickets.AlreadyClosed problem, HttpServletRequest request) {
        return problem(HttpStatus.CONFLICT, "closed", request);
    }

    @ExceptionHandler
    ProblemDetail unknown(Tickets.NoSuchTicket problem, HttpServletRequest request) {
        return problem(HttpStatus.NOT_FOUND, "unknown", request);
    }

    @ExceptionHandler
    ProblemDetail mistyped(TicketsApi.MistypedCode problem, HttpServletRequest request) {
        return problem(HttpStatus.NOT_FOUND, "mistyped", request);
    }

    @ExceptionHandler
    ProblemDetail nobody(Tickets.UnknownAgent problem, HttpServletRequest request) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "agent", request);
    }

    @ExceptionHandler
    ProblemDetail nowhere(Tickets.UnknownDestination problem, HttpServletRequest request) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "destination", request);
    }

    @ExceptionHandler
    ProblemDetail reused(IdempotentRequests.KeyReused problem, HttpServletRequest request) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "key", request);
    }

    @ExceptionHandler
    ProblemDetail incomplete(MethodArgumentNotValidException problem, HttpServletRequest request) {
        String fields = problem.getFieldErrors().stream()
                .map(FieldError::getField)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return problem(HttpStatus.BAD_REQUEST, "incomplete", request, fields);
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException problem, HttpServletRequest request) {
        return problem(HttpStatus.BAD_REQUEST, "unreadable", request);
    }

    @ExceptionHandler
    ProblemDetail mismatch(MethodArgumentTypeMismatchException problem, HttpServletRequest request) {
        return problem(HttpStatus.BAD_REQUEST, "status", request);
    }

    private ProblemDetail problem(HttpStatus status, String key, HttpServletRequest request, Object... args) {
        Locale language = language(request);
        String prefix = "ticketing.problem." + key;
        ProblemDetail detail =
                ProblemDetail.forStatusAndDetail(status, messages.getMessage(prefix + ".detail", args, language));
        detail.setTitle(messages.getMessage(prefix + ".title", args, language));
        return detail;
    }

    /** Programs have no cookie: they say their language in the request, and the first one of the pages goes without saying. */
    private Locale language(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? pack.languages("pages").getFirst()
                : request.getLocale();
    }
}
