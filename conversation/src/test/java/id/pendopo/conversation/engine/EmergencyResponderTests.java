package id.pendopo.conversation.engine;

import static id.pendopo.conversation.engine.Stage.CODE;
import static id.pendopo.conversation.engine.Stage.NOW;
import static id.pendopo.conversation.engine.Stage.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Expected.What;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.State;
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.knowledge.TextClassifier;
import id.pendopo.ticketing.Alarms.Standing;
import id.pendopo.ticketing.NewTicket;
import id.pendopo.ticketing.Suggestions;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.Ticket.Danger;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the words of an emergency land, and those that follow. */
class EmergencyResponderTests {

    private static final String FIRE = "tolong kebakaran di jalan anggrek";

    private final Stage stage = new Stage();

    private static NewTicket opened(Decision decision) {
        return decision.commands().stream()
                .filter(Command.Open.class::isInstance)
                .map(command -> ((Command.Open) command).ticket())
                .findFirst()
                .orElseThrow();
    }

    private static Ticket of(NewTicket opened) {
        return ticket(opened.code(), opened.category());
    }

    /** The ticket that a fire was told with, while that of a road is open. */
    private Ticket alarm() {
        stage.open = List.of(ticket(TicketStatus.OPEN));
        Ticket alarm = of(opened(stage.say(FIRE)));
        stage.open = List.of(alarm, ticket(TicketStatus.OPEN));
        return alarm;
    }

    @Test
    void opensATicketOfItsOwnBesideThatOfAnotherMatter() {
        NewTicket alone = opened(new Stage().say(FIRE));
        stage.open = List.of(ticket(TicketStatus.OPEN));

        Decision decision = stage.say(FIRE);

        NewTicket beside = opened(decision);
        assertThat(decision.commands()).hasSize(1);
        assertThat(beside.category()).isEqualTo(alone.category()).isNotEqualTo("jalan-rusak");
        assertThat(beside.description()).isEqualTo(FIRE);
        assertThat(beside.code()).isNotEqualTo(CODE);
        assertThat(decision.replies())
                .singleElement()
                .satisfies(reply -> assertThat(reply.ticket()).contains(beside.code()))
                .satisfies(reply ->
                        assertThat(reply.parts()).contains(Part.say("emergency.noted", new Arg.Code(beside.code()))));
        assertThat(stage.conversation.floor()).isEqualTo(Floor.QUEUE);
    }

    /** What is said of those on duty, by its key. */
    private String told() {
        return stage.say(FIRE).replies().getFirst().parts().stream()
                .filter(Part.Say.class::isInstance)
                .map(part -> ((Part.Say) part).key())
                .filter(key -> Set.of("emergency.rung", "emergency.taken", "emergency.nobody", "emergency.noted")
                        .contains(key))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"RINGING, emergency.rung", "NOBODY, emergency.nobody", "SLOW, emergency.noted"})
    void tellsOfANewOneWhatItLeadsTo(Standing standing, String key) {
        stage.alert = new Facts.Alert(Map.of(Danger.FIRE, standing), Map.of());

        assertThat(told()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "RINGING, emergency.rung",
        "UNREACHED, emergency.rung",
        "TAKEN, emergency.taken",
        "NOBODY, emergency.nobody"
    })
    void tellsOfOneThatWasCalledHowFarItIs(Standing standing, String key) {
        Ticket alarm = alarm();
        stage.alert = new Facts.Alert(Map.of(Danger.FIRE, Standing.SLOW), Map.of(alarm.code(), standing));

        assertThat(told()).isEqualTo(key);
    }

    @Test
    void addsWhatIsCalledNextToTheSameTicket() {
        Ticket alarm = alarm();

        assertThat(stage.say("apinya makin besar, kebakaran!").commands())
                .containsExactly(new Command.Add(alarm.code(), "apinya makin besar, kebakaran!"));
    }

    @Test
    void addsToATicketOfTheDesksOwnCategoryForEmergencies() {
        TicketCode urgent = TicketCode.random();
        stage.open = List.of(ticket(TicketStatus.OPEN), ticket(urgent, "darurat"));

        assertThat(stage.say(FIRE).commands()).containsExactly(new Command.Add(urgent, FIRE));
    }

    @Test
    void opensAnotherOnceTheFirstIsClosedOrLongAgo() {
        Ticket alarm = alarm();
        stage.now = NOW.plus(Duration.ofDays(1));
        assertThat(opened(stage.say(FIRE)).code()).isNotEqualTo(alarm.code());

        stage.open = List.of(ticket(TicketStatus.OPEN));
        assertThat(opened(stage.say(FIRE)).code()).isNotEqualTo(alarm.code());
    }

    @Test
    void takesWhatFollowsForTheEmergencyAlsoWhenAReportWasSentSince() {
        Ticket alarm = alarm();
        stage.open = List.of(ticket(TicketStatus.OPEN), alarm);

        assertThat(stage.say("rumah pagar hijau dekat masjid").commands())
                .containsExactly(new Command.Add(alarm.code(), "rumah pagar hijau dekat masjid"));
        assertThat(stage.say("petugas").ending()).isEqualTo(Ending.PERSON_KNOWS);
    }

    @ParameterizedTest
    @EnumSource(names = {"INFORMATION", "REASON", "RATING_REASON"})
    void takesWhatFollowsForNoAnswerToWhatWasAskedBefore(What asked) {
        stage.conversation = stage.conversation.with(State.fresh().expecting(asked, CODE.digits()));
        Ticket alarm = alarm();

        assertThat(stage.say("rumah pagar hijau").commands())
                .containsExactly(new Command.Add(alarm.code(), "rumah pagar hijau"));
    }

    @Test
    void stillHearsByNumberWhetherAnotherTicketIsSolved() {
        stage.named = Optional.of(new Facts.Named(CODE, Optional.of(ticket(TicketStatus.CLOSED)), Facts.Sight.FULL));
        stage.conversation = stage.conversation.with(State.fresh()
                .expecting(What.CLOSING, CODE.digits())
                .offering(List.of(ChoiceIds.SOLVED + CODE.digits(), ChoiceIds.UNSOLVED + CODE.digits())));
        stage.say(FIRE);

        assertThat(stage.say("1").commands()).containsExactly(new Command.ConfirmSolved(CODE));
    }

    @Test
    void alsoTellsTheAgentWhoHoldsTheFloorAndLeavesItToThem() {
        stage.open = List.of(ticket(TicketStatus.OPEN));
        stage.conversation =
                stage.conversation.held(Floor.AGENT).with(State.fresh().heldBy(CODE.digits()));

        Decision decision = stage.say(FIRE);

        NewTicket alarm = opened(decision);
        assertThat(decision.commands()).hasSize(2).contains(new Command.Add(CODE, FIRE));
        assertThat(stage.conversation.floor()).isEqualTo(Floor.AGENT);
        stage.open = List.of(of(alarm), ticket(TicketStatus.OPEN));
        assertThat(stage.say("rumah pagar hijau").commands())
                .containsExactly(new Command.Add(CODE, "rumah pagar hijau"));
        assertThat(stage.say(FIRE).commands())
                .containsExactlyInAnyOrder(new Command.Add(alarm.code(), FIRE), new Command.Add(CODE, FIRE));
    }

    @Test
    void keepsTheFloorOfAnAgentWhoseTicketWasNotNoted() {
        stage.open = List.of(ticket(TicketStatus.OPEN));
        stage.conversation = stage.conversation.held(Floor.AGENT);
        NewTicket alarm = opened(stage.say(FIRE));
        stage.open = List.of(of(alarm), ticket(TicketStatus.OPEN));

        assertThat(stage.say("rumah pagar hijau").commands())
                .containsExactly(new Command.Add(CODE, "rumah pagar hijau"));
    }

    @Test
    void tellsAnAgentOnlyOnceWhoHoldsTheFloorForTheEmergencyItself() {
        Ticket alarm = alarm();
        stage.conversation = stage.conversation
                .held(Floor.AGENT)
                .with(stage.conversation.state().heldBy(alarm.code().digits()));

        assertThat(stage.say(FIRE).commands()).containsExactly(new Command.Add(alarm.code(), FIRE));
    }

    @Test
    void listsBothTickets() {
        Ticket alarm = alarm();

        assertThat(stage.say("status").replies().getFirst().parts())
                .filteredOn(Part.Say.class::isInstance)
                .map(Part.Say.class::cast)
                .filteredOn(say -> say.key().startsWith("status.own"))
                .extracting(say -> say.args().getFirst())
                .containsExactly(new Arg.Code(alarm.code()), new Arg.Code(CODE));
    }

    @ParameterizedTest
    @CsvSource({"0.08, GREETED", "0.17, GREETED"})
    void whatMayBeACallIsAnsweredAndWhomToCallIsNamed(double sure, Ending ending) {
        stage.danger = Optional.of(new TextClassifier.Guess("violence", sure));
        stage.act = Optional.of(new TextClassifier.Guess("greeting", 0.9));

        Decision decision = stage.say("dia sudah datang lagi");

        assertThat(decision.ending()).isEqualTo(ending);
        assertThat(decision.replies().getLast().parts().getLast())
                .isEqualTo(Part.say("emergency.perhaps", new Arg.Words("110"), new Arg.Words("129")));
    }

    @ParameterizedTest
    @CsvSource({"0.18, EMERGENCY", "0.07, GREETED"})
    void whatIsLearnedIsHeardFromItsThresholdOn(double sure, Ending ending) {
        stage.danger = Optional.of(new TextClassifier.Guess("medical", sure));
        stage.act = Optional.of(new TextClassifier.Guess("greeting", 0.9));

        assertThat(stage.say("bapak belum bangun juga").ending()).isEqualTo(ending);
    }

    @ParameterizedTest
    @CsvSource({"0.39, FORM_ASKED", "0.4, EMERGENCY"})
    void whileTheDeskWaitsForAnAnswerMoreIsNeeded(double sure, Ending ending) {
        stage.suggestion = Optional.of(new Suggestions.Guess("jalan-rusak", 0.9));
        assertThat(stage.say("lapor jalan rusak parah").ending()).isEqualTo(Ending.FORM_ASKED);
        stage.danger = Optional.of(new TextClassifier.Guess("disaster", sure));
        stage.taskAct = Optional.of(new TextClassifier.Guess("question", 0.9));

        assertThat(stage.say("kalau hujan ketutup air").ending()).isEqualTo(ending);
    }

    @Test
    void theWordAloneCalls() {
        assertThat(stage.say("DARURAT").ending()).isEqualTo(Ending.EMERGENCY);
    }

    private Decision afterwards(String text, String act, String followUp, double sure) {
        Ticket alarm = alarm();
        stage.open = List.of(alarm);
        stage.act = Optional.of(new TextClassifier.Guess(act, 0.6));
        stage.followUp = Optional.of(new TextClassifier.Guess(followUp, sure));
        return stage.say(text);
    }

    @ParameterizedTest
    @CsvSource({
        "siapa kepala desa ini, question, other, .9",
        "berapa harga beras, question, status, .4",
        "tetangga saya jualan soto, chitchat, other, .7"
    })
    void aQuestionAndARemarkAboutSomethingElseAreNotPutIntoItsTicket(
            String text, String act, String followUp, double sure) {
        assertThat(afterwards(text, act, followUp, sure).commands()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "rumah nomor dua belas, question, added, .6",
        "pagar hijau sebelah warung, chitchat, other, .69",
        "gimana ini cepat dong, emergency, other, .9",
        "masih lama sekali, complaint, unsolved, .5"
    })
    void whateverMayBeAboutItIsPutIntoItsTicket(String text, String act, String followUp, double sure) {
        assertThat(afterwards(text, act, followUp, sure).commands())
                .singleElement()
                .isInstanceOf(Command.Add.class);
    }

    @Test
    void aComplaintAboutSomethingElseBeginsAReport() {
        stage.suggestion = Optional.of(new Suggestions.Guess("pungli", 0.9));
        stage.opening = Optional.of(new TextClassifier.Guess("complaint", 0.9));

        assertThat(afterwards("kelurahan minta pungutan lima puluh ribu", "complaint", "other", 0.6)
                        .ending())
                .isEqualTo(Ending.FORM_ASKED);
    }

    @Test
    void whereItIsIsNoComplaintAboutSomethingElse() {
        stage.suggestion = Optional.of(new Suggestions.Guess("lampu-jalan", 0.4));
        stage.opening = Optional.of(new TextClassifier.Guess("complaint", 0.9));

        assertThat(afterwards("saya di depan toko jl sudirman", "complaint", "other", 0.6)
                        .ending())
                .isEqualTo(Ending.INFORMATION_ADDED);
    }
}
