package id.pendopo.config.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Exception handler of last resort: leads a browser to the page about an error; a program gets problem details (RFC 9457).
 * A page that has words of its own for a failure says them first.
 */
@ControllerAdvice
@Order(0)
class ErrorPages extends ResponseEntityExceptionHandler {

    private final FailureWords words;

    ErrorPages(FailureWords words) {
        this.words = words;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ServletWebRequest web = (ServletWebRequest) request;
        HttpServletResponse response = web.getResponse();
        if (response == null || response.isCommitted()) {
            return super.handleExceptionInternal(failure, body, headers, status, request);
        }
        if (!browser(web.getRequest())) {
            return super.handleExceptionInternal(
                    failure, words.problem(status, "", web.getRequest()), headers, status, request);
        }
        headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        try {
            response.sendError(status.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return null;
    }

    /** Whether a person looks: who names {@code text/html} is a browser; a program takes anything. */
    static boolean browser(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed instanceof String original ? original : request.getRequestURI();
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && !path.matches("/(api|webhooks|actuator)(/.*)?");
    }
}
