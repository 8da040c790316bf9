package id.pendopo.conversation.facts;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.BundledModels;
import id.pendopo.knowledge.TextClassifier.Example;
import id.pendopo.ticketing.BundledCatalogue;
import id.pendopo.ticketing.Category;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingSetTests {

    private static final List<Category> CATEGORIES = BundledCatalogue.load().categories();

    @Test
    void whatIsShippedForACategoryIsLearnedWhereTheDeskHasIt() {
        List<Example> shipped =
                List.of(new Example("trotoar ambles", "jalan-rusak"), new Example("ojek laut mogok", "perahu"));

        List<Example> learned = TrainingSet.of(CATEGORIES, shipped, List.of()).desk();

        assertThat(learned).contains(shipped.getFirst()).doesNotContain(shipped.getLast());
    }

    @Test
    void everyCategoryOfTheBundledCatalogueHasLines() {
        assertThat(BundledModels.load().complaints().stream()
                        .map(Example::label)
                        .distinct())
                .containsAll(CATEGORIES.stream().map(Category::key).toList());
    }
}
