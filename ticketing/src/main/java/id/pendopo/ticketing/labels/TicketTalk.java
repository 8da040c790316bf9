package id.pendopo.ticketing.labels;

import id.pendopo.ticketing.Correspondence;
import id.pendopo.ticketing.Correspondence.Line;
import id.pendopo.ticketing.HistoryEvent;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.lifecycle.TicketHistory;
import id.pendopo.ticketing.lifecycle.TicketQueries;
import id.pendopo.ticketing.lifecycle.TicketQueries.Sibling;
import id.pendopo.ticketing.lifecycle.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The transcript of a ticket's conversation as far as somebody may read it: a citizen speaks of several matters in one
 * conversation, and what belongs to a ticket outside the viewer's scope is left out.
 */
@Component
public class TicketTalk {

    /** Shorter lines, such as a "yes", stand in many texts by chance. */
    private static final int TELLING = 12;

    private final ObjectProvider<Correspondence> correspondence;
    private final TicketQueries queries;
    private final TicketHistory history;

    TicketTalk(ObjectProvider<Correspondence> correspondence, TicketQueries queries, TicketHistory history) {
        this.correspondence = correspondence;
        this.queries = queries;
        this.history = history;
    }

    /**
     * A ticket that is not to be read.
     *
     * @param since when the ticket before it was opened
     * @param words what its history says
     */
    private record Hidden(Ticket ticket, Instant since, List<String> words) {}

    /** Oldest first; empty without anybody who corresponds. */
    public List<Line> of(Ticket ticket, Viewer viewer, Locale language) {
        List<Line> lines = Optional.ofNullable(correspondence.getIfAvailable())
                .map(desk -> desk.transcript(ticket, language))
                .orElse(List.of());
        List<Hidden> hidden = lines.isEmpty() ? List.of() : hidden(ticket, viewer);
        return lines.stream()
                .filter(line -> hidden.stream().noneMatch(other -> about(other, line, ticket)))
                .toList();
    }

    private List<Hidden> hidden(Ticket ticket, Viewer viewer) {
        List<Sibling> siblings = ticket.conversation()
                .map(conversation -> queries.openedIn(correspondence.getObject().ofSamePerson(conversation), viewer))
                .orElse(List.of());
        return siblings.stream()
                .filter(sibling -> !sibling.reached())
                .map(Sibling::ticket)
                .map(other -> new Hidden(other, before(other, siblings), words(other)))
                .toList();
    }

    private static Instant before(Ticket ticket, List<Sibling> siblings) {
        return siblings.stream()
                .map(sibling -> sibling.ticket().opened())
                .filter(opened -> opened.isBefore(ticket.opened()))
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    private List<String> words(Ticket ticket) {
        Stream<String> later = history.of(ticket.code()).stream()
                .map(HistoryEvent.Entry::event)
                .map(EventDescriptions::text);
        return Stream.concat(Stream.of(ticket.description()), later)
                .filter(text -> text.length() >= TELLING)
                .toList();
    }

    private static boolean about(Hidden other, Line line, Ticket ticket) {
        return names(line, other.ticket())
                || other.words().stream().anyMatch(words -> alike(words, line.text()))
                || (line.events().isEmpty() && !names(line, ticket) && ledTo(other, line.at()));
    }

    private static boolean names(Line line, Ticket ticket) {
        return line.text().contains(ticket.code().grouped())
                || line.text().contains(ticket.code().digits());
    }

    private static boolean alike(String words, String text) {
        return text.contains(words) || (text.length() >= TELLING && words.contains(text));
    }

    /** What is said since the ticket before it, until it is opened. */
    private static boolean ledTo(Hidden other, Instant at) {
        return at.isAfter(other.since()) && !at.isAfter(other.ticket().opened());
    }
}
