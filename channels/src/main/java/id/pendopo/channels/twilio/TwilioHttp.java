package id.pendopo.channels.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import id.pendopo.channels.adapter.ProviderHttp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;

/**
 * The HTTP client. Carries the requests of Twilio's library to the address of an account, each exactly once: the
 * library's own client knows one address only, and repeats after a 5xx, which may send a message twice.
 */
final class TwilioHttp extends HttpClient {

    private static final int ONCE = 1;

    private static final String TWILIO = "api.twilio.com";

    private final ProviderHttp http;
    private final URI base;

    TwilioHttp(ProviderHttp http, URI base) {
        this.http = http;
        this.base = base;
    }

    @Override
    public Response reliableRequest(Request request) {
        return reliableRequest(request, new int[0], ONCE, 0);
    }

    /**
     * @throws UncheckedIOException without an answer
     */
    @Override
    public Response makeRequest(Request request) {
        try {
            ProviderHttp.Answer answer = http.whole(translated(request));
            Header[] headers = answer.headers().map().entrySet().stream()
                    .flatMap(header -> header.getValue().stream().map(value -> new BasicHeader(header.getKey(), value)))
                    .toArray(Header[]::new);
            return new Response(new ByteArrayInputStream(answer.body()), answer.status(), headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest translated(Request request) {
        URI asked = URI.create(request.constructURL().toString());
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        HttpRequest.Builder translated = HttpRequest.newBuilder(URI.create(origin(asked) + asked.getRawPath() + query))
                .header("Accept", "application/json")
                .header("Authorization", request.getAuthString());
        if (request.getMethod() == HttpMethod.POST) {
            return translated
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(request.encodeFormBody()))
                    .build();
        }
        return translated.GET().build();
    }

    /** Twilio has a host for each of its interfaces; whoever speaks for it has one for all. */
    private String origin(URI asked) {
        if (TWILIO.equals(base.getHost()) && String.valueOf(asked.getHost()).endsWith(".twilio.com")) {
            return "https://" + asked.getHost();
        }
        String address = base.toString();
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
