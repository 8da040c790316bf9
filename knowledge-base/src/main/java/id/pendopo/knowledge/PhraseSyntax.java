package id.pendopo.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recursive-descent parser of the phrases in a phrase file; docs/phrases.md has the syntax. Not for two threads. */
final class PhraseSyntax {

    /** Words that a gap may hold. */
    private static final int WIDEST = 9;

    private static final Pattern TOKEN = Pattern.compile(
            "<(?<name>[^<>]*+)>|~(?<gap>\\d*+)|(?<word>(?:\\{[^{}]*+}|[^\\s(){}|?<>~^$+])++)|(?<sign>\\S)");

    private static final Pattern WORD = Pattern.compile("\\*?[\\p{L}\\p{N}#]++\\*?");

    private final Matcher token;
    private final String phrase;
    private int at;

    private PhraseSyntax(String phrase) {
        this.phrase = phrase.strip();
        this.token = TOKEN.matcher(this.phrase);
    }

    /** @throws IllegalArgumentException the message says what is wrong and before what */
    static PhraseNode read(String phrase) {
        PhraseSyntax syntax = new PhraseSyntax(phrase);
        PhraseNode read = syntax.choice();
        if (syntax.more()) {
            throw syntax.wrong("a bracket is closed that was not opened");
        }
        return read;
    }

    private PhraseNode choice() {
        List<PhraseNode> parts = new ArrayList<>(List.of(sequence()));
        while (next('|')) {
            parts.add(sequence());
        }
        return PhraseNode.choice(parts);
    }

    private PhraseNode sequence() {
        List<PhraseNode> parts = new ArrayList<>();
        while (more() && phrase.charAt(at) != '|' && phrase.charAt(at) != ')') {
            parts.add(often(one()));
        }
        if (parts.isEmpty()) {
            throw wrong("a word is missing");
        }
        return parts.size() == 1 ? parts.getFirst() : new PhraseNode.Sequence(parts);
    }

    private PhraseNode often(PhraseNode part) {
        if (next('?')) {
            return new PhraseNode.Maybe(part);
        }
        if (next('+')) {
            return new PhraseNode.Repeated(part);
        }
        return closed() && next('*') ? new PhraseNode.Maybe(new PhraseNode.Repeated(part)) : part;
    }

    /** Behind a bracket a star says how often; in a word it stands for letters. */
    private boolean closed() {
        char before = phrase.charAt(at - 1);
        return before == ')' || before == '>';
    }

    private PhraseNode one() {
        if (next('(')) {
            PhraseNode inner = choice();
            if (!next(')')) {
                throw wrong("a bracket is not closed");
            }
            return inner;
        }
        token.region(at, phrase.length()).lookingAt();
        at = token.end();
        if (token.group("name") != null) {
            return new PhraseNode.Named(token.group("name"));
        }
        if (token.group("gap") != null) {
            return gap(token.group("gap"));
        }
        return token.group("word") == null ? edge(token.group("sign")) : word(token.group("word"));
    }

    private PhraseNode edge(String sign) {
        return switch (sign) {
            case "^" -> new PhraseNode.Edge(true);
            case "$" -> new PhraseNode.Edge(false);
            default -> throw wrong("\"" + sign + "\" stands at no place of its own");
        };
    }

    private PhraseNode gap(String width) {
        if (width.length() != 1 || width.equals("0")) {
            throw wrong("a gap is ~1 to ~" + WIDEST + " words wide");
        }
        PhraseNode gap = new PhraseNode.Maybe(new PhraseNode.Any());
        for (int i = 1; i < Integer.parseInt(width); i++) {
            gap = new PhraseNode.Maybe(new PhraseNode.Sequence(List.of(new PhraseNode.Any(), gap)));
        }
        return gap;
    }

    private PhraseNode word(String written) {
        if (written.equals("_")) {
            return new PhraseNode.Any();
        }
        Set<String> words = new TreeSet<>();
        expand(written, words);
        for (String word : words) {
            if (!WORD.matcher(word).matches() || !word.equals(word.toLowerCase(Locale.ROOT))) {
                throw wrong("\"" + word + "\" is no word in small letters without punctuation");
            }
        }
        return new PhraseNode.OneOf(words);
    }

    private static void expand(String written, Set<String> words) {
        int open = written.indexOf('{');
        if (open < 0) {
            words.add(written);
            return;
        }
        int close = written.indexOf('}', open);
        for (String ending : written.substring(open + 1, close).split(",", -1)) {
            expand(written.substring(0, open) + ending.strip() + written.substring(close + 1), words);
        }
    }

    private boolean more() {
        while (at < phrase.length() && Character.isWhitespace(phrase.charAt(at))) {
            at++;
        }
        return at < phrase.length();
    }

    private boolean next(char sign) {
        boolean there = sign == '|' || sign == ')' || sign == '(' ? more() : at < phrase.length();
        if (there && phrase.charAt(at) == sign) {
            at++;
            return true;
        }
        return false;
    }

    private IllegalArgumentException wrong(String what) {
        String rest = phrase.substring(at);
        return new IllegalArgumentException(
                what + (rest.isEmpty() ? ", at the end of: " + phrase : ", before: " + rest));
    }
}
