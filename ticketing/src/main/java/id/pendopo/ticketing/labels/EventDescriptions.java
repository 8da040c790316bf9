package id.pendopo.ticketing.labels;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.HistoryEvent;
import id.pendopo.ticketing.HistoryEvent.Alarmed;
import id.pendopo.ticketing.HistoryEvent.Assigned;
import id.pendopo.ticketing.HistoryEvent.Closed;
import id.pendopo.ticketing.HistoryEvent.Continued;
import id.pendopo.ticketing.HistoryEvent.FloorReturned;
import id.pendopo.ticketing.HistoryEvent.InformationAdded;
import id.pendopo.ticketing.HistoryEvent.InformationEdited;
import id.pendopo.ticketing.HistoryEvent.Moved;
import id.pendopo.ticketing.HistoryEvent.Noted;
import id.pendopo.ticketing.HistoryEvent.Opened;
import id.pendopo.ticketing.HistoryEvent.Rated;
import id.pendopo.ticketing.HistoryEvent.Reopened;
import id.pendopo.ticketing.HistoryEvent.Replied;
import id.pendopo.ticketing.HistoryEvent.SolvedConfirmed;
import id.pendopo.ticketing.HistoryEvent.SolvedDenied;
import id.pendopo.ticketing.Outcome;
import id.pendopo.ticketing.Rating;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.Ticket.LegalBasis;
import id.pendopo.ticketing.organisation.Catalogue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The texts of history events: one sentence for the desk and one for the citizen. */
@Component
public class EventDescriptions {

    private final TicketLabels labels;
    private final Agents agents;
    private final Catalogue catalogue;

    EventDescriptions(TicketLabels labels, Agents agents, Catalogue catalogue) {
        this.labels = labels;
        this.agents = agents;
        this.catalogue = catalogue;
    }

    /** For colleagues: who did what. */
    public String desk(Ticket ticket, HistoryEvent.Entry entry, Locale language) {
        String who = name(entry.actor(), language);
        return switch (entry.event()) {
            case Opened opened ->
                say(
                        language,
                        "opened",
                        labels.channel(ticket.channel(), language),
                        category(opened.category(), language));
            case InformationAdded added -> say(language, "information-added");
            case InformationEdited edited -> say(language, "information-edited", edited.before(), edited.text());
            case Replied replied -> say(language, "replied", who);
            case Noted noted -> say(language, "noted", who);
            case HistoryEvent.NumbersSeen seen -> say(language, "numbers-seen", who);
            case HistoryEvent.OpenedByBreakGlass opened -> say(language, "opened-by-break-glass", who);
            case Assigned assigned -> assigned(assigned, entry.actor(), language);
            case Moved moved ->
                say(language, "moved", who, category(moved.category(), language), unit(moved.unit(), language));
            case FloorReturned returned ->
                say(language, "floor-returned." + entry.actor().kind(), who);
            case Closed closed -> say(language, "closed", who, outcome(closed.outcome(), language));
            case SolvedConfirmed confirmed -> say(language, "solved-confirmed");
            case SolvedDenied denied -> say(language, "solved-denied");
            case Reopened reopened -> say(language, "reopened");
            case Rated rated -> say(language, "rated", rating(new Rating(rated.score()), language));
            case Continued elsewhere -> say(language, "continued", labels.channel(elsewhere.channel(), language));
            case Alarmed alarmed -> alarmed(alarmed, language);
        };
    }

    private String alarmed(Alarmed alarmed, Locale language) {
        Stream<String> means = alarmed.by().stream().map(one -> say(language, "alarm.by." + one));
        Stream<String> devices =
                alarmed.devices().stream().map(told -> say(language, "alarm.by.devices", told.count()));
        String by = Stream.concat(means, devices).collect(Collectors.joining(say(language, "alarm.by.and")));
        String person = alarmed.person().orElseGet(() -> say(language, "alarm.person"));
        return say(language, "alarm." + (alarmed.failed() ? "device-failed" : alarmed.step()), person, by);
    }

    private String assigned(Assigned assigned, Actor actor, Locale language) {
        String who = name(actor, language);
        return assigned.to()
                .map(to -> actor.login().equals(Optional.of(to))
                        ? say(language, "taken", who)
                        : say(language, "assigned", who, agent(to)))
                .orElseGet(() -> say(language, "unassigned", who));
    }

    private String say(Locale language, String key, Object... args) {
        return labels.say(language, "desk.event." + key, args);
    }

    /** For the citizen; empty when it is the desk's own business. */
    public Optional<String> citizen(Ticket ticket, HistoryEvent.Entry entry, Locale language) {
        return switch (entry.event()) {
            case Opened opened -> tell(language, "opened", labels.channel(ticket.channel(), language));
            case InformationAdded added -> tell(language, "information-added");
            case InformationEdited edited -> tell(language, "information-edited");
            case Replied replied -> tell(language, "replied", nameForCitizen(entry.actor(), language));
            case Noted noted -> Optional.empty();
            case HistoryEvent.NumbersSeen seen -> Optional.empty();
            case HistoryEvent.OpenedByBreakGlass opened -> Optional.empty();
            case Assigned assigned -> tell(language, assigned.to().isPresent() ? "assigned" : "unassigned");
            case Moved moved -> tell(language, "moved", unit(moved.unit(), language));
            case FloorReturned returned -> Optional.empty();
            case Closed closed ->
                tell(language, "closed", outcome(closed.outcome(), language).toLowerCase(language));
            case SolvedConfirmed confirmed -> tell(language, "solved-confirmed");
            case SolvedDenied denied -> tell(language, "solved-denied");
            case Reopened reopened -> tell(language, "reopened");
            case Rated rated -> tell(language, "rated", rating(new Rating(rated.score()), language));
            case Continued elsewhere -> tell(language, "continued", labels.channel(elsewhere.channel(), language));
            case Alarmed alarmed ->
                alarmed.step() == Alarmed.Step.TAKEN ? tell(language, "alarm-taken") : Optional.empty();
        };
    }

    private Optional<String> tell(Locale language, String key, Object... args) {
        return Optional.of(labels.say(language, "track.event." + key, args));
    }

    private String nameForCitizen(Actor actor, Locale language) {
        return actor.login()
                .flatMap(agents::find)
                .map(Agents.Agent::name)
                .orElseGet(() -> labels.say(language, "track.agent"));
    }

    /** What somebody wrote with it; empty when nothing. */
    public static String text(HistoryEvent event) {
        return switch (event) {
            case InformationAdded added -> added.text();
            case Replied replied -> replied.text();
            case Noted noted -> noted.text();
            case Closed closed -> closed.text();
            case SolvedDenied denied -> denied.reason();
            case Reopened reopened -> reopened.reason();
            case Rated rated -> rated.reason();
            case Opened opened -> "";
            case HistoryEvent.NumbersSeen seen -> "";
            case InformationEdited edited -> "";
            case HistoryEvent.OpenedByBreakGlass opened -> opened.reason();
            case Assigned assigned -> "";
            case Moved moved -> moved.reason();
            case FloorReturned returned -> "";
            case SolvedConfirmed confirmed -> "";
            case Continued elsewhere -> "";
            case Alarmed alarmed -> "";
        };
    }

    /** What went along with it, by ids. */
    public static List<String> files(HistoryEvent event) {
        return event instanceof Replied replied ? replied.files() : List.of();
    }

    /** The same for the citizen, who does not read why a ticket was moved. */
    public static String told(HistoryEvent event) {
        return event instanceof Moved || event instanceof HistoryEvent.OpenedByBreakGlass ? "" : text(event);
    }

    public String name(Actor actor, Locale language) {
        return actor.login()
                .map(this::agent)
                .orElseGet(() -> labels.say(
                        language, actor.kind() == Actor.Kind.CITIZEN ? "desk.by.citizen" : "desk.event.desk"));
    }

    private String agent(String login) {
        return agents.find(login).map(Agents.Agent::name).orElse(login);
    }

    public String category(String key, Locale language) {
        return catalogue
                .category(key)
                .map(entry -> entry.category().name(language))
                .orElse(key);
    }

    public String unit(String key, Locale language) {
        return catalogue.unit(key).map(unit -> unit.name(language)).orElse(key);
    }

    /** Where citizens find a unit, {@code Dinas Kesehatan · Jl. Merdeka 1 · 021 5550 0100}; empty when nobody said it. */
    public String office(String key, Locale language) {
        return catalogue
                .unit(key)
                .filter(unit -> !unit.contact().address().isEmpty()
                        || !unit.contact().phone().isEmpty())
                .map(unit -> Stream.of(
                                unit.name(language),
                                unit.contact().address(),
                                unit.contact().phone())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · ")))
                .orElse("");
    }

    /** {@code Janji layanan Dinas PUPR: 5 hari kerja}; empty when no reason is known. */
    public String basis(LegalBasis basis, Locale language) {
        return switch (basis) {
            case LegalBasis.ServicePromise promise ->
                labels.say(language, "deadline.promise", unit(promise.unit(), language), promise.workingDays());
            case LegalBasis.EmergencyClock clock -> labels.say(language, "deadline.emergency", clock.minutes());
            case LegalBasis.Finished finished -> finished.text();
        };
    }

    /** "4 dari 5, puas". */
    public String rating(Rating rating, Locale language) {
        return labels.say(language, "rating." + rating.score());
    }

    public String outcome(Outcome outcome, Locale language) {
        return labels.say(language, "desk.outcome." + outcome);
    }
}
