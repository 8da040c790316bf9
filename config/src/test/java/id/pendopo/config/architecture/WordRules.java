package id.pendopo.config.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people say stands in phrase files and message bundles: which packages say it in Java, as a rule for any texts. */
final class WordRules {

    /** Four alternatives of letters in a row, {@code foo|bar(?:s)?|baz|qux}: fewer are parts of a protocol. */
    private static final Pattern ALTERNATIVES = Pattern.compile(
            "\\p{L}{2,}+(?:\\((?:\\?:)?+\\p{L}*+\\))?+[?]?+(?:\\|\\p{L}{2,}+(?:\\((?:\\?:)?+\\p{L}*+\\))?+[?]?+){3,}");

    private static final Pattern WORD = Pattern.compile("\\p{L}++");
    private static final Pattern NAMED = Pattern.compile("<[^>]*+>");

    private static final List<String> LANGUAGES = List.of("id", "jv", "su");

    /** Shorter ones are words of any language, and names. */
    private static final int SHORTEST = 4;

    /** What English says too, in names, settings and columns. */
    private static final Set<String> ENGLISH =
            Set.of("admin", "answer", "article", "cost", "menu", "request", "service", "step", "token", "total");

    private WordRules() {}

    /** The words of the phrase files in all languages but English. */
    static Set<String> words(Path house) {
        Set<String> words = new TreeSet<>();
        LANGUAGES.forEach(language -> words.addAll(words(house, language)));
        words.removeAll(words(house, "en"));
        words.removeAll(ENGLISH);
        return words;
    }

    private static Set<String> words(Path house, String language) {
        try (Stream<Path> files = Files.find(
                house,
                7,
                (path, _) ->
                        path.toString().matches(".*/src/main/resources/nlu/" + language + "/phrases[^/]*\\.tsv"))) {
            return files.flatMap(WordRules::lines)
                    .map(line ->
                            NAMED.matcher(line.substring(line.indexOf('\t'))).replaceAll(" "))
                    .flatMap(phrase -> WORD.matcher(phrase).results().map(MatchResult::group))
                    .filter(word -> word.length() >= SHORTEST)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readString(file).lines().filter(line -> line.indexOf('\t') > 0 && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Texts that say one of the words, or whose pattern has alternatives of words, each with its package. */
    static Set<String> said(Map<String, List<String>> literals, Set<String> words) {
        Set<String> found = new TreeSet<>();
        literals.forEach((room, texts) -> texts.stream()
                .filter(text -> says(text, words) || ALTERNATIVES.matcher(text).find())
                .forEach(text -> found.add(room + " says \"" + text.strip() + "\"")));
        return found;
    }

    private static boolean says(String text, Set<String> words) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .anyMatch(words::contains);
    }
}
