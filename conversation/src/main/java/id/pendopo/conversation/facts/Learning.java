package id.pendopo.conversation.facts;

import id.pendopo.knowledge.TextClassifier;
import id.pendopo.ticketing.Category;
import java.util.List;
import java.util.stream.Stream;

/** What the classifiers learn from: the desk's own categories, and what is no complaint at all. */
public final class Learning {

    private Learning() {}

    /** Every category by its examples and names. */
    public static List<TextClassifier.Example> categories(List<Category> categories) {
        return categories.stream()
                .flatMap(category -> Stream.concat(
                                category.examples().stream(), Stream.of(category.nameId(), category.nameEn()))
                        .map(text -> new TextClassifier.Example(text, category.key())))
                .toList();
    }
}
