package id.pendopo.knowledge.exchange;

import id.pendopo.knowledge.editor.ArticlesPage;
import id.pendopo.knowledge.editor.Editor;
import id.pendopo.knowledge.editor.Languages;
import id.pendopo.knowledge.examples.BareArticles;
import id.pendopo.knowledge.exchange.Exchange.Taken;
import id.pendopo.knowledge.exchange.ImportEntry.Fault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Export and import page: takes all articles out as a file, and brings one in. */
@Controller
@RequestMapping(ArticlesPage.PATH)
@PreAuthorize(Editor.EDIT)
class ExchangePage {

    private final Exchange exchange;
    private final BareArticles bare;
    private final MessageSource messages;
    private final Languages languages;

    ExchangePage(Exchange exchange, BareArticles bare, MessageSource messages, Languages languages) {
        this.bare = bare;
        this.languages = languages;
        this.exchange = exchange;
        this.messages = messages;
    }

    /** How a file is written. */
    enum Format {
        JSONL("application/x-ndjson", "jsonl", "ndjson"),
        CSV("text/csv", "csv"),
        MD("text/markdown", "md", "markdown");

        private final String type;
        private final List<String> endings;

        Format(String type, String... endings) {
            this.type = type;
            this.endings = List.of(endings);
        }

        /** By the end of a file's name. */
        static Optional<Format> of(@Nullable String file) {
            String ending =
                    String.valueOf(StringUtils.getFilenameExtension(file)).toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(format -> format.endings.contains(ending))
                    .findFirst();
        }
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(@RequestParam(defaultValue = "JSONL") Format format, Locale reader) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("articles." + format.endings.getFirst())
                                .build()
                                .toString())
                .contentType(new MediaType(MediaType.parseMediaType(format.type), StandardCharsets.UTF_8))
                .body(in(format, reader).write(exchange.all()).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/import")
    String open(Locale reader, Model model) {
        model.addAttribute("title", messages.getMessage("editor.exchange", null, reader));
        model.addAttribute("most", ArticleUpload.MOST / 1_000_000);
        return "knowledge/editor/exchange";
    }

    /** The file is looked for here, behind the question who may bring one, and not while parameters are bound. */
    @PostMapping("/import")
    String take(HttpServletRequest request, HttpServletResponse response, Locale reader, Model model)
            throws IOException {
        Optional<MultipartFile> file = ArticleUpload.file(request);
        if (file.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("problem", messages.getMessage("editor.import.fault.file", null, reader));
            return open(reader, model);
        }
        Taken taken =
                exchange.take(entries(file.get(), reader), Editor.current().login());
        model.addAttribute("result", taken);
        model.addAttribute("bare", bare.all());
        model.addAttribute(
                "faults",
                taken.faults().stream().map(fault -> told(fault, reader)).toList());
        return open(reader, model);
    }

    private List<ImportEntry> entries(MultipartFile file, Locale reader) throws IOException {
        Optional<Format> format = Format.of(file.getOriginalFilename());
        try {
            return format.isEmpty()
                    ? List.of(Fault.of(0, "editor.import.fault.kind"))
                    : in(format.get(), reader).read(ArticleUpload.text(file));
        } catch (ImportFault e) {
            return List.of(Fault.of(e));
        }
    }

    private ArticleFormat in(Format format, Locale reader) {
        return switch (format) {
            case JSONL -> new JsonLinesFormat(languages);
            case CSV -> new CsvFormat(languages);
            case MD -> new MarkdownFormat(key -> messages.getMessage(key, null, reader), headings(), languages);
        };
    }

    /** Of every heading in the languages of the pages: the document may come from a colleague who reads another one. */
    private Map<String, String> headings() {
        Map<String, String> keys = new HashMap<>();
        for (Locale language : languages.ofPages()) {
            MarkdownFormat.HEADINGS.forEach(key -> keys.put(messages.getMessage(key, null, language), key));
        }
        return keys;
    }

    private String told(Fault fault, Locale reader) {
        String what = messages.getMessage(fault.key(), fault.args().toArray(), reader);
        if (fault.line() == 0) {
            return what;
        }
        String key = fault.row() > 0 ? "editor.import.row" : "editor.import.line";
        return messages.getMessage(key, new Object[] {"" + fault.line(), what, "" + fault.row()}, reader);
    }
}
