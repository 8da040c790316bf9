package id.pendopo.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The public help centre. */
@Controller
class HelpController {

    private static final int MOST_CHARACTERS = 300;

    private final LiveKnowledge knowledge;
    private final Opinions opinions;
    private final MessageSource messages;
    private final String publicUrl;
    private final StructuredData structuredData = new StructuredData();

    HelpController(
            LiveKnowledge knowledge,
            Opinions opinions,
            MessageSource messages,
            @Value("${pendopo.public-url:}") String publicUrl) {
        this.knowledge = knowledge;
        this.opinions = opinions;
        this.messages = messages;
        this.publicUrl = publicUrl;
    }

    @GetMapping("/help")
    String help(
            @RequestParam(defaultValue = "") String q,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean live,
            Locale language,
            Model model) {
        String text = q.strip().substring(0, Math.min(MOST_CHARACTERS, q.strip().length()));
        model.addAttribute("title", word("knowledge.help.title", language));
        model.addAttribute("q", text);
        answer(text, language).ifPresent(found -> model.addAttribute("answer", found));
        model.addAttribute("results", text.isEmpty() ? List.of() : knowledge.search(text, language));
        model.addAttribute("services", services(language));
        return live ? "knowledge/help :: results" : "knowledge/help";
    }

    @GetMapping("/help/{slug}")
    String article(
            @PathVariable String slug, @RequestParam(defaultValue = "") String said, Locale language, Model model) {
        ArticleVersion text = published(slug, language);
        model.addAttribute("title", text.title());
        model.addAttribute("page", HelpPage.of(text));
        model.addAttribute("said", said);
        model.addAttribute("structured", structuredData.of(text, publicUrl));
        return "knowledge/article";
    }

    @PostMapping("/help/{slug}/helpful")
    String helpful(@PathVariable String slug, @RequestParam boolean helpful, Locale language) {
        opinions.count(published(slug, language), helpful);
        return "redirect:/help/" + slug + (helpful ? "?said=yes" : "?said=no") + "#helpful";
    }

    @PostMapping("/help/{slug}/dispute")
    String dispute(@PathVariable String slug, @RequestParam String reason, Locale language) {
        ArticleVersion text = published(slug, language);
        if (reason.isBlank()) {
            return "redirect:/help/" + slug + "?said=nothing#helpful";
        }
        opinions.dispute(text, reason.strip());
        return "redirect:/help/" + slug + "?said=why#helpful";
    }

    private Optional<Answer.Found> answer(String text, Locale language) {
        return knowledge.ask(new Question(text, language, Optional.empty())) instanceof Answer.Found found
                ? Optional.of(found)
                : Optional.empty();
    }

    /** Articles by the name of their service, both in the order of the alphabet. */
    private Map<String, List<Article>> services(Locale language) {
        return knowledge.articles(language).stream()
                .collect(Collectors.groupingBy(
                        article ->
                                messages.getMessage("service." + article.service(), null, article.service(), language),
                        TreeMap::new,
                        Collectors.toList()));
    }

    private ArticleVersion published(String slug, Locale language) {
        return knowledge.published(slug, language).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String word(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
