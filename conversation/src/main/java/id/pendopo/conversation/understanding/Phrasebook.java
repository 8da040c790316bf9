package id.pendopo.conversation.understanding;

import id.pendopo.knowledge.PhraseMatches;
import id.pendopo.knowledge.Phrases;
import id.pendopo.knowledge.Questions;
import id.pendopo.ui.CountryPack;

/** What words the desk understands: the phrases, and the parsers that are made of them. Immutable; any thread may call. */
public final class Phrasebook {

    private final Phrases phrases;
    private final CommandParser commands;
    private final Places places;
    private final Questions questions;
    private final Corrections corrections;
    private final Alignment alignment;
    private final ShortForms shortForms;
    private final Profanity profanity;
    private final RatingParser ratings;
    private final RateCommandParser rateCommands;

    public Phrasebook(Phrases phrases) {
        this.phrases = phrases;
        this.commands = new CommandParser(phrases);
        this.profanity = new Profanity(phrases);
        this.corrections = new Corrections(phrases);
        this.alignment = new Alignment(phrases, corrections);
        this.shortForms = new ShortForms(phrases);
        this.questions = new Questions(phrases);
        this.places = new Places(phrases);
        this.ratings = new RatingParser(phrases);
        this.rateCommands = new RateCommandParser(phrases, ratings);
    }

    /** As the software and a pack have it. */
    public static Phrasebook of(CountryPack pack) {
        return new Phrasebook(Phrases.of(pack));
    }

    /** The phrases in a text. */
    public PhraseMatches in(String text) {
        return phrases.in(text);
    }

    public CommandParser commands() {
        return commands;
    }

    public Profanity profanity() {
        return profanity;
    }

    public Corrections corrections() {
        return corrections;
    }

    /** Puts a correction into the value that it corrects. */
    public Alignment alignment() {
        return alignment;
    }

    /** Yes and no without their vowels. */
    public ShortForms shortForms() {
        return shortForms;
    }

    /** Takes a message apart. */
    public Questions questions() {
        return questions;
    }

    public Places places() {
        return places;
    }

    public RatingParser ratings() {
        return ratings;
    }

    public RateCommandParser rateCommands() {
        return rateCommands;
    }
}
