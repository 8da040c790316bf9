package id.pendopo.conversation.cli;

import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.facts.FactSources;
import id.pendopo.conversation.wording.Wording;
import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.HistoryEvent;
import id.pendopo.ticketing.NewTicket;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketState;
import id.pendopo.ticketing.WorkingCalendar;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tickets of one script, in memory. */
final class MemoryBook implements FactSources.TicketReader {

    private static final int PROMISED_DAYS = 5;

    private final List<Category> categories;
    private final WorkingCalendar calendar;
    private final Wording wording;
    private final Map<TicketCode, Kept> tickets = new LinkedHashMap<>();

    /** A ticket and the state that its events came to. */
    private record Kept(Ticket ticket, TicketState state) {}

    MemoryBook(List<Category> categories, WorkingCalendar calendar, Wording wording) {
        this.wording = wording;
        this.categories = categories;
        this.calendar = calendar;
    }

    @Override
    public Optional<Ticket> find(TicketCode code) {
        return Optional.ofNullable(tickets.get(code)).map(Kept::ticket);
    }

    @Override
    public List<Ticket> active(long conversation) {
        return of(conversation).stream()
                .filter(ticket -> ticket.status().active())
                .toList();
    }

    @Override
    public Optional<Ticket> latest(long conversation) {
        return of(conversation).stream().findFirst();
    }

    @Override
    public int promised(Category category) {
        return PROMISED_DAYS;
    }

    @Override
    public List<Category> categories() {
        return categories;
    }

    /** Newest first. */
    private List<Ticket> of(long conversation) {
        return tickets.values().stream()
                .map(Kept::ticket)
                .filter(ticket ->
                        ticket.conversation().filter(id -> id == conversation).isPresent())
                .toList()
                .reversed();
    }

    /** Does what a decision wants done. */
    void carryOut(Command command, Instant now) {
        command.toTicket().ifPresent(asked -> {
            if (command instanceof Command.Open open) {
                open(open.told((key, language) -> wording.text(key, language)), now);
            } else {
                Kept kept = kept(asked.code());
                kept.state()
                        .decide(asked, () -> due(kept.state().unit(), now))
                        .ifPresent(event -> happens(asked.code(), Actor.CITIZEN, event, now));
            }
        });
    }

    /** Something that the desk does. */
    Ticket happens(TicketCode code, HistoryEvent event, Instant now) {
        return happens(code, Actor.DESK, event, now);
    }

    private void open(NewTicket opened, Instant now) {
        String unit = categories.stream()
                .filter(category -> category.key().equals(opened.category()))
                .findFirst()
                .orElseThrow()
                .unit();
        HistoryEvent event =
                new HistoryEvent.Opened(opened.category(), unit, due(unit, now), new Ticket.LegalBasis.Finished(""));
        TicketState state = TicketState.opened(new HistoryEvent.Entry(1, now, Actor.CITIZEN, event));
        keep(opened.code(), Ticket.Report.of(opened, opened.visibility()), now, state);
    }

    private Ticket happens(TicketCode code, Actor actor, HistoryEvent event, Instant now) {
        Kept kept = kept(code);
        TicketState after =
                kept.state().after(new HistoryEvent.Entry(kept.state().version() + 1, now, actor, event));
        return keep(code, kept.ticket().report(), kept.ticket().opened(), after);
    }

    private Ticket keep(TicketCode code, Ticket.Report report, Instant opened, TicketState state) {
        Ticket ticket = state.ticket(code, report, opened, calendar.zone(state.unit()));
        tickets.put(code, new Kept(ticket, state));
        return ticket;
    }

    private Kept kept(TicketCode code) {
        return Optional.ofNullable(tickets.get(code)).orElseThrow();
    }

    private Instant due(String unit, Instant now) {
        return calendar.plusWorkingDays(unit, now, PROMISED_DAYS);
    }

    Map<TicketCode, Ticket> all() {
        return tickets.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, kept -> kept.getValue().ticket()));
    }
}
