package id.pendopo.ticketing.desk;

import id.pendopo.ticketing.Correspondence;
import id.pendopo.ticketing.HistoryEvent;
import id.pendopo.ticketing.HistoryEvent.Closed;
import id.pendopo.ticketing.HistoryEvent.InformationAdded;
import id.pendopo.ticketing.HistoryEvent.Noted;
import id.pendopo.ticketing.HistoryEvent.Opened;
import id.pendopo.ticketing.HistoryEvent.Rated;
import id.pendopo.ticketing.HistoryEvent.Reopened;
import id.pendopo.ticketing.HistoryEvent.Replied;
import id.pendopo.ticketing.HistoryEvent.SolvedDenied;
import id.pendopo.ticketing.PromisedTime;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.desk.TicketPane.Entry;
import id.pendopo.ticketing.desk.TicketPane.Kind;
import id.pendopo.ticketing.labels.EventDescriptions;
import id.pendopo.ticketing.labels.TicketFiles;
import id.pendopo.ticketing.labels.TicketLabels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The activity timeline of a ticket, its messages and events merged, oldest first, with a mark where a day begins. */
@Component
class Timeline {

    /** States whose reason an agent can do something about. */
    private static final Set<String> IN_TROUBLE = Set.of("retry", "failed", "unknown");

    private final TicketLabels labels;
    private final EventDescriptions events;
    private final TicketFiles files;

    Timeline(TicketLabels labels, EventDescriptions events, TicketFiles files) {
        this.labels = labels;
        this.events = events;
        this.files = files;
    }

    private record Dated(Instant at, Entry entry) {}

    /** Words that a line of the conversation already says are not shown a second time as an event. */
    List<Entry> of(
            Ticket ticket, List<HistoryEvent.Entry> history, List<Correspondence.Line> transcript, Locale language) {
        List<Dated> all = new ArrayList<>();
        for (HistoryEvent.Entry entry : history) {
            events(ticket, entry, transcript, language).forEach(shown -> all.add(new Dated(entry.at(), shown)));
        }
        for (Correspondence.Line line : transcript) {
            all.add(new Dated(line.at(), line(ticket, history, line, language)));
        }
        all.sort(Comparator.comparing(Dated::at));
        return withDays(ticket, all, language);
    }

    /** What happened after a version, for whoever wrote meanwhile. */
    List<String> since(Ticket ticket, List<HistoryEvent.Entry> history, long version, Locale language) {
        return history.stream()
                .filter(entry -> entry.version() > version)
                .map(entry -> time(ticket, entry.at(), language) + " · " + withWords(ticket, entry, language))
                .toList();
    }

    /** What happened, with what was written along with it. */
    private String withWords(Ticket ticket, HistoryEvent.Entry entry, Locale language) {
        String what = events.desk(ticket, entry, language);
        String text = EventDescriptions.text(entry.event());
        return text.isEmpty() ? what : labels.say(language, "desk.event.said", what, text);
    }

    private Stream<Entry> events(
            Ticket ticket, HistoryEvent.Entry entry, List<Correspondence.Line> transcript, Locale language) {
        Entry event = Entry.event(events.desk(ticket, entry, language), time(ticket, entry.at(), language));
        return switch (entry.event()) {
            case Opened opened -> Stream.of(event, said(ticket, entry, Kind.CITIZEN, "desk.by.report", language));
            case InformationAdded added -> unlessSaid(ticket, entry, Kind.CITIZEN, transcript, language).stream();
            case Replied replied -> unlessSaid(ticket, entry, Kind.AGENT, transcript, language).stream();
            case Noted noted -> Stream.of(said(ticket, entry, Kind.NOTE, "desk.by.note", language));
            case Closed closed ->
                Stream.concat(Stream.of(event), unlessSaid(ticket, entry, Kind.AGENT, transcript, language).stream());
            case SolvedDenied denied ->
                Stream.concat(Stream.of(event), unlessSaid(ticket, entry, Kind.CITIZEN, transcript, language).stream());
            case Reopened reopened ->
                Stream.concat(Stream.of(event), unlessSaid(ticket, entry, Kind.CITIZEN, transcript, language).stream());
            case Rated rated ->
                Stream.concat(Stream.of(event), unlessSaid(ticket, entry, Kind.CITIZEN, transcript, language).stream());
            case HistoryEvent.InformationEdited edited -> Stream.of(event);
            case HistoryEvent.NumbersSeen seen -> Stream.of(event);
            case HistoryEvent.OpenedByBreakGlass opened ->
                Stream.of(Entry.event(withWords(ticket, entry, language), time(ticket, entry.at(), language)));
            case HistoryEvent.Assigned assigned -> Stream.of(event);
            case HistoryEvent.Moved moved ->
                Stream.of(Entry.event(withWords(ticket, entry, language), time(ticket, entry.at(), language)));
            case HistoryEvent.FloorReturned returned -> Stream.of(event);
            case HistoryEvent.SolvedConfirmed confirmed -> Stream.of(event);
            case HistoryEvent.Continued elsewhere -> Stream.of(event);
            case HistoryEvent.Alarmed alarmed -> Stream.of(event);
        };
    }

    private Optional<Entry> unlessSaid(
            Ticket ticket, HistoryEvent.Entry entry, Kind kind, List<Correspondence.Line> transcript, Locale language) {
        String text = EventDescriptions.text(entry.event()).strip();
        boolean sent = !EventDescriptions.files(entry.event()).isEmpty();
        boolean said = text.isEmpty() && !sent || transcript.stream().anyMatch(line -> says(line, kind, entry, text));
        String by = kind == Kind.CITIZEN
                ? "desk.by.citizen"
                : entry.event() instanceof Closed ? "desk.by.closing" : "desk.by.agent.named";
        return said ? Optional.empty() : Optional.of(said(ticket, entry, kind, by, language));
    }

    /** A line of the event's own turn; one that says it in other words does not stand for what was written down. */
    private static boolean says(Correspondence.Line line, Kind kind, HistoryEvent.Entry entry, String text) {
        return line.events().contains(entry.version())
                && line.author().equals("citizen") == (kind == Kind.CITIZEN)
                && line.text().contains(text);
    }

    private Entry said(Ticket ticket, HistoryEvent.Entry entry, Kind kind, String by, Locale language) {
        String text = entry.event() instanceof Opened ? ticket.description() : EventDescriptions.text(entry.event());
        return new Entry(
                kind,
                labels.say(language, by, events.name(entry.actor(), language)),
                time(ticket, entry.at(), language),
                text,
                "",
                "",
                files.shown(ticket, EventDescriptions.files(entry.event()), language));
    }

    private Entry line(Ticket ticket, List<HistoryEvent.Entry> history, Correspondence.Line line, Locale language) {
        boolean failed = line.state().filter("failed"::equals).isPresent();
        return new Entry(
                Kind.of(line.author()),
                author(history, line, language),
                time(ticket, line.at(), language),
                line.text(),
                state(line, language),
                failed ? line.id().map(String::valueOf).orElse("") : "",
                files.shown(line, language));
    }

    private String author(List<HistoryEvent.Entry> history, Correspondence.Line line, Locale language) {
        return history.stream()
                .filter(entry -> line.author().equals("agent") && line.events().contains(entry.version()))
                .findFirst()
                .map(entry -> labels.say(language, "desk.by.agent.named", events.name(entry.actor(), language)))
                .orElseGet(() ->
                        labels.say(language, "desk.by." + Kind.of(line.author()).key()));
    }

    private String state(Correspondence.Line line, Locale language) {
        String state = line.state()
                .map(key -> labels.say(language, "desk.state." + key))
                .orElse("");
        return line.reason()
                .filter(reason -> line.state().filter(IN_TROUBLE::contains).isPresent())
                .map(reason -> labels.say(language, "desk.state.reason", state, reason))
                .orElse(state);
    }

    private static List<Entry> withDays(Ticket ticket, List<Dated> all, Locale language) {
        List<Entry> entries = new ArrayList<>();
        String day = "";
        for (Dated dated : all) {
            String date = new PromisedTime(dated.at(), ticket.zone()).date(language);
            if (!date.equals(day)) {
                entries.add(new Entry(Kind.DAY, "", date, "", "", "", List.of()));
                day = date;
            }
            entries.add(dated.entry());
        }
        return entries;
    }

    private static String time(Ticket ticket, Instant at, Locale language) {
        return new PromisedTime(at, ticket.zone()).time(language);
    }
}
