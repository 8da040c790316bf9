package id.pendopo.config.security.attempts;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** The network prefix that a request comes from, as a sum: of IPv4 the address, of IPv6 the /64 that one subscriber has. */
public final class Networks {

    private static final int NETWORK_OF_IPV6_BYTES = 8;

    private Networks() {}

    /** Empty for a proxy on this machine that hides whom it speaks for: not all are one. */
    public static Optional<UUID> of(String address) {
        try {
            InetAddress from = InetAddress.ofLiteral(address);
            byte[] bytes = from.getAddress();
            byte[] network = from instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_OF_IPV6_BYTES) : bytes;
            return from.isLoopbackAddress() ? Optional.empty() : Optional.of(UUID.nameUUIDFromBytes(network));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
