package id.pendopo.ticketing.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Correspondence;
import id.pendopo.ticketing.Drafts;
import id.pendopo.ticketing.FakeCorrespondence;
import id.pendopo.ticketing.HistoryEvent;
import id.pendopo.ticketing.MovingClock;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.labels.EventDescriptions;
import id.pendopo.ticketing.lifecycle.TicketHistory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The agent Ani in front of the desk's pages; also whoever has other authorities. Lazy: a preview has no such visitor. */
@Lazy
@Component
class DeskVisitor {

    static final String[] AGENT = {"desk:read", "desk:reply", "desk:assign", "desk:close"};

    private final MockMvcTester mvc;
    private final Tickets tickets;
    private final TicketHistory history;
    private final FakeCorrespondence correspondence;
    private final MovingClock clock;

    DeskVisitor(
            MockMvc mvc, Tickets tickets, TicketHistory history, FakeCorrespondence correspondence, MovingClock clock) {
        this.mvc = MockMvcTester.create(mvc);
        this.tickets = tickets;
        this.history = history;
        this.correspondence = correspondence;
        this.clock = clock;
    }

    Ticket known() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        correspondence.knows(ticket.code(), card(), List.of());
        return ticket;
    }

    static Correspondence.CitizenCard card() {
        return new Correspondence.CitizenCard(
                "+62 812-***-90", "twilio-sms", "id", "Boleh dihubungi", List.of(TicketCode.random()));
    }

    /** Ours has the id 31. */
    Correspondence.Line line(String author, String text, String state, String reason, Long... events) {
        return new Correspondence.Line(
                Optional.of(31L).filter(id -> !author.equals("citizen")),
                clock.instant(),
                author,
                text,
                List.of(events),
                Optional.of(state).filter(key -> !key.isEmpty()),
                Optional.of(reason).filter(why -> !why.isEmpty()),
                List.of());
    }

    static String address(Ticket ticket) {
        return "/desk/tickets/" + ticket.code();
    }

    Ticket now(Ticket ticket) {
        return tickets.find(ticket.code()).orElseThrow();
    }

    String version(Ticket ticket) {
        return String.valueOf(now(ticket).version());
    }

    List<String> replies(Ticket ticket) {
        return history.of(ticket.code()).stream()
                .filter(entry -> entry.event() instanceof HistoryEvent.Replied)
                .map(entry -> EventDescriptions.text(entry.event()))
                .toList();
    }

    String page(String address) {
        MvcTestResult result = as(AGENT, get(address));
        assertThat(result).hasStatus(200);
        return body(result);
    }

    MvcTestResult send(String action, Ticket ticket, String... fields) {
        return as(AGENT, form(action, ticket, fields));
    }

    static MockHttpServletRequestBuilder form(String action, Ticket ticket, String... fields) {
        MockHttpServletRequestBuilder request =
                post(address(ticket) + "/" + action).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request;
    }

    MvcTestResult as(String[] authorities, AbstractMockHttpServletRequestBuilder<?> request) {
        return in("id", authorities, request);
    }

    MvcTestResult in(String language, String[] authorities, AbstractMockHttpServletRequestBuilder<?> request) {
        return mvc.perform(request.locale(Locale.of(language))
                .with(user("ani").authorities(AuthorityUtils.createAuthorityList(authorities))));
    }

    static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
