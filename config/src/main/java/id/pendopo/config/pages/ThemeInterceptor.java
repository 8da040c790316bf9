package id.pendopo.config.pages;

import id.pendopo.ui.VisitorCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.web.servlet.HandlerInterceptor;

/** Keeps whether a visitor wants the pages light or dark, whatever the device says: {@code ?theme=dark}. */
final class ThemeInterceptor implements HandlerInterceptor {

    static final String COOKIE = "theme";
    private static final VisitorCookie KEPT = VisitorCookie.ofChoice(COOKIE, "/", Duration.ofDays(365));
    static final List<String> THEMES = List.of("light", "dark");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String wanted = request.getParameter(COOKIE);
        if (wanted != null && THEMES.contains(wanted)) {
            KEPT.write(response, wanted);
            request.setAttribute(COOKIE, wanted);
        }
        return true;
    }
}
