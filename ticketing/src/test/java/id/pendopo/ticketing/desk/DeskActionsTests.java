package id.pendopo.ticketing.desk;

import static id.pendopo.ticketing.desk.DeskVisitor.AGENT;
import static id.pendopo.ticketing.desk.DeskVisitor.address;
import static id.pendopo.ticketing.desk.DeskVisitor.body;
import static id.pendopo.ticketing.desk.DeskVisitor.card;
import static id.pendopo.ticketing.desk.DeskVisitor.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Drafts;
import id.pendopo.ticketing.FakeCorrespondence;
import id.pendopo.ticketing.Outcome;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.TicketStatus;
import id.pendopo.ticketing.TicketingTest;
import id.pendopo.ticketing.Tickets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@TicketingTest
class DeskActionsTests {

    private final DeskVisitor desk;
    private final Tickets tickets;
    private final FakeCorrespondence correspondence;
    private final Agents agents;

    @Autowired
    DeskActionsTests(DeskVisitor desk, Tickets tickets, Agents agents, FakeCorrespondence correspondence) {
        this.desk = desk;
        this.tickets = tickets;
        this.agents = agents;
        this.correspondence = correspondence;
    }

    @BeforeEach
    void twoAgents() {
        agents.put(new Agents.Agent("ani", "Ani", "dinas-pupr"));
        agents.put(new Agents.Agent("budi", "Budi", "dinas-pupr"));
    }

    @Test
    void offersAFailedMessageAgain() {
        Ticket ticket = desk.known();
        correspondence.knows(
                ticket.code(), card(), List.of(desk.line("agent", "Kami datang", "failed", "nomor tidak aktif")));

        assertThat(desk.page(address(ticket))).contains("gagal: nomor tidak aktif", "again=31#reply-text");
        assertThat(desk.page(address(ticket) + "?again=31"))
                .containsPattern("<textarea id=\"reply-text\"[^>]*>Kami datang<");
        assertThat(desk.page(address(ticket) + "?again=30")).containsPattern("<textarea id=\"reply-text\"[^>]*><");
    }

    @Test
    void aReplyIsStoredAndLeadsBackToTheTicket() {
        Ticket ticket = desk.known();
        MvcTestResult result =
                desk.send("reply", ticket, "text", " Kami datang besok ", "version", "1", "view", "mine");

        assertThat(result).hasStatus(303).hasHeader("Location", "/desk/tickets/" + ticket.code() + "?view=mine");
        assertThat(desk.replies(ticket)).containsExactly("Kami datang besok");
        assertThat(desk.now(ticket).assignee()).contains("ani");
    }

    @Test
    void anAgentGivesTheConversationBackToTheAssistant() {
        Ticket ticket = desk.known();
        assertThat(desk.page(address(ticket))).doesNotContain("do-floor");
        desk.send("reply", ticket, "text", "Di sebelah mana?", "version", "1");
        assertThat(desk.page(address(ticket))).contains("Kembalikan ke asisten");

        assertThat(desk.send("floor", ticket, "version", "2")).hasStatus(303);

        assertThat(correspondence.held(ticket)).isFalse();
        assertThat(desk.page(address(ticket)))
                .contains("Ani mengembalikan percakapan kepada Asisten")
                .doesNotContain("do-floor");
    }

    @Test
    void aTickedReplyWaitsForTheCitizen() {
        Ticket ticket = desk.known();
        desk.send("reply", ticket, "text", "Di mana tepatnya?", "version", "1", "waiting", "true");

        assertThat(desk.now(ticket).status()).isEqualTo(TicketStatus.WAITING_ON_CITIZEN);
    }

    @Test
    void aStaleReplyShowsWhatChangedKeepsItsTextAndIsNotSent() {
        Ticket ticket = desk.known();
        tickets.handle(new TicketCommand.Reply(ticket.code(), 1, "Sudah saya jawab"), Actor.agent("budi"));
        MvcTestResult result = desk.send("reply", ticket, "text", "Jawaban Ani", "version", "1");

        assertThat(result).hasStatus(409);
        assertThat(body(result))
                .contains("tiket ini berubah saat Anda menulis", "Budi membalas: “Sudah saya jawab”")
                .containsPattern("<textarea id=\"reply-text\"[^>]*>Jawaban Ani<")
                .contains("name=\"version\" value=\"2\"");
        assertThat(desk.replies(ticket)).containsExactly("Sudah saya jawab");
    }

    @Test
    void aRefusedFormsAddressLoadedAgainLeadsToTheTicket() {
        Ticket ticket = desk.known();

        assertThat(desk.as(AGENT, get(address(ticket) + "/reply?view=mine")))
                .hasStatus(303)
                .hasHeader("Location", address(ticket) + "?view=mine");
    }

    @ParameterizedTest
    @CsvSource({
        "reply, text, Kami datang besok",
        "note, text, Telepon mandor",
        "assign, to, budi",
        "category, category, sampah",
        "close, text, Lubang ditambal"
    })
    void theSameFormSentTwiceDoesItsStepOnce(String action, String field, String typed) {
        Ticket ticket = desk.known();
        String[] fields = {field, typed, "version", "1", "outcome", "FIXED", "key", key(desk.page(address(ticket)))};
        desk.send(action, ticket, fields);

        assertThat(desk.send(action, ticket, fields))
                .hasStatus(303)
                .hasHeader("Location", address(ticket) + "?view=new");
        assertThat(desk.now(ticket).version()).isEqualTo(2);
    }

    @Test
    void theSameFormSentTwiceCountsOnceAlsoWhenSomebodyElseCameBetween() {
        Ticket ticket = desk.known();
        String key = key(desk.page(address(ticket)));
        desk.send("assign", ticket, "to", "budi", "key", key);
        tickets.handle(new TicketCommand.Assign(ticket.code(), Optional.of("ani")), Actor.agent("budi"));
        desk.send("assign", ticket, "to", "budi", "key", key);

        assertThat(desk.now(ticket).assignee()).contains("ani");
    }

    @Test
    void otherWordsInTheSameFormAreAnotherStep() {
        Ticket ticket = desk.known();
        String key = key(desk.page(address(ticket)));
        desk.send("note", ticket, "text", "Telepon mandor", "key", key);
        desk.send("note", ticket, "text", "Mandor tidak menjawab", "key", key);

        assertThat(desk.page(address(ticket))).contains("Telepon mandor", "Mandor tidak menjawab");
    }

    @Test
    void theSameWordsInANewFormAreAnotherStep() {
        Ticket ticket = desk.known();
        desk.send("note", ticket, "text", "Telepon mandor", "key", key(desk.page(address(ticket))));
        desk.send("note", ticket, "text", "Telepon mandor", "key", key(desk.page(address(ticket))));

        assertThat(desk.now(ticket).version()).isEqualTo(3);
    }

    @Test
    void everyFormThatChangesATicketCarriesTheKey() {
        Ticket ticket = desk.known();
        String page = desk.page(address(ticket));

        assertThat(Pattern.compile("<form[^>]*method=\"post\"(?:(?!</form>).)*name=\"key\"", Pattern.DOTALL)
                        .matcher(page)
                        .results())
                .hasSameSizeAs(Pattern.compile("<form[^>]*action=\"/desk/tickets/[^>]*method=\"post\"")
                        .matcher(page)
                        .results()
                        .toList());
    }

    @Test
    void aReplyThatIsTooLongForTheLineIsNotSent() {
        Ticket ticket = desk.known();
        MvcTestResult result = desk.send("reply", ticket, "text", "a".repeat(481), "version", "1");

        assertThat(result).hasStatus(422);
        assertThat(body(result)).contains("Belum dikirim. Terlalu panjang: paling banyak 3 SMS.", "a".repeat(481));
        assertThat(desk.replies(ticket)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "reply, Tulis balasan dulu.",
        "note, Tulis catatan dulu.",
        "close, Pilih hasil dan tulis penjelasan untuk warga."
    })
    void anEmptyFormSaysWhatToDo(String action, String words) {
        Ticket ticket = desk.known();
        MvcTestResult result = desk.send(action, ticket, "text", "  ", "version", "1");

        assertThat(result).hasStatus(422);
        assertThat(body(result)).contains(words);
        assertThat(desk.now(ticket).version()).isEqualTo(1);
    }

    @Test
    void metersAReplyInSmsAndNamesTheLine() {
        Ticket ticket = desk.known();
        assertThat(body(desk.send("meter", ticket, "text", "a".repeat(161))))
                .contains("Dikirim lewat SMS", "161/320 · 2 SMS");
        assertThat(body(desk.send("meter", ticket, "text", "ê"))).contains("Huruf ê membuat SMS lebih mahal.");
    }

    @Test
    void saysBeforeSendingThatNobodyCanBeReached() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);

        assertThat(desk.page(address(ticket))).contains("Balasan Anda dibaca di halaman lacak.", "Simpan balasan");
    }

    @Test
    void anAgentTakesATicketAndGivesItAway() {
        Ticket ticket = desk.known();
        assertThat(desk.page(address(ticket))).contains("Ambil");
        desk.send("assign", ticket, "to", "ani");
        assertThat(desk.now(ticket).assignee()).contains("ani");
        assertThat(desk.page(address(ticket))).doesNotContain(">Ambil<").contains("Ani mengambil tiket");
        desk.send("assign", ticket, "to", "");
        assertThat(desk.now(ticket).assignee()).isEmpty();
        assertThat(desk.send("assign", ticket, "to", "siapa")).hasStatus(422);
    }

    @Test
    void closesWithAnOutcomeAndWords() {
        Ticket ticket = desk.known();
        desk.send("close", ticket, "outcome", "FIXED", "text", "Lubang ditambal", "version", "1");

        assertThat(desk.now(ticket).outcome()).contains(Outcome.FIXED);
        assertThat(desk.page(address(ticket)))
                .contains("Ani menutup tiket: Sudah dikerjakan", "Lubang ditambal")
                .doesNotContain("id=\"close\"");
    }

    @Test
    void aStaleCloseKeepsItsWordsAndOutcome() {
        Ticket ticket = desk.known();
        tickets.handle(new TicketCommand.AddInformation(ticket.code(), "Masih berlubang"), Actor.CITIZEN);
        MvcTestResult result =
                desk.send("close", ticket, "outcome", "EXPLAINED", "text", "Sudah kami jelaskan", "version", "1");

        assertThat(result).hasStatus(409);
        assertThat(body(result))
                .contains("Warga menambah informasi: “Masih berlubang”", "Lanjutkan menutup", ">Sudah kami jelaskan<")
                .containsPattern("value=\"EXPLAINED\"[^>]*checked");
        assertThat(desk.now(ticket).status()).isEqualTo(TicketStatus.NEW);
    }

    private static String key(String page) {
        Matcher matcher = Pattern.compile("name=\"key\" value=\"([^\"]+)\"").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reply", "note", "assign", "close", "meter"})
    void whoMayOnlyReadChangesNothing(String action) {
        Ticket ticket = desk.known();
        assertThat(desk.as(
                        new String[] {"desk:read"},
                        form(action, ticket, "text", "x", "version", "1", "outcome", "FIXED")))
                .hasStatus(403);
        assertThat(desk.now(ticket).version()).isEqualTo(1);
    }
}
