package id.pendopo.config.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;

/** The access-denied handler: whoever may do nothing before they choose a password is led there, others get a 403. */
final class PasswordFirst implements AccessDeniedHandler {

    static final String PAGE = "/password";

    private final AccessDeniedHandler others = new AccessDeniedHandlerImpl();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (Users.mustChoosePassword(SecurityContextHolder.getContext().getAuthentication())) {
            response.sendRedirect(PAGE);
        } else {
            others.handle(request, response, denied);
        }
    }
}
