package id.pendopo.knowledge.editor;

import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.ArticleVersion.Source;
import id.pendopo.knowledge.Aspect;
import id.pendopo.knowledge.articles.Edition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One part of an article as it is read and compared.
 *
 * @param label key of the message bundle
 * @param text empty when the article does not have it
 * @param source where it was read, empty for nowhere
 */
public record Part(String label, String text, String source) {

    /** How many leading parts citizens read: all but the sources and the questions. */
    static final int READ_BY_CITIZENS = 4 + Aspect.values().length;

    /** All parts, the empty ones too, always in the same order. */
    public static List<Part> of(Edition edition) {
        ArticleVersion text = edition.text();
        List<Part> parts = new ArrayList<>(List.of(
                new Part("editor.part.title", text.title(), ""),
                new Part("editor.part.summary", text.summary(), ""),
                new Part("editor.part.sms", text.sms(), ""),
                new Part("editor.part.voice", text.voice(), "")));
        for (Aspect aspect : Aspect.values()) {
            Source read = edition.readIn().get(aspect);
            parts.add(new Part(
                    "aspect." + aspect, text.fields().getOrDefault(aspect, ""), read == null ? "" : read.name()));
        }
        parts.add(new Part(
                "editor.part.sources",
                text.sources().stream().map(Part::source).collect(Collectors.joining("\n")),
                ""));
        parts.add(new Part("editor.part.questions", String.join("\n", edition.questions()), ""));
        return parts;
    }

    /** A source in one line: its name, its address, the day on which it was read. */
    public static String source(Source source) {
        return source.name() + ", " + source.url() + ", " + source.read();
    }

    /** Text and source in one. */
    public String whole() {
        return source.isEmpty() ? text : text + "\n(" + source + ")";
    }
}
