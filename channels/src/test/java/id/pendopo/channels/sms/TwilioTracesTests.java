package id.pendopo.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.rest.api.v2010.account.Message;
import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.adapter.ChannelAdapter.Rendered;
import id.pendopo.channels.adapter.Reconcilable.Trial;
import id.pendopo.channels.texting.SmsWords;
import id.pendopo.ui.CountryPack;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which of Twilio's messages are ours. */
class TwilioTracesTests {

    private static final Instant NOON = Instant.parse("2026-11-24T05:00:00.400Z");

    private final SmsWords words = SmsWords.of(URI.create("https://desk.example.org"), CountryPack.chosen());
    private final TwilioTraces traces = new TwilioTraces(
            reply -> words.say(reply.message().blocks(), reply.message().language()));

    @Test
    void findsAMessageByItsWords() {
        assertThat(traces.find(
                        List.of(doubted(1, "Biaya SIM C:\nRp75.000", NOON)),
                        List.of(twilio("SM1", "Lain", 1), twilio("SM2", "Biaya SIM C: Rp75.000", 1))))
                .isEqualTo(Map.of(1L, "SM2"));
    }

    @Test
    void doesNotTakeWhatWasThereBefore() {
        assertThat(traces.find(List.of(doubted(1, "Halo", NOON)), List.of(twilio("SM1", "Halo", -1))))
                .isEmpty();
    }

    @Test
    void takesAMessageOfTheSameSecond() {
        assertThat(traces.find(List.of(doubted(1, "Halo", NOON)), List.of(twilio("SM1", "Halo", 0))))
                .containsKey(1L);
    }

    @Test
    void givesEachOfTwilioMessagesToOneOfEqualTexts() {
        List<Trial> trials = List.of(
                new Trial(reply(1, "Halo"), NOON, false, true, Optional.empty()),
                new Trial(reply(2, "Halo"), NOON, false, false, Optional.of("SM2")),
                doubted(3, "Halo", NOON));

        assertThat(traces.find(trials, List.of(twilio("SM1", "Halo", 1), twilio("SM2", "Halo", 2))))
                .doesNotContainKey(3L);
        assertThat(traces.find(
                        trials, List.of(twilio("SM1", "Halo", 1), twilio("SM2", "Halo", 2), twilio("SM3", "Halo", 3))))
                .containsEntry(3L, "SM3");
    }

    @Test
    void doesNotTakeALaterEqualReplyForTheOneInDoubt() {
        List<Trial> trials = List.of(
                doubted(1, "Halo", NOON),
                new Trial(reply(2, "Halo"), NOON.plusSeconds(5), false, true, Optional.empty()));

        assertThat(traces.find(trials, List.of(twilio("SM2", "Halo", 6)))).doesNotContainKey(1L);
        assertThat(traces.find(trials, List.of(twilio("SM1", "Halo", 1), twilio("SM2", "Halo", 6))))
                .containsEntry(1L, "SM1");
    }

    @Test
    void looksForANewTryOfWhatWasTriedBefore() {
        Trial again = new Trial(reply(1, "Halo"), NOON, true, false, Optional.of("SM1"));

        assertThat(traces.find(List.of(again), List.of(twilio("SM1", "Halo", 1))))
                .isEmpty();
        assertThat(traces.find(List.of(again), List.of(twilio("SM1", "Halo", 1), twilio("SM2", "Halo", 2))))
                .isEqualTo(Map.of(1L, "SM2"));
    }

    @Test
    void seesThroughTheWordsOfATrialAccount() {
        assertThat(traces.find(
                        List.of(doubted(1, "Halo", NOON)),
                        List.of(twilio("SM1", "Sent from your Twilio trial account - Halo", 1))))
                .containsKey(1L);
    }

    private static Trial doubted(long id, String text, Instant since) {
        return new Trial(reply(id, text), since, true, true, Optional.empty());
    }

    private static Rendered reply(long id, String text) {
        return new Rendered(
                id,
                new OutboundMessage(
                        new Address("smsmain", "+6281234500011"),
                        1,
                        id,
                        0,
                        OutboundMessage.Author.BOT,
                        Locale.of("id"),
                        List.of(Block.Text.of(text)),
                        Optional.empty()));
    }

    private static Message twilio(String sid, String body, int seconds) {
        return Message.fromJson("""
                {"sid": "%s", "body": "%s", "direction": "outbound-reply", "status": "delivered",
                 "date_created": "Tue, 24 Nov 2026 05:00:%02d +0000", "to": "+6281234500011"}
                """.formatted(sid, body, seconds).replace("05:00:-1", "04:59:59"), new ObjectMapper());
    }
}
