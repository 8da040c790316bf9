package id.pendopo.knowledge.language;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.BundledModels;
import id.pendopo.knowledge.TextClassifier;
import id.pendopo.knowledge.TextClassifier.Example;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoccatClassifierTests {

    private static final List<Example> EXAMPLES = List.of(
            new Example("jalan berlubang di depan pasar", "jalan"),
            new Example("aspal rusak parah", "jalan"),
            new Example("jalanan hancur banyak lubang", "jalan"),
            new Example("sampah menumpuk tidak diangkut", "sampah"),
            new Example("bak sampah penuh dan bau", "sampah"),
            new Example("truk sampah tidak datang", "sampah"));

    private final TextClassifier classifier = BundledModels.load().classifiers().create();

    @Test
    void knowsNothingBeforeItLearned() {
        assertThat(classifier.classify("jalan rusak")).isEmpty();
    }

    @Test
    void learnsLabelsFromExamples() {
        classifier.train(EXAMPLES);

        assertThat(classifier.classify("jln berlubang dpn rumah").orElseThrow().label())
                .isEqualTo("jalan");
        assertThat(classifier.classify("sampahnya bau sekali").orElseThrow().label())
                .isEqualTo("sampah");
    }

    @Test
    void isLessSureOfWhatItHasNotSeen() {
        classifier.train(EXAMPLES);

        double seen =
                classifier.classify("truk sampah tidak datang").orElseThrow().confidence();
        double unseen = classifier.classify("kucing naik pohon").orElseThrow().confidence();
        assertThat(seen).isBetween(0.5, 1.0).isGreaterThan(unseen);
    }

    @Test
    void understandsWordsThatNoExampleHas() {
        classifier.train(EXAMPLES);

        assertThat(classifier.classify("trotoar bolong").orElseThrow().label()).isEqualTo("jalan");
        assertThat(classifier.classify("limbah berserakan, busuk").orElseThrow().label())
                .isEqualTo("sampah");
    }

    @Test
    void aLongTextSaysFirstWhatItIsAbout() {
        classifier.train(EXAMPLES);
        String story = "truk sampah tidak datang, bak sampah penuh. ".repeat(7);

        assertThat(classifier
                        .classify(story + "aspal rusak, jalan berlubang. ".repeat(30))
                        .orElseThrow()
                        .label())
                .isEqualTo("sampah");
    }

    @Test
    void aTextWithoutLettersHasNoLabel() {
        classifier.train(EXAMPLES);

        assertThat(classifier.classify("123 👍")).isEmpty();
    }

    @Test
    void forgetsWhenThereIsNothingToTellApart() {
        classifier.train(EXAMPLES);
        classifier.train(List.of(new Example("jalan rusak", "jalan")));

        assertThat(classifier.classify("jalan rusak")).isEmpty();
    }

    @Test
    void theShippedActsAreKnown() {
        TextClassifier acts = BundledModels.load().actClassifier();

        assertThat(acts.classify("selamat pagi").orElseThrow().label()).isEqualTo("greeting");
        assertThat(acts.classify("makasih ya kak").orElseThrow().label()).isEqualTo("thanks");
    }
}
