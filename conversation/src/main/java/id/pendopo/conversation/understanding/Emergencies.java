package id.pendopo.conversation.understanding;

import id.pendopo.knowledge.PhraseMatches;
import id.pendopo.knowledge.TextClassifier.Guess;
import id.pendopo.ui.CountryPack;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Detects emergencies by a classifier of danger and by phrases together. The phrases {@code emergency.X}, one for each
 * kind, mean danger to life. Those of {@code emergency.paperwork} show that somebody asks about papers, not for rescue, and
 * those of {@code emergency.wish} are heard whatever stands beside them: that somebody wants to die.
 */
public final class Emergencies {

    /** Who helps; each has a text. */
    public enum Kind {
        FIRE,
        MEDICAL,
        CRIME,
        VIOLENCE,
        DISASTER,
        DESPAIR;

        /** @throws IllegalArgumentException there is no such kind */
        static Kind of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }

        /** Of the phrases that tell it, and of what is said. */
        public String key() {
            return "emergency." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Life is in danger, whatever the words: somebody is called at once. */
    public static final double DANGER = 0.18;

    /** The same where words of danger are there too. */
    public static final double IN_WORDS = 0.06;

    /** The same where the words are those of papers, of the past, or of fear of what may come, or a report is told. */
    public static final double AMONG_OTHERS = 0.4;

    /** The same where the desk waits for an answer about something that was repaired: "masih ada satu yang bocor". */
    public static final double IN_AN_ANSWER = 0.9;

    /** Which kind of danger it is, against what the words say. */
    private static final double KIND = 0.5;

    /** Too little to call somebody, enough to name whom to call. */
    private static final double MAYBE = 0.08;

    /** Where several are told, the first one counts. */
    private static final List<Kind> ORDER =
            List.of(Kind.DESPAIR, Kind.FIRE, Kind.VIOLENCE, Kind.CRIME, Kind.MEDICAL, Kind.DISASTER);

    /** Which of the two it is, words tell better. */
    private static final Set<Kind> POLICE = EnumSet.of(Kind.CRIME, Kind.VIOLENCE);

    /** These are named even where the words are those of a question: whoever asks may be the one. */
    private static final Set<Kind> PERHAPS = EnumSet.of(Kind.VIOLENCE, Kind.DESPAIR);

    /** How sure what was learned has to be beside a phrase of danger. */
    private final double besideAPhrase;

    /** @param pack if it has other languages than those that were learned, phrases are enough */
    public Emergencies(CountryPack pack) {
        besideAPhrase = Languages.of(pack).learned() ? IN_WORDS : 0;
    }

    /**
     * The danger that a message speaks of.
     *
     * @param learned who would help, and how sure it is that there is danger; empty where phrases alone decide
     * @param calmly how sure it has to be where no phrase of danger is there
     */
    public Optional<Kind> in(PhraseMatches said, Optional<Guess> learned, double calmly) {
        if (said.says(Said.DEATH_WISH)) {
            return Optional.of(Kind.DESPAIR);
        }
        Optional<Kind> told = told(said);
        boolean papers = said.says(Said.PAPERWORK);
        double needed = told.isPresent() ? besideAPhrase : calmly;
        double enough = papers ? Math.max(calmly, AMONG_OTHERS) : needed;
        return learned.map(guess -> Optional.of(guess)
                        .filter(sure -> sure.confidence() >= enough)
                        .map(sure -> kind(told, sure)))
                .orElseGet(() -> told.filter(_ -> !papers));
    }

    /** What kind of danger a message may speak of although it is not heard as a call. */
    public Optional<Kind> perhaps(PhraseMatches said, Optional<Guess> learned) {
        return learned.filter(guess -> guess.confidence() >= MAYBE)
                .map(guess -> Kind.of(guess.label()))
                .or(() -> told(said).filter(PERHAPS::contains));
    }

    private static Optional<Kind> told(PhraseMatches said) {
        return ORDER.stream().filter(kind -> said.says(kind.key())).findFirst();
    }

    private static Kind kind(Optional<Kind> told, Guess guess) {
        Kind kind = Kind.of(guess.label());
        return told.filter(said -> guess.confidence() < KIND || POLICE.contains(said) && POLICE.contains(kind))
                .orElse(kind);
    }
}
