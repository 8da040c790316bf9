package id.pendopo.knowledge;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes a message apart that asks several things at once. Any thread may call. */
public final class Questions {

    private static final Pattern BORDER = Pattern.compile(
            "\\s*[?!;\\n]+\\s*|(?<=\\p{L}{2})(?<!\\b(?:jl|no|dr|kab|kec|kel|bpk|sdr))\\.\\s+"
                    + "|[\\s,]+(?:dan|terus|trus|trs|lalu|sama|serta|and|also)\\s+"
                    + "(?=(?:berapa|brp|bagaimana|gimana|gmn|di ?mana|dmn|kapan|apa|syarat|cara|biaya|how|what|where|when)\\b)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Questions() {}

    /**
     * The parts of a message, in order, each a question or sentence of its own; a message that asks one thing comes back
     * as its only part, an empty one as no part.
     */
    public static List<String> split(String text) {
        return Stream.of(BORDER.split(text.strip()))
                .map(String::strip)
                .filter(part -> part.codePoints().anyMatch(Character::isLetter))
                .toList();
    }
}
