package id.pendopo.channels.twilio;

import com.twilio.exception.ApiException;
import com.twilio.http.Response;
import id.pendopo.channels.adapter.ProviderHttp;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.SendFailed.Outcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/**
 * What a refusal by Twilio means for a message. Twilio splits its codes finer from time to time, so that a code which is
 * not named here is judged by its HTTP status.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors">Twilio's error codes</a>
 * @see <a href="https://www.twilio.com/en-us/changelog/updates-to-the-error-code-dictionary-to-clarify-number-validatio">
 *     how codes were split in 2024</a>
 */
final class TwilioErrors {

    private static final Map<Integer, Outcome> CODES = Map.ofEntries(
            // https://www.twilio.com/docs/api/errors/20003 authentication failed: mended by an operator, not by the
            // text
            Map.entry(20003, Outcome.RETRY),
            // https://www.twilio.com/docs/api/errors/20005 account not active: likewise
            Map.entry(20005, Outcome.RETRY),
            // https://www.twilio.com/docs/api/errors/20429 too many requests: "never processed, always safe to retry"
            Map.entry(20429, Outcome.RETRY),
            // https://www.twilio.com/docs/api/errors/21211 invalid number of the citizen
            Map.entry(21211, Outcome.PERMANENT),
            // https://www.twilio.com/docs/api/errors/21408 region not permitted for the account
            Map.entry(21408, Outcome.PERMANENT),
            // https://www.twilio.com/docs/api/errors/21606 our number cannot send text messages
            Map.entry(21606, Outcome.PERMANENT),
            // https://www.twilio.com/docs/api/errors/21608 trial account, number not verified
            Map.entry(21608, Outcome.PERMANENT),
            // https://www.twilio.com/docs/api/errors/21610 the citizen sent STOP
            Map.entry(21610, Outcome.BLOCKED),
            // https://www.twilio.com/docs/api/errors/21611 our number's queue of 10 hours is full
            Map.entry(21611, Outcome.RETRY),
            // https://www.twilio.com/docs/api/errors/21612 no way from our number to the citizen's
            Map.entry(21612, Outcome.PERMANENT),
            // https://www.twilio.com/docs/api/errors/21614 not a mobile number
            Map.entry(21614, Outcome.PERMANENT),
            // https://www.twilio.com/docs/api/errors/21617 longer than 1600 characters
            Map.entry(21617, Outcome.PERMANENT),
            // https://www.twilio.com/docs/api/errors/21635 a landline
            Map.entry(21635, Outcome.PERMANENT),
            // https://www.twilio.com/docs/api/errors/30001 the queue overflowed
            Map.entry(30001, Outcome.RETRY),
            // https://www.twilio.com/docs/api/errors/63007 our number is none of WhatsApp: mended by an operator
            Map.entry(63007, Outcome.RETRY),
            // https://www.twilio.com/docs/api/errors/63016 more than 24 hours since the person last wrote
            Map.entry(63016, Outcome.WINDOW_CLOSED),
            // https://www.twilio.com/docs/api/errors/63018 too many at once
            Map.entry(63018, Outcome.LINE_LIMITED));

    private TwilioErrors() {}

    /**
     * A request that Twilio answered with an error.
     *
     * @param response the last answer, for its Retry-After
     */
    static SendFailed refused(ApiException e, @Nullable Response response) {
        Optional<Integer> code = Optional.ofNullable(e.getCode());
        int status =
                Optional.ofNullable(e.getStatusCode()).orElseGet(() -> response == null ? 0 : response.getStatusCode());
        Outcome outcome = code.map(CODES::get).orElseGet(() -> ProviderHttp.outcome(status));
        return new SendFailed(outcome, code.map(String::valueOf).orElse("http " + status), retryAfter(response));
    }

    private static Optional<Duration> retryAfter(@Nullable Response response) {
        if (response == null || response.getHeaders() == null) {
            return Optional.empty();
        }
        return ProviderHttp.retryAfter(Arrays.stream(response.getHeaders())
                .filter(header -> header.getName().equalsIgnoreCase("retry-after"))
                .map(Header::getValue)
                .findFirst());
    }
}
