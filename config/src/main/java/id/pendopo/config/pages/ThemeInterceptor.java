package id.pendopo.config.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;

/** Keeps whether a visitor wants the pages light or dark, whatever the device says: {@code ?theme=dark}. */
final class ThemeInterceptor implements HandlerInterceptor {

    static final String COOKIE = "theme";
    static final List<String> THEMES = List.of("light", "dark");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String wanted = request.getParameter(COOKIE);
        if (wanted != null && THEMES.contains(wanted)) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(COOKIE, wanted)
                            .path("/")
                            .httpOnly(true)
                            .sameSite("Lax")
                            .maxAge(Duration.ofDays(365))
                            .build()
                            .toString());
            request.setAttribute(COOKIE, wanted);
        }
        return true;
    }
}
