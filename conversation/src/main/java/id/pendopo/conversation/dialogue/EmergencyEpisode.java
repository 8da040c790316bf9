package id.pendopo.conversation.dialogue;

import java.time.Duration;
import java.time.Instant;

/**
 * An emergency that was called here, as long as it lasts.
 *
 * @param code the digits of its ticket
 * @param called when it was spoken of last
 */
public record EmergencyEpisode(String code, Instant called) {

    /** An emergency is over after so long a silence: what is called then is another one. */
    private static final Duration LASTING = Duration.ofHours(6);

    /** Whether what is called now belongs to it. */
    public boolean lasts(Instant now) {
        return now.isBefore(called.plus(LASTING));
    }

    /** Whether it was called at that time or later. */
    public boolean since(Instant time) {
        return !called.isBefore(time);
    }

    @Override
    public String toString() {
        return "EmergencyEpisode[" + code + "]";
    }
}
