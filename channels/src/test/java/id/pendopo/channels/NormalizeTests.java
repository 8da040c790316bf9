package id.pendopo.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command as a person types it, with the adapters that the desk has. */
class NormalizeTests {

    private static final String BODY =
            Path.of("src/test/resources/fixtures/twilio-sms/text/body").toString();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void readsABodyAloneWithoutItsSignature() {
        assertThat(run("twilio-sms", BODY)).isZero();

        JsonNode line = JsonMapper.shared().readTree(out.toString());
        assertThat(line.get("event").asString()).isEqualTo("message");
        assertThat(line.get("external_id").asString()).isNotEmpty();
        assertThat(line.propertyNames()).contains("from", "text", "choice", "media", "location", "status", "at");
    }

    @Test
    void checksTheSignatureWhenThereAreHeaders() throws IOException {
        Path headers = Files.writeString(
                folder.resolve("headers"),
                "Content-Type: application/x-www-form-urlencoded\nX-Twilio-Signature: AAAAAAAAAAAAAAAAAAAAAAAAAAA=\n");

        assertThat(run(
                        "twilio-sms",
                        BODY,
                        "--headers",
                        headers.toString(),
                        "--account",
                        "auth-token=12345",
                        "name=smsmain",
                        "public-url=https://desk.example.org"))
                .isZero();

        assertThat(JsonMapper.shared().readTree(out.toString()).get("rejected").asInt())
                .isIn(401, 403);
    }

    @Test
    void saysWhatItCannotDo() {
        assertThat(run("telex", BODY)).isEqualTo(2);
        assertThat(err.toString()).contains("No kind telex", "twilio-sms");
        assertThat(run("twilio-sms")).isEqualTo(2);
        assertThat(run("twilio-sms", BODY, "--account", "x")).isEqualTo(2);
        assertThat(run("twilio-sms", folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("normalize KIND FILE");
    }

    private int run(String... args) {
        return ToolProvider.findFirst("normalize")
                .orElseThrow()
                .run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }
}
