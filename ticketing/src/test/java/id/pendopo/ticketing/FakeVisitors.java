package id.pendopo.ticketing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Believes a header. */
@Component
public class FakeVisitors implements Visitors {

    public static final String CONVERSATION = "X-Conversation";

    @Override
    public Optional<Long> conversation(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(CONVERSATION)).map(Long::valueOf);
    }
}
