package id.pendopo.config.api;

import id.pendopo.config.security.AccessRefused;
import id.pendopo.config.security.AccessRequests;
import id.pendopo.ui.CountryPack;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The exception handler of these REST APIs, as problem details (RFC 9457) that name the field to mend. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(basePackageClasses = AccessProblems.class)
class AccessProblems {

    private final MessageSource messages;
    private final CountryPack pack;

    AccessProblems(MessageSource messages, CountryPack pack) {
        this.messages = messages;
        this.pack = pack;
    }

    @ExceptionHandler
    ProblemDetail refused(AccessRefused problem, HttpServletRequest request) {
        HttpStatus status = switch (problem.reason()) {
            case ABSENT -> HttpStatus.NOT_FOUND;
            case TAKEN, LAST_ADMINISTRATOR -> HttpStatus.CONFLICT;
            case LOGIN, LABEL, NAME, ROLES, UNIT, SCOPE, SCOPE_OF_NOTHING, SCOPE_OF_PROGRAM ->
                HttpStatus.UNPROCESSABLE_CONTENT;
        };
        return problem(status, problem.reason().key(), problem.reason().field(), request);
    }

    @ExceptionHandler
    ProblemDetail reused(AccessRequests.KeyReused problem, HttpServletRequest request) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "config.problem.key", "Idempotency-Key", request);
    }

    @ExceptionHandler
    ProblemDetail incomplete(MethodArgumentNotValidException problem, HttpServletRequest request) {
        String field = problem.getFieldErrors().isEmpty()
                ? ""
                : problem.getFieldErrors().getFirst().getField();
        return problem(HttpStatus.BAD_REQUEST, "config.problem.incomplete", field, request);
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException problem, HttpServletRequest request) {
        return problem(HttpStatus.BAD_REQUEST, "config.problem.unreadable", "", request);
    }

    private ProblemDetail problem(HttpStatus status, String key, String field, HttpServletRequest request) {
        return problem(messages, language(request), status, key, field);
    }

    static ProblemDetail problem(MessageSource messages, Locale language, HttpStatus status, String key, String field) {
        ProblemDetail detail =
                ProblemDetail.forStatusAndDetail(status, messages.getMessage(key, new Object[] {field}, language));
        if (!field.isEmpty()) {
            detail.setProperty("field", field);
        }
        return detail;
    }

    /** Programs have no cookie: they say their language in the request, and the first one of the pages goes without saying. */
    private Locale language(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? pack.languages("pages").getFirst()
                : request.getLocale();
    }
}
