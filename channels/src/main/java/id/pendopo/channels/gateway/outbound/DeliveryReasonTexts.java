package id.pendopo.channels.gateway.outbound;

import id.pendopo.channels.DeliveryReasons;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The delivery failure reasons of the message bundle. */
@Component
final class DeliveryReasonTexts implements DeliveryReasons {

    private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();

    DeliveryReasonTexts() {
        words.setBasename("messages/channels");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
    }

    @Override
    public String inWords(String reason, Locale language) {
        String key = "outbox.reason." + reason.replace(' ', '-').replace(':', '-');
        return Optional.ofNullable(words.getMessage(key, null, null, language))
                .orElseGet(() -> words.getMessage("outbox.reason.other", new Object[] {reason}, language));
    }
}
