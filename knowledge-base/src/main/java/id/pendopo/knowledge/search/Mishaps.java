package id.pendopo.knowledge.search;

import id.pendopo.knowledge.text.WordList;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Keyword spotting for mishaps: what a title says of a paper that something happened to, in every language. */
public final class Mishaps {

    private static final Pattern MISHAP = Pattern.compile(
            "\\b(?:" + String.join("|", WordList.lines("/nlu/mishaps.txt")) + ")\\b", Pattern.CASE_INSENSITIVE);

    private Mishaps() {}

    /** The first word of a title that tells of one. */
    public static Optional<String> in(String title) {
        return MISHAP.matcher(title).results().map(MatchResult::group).findFirst();
    }
}
