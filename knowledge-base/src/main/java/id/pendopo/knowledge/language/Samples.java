package id.pendopo.knowledge.language;

import id.pendopo.knowledge.TextClassifier.Example;
import java.util.List;
import java.util.function.Function;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.ObjectStreamUtils;

/** Training samples as OpenNLP reads them. */
final class Samples {

    private Samples() {}

    /** Those that have any word. */
    static ObjectStream<DocumentSample> of(List<Example> examples, Function<String, List<String>> words) {
        return ObjectStreamUtils.createObjectStream(examples.stream()
                .map(example -> new DocumentSample(
                        example.label(), words.apply(example.text()).toArray(String[]::new)))
                .filter(sample -> sample.getText().length > 0)
                .toList());
    }
}
