package id.pendopo.knowledge.editor;

import id.pendopo.knowledge.Answer;
import id.pendopo.knowledge.KnowledgeBase;
import id.pendopo.knowledge.Question;
import id.pendopo.knowledge.articles.Cards;
import id.pendopo.knowledge.search.Finder;
import id.pendopo.knowledge.search.Hit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What would the bot say, and why? Asks the same search that answers citizens. */
@Controller
@PreAuthorize(Editor.READ)
class TryPage {

    private static final int MOST_CHARACTERS = 300;
    private static final int SHOWN = 5;
    private static final int MOST_WORDS = 40;

    private final KnowledgeBase knowledge;
    private final Finder finder;
    private final Cards cards;
    private final MessageSource messages;

    TryPage(KnowledgeBase knowledge, Finder finder, Cards cards, MessageSource messages) {
        this.knowledge = knowledge;
        this.finder = finder;
        this.cards = cards;
        this.messages = messages;
    }

    /** An article that came near, with its score in percent. */
    record Runner(String slug, String title, long score) {}

    /** A word of the question, and by how many points the first article falls without it; below zero when it stood in the way. */
    record Weight(String word, long points) {}

    @GetMapping(ArticlesPage.PATH + "/try")
    String ask(@RequestParam(defaultValue = "") String q, Locale reader, Model model) {
        String text = q.strip().substring(0, Math.min(MOST_CHARACTERS, q.strip().length()));
        model.addAttribute("title", messages.getMessage("editor.try", null, reader));
        model.addAttribute("q", text);
        if (!text.isEmpty()) {
            List<Hit> hits = finder.find(text).hits();
            said(knowledge.ask(new Question(text, reader, Optional.empty())), model);
            model.addAttribute(
                    "runners", hits.stream().limit(SHOWN).map(this::runner).toList());
            model.addAttribute("weights", hits.isEmpty() ? List.of() : weights(text, hits.getFirst()));
        }
        return "knowledge/editor/try";
    }

    private static void said(Answer answer, Model model) {
        switch (answer) {
            case Answer.Found found -> {
                model.addAttribute("outcome", "editor.try.found");
                model.addAttribute("confidence", percent(found.confidence()));
                model.addAttribute("found", found);
            }
            case Answer.Ambiguous asked -> {
                model.addAttribute("outcome", "editor.try.ambiguous");
                model.addAttribute("confidence", percent(asked.confidence()));
                model.addAttribute("candidates", asked.candidates());
            }
            case Answer.Unknown unknown -> {
                model.addAttribute("outcome", "editor.try.unknown");
                model.addAttribute("confidence", percent(unknown.confidence()));
            }
        }
    }

    private Runner runner(Hit hit) {
        return new Runner(
                hit.id(), cards.of(hit.id()).map(card -> card.title()).orElse(hit.id()), percent(hit.score()));
    }

    /** Asks once more without each word: what changes is what that word counted. */
    private List<Weight> weights(String text, Hit first) {
        List<String> words = Arrays.stream(text.split("\\s+")).limit(MOST_WORDS).toList();
        return IntStream.range(0, words.size())
                .mapToObj(left -> new Weight(
                        words.get(left), percent(first.score()) - percent(scoreWithout(words, left, first.id()))))
                .filter(weight -> weight.points() != 0)
                .sorted(Comparator.comparingLong(Weight::points).reversed())
                .toList();
    }

    private double scoreWithout(List<String> words, int left, String slug) {
        String rest = IntStream.range(0, words.size())
                .filter(i -> i != left)
                .mapToObj(words::get)
                .collect(Collectors.joining(" "));
        return finder.find(rest).hits().stream()
                .filter(hit -> hit.id().equals(slug))
                .mapToDouble(Hit::score)
                .findFirst()
                .orElse(0);
    }

    private static long percent(double share) {
        return Math.round(100 * share);
    }
}
