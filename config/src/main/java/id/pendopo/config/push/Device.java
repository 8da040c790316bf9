package id.pendopo.config.push;

import com.zerodeplibs.webpush.PushSubscription;
import java.time.Instant;
import java.util.Locale;

/**
 * A browser that somebody has chosen to be told on.
 *
 * @param browser what kind it is, for its owner: {@code Firefox, Android}
 * @param language of the page on which it was chosen
 */
public record Device(long id, String login, Subscription subscription, String browser, Locale language, Instant since) {

    /**
     * What a browser says of its push service.
     *
     * @param p256dh the public key to encrypt for, uncompressed, in Base64 for addresses
     * @param auth 16 bytes, in the same
     */
    public record Subscription(String endpoint, String p256dh, String auth) {

        private static final int KEY_CHARACTERS = 87;
        private static final int AUTH_CHARACTERS = 22;

        /** See https://www.rfc-editor.org/rfc/rfc8030#section-5.4. */
        private static final int LONGEST_TOPIC = 32;

        private static final String BASE64 = "[A-Za-z0-9_-]{%d}=*";

        /** Whether the keys can be keys at all. */
        public boolean wellFormed() {
            return p256dh.matches(BASE64.formatted(KEY_CHARACTERS)) && auth.matches(BASE64.formatted(AUTH_CHARACTERS));
        }

        /**
         * Of messages about the same matter: one replaces the other. The push service reads it, and what it is about is told to
         * nobody who does not know the browser's secret.
         */
        String topic(String about) {
            return Sum.of(auth + about).substring(0, LONGEST_TOPIC);
        }

        PushSubscription forLibrary() {
            PushSubscription.Keys keys = new PushSubscription.Keys();
            keys.setP256dh(p256dh);
            keys.setAuth(auth);
            PushSubscription subscription = new PushSubscription();
            subscription.setEndpoint(endpoint);
            subscription.setKeys(keys);
            return subscription;
        }

        @Override
        public String toString() {
            return "Subscription[REDACTED]";
        }
    }

    @Override
    public String toString() {
        return "Device[" + id + "]";
    }
}
