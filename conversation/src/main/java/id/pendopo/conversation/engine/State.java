package id.pendopo.conversation.engine;

import id.pendopo.conversation.forms.Draft;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
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
        Optional<Picked> picked) {

    public State {
        options = List.copyOf(options);
        held = held == null ? List.of() : List.copyOf(held); // A state from before this was remembered has none.
        told = Objects.requireNonNullElse(told, Optional.empty());
        picked = Objects.requireNonNullElse(picked, Optional.empty());
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
                Optional.empty());
    }

    public State greeting() {
        return new State(
                true, misses, about, question, options, draft, expected, hinted, ticketed, held, touched, told, picked);
    }

    /** A question was answered from this article. */
    public State answered(String slug) {
        return new State(
                true,
                0,
                Optional.of(slug),
                Optional.empty(),
                options,
                draft,
                expected,
                hinted,
                ticketed,
                held,
                touched,
                told,
                picked);
    }

    /** A question could not be answered. */
    public State missed(String text) {
        return new State(
                true,
                misses + 1,
                about,
                Optional.of(text),
                options,
                draft,
                expected,
                hinted,
                ticketed,
                held,
                touched,
                told,
                picked);
    }

    /** Among others that were answered, this had no answer. */
    State leaving(String text) {
        return new State(
                greeted,
                misses,
                about,
                Optional.of(text),
                options,
                draft,
                expected,
                hinted,
                ticketed,
                held,
                touched,
                told,
                picked);
    }

    /** What was missed has been taken care of. */
    public State settled() {
        return new State(
                greeted,
                0,
                about,
                Optional.empty(),
                options,
                draft,
                expected,
                hinted,
                ticketed,
                held,
                touched,
                told,
                picked);
    }

    public State offering(List<String> choices) {
        return new State(
                greeted, misses, about, question, choices, draft, expected, hinted, ticketed, held, touched, told,
                picked);
    }

    public State drafting(Draft form) {
        return new State(
                true,
                0,
                about,
                Optional.empty(),
                options,
                Optional.of(form),
                Optional.empty(),
                hinted,
                ticketed,
                held,
                touched,
                told,
                picked);
    }

    public State withoutDraft() {
        return drafted(Optional.empty());
    }

    /** The same with another form, or none; what is waited for stays. */
    State drafted(Optional<Draft> form) {
        return new State(
                greeted, misses, about, question, options, form, expected, hinted, ticketed, held, touched, told,
                picked);
    }

    public State expecting(Expected.What what, String code) {
        return new State(
                greeted,
                misses,
                about,
                question,
                options,
                draft,
                Optional.of(new Expected(what, code)),
                hinted,
                ticketed,
                held,
                touched,
                told,
                picked);
    }

    public State expectingNothing() {
        return new State(
                greeted,
                misses,
                about,
                question,
                options,
                draft,
                Optional.empty(),
                hinted,
                ticketed,
                held,
                touched,
                told,
                picked);
    }

    public State hinted(boolean said) {
        return new State(
                greeted, misses, about, question, options, draft, expected, said, ticketed, held, touched, told,
                picked);
    }

    public State withTicket() {
        return new State(
                greeted, misses, about, question, options, draft, expected, hinted, true, held, touched, told, picked);
    }

    /** The agent of a ticket speaks; the citizen's next words are an answer to that. */
    public State heldBy(String code) {
        return holding(Stream.concat(Stream.of(code), others(code)).toList());
    }

    /** The agent of a ticket has finished. */
    public State releasedBy(String code) {
        return holding(others(code).toList());
    }

    private Stream<String> others(String code) {
        return held.stream().filter(other -> !other.equals(code));
    }

    private State holding(List<String> codes) {
        return new State(
                greeted, misses, about, question, options, draft, expected, hinted, ticketed, codes, touched, told,
                picked);
    }

    public State touchedAt(Instant now) {
        return new State(
                greeted,
                misses,
                about,
                question,
                options,
                draft,
                expected,
                hinted,
                ticketed,
                held,
                Optional.of(now),
                told,
                picked);
    }

    /** The citizen hears in this language that an article has no text in it; empty to take that back. */
    State telling(Optional<Locale> language) {
        return new State(
                greeted, misses, about, question, options, draft, expected, hinted, ticketed, held, touched, language,
                picked);
    }

    /** The citizen picked this article; empty once the next turn is over. */
    State picking(Optional<Picked> article) {
        return new State(
                greeted, misses, about, question, options, draft, expected, hinted, ticketed, held, touched, told,
                article);
    }

    @Override
    public String toString() {
        return "State[REDACTED]";
    }
}
