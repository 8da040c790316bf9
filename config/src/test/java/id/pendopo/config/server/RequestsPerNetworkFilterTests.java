package id.pendopo.config.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestsPerNetworkFilterTests {

    private final RequestsPerNetworkFilter filter =
            new RequestsPerNetworkFilter(new NetworkCounts(new Proxies(List.of("127.0.0.0/8")), 2));

    private final FilterChain streams = (request, _) -> ((HttpServletRequest) request).startAsync();

    @Test
    void sendsAwayMoreStreamsThanOneAddressMayHaveUntilOneEnds() throws Exception {
        MockHttpServletRequest first = request("203.0.113.7");
        filter.doFilter(first, new MockHttpServletResponse(), streams);
        filter.doFilter(request("203.0.113.7"), new MockHttpServletResponse(), streams);

        assertThat(status("203.0.113.7")).isEqualTo(503);
        assertThat(status("203.0.113.8")).isEqualTo(200);

        ((MockAsyncContext) first.getAsyncContext()).complete();
        assertThat(status("203.0.113.7")).isEqualTo(200);
    }

    @Test
    void countsNeitherProxiesNorWhatIsNoAddress() throws Exception {
        for (int i = 0; i < 5; i++) {
            filter.doFilter(request("127.0.0.1"), new MockHttpServletResponse(), streams);
            filter.doFilter(request("unknown"), new MockHttpServletResponse(), streams);
        }
        assertThat(status("127.0.0.1")).isEqualTo(200);
        assertThat(status("unknown")).isEqualTo(200);
    }

    private int status(String from) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request(from), response, (_, _) -> {});
        return response.getStatus();
    }

    private static MockHttpServletRequest request(String from) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/chat");
        request.setRemoteAddr(from);
        request.setAsyncSupported(true);
        return request;
    }
}
