package id.pendopo.knowledge.rewording;

import id.pendopo.knowledge.LanguageDetector;
import id.pendopo.knowledge.text.Sentences;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Faithfulness check (guardrail): tells by rules alone whether other words say what the passage says. Any thread may
 * call.
 */
final class Faithfulness {

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
            case WORDS -> !known(passage).containsAll(read(words).content());
            case ORDER ->
                sentences(words).anyMatch(said -> source(said, passage).isEmpty());
            case HALF -> half(passage, words);
        };
    }

    private Meaning read(String text) {
        return reader.read(text);
    }

    private List<String> known(Passage passage) {
        return read(passage.title() + ". " + passage.text()).content();
    }

    /** What each sentence says; not those that say "yes" or "free of charge" alone. */
    private Stream<List<String>> sentences(String words) {
        return Sentences.of(words).stream()
                .map(sentence -> read(sentence).content())
                .filter(said -> !said.isEmpty());
    }

    /** The passage's sentence that has all of these words in this order; the title's may stand anywhere in it. */
    private Optional<String> source(List<String> said, Passage passage) {
        List<String> title = read(passage.title()).content();
        List<String> all = read(passage.text()).content();
        return Sentences.of(passage.text()).stream()
                .filter(sentence -> {
                    List<String> own = read(sentence).content();
                    return said.stream().allMatch(word -> own.contains(word) || !all.contains(word))
                            && follows(but(title, said), but(title, own));
                })
                .findFirst();
    }

    private static boolean follows(List<String> said, List<String> sentence) {
        List<String> once = said.stream().distinct().toList();
        int next = 0;
        for (String word : sentence) {
            next += next < once.size() && word.equals(once.get(next)) ? 1 : 0;
        }
        return next == once.size();
    }

    /** Of a sentence that is said again, perhaps in several, something of everything that it lists is said. */
    private boolean half(Passage passage, String words) {
        List<String> title = read(passage.title()).content();
        Map<String, List<String>> said = sentences(words)
                .collect(Collectors.groupingBy(
                        sentence -> source(sentence, passage).orElseThrow(),
                        Collectors.flatMapping(List::stream, Collectors.toList())));
        return said.entrySet().stream()
                .anyMatch(again -> ITEMS.splitAsStream(again.getKey())
                        .anyMatch(item -> leftOut(read(item), title, again.getValue())));
    }

    /** What a number or a "not" stands with is said in full. */
    private static boolean leftOut(Meaning item, List<String> title, List<String> said) {
        List<String> rest = but(title, item.content());
        return item.binding() ? !said.containsAll(rest) : !rest.isEmpty() && Collections.disjoint(said, rest);
    }

    private static List<String> but(List<String> without, List<String> words) {
        return words.stream().filter(word -> !without.contains(word)).toList();
    }
}
