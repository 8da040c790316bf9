package id.pendopo.channels;

import java.util.Locale;
import java.util.stream.IntStream;

/** Says a sample in its language. */
record Saying(Locale language) {

    Sample sample(String name, Block... blocks) {
        return Sample.of(name, language, blocks);
    }

    Sample wordless(String name, Block... blocks) {
        return Sample.of(name, language, blocks).withoutWords();
    }

    Block text(String indonesian, String english) {
        return Block.Text.of(say(indonesian, english));
    }

    String say(String indonesian, String english) {
        return language.equals(Locale.ENGLISH) ? english : indonesian;
    }

    Block offer(String... labels) {
        return new Block.Choices(IntStream.range(0, labels.length / 2)
                .mapToObj(i -> new Choice("choice:" + (i + 1), say(labels[2 * i], labels[2 * i + 1])))
                .toList());
    }
}
