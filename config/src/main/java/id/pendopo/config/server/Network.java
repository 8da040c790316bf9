package id.pendopo.config.server;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What one subscriber holds of the internet: an IPv4 address, or the first 64 bits of an IPv6 address.
 * <a href="https://www.rfc-editor.org/rfc/rfc6177">RFC 6177</a>: an end site has a /64 or more.
 */
record Network(ByteBuffer prefix) {

    private static final int PREFIX_BYTES = 8;

    static Network of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return new Network(ByteBuffer.wrap(Arrays.copyOf(bytes, Math.min(bytes.length, PREFIX_BYTES))));
    }
}
