package id.pendopo.conversation.forms;

import id.pendopo.ui.CountryPack;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads a form from YAML and refuses what it does not understand, with the place. */
public final class FormFile {

    private final String file;

    private FormFile(String file) {
        this.file = file;
    }

    /**
     * The form for reports of a country pack: the newest version, {@code forms/report-VERSION.yaml}.
     *
     * @throws id.pendopo.ui.CountryPackRefused there is none, or it says something unknown
     */
    public static Form report(CountryPack pack) {
        return newest(pack, "report").orElseGet(() -> of(pack, "forms/report-1.yaml"));
    }

    /** The newest version of a form of a country pack, {@code forms/NAME-VERSION.yaml}; empty where it has none. */
    static Optional<Form> newest(CountryPack pack, String name) {
        return pack.files("forms", ".yaml").stream()
                .filter(file -> file.matches(name + "-\\d+\\.yaml"))
                .max(Comparator.comparing(file -> Integer.valueOf(file.replaceAll("\\D", ""))))
                .map(file -> of(pack, "forms/" + file));
    }

    /**
     * A form of a country pack.
     *
     * @throws id.pendopo.ui.CountryPackRefused the file is missing or says something unknown
     */
    public static Form of(CountryPack pack, String path) {
        return pack.read(path, in -> {
            Map<String, Object> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return new FormFile(path).form(root);
        });
    }

    private Form form(Map<String, Object> root) {
        Map<String, List<Field>> extra = new LinkedHashMap<>();
        for (Map<String, Object> group : list(root, "extra")) {
            List<Field> fields = list(group, "fields").stream().map(this::field).toList();
            extra.put(text(group, "category"), fields);
        }
        return new Form(
                text(root, "form"),
                number(root, "version", 1),
                number(root, "messages", Integer.MAX_VALUE),
                Duration.parse(text(root, "pause")),
                Duration.parse(text(root, "keep")),
                list(root, "fields").stream().map(this::field).toList(),
                extra);
    }

    private Field field(Map<String, Object> field) {
        String when = text(field, "when");
        if (!when.matches("always|room|changed")) {
            throw new IllegalArgumentException(file + ": when is always, room or changed, not " + when);
        }
        return new Field(
                text(field, "name"),
                validator(field),
                text(field, "ask"),
                text(field, "label"),
                when.equals("always"),
                when.equals("changed"));
    }

    private Validator validator(Map<String, Object> field) {
        int min = number(field, "min", 1);
        int max = number(field, "max", 200);
        String kind = text(field, "is");
        return switch (kind) {
            case "category" -> new Validator.OneCategory();
            case "words" -> new Validator.Words(min, max);
            case "place" -> new Validator.Place(min, max);
            case "name" -> new Validator.PersonName(max);
            case "yes-no" -> new Validator.YesNo();
            default -> throw new IllegalArgumentException(file + ": no validator is called " + kind);
        };
    }

    private String text(Map<String, Object> map, String key) {
        return Optional.ofNullable(map.get(key))
                .map(String::valueOf)
                .orElseThrow(() -> new IllegalArgumentException(file + ": " + key + " is missing"));
    }

    private int number(Map<String, Object> map, String key, int absent) {
        return map.get(key) instanceof Integer number ? number : absent;
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> list(Map<String, Object> map, String key) {
        return map.get(key) instanceof List<?> list ? (List<Map<String, Object>>) list : List.of();
    }
}
