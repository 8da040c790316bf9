package id.pendopo.config.server;

import java.net.InetAddress;
import java.util.List;
import org.apache.catalina.util.NetMask;

/** The proxies that the operator named: they speak for many people and limit them themselves. */
final class Proxies {

    private final List<NetMask> ranges;

    /** @throws IllegalArgumentException when a range is none */
    Proxies(List<String> ranges) {
        this.ranges = ranges.stream().map(String::strip).map(NetMask::new).toList();
    }

    boolean contain(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.matches(address));
    }
}
