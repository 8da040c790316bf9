package id.pendopo.config.pages;

import id.pendopo.ui.Layout;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the server sends what nobody handled: a page for people, a problem for programs; never a stack trace. */
@Controller
class FailureController implements ErrorController {

    private static final Set<HttpStatus> COME_BACK =
            Set.of(HttpStatus.TOO_MANY_REQUESTS, HttpStatus.SERVICE_UNAVAILABLE);
    private static final String RETRY_AFTER_SECONDS = "10";

    private final FailureWords words;

    FailureController(FailureWords words) {
        this.words = words;
    }

    @RequestMapping("/error")
    Object failed(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        HttpStatus status = status(request);
        if (COME_BACK.contains(status) && !response.containsHeader(HttpHeaders.RETRY_AFTER)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (ErrorPages.browser(request)) {
            response.setStatus(status.value());
            return new ModelAndView("error", model(request, response, status, locale));
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(words.problem(status, seconds(response), request));
    }

    private Map<String, Object> model(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, Locale locale) {
        Map<String, Object> model = new HashMap<>();
        model.put(Layout.TITLE, words.title(status, locale));
        model.put("hint", words.hint(status, seconds(response), locale));
        model.put("login", "/login".equals(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)));
        return model;
    }

    private static String seconds(HttpServletResponse response) {
        return Objects.requireNonNullElse(response.getHeader(HttpHeaders.RETRY_AFTER), "");
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
