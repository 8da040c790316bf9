package id.pendopo.channels.twilio;

import id.pendopo.channels.Attachment;
import id.pendopo.channels.adapter.WebhookForm;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads which files came with a message. All are told of; those that do not lie at Twilio are never fetched, and counted.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/guides/webhook-request">Twilio's request</a>
 */
public record TwilioMedia(MeterRegistry meters) {

    /** https://www.twilio.com/docs/messaging/guides/webhook-request: at most 10 files come with a message. */
    private static final int MOST = 10;

    private static final Pattern COUNT = Pattern.compile("\\d{1,2}");

    private static final String DROPPED_FILES = "pendopo.channels.files.dropped";

    /** @param api the account's address of Twilio */
    public List<Attachment> of(String account, URI api, WebhookForm form) {
        int count = form.value("NumMedia")
                .filter(number -> COUNT.matcher(number).matches())
                .map(Integer::parseInt)
                .orElse(0);
        List<Attachment> files = new ArrayList<>();
        for (int i = 0; i < Math.min(count, MOST); i++) {
            String type = form.plain("MediaContentType" + i).orElse("application/octet-stream");
            form.plain("MediaUrl" + i).ifPresent(url -> files.add(new Attachment(type, url)));
        }
        long kept = files.stream()
                .filter(file -> TwilioWebhook.trusted(file.ref(), api))
                .count();
        meters.counter(DROPPED_FILES, "account", account).increment(count - kept);
        return files;
    }
}
