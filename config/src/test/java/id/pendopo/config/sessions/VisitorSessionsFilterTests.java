package id.pendopo.config.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class VisitorSessionsFilterTests {

    private final VisitorSessions sessions = mock(VisitorSessions.class);
    private final VisitorSessionsFilter filter = new VisitorSessionsFilter(sessions);
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void beginsASessionWhileThereIsRoom() throws Exception {
        when(sessions.begins(anyString())).thenReturn(true);

        filter.doFilter(request, response, (asked, _) -> ((HttpServletRequest) asked).getSession());

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(request.getSession(false)).isNotNull();
    }

    @Test
    void saysWhenToComeBackWhereThereIsNone() throws Exception {
        FilterChain rendering = (asked, _) -> {
            try {
                ((HttpServletRequest) asked).getSession(true);
            } catch (RuntimeException whileRendering) {
                throw new ServletException("a template failed", whileRendering);
            }
        };

        filter.doFilter(request, response, rendering);

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("60");
        assertThat(request.getSession(false)).isNull();
    }

    @Test
    void whoHasASessionGoesOn() throws Exception {
        request.getSession();

        filter.doFilter(request, response, (asked, _) -> ((HttpServletRequest) asked).getSession());

        assertThat(response.getStatus()).isEqualTo(200);
    }

    @Test
    void whoNeedsNoneIsServed() throws Exception {
        filter.doFilter(request, response, (asked, _) -> ((HttpServletRequest) asked).getSession(false));

        assertThat(response.getStatus()).isEqualTo(200);
    }

    @Test
    void hidesNoOtherFailure() {
        assertThatThrownBy(() -> filter.doFilter(request, response, (_, _) -> {
                    throw new ServletException("ours");
                }))
                .hasMessage("ours");
    }
}
