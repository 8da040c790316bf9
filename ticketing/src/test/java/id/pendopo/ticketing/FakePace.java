package id.pendopo.ticketing;

import id.pendopo.ui.VisitorPace;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How fast forms may be sent, as a test says. */
public final class FakePace implements VisitorPace {

    private final Map<Form, Duration> waits = new EnumMap<>(Form.class);

    public void hold(Form form, Duration wait) {
        waits.put(form, wait);
    }

    public void letGo() {
        waits.clear();
    }

    @Override
    public Optional<Duration> exceeded(Form form, HttpServletRequest request) {
        return Optional.ofNullable(waits.get(form));
    }
}
