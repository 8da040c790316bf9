package id.pendopo.knowledge.help;

import id.pendopo.ui.VisitorPace;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How fast forms may be sent, as a test says. */
@Component
final class FakePace implements VisitorPace {

    private volatile Optional<Duration> wait = Optional.empty();

    void hold(Duration until) {
        wait = Optional.of(until);
    }

    void letGo() {
        wait = Optional.empty();
    }

    @Override
    public Optional<Duration> exceeded(Form form, HttpServletRequest request) {
        return wait;
    }
}
