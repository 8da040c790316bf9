package id.pendopo.ticketing.desk;

import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Outcome;
import id.pendopo.ticketing.Suggestions;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.labels.TicketFiles;
import id.pendopo.ticketing.labels.TicketLabels;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The view model of one ticket, the right half of the desk, ready to show.
 *
 * @param version what the page shows; every form names it
 * @param key drawn for this rendering; every form carries it, so that sent twice it counts once
 * @param holder whose ticket it is, in words
 * @param held whether an agent speaks with the citizen, and the bot is mute
 * @param alarm how far the alarm of an emergency is, in words; empty of what is none
 * @param alarming whether nobody has taken the emergency
 * @param reachable whether a reply leaves the house
 * @param confidential who reads it; empty of a ticket that is not confidential
 * @param masked whether numbers are masked that the agent may have shown
 */
record TicketPane(
        String code,
        String grouped,
        long version,
        String key,
        String subject,
        TicketLabels.Chip clock,
        String status,
        String holder,
        String assignee,
        boolean takeable,
        boolean held,
        String alarm,
        boolean alarming,
        boolean closable,
        boolean reachable,
        boolean masked,
        String me,
        List<Agents.Agent> agents,
        List<Entry> entries,
        Composer composer,
        ReplyMeter meter,
        List<Fact> facts,
        Optional<Card> card,
        Optional<ConfidentialNotes.Note> confidential,
        Optional<CategoryGuess> guess,
        List<Article> articles,
        Destinations.Options destinations) {

    /** Every way a ticket can end. */
    public Outcome[] outcomes() {
        return Outcome.values();
    }

    @Override
    public String toString() {
        return "OpenTicket[" + code + ", v" + version + "]";
    }

    /** What stands in the line of time. */
    enum Kind {
        DAY("day"),
        EVENT("event"),
        CITIZEN("said citizen"),
        BOT("said bot"),
        AGENT("said agent"),
        DESK("said desk-says"),
        NOTE("said note");

        private final String css;

        Kind(String css) {
            this.css = css;
        }

        public String css() {
            return css;
        }

        static Kind of(String author) {
            return switch (author) {
                case "citizen" -> CITIZEN;
                case "bot" -> BOT;
                case "agent" -> AGENT;
                default -> DESK;
            };
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One entry of the line of time.
     *
     * @param state how a message of ours fares, in words; empty when there is nothing to tell
     * @param again the id of the failed message, for trying again; empty otherwise
     * @param files what came with it
     */
    record Entry(
            Kind kind, String by, String when, String text, String state, String again, List<TicketFiles.Shown> files) {

        Entry worded(UnaryOperator<String> words) {
            return new Entry(kind, by, when, words.apply(text), state, again, files);
        }

        static Entry event(String text, String when) {
            return new Entry(Kind.EVENT, "", when, text, "", "", List.of());
        }

        @Override
        public String toString() {
            return "Entry[" + kind + "]";
        }
    }

    /** A named fact of the card. */
    record Fact(String name, String words) {

        Fact worded(UnaryOperator<String> said) {
            return new Fact(name, said.apply(words));
        }

        @Override
        public String toString() {
            return "Fact[" + name + "]";
        }
    }

    record Card(List<Fact> facts, List<TicketCode> earlier) {}

    record CategoryGuess(String key, String name, String percent) {}

    /**
     * An article to send.
     *
     * @param language of its text, as a tag
     * @param insert what goes into the reply
     */
    record Article(String slug, String language, String title, String url, String text, String insert) {

        static Article of(Suggestions.Article found) {
            return new Article(
                    found.slug(),
                    found.language().toLanguageTag(),
                    found.title(),
                    found.url(),
                    found.text(),
                    found.text() + "\n" + found.address());
        }
    }
}
