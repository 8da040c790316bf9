package id.pendopo.knowledge.help;

import id.pendopo.knowledge.Article;
import id.pendopo.knowledge.answering.LiveKnowledge;
import id.pendopo.knowledge.articles.Card;
import id.pendopo.knowledge.articles.Cards;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** The page in the place of an article that is not valid any more: 410, and where to go on. */
@Component
class WithdrawnPage {

    private final Cards cards;
    private final LiveKnowledge knowledge;

    WithdrawnPage(Cards cards, LiveKnowledge knowledge) {
        this.cards = cards;
        this.knowledge = knowledge;
    }

    /** @throws ResponseStatusException 404 when citizens never had such an article */
    String of(String slug, Locale language, Model model, HttpServletResponse response) {
        Card card = cards.of(slug)
                .filter(found -> found.withdrawn() && !found.internal())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<Article> others = knowledge.readable(language).stream()
                .filter(article -> article.service().equals(card.service()))
                .toList();
        model.addAttribute("title", card.text(language).map(Card.Text::title).orElse(card.title()));
        model.addAttribute("others", others);
        response.setStatus(HttpStatus.GONE.value());
        return "knowledge/withdrawn";
    }
}
