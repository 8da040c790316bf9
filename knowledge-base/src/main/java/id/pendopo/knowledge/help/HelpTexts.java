package id.pendopo.knowledge.help;

import id.pendopo.knowledge.Article;
import id.pendopo.knowledge.answering.LiveKnowledge;
import id.pendopo.knowledge.articles.Edition;
import id.pendopo.ui.CountryPack;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Translations and hreflang links: in which languages an article can be read. The pages themselves are in
 * few languages and change together with the article; its texts in further ones are chosen on the page.
 */
@Component
class HelpTexts {

    private final LiveKnowledge knowledge;
    private final CountryPack pack;

    HelpTexts(LiveKnowledge knowledge, CountryPack pack) {
        this.knowledge = knowledge;
        this.pack = pack;
    }

    /**
     * Another text of an article.
     *
     * @param parameter what asks for it in the address; empty for the text that the page shows by itself
     */
    record Other(String language, String parameter, String title) {}

    /** The text that was chosen if there is one, otherwise that in the reader's language or in the main one. */
    Optional<Edition> shown(String slug, Optional<Locale> chosen, Locale reader) {
        List<Edition> texts = knowledge.texts(slug);
        return Stream.concat(chosen.stream(), Stream.of(reader))
                .flatMap(language -> texts.stream().filter(text -> code(text).equals(language.getLanguage())))
                .findFirst()
                .or(() -> texts.stream().findFirst());
    }

    /** The texts that the page of this one leads to: those that no language of the pages brings, and the one without choice. */
    List<Other> others(Edition shown, Locale reader) {
        String slug = shown.text().slug();
        String usual =
                shown(slug, Optional.empty(), reader).map(HelpTexts::code).orElse("");
        List<Other> others = new ArrayList<>();
        for (Edition text : knowledge.texts(slug)) {
            boolean elsewhere = ofPages(code(text)) && !code(text).equals(usual);
            if (!code(text).equals(code(shown)) && !elsewhere) {
                String parameter = code(text).equals(usual) ? "" : code(text);
                others.add(new Other(code(text), parameter, text.text().title()));
            }
        }
        return others;
    }

    /** The same for a list of articles. */
    List<Other> others(Article article, Locale reader) {
        return shown(article.slug(), Optional.empty(), reader).stream()
                .flatMap(shown -> others(shown, reader).stream())
                .toList();
    }

    /**
     * The HTTP header that tells search engines where each text is.
     *
     * @param page the address of the article's page
     */
    String links(String slug, String page) {
        Stream<String> texts = knowledge.texts(slug).stream()
                .map(HelpTexts::code)
                .map(code -> link(page + (ofPages(code) ? "?lang=" : "?text=") + code, code));
        return Stream.concat(texts, Stream.of(link(page, "x-default"))).collect(Collectors.joining(", "));
    }

    /** As https://developers.google.com/search/docs/specialty/international/localized-versions#http has it. */
    private static String link(String address, String language) {
        return "<" + address + ">; rel=\"alternate\"; hreflang=\"" + language + "\"";
    }

    /** The language of the sources' names: translators leave them in the main one, where no page has the text's language. */
    Locale ofSources(Edition shown) {
        return ofPages(code(shown)) ? shown.text().language() : pack.language();
    }

    private boolean ofPages(String code) {
        return pack.languages("pages").stream()
                .anyMatch(page -> page.getLanguage().equals(code));
    }

    private static String code(Edition edition) {
        return edition.text().language().getLanguage();
    }
}
