package id.pendopo.channels.voice;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.LineSnapshots;
import id.pendopo.channels.Sample;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.TurnAnswer;
import id.pendopo.channels.twilio.TwilioClient;
import id.pendopo.channels.voice.phone.TwimlDocument;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.mock.env.MockEnvironment;
import org.w3c.dom.Element;

/** Calls: the document with which a step of a call is answered. */
class VoiceSnapshotsTests extends LineSnapshots {

    private static final Address CALLER = new Address("voicemain", "+6281234500021");

    /** Each verb with what may stand in it: https://www.twilio.com/docs/voice/twiml */
    private static final Map<String, Set<String>> VERBS = Map.of(
            "Say", Set.of("say-as", "break"),
            "Gather", Set.of("Say"),
            "Redirect", Set.of(),
            "Dial", Set.of("Number"),
            "Record", Set.of(),
            "Hangup", Set.of(),
            "Number", Set.of(),
            "say-as", Set.of(),
            "break", Set.of());

    /** Characters of a say element: https://www.twilio.com/docs/voice/twiml/say#limits */
    private static final int LONGEST = 4096;

    /** Hints, and characters of each: https://www.twilio.com/docs/voice/twiml/gather#hints */
    private static final int HINTS = 500;

    private static final int LONGEST_HINT = 100;

    private final TwilioVoiceAdapter adapter = new TwilioVoiceAdapter(
            Clock.systemUTC(),
            new MockEnvironment().withProperty("pendopo.public-url", "https://desk.example.org"),
            () -> "",
            TwilioClient.pooled());

    @Override
    protected ChannelAdapter adapter() {
        return adapter;
    }

    @Override
    protected Delivered deliver(Sample sample) {
        String twiml = twiml(sample, "+622150001236");
        String shown = lines(twiml);
        if (sample.blocks().stream().anyMatch(Block.HandoverNotice.class::isInstance)) {
            shown += "\n[without an agent's number]\n" + lines(twiml(sample, ""));
        }
        String words = says(TwimlDocument.verbs(twiml)).stream()
                .map(TwimlDocument::aloud)
                .collect(Collectors.joining("\n"));
        return new Delivered(shown, words);
    }

    @Override
    protected void check(Sample sample, Delivered delivered) {
        for (String agent : List.of("", "+622150001236")) {
            List<Element> verbs = TwimlDocument.verbs(twiml(sample, agent));
            verbs.forEach(VoiceSnapshotsTests::isTwiml);
            assertThat(verbs.getLast().getTagName()).isIn("Redirect", "Dial", "Hangup");
            assertThat(says(verbs)).isNotEmpty().allSatisfy(say -> {
                assertThat(say.getTextContent()).hasSizeLessThanOrEqualTo(LONGEST);
                assertThat(bare(say)).doesNotContainPattern("\\d\\d|[0-9][.,][0-9]|Rp|https?:|www\\.|[<>&*_#\"{}@]");
            });
            verbs.stream().filter(verb -> verb.getTagName().equals("Gather")).forEach(VoiceSnapshotsTests::hints);
        }
        for (int i = 0; i < Math.min(sample.choices().size(), 8); i++) {
            String key = sample.choices().get(i).id().equals("person") ? "0" : String.valueOf(i + 1);
            assertThat(delivered.words()).containsPattern("(?:Tekan|Press) " + key + ", ");
        }
    }

    private static void isTwiml(Element element) {
        assertThat(VERBS).containsKey(element.getTagName());
        TwimlDocument.children(element).forEach(child -> {
            assertThat(child.getTagName()).isIn(VERBS.get(element.getTagName()));
            isTwiml(child);
        });
    }

    private static void hints(Element gather) {
        String[] hints = gather.getAttribute("hints").split(", ");
        assertThat(hints).hasSizeLessThanOrEqualTo(HINTS).allMatch(hint -> hint.length() <= LONGEST_HINT);
    }

    /** What is not said digit by digit. */
    private static String bare(Element say) {
        Element copy = (Element) say.cloneNode(true);
        TwimlDocument.children(copy).forEach(copy::removeChild);
        return copy.getTextContent();
    }

    private static List<Element> says(List<Element> verbs) {
        return verbs.stream()
                .flatMap(verb -> verb.getTagName().equals("Gather")
                        ? TwimlDocument.children(verb).stream()
                        : IntStream.of(1).mapToObj(_ -> verb))
                .filter(verb -> verb.getTagName().equals("Say"))
                .toList();
    }

    private static String lines(String twiml) {
        return twiml.replaceAll("(?<=>)(?=</?(?:Response|Gather|Redirect|Dial|Record|Hangup|Pause)\\b|<Say\\b)", "\n");
    }

    private String twiml(Sample sample, String agent) {
        ChannelAccount account = new ChannelAccount(
                "voicemain",
                TwilioVoiceAdapter.KIND,
                new TwilioVoiceProperties(
                        "AC1", "token", "+622150001235", agent, "", 0.4, URI.create("https://api.twilio.com")));
        InboundMessage step = new InboundMessage(
                "voicemain",
                "CA1/6",
                Instant.EPOCH,
                TwilioVoiceAdapter.KIND,
                CALLER,
                "",
                Optional.of("1"),
                Optional.empty(),
                List.of(),
                Optional.empty());
        return new String(
                adapter.render(
                                account,
                                new TurnAnswer(Optional.of(step), 7, List.of(sample.to(CALLER, sample.blocks()))))
                        .body(),
                StandardCharsets.UTF_8);
    }
}
