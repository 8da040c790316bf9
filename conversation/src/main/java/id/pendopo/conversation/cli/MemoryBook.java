package id.pendopo.conversation.cli;

import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.facts.FactSources;
import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.NewTicket;
import id.pendopo.ticketing.Outcome;
import id.pendopo.ticketing.Rating;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketStatus;
import id.pendopo.ticketing.WorkingCalendar;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tickets of one script, in memory. */
final class MemoryBook implements FactSources.TicketReader {

    private static final int PROMISED_DAYS = 5;

    private final List<Category> categories;
    private final WorkingCalendar calendar;
    private final Map<TicketCode, Ticket> tickets = new LinkedHashMap<>();

    MemoryBook(List<Category> categories, WorkingCalendar calendar) {
        this.categories = categories;
        this.calendar = calendar;
    }

    @Override
    public Optional<Ticket> find(TicketCode code) {
        return Optional.ofNullable(tickets.get(code));
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
    public List<Category> categories() {
        return categories;
    }

    /** Newest first. */
    private List<Ticket> of(long conversation) {
        return tickets.values().stream()
                .filter(ticket ->
                        ticket.conversation().filter(id -> id == conversation).isPresent())
                .toList()
                .reversed();
    }

    /** Does what a decision wants done. */
    void carryOut(Command command, Instant now) {
        switch (command) {
            case Command.Open open -> open(open.ticket(), now);
            case Command.Add add -> stand(add.code(), TicketStatus.OPEN, now);
            case Command.Reopen reopen -> stand(reopen.code(), TicketStatus.OPEN, now);
            case Command.ConfirmSolved confirm -> stand(confirm.code(), TicketStatus.CONFIRMED, now);
            case Command.DenySolved deny -> stand(deny.code(), TicketStatus.OPEN, now);
            case Command.Rate rate -> rate(rate.code(), rate.rating(), now);
            case Command.Learn _,
                    Command.Consent _,
                    Command.Continue _,
                    Command.SendCode _,
                    Command.Lend _,
                    Command.TakeOver _ -> {}
        }
    }

    Ticket close(TicketCode code, Instant now) {
        return stand(code, TicketStatus.CLOSED, now);
    }

    private void open(NewTicket opened, Instant now) {
        String unit = categories.stream()
                .filter(category -> category.key().equals(opened.category()))
                .findFirst()
                .orElseThrow()
                .unit();
        tickets.put(opened.code(), ticket(opened, unit, now));
    }

    private Ticket ticket(NewTicket opened, String unit, Instant now) {
        return new Ticket(
                opened.code(),
                1,
                Ticket.Report.of(opened, opened.visibility()),
                new Ticket.Routing(opened.category(), unit, calendar.zone(unit), Optional.empty()),
                new Ticket.Progress(TicketStatus.NEW, Optional.empty(), Optional.empty()),
                new Ticket.Clocks(now, now, Optional.of(calendar.plusWorkingDays(unit, now, PROMISED_DAYS)), ""));
    }

    private void rate(TicketCode code, Rating rating, Instant now) {
        stand(code, find(code).orElseThrow().status(), Optional.of(rating), now);
    }

    private Ticket stand(TicketCode code, TicketStatus status, Instant now) {
        return stand(code, status, Optional.empty(), now);
    }

    private Ticket stand(TicketCode code, TicketStatus status, Optional<Rating> rating, Instant now) {
        Ticket ticket = Optional.ofNullable(tickets.get(code)).orElseThrow();
        Optional<Instant> due = status.active()
                ? Optional.of(calendar.plusWorkingDays(ticket.unit(), now, PROMISED_DAYS))
                : Optional.empty();
        Ticket changed = new Ticket(
                code,
                ticket.version() + 1,
                ticket.report(),
                ticket.routing(),
                new Ticket.Progress(status, status.active() ? Optional.empty() : Optional.of(Outcome.FIXED), rating),
                new Ticket.Clocks(ticket.opened(), now, due, ticket.legalBasis()));
        tickets.put(code, changed);
        return changed;
    }

    Map<TicketCode, Ticket> all() {
        return Map.copyOf(tickets);
    }
}
