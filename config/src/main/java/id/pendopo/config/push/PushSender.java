package id.pendopo.config.push;

import com.zerodeplibs.webpush.httpclient.StandardHttpClientRequestPreparer;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The client of push services: encrypts (RFC 8291), signs (RFC 8292) and sends one message (RFC 8030). Any thread may call. */
@Component
class PushSender {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A day is the most, see https://www.rfc-editor.org/rfc/rfc8292#section-2. */
    private static final Duration SIGNED_FOR = Duration.ofHours(1);

    private static final int TOO_MANY = 429;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private final PushServices services;
    private final PushKeys keys;
    private final String contact;
    private final Clock clock;

    PushSender(
            PushServices services,
            PushKeys keys,
            PushProperties settings,
            @Value("${pendopo.public-url:}") String publicUrl,
            Clock clock) {
        this.services = services;
        this.keys = keys;
        this.contact = contact(settings.contact(), publicUrl);
        this.clock = clock;
    }

    /** How a push service took a message. */
    enum Result {
        /** It tells the browser, once that is reachable. */
        ACCEPTED,
        /** It knows the browser no more. */
        GONE,
        /** It cannot now. */
        LATER,
        /** It never will. */
        REFUSED
    }

    /**
     * What is sent.
     *
     * @param topic a later message of the same topic replaces this one, as long as the browser has not seen it; at most 32
     *     characters of Base64 for addresses
     * @param living for how long the service tries, in whole seconds
     */
    record Message(String json, String topic, Duration living) {}

    private static String contact(String chosen, String publicUrl) {
        if (!chosen.isEmpty()) {
            return chosen;
        }
        return publicUrl.startsWith("https://") ? publicUrl : "https://localhost";
    }

    Result send(Device.Subscription to, Message message) {
        if (!services.permit(to.endpoint())) {
            return Result.REFUSED;
        }
        try {
            HttpResponse<InputStream> answer = http.send(request(to, message), BodyHandlers.ofInputStream());
            answer.body().close(); // Nothing in it is for us, however long it is.
            return judged(answer.statusCode());
        } catch (IOException away) {
            return Result.LATER;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Result.LATER;
        }
    }

    private HttpRequest request(Device.Subscription to, Message message) {
        return StandardHttpClientRequestPreparer.getBuilder()
                .pushSubscription(to.forLibrary())
                .vapidJWTExpirationTime(clock.instant().plus(SIGNED_FOR))
                .vapidJWTSubject(contact)
                .pushMessage(message.json())
                .ttl(message.living().toSeconds(), TimeUnit.SECONDS)
                .urgencyHigh()
                .topic(message.topic())
                .build(keys.pair())
                .toRequestBuilder()
                .timeout(PATIENCE)
                .build();
    }

    /** See https://www.rfc-editor.org/rfc/rfc8030#section-5 and what follows there; 404 and 410: section 7.3. */
    private static Result judged(int status) {
        if (status / 100 == 2) {
            return Result.ACCEPTED;
        }
        if (status == NOT_FOUND || status == GONE) {
            return Result.GONE;
        }
        return status == TOO_MANY || status / 100 == 5 ? Result.LATER : Result.REFUSED;
    }
}
