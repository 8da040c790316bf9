package id.pendopo.conversation.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.Capabilities;
import id.pendopo.channels.InboundMessage;
import id.pendopo.conversation.TestKinds;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.understanding.Phrasebook;
import id.pendopo.ticketing.BundledCatalogue;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ui.CountryPack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopGuardTests {

    private static final Duration QUICKLY = Duration.ofSeconds(3);
    private static final Duration SLOWLY = Duration.ofSeconds(40);
    private static final Phrasebook PHRASES = Phrasebook.of(CountryPack.chosen());
    private static final BundledCatalogue DESK = BundledCatalogue.load();

    private final LoopGuard guard = new LoopGuard();
    private Instant now = Instant.parse("2026-03-17T02:00:00Z");
    private Conversation conversation = on(TestKinds.SMS, "+6281200001234");

    private static Conversation on(Capabilities line, String address) {
        return Conversation.fresh(7, new Address("line", address), line, Locale.of("id"));
    }

    @Test
    void aMotherWithThreeQuestionsInAMinuteIsAnswered() {
        assertThat(answered("syarat kk", Duration.ofSeconds(15))).isTrue();
        assertThat(answered("bayar ga bu?", Duration.ofSeconds(15))).isTrue();
        assertThat(answered("brp lama jadinya", Duration.ofSeconds(15))).isTrue();
    }

    @Test
    void aReportOfManyShortAnswersIsNoLoop() {
        assertThat(IntStream.range(0, 25).filter(i -> answered("jawaban " + i, SLOWLY)))
                .hasSize(25);
    }

    @Test
    void anAutoResponderIsAnsweredAFewTimesWhateverTheHourThatItNames() {
        assertThat(IntStream.range(0, 40)
                        .filter(i -> answered(
                                "Terima kasih atas pesan Anda pukul 10." + (10 + i) + ", kami akan membalas", SLOWLY)))
                .hasSize(5);
    }

    @Test
    void aCommandWithAnotherNumberEachTimeIsNotTheSame() {
        assertThat(IntStream.range(0, 40).filter(i -> answered("STATUS 482 177 30" + (10 + i), SLOWLY)))
                .hasSize(40);
    }

    @Test
    void aCommandMayComeMoreOften() {
        assertThat(IntStream.range(0, 40).filter(_ -> answered("STATUS", SLOWLY)))
                .hasSize(10);
    }

    @Test
    void anAnswerToEachAnswerWithinSecondsEnds() {
        assertThat(IntStream.range(0, 100).filter(i -> answered("kata " + word(i) + " lain", QUICKLY)))
                .hasSize(30);
        assertThat(answered("masih ada orang di sana?", Duration.ofMinutes(1))).isTrue();
    }

    @Test
    void fiveHundredMessagesOfOneNumberAreNotFiveHundredPaidAnswers() {
        assertThat(IntStream.range(0, 500).filter(i -> answered("kata " + word(i) + " lain", Duration.ofSeconds(11))))
                .hasSizeBetween(60, 120);
        assertThat(answered("syarat ktp apa saja", Duration.ofHours(1))).isTrue();
    }

    @Test
    void whereItIsFreeALastWordIsSaidOnce() {
        conversation = on(TestKinds.WEB, "session");
        List<Decision> decisions = IntStream.range(0, 9)
                .mapToObj(_ -> hear("saya sedang tidak di tempat", SLOWLY, Ending.ANSWERED))
                .toList();

        assertThat(decisions.get(5).ending()).isEqualTo(Ending.PAUSED);
        assertThat(decisions.get(5).replies())
                .singleElement()
                .satisfies(reply -> assertThat(reply.parts()).containsExactly(Part.say("paused")));
        assertThat(decisions.subList(6, 9))
                .allSatisfy(decision -> assertThat(decision.replies()).isEmpty());
    }

    @Test
    void dangerIsHeardInTheFiftiethMessage() {
        IntStream.range(0, 49).forEach(_ -> hear("Terima kasih atas pesan Anda", QUICKLY, Ending.ANSWERED));

        Decision heard = hear("tolong rumah saya kebakaran", QUICKLY, Ending.EMERGENCY);

        assertThat(heard.ending()).isEqualTo(Ending.EMERGENCY);
        assertThat(heard.replies()).isNotEmpty();
    }

    @Test
    void whomToCallIsNamedAlsoWhereItMayBeNoDanger() {
        IntStream.range(0, 49).forEach(_ -> hear("Terima kasih atas pesan Anda", QUICKLY, Ending.ANSWERED));
        TurnContext context = context("suami saya begitu lagi");
        Decision perhaps = said(context, Ending.ESCALATED).followed(Part.say("emergency.perhaps"));

        assertThat(guard.finish(context, perhaps).replies()).isEqualTo(perhaps.replies());
    }

    @Test
    void aProgramThatRepeatsOurWordsOfDangerIsNoLoopEither() {
        assertThat(IntStream.range(0, 100)
                        .mapToObj(_ -> hear("dalam keadaan darurat hubungi 112", SLOWLY, Ending.EMERGENCY))
                        .filter(decision -> !decision.replies().isEmpty()))
                .hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TELKOMSEL", "1708", "93123", "BANK-DAERAH"})
    void namesAndShortCodesAreNeverAnswered(String sender) {
        conversation = on(TestKinds.SMS, sender);

        assertThat(answered("Promo kuota hari ini", SLOWLY)).isFalse();
        assertThat(hear("kebakaran", SLOWLY, Ending.EMERGENCY).replies()).isEmpty();
    }

    @Test
    void whatIsNotAnsweredChangesNothingButIsCarriedOut() {
        IntStream.range(0, 5).forEach(_ -> hear("saya sedang tidak di tempat", SLOWLY, Ending.ANSWERED));
        TurnContext context = context("saya sedang tidak di tempat");
        Command.Add add = new Command.Add(TicketCode.random(), "saya sedang tidak di tempat");

        Decision bare = guard.finish(context, said(context, Ending.ANSWERED).state(state -> state.answered("sim")));
        Decision adding =
                guard.finish(context, said(context, Ending.INFORMATION_ADDED).command(add));

        assertThat(bare.replies()).isEmpty();
        assertThat(bare.after().state().about()).isEmpty();
        assertThat(adding.replies()).isEmpty();
        assertThat(adding.commands()).containsExactly(add);
    }

    @Test
    void whoeverIsInACallOrWithAnAgentIsLeftAlone() {
        conversation = on(TestKinds.VOICE, "+6281200001234");
        assertThat(IntStream.range(0, 40).filter(_ -> answered("halo halo halo", QUICKLY)))
                .hasSize(40);
        conversation = on(TestKinds.WEB, "session").held(Floor.AGENT);
        assertThat(IntStream.range(0, 40).filter(_ -> answered("halo halo halo", QUICKLY)))
                .hasSize(40);
    }

    private static String word(int i) {
        return i == 0
                ? "x"
                : "x" + word(i - 1).substring(0, Math.min(i, 40)) + (char) ('a' + i % 26) + (char) ('a' + i / 26);
    }

    private boolean answered(String text, Duration later) {
        Decision decision = hear(text, later, Ending.ANSWERED);
        return decision.ending() == Ending.ANSWERED && !decision.replies().isEmpty();
    }

    private Decision hear(String text, Duration later, Ending ending) {
        now = now.plus(later);
        TurnContext context = context(text);
        Decision decision = guard.finish(context, said(context, ending).state(state -> state.touchedAt(now)));
        conversation = decision.after();
        return decision;
    }

    private static Decision said(TurnContext context, Ending ending) {
        return Decision.of(context, ending, Part.say("answered"));
    }

    private TurnContext context(String text) {
        InboundMessage message =
                InboundMessage.text("line", "m", now, conversation.kind(), conversation.address(), text);
        return TurnContext.of(PHRASES, conversation, message, facts(Facts.Line.OPEN), now);
    }

    static Facts facts(Facts.Line line) {
        return new Facts(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                DESK.categories(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                List.of(),
                Facts.Alert.NONE,
                line,
                TicketCode.random(),
                TicketCode.anonymousReceipt());
    }
}
