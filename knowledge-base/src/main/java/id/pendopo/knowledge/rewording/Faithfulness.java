package id.pendopo.knowledge.rewording;

import id.pendopo.knowledge.LanguageDetector;
import id.pendopo.knowledge.Sentences;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells by rules alone whether other words say what the passage says. Any thread may call. */
final class Faithfulness {

    /** The share of a sentence's words that stand as in the passage. */
    private static final double IN_ORDER = 0.8;

    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd} .,;:!?()'\"/&+%\u2013\u2019-]"
            + "|(?i:\\b(?:assistant|system|user|passage|prompt|ai|model)\\b)");

    private static final Pattern ADDRESS = Pattern.compile("[\\p{L}\\p{Nd}]\\.\\p{L}{2}|(?i:\\bwww\\b|https?)");

    private static final Pattern ITEMS =
            Pattern.compile("[,;:+/&]|(?i:\\b(?:dan|atau|serta|and|or|lan|utawi|sareng|atanapi)\\b)");

    private final MeaningReader reader;
    private final LanguageDetector languages;

    Faithfulness(MeaningReader reader, LanguageDetector languages) {
        this.reader = reader;
        this.languages = languages;
    }

    /** What is wrong with these words; empty when nothing is. */
    Optional<Fault> fault(Passage passage, String words) {
        return Stream.of(Fault.values())
                .filter(fault -> is(fault, passage, words))
                .findFirst();
    }

    private boolean is(Fault fault, Passage passage, String words) {
        return switch (fault) {
            case LENGTH -> words.isBlank() || passage.length(words) > passage.longest();
            case MARKS -> MARKS.matcher(words).find();
            case ADDRESS -> ADDRESS.matcher(words).find();
            case LANGUAGE -> !languages.likeliest(words).equals(Optional.of(passage.language()));
            case FIGURES -> !read(words).figures().equals(read(passage.text()).figures());
            case HINGES -> !read(words).hinges().equals(read(passage.text()).hinges());
            case WORDS -> !read(words).contentBut(known(passage)).isEmpty();
            case ORDER -> Sentences.of(words).stream().anyMatch(sentence -> !inOrder(read(sentence), passage));
            case HALF -> half(passage, read(words).content());
        };
    }

    private Meaning read(String text) {
        return reader.read(text);
    }

    private List<String> known(Passage passage) {
        return read(passage.title() + ". " + passage.text()).content();
    }

    private boolean inOrder(Meaning sentence, Passage passage) {
        return sentence.inOrderOf(known(passage))
                >= IN_ORDER * sentence.content().size();
    }

    /** A sentence that is said at all, by a word of its own, is said with something of each thing that it lists. */
    private boolean half(Passage passage, List<String> said) {
        List<String> sentences = Sentences.of(passage.text());
        List<String> title = read(passage.title()).content();
        return sentences.stream()
                .filter(sentence -> touches(said, own(sentence, sentences, title)))
                .flatMap(ITEMS::splitAsStream)
                .map(item -> read(item).contentBut(title))
                .anyMatch(item -> !item.isEmpty() && !touches(said, item));
    }

    /** The words that no other sentence has. */
    private List<String> own(String sentence, List<String> sentences, List<String> title) {
        List<String> elsewhere = sentences.stream()
                .filter(other -> !other.equals(sentence))
                .flatMap(other -> read(other).content().stream())
                .toList();
        return read(sentence).contentBut(title).stream()
                .filter(word -> !elsewhere.contains(word))
                .toList();
    }

    private static boolean touches(List<String> said, List<String> words) {
        return !Collections.disjoint(said, words);
    }
}
