package id.pendopo.channels.attachments.scan;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where files are scanned.
 *
 * @param host of clamd; empty: files are not scanned
 * @param port its TCPSocket
 * @param timeout for one file, connecting included
 * @param largest what clamd takes at most, its StreamMaxLength; a larger file is refused, for nobody could scan it
 */
@ConfigurationProperties("pendopo.channels.scan")
record ScanProperties(
        @DefaultValue("") String host,
        @DefaultValue("3310") int port,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("25MB") DataSize largest) {

    ScanProperties {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("pendopo.channels.scan.port is no port: " + port);
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("pendopo.channels.scan.timeout must be positive");
        }
    }

    boolean on() {
        return !host.isBlank();
    }
}
