package id.pendopo.conversation.dialogue;

import id.pendopo.conversation.forms.Draft;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a conversation remembers between two turns; stored as JSON beside it.
 *
 * @param greeted whether the desk has said hello; it does so once
 * @param misses questions in a row that were not answered
 * @param about the slug of the article that was quoted last, for "kalau bayar?"
 * @param question the last question that had no answer, for whoever takes over
 * @param options what a typed "1", "2", "3" picks, in order
 * @param draft the form that is being filled in, or waits to be taken up again
 * @param expected what the next message may be an answer to
 * @param hinted whether the citizen was told that a person is reading
 * @param ticketed whether a ticket was opened from here
 * @param held the digits of the tickets whose agents speak with the citizen; who spoke last comes first
 * @param touched the time of the turn before
 * @param told the language in which the citizen heard that an article has no text in it
 * @param picked the article that the citizen picked in the turn before
 * @param alarm the emergency that was called here last
 * @param pace how fast and how often the same is said
 * @param agent since when an agent holds the floor
 * @param asked what the citizen last asked or told, answered or not, for whoever takes over
 * @param later reports of other matters, told while one was filled in, in the order in which they are taken up
 */
public record State(
        boolean greeted,
        int misses,
        Optional<String> about,
        Optional<String> question,
        List<String> options,
        Optional<Draft> draft,
        Optional<Expected> expected,
        boolean hinted,
        boolean ticketed,
        List<String> held,
        Optional<Instant> touched,
        Optional<Locale> told,
        Optional<Picked> picked,
        Optional<EmergencyEpisode> alarm,
        Optional<Pace> pace,
        Optional<AgentTalk> agent,
        Optional<String> asked,
        List<Draft> later) {

    /** The code of an anonymous report has more digits. */
    private static final int CODE = 10;

    public State {
        options = List.copyOf(options);
        held = held == null ? List.of() : List.copyOf(held); // A state from before this was remembered has none.
        told = Objects.requireNonNullElse(told, Optional.empty());
        picked = Objects.requireNonNullElse(picked, Optional.empty());
        alarm = Objects.requireNonNullElse(alarm, Optional.empty());
        pace = Objects.requireNonNullElse(pace, Optional.empty());
        agent = Objects.requireNonNullElse(agent, Optional.empty());
        asked = Objects.requireNonNullElse(asked, Optional.empty());
        later = later == null ? List.of() : List.copyOf(later);
    }

    public static State fresh() {
        return new State(
                false,
                0,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    public State greeting() {
        return with(next -> next.greeted = true);
    }

    /** A question was answered from this article. */
    public State answered(String slug) {
        return with(next -> {
            next.greeted = true;
            next.misses = 0;
            next.about = Optional.of(slug);
            next.question = Optional.empty();
        });
    }

    /** A question could not be answered. */
    public State missed(String text) {
        return with(next -> {
            next.greeted = true;
            next.misses = misses + 1;
            next.question = Optional.of(text);
        });
    }

    /** Among others that were answered, this had no answer. */
    public State leaving(String text) {
        return with(next -> next.question = Optional.of(text));
    }

    /** What was missed has been taken care of. */
    public State settled() {
        return with(next -> {
            next.misses = 0;
            next.question = Optional.empty();
            next.asked = Optional.empty();
        });
    }

    /** The citizen asked or told something of their own. */
    public State asking(String text) {
        return with(next -> next.asked = Optional.of(text));
    }

    public State offering(List<String> choices) {
        return with(next -> next.options = choices);
    }

    public State drafting(Draft form) {
        return with(next -> {
            next.greeted = true;
            next.misses = 0;
            next.question = Optional.empty();
            next.draft = Optional.of(form);
            next.expected = Optional.empty();
        });
    }

    public State withoutDraft() {
        return drafted(Optional.empty());
    }

    /** The same with another form, or none; what is waited for stays. */
    public State drafted(Optional<Draft> form) {
        return with(next -> next.draft = form);
    }

    /** Another matter was told, and waits for the end of this report. */
    public State keeping(Draft other) {
        return keeping(Stream.concat(later.stream(), Stream.of(other)).toList());
    }

    /** These matters wait, and no others. */
    public State keeping(List<Draft> others) {
        return with(next -> next.later = others);
    }

    public State expecting(Expected.What what, String code) {
        return with(next -> next.expected = Optional.of(new Expected(what, code)));
    }

    public State expectingNothing() {
        return with(next -> next.expected = Optional.empty());
    }

    public State hinted(boolean said) {
        return with(next -> next.hinted = said);
    }

    public State withTicket() {
        return with(next -> next.ticketed = true);
    }

    /** The agent of a ticket speaks; the citizen's next words are an answer to that. */
    public State heldBy(String code) {
        return with(
                next -> next.held = Stream.concat(Stream.of(code), others(code)).toList());
    }

    /** The agent of a ticket has finished. */
    public State releasedBy(String code) {
        return with(next -> next.held = others(code).toList());
    }

    /** No agent speaks with the citizen any more. */
    public State released() {
        return with(next -> {
            next.held = List.of();
            next.hinted = false;
            next.agent = Optional.empty();
        });
    }

    public State talking(AgentTalk talk) {
        return with(next -> next.agent = Optional.of(talk));
    }

    private Stream<String> others(String code) {
        return held.stream().filter(other -> !other.equals(code));
    }

    public State touchedAt(Instant now) {
        return with(next -> next.touched = Optional.of(now));
    }

    /** The citizen hears in this language that an article has no text in it; empty to take that back. */
    public State telling(Optional<Locale> language) {
        return with(next -> next.told = language);
    }

    /** The citizen picked this article; empty once the next turn is over. */
    public State picking(Optional<Picked> article) {
        return with(next -> next.picked = article);
    }

    /** An emergency was called. */
    public State alarmed(EmergencyEpisode call) {
        return with(next -> next.alarm = Optional.of(call));
    }

    public State paced(Pace now) {
        return with(next -> next.pace = Optional.of(now));
    }

    /** What leads to an anonymous report is forgotten: its receipt, and how its words sound. */
    public State sealed() {
        return with(next -> {
            next.expected = expected.filter(what -> !receipt(what.code()));
            next.options = options.stream().filter(option -> !receipt(option)).toList();
            next.asked = Optional.empty();
            next.question = Optional.empty();
            next.pace = pace.map(Pace::wordless);
        });
    }

    private static boolean receipt(String text) {
        return text.chars().filter(Character::isDigit).count() > CODE;
    }

    private State with(Consumer<Next> change) {
        Next next = new Next(this);
        change.accept(next);
        return next.state();
    }

    /** A state that is being made of another one. */
    private static final class Next {

        private boolean greeted;
        private int misses;
        private Optional<String> about;
        private Optional<String> question;
        private List<String> options;
        private Optional<Draft> draft;
        private Optional<Expected> expected;
        private boolean hinted;
        private boolean ticketed;
        private List<String> held;
        private Optional<Instant> touched;
        private Optional<Locale> told;
        private Optional<Picked> picked;
        private Optional<EmergencyEpisode> alarm;
        private Optional<Pace> pace;
        private Optional<AgentTalk> agent;
        private Optional<String> asked;
        private List<Draft> later;

        private Next(State from) {
            greeted = from.greeted;
            misses = from.misses;
            about = from.about;
            question = from.question;
            options = from.options;
            draft = from.draft;
            expected = from.expected;
            hinted = from.hinted;
            ticketed = from.ticketed;
            held = from.held;
            touched = from.touched;
            told = from.told;
            picked = from.picked;
            alarm = from.alarm;
            pace = from.pace;
            agent = from.agent;
            asked = from.asked;
            later = from.later;
        }

        private State state() {
            return new State(
                    greeted, misses, about, question, options, draft, expected, hinted, ticketed, held, touched, told,
                    picked, alarm, pace, agent, asked, later);
        }
    }

    @Override
    public String toString() {
        return "State[REDACTED]";
    }
}
