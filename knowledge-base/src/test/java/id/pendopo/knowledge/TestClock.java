package id.pendopo.knowledge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until a test moves it; whoever moves it puts it back. */
public final class TestClock extends Clock {

    private final Instant start;
    private volatile Instant now;

    TestClock(Instant start) {
        this.start = start;
        this.now = start;
    }

    public void forward(Duration time) {
        now = now.plus(time);
    }

    public void back() {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
