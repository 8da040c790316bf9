package id.pendopo.ticketing.desk;

import static id.pendopo.ticketing.desk.DeskVisitor.address;
import static id.pendopo.ticketing.desk.DeskVisitor.body;
import static id.pendopo.ticketing.desk.DeskVisitor.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Agents.Agent;
import id.pendopo.ticketing.Agents.Scope;
import id.pendopo.ticketing.Correspondence;
import id.pendopo.ticketing.Drafts;
import id.pendopo.ticketing.FakeCorrespondence;
import id.pendopo.ticketing.HistoryEvent.Alarmed.Means;
import id.pendopo.ticketing.MovingClock;
import id.pendopo.ticketing.NewTicket;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketChanges.Changed;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.TicketingTest;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.alarm.DutyPerson;
import id.pendopo.ticketing.alarm.DutyRoster;
import id.pendopo.ticketing.lifecycle.TicketQueries;
import id.pendopo.ticketing.lifecycle.TicketQueries.News;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What Agus of the public works office sees of the tickets of other units: nothing. */
@TicketingTest
class ReachTests {

    private static final String[] AUTHORITIES = {
        "desk:read", "desk:reply", "desk:assign", "desk:close", "api:read", "api:write"
    };

    private final MockMvcTester http;
    private final Tickets tickets;
    private final TicketQueries queries;
    private final Agents agents;
    private final DutyRoster roster;
    private final FakeCorrespondence correspondence;
    private final MovingClock clock;

    private Ticket own;
    private Ticket others;

    @Autowired
    ReachTests(
            MockMvcTester http,
            Tickets tickets,
            TicketQueries queries,
            Agents agents,
            DutyRoster roster,
            FakeCorrespondence correspondence,
            MovingClock clock) {
        this.http = http;
        this.tickets = tickets;
        this.queries = queries;
        this.agents = agents;
        this.roster = roster;
        this.correspondence = correspondence;
        this.clock = clock;
    }

    @BeforeEach
    void twoTickets() {
        agents.put(new Agent("agus", "Agus", "dinas-pupr", Scope.UNIT));
        agents.put(new Agent("dewi", "Dewi", "dinas-pupr", Scope.OWN));
        own = opened("jalan-rusak");
        others = opened("sampah");
    }

    private Ticket opened(String category) {
        return tickets.handle(new TicketCommand.Open(Drafts.of(category)), Actor.CITIZEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk?view=new", "/desk?view=all", "/desk?q=berlubang", "/api/v1/tickets"})
    void listsAndSearchesHoldWhatIsInReach(String list) {
        assertThat(page("agus", list)).containsPattern(shown(own)).doesNotContainPattern(shown(others));
    }

    @Test
    void aCodeOfAnotherUnitFindsNothing() {
        assertThat(page("agus", "/desk?q=" + others.code())).doesNotContain("id=\"row-" + others.code());
        assertThat(page("ani", "/desk?q=" + others.code())).contains("id=\"row-" + others.code());
    }

    @Test
    void countsWhatIsInReach() {
        assertThat(page("agus", "/desk"))
                .containsPattern("class=\"count\"[^>]*>1<")
                .doesNotContainPattern("count\"[^>]*>2<");
    }

    @Test
    void anotherUnitsTicketIsAsOneThatNobodyOpened() {
        MvcTestResult forbidden = as("agus", get(address(others)));
        MvcTestResult unknown = as("agus", get("/desk/tickets/" + TicketCode.random()));

        assertThat(forbidden).hasStatus(404);
        assertThat(unknown).hasStatus(404);
        assertThat(forbidden.getResponse().getErrorMessage())
                .isEqualTo(unknown.getResponse().getErrorMessage());
        assertThat(as("agus", get(address(others) + "/files/abc"))).hasStatus(404);
        assertThat(as("agus", get(address(own)))).hasStatus(200);
    }

    @ParameterizedTest
    @CsvSource({"reply", "note", "assign", "category", "close", "floor", "alarm", "meter"})
    void noFormReachesAnotherUnitsTicket(String action) {
        MvcTestResult sent = as(
                "agus",
                form(
                        action,
                        others,
                        "text",
                        "Halo",
                        "version",
                        "1",
                        "outcome",
                        "FIXED",
                        "category",
                        "jalan-rusak",
                        "to",
                        "agus"));

        assertThat(sent).hasStatus(404);
        assertThat(tickets.find(others.code()).orElseThrow().version()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "replies | {\"text\": \"Halo\", \"version\": 1}",
                "notes   | {\"text\": \"Halo\"}",
                "assign  | {\"to\": \"agus\"}",
                "close   | {\"outcome\": \"FIXED\", \"text\": \"Halo\"}",
                "close   | {\"outcome\": \"FIXED\", \"text\": \"Halo\", \"version\": 1}",
            })
    void noProgramChangesAnotherUnitsTicket(String action, String json) {
        MvcTestResult forbidden = call(others.code(), action, json);
        MvcTestResult unknown = call(TicketCode.random(), action, json);

        assertThat(forbidden).hasStatus(404);
        assertThat(body(forbidden).replace(others.code().digits(), ""))
                .isEqualTo(body(unknown).replaceAll("\\d{10}", ""));
        assertThat(tickets.find(others.code()).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void noProgramReadsAnotherUnitsTicket() {
        assertThat(as("agus", get("/api/v1/tickets/" + others.code()))).hasStatus(404);
        assertThat(as("agus", get("/api/v1/tickets/" + own.code()))).hasStatus(200);
    }

    @Test
    void aCommandOutOfReachIsRefusedWhereverItComesFrom() {
        assertThatThrownBy(() -> tickets.handle(new TicketCommand.Note(others.code(), "Halo"), Actor.agent("agus")))
                .isInstanceOf(Tickets.NoSuchTicket.class);
        assertThatThrownBy(() -> tickets.handle(new TicketCommand.Note(own.code(), "Halo"), Actor.agent("nobody")))
                .isInstanceOf(Tickets.NoSuchTicket.class);
    }

    @Test
    void whoIsNotInTheDirectorySeesNothing() {
        assertThat(page("nobody", "/desk?view=all")).doesNotContainPattern(shown(own));
        assertThat(as("nobody", get(address(own)))).hasStatus(404);
    }

    @Test
    void whoeverIsGivenATicketSeesIt() {
        assertThat(as("dewi", get(address(own)))).hasStatus(404);
        assertThat(page("dewi", "/desk?view=all")).doesNotContainPattern(shown(own));

        tickets.handle(new TicketCommand.Assign(own.code(), Optional.of("dewi")), Actor.agent("ani"));
        tickets.handle(new TicketCommand.Assign(others.code(), Optional.of("agus")), Actor.agent("ani"));

        assertThat(page("dewi", "/desk?view=all")).containsPattern(shown(own));
        assertThat(page("agus", "/desk?view=mine")).containsPattern(shown(others));
        assertThat(as("agus", get(address(others)))).hasStatus(200);
    }

    @Test
    void whoGivesTheirTicketAwayIsToldThatItIsOutOfReach() {
        tickets.handle(new TicketCommand.Assign(own.code(), Optional.of("dewi")), Actor.agent("ani"));

        MvcTestResult given = as("dewi", form("assign", own, "to", ""));

        assertThat(given).hasStatus(303);
        String next = given.getResponse().getHeader("Location");
        assertThat(page("dewi", next))
                .contains("Tiket " + own.code().grouped() + " sekarang ditangani unit atau petugas lain.");
    }

    @Test
    void earlierTicketsOfTheCitizenAreNamedWithinReach() {
        Ticket another = opened("jalan-rusak");
        correspondence.knows(
                own.code(),
                new Correspondence.CitizenCard(
                        "+62 812-***-90", "twilio-sms", "id", "Boleh", List.of(others.code(), another.code())),
                List.of());

        assertThat(page("agus", address(own)))
                .contains(another.code().grouped())
                .doesNotContain(others.code().grouped());
        assertThat(page("ani", address(own))).contains(others.code().grouped());
    }

    @Test
    void whatTheCitizenSaidOfAnotherUnitsTicketIsLeftOut() {
        clock.forward(Duration.ofMinutes(1));
        List<Correspondence.Line> lines = new ArrayList<>();
        lines.add(line("citizen", "Mau lapor tumpukan di pasar lama"));
        clock.forward(Duration.ofMinutes(1));
        Ticket third = opened("sampah");
        lines.add(line("bot", "Tiket " + third.code().grouped() + " kami terima."));
        clock.forward(Duration.ofMinutes(1));
        tickets.handle(new TicketCommand.Reply(third.code(), 1, "Truk datang besok pagi"), Actor.agent("ani"));
        lines.add(line("agent", "Truk datang besok pagi"));
        lines.add(line("citizen", "Lubangnya makin dalam"));
        correspondence.knows(own.code(), DeskVisitor.card(), lines);

        assertThat(page("agus", address(own)))
                .contains("Lubangnya makin dalam")
                .doesNotContain("tumpukan di pasar lama", third.code().grouped(), "Truk datang besok pagi");
        assertThat(page("ani", address(own)))
                .contains("Lubangnya makin dalam", "tumpukan di pasar lama", "Truk datang besok pagi");
    }

    private Correspondence.Line line(String author, String text) {
        return new Correspondence.Line(
                Optional.empty(),
                clock.instant(),
                author,
                text,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    @Test
    void liveDesksHearNoCodeOfAnotherUnit() {
        assertThat(news("agus", own)).isEqualTo(News.NAMED);
        assertThat(news("agus", others)).isEqualTo(News.NONE);
        assertThat(news("ani", others)).isEqualTo(News.NAMED);

        tickets.handle(new TicketCommand.Assign(others.code(), Optional.of("agus")), Actor.agent("ani"));
        assertThat(news(
                        "agus",
                        tickets.handle(new TicketCommand.Assign(others.code(), Optional.empty()), Actor.agent("agus"))))
                .isEqualTo(News.UNNAMED);
    }

    @Test
    void anEmergencyOfAnotherUnitIsShownToWhoeverIsOnDutyAndTheyTakeIt() {
        Ticket fire = tickets.handle(new TicketCommand.Open(fireElsewhere()), Actor.CITIZEN);
        assertThat(page("agus", "/desk")).doesNotContain(fire.code().grouped(), fire.subject());
        assertThat(as("agus", form("alarm", fire))).hasStatus(404);

        onDuty("agus");

        assertThat(page("agus", "/desk")).contains(fire.code().grouped(), fire.subject());
        assertThat(as("agus", get(address(fire)))).hasStatus(200);
        assertThat(as("agus", form("alarm", fire))).hasStatus(303);
        assertThat(tickets.find(fire.code()).orElseThrow().assignee()).contains("agus");
        assertThat(as("agus", get(address(fire)))).hasStatus(200);
    }

    @Test
    void anEmergencyThatSomebodyElseTookIsTheirsAlone() {
        Ticket fire = tickets.handle(new TicketCommand.Open(fireElsewhere()), Actor.CITIZEN);
        onDuty("agus");
        tickets.handle(new TicketCommand.TakeAlarm(fire.code()), Actor.agent("ani"));

        assertThat(page("agus", "/desk")).doesNotContain(fire.code().grouped());
        assertThat(as("agus", get(address(fire)))).hasStatus(404);
    }

    private static NewTicket fireElsewhere() {
        NewTicket fire = Drafts.fire();
        return new NewTicket(
                fire.code(),
                fire.type(),
                "sampah",
                fire.description(),
                fire.place(),
                fire.name(),
                fire.visibility(),
                fire.contactConsent(),
                fire.conversation(),
                fire.channel(),
                fire.phone(),
                fire.language(),
                fire.danger());
    }

    private void onDuty(String account) {
        roster.add(new DutyPerson(
                0,
                "Agus",
                "+6281255501001",
                Set.of(Means.SMS),
                Set.of(),
                Optional.empty(),
                ZoneOffset.UTC,
                false,
                Optional.of(account)));
    }

    private News news(String login, Ticket ticket) {
        return queries.news(new Changed(ticket.code(), ticket.version()), queries.viewer(login));
    }

    private static String shown(Ticket ticket) {
        return "(id=\"row-|\"code\":\")" + ticket.code().digits();
    }

    private String page(String login, String address) {
        MvcTestResult result = as(login, get(URI.create(address)));
        assertThat(result).hasStatus(200);
        return body(result);
    }

    private MvcTestResult call(TicketCode code, String action, String json) {
        return as(
                "agus",
                post("/api/v1/tickets/" + code + "/" + action)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json));
    }

    private MvcTestResult as(String login, MockHttpServletRequestBuilder request) {
        return http.perform(request.locale(Locale.of("id"))
                .with(user(login).authorities(AuthorityUtils.createAuthorityList(AUTHORITIES))));
    }
}
