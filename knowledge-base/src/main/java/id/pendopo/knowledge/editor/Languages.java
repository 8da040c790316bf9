package id.pendopo.knowledge.editor;

import id.pendopo.ui.CountryPack;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The languages in which articles are written: those of the country pack. */
@Component("articleLanguages")
public class Languages {

    private final CountryPack pack;

    public Languages(CountryPack pack) {
        this.pack = pack;
    }

    /** The one that every article has a text in. */
    Locale main() {
        return pack.language();
    }

    List<Locale> all() {
        return pack.languages();
    }

    /** Those of the pages. */
    public List<Locale> ofPages() {
        return pack.languages("pages");
    }

    /**
     * The language of an address such as {@code /desk/knowledge/ktp-el-hilang/en}.
     *
     * @throws ResponseStatusException 404 for one that no article is written in
     */
    Locale of(String tag) {
        return all().stream()
                .filter(language -> language.toLanguageTag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    public boolean exists(String tag) {
        return all().stream().anyMatch(language -> language.toLanguageTag().equals(tag));
    }
}
