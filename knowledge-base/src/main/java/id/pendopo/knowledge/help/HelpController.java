package id.pendopo.knowledge.help;

import id.pendopo.knowledge.Article;
import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.answering.LiveKnowledge;
import id.pendopo.knowledge.articles.Edition;
import id.pendopo.ui.Agency;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The public help centre: published articles only, for whatever is not published is not in the knowledge base. */
@Controller
class HelpController {

    private final LiveKnowledge knowledge;
    private final HelpSearch search;
    private final HelpTexts texts;
    private final WithdrawnPage withdrawn;
    private final MessageSource messages;
    private final String publicUrl;
    private final StructuredData structuredData;

    HelpController(
            LiveKnowledge knowledge,
            HelpSearch search,
            HelpTexts texts,
            WithdrawnPage withdrawn,
            MessageSource messages,
            @Value("${pendopo.public-url:}") String publicUrl,
            ObjectProvider<Agency> agency) {
        this.knowledge = knowledge;
        this.search = search;
        this.texts = texts;
        this.withdrawn = withdrawn;
        this.messages = messages;
        this.publicUrl = publicUrl.replaceFirst("/+$", "");
        this.structuredData = new StructuredData(
                this.publicUrl,
                () -> agency.stream().map(Agency::name).findFirst().orElse(""));
    }

    /** A public service with its articles, both by name. */
    record Service(String code, String name, List<Listed> articles) {}

    /** An article with the texts of it that this list does not show. */
    record Listed(Article article, List<HelpTexts.Other> others) {}

    @GetMapping("/help")
    String help(@RequestParam(defaultValue = "") String q, Locale language, Model model) {
        model.addAttribute("title", word("knowledge.help.title", language));
        model.addAttribute("services", services(language));
        return found(q, language, model, "knowledge/help");
    }

    /** The results alone, for a page that searches while somebody types. */
    @GetMapping(path = "/help", params = "part=results")
    String results(@RequestParam(defaultValue = "") String q, Locale language, Model model) {
        return found(q, language, model, "knowledge/help :: results");
    }

    private String found(String q, Locale language, Model model, String view) {
        model.addAttribute("found", search.of(q, language));
        model.addAttribute("language", language.getLanguage());
        return view;
    }

    @GetMapping("/help/{slug}")
    String article(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String said,
            ArticleVisit met,
            Locale language,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Edition> published = texts.shown(slug, met.chosen(), language);
        if (published.isEmpty()) {
            return withdrawn.of(slug, language, model, response);
        }
        Edition shown = published.get();
        ArticleVersion text = shown.text();
        Optional<HelpVisitor.Said> told =
                HelpVisitor.Said.of(said).or(() -> new HelpVisitor(request, response).said(text));
        String address = publicUrl + "/help/" + slug;
        response.addHeader(HttpHeaders.LINK, texts.links(slug, address));
        model.addAttribute("title", text.title());
        model.addAttribute("page", HelpPage.of(shown, language, texts.ofSources(shown)));
        model.addAttribute("chosen", text.language().getLanguage().equals(met.text()));
        model.addAttribute("others", texts.others(shown, language));
        model.addAttribute("said", told.map(HelpVisitor.Said::key).orElse(""));
        model.addAttribute("met", met);
        model.addAttribute("address", publicUrl.isEmpty() ? "" : address);
        model.addAttribute("structured", structuredData.of(text));
        return "knowledge/article";
    }

    private List<Service> services(Locale language) {
        Map<String, List<Article>> byService =
                knowledge.readable(language).stream().collect(Collectors.groupingBy(Article::service));
        return byService.entrySet().stream()
                .map(service -> new Service(
                        service.getKey(), name(service.getKey(), language), listed(service.getValue(), language)))
                .sorted(Comparator.comparing(Service::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private List<Listed> listed(List<Article> articles, Locale language) {
        return articles.stream()
                .map(article -> new Listed(article, texts.others(article, language)))
                .toList();
    }

    private String name(String service, Locale language) {
        return Objects.requireNonNullElse(messages.getMessage("service." + service, null, service, language), service);
    }

    private String word(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
