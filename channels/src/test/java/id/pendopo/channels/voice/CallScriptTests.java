package id.pendopo.channels.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.twiml.TwiML;
import com.twilio.twiml.TwiMLException;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Say;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.twilio.Vectors;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.diff.Diff;
import tools.jackson.databind.JsonNode;

/** What a call does is TwiML that Twilio's own library reads, and that its library for Node would have written alike. */
class CallScriptTests {

    private static CallScript script() {
        return new CallScript(Tongue.INDONESIAN, "/webhooks/voicemain/turn/7").say("voice.silent");
    }

    static Stream<WebhookAnswer> scripts() {
        return Stream.of(
                script().listen(true, "lapor, status"),
                script().listen(false, ""),
                script().connect("+622150001236", "+622150001235"),
                script().record(""),
                script().record("/webhooks/voicemain/transcribed"),
                script().hangUp(),
                script().wait(3),
                CallScript.NOTHING);
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void isReadByTwiliosStrictParser(WebhookAnswer answer) throws TwiMLException {
        assertThat(answer.contentType()).startsWith("text/xml");
        // Twilio's parser does not know the lists that its own builder writes.
        String xml = xml(answer).replace("\"dtmf speech\"", "\"speech\"");

        assertThat(VoiceResponse.Builder.fromXml(xml).build().getTagName()).isEqualTo("Response");
    }

    @Test
    void leadsOnFromEveryStep() {
        assertThat(xml(script().listen(true, "")))
                .contains("actionOnEmptyResult=\"true\"", "numDigits=\"1\"", "</Gather><Redirect method=\"POST\">")
                .contains("<Say ", "Maaf, saya belum mendengar apa-apa.");
        assertThat(xml(script().listen(false, ""))).doesNotContain("numDigits", "hints");
        assertThat(xml(script().record(""))).containsPattern("<Record [^>]*/><Say [^>]*>.+</Say><Hangup/>");
        assertThat(xml(script().connect("+62215", "+62216")))
                .contains("answerOnBridge=\"true\"", "callerId=\"+62216\"");
    }

    @Test
    void speaksEachLanguageWithItsOwnVoice() {
        WebhookAnswer answer = new CallScript(Tongue.INDONESIAN, "/x")
                .say(List.of(
                        new VoiceWords.Line(Tongue.INDONESIAN, "Tekan 1, Bahasa Indonesia."),
                        new VoiceWords.Line(Tongue.ENGLISH, "Press 2, English."),
                        new VoiceWords.Line(Tongue.ENGLISH, "Thank you.")))
                .hangUp();

        assertThat(xml(answer))
                .containsPattern("<Say [^>]*Google.id-ID-Standard-A[^>]*>Tekan 1, Bahasa Indonesia.</Say>")
                .containsPattern("<Say [^>]*Google.en-US-Standard-C[^>]*>Press 2, English. Thank you.</Say>");
    }

    @Test
    void agreesWithTheCanonicalDocumentsBesideTheRepository() {
        JsonNode file = Vectors.read("twiml_canonical.json").orElse(null);
        Assumptions.assumeTrue(file != null, "no canonical documents beside this repository");

        same(xml(CallScript.NOTHING), canonical(file, "empty voice response"));
        same(xml(new CallScript(Tongue.INDONESIAN, "/x").hangUp()), canonical(file, "hangup"));
        same(
                response(said(new Sound.Words("A & B < C > \"D\" 'E'"))),
                canonical(file, "say with xml specials and quotes"));
        same(
                response(said(new Sound.Words("Nomor laporan "), new Sound.Digits("1042"), new Sound.Pause())),
                canonical(file, "say with ssml digits and break"));
        alike(
                xml(script().listen(true, "lapor")),
                canonical(file, "main menu: gather dtmf+speech, then redirect on silence"));
        alike(xml(script().record("")), canonical(file, "record voicemail"));
        alike(
                xml(new CallScript(Tongue.INDONESIAN, "/x").connect("+62215", "+62216")),
                canonical(file, "dial agent with fallback action"));
    }

    /** The same elements in the same order, with attributes that the canonical document has or Twilio's page lists. */
    private static void alike(String ours, String canonical) {
        List<Tag> mine = Tag.all(ours);
        List<Tag> theirs = Tag.all(canonical);
        assertThat(mine.stream().map(Tag::name))
                .containsExactlyElementsOf(theirs.stream().map(Tag::name).toList());
        for (int i = 0; i < mine.size(); i++) {
            Set<String> known = theirs.get(i).attributes();
            assertThat(mine.get(i).attributes())
                    .as(mine.get(i).name())
                    .allMatch(name -> known.contains(name)
                            || Set.of("timeout", "answerOnBridge").contains(name));
        }
    }

    private static void same(String ours, String canonical) {
        Diff difference = DiffBuilder.compare(canonical)
                .withTest(ours)
                .checkForIdentical()
                .build();
        assertThat(difference.hasDifferences()).as(difference.fullDescription()).isFalse();
    }

    private static String response(TwiML verb) {
        try {
            return new VoiceResponse.Builder().say((Say) verb).build().toXml();
        } catch (TwiMLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TwiML said(Sound... sounds) {
        Say.Builder say = Tongue.INDONESIAN.say();
        for (Sound sound : sounds) {
            sound.into(say);
        }
        return say.build();
    }

    private static String canonical(JsonNode file, String name) {
        for (JsonNode vector : file.get("vectors")) {
            if (vector.get("name").asString().equals(name)) {
                return vector.get("xml").asString();
            }
        }
        throw new IllegalArgumentException(name);
    }

    private static String xml(WebhookAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** A start tag with the names of its attributes. */
    private record Tag(String name, Set<String> attributes) {

        private static final Pattern START = Pattern.compile("<(\\w+)([^>]*)>");
        private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+)=\"");

        static List<Tag> all(String xml) {
            return START.matcher(xml)
                    .results()
                    .map(tag -> new Tag(tag.group(1), names(tag.group(2))))
                    .toList();
        }

        private static Set<String> names(String attributes) {
            return ATTRIBUTE
                    .matcher(attributes)
                    .results()
                    .map(name -> name.group(1))
                    .collect(Collectors.toSet());
        }
    }
}
