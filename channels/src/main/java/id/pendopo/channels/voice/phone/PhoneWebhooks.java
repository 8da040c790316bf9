package id.pendopo.channels.voice.phone;

import id.pendopo.channels.twilio.TwilioSignature;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A webhook client that signs. The way from a telephone to a desk: webhooks over HTTP, signed as Twilio signs them.
 *
 * @param server where the desk listens
 * @param publicUrl the address that signatures are made over
 */
public record PhoneWebhooks(HttpClient http, URI server, URI publicUrl, String authToken) implements PhoneCall.Desk {

    /** As long as Twilio waits: https://www.twilio.com/docs/api/errors/11205 */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Override
    public Answer post(URI address, Map<String, String> form) throws IOException {
        String signed = publicUrl.toString().replaceAll("/+$", "") + address;
        HttpRequest request = HttpRequest.newBuilder(server.resolve(address))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("X-Twilio-Signature", new TwilioSignature(authToken).make(signed, form))
                .POST(BodyPublishers.ofString(encoded(form)))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public String toString() {
        return "PhoneLine[" + server + "]";
    }
}
