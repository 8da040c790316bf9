package id.pendopo.knowledge.editor;

import id.pendopo.knowledge.articles.Articles;
import id.pendopo.knowledge.articles.Card;
import id.pendopo.knowledge.articles.Cards;
import id.pendopo.knowledge.articles.Drafts;
import id.pendopo.knowledge.articles.Edition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Takes all articles out as a file, and brings a file in: as drafts, never past the second pair of eyes. */
@Controller
@RequestMapping(ArticlesPage.PATH)
@PreAuthorize(Editor.EDIT)
class ExchangePage {

    private final Cards cards;
    private final Articles articles;
    private final Drafts drafts;
    private final MessageSource messages;
    private final JsonMapper json = JsonMapper.builder().build();

    ExchangePage(Cards cards, Articles articles, Drafts drafts, MessageSource messages) {
        this.cards = cards;
        this.articles = articles;
        this.drafts = drafts;
        this.messages = messages;
    }

    /** What became of an imported file; {@code faults} name lines that could not be read. */
    record Imported(int begun, int same, List<String> waiting, List<String> faults) {}

    /** How a file is written. */
    enum Format {
        JSONL("application/x-ndjson"),
        CSV("text/csv"),
        MD("text/markdown");

        private final String type;

        Format(String type) {
            this.type = type;
        }
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(@RequestParam(defaultValue = "JSONL") Format format, Locale reader) {
        String file = switch (format) {
            case JSONL -> lines();
            case CSV -> Sheets.csv(articles.newest());
            case MD -> Sheets.markdown(articles.newest(), label -> messages.getMessage(label, null, reader));
        };
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("articles." + format.name().toLowerCase(Locale.ROOT))
                                .build()
                                .toString())
                .contentType(new MediaType(MediaType.parseMediaType(format.type), StandardCharsets.UTF_8))
                .body(file.getBytes(StandardCharsets.UTF_8));
    }

    private String lines() {
        Map<String, Card> bySlug = cards.all().stream().collect(Collectors.toMap(Card::slug, Function.identity()));
        return articles.newest().stream()
                .map(edition -> Exchanged.of(
                        edition,
                        bySlug.get(edition.text().slug()) instanceof Card card && card.internal(),
                        articles.golden(edition.text().slug(), edition.text().language())))
                .map(line -> json.writeValueAsString(line) + "\n")
                .collect(Collectors.joining());
    }

    @GetMapping("/import")
    String open(Locale reader, Model model) {
        model.addAttribute("title", messages.getMessage("editor.exchange", null, reader));
        return "knowledge/editor/exchange";
    }

    @PostMapping("/import")
    String take(@RequestParam MultipartFile file, Locale reader, Model model) throws IOException {
        List<String> lines =
                new String(file.getBytes(), StandardCharsets.UTF_8).lines().toList();
        int begun = 0;
        int same = 0;
        List<String> waiting = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            try {
                Exchanged line = json.readValue(lines.get(i), Exchanged.class);
                switch (begin(line)) {
                    case BEGUN -> begun++;
                    case SAME -> same++;
                    case WAITING -> waiting.add(line.slug() + "/" + line.language());
                }
            } catch (JacksonException | IllegalArgumentException | NullPointerException | ResponseStatusException e) {
                faults.add(String.valueOf(i + 1));
            }
        }
        model.addAttribute("result", new Imported(begun, same, waiting, faults));
        return open(reader, model);
    }

    private enum Line {
        BEGUN,
        SAME,
        WAITING
    }

    /** A text that is published like this already needs no draft, and one that somebody is writing is left alone. */
    private Line begin(Exchanged line) {
        Edition words = line.edition();
        String slug = line.slug();
        boolean same = articles.history(slug, words.text().language()).stream()
                .findFirst()
                .flatMap(newest -> articles.version(slug, words.text().language(), newest.version()))
                .filter(published -> Part.of(published).equals(Part.of(words)))
                .isPresent();
        if (same) {
            return Line.SAME;
        }
        String login = Editor.current().login();
        return drafts.save(words, line.goldenQuestions(), line.internal(), 0, login)
                        .isPresent()
                ? Line.BEGUN
                : Line.WAITING;
    }
}
