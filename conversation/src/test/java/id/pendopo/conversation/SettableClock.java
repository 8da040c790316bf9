package id.pendopo.conversation;

import id.pendopo.ui.CountryPack;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that a test sets; a working morning of the desk until then. */
public final class SettableClock extends Clock {

    private static final Instant MORNING =
            OffsetDateTime.parse("2026-03-17T09:00+07:00").toInstant();

    private final AtomicReference<Instant> now = new AtomicReference<>(MORNING);

    public void at(Instant moment) {
        now.set(moment);
    }

    public void advance(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @Override
    public ZoneId getZone() {
        return CountryPack.chosen().zone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now.get();
    }
}
