package id.pendopo.config.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody with a simple phone, and Twilio between the phone and the desk: signed forms in, TwiML out. */
public final class SmsCitizen {

    public static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
    public static final String TOKEN = "token-for-tests-0123456789abcdef";
    public static final String DESK = "+622155500112";

    private static final Pattern MESSAGE =
            Pattern.compile("<Message[^>]*>(?:<Body>)?(.*?)(?:</Body>)?</Message>", Pattern.DOTALL);

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final DeskProcess desk;
    private final String number;
    private final String line;
    private final String lineNumber;

    public SmsCitizen(DeskProcess desk, String number) {
        this(desk, number, "smsmain", DESK);
    }

    /** Somebody who writes to another line than the demonstration's. */
    public SmsCitizen(DeskProcess desk, String number, String line, String lineNumber) {
        this.desk = desk;
        this.number = number;
        this.line = line;
        this.lineNumber = lineNumber;
    }

    /** The environment of a desk that has this line. */
    public static Map<String, String> line(URI api) {
        return line("smsmain", DESK, api);
    }

    public static Map<String, String> line(String line, String number, URI api) {
        String account = "PENDOPO_CHANNELS_ACCOUNTS_" + line.toUpperCase(Locale.ROOT) + "_";
        return Map.of(
                account + "KIND",
                "twilio-sms",
                account + "ACCOUNTSID",
                ACCOUNT,
                account + "AUTHTOKEN",
                TOKEN,
                account + "FROM",
                number,
                account + "APIBASEURL",
                api.toString());
    }

    public String number() {
        return number;
    }

    /** Sends a text and reads what comes back in the same request, one text per message. */
    public List<String> says(String text) throws IOException, InterruptedException {
        return texts(post(newSid(), text));
    }

    /** What comes back, as one text. */
    public String hears(String text) throws IOException, InterruptedException {
        return String.join("\n", says(text));
    }

    public static String newSid() {
        return "SM" + UUID.randomUUID().toString().replace("-", "");
    }

    public HttpResponse<String> post(String sid, String text) throws IOException, InterruptedException {
        Map<String, String> form = new TreeMap<>(Map.of(
                "AccountSid", ACCOUNT,
                "ApiVersion", "2010-04-01",
                "Body", text,
                "From", number,
                "MessageSid", sid,
                "NumMedia", "0",
                "NumSegments", "1",
                "SmsMessageSid", sid,
                "SmsStatus", "received",
                "To", lineNumber));
        form.put("SmsSid", sid);
        return HTTP.send(request("/webhooks/" + line, form), HttpResponse.BodyHandlers.ofString());
    }

    /** What Twilio reports of a message that the desk sent. */
    public int reports(String sid, String status) throws IOException, InterruptedException {
        Map<String, String> form = new TreeMap<>(Map.of(
                "AccountSid", ACCOUNT, "From", lineNumber, "MessageSid", sid, "MessageStatus", status, "To", number));
        return HTTP.send(request("/webhooks/" + line + "/status", form), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private HttpRequest request(String path, Map<String, String> form) {
        return HttpRequest.newBuilder(desk.uri(path))
                .timeout(Duration.ofSeconds(15))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", signature(desk.publicUrl() + path, form))
                .POST(HttpRequest.BodyPublishers.ofString(encode(form)))
                .build();
    }

    public static List<String> texts(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("answered " + answer.statusCode());
        }
        List<String> texts = new ArrayList<>();
        Matcher message = MESSAGE.matcher(answer.body());
        while (message.find()) {
            texts.add(message.group(1)
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&apos;", "'")
                    .replace("&amp;", "&"));
        }
        return texts;
    }

    private static String signature(String url, Map<String, String> form) {
        StringBuilder signed = new StringBuilder(url);
        form.forEach((name, value) -> signed.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(Map<String, String> form) {
        StringBuilder body = new StringBuilder();
        form.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return body.toString();
    }
}
