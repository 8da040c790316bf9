package id.pendopo.conversation.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.channels.Attachment;
import id.pendopo.channels.Block;
import id.pendopo.channels.Capabilities.Family;
import id.pendopo.channels.Outbox;
import id.pendopo.conversation.ConversationTest;
import id.pendopo.conversation.People;
import id.pendopo.conversation.Person;
import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Correspondence;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.Tickets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files of agents on their way to the citizen. */
@ConversationTest
class SentFilesTests {

    private static final byte[] PDF = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

    private final Correspondence correspondence;
    private final Tickets tickets;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final Person citizen;

    SentFilesTests(Correspondence correspondence, Tickets tickets, Outbox outbox, JdbcClient jdbc, People people) {
        this.correspondence = correspondence;
        this.tickets = tickets;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.citizen = people.next();
    }

    private Ticket reply(Ticket ticket, String text, String... files) {
        return tickets.handle(
                new TicketCommand.Reply(
                        ticket.code(),
                        tickets.find(ticket.code()).orElseThrow().version(),
                        text,
                        false,
                        List.of(files)),
                Actor.agent("ani"));
    }

    private List<Block> last() {
        return outbox.latest(citizen.address(), 1).getLast().message().blocks();
    }

    @Test
    void goAlongWithTheWordsAndStandInTheTranscript() throws Exception {
        Ticket ticket = citizen.reports("jalan rusak depan SD 3 Sukamaju");
        Correspondence.File form = correspondence.keep(ticket, "Formulir F-1.02.pdf", PDF);

        Ticket replied = reply(ticket, "Ini formulirnya.", form.id());

        assertThat(last()).hasSize(2).first().isEqualTo(Block.Text.of("Ini formulirnya."));
        assertThat((Block.Media) last().getLast()).satisfies(media -> {
            assertThat(media.attachment()).isEqualTo(new Attachment("application/pdf", form.id()));
            assertThat(media.caption()).isEqualTo("Formulir F-1.02.pdf");
            assertThat(media.link()).hasValueSatisfying(link -> assertThat(link).startsWith("/f/"));
        });
        assertThat(correspondence.transcript(replied, Locale.of("id")))
                .filteredOn(line -> line.author().equals("agent"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.text()).isEqualTo("Ini formulirnya.");
                    assertThat(line.files())
                            .containsExactly(new Correspondence.File(
                                    form.id(), "application/pdf", PDF.length, "stored", "Formulir F-1.02.pdf"));
                });
        assertThat(correspondence.link(form.id())).isPresent();
    }

    @Test
    void filesAloneAreAMessage() throws Exception {
        Ticket ticket = citizen.reports("jalan rusak depan SD 3 Sukamaju");
        Correspondence.File form = correspondence.keep(ticket, "surat.pdf", PDF);

        Ticket replied = reply(ticket, "", form.id());

        assertThat(last()).singleElement().isInstanceOf(Block.Media.class);
        assertThat(correspondence.transcript(replied, Locale.of("id")).getLast())
                .satisfies(line -> assertThat(line.files()).hasSize(1))
                .returns("", Correspondence.Line::text);
    }

    @Test
    void belongToOneTicket() throws Exception {
        Ticket ticket = citizen.reports("jalan rusak depan SD 3 Sukamaju");
        Ticket other = citizen.reports("sampah menumpuk di pasar Legi");
        Correspondence.File form = correspondence.keep(other, "surat.pdf", PDF);

        assertThat(correspondence.files(ticket, List.of(form.id()))).isEmpty();
        assertThat(correspondence.files(other, List.of(form.id(), "no id"))).hasSize(1);
        reply(ticket, "Ini", form.id());
        assertThat(last()).containsExactly(Block.Text.of("Ini"));
    }

    @Test
    void areRefusedWithAReason() {
        Ticket ticket = citizen.reports("jalan rusak depan SD 3 Sukamaju");

        assertThatThrownBy(() -> correspondence.keep(ticket, "a.exe", "MZ".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Correspondence.FileRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo("type"));
    }

    @Test
    void areKeptForWhoReadsThemOnTheTrackingPageAndLeadToNobody() throws Exception {
        citizen.say("mau lapor jalan rusak depan SD 3 Sukamaju");
        String receipt = Person.words(citizen.say("anonim")).replaceAll("(?s).*?(\\d{4} \\d{4} \\d{4} \\d{4}).*", "$1");
        Ticket ticket = tickets.find(id.pendopo.ticketing.TicketCode.parse(receipt.replace(" ", ""))
                        .orElseThrow())
                .orElseThrow();
        Correspondence.File form = correspondence.keep(ticket, "surat.pdf", PDF);

        reply(ticket, "", form.id());

        assertThat(jdbc.sql("select taken_at is not null from channels_attachment where id = ?::uuid")
                        .param(form.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(outbox.latest(citizen.address(), 10))
                .flatExtracting(sent -> sent.message().blocks())
                .noneMatch(Block.Media.class::isInstance);
    }

    @Test
    void aMessengerGetsOneInEachMessageAndATextMessageAllOfThem() {
        Block words = Block.Text.of("Ini");
        Block.Media one = new Block.Media(new Attachment("image/jpeg", "1"), "");
        Block.Media two = new Block.Media(new Attachment("image/jpeg", "2"), "");

        assertThat(SentFiles.messages(List.of(words), List.of(one, two), Family.RICH))
                .containsExactly(List.of(words, one), List.of(two));
        assertThat(SentFiles.messages(List.of(), List.of(one, two), Family.RICH))
                .containsExactly(List.of(one), List.of(two));
        assertThat(SentFiles.messages(List.of(words), List.of(one, two), Family.SEGMENTED))
                .containsExactly(List.of(words, one, two));
        assertThat(SentFiles.messages(List.of(words), List.of(), Family.RICH)).containsExactly(List.of(words));
        assertThat(SentFiles.messages(List.of(), List.of(), Family.RICH)).isEmpty();
    }
}
