package id.pendopo.config.api;

import id.pendopo.ui.CountryPack;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The exception handler of whatever REST API was called with a parameter that it does not have, or a body that no API reads. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice
class UnknownFieldProblem {

    private final MessageSource messages;
    private final Locale language;

    UnknownFieldProblem(MessageSource messages, CountryPack pack) {
        this.messages = messages;
        this.language = pack.languages("pages").getFirst();
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownField problem, HttpServletRequest request) {
        return AccessProblems.problem(
                messages, language, HttpStatus.BAD_REQUEST, "config.problem.unknown", problem.name());
    }

    @ExceptionHandler
    ProblemDetail unreadable(UnreadableBody problem, HttpServletRequest request) {
        return switch (problem.reason()) {
            case TOO_LARGE ->
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.CONTENT_TOO_LARGE,
                        messages.getMessage(
                                "config.problem.large", new Object[] {ReadableBodies.LIMIT / 1024}, language));
            case NUL ->
                AccessProblems.problem(
                        messages, language, HttpStatus.BAD_REQUEST, "config.problem.nul", problem.field());
        };
    }
}
