package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A desk that has a language model put what it found into plainer words. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class PlainWordsJourneyTests {

    private static final String KEY = "kunci-model-0123456789";
    private static final String QUESTION = "KTP saya hilang harus apa";
    private static final String PLAINER =
            "Minta surat kehilangan di kantor polisi, lalu bawa ke Disdukcapil atau kecamatan. Gratis.";

    @TempDir
    static Path data;

    private FakeModel model;
    private DeskProcess desk;

    @BeforeAll
    void open() throws Exception {
        model = new FakeModel();
        Map<String, String> settings = new HashMap<>(SmsCitizen.line(URI.create("http://127.0.0.1:1")));
        settings.put("PENDOPO_KNOWLEDGE_REWORDING_URL", model.address().toString());
        settings.put("PENDOPO_KNOWLEDGE_REWORDING_MODEL", "kecil");
        settings.put("PENDOPO_KNOWLEDGE_REWORDING_APIKEY", KEY);
        desk = DeskProcess.demo(data, settings);
    }

    @AfterAll
    void close() {
        desk.close();
        model.close();
    }

    @Test
    void theChatSaysItPlainlyWithTheSameSource() throws Exception {
        model.says("Bayar Rp50.000 saja.");
        JsonNode plain = last(ChatCitizen.begins(desk).says(QUESTION));
        model.says(PLAINER);
        JsonNode plainer = last(ChatCitizen.begins(desk).says(QUESTION));

        assertThat(plain.at("/text").asString()).contains("KTP-el Anda hilang").doesNotContain("50.000");
        assertThat(plainer.at("/text").asString()).isEqualTo(PLAINER);
        assertThat(plainer.at("/citation/title").asString()).isNotBlank();
        assertThat(plainer.at("/citation")).isEqualTo(plain.at("/citation"));
    }

    @Test
    void aTextMessageStaysOneAndComesAgainByteForByte() throws Exception {
        SmsCitizen siti = new SmsCitizen(desk, "+6281200000101");
        model.says("Akta hilang: bawa surat kehilangan polisi, isi formulir di Disdukcapil. Gratis.");
        String sid = SmsCitizen.newSid();

        HttpResponse<String> first = siti.post(sid, "akta kelahiran saya hilang harus apa");
        model.says("Akta rusak: bawa akta yang rusak. Gratis."); // As good, but not what was sent.
        HttpResponse<String> again = siti.post(sid, "akta kelahiran saya hilang harus apa");

        assertThat(SmsCitizen.texts(first))
                .singleElement()
                .asString()
                .contains("bawa surat kehilangan polisi, isi formulir di Disdukcapil. Gratis.", "Sumber")
                .hasSizeLessThanOrEqualTo(306);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void whatPeopleActOnToTheLetterAndWhoTheyAreNeverLeave() throws Exception {
        SmsCitizen siti = new SmsCitizen(desk, "+6281200000102");
        model.says("Gratis.");
        int before = model.asked().size();

        assertThat(siti.hears("brp biaya perpanjang sim c")).contains("Rp75.000");
        assertThat(siti.hears("rumah saya kebakaran tolong")).contains("113");
        assertThat(siti.hears("mau lapor jalan rusak dpn sd 3 wanasari, lubangnya dalam"))
                .isNotBlank();
        assertThat(model.asked()).hasSize(before);

        ChatCitizen.begins(desk).says("KTP saya NIK 3201010101800005 hilang harus apa");
        assertThat(model.asked()).hasSize(before + 1);
        assertThat(model.asked().getLast()).contains("[nik]").doesNotContain("3201010101800005");
    }

    @Test
    void whatBecameOfItIsCountedAndTheKeyIsNowhere() throws Exception {
        model.says(PLAINER);
        ChatCitizen.begins(desk).says(QUESTION);
        HttpRequest metrics = HttpRequest.newBuilder(desk.uri("/actuator/prometheus"))
                .header(
                        "Authorization",
                        "Bearer " + desk.printed("apikey", "admin").orElseThrow())
                .build();

        String counted = HttpClient.newHttpClient()
                .send(metrics, BodyHandlers.ofString())
                .body();

        assertThat(counted)
                .containsPattern("pendopo_knowledge_rewordings_total\\{[^}]*outcome=\"used\"[^}]*} [1-9]")
                .doesNotContain("Disdukcapil atau kecamatan");
        assertThat(desk.log()).contains("the model kecil").doesNotContain(KEY, PLAINER);
    }

    private static JsonNode last(JsonNode replies) {
        return replies.get(replies.size() - 1);
    }
}
