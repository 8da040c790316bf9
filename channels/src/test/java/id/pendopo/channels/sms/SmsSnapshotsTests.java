package id.pendopo.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.Choice;
import id.pendopo.channels.LineSnapshots;
import id.pendopo.channels.Sample;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.TurnAnswer;
import id.pendopo.channels.texting.PlainText;
import id.pendopo.channels.texting.SmsPages;
import id.pendopo.channels.texting.SmsText;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Text messages: the response to Twilio, page by page as the citizen asks for more, with what each costs. */
class SmsSnapshotsTests extends LineSnapshots {

    private static final Address CITIZEN = new Address("smsmain", "+6281234500011");

    private final ChannelAccount account = TwilioSmsTest.account("AC1");
    private final TwilioSmsAdapter adapter = TwilioSmsTest.real();

    @Override
    protected ChannelAdapter adapter() {
        return adapter;
    }

    @Override
    protected Delivered deliver(Sample sample) throws Exception {
        List<String> pages = pages(sample);
        List<String> shown = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            for (String message : messages(pages.get(i))) {
                SmsText sms = SmsText.measure(message);
                shown.add("[page %d of %d: %s, %d of %d, segments: %d]"
                        .formatted(i + 1, pages.size(), sms.encoding(), sms.units(), sms.fits(), sms.segments()));
                words.add(message);
            }
            shown.add(
                    pages.get(i).replaceAll("(</?Response>|<Message>)", "\n$1").strip());
        }
        return new Delivered(String.join("\n", shown), String.join("\n", words));
    }

    @Override
    protected void check(Sample sample, Delivered delivered) throws Exception {
        List<String> pages = pages(sample);
        String more = sample.language().equals(Locale.ENGLISH)
                ? "Reply MORE for the rest."
                : "Balas LANJUT untuk lanjutannya.";
        for (String page : pages) {
            assertThat(messages(page)).hasSize(1).allSatisfy(message -> {
                assertThat(SmsText.measure(message).segments()).isBetween(1, SmsPages.SEGMENTS);
                assertThat(message.endsWith("\n" + more)).isEqualTo(page != pages.getLast());
            });
        }
        List<Choice> choices = sample.choices();
        assertThat(delivered.words().lines())
                .containsAll(IntStream.range(0, choices.size())
                        .mapToObj(
                                i -> i + 1 + ". " + PlainText.of(choices.get(i).label()))
                        .toList());
        if (!choices.isEmpty()) {
            assertThat(delivered.words())
                    .containsPattern("(?:Balas|Reply) 1(?:/\\d)*(?:-" + choices.size() + ")?(?:\\n|$)");
        }
        assertThat(squeezed(delivered.words().replace(more, ""))).contains(squeezed(text(sample)));
    }

    /** What is written for this line arrives whole, across its pages. */
    private static String text(Sample sample) {
        return sample.blocks().stream()
                .filter(Block.Text.class::isInstance)
                .map(block -> PlainText.of(((Block.Text) block).briefly()))
                .collect(Collectors.joining());
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    private List<String> pages(Sample sample) {
        List<String> pages = new ArrayList<>();
        List<Block> rest = sample.blocks();
        while (!rest.isEmpty()) {
            ChannelAccounts.Page page = adapter.page(account, sample.language(), rest);
            pages.add(new String(
                    adapter.render(
                                    account,
                                    new TurnAnswer(Optional.empty(), 7, List.of(sample.to(CITIZEN, page.now()))))
                            .body(),
                    StandardCharsets.UTF_8));
            rest = page.rest();
        }
        return pages;
    }

    private static List<String> messages(String twiml) throws Exception {
        NodeList messages = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(twiml)))
                .getElementsByTagName("Message");
        return IntStream.range(0, messages.getLength())
                .mapToObj(i -> messages.item(i).getTextContent())
                .toList();
    }
}
