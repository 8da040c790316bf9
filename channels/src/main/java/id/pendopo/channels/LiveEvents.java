package id.pendopo.channels;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Publish and subscribe for live updates. Says "look again" to open pages and streams, on every node: in process at
 * once, to other nodes by Redis where it is configured, otherwise by a poll each second. Carries no content; who is
 * told reads the database.
 */
public interface LiveEvents {

    /** What the topics of addresses begin with. */
    String ADDRESSES = "address/";

    /** Something about the topic changed: told after the commit of the current transaction, at once if there is none. */
    void changed(String topic);

    /**
     * @param look called on a thread of the house, often for nothing; must be quick and must not throw
     * @return closed by whoever stops looking
     */
    Subscription subscribe(String topic, Runnable look);

    /** What a person was told changed; every message that is queued or sent to the address says so by itself. */
    static String topic(Address address) {
        try {
            byte[] name = (address.account() + "/" + address.value()).getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name);
            return ADDRESSES + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** A look-out that somebody keeps. */
    interface Subscription extends AutoCloseable {

        @Override
        void close();
    }
}
