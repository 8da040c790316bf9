package id.pendopo.ticketing.api;

import id.pendopo.ticketing.lifecycle.IdempotentRequests;
import id.pendopo.ticketing.settings.Fault;
import id.pendopo.ticketing.settings.SettingsRefused;
import id.pendopo.ui.CountryPack;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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

/** The exception handler of the REST APIs of units and categories: problem details (RFC 9457) that name the field to mend. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(assignableTypes = {UnitsApi.class, CategoriesApi.class})
class SettingsApiProblems {

    private final MessageSource messages;
    private final CountryPack pack;

    SettingsApiProblems(MessageSource messages, CountryPack pack) {
        this.messages = messages;
        this.pack = pack;
    }

    @ExceptionHandler
    ProblemDetail refused(SettingsRefused problem, HttpServletRequest request) {
        HttpStatus status = switch (problem.kind()) {
            case ABSENT -> HttpStatus.NOT_FOUND;
            case TAKEN, STALE, IN_USE -> HttpStatus.CONFLICT;
            case WRONG -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        Fault fault = problem.faults().getFirst();
        return problem(status, fault.key(), field(fault), request, fault.arguments());
    }

    /** Forms have a field for each language, weekday and type; a call has one for all of them. */
    private static String field(Fault fault) {
        return fault.field().startsWith("name.") ? "names" : fault.field().replaceFirst("-.*", "");
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownSetting problem, HttpServletRequest request) {
        return problem(
                HttpStatus.BAD_REQUEST, "settings.fault.unknown", problem.name(), request, List.of(problem.name()));
    }

    @ExceptionHandler
    ProblemDetail reused(IdempotentRequests.KeyReused problem, HttpServletRequest request) {
        return problem(
                HttpStatus.UNPROCESSABLE_CONTENT, "settings.fault.request", "Idempotency-Key", request, List.of());
    }

    @ExceptionHandler
    ProblemDetail incomplete(MethodArgumentNotValidException problem, HttpServletRequest request) {
        return problem(HttpStatus.BAD_REQUEST, "settings.fault.key", "key", request, List.of());
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException problem, HttpServletRequest request) {
        return problem(HttpStatus.BAD_REQUEST, "settings.fault.unreadable", "", request, List.of());
    }

    private ProblemDetail problem(
            HttpStatus status, String key, String field, HttpServletRequest request, List<Object> arguments) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(
                status, messages.getMessage("ticketing." + key, arguments.toArray(), language(request)));
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
