package id.pendopo.benchmarks;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Inbound SMS as Twilio sends them: a form, signed as <a
 * href="https://www.twilio.com/docs/usage/webhooks/webhooks-security">Webhooks security</a> says.
 */
final class SignedSms {

    static final String ACCOUNT = "AC00000000000000000000000000000001";
    static final String TOKEN = "0123456789abcdef0123456789abcdef";
    static final String NUMBER = "+622155500112";

    /** What citizens ask, in turn. */
    private static final List<String> QUESTIONS = List.of(
            "brp biaya perpanjang sim c",
            "ktp sy ilang gmn urusnya",
            "syarat bikin kartu keluarga baru",
            "sktm brp hari jadi ya",
            "cara daftar bpjs kesehatan",
            "biaya skck berapa ya",
            "how much is a new passport",
            "bayar pajak motor dimana");

    private static final int CITIZENS = 2000;

    private final AtomicLong counter = new AtomicLong(System.nanoTime() & 0xffffffffL);
    private final URI address;

    /** @param address the webhook as the desk's public address knows it */
    SignedSms(URI address) {
        this.address = address;
    }

    /** A message that was never sent before. */
    HttpRequest next() {
        long n = counter.incrementAndGet();
        Map<String, String> form = new TreeMap<>();
        form.put("AccountSid", ACCOUNT);
        form.put("ApiVersion", "2010-04-01");
        form.put("Body", QUESTIONS.get((int) (n % QUESTIONS.size())));
        form.put("From", "+62812%08d".formatted(n % CITIZENS));
        form.put("FromCountry", "ID");
        form.put("MessageSid", "SM%032x".formatted(n));
        form.put("NumMedia", "0");
        form.put("NumSegments", "1");
        form.put("SmsMessageSid", "SM%032x".formatted(n));
        form.put("SmsSid", "SM%032x".formatted(n));
        form.put("SmsStatus", "received");
        form.put("To", NUMBER);
        form.put("ToCountry", "ID");
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", signature(form))
                .POST(HttpRequest.BodyPublishers.ofString(encode(form)))
                .build();
    }

    private String signature(Map<String, String> form) {
        StringBuilder signed = new StringBuilder(address.toString());
        form.forEach((name, value) -> signed.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA1", e);
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
