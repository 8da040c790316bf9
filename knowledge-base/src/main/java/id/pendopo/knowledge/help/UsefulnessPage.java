package id.pendopo.knowledge.help;

import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.KnowledgeBase;
import id.pendopo.knowledge.feedback.Opinions;
import id.pendopo.knowledge.feedback.Opinions.Reason;
import id.pendopo.knowledge.feedback.Opinions.Usefulness;
import id.pendopo.ui.DateLabels;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where editors see which articles helped whom, and why others did not. */
@Controller
@PreAuthorize("hasAuthority('knowledge:edit')")
class UsefulnessPage {

    static final String PATH = "/desk/knowledge/usefulness";

    private static final int ROWS = 500;
    private static final int REASONS = 100;

    private final Opinions opinions;
    private final KnowledgeBase knowledge;
    private final MessageSource messages;

    UsefulnessPage(Opinions opinions, KnowledgeBase knowledge, MessageSource messages) {
        this.opinions = opinions;
        this.knowledge = knowledge;
        this.messages = messages;
    }

    /** An article's figures under its title. */
    record Row(Title article, String channel, Usefulness figures) {}

    /** A reason with its day in words. */
    record Told(Title article, String channel, Reason reason, String date) {}

    /** An article by name; the slug where it is published no more. */
    record Title(String slug, String words, String code, String language) {}

    @GetMapping(PATH)
    String show(Locale reader, Model model) {
        List<Row> rows = opinions.usefulness(ROWS).stream()
                .map(figures -> new Row(
                        title(figures.slug(), figures.language(), reader), channel(figures.channel(), reader), figures))
                .toList();
        List<Told> reasons = opinions.reasons(REASONS).stream()
                .map(reason -> new Told(
                        title(reason.slug(), reason.language(), reader),
                        channel(reason.channel(), reader),
                        reason,
                        date(reason, reader)))
                .toList();
        model.addAttribute("title", messages.getMessage("knowledge.usefulness.title", null, reader));
        model.addAttribute("rows", rows);
        model.addAttribute("reasons", reasons);
        return "knowledge/usefulness";
    }

    private Title title(String slug, String language, Locale reader) {
        Locale written = Locale.forLanguageTag(language);
        return new Title(
                slug,
                knowledge.published(slug, written).map(ArticleVersion::title).orElse(slug),
                written.getLanguage(),
                written.getDisplayLanguage(reader));
    }

    private String channel(String key, Locale reader) {
        return messages.getMessage("knowledge.channel." + key, null, reader);
    }

    private static String date(Reason reason, Locale reader) {
        LocalDate day = reason.at().toLocalDate();
        return DateLabels.date(day, reader);
    }
}
