package id.pendopo.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.Receiver;
import id.pendopo.channels.Turn;
import id.pendopo.ticketing.Alarms;
import id.pendopo.ticketing.Alarms.Standing;
import id.pendopo.ticketing.HistoryEvent.Alarmed.Means;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.alarm.DutyPerson;
import id.pendopo.ticketing.alarm.DutyRoster;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** People on duty are rung by the desk's own lines, and take an emergency by a key or a word. */
@ConversationTest
class DutyTests {

    private static final String FIRE = "tolong kebakaran di jalan anggrek";
    private static final String JOKO = "+6281255508100";

    private final Tickets tickets;
    private final Alarms alarms;
    private final Alarms.Telephone telephone;
    private final DutyRoster roster;
    private final Outbox outbox;
    private final Receiver conversations;
    private final TransactionTemplate transaction;
    private final SettableClock clock;
    private final Person citizen;
    private int messages;

    DutyTests(
            People people,
            Tickets tickets,
            Alarms alarms,
            Alarms.Telephone telephone,
            DutyRoster roster,
            Outbox outbox,
            Receiver conversations,
            TransactionTemplate transaction,
            SettableClock clock) {
        this.citizen = people.next();
        this.tickets = tickets;
        this.alarms = alarms;
        this.telephone = telephone;
        this.roster = roster;
        this.outbox = outbox;
        this.conversations = conversations;
        this.transaction = transaction;
        this.clock = clock;
    }

    @BeforeEach
    void putOnDuty() {
        alarms.putOnDuty("Joko", JOKO);
    }

    @AfterEach
    void nobodyOnDuty() {
        roster.all().forEach(person -> roster.remove(person.id()));
    }

    private long duty() {
        return roster.all().stream().mapToLong(DutyPerson::id).findFirst().orElseThrow();
    }

    private Ticket rung() {
        Ticket ticket = tickets.latest(citizen.say(FIRE).conversation()).orElseThrow();
        transaction.executeWithoutResult(
                _ -> telephone.ring(new Alarms.Ring(ticket, duty(), JOKO, Set.of(Means.SMS, Means.CALL))));
        return ticket;
    }

    private OutboundMessage last(String account) {
        return outbox.latest(new Address(account, JOKO), 1).getLast().message();
    }

    private String joko(String account, String kind, String text, Optional<String> choice) {
        InboundMessage message = new InboundMessage(
                account,
                "duty-" + System.identityHashCode(this) + "-" + ++messages,
                clock.instant(),
                kind,
                new Address(account, JOKO),
                text,
                choice,
                Optional.empty(),
                List.of(),
                Optional.empty());
        Turn turn = conversations
                .run(List.of(conversations.prepare(message)), Turn.Mode.ON_TIME)
                .getFirst();
        return new String(turn.answer().body(), StandardCharsets.UTF_8);
    }

    private Standing standing(Ticket ticket) {
        return alarms.standing(ticket.code()).orElseThrow();
    }

    private String choice(Ticket ticket) {
        return "confirm:" + ticket.code().digits() + ":" + duty();
    }

    @Test
    void theCitizenIsToldThatSomebodyIsRungWhichIsSo() {
        assertThat(telephone.available()).containsExactlyInAnyOrder(Means.SMS, Means.CALL);

        String told = citizen.hears(FIRE);

        assertThat(told).contains("Petugas piket kami sedang dihubungi");
        roster.all().forEach(person -> roster.remove(person.id()));
        assertThat(citizen.neighbour(7).hears(FIRE)).contains("tidak ada petugas piket yang dapat kami hubungi");
    }

    @Test
    void aTextAndACallSayWhatItIsAndOfferToTakeIt() {
        Ticket ticket = rung();

        for (String line : List.of("smsmain", "voicemain")) {
            assertThat(last(line).blocks())
                    .hasSize(2)
                    .first()
                    .isInstanceOfSatisfying(
                            Block.Text.class,
                            text -> assertThat(text.briefly())
                                    .contains(
                                            "DARURAT, kebakaran", ticket.code().grouped(), "jalan anggrek"));
            assertThat(((Block.Choices) last(line).blocks().getLast())
                            .choices()
                            .getFirst()
                            .id())
                    .isEqualTo(choice(ticket));
        }
    }

    @Test
    void aOneByTextTakesItOnceAndTheCitizenWhoWritesAgainHearsSo() {
        Ticket ticket = rung();

        joko("smsmain", "twilio-sms", "1", Optional.empty());

        assertThat(last("smsmain").blocks())
                .singleElement()
                .isInstanceOfSatisfying(
                        Block.CallStep.class,
                        step -> assertThat(step.text())
                                .contains(
                                        "Anda menangani tiket " + ticket.code().grouped()));
        assertThat(standing(ticket)).isEqualTo(Standing.TAKEN);
        assertThat(citizen.hears("kebakaran makin besar, tolong")).contains("sudah menangani");
        assertThat(joko("voicemain", "twilio-voice", "", Optional.of(choice(ticket))))
                .contains("sudah ditangani", "<Hangup");
    }

    @Test
    void aKeyInTheCallTakesItAndHangsUp() {
        Ticket ticket = rung();

        assertThat(joko("voicemain", "twilio-voice", "", Optional.of(choice(ticket))))
                .contains("Anda menangani tiket", "<Hangup");
        assertThat(standing(ticket)).isEqualTo(Standing.TAKEN);
    }

    @Test
    void nobodyElseTakesItByTheSameWord() {
        Ticket ticket = rung();
        InboundMessage forged = citizen.message("");
        citizen.say(new InboundMessage(
                forged.account(),
                forged.externalId(),
                forged.at(),
                forged.kind(),
                forged.from(),
                "",
                Optional.of(choice(ticket)),
                Optional.empty(),
                List.of(),
                Optional.empty()));

        assertThat(standing(ticket)).isEqualTo(Standing.RINGING);
    }
}
