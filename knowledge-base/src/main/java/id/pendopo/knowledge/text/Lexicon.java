package id.pendopo.knowledge.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Synonym, slang and translation dictionary, the house's own word lists: informal to standard words, synonyms, English
 * to Indonesian. Tab-separated lines, {@code #} begins a comment; a phrase may have several words.
 */
public final class Lexicon {

    /** A number behind two letters ("rt2", "km2") is a number. */
    private static final Pattern TWICE = Pattern.compile("(?<!\\p{L})(\\p{L}{3,}+)2(?![\\p{L}\\d])");

    private final PhraseTable<List<String>> informal = new PhraseTable<>();
    private final PhraseTable<List<List<String>>> related = new PhraseTable<>();
    private final Set<String> words = new HashSet<>();

    private Lexicon() {}

    /** The lists that come with the software; a list that is absent is empty. */
    public static Lexicon shipped() {
        Lexicon lexicon = new Lexicon();
        lines("/nlu/informal.tsv").forEach(lexicon::addInformal);
        lines("/nlu/synonyms.tsv").forEach(lexicon::addSynonyms);
        lines("/nlu/id-en.tsv").forEach(lexicon::addTranslations);
        return lexicon;
    }

    /** The words of a text in small letters, as they were typed. */
    public static List<String> typedWords(String text) {
        return Tokens.of(text);
    }

    /** The words of a text in small letters, informal ones replaced by standard ones. */
    public List<String> standardWords(String text) {
        return standard(Tokens.of(text));
    }

    /** A text in which a word that is written twice by a 2 is spelled out ("jalan2"), unless the lists have it. */
    public String spelledOut(String text) {
        return TWICE.matcher(text).replaceAll(twice -> {
            List<String> typed = Tokens.of(twice.group());
            String word = twice.group(1);
            return Matcher.quoteReplacement(standard(typed).equals(typed) ? word + " " + word : twice.group());
        });
    }

    /** Informal words and phrases replaced by standard ones. */
    public List<String> standard(List<String> typed) {
        List<String> words = new ArrayList<>();
        int i = 0;
        while (i < typed.size()) {
            Optional<PhraseTable.Match<List<String>>> match = informal.at(typed, i);
            words.addAll(match.map(PhraseTable.Match::value).orElse(List.of(typed.get(i))));
            i += match.map(PhraseTable.Match::length).orElse(1);
        }
        return words;
    }

    /** Other words for the same thing, each a phrase. */
    public PhraseTable<List<List<String>>> related() {
        return related;
    }

    /** Every word that the lists know to be written correctly. */
    public Set<String> words() {
        return words;
    }

    private void addInformal(List<List<String>> columns) {
        informal.put(columns.getFirst(), columns.get(1));
        words.addAll(columns.get(1));
    }

    private void addSynonyms(List<List<String>> columns) {
        for (List<String> term : columns) {
            List<List<String>> others = new ArrayList<>(columns);
            others.remove(term);
            related.put(term, others);
            words.addAll(term);
        }
    }

    private void addTranslations(List<List<String>> columns) {
        related.put(columns.getFirst(), columns.subList(1, columns.size()));
        columns.forEach(words::addAll);
    }

    private static List<List<List<String>>> lines(String resource) {
        InputStream in = Lexicon.class.getResourceAsStream(resource);
        if (in == null) {
            return List.of();
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Lexicon::columns)
                    .filter(columns -> columns.size() > 1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<String>> columns(String line) {
        List<List<String>> columns = new ArrayList<>();
        for (String column : line.split("\t")) {
            List<String> phrase = Tokens.of(column);
            if (!phrase.isEmpty()) {
                columns.add(phrase);
            }
        }
        return columns;
    }
}
