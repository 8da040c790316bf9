package id.pendopo.config.push.pages;

import id.pendopo.config.push.Device;
import id.pendopo.ui.DateLabels;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The presentation of somebody's devices. */
@Component
class DeviceLines {

    private final Clock clock;

    DeviceLines(Clock clock) {
        this.clock = clock;
    }

    /** A device as its owner reads it. */
    record Line(long id, String browser, String since) {}

    List<Line> of(List<Device> devices, Locale language) {
        return devices.stream()
                .map(one -> new Line(
                        one.id(),
                        one.browser(),
                        DateLabels.dateAndTime(one.since().atZone(clock.getZone()), language)))
                .toList();
    }
}
