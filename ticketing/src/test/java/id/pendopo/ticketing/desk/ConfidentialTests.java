package id.pendopo.ticketing.desk;

import static id.pendopo.ticketing.desk.DeskVisitor.address;
import static id.pendopo.ticketing.desk.DeskVisitor.body;
import static id.pendopo.ticketing.desk.DeskVisitor.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Agents.Agent;
import id.pendopo.ticketing.Agents.Reach;
import id.pendopo.ticketing.Agents.Reader;
import id.pendopo.ticketing.Agents.Scope;
import id.pendopo.ticketing.CategoryCorrected;
import id.pendopo.ticketing.Correspondence;
import id.pendopo.ticketing.Drafts;
import id.pendopo.ticketing.FakeCorrespondence;
import id.pendopo.ticketing.HistoryEvent;
import id.pendopo.ticketing.HistoryEvent.Alarmed.Means;
import id.pendopo.ticketing.MovingClock;
import id.pendopo.ticketing.NewTicket;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketChanges.Changed;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.TicketingTest;
import id.pendopo.ticketing.TicketingTestApplication.Audited;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.Visibility;
import id.pendopo.ticketing.alarm.DutyPerson;
import id.pendopo.ticketing.alarm.DutyRoster;
import id.pendopo.ticketing.lifecycle.ConfidentialTickets;
import id.pendopo.ticketing.lifecycle.TicketHistory;
import id.pendopo.ticketing.lifecycle.TicketQueries;
import id.pendopo.ticketing.lifecycle.TicketQueries.News;
import id.pendopo.ticketing.organisation.TrustedReaders;
import id.pendopo.ticketing.organisation.TrustedReaders.Trust;
import id.pendopo.ui.ChangeLog.Change;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * Rini reads the confidential cases of bribery; Agus of the same unit, its supervisor Sari and Dewi the administrator do
 * not.
 */
@TicketingTest
@RecordApplicationEvents
class ConfidentialTests {

    private static final String UNIT = "inspektorat";
    private static final String WHY = "Pelapor menelepon dan terancam malam ini";

    private final MockMvcTester http;
    private final Tickets tickets;
    private final TicketQueries queries;
    private final TicketHistory history;
    private final ConfidentialTickets confidential;
    private final TrustedReaders trusted;
    private final Agents agents;
    private final DutyRoster roster;
    private final FakeCorrespondence correspondence;
    private final Audited audited;
    private final MovingClock clock;

    private Ticket secret;

    @Autowired
    ConfidentialTests(
            MockMvcTester http,
            Tickets tickets,
            TicketQueries queries,
            TicketHistory history,
            ConfidentialTickets confidential,
            TrustedReaders trusted,
            Agents agents,
            DutyRoster roster,
            FakeCorrespondence correspondence,
            Audited audited,
            MovingClock clock) {
        this.http = http;
        this.tickets = tickets;
        this.queries = queries;
        this.history = history;
        this.confidential = confidential;
        this.trusted = trusted;
        this.agents = agents;
        this.roster = roster;
        this.correspondence = correspondence;
        this.audited = audited;
        this.clock = clock;
    }

    @BeforeEach
    void aSecret() {
        audited.changes().clear();
        agents.put(new Agent("rini", "Rini", "bpbd", Scope.UNIT));
        agents.put(new Agent("agus", "Agus", UNIT, Scope.UNIT));
        agents.put(new Agent("sari", "Sari", UNIT, Scope.AGENCY, true));
        agents.put(new Agent("dewi", "Dewi", "pusat-layanan", Scope.ALL));
        trusted.put("pungli", new Trust(false, Set.of("rini")));
        secret = opened("pungli", Visibility.PUBLIC);
    }

    private Ticket opened(String category, Visibility visibility) {
        return opened(Drafts.of(category), visibility);
    }

    private Ticket opened(NewTicket draft, Visibility visibility) {
        return tickets.handle(
                new TicketCommand.Open(new NewTicket(
                        draft.code(),
                        draft.type(),
                        draft.category(),
                        draft.description(),
                        draft.place(),
                        draft.name(),
                        visibility,
                        draft.contactConsent(),
                        draft.conversation(),
                        draft.channel(),
                        draft.phone(),
                        draft.language(),
                        draft.danger())),
                Actor.CITIZEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agus", "sari", "dewi", "ani"})
    void itIsAsIfItDidNotExistForWhoeverIsNotNamed(String login) {
        Ticket plain = opened("jalan-rusak", Visibility.PUBLIC);
        correspondence.knows(
                plain.code(),
                new Correspondence.CitizenCard("+62 812-***-90", "twilio-sms", "id", "Boleh", List.of(secret.code())),
                List.of());

        for (String list :
                List.of("/desk?view=all", "/desk?q=berlubang", "/desk?q=" + secret.code(), "/api/v1/tickets")) {
            assertThat(page(login, list)).doesNotContainPattern(shown(secret));
        }
        assertThat(as(login, get(address(secret)))).hasStatus(404);
        assertThat(as(login, get(address(secret) + "/files/abc"))).hasStatus(404);
        assertThat(as(login, get("/api/v1/tickets/" + secret.code()))).hasStatus(404);
        assertThat(queries.news(new Changed(secret.code(), 1), queries.viewer(login)))
                .isEqualTo(News.NONE);
        if (!login.equals("agus")) {
            assertThat(page(login, address(plain))).doesNotContain(secret.code().grouped());
        }
    }

    @ParameterizedTest
    @CsvSource({"reply", "note", "assign", "category", "close", "floor", "alarm", "meter", "numbers", "move"})
    void noFormReachesIt(String action) {
        assertThat(as("sari", form(action, secret, "text", "Halo", "version", "1", "category", "sampah", "to", "sari")))
                .hasStatus(404);
        assertThat(now().version()).isEqualTo(1);
    }

    @Test
    void whoIsNamedReadsItInAnyScopeAndGivesItToWhoHandlesIt() {
        assertThat(page("rini", "/desk?view=all"))
                .containsPattern(shown(secret))
                .contains("Rahasia");
        assertThat(page("rini", address(secret))).contains("Selain petugasnya, yang membaca: Rini.");
        assertThat(page("rini", "/desk")).containsPattern("class=\"count\"[^>]*>1<");

        assertThat(as("rini", form("assign", secret, "to", "agus"))).hasStatus(303);

        assertThat(page("agus", "/desk?view=mine")).containsPattern(shown(secret));
        assertThat(as("sari", get(address(secret)))).hasStatus(404);
    }

    @Test
    void whereNobodyIsNamedTheSupervisorsOfTheUnitReadIt() {
        trusted.put("pungli", new Trust(false, Set.of()));
        agents.put(new Agent("tono", "Tono", "bpbd", Scope.ALL, true));

        assertThat(as("sari", get(address(secret)))).hasStatus(200);
        assertThat(as("tono", get(address(secret)))).hasStatus(404);
        assertThat(as("agus", get(address(secret)))).hasStatus(404);
        assertThat(as("dewi", get(address(secret)))).hasStatus(404);

        agents.remove("sari");
        assertThat(as("tono", get(address(secret)))).hasStatus(200);
    }

    @Test
    void aConfidentialTicketOfAnyCategoryIsClosedAsWell() {
        Ticket asked = opened("jalan-rusak", Visibility.CONFIDENTIAL);
        agents.put(new Agent("bayu", "Bayu", "dinas-pupr", Scope.UNIT));
        agents.put(new Agent("tono", "Tono", "dinas-pupr", Scope.UNIT, true));

        assertThat(as("bayu", get(address(asked)))).hasStatus(404);
        assertThat(as("tono", get(address(asked)))).hasStatus(200);
    }

    @ParameterizedTest
    @CsvSource({"PUBLIC", "NAME_HIDDEN", "CONFIDENTIAL", "ANONYMOUS"})
    void everyTicketOfACategoryForWhistleBlowersIsConfidential(Visibility visibility) {
        Ticket before = opened("bansos", visibility);
        assertThat(before.visibility() == Visibility.CONFIDENTIAL
                        || as("dewi", get(address(before))).getResponse().getStatus() == 200)
                .isTrue();

        trusted.put("bansos", new Trust(true, Set.of("rini")));
        Ticket after = opened("bansos", visibility);

        for (Ticket ticket : List.of(before, after)) {
            assertThat(as("dewi", get(address(ticket)))).hasStatus(404);
            assertThat(as("rini", get(address(ticket)))).hasStatus(200);
        }
        trusted.put("bansos", new Trust(false, Set.of("rini")));
        assertThat(as("dewi", get(address(after)))).hasStatus(404);
    }

    @Test
    void anAnonymousReportOfAConfidentialCategoryIsConfidential() {
        Ticket nobodys = opened(Drafts.of("pungli", TicketCode.anonymousReceipt()), Visibility.ANONYMOUS);

        assertThat(as("dewi", get(address(nobodys)))).hasStatus(404);
        assertThat(as("rini", get(address(nobodys)))).hasStatus(200);
    }

    @Test
    void movedElsewhereItStaysConfidentialAndTheFormSaysWhoWillReadIt() {
        trusted.put("sampah", new Trust(false, Set.of("dewi")));
        assertThat(page("rini", address(secret)))
                .contains("Sampah dan pencemaran · dibaca oleh Dewi", "dibaca oleh Rini");

        MvcTestResult moved =
                as("rini", form("move", secret, "version", "1", "category", "sampah", "reason", "Bukan pungli"));

        assertThat(moved).hasStatus(303);
        assertThat(as("rini", get(address(secret)))).hasStatus(404);
        assertThat(as("sari", get(address(secret)))).hasStatus(404);
        assertThat(as("ani", get(address(secret)))).hasStatus(404);
        assertThat(as("dewi", get(address(secret)))).hasStatus(200);
    }

    @Test
    void anAnonymousOneStaysConfidentialWhereItIsMoved() {
        Ticket nobodys = opened("pungli", Visibility.ANONYMOUS);

        tickets.handle(new TicketCommand.Move(nobodys.code(), 1, "sampah"), Actor.agent("rini"));

        assertThat(as("ani", get(address(nobodys)))).hasStatus(404);
    }

    @Test
    void nothingIsLearnedFromIt(@Autowired ApplicationEvents events) {
        tickets.handle(new TicketCommand.Move(secret.code(), 1, "sampah"), Actor.agent("rini"));
        Ticket plain = opened("jalan-rusak", Visibility.PUBLIC);
        tickets.handle(new TicketCommand.Move(plain.code(), 1, "pungli"), Actor.agent("dewi"));
        assertThat(events.stream(CategoryCorrected.class)).isEmpty();

        Ticket other = opened("jalan-rusak", Visibility.PUBLIC);
        tickets.handle(new TicketCommand.Move(other.code(), 1, "sampah"), Actor.agent("dewi"));
        assertThat(events.stream(CategoryCorrected.class)).hasSize(1);
    }

    @Test
    void aProgramReadsItWhenItsKeyIsNamed() {
        agents.putReader(new Reader("papan", new Reach(Optional.empty(), Scope.ALL)));
        assertThat(page("papan", "/api/v1/tickets"))
                .doesNotContain(secret.code().digits());

        trusted.put("pungli", new Trust(false, Set.of("rini", "papan")));
        assertThat(page("papan", "/api/v1/tickets")).contains(secret.code().digits());

        agents.removeReader("papan");
        agents.putReader(new Reader("papan", new Reach(Optional.empty(), Scope.ALL)));
        assertThat(page("papan", "/api/v1/tickets"))
                .doesNotContain(secret.code().digits());
    }

    @Test
    void aSupervisorSeesHowManyThereAre() {
        opened("pungli", Visibility.PUBLIC);

        assertThat(page("sari", "/desk/confidential"))
                .contains("Kasus rahasia yang sedang dikerjakan dan tidak terbuka bagi Anda: 2.")
                .doesNotContain(secret.code().grouped(), secret.code().digits());
        assertThat(http.perform(get("/desk/confidential")
                        .with(user("agus").authorities(AuthorityUtils.createAuthorityList("desk:read")))))
                .hasStatus(403);
    }

    @Test
    void breakGlassOpensItForAnHourAndEverybodyConcernedSeesIt() {
        MvcTestResult broken = breaksGlass(secret.code().grouped(), WHY);

        assertThat(broken).hasStatus(303).redirectedUrl().startsWith(address(secret));
        assertThat(page("sari", address(secret))).contains("tertutup lagi bagi Anda pukul", WHY);
        assertThat(as("dewi", get(address(secret)))).hasStatus(404);
        HistoryEvent.Entry entry = history.of(secret.code()).getLast();
        assertThat(entry.event()).isEqualTo(new HistoryEvent.OpenedByBreakGlass(WHY));
        assertThat(entry.actor()).isEqualTo(Actor.agent("sari"));
        assertThat(audited.changes())
                .extracting(Change::actor, Change::kind, Change::subject, Change::after)
                .containsExactly(tuple(
                        "sari",
                        "ticketing.change.break-glass",
                        secret.code().grouped(),
                        Map.of("ticketing.desk.break-glass.reason", WHY)));
        assertThat(page("rini", "/desk?view=all")).contains("Dibuka dalam keadaan mendesak");

        clock.forward(Duration.ofMinutes(61));
        assertThat(as("sari", get(address(secret)))).hasStatus(404);
        assertThat(page("rini", address(secret)))
                .contains("Sari membuka kasus rahasia ini dalam keadaan mendesak", WHY);
    }

    @Test
    void breakGlassNeedsAReasonAndACaseThatIsClosedInOnesScope() {
        Ticket plain = opened("jalan-rusak", Visibility.PUBLIC);
        agents.put(new Agent("sari", "Sari", "bpbd", Scope.UNIT, true));

        assertThat(breaksGlass(secret.code().digits(), "Penting")).hasStatus(422);
        String none = shown(breaksGlass(TicketCode.random().digits(), WHY));
        assertThat(none).contains("Tidak ada kasus rahasia dengan nomor itu");
        assertThat(shown(breaksGlass(secret.code().digits(), WHY)))
                .as("outside the scope")
                .isEqualTo(none);
        assertThat(breaksGlass(plain.code().digits(), WHY)).hasStatus(422);
        assertThat(breaksGlass("12", WHY)).hasStatus(422);
        assertThat(now().version()).isEqualTo(1);
        assertThat(audited.changes()).isEmpty();
    }

    @Test
    void eachLookIsRecordedOnceAnHour() {
        page("rini", address(secret));
        clock.forward(Duration.ofMinutes(30));
        page("rini", address(secret));
        assertThat(looks()).isEqualTo(1);

        clock.forward(Duration.ofMinutes(31));
        assertThat(page("rini", "/api/v1/tickets/" + secret.code()))
                .contains(secret.code().digits());

        assertThat(looks()).isEqualTo(2);
        assertThat(page("rini", address(secret))).contains("Siapa yang telah melihat");
        Ticket plain = opened("jalan-rusak", Visibility.PUBLIC);
        page("ani", address(plain));
        assertThat(confidential.sight(plain.code(), "ani")).isEmpty();
    }

    private int looks() {
        return confidential.sight(secret.code(), "rini").orElseThrow().looks().size();
    }

    @Test
    void lifeComesFirstWhoeverIsOnDutySeesAConfidentialEmergency() {
        roster.add(new DutyPerson(
                0,
                "Bayu",
                "+6281255501001",
                Set.of(Means.SMS),
                Set.of(),
                Optional.empty(),
                ZoneOffset.UTC,
                false,
                Optional.of("dewi")));
        agents.put(new Agent("bayu", "Bayu", "dinas-pupr", Scope.UNIT));
        Ticket fire = opened(Drafts.fire(), Visibility.CONFIDENTIAL);

        assertThat(as("dewi", get(address(fire)))).hasStatus(200);
        assertThat(as("bayu", get(address(fire)))).hasStatus(404);
    }

    @Test
    void lifeComesFirstWhereNobodyIsOnDutyTheWholeScopeSeesIt() {
        agents.put(new Agent("bayu", "Bayu", "dinas-pupr", Scope.UNIT));
        Ticket fire = opened(Drafts.fire(), Visibility.CONFIDENTIAL);

        assertThat(as("bayu", get(address(fire)))).hasStatus(200);
        assertThat(as("agus", get(address(fire)))).as("another unit").hasStatus(404);
    }

    @Test
    void citizensSeeTheirStatusAsBefore() {
        breaksGlass(secret.code().digits(), WHY);

        assertThat(body(http.perform(get("/track/" + secret.code()).locale(Locale.of("id")))))
                .contains(secret.code().grouped())
                .doesNotContain("Sari", WHY);
    }

    @Test
    void administratorsNameTheReadersWhichIsOnRecord() {
        assertThat(page("dewi", "/admin/desk/categories")).contains("Pembaca kasus rahasia: ");
        assertThat(page("dewi", "/admin/desk/categories/pungli/readers")).contains("Rini (rini)", "Agus (agus)");

        assertThat(names("pungli", "agus")).hasStatus(303);

        assertThat(as("agus", get(address(secret)))).hasStatus(200);
        assertThat(as("rini", get(address(secret)))).hasStatus(404);
        Change change = audited.changes().getLast();
        assertThat(change.kind()).isEqualTo("ticketing.change.readers");
        assertThat(change.before()).containsEntry("ticketing.admin.readers", "rini");
        assertThat(change.after()).containsEntry("ticketing.admin.readers", "agus");
        assertThat(names("pungli", "nobody-of-that-name")).hasStatus(422);
        assertThat(names("no-such-category", "agus")).hasStatus(404);
    }

    private MvcTestResult names(String category, String reader) {
        return as(
                "dewi",
                post("/admin/desk/categories/" + category + "/readers")
                        .with(csrf())
                        .param("readers", reader));
    }

    private MvcTestResult breaksGlass(String code, String reason) {
        return as(
                "sari",
                post("/desk/confidential").with(csrf()).param("code", code).param("reason", reason));
    }

    /** Without what was typed, and what is drawn anew for each page. */
    private static String shown(MvcTestResult page) {
        return body(page).replaceAll("\\d{10}", "").replaceAll("_csrf\" value=\"[^\"]*", "");
    }

    private Ticket now() {
        return tickets.find(secret.code()).orElseThrow();
    }

    private static String shown(Ticket ticket) {
        return "(id=\"row-|\"code\":\")" + ticket.code().digits();
    }

    private String page(String login, String address) {
        MvcTestResult result = as(login, get(URI.create(address)));
        assertThat(result).hasStatus(200);
        return body(result);
    }

    private MvcTestResult as(String login, MockHttpServletRequestBuilder request) {
        return http.perform(request.locale(Locale.of("id"))
                .with(user(login)
                        .authorities(AuthorityUtils.createAuthorityList(
                                "desk:read",
                                "desk:reply",
                                "desk:assign",
                                "desk:close",
                                "desk:supervise",
                                "admin",
                                "api:read",
                                "api:write"))));
    }
}
