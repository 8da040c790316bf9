package id.pendopo.config.pages;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** People get a page where programs get problem details. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorPages {

    /** Leads to {@code error.html}, with the frame that every page has. */
    @ExceptionHandler(
            exception = {ServletException.class, ErrorResponseException.class},
            produces = MediaType.TEXT_HTML_VALUE)
    void page(Exception failure, HttpServletResponse response) throws IOException {
        response.sendError(
                failure instanceof ErrorResponse known
                        ? known.getStatusCode().value()
                        : HttpStatus.INTERNAL_SERVER_ERROR.value());
    }
}
