package id.pendopo.ticketing;

import id.pendopo.ui.CountryPack;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that goes on when a test says so; every test begins on Tuesday, 24 November 2026, 09.00 WIB. */
public final class MovingClock extends Clock {

    public static final Instant START = Instant.parse("2026-11-24T02:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    void reset() {
        now.set(START);
    }

    public void forward(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return CountryPack.chosen().zone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
