package id.pendopo.channels.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.adapter.WebhookForm;
import id.pendopo.channels.adapter.WebhookRejected;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The signatures of our own cases were made with Twilio's library for Node. */
class TwilioSignatureTests {

    private static final String TOKEN = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    private static final String BASE = "https://desa.example.id/webhooks/smsmain";
    private static final String JSON = "{\"event\":\"💡\"}";
    private static final String JSON_URL =
            BASE + "?bodySHA256=eb3e07668c56ebcad078d4e4e87978822067f80e77e6fd3bd255f54de037092c";

    private final TwilioSignature signature = new TwilioSignature(TOKEN);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                | MessageSid=SM11111111111111111111111111111111&From=%2B6281234500011&To=%2B622150001234&Body=Lampu%20jalan%20mati | A+Xl7xncrxrLrHlGHnYO/Mlx/fI=
                | Body=%20%20dua%20spasi%20%F0%9F%92%A1%0A%20&From=%2B6281234500011 | Ggj4wbBe+FBTSILUF3bLxA6NmkE=
                ?tenant=a%20b&x=1 | Body=halo | 1TyazZeb7eRarmPZZLani6fBu1Q=
                ?MessageSid=SM1&From=%2B6281234500011&Body=it%27s | "" | Msc/LF4ahq6MLh6CkPd+PYp3GGI=
                | Body=halo | paKTZxDB08sWmGMO4yXs9TuaG4g=
                | Body=b&Body=a&Body=b&From=%2B6281234500011 | sg3wlwfci43orBV96P53f+ex7Kg=
                | Body=b&Body=a&Body=b&From=%2B6281234500011 | +A+6MwifNMmNuYHz8hCTDtflAHw=
                """)
    void knowsWhatTwilioSigned(String query, String form, String signed) throws WebhookRejected {
        String url = BASE + (query == null ? "" : query);

        assertThat(signature.signs(url, WebhookForm.parse(form), signed)).isTrue();
        assertThat(signature.signs(url, WebhookForm.parse(form + "&extra=1"), signed))
                .isFalse();
        assertThat(signature.signs(url + "x", WebhookForm.parse(form), signed)).isFalse();
        assertThat(new TwilioSignature("another").signs(url, WebhookForm.parse(form), signed))
                .isFalse();
    }

    @Test
    void refusesAValueThatWasTrimmed() throws WebhookRejected {
        WebhookForm trimmed = WebhookForm.parse("Body=dua%20spasi%20%F0%9F%92%A1&From=%2B6281234500011");

        assertThat(signature.signs(BASE, trimmed, "Ggj4wbBe+FBTSILUF3bLxA6NmkE="))
                .isFalse();
    }

    @Test
    void readsTheHashOfTheBodyInTheAddress() {
        byte[] body = JSON.getBytes(StandardCharsets.UTF_8);
        String signed = "pQ4rz6MS9g7lPD0e8WZ56Noxl20=";

        assertThat(TwilioSignature.coversBody(JSON_URL)).isTrue();
        assertThat(signature.signs(JSON_URL, body, signed)).isTrue();
        assertThat(signature.signs(JSON_URL, "{}".getBytes(StandardCharsets.UTF_8), signed))
                .isFalse();
        assertThat(signature.signs(JSON_URL, body, "pQ4rz6MS9g7lPD0e8WZ56Noxl21="))
                .isFalse();
        assertThat(TwilioSignature.coversBody(BASE + "?notbodySHA256=1")).isFalse();
    }

    @Test
    void agreesWithEveryVectorBesideTheRepository() throws Exception {
        JsonNode vectors = Vectors.read("twilio_signatures.json").orElse(null);
        Assumptions.assumeTrue(vectors != null, "no vectors beside this repository");

        List<String> wrong = new ArrayList<>();
        int run = 0;
        for (JsonNode vector : vectors) {
            if (fixture(vector) != null && !Files.isRegularFile(fixture(vector))) {
                continue;
            }
            run++;
            if (accepts(vector) != vector.get("valid").asBoolean()) {
                wrong.add(vector.get("name").asString());
            }
        }
        System.out.println("twilio_signatures.json: " + run + " of " + vectors.size() + " vectors");

        assertThat(wrong).isEmpty();
        assertThat(run).isGreaterThan(30);
    }

    private static boolean accepts(JsonNode vector) throws Exception {
        TwilioSignature signature = new TwilioSignature(vector.get("token").asString());
        String url = vector.get("url").asString();
        String signed = vector.get("signature").asString();
        if (TwilioSignature.coversBody(url)) {
            return signature.signs(url, vector.get("body").asString().getBytes(StandardCharsets.UTF_8), signed);
        }
        return signature.signs(url, form(vector), signed);
    }

    private static WebhookForm form(JsonNode vector) throws IOException, WebhookRejected {
        if (fixture(vector) != null) {
            return WebhookForm.parse(Files.readString(fixture(vector)));
        }
        if (vector.hasNonNull("form")) {
            return WebhookForm.parse(vector.get("form").asString());
        }
        if (vector.hasNonNull("body")) {
            return WebhookForm.parse(vector.get("body").asString());
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        vector.get("params")
                .properties()
                .forEach(field ->
                        fields.put(field.getKey(), List.of(field.getValue().asString())));
        return new WebhookForm(fields);
    }

    private static Path fixture(JsonNode vector) {
        return vector.hasNonNull("fixture")
                ? Vectors.folder()
                        .orElseThrow()
                        .resolve("fixtures")
                        .resolve(vector.get("fixture").asString())
                : null;
    }
}
