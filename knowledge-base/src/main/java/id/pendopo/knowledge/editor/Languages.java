package id.pendopo.knowledge.editor;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The languages in which articles are written. */
public final class Languages {

    public static final Locale MAIN = Locale.of("id");
    static final List<Locale> ALL = List.of(MAIN, Locale.ENGLISH, Locale.of("jv"), Locale.of("su"));

    private Languages() {}

    /**
     * The language of an address such as {@code /desk/knowledge/ktp-el-hilang/en}.
     *
     * @throws ResponseStatusException 404 for one that no article is written in
     */
    public static Locale of(String tag) {
        return ALL.stream()
                .filter(language -> language.toLanguageTag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    public static boolean exists(String tag) {
        return ALL.stream().anyMatch(language -> language.toLanguageTag().equals(tag));
    }
}
