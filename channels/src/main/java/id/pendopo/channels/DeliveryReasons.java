package id.pendopo.channels;

import java.util.Locale;

/** Why delivery of a message failed, in words for the person at the desk. Any thread may ask. */
public interface DeliveryReasons {

    /**
     * What to do about it.
     *
     * @param reason as {@link Outbox.Sent#reason} has it; one that we do not know is shown as the provider's code
     */
    String inWords(String reason, Locale language);
}
