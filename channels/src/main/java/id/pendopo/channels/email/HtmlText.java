package id.pendopo.channels.email;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.util.HtmlUtils;

/**
 * The words of an HTML mail, in lines as a reader sees them. Nothing active and nothing hidden is left; what clients mark as
 * the mail that is answered is quoted as in plain text, by {@code > } before each line.
 */
final class HtmlText {

    private static final Set<String> UNSEEN =
            Set.of("script", "style", "head", "title", "template", "noscript", "object", "svg", "xml");
    private static final Set<String> LINES = Set.of(
            "p", "div", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "pre", "blockquote", "section");
    private static final Set<String> EMPTY =
            Set.of("br", "hr", "img", "input", "meta", "link", "area", "base", "col", "wbr");

    /** How clients mark what is answered: Gmail, Yahoo, Thunderbird, Outlook, Apple Mail. */
    private static final List<String> ANSWERED = List.of(
            "gmail_quote", "yahoo_quoted", "moz-cite-prefix", "type=\"cite\"", "id=\"appendonsend\"", "divrplyfwdmsg");

    private static final List<String> HIDDEN = List.of("display:none", "display: none", "mso-hide:all");

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private final Deque<Element> open = new ArrayDeque<>();
    private int unseen;
    private int quoted;
    private boolean rest;

    private HtmlText(String html) {
        this.html = html;
    }

    private record Element(String name, boolean unseen, boolean quoted) {}

    static String of(String html) {
        return new HtmlText(html).read();
    }

    private String read() {
        int at = 0;
        while (at < html.length()) {
            int tag = html.indexOf('<', at);
            if (tag < 0) {
                say(html.substring(at));
                break;
            }
            say(html.substring(at, tag));
            at = markup(tag);
        }
        return text.toString().replaceAll("\n{3,}", "\n\n").strip();
    }

    /** @return where the text goes on */
    private int markup(int tag) {
        if (html.startsWith("<!--", tag)) {
            int end = html.indexOf("-->", tag + 4);
            return end < 0 ? html.length() : end + 3;
        }
        int end = html.indexOf('>', tag);
        boolean markup = tag + 1 < html.length()
                && (Character.isLetter(html.charAt(tag + 1)) || "/!?".indexOf(html.charAt(tag + 1)) >= 0);
        if (end < 0 || !markup) {
            say("<");
            return tag + 1;
        }
        String inside = html.substring(tag + 1, end);
        if (inside.startsWith("/")) {
            close(name(inside.substring(1)));
        } else if (Character.isLetter(inside.charAt(0))) {
            open(name(inside), inside.toLowerCase(Locale.ROOT));
        }
        return end + 1;
    }

    private static String name(String inside) {
        int end = 0;
        while (end < inside.length() && Character.isLetterOrDigit(inside.charAt(end))) {
            end++;
        }
        return inside.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private void open(String name, String inside) {
        boolean answered = ANSWERED.stream().anyMatch(inside::contains);
        rest |= answered && (inside.contains("appendonsend") || inside.contains("divrplyfwdmsg"));
        switch (name) {
            case "br" -> line();
            case "hr" -> line();
            case "li" -> {
                line();
                say("- ");
            }
            case "td", "th" -> text.append(text.isEmpty() || text.charAt(text.length() - 1) == '\n' ? "" : " ");
            default -> {
                if (LINES.contains(name)) {
                    line();
                }
            }
        }
        if (!EMPTY.contains(name) && !inside.endsWith("/")) {
            boolean hides = UNSEEN.contains(name) || HIDDEN.stream().anyMatch(inside::contains);
            open.push(new Element(name, hides, name.equals("blockquote") || answered));
            unseen += hides ? 1 : 0;
            quoted += name.equals("blockquote") || answered ? 1 : 0;
        }
    }

    /** Elements that were never closed end with the one around them; an end without a beginning means nothing. */
    private void close(String name) {
        if (open.stream().noneMatch(element -> element.name().equals(name))) {
            return;
        }
        if (LINES.contains(name)) {
            line();
        }
        Element closed;
        do {
            closed = open.pop();
            unseen -= closed.unseen() ? 1 : 0;
            quoted -= closed.quoted() ? 1 : 0;
        } while (!closed.name().equals(name));
        if (name.equals("p")) {
            text.append(text.isEmpty() ? "" : "\n");
        }
    }

    private void line() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }

    private void say(String piece) {
        if (unseen > 0 || piece.isEmpty()) {
            return;
        }
        String words = HtmlUtils.htmlUnescape(piece).replace('\u00a0', ' ').replaceAll("[ \t\r\n]+", " ");
        boolean begins = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
        String said = begins ? words.stripLeading() : words;
        if (said.isEmpty()) {
            return;
        }
        text.append(begins && (quoted > 0 || rest) ? "> " : "").append(said);
    }
}
