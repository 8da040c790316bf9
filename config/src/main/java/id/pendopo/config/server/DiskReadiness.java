package id.pendopo.config.server;

import id.pendopo.channels.Limits;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** The readiness of the data folder's disk: a node without room takes no requests before its database has to stop. */
@Component("roomHealthIndicator")
final class DiskReadiness implements HealthIndicator {

    private final Limits.FreeSpace space;

    DiskReadiness(Limits.FreeSpace space, MeterRegistry meters) {
        this.space = space;
        Gauge.builder("pendopo.disk.free", space, Limits.FreeSpace::bytes)
                .baseUnit("bytes")
                .description("free on the disk of the data folder")
                .register(meters);
    }

    @Override
    public Health health() {
        return switch (space.level()) {
            case ENOUGH, LOW -> Health.up().build();
            case OUT -> Health.outOfService().build();
        };
    }
}
