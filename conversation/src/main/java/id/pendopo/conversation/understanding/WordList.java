package id.pendopo.conversation.understanding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** A resource of words under {@code nlu}: one entry a line, comments begin with {@code #}. */
final class WordList {

    private WordList() {}

    /** @throws IllegalStateException there is no such list */
    static List<String> lines(String name) {
        try (InputStream in = WordList.class.getResourceAsStream("/nlu/" + name)) {
            if (in == null) {
                throw new IllegalStateException("nlu/" + name + " is missing");
            }
            return lines(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(InputStream list) throws IOException {
        return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /** Any of the words, each a pattern, where no letter or digit stands beside it. */
    static Pattern whole(String words) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + Alternatives.grouped(words) + ")(?![\\p{L}\\p{N}])");
    }
}
