package id.pendopo.ticketing.naming;

import id.pendopo.ticketing.Names;
import id.pendopo.ui.CountryPack;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The converter of the jsonb column {@code names}, {@code {"id": "Dinas Kesehatan", "en": "Health Office"}}. Any thread
 * may use it.
 */
@Component
public class StoredNames {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final List<String> languages;
    private final JsonMapper json = JsonMapper.builder().build();

    StoredNames(NamingProperties settings, CountryPack pack) {
        this.languages = List.copyOf(Objects.requireNonNullElseGet(
                settings.languages(),
                () -> pack.languages().stream().map(Locale::toLanguageTag).toList()));
    }

    /** Tags of the languages in which this desk names its things, its own first. */
    public List<String> languages() {
        return languages;
    }

    /** The tag of the desk's own language. */
    public String main() {
        return languages.getFirst();
    }

    public Names read(ResultSet row) throws SQLException {
        return new Names(main(), json.readValue(row.getString("names"), TEXTS));
    }

    public String write(Names names) {
        return json.writeValueAsString(names.texts());
    }
}
