package id.pendopo.config.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
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

    @RequestMapping("/error")
    Object failed(HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = status(request);
        if (COME_BACK.contains(status) && !response.containsHeader(HttpHeaders.RETRY_AFTER)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (ErrorPages.browser(request)) {
            response.setStatus(status.value());
            return new ModelAndView("error", model(request, response, status));
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatus(status));
    }

    private static Map<String, Object> model(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status) {
        Map<String, Object> model = new HashMap<>(Map.of("status", status.value()));
        model.put("login", "/login".equals(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)));
        model.put("seconds", response.getHeader(HttpHeaders.RETRY_AFTER));
        return model;
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
