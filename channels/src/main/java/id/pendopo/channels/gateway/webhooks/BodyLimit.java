package id.pendopo.channels.gateway.webhooks;

import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.WebhookRejected;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The size limit of request bodies: how large a body may be before anybody looks into it.
 *
 * @param bytes at most so many
 */
record BodyLimit(int bytes) {

    static BodyLimit of(ChannelAdapter adapter, @Nullable String contentType) {
        boolean form = contentType != null
                && contentType.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
        return new BodyLimit(
                form ? WebhookController.FORM_LIMIT : adapter.capabilities().bodyLimit());
    }

    /** @throws WebhookRejected 413 when there is more */
    byte[] read(HttpServletRequest request) throws WebhookRejected, IOException {
        if (request.getContentLengthLong() > bytes) {
            throw tooLarge();
        }
        byte[] body = request.getInputStream().readNBytes(bytes + 1);
        if (body.length > bytes) {
            throw tooLarge();
        }
        return body;
    }

    private WebhookRejected tooLarge() {
        return new WebhookRejected(413, "The body has more than " + bytes + " bytes.");
    }
}
