package id.pendopo.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.Attachments;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Turn;
import id.pendopo.conversation.ConversationTest;
import id.pendopo.conversation.EveryRow;
import id.pendopo.conversation.People;
import id.pendopo.conversation.Person;
import id.pendopo.conversation.SettableClock;
import id.pendopo.ticketing.Correspondence;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.Visibility;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing leads from an address to what was reported from there without a name. */
@ConversationTest
class AnonymousReportTests {

    private static final Pattern RECEIPT = Pattern.compile("\\d{4} \\d{4} \\d{4} \\d{4}");
    private static final String[] WORDS = {"lurah", "Lurah", "pungli", "Kenanga"};

    private final RecurringTask<Void> erasure;
    private final SettableClock clock;
    private final Tickets tickets;
    private final Correspondence correspondence;
    private final Attachments attachments;
    private final JdbcClient jdbc;
    private final Person citizen;
    private final Person elsewhere;

    AnonymousReportTests(
            People people,
            @Qualifier("erasureJob") RecurringTask<Void> erasure,
            SettableClock clock,
            Tickets tickets,
            Correspondence correspondence,
            Attachments attachments,
            JdbcClient jdbc) {
        this.erasure = erasure;
        this.clock = clock;
        this.tickets = tickets;
        this.correspondence = correspondence;
        this.attachments = attachments;
        this.jdbc = jdbc;
        this.citizen = people.next();
        this.elsewhere = people.next();
    }

    private TicketCode reported(Turn turn) {
        Matcher receipt = RECEIPT.matcher(Person.words(turn));
        assertThat(receipt.find()).as(Person.words(turn)).isTrue();
        return TicketCode.parse(receipt.group()).orElseThrow();
    }

    /** Pages that are opened again do not show it any longer. */
    private void later() {
        clock.at(clock.instant().plus(Duration.ofMinutes(11)));
        erasure.execute(null, null);
    }

    private void leadsNowhere(Person person, TicketCode code) {
        EveryRow rows = new EveryRow(jdbc);
        assertThat(rows.having(WORDS)).as("the report itself").isNotEmpty();
        assertThat(rows.reached(person.address().value()))
                .noneMatch(row -> row.contains(code.digits()) || row.contains(code.grouped()))
                .noneMatch(row -> List.of(WORDS).stream().anyMatch(row::contains));
        assertThat(rows.having(code.digits(), code.grouped()))
                .noneMatch(row -> row.contains(person.address().value()));
        assertThat(rows.having(code.grouped())).isEmpty();
    }

    @Test
    void noRowLeadsFromTheAddressToTheWordsOrTheReceipt() {
        citizen.say("halo");
        citizen.say("mau lapor pungli oleh lurah di Jalan Kenanga 4, minta 50 ribu tiap surat");
        citizen.say("kemarin pak Lurah minta lagi");
        InboundMessage last = citizen.message("anonim");
        TicketCode code = reported(citizen.say(last));
        later();

        leadsNowhere(citizen, code);
        Ticket ticket = tickets.find(code).orElseThrow();
        assertThat(ticket.visibility()).isEqualTo(Visibility.ANONYMOUS);
        assertThat(ticket.description()).contains("pungli");
    }

    @Test
    void theReplyIsThereAsLongAsAPageMayBeOpenedAgain() {
        citizen.say("mau lapor pungli oleh lurah di Jalan Kenanga 4");
        InboundMessage last = citizen.message("anonim");
        Turn turn = citizen.say(last);

        assertThat(citizen.say(last).answer().body()).isEqualTo(turn.answer().body());

        later();
        long before = jdbc.sql("select count(*) from ticket").query(Long.class).single();
        assertThat(new String(citizen.say(last).answer().body(), StandardCharsets.UTF_8))
                .doesNotContainPattern(RECEIPT);
        assertThat(jdbc.sql("select count(*) from ticket").query(Long.class).single())
                .isEqualTo(before);
    }

    @Test
    void filesStayWithTheReportAndAreNobodys() throws Exception {
        citizen.say("mau lapor pungli oleh lurah di Jalan Kenanga 4");
        byte[] file = "%PDF-1.7\nkuitansi".getBytes(StandardCharsets.UTF_8);
        Attachment sent = attachments
                .take(
                        citizen.address(),
                        attachments.store(citizen.address(), file).id())
                .orElseThrow();
        citizen.say(withFile(citizen.message(""), sent));
        InboundMessage last = citizen.message("anonim");
        TicketCode code = reported(citizen.say(last));
        later();

        leadsNowhere(citizen, code);
        assertThat(correspondence.transcript(tickets.find(code).orElseThrow(), Locale.of("id")))
                .singleElement()
                .satisfies(line -> assertThat(line.files())
                        .singleElement()
                        .satisfies(kept -> assertThat(kept.id()).isEqualTo(sent.ref())));
        assertThat(new EveryRow(jdbc).having(sent.ref()))
                .noneMatch(row -> row.contains(citizen.address().value()));
    }

    private static InboundMessage withFile(InboundMessage message, Attachment file) {
        return message.with(List.of(file));
    }

    @Test
    void whatIsSaidToTheReceiptLaterLeadsNowhereEither() {
        citizen.say("mau lapor pungli oleh lurah di Jalan Kenanga 4");
        InboundMessage last = citizen.message("anonim");
        TicketCode code = reported(citizen.say(last));
        later();

        InboundMessage asked = elsewhere.message("STATUS " + code.digits());
        assertThat(Person.words(elsewhere.say(asked))).contains(code.grouped());
        later();
        InboundMessage added = elsewhere.message("tambah " + code.digits() + " pak lurah juga minta rokok");
        elsewhere.say(added);
        later();

        leadsNowhere(elsewhere, code);
        leadsNowhere(citizen, code);
        assertThat(new EveryRow(jdbc).having("lurah juga minta rokok"))
                .isNotEmpty()
                .allMatch(row -> row.startsWith("public.ticket_event "));
    }

    @Test
    void otherTicketsOfTheSamePersonKeepTheirWords() {
        citizen.say("lapor pohon tumbang");
        citizen.say("lampu jalan di jl Kenanga jg padam");
        Turn named = citizen.say("di jl mawar dekat pasar");
        named = citizen.say("ya");
        Ticket other = tickets.latest(named.conversation()).orElseThrow();
        assertThat(Person.words(named)).contains("Kenanga");
        InboundMessage last = citizen.message("anonim");
        Turn turn = citizen.say(last);
        TicketCode code = reported(turn);
        later();

        leadsNowhere(citizen, code);
        assertThat(correspondence.transcript(other, Locale.of("id")))
                .extracting(Correspondence.Line::text)
                .anyMatch(text -> text.contains("jl mawar"));
    }
}
