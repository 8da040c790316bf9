package id.pendopo.knowledge.articles;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Metadata of an article: what the desk knows about it beside its words.
 *
 * @param owner who looks after it, empty for nobody yet
 * @param reviewBy the last day on which it is served without somebody having looked at it again; empty for no such day
 * @param looked who said so last, and when; empty while nobody has
 * @param internal whether only the desk may read it
 * @param withdrawal empty while nobody asks for it to be taken away
 * @param texts by language, the main one first
 */
public record Card(
        String slug,
        String service,
        Optional<String> owner,
        Optional<LocalDate> reviewBy,
        Optional<Looked> looked,
        boolean internal,
        Optional<Withdrawal> withdrawal,
        List<Text> texts) {

    public Card {
        texts = List.copyOf(texts);
    }

    /** Somebody looked at an article and said until when it may be trusted; {@code by} is a log-in. */
    public record Looked(String by, Instant at) {}

    /**
     * Somebody wants an article to answer nobody any more; {@code by} is a log-in.
     *
     * @param since when that was let happen; empty while it waits for another person
     */
    public record Withdrawal(String reason, String by, Optional<Instant> since) {}

    /** Where a text stands on its way to the citizens. */
    public enum State {
        /** Being written. */
        DRAFT,
        /** Somebody else has to read it. */
        REVIEW
    }

    /**
     * The article in one language.
     *
     * @param version the newest published one, 0 when there is none yet
     * @param stale whether the text in the main language changed after this translation was last looked at
     * @param pending whether no native speaker has read the newest version yet
     * @param draft empty when nobody is writing
     */
    public record Text(
            Locale language, String title, int version, boolean stale, boolean pending, Optional<State> draft) {}

    public String title() {
        return texts.isEmpty() ? slug : texts.getFirst().title();
    }

    /** Whether it answers nobody, for good. */
    public boolean withdrawn() {
        return withdrawal.flatMap(Withdrawal::since).isPresent();
    }

    /** Whether it is past its day, and so no longer served. */
    public boolean overdue(LocalDate today) {
        return reviewBy.filter(today::isAfter).isPresent();
    }

    public Optional<Text> text(Locale language) {
        return texts.stream().filter(text -> text.language().equals(language)).findFirst();
    }
}
