package id.pendopo.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Position automaton (Glushkov) of many phrases: finds all of them in one pass over the words of a text. Each word looks
 * at the positions that the one before has reached, so that the steps grow as the text does, whatever it is. Immutable;
 * any thread may call.
 */
final class PhraseAutomaton {

    /** Where a phrase was found: from its first word to its last one, of all beginnings the earliest. */
    record Found(int phrase, int from, int to) {}

    /** @param steps how often a position was looked at */
    record Run(List<Found> found, long steps) {}

    private final PhraseVocabulary vocabulary;
    private final int[] classes;
    private final int[][] follow;
    private final int[][] phrases;
    private final int[][] starts;

    private PhraseAutomaton(Builder builder) {
        vocabulary = builder.vocabulary.built();
        classes = ints(builder.classes);
        follow = builder.follow.stream().map(PhraseAutomaton::ints).toArray(int[][]::new);
        phrases = builder.phrases.stream().map(PhraseAutomaton::ints).toArray(int[][]::new);
        List<Set<Integer>> byClass = new ArrayList<>();
        for (int i = 0; i < vocabulary.size(); i++) {
            byClass.add(new TreeSet<>());
        }
        builder.starts.forEach(position -> byClass.get(classes[position]).add(position));
        starts = byClass.stream().map(PhraseAutomaton::ints).toArray(int[][]::new);
    }

    private static int[] ints(Iterable<Integer> numbers) {
        List<Integer> list = new ArrayList<>();
        numbers.forEach(list::add);
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    /** As many steps as one word can take. */
    int widest() {
        return Arrays.stream(follow).mapToInt(next -> next.length).sum()
                + Arrays.stream(starts).mapToInt(first -> first.length).sum();
    }

    Run run(List<String> words) {
        Walk walk = new Walk();
        walk.step(-1, vocabulary.start());
        for (int at = 0; at < words.size(); at++) {
            walk.step(at, vocabulary.of(words.get(at)));
        }
        walk.step(words.size(), vocabulary.end());
        return new Run(within(walk.found, words.size() - 1), walk.steps);
    }

    /** Edges are no words. */
    private static List<Found> within(List<Found> all, int last) {
        return all.stream()
                .map(found -> new Found(found.phrase, Math.max(0, found.from), Math.min(last, found.to)))
                .filter(found -> found.from <= found.to)
                .toList();
    }

    /** The positions that the words so far have reached, each with the word that the earliest way to it began with. */
    private final class Walk {

        private final List<Found> found = new ArrayList<>();
        private final boolean[] said = new boolean[vocabulary.size()];
        private final boolean[] entered = new boolean[classes.length];
        private int[] active = new int[classes.length];
        private int[] reached = new int[classes.length];
        private final int[] before = new int[classes.length];
        private final int[] after = new int[classes.length];
        private int activeCount;
        private int reachedCount;
        private long steps;

        void step(int at, int[] word) {
            reachedCount = 0;
            mark(word, true);
            for (int i = 0; i < activeCount; i++) {
                for (int position : follow[active[i]]) {
                    steps++;
                    if (said[classes[position]]) {
                        enter(position, before[active[i]]);
                    }
                }
            }
            for (int one : word) {
                for (int position : starts[one]) {
                    steps++;
                    enter(position, at);
                }
            }
            mark(word, false);
            arrive(at);
        }

        private void mark(int[] word, boolean set) {
            for (int one : word) {
                said[one] = set;
            }
        }

        private void enter(int position, int from) {
            if (!entered[position]) {
                entered[position] = true;
                reached[reachedCount++] = position;
                after[position] = from;
            } else {
                after[position] = Math.min(after[position], from);
            }
        }

        private void arrive(int at) {
            for (int i = 0; i < reachedCount; i++) {
                int position = reached[i];
                entered[position] = false;
                before[position] = after[position];
                for (int phrase : phrases[position]) {
                    found.add(new Found(phrase, after[position], at));
                }
            }
            int[] free = active;
            active = reached;
            reached = free;
            activeCount = reachedCount;
        }
    }

    /** Puts phrases together; not for two threads. */
    static final class Builder {

        /** @param empty whether it may be nothing at all */
        private record Part(boolean empty, Set<Integer> first, Set<Integer> last) {}

        private final PhraseVocabulary.Builder vocabulary = new PhraseVocabulary.Builder();
        private final List<Integer> classes = new ArrayList<>();
        private final List<Set<Integer>> follow = new ArrayList<>();
        private final List<Set<Integer>> phrases = new ArrayList<>();
        private final Set<Integer> starts = new TreeSet<>();

        /**
         * @param number by which it is known when it is found
         * @throws IllegalArgumentException it is found where nothing is said
         */
        void add(int number, PhraseNode phrase) {
            Part part = part(phrase);
            if (part.empty()) {
                throw new IllegalArgumentException("every word may be left out");
            }
            starts.addAll(part.first());
            part.last().forEach(position -> phrases.get(position).add(number));
        }

        PhraseAutomaton built() {
            return new PhraseAutomaton(this);
        }

        private Part part(PhraseNode node) {
            return switch (node) {
                case PhraseNode.OneOf(Set<String> words) -> position(vocabulary.classOf(words));
                case PhraseNode.Any _ -> position(PhraseVocabulary.ANY);
                case PhraseNode.Edge(boolean start) -> position(start ? PhraseVocabulary.START : PhraseVocabulary.END);
                case PhraseNode.Named(String name) -> throw new IllegalStateException(name + " is not resolved");
                case PhraseNode.Sequence(List<PhraseNode> parts) ->
                    parts.stream().map(this::part).reduce(this::behind).orElseThrow();
                case PhraseNode.Choice(List<PhraseNode> parts) ->
                    parts.stream().map(this::part).reduce(Builder::either).orElseThrow();
                case PhraseNode.Maybe(PhraseNode inner) -> {
                    Part part = part(inner);
                    yield new Part(true, part.first(), part.last());
                }
                case PhraseNode.Repeated(PhraseNode inner) -> {
                    Part part = part(inner);
                    part.last().forEach(position -> follow.get(position).addAll(part.first()));
                    yield part;
                }
            };
        }

        private Part position(int oneOf) {
            int position = classes.size();
            classes.add(oneOf);
            follow.add(new TreeSet<>());
            phrases.add(new TreeSet<>());
            return new Part(false, Set.of(position), Set.of(position));
        }

        private Part behind(Part before, Part next) {
            before.last().forEach(position -> follow.get(position).addAll(next.first()));
            return new Part(
                    before.empty() && next.empty(),
                    before.empty() ? union(before.first(), next.first()) : before.first(),
                    next.empty() ? union(before.last(), next.last()) : next.last());
        }

        private static Part either(Part one, Part other) {
            return new Part(
                    one.empty() || other.empty(), union(one.first(), other.first()), union(one.last(), other.last()));
        }

        private static Set<Integer> union(Set<Integer> some, Set<Integer> others) {
            Set<Integer> union = new TreeSet<>(some);
            union.addAll(others);
            return union;
        }
    }
}
