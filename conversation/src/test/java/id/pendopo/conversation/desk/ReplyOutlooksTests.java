package id.pendopo.conversation.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.Receiver;
import id.pendopo.channels.Turn;
import id.pendopo.channels.adapter.window.MessageTemplate;
import id.pendopo.channels.gateway.window.MessageTemplates;
import id.pendopo.conversation.ConversationTest;
import id.pendopo.conversation.People;
import id.pendopo.conversation.SettableClock;
import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Correspondence;
import id.pendopo.ticketing.Correspondence.Passage;
import id.pendopo.ticketing.Correspondence.ReplyWindow;
import id.pendopo.ticketing.Outcome;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.TicketStatus;
import id.pendopo.ticketing.Tickets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A citizen with WhatsApp who has been silent for more than a day, and the desk that has something to say. */
@ConversationTest
class ReplyOutlooksTests {

    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);
    private static final Locale INDONESIAN = Locale.of("id");

    private final Correspondence correspondence;
    private final Receiver conversations;
    private final Outbox outbox;
    private final Tickets tickets;
    private final MessageTemplates templates;
    private final SettableClock clock;
    private final String number = "62813777" + NUMBERS.incrementAndGet();

    ReplyOutlooksTests(
            Correspondence correspondence,
            Receiver conversations,
            Outbox outbox,
            Tickets tickets,
            MessageTemplates templates,
            People people,
            SettableClock clock) {
        this.correspondence = correspondence;
        this.conversations = conversations;
        this.outbox = outbox;
        this.tickets = tickets;
        this.templates = templates;
        this.clock = clock;
        people.next();
    }

    @Test
    void freeWordsReachTheCitizenForADay() {
        Ticket ticket = reports("wa");

        ReplyWindow window = window(ticket, "Besok kami cek.");

        assertThat(window.passage()).isEqualTo(Passage.FREE);
        assertThat(window.until()).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
        assertThat(limits(ticket).line()).isEqualTo("wa (whatsapp-cloud)");
    }

    @Test
    void thenTheReplyLeavesByTextMessageAndIsAnsweredThere() {
        Ticket ticket = reports("wa");
        clock.advance(Duration.ofHours(25));

        assertThat(window(ticket, "Besok kami cek.").passage()).isEqualTo(Passage.TEXT_MESSAGE);
        assertThat(limits(ticket).line()).isEqualTo("wa (twilio-sms)");
        tickets.handle(
                new TicketCommand.Reply(ticket.code(), now(ticket).version(), "Besok kami cek."), Actor.agent("ani"));

        Address sms = new Address("smsmain", "+" + number);
        assertThat(outbox.latest(sms, 5))
                .as("the reply, and no message that somebody takes over")
                .singleElement()
                .satisfies(sent -> assertThat(sent.message().ticket())
                        .contains(ticket.code().digits()));
        tickets.handle(
                new TicketCommand.Close(ticket.code(), now(ticket).version(), Outcome.FIXED, "Sudah ditambal."),
                Actor.agent("ani"));
        says(sms, "twilio-sms", "1");
        assertThat(now(ticket).status()).isEqualTo(TicketStatus.CONFIRMED);
    }

    @Test
    void anApprovedTemplateIsShownAsTheCitizenReadsIt() {
        Ticket ticket = reports("watemplate");
        clock.advance(Duration.ofHours(25));
        templates.keep(
                "watemplate",
                List.of(new MessageTemplate(
                        "kabar", "id", "UTILITY", "APPROVED", "GREEN", "Kabar laporan {{1}}. {{2}}", 2, true)));

        ReplyWindow window = window(ticket, "Besok\nkami cek.");

        assertThat(window.passage()).isEqualTo(Passage.TEMPLATE);
        assertThat(window.template()).isEqualTo("kabar");
        assertThat(window.text())
                .isEqualTo("Kabar laporan " + ticket.code().digits() + ". Petugas Ani: Besok kami cek.");
        assertThat(window(ticket, "").passage())
                .as("before anything is written")
                .isEqualTo(Passage.TEMPLATE);
    }

    @Test
    void withoutAWayTheDeskIsToldWhyAndWhatToDo() {
        Ticket ticket = reports("watemplate");
        clock.advance(Duration.ofHours(25));
        templates.keep("watemplate", List.of());

        ReplyWindow window = window(ticket, "Besok kami cek.");

        assertThat(window.passage()).isEqualTo(Passage.NONE);
        assertThat(window.reason()).contains("templat", "saluran lain");
    }

    private ReplyWindow window(Ticket ticket, String text) {
        return correspondence
                .window(now(ticket), Optional.of("Ani"), text, INDONESIAN)
                .orElseThrow();
    }

    private Correspondence.ReplyLimits limits(Ticket ticket) {
        return correspondence.limits(now(ticket), "Besok kami cek.").orElseThrow();
    }

    private Ticket now(Ticket ticket) {
        return tickets.find(ticket.code()).orElseThrow();
    }

    private Ticket reports(String account) {
        Address siti = new Address(account, number);
        says(siti, "whatsapp-cloud", "mau lapor jalan rusak depan SD 3 Sukamaju");
        return tickets.latest(says(siti, "whatsapp-cloud", "ya").conversation()).orElseThrow();
    }

    private Turn says(Address from, String kind, String text) {
        InboundMessage message =
                InboundMessage.text(from.account(), UUID.randomUUID().toString(), clock.instant(), kind, from, text);
        return conversations
                .run(List.of(conversations.prepare(message)), Turn.Mode.ON_TIME)
                .getFirst();
    }
}
