package id.pendopo.channels;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Why a message did not get out, for the person at the desk. Any thread may ask. */
@Component
public final class DeliveryReasons {

    private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();

    DeliveryReasons() {
        words.setBasename("messages/channels");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
    }

    /**
     * What to do about it.
     *
     * @param reason as {@link Outbox.Sent#reason} has it; one that we do not know is shown as the provider's code
     */
    public String inWords(String reason, Locale language) {
        String key = "outbox.reason." + reason.replace(' ', '-').replace(':', '-');
        return Optional.ofNullable(words.getMessage(key, null, null, language))
                .orElseGet(() -> words.getMessage("outbox.reason.other", new Object[] {reason}, language));
    }
}
