package id.pendopo.ticketing.desk;

import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Alarms;
import id.pendopo.ticketing.Alarms.Standing;
import id.pendopo.ticketing.Correspondence;
import id.pendopo.ticketing.HistoryEvent;
import id.pendopo.ticketing.IdempotencyKey;
import id.pendopo.ticketing.Suggestions;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.desk.TicketPane.Article;
import id.pendopo.ticketing.desk.TicketPane.Card;
import id.pendopo.ticketing.desk.TicketPane.CategoryGuess;
import id.pendopo.ticketing.desk.TicketPane.Fact;
import id.pendopo.ticketing.labels.TicketFiles;
import id.pendopo.ticketing.labels.TicketLabels;
import id.pendopo.ticketing.labels.TicketTalk;
import id.pendopo.ticketing.lifecycle.TicketHistory;
import id.pendopo.ticketing.lifecycle.TicketQueries;
import id.pendopo.ticketing.lifecycle.Viewer;
import java.text.NumberFormat;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Builds the view model of one ticket, with everything that the desk shows beside it. */
@Component
class TicketPanes {

    private static final double WORTH_SAYING = 0.4;

    private static final Set<Alarms.Standing> WAITING =
            EnumSet.of(Standing.RINGING, Standing.UNREACHED, Standing.NOBODY, Standing.SLOW);

    private final TicketHistory history;
    private final TicketQueries queries;
    private final TicketTalk talk;
    private final Timeline timeline;
    private final Agents agents;
    private final Alarms alarms;
    private final TicketFacts facts;
    private final Destinations destinations;
    private final TicketLabels labels;
    private final ShownNumbers numbers;
    private final ConfidentialNotes confidential;
    private final TicketFiles files;
    private final ObjectProvider<Correspondence> correspondence;
    private final ObjectProvider<Suggestions> suggestions;

    TicketPanes(
            TicketHistory history,
            TicketQueries queries,
            TicketTalk talk,
            Timeline timeline,
            Agents agents,
            Alarms alarms,
            TicketFacts facts,
            Destinations destinations,
            TicketLabels labels,
            ShownNumbers numbers,
            ConfidentialNotes confidential,
            TicketFiles files,
            ObjectProvider<Correspondence> correspondence,
            ObjectProvider<Suggestions> suggestions) {
        this.history = history;
        this.queries = queries;
        this.talk = talk;
        this.timeline = timeline;
        this.agents = agents;
        this.alarms = alarms;
        this.facts = facts;
        this.destinations = destinations;
        this.labels = labels;
        this.numbers = numbers;
        this.confidential = confidential;
        this.files = files;
        this.correspondence = correspondence;
        this.suggestions = suggestions;
    }

    TicketPane open(Ticket ticket, Viewer viewer, Composer composer, Locale language) {
        String login = viewer.login();
        List<Correspondence.Line> transcript = talk.of(ticket, viewer, language);
        Optional<Alarms.Standing> alarm =
                ticket.urgent() && ticket.status().active() ? alarms.standing(ticket.code()) : Optional.empty();
        ReplyMeter meter = meter(ticket, login, composer.reply(), language);
        List<HistoryEvent.Entry> happened = history.of(ticket.code());
        List<TicketPane.Entry> entries = timeline.of(ticket, happened, transcript, language);
        List<Fact> known = facts.of(ticket, language);
        Optional<ConfidentialNotes.Note> closed = confidential.of(ticket, login, language);
        ShownNumbers.Sight sight = numbers.sight(ticket.code(), happened, login);
        return new TicketPane(
                ticket.code().digits(),
                ticket.code().grouped(),
                ticket.version(),
                IdempotencyKey.draw(),
                sight.of(ticket.subject()),
                labels.clock(ticket, language),
                labels.say(language, "desk.status." + ticket.status()),
                holder(ticket, language),
                ticket.assignee().orElse(""),
                ticket.status().active()
                        && !ticket.assignee().equals(Optional.of(login))
                        && agents.find(login).isPresent(),
                held(ticket),
                alarm.map(standing -> labels.say(language, "desk.alarm." + standing))
                        .orElse(""),
                alarm.filter(WAITING::contains).isPresent(),
                ticket.status().active(),
                !meter.line().isEmpty(),
                sight.masks(Stream.concat(
                        entries.stream().map(TicketPane.Entry::text),
                        known.stream().map(Fact::words))),
                login,
                agents.all(),
                entries.stream().map(entry -> entry.worded(sight::of)).toList(),
                composer,
                meter,
                known.stream().map(fact -> fact.worded(sight::of)).toList(),
                card(ticket, viewer, language),
                closed,
                guess(ticket, language),
                articles(ticket, transcript),
                destinations.of(ticket, composer, closed.isPresent(), language));
    }

    private boolean held(Ticket ticket) {
        return Optional.ofNullable(correspondence.getIfAvailable())
                .filter(desk -> desk.held(ticket))
                .isPresent();
    }

    private String holder(Ticket ticket, Locale language) {
        return ticket.assignee()
                .map(login -> agents.find(login).map(Agents.Agent::name).orElse(login))
                .map(name -> labels.say(language, "desk.holder", name))
                .orElseGet(() -> labels.say(language, "desk.nobody"));
    }

    List<String> changesSince(Ticket ticket, long version, Locale language) {
        return timeline.since(ticket, history.of(ticket.code()), version, language);
    }

    /** @param login of whom writes */
    ReplyMeter meter(Ticket ticket, String login, String text, Locale language) {
        Optional<Correspondence> desk = Optional.ofNullable(correspondence.getIfAvailable());
        ReplyMeter meter = ReplyMeter.of(desk.flatMap(lines -> lines.limits(ticket, text)), labels, language);
        Optional<String> speaker = agents.find(login).map(Agents.Agent::name);
        return meter.by(desk.filter(_ -> ticket.status().active())
                .flatMap(lines -> lines.window(ticket, speaker, text, language))
                .map(window -> ReplyWay.of(window, ticket.zone(), labels, language)));
    }

    /** What a message of ours to the ticket's citizen said, and the files that went with it, for trying again. */
    Optional<Composer> again(Ticket ticket, Viewer viewer, long id, Locale language) {
        return talk.of(ticket, viewer, ticket.language()).stream()
                .filter(line -> line.id().equals(Optional.of(id)))
                .findFirst()
                .map(line -> Composer.replying(line.text(), false)
                        .carrying(files.shown(line, language).stream()
                                .filter(TicketFiles.Shown::opens)
                                .toList()));
    }

    /** What a suggested article puts into a reply. */
    Optional<String> article(String slug, Locale language) {
        return Optional.ofNullable(suggestions.getIfAvailable())
                .flatMap(help -> help.article(slug, language))
                .map(Article::of)
                .map(Article::insert);
    }

    /** What the citizen said last, or reported. */
    private static String asked(Ticket ticket, List<Correspondence.Line> transcript) {
        return transcript.reversed().stream()
                .filter(line -> line.author().equals("citizen"))
                .map(Correspondence.Line::text)
                .findFirst()
                .orElse(ticket.description());
    }

    private Optional<Card> card(Ticket ticket, Viewer viewer, Locale language) {
        return Optional.ofNullable(correspondence.getIfAvailable())
                .flatMap(desk -> desk.citizen(ticket))
                .map(citizen -> new Card(
                        shown(List.of(
                                new Fact(labels.say(language, "desk.card.address"), citizen.address()),
                                new Fact(
                                        labels.say(language, "desk.card.channel"),
                                        labels.channel(citizen.channel(), language)),
                                new Fact(
                                        labels.say(language, "desk.card.language"),
                                        labels.language(citizen.language(), language)),
                                new Fact(labels.say(language, "desk.card.consent"), citizen.consent()))),
                        earlier(ticket, citizen, viewer)));
    }

    private List<TicketCode> earlier(Ticket ticket, Correspondence.CitizenCard citizen, Viewer viewer) {
        return queries.reached(
                citizen.codes().stream()
                        .filter(code -> !code.equals(ticket.code()))
                        .toList(),
                viewer);
    }

    private static List<Fact> shown(List<Fact> facts) {
        return facts.stream().filter(fact -> !fact.words().isBlank()).toList();
    }

    private Optional<CategoryGuess> guess(Ticket ticket, Locale language) {
        return Optional.ofNullable(suggestions.getIfAvailable())
                .filter(help -> ticket.status().active())
                .flatMap(help -> help.category(ticket.description()))
                .filter(guess ->
                        guess.confidence() >= WORTH_SAYING && !guess.category().equals(ticket.category()))
                .map(guess -> new CategoryGuess(
                        guess.category(),
                        facts.category(guess.category(), language),
                        NumberFormat.getPercentInstance(language).format(guess.confidence())));
    }

    /** For the citizen's last words, or for the ticket's when those say nothing: "petugas". */
    private List<Article> articles(Ticket ticket, List<Correspondence.Line> transcript) {
        List<Article> last = articles(asked(ticket, transcript), ticket.language());
        return last.isEmpty() ? articles(ticket.description(), ticket.language()) : last;
    }

    private List<Article> articles(String text, Locale language) {
        return Optional.ofNullable(suggestions.getIfAvailable()).stream()
                .flatMap(help -> help.articles(text, language).stream())
                .map(Article::of)
                .toList();
    }
}
