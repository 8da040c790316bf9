package id.pendopo.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Syntax tree of a phrase: a regular expression whose letters are words. */
sealed interface PhraseNode {

    /** One word of a set; {@code lapor*} and the like are words that begin or end so, {@code #} a number in figures. */
    record OneOf(Set<String> words) implements PhraseNode {

        public OneOf {
            words = Set.copyOf(words);
        }
    }

    /** Any word at all. */
    record Any() implements PhraseNode {}

    /** Where the text begins or ends. */
    record Edge(boolean start) implements PhraseNode {}

    /** What stands under another name. */
    record Named(String name) implements PhraseNode {}

    record Sequence(List<PhraseNode> parts) implements PhraseNode {

        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    record Choice(List<PhraseNode> parts) implements PhraseNode {

        public Choice {
            parts = List.copyOf(parts);
        }
    }

    record Maybe(PhraseNode part) implements PhraseNode {}

    /** Once or more often. */
    record Repeated(PhraseNode part) implements PhraseNode {}

    /** A choice with its single words together as one. */
    static PhraseNode choice(List<PhraseNode> parts) {
        Set<String> words = new TreeSet<>();
        List<PhraseNode> others = new ArrayList<>();
        parts.forEach(part -> sort(part, words, others));
        if (!words.isEmpty()) {
            others.addFirst(new OneOf(words));
        }
        return others.size() == 1 ? others.getFirst() : new Choice(others);
    }

    private static void sort(PhraseNode part, Set<String> words, List<PhraseNode> others) {
        switch (part) {
            case OneOf(Set<String> more) -> words.addAll(more);
            case Choice(List<PhraseNode> more) -> more.forEach(inner -> sort(inner, words, others));
            case Any _, Edge _, Named _, Sequence _, Maybe _, Repeated _ -> others.add(part);
        }
    }

    /** The same with what the names stand for. */
    default PhraseNode resolved(Function<String, PhraseNode> names) {
        return switch (this) {
            case OneOf _, Any _, Edge _ -> this;
            case Named(String name) -> names.apply(name);
            case Sequence(List<PhraseNode> parts) ->
                new Sequence(parts.stream().map(part -> part.resolved(names)).toList());
            case Choice(List<PhraseNode> parts) ->
                choice(parts.stream().map(part -> part.resolved(names)).toList());
            case Maybe(PhraseNode part) -> new Maybe(part.resolved(names));
            case Repeated(PhraseNode part) -> new Repeated(part.resolved(names));
        };
    }

    /** Each way of saying it that is written out, word by word; none where any word fits, or as many as one likes. */
    default Stream<String> wordings() {
        return switch (this) {
            case OneOf(Set<String> words) ->
                words.stream()
                        .filter(word -> word.chars().allMatch(Character::isLetterOrDigit))
                        .sorted();
            case Any _, Edge _, Named _, Repeated _ -> Stream.empty();
            case Sequence(List<PhraseNode> parts) -> {
                Stream<String> said = Stream.of("");
                for (PhraseNode part : parts) {
                    said = said.flatMap(before -> part.wordings().map(next -> (before + " " + next).strip()));
                }
                yield said;
            }
            case Choice(List<PhraseNode> parts) -> parts.stream().flatMap(PhraseNode::wordings);
            case Maybe(PhraseNode part) -> Stream.concat(Stream.of(""), part.wordings());
        };
    }
}
