package id.pendopo.conversation.facts;

import id.pendopo.knowledge.TextClassifier.Example;
import id.pendopo.ticketing.Category;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The training set of the classifier of categories.
 *
 * @param desk every category by its examples and names, and what is shipped for it
 * @param corrected reports that were given to another category than was suggested, under the right one
 */
public record TrainingSet(List<Example> desk, List<Example> corrected) {

    public TrainingSet {
        desk = List.copyOf(desk);
        corrected = List.copyOf(corrected);
    }

    /** The desk's own categories, with corrections; those into a category that is no more are left out. */
    public static TrainingSet of(List<Category> categories, List<Example> corrections) {
        return of(categories, List.of(), corrections);
    }

    /**
     * The same with lines that are shipped for categories, where the desk has them.
     *
     * @param shipped by the category's key
     */
    public static TrainingSet of(List<Category> categories, List<Example> shipped, List<Example> corrections) {
        Set<String> known = categories.stream().map(Category::key).collect(Collectors.toSet());
        Predicate<Example> here = line -> known.contains(line.label());
        return new TrainingSet(
                Stream.concat(
                                categories.stream().flatMap(TrainingSet::lines),
                                shipped.stream().filter(here))
                        .distinct()
                        .toList(),
                corrections.stream().filter(here).toList());
    }

    private static Stream<Example> lines(Category category) {
        return Stream.concat(category.examples().stream(), category.names().texts().values().stream())
                .map(text -> new Example(text, category.key()));
    }

    public List<Example> all() {
        return Stream.concat(desk.stream(), corrected.stream()).toList();
    }

    /** The corrections that are not in another one. */
    public List<Example> correctedSince(TrainingSet before) {
        Set<Example> known = new HashSet<>(before.corrected());
        return corrected.stream().filter(one -> !known.contains(one)).toList();
    }
}
