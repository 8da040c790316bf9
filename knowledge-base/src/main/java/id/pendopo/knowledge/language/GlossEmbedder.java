package id.pendopo.knowledge.language;

import dev.langchain4j.model.embedding.onnx.PoolingMode;
import id.pendopo.knowledge.Embedder;
import id.pendopo.knowledge.text.Lexicon;
import id.pendopo.knowledge.text.PhraseTable;
import id.pendopo.knowledge.text.Stems;
import id.pendopo.knowledge.text.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sentence embedding by way of word-by-word glosses: each word or phrase of Indonesian, Javanese and Sundanese is
 * replaced by its English name, and a small English sentence model embeds what results. A text costs some milliseconds
 * of a core.
 */
public final class GlossEmbedder implements Embedder {

    private static final String MODEL = "all-minilm-l6-v2-q.onnx";
    static final String TOKENIZER = "all-minilm-l6-v2-q-tokenizer.json";

    /** Longer texts say at their beginning what they are about, and the model reads no more. */
    private static final int MOST_WORDS = 120;

    private final Lexicon lexicon;
    private final OnnxEmbedder english;
    private final PhraseTable<String> names = new PhraseTable<>();
    private final Map<String, String> namesOfStems = new HashMap<>();
    private final Stems stems = new Stems();

    /**
     * Loads the model and the lists of names.
     *
     * @param folder holds the model, its tokeniser, and a list of names for each language ({@code words/README.md})
     */
    GlossEmbedder(Path folder, Lexicon lexicon) throws IOException {
        this.lexicon = lexicon;
        english = english(folder);
        Set<String> named = new HashSet<>();
        for (String language : EnglishNames.LANGUAGES) {
            EnglishNames.of(language, folder).forEach((word, called) -> {
                if (named.add(word)) {
                    name(Tokens.of(word), called.getFirst());
                }
            });
        }
    }

    /** The sentence model of a folder, which knows English alone. */
    static OnnxEmbedder english(Path folder) {
        return new OnnxEmbedder(folder.resolve(MODEL), folder.resolve(TOKENIZER), PoolingMode.MEAN);
    }

    /** Whether a folder holds all that it takes. */
    static boolean isIn(Path folder) {
        return Files.isReadable(folder.resolve(MODEL)) && Files.isReadable(folder.resolve(TOKENIZER));
    }

    private void name(List<String> phrase, String name) {
        names.put(phrase, name);
        if (phrase.size() == 1) {
            stems.of(phrase).stream().findFirst().ifPresent(stem -> namesOfStems.putIfAbsent(stem, name));
        }
    }

    @Override
    public int dimensions() {
        return english.dimensions();
    }

    @Override
    public float[] embed(String text) {
        return english.embed(gloss(text));
    }

    /** A text word by word in English; words that no list knows stay. */
    String gloss(String text) {
        List<String> words = lexicon.standardWords(text);
        List<String> gloss = new ArrayList<>();
        int i = 0;
        while (i < Math.min(words.size(), MOST_WORDS)) {
            Optional<PhraseTable.Match<String>> match = names.at(words, i);
            gloss.add(match.map(PhraseTable.Match::value).orElse(nameOf(words.get(i))));
            i += match.map(PhraseTable.Match::length).orElse(1);
        }
        return String.join(" ", gloss);
    }

    private String nameOf(String word) {
        return stems.of(List.of(word)).stream()
                .findFirst()
                .map(namesOfStems::get)
                .orElse(word);
    }
}
