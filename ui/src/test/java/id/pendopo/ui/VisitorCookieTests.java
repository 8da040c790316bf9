package id.pendopo.ui;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class VisitorCookieTests {

    @Test
    void isHiddenFromScripts() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        VisitorCookie.ofChoice("theme", "/help", Duration.ofDays(1)).write(response, "dark");
        assertThat(response.getHeader(HttpHeaders.SET_COOKIE))
                .startsWith("theme=dark; Path=/help; Max-Age=86400;")
                .endsWith("HttpOnly; SameSite=Lax");
    }

    @Test
    void staysAtHomeWhenItProvesASession() {
        assertThat(VisitorCookie.ofSession("session", Duration.ofDays(1), true)
                        .with("1.a")
                        .toString())
                .startsWith("__Host-session=1.a;")
                .contains("Secure", "SameSite=Strict", "Path=/;")
                .doesNotContain("Domain");
    }

    @Test
    void isOfOneHostByHttpsAlone() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(new Cookie("session", "neighbour"), new Cookie("__Host-session", "ours"));

        assertThat(VisitorCookie.ofSession("session", Duration.ofDays(1), true).read(request))
                .contains("ours");
        assertThat(VisitorCookie.ofSession("session", Duration.ofDays(1), false).read(request))
                .contains("neighbour");
    }

    @Test
    void readsWhatTheBrowserRemembers() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        assertThat(VisitorCookie.read(request, "theme")).isEmpty();
        request.setCookies(new Cookie("theme", "light"));
        assertThat(VisitorCookie.read(request, "theme")).contains("light");
    }
}
