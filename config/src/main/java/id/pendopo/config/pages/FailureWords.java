package id.pendopo.config.pages;

import id.pendopo.ui.CountryPack;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Messages by HTTP status: what went wrong and what to do, for pages and for problem details (RFC 9457). */
@Component
class FailureWords {

    private final MessageSource messages;
    private final CountryPack pack;

    FailureWords(MessageSource messages, CountryPack pack) {
        this.messages = messages;
        this.pack = pack;
    }

    String title(HttpStatusCode status, Locale language) {
        return messages.getMessage(key(status), null, language);
    }

    /** @param seconds until it is worth trying again; empty where nobody knows */
    String hint(HttpStatusCode status, String seconds, Locale language) {
        return messages.getMessage(key(status) + ".hint", new Object[] {seconds}, language);
    }

    ProblemDetail problem(HttpStatusCode status, String seconds, HttpServletRequest request) {
        Locale language = language(request);
        return ProblemDetail.forStatusAndDetail(
                status, title(status, language) + ". " + hint(status, seconds, language));
    }

    /** Programs have no cookie: they say their language in the request, and the first one of the pages goes without saying. */
    private Locale language(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? pack.languages("pages").getFirst()
                : request.getLocale();
    }

    private static String key(HttpStatusCode code) {
        HttpStatus status = HttpStatus.resolve(code.value());
        return "config.error." + (status == null ? "trouble" : kind(status));
    }

    /** What to say of it, as the message bundle names it. */
    private static String kind(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND, METHOD_NOT_ALLOWED -> "missing";
            case UNAUTHORIZED, FORBIDDEN -> "forbidden";
            case TOO_MANY_REQUESTS -> "busy";
            case CONTENT_TOO_LARGE -> "large";
            case UNSUPPORTED_MEDIA_TYPE -> "type";
            default -> status.is4xxClientError() ? "unclear" : "trouble";
        };
    }
}
