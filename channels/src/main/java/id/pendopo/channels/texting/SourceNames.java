package id.pendopo.channels.texting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Short names of a citation's source, each whole: the authority or the law that it begins with ("Polres Jepara: …",
 * "PP 45/2024, …"), and as shorter ones whoever printed it, what stands in brackets, and the authority by the name that
 * people have for it.
 */
final class SourceNames {

    private static final Pattern ADDRESS = Pattern.compile("https?://(?:www\\.)?([^/?#]*).*");

    /** Where a name ends. */
    private static final Pattern END = Pattern.compile("[:,;] | \\(|\\)");

    private static final Pattern BRACKETED = Pattern.compile("\\(([^()]+)\\)");

    /** A law by its kind, number and year, without its article. */
    private static final Pattern LAW = Pattern.compile("\\b\\p{Lu}\\p{L}+ \\d+/\\d{4}\\b");

    private SourceNames() {}

    /** Finds the short names by which people know an authority; those to look for first come first. */
    static Pattern authorities(List<String> authorities) {
        return Pattern.compile(
                authorities.isEmpty()
                        ? "(?!)"
                        : authorities.stream()
                                .map(Pattern::quote)
                                .collect(Collectors.joining("|", "(?<!\\w)(?:", ")(?!\\w)")));
    }

    /** The one to show first comes first, the shortest one last; none of nothing. */
    static List<String> of(String source, Pattern authorities) {
        Matcher address = ADDRESS.matcher(source.strip());
        if (address.matches()) {
            return List.of(address.group(1));
        }
        if (source.isBlank()) {
            return List.of();
        }
        String leading = END.split(source.strip(), 2)[0];
        List<String> shorter = Stream.of(
                        printed(source), bracketed(source), first(LAW, source), first(authorities, source))
                .flatMap(Optional::stream)
                .filter(name -> name.length() < leading.length())
                .sorted((one, other) -> Integer.compare(other.length(), one.length()))
                .toList();
        List<String> names = new ArrayList<>(List.of(leading));
        names.addAll(shorter);
        return names.stream().distinct().toList();
    }

    /** After the last comma, from the first word with a capital letter or a digit on: a name, where there is one. */
    private static Optional<String> printed(String source) {
        int comma = source.lastIndexOf(", ");
        return comma < 0 ? Optional.empty() : named(END.split(source.substring(comma + 2), 2)[0]);
    }

    private static Optional<String> bracketed(String source) {
        Matcher brackets = BRACKETED.matcher(source);
        return brackets.find() ? named(brackets.group(1)) : Optional.empty();
    }

    private static Optional<String> first(Pattern name, String source) {
        return name.matcher(source).results().findFirst().map(MatchResult::group);
    }

    private static Optional<String> named(String words) {
        String name = words.strip();
        while (!name.isEmpty() && Character.isLowerCase(name.codePointAt(0))) {
            int space = name.indexOf(' ');
            name = space < 0 ? "" : name.substring(space + 1).strip();
        }
        return Optional.of(name).filter(found -> !found.isEmpty());
    }
}
