package id.pendopo.channels.twilio;

import com.twilio.exception.ApiException;
import com.twilio.http.HttpClient;
import com.twilio.http.TwilioRestClient;
import id.pendopo.channels.adapter.ProviderHttp;
import id.pendopo.channels.adapter.SendFailed;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/** The client of Twilio's REST interface, by Twilio's own library: each question is asked once, at an account's address. */
public final class TwilioClient {

    private final Function<URI, HttpClient> clients;

    /** @param clients an HTTP client for each address of Twilio */
    public TwilioClient(Function<URI, HttpClient> clients) {
        this.clients = clients;
    }

    /** Those that share one pool of connections. */
    public static Function<URI, HttpClient> pooled() {
        ProviderHttp http = ProviderHttp.pooled();
        return base -> new TwilioHttp(http, base);
    }

    /** @throws SendFailed when Twilio refused, or nobody knows what it did */
    public <T> T ask(TwilioAccount line, Function<TwilioRestClient, T> question) throws SendFailed {
        HttpClient http = clients.apply(line.apiBaseUrl());
        TwilioRestClient client = new TwilioRestClient.Builder(line.accountSid(), line.authToken())
                .httpClient(http)
                .build();
        try {
            return question.apply(client);
        } catch (ApiException e) {
            throw TwilioErrors.refused(e, http.getLastResponse());
        } catch (UncheckedIOException e) {
            throw ProviderHttp.unanswered(e.getCause());
        } catch (RuntimeException unreadable) {
            // An answer came that the library cannot read; what was asked may have been done.
            throw new SendFailed(SendFailed.Outcome.UNKNOWN, "unreadable answer", Optional.empty());
        }
    }
}
