package id.pendopo.config.server;

import java.net.InetAddress;
import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** The proxies that the operator named: they speak for many people and limit them themselves. */
final class Proxies {

    private final List<IpAddressMatcher> ranges;

    /** @throws IllegalArgumentException when a range is none */
    Proxies(List<String> ranges) {
        this.ranges =
                ranges.stream().map(String::strip).map(IpAddressMatcher::new).toList();
    }

    boolean contain(InetAddress address) {
        String written = address.getHostAddress();
        return ranges.stream().anyMatch(range -> range.matches(written));
    }
}
