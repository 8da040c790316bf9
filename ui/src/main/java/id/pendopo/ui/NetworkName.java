package id.pendopo.ui;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The network prefix that a request comes from, as a SHA-256 sum: of IPv4 the address, of IPv6 the /64 that one subscriber has.
 * Rate limits count by it without knowing the address.
 */
public final class NetworkName {

    private static final int NETWORK_OF_IPV6_BYTES = 8;
    private static final int KEPT_BYTES = 16;

    private NetworkName() {}

    /**
     * 32 hexadecimal digits. Empty for a proxy on this machine that hides whom it speaks for, not all are one; and for what is
     * no address.
     *
     * @param address as the server tells it, never a name
     */
    public static Optional<String> of(String address) {
        try {
            InetAddress from = InetAddress.ofLiteral(address);
            byte[] bytes = from.getAddress();
            byte[] network = from instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_OF_IPV6_BYTES) : bytes;
            return from.isLoopbackAddress() ? Optional.empty() : Optional.of(sum(network));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static String sum(byte[] network) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(network);
            return HexFormat.of().formatHex(whole, 0, KEPT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
