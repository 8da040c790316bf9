package id.pendopo.config.office;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The reachability check of the desk's own public address, as providers call it: the configured one and no other. */
@Component
class PublicAddress {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String url;

    PublicAddress(@Value("${pendopo.public-url:}") String url) {
        this.url = url.replaceFirst("/+$", "");
    }

    String url() {
        return url;
    }

    /** Where the provider of an account calls. */
    String webhook(String account) {
        return url + "/webhooks/" + account;
    }

    /** Whether a desk answers there, asked from this server. */
    boolean answers() {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/livez"))
                    .timeout(PATIENCE)
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException | IllegalArgumentException unreachable) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
