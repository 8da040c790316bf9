package id.pendopo.channels.gateway.accounts;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Converts settings between what somebody types into a field and the properties that are bound. */
public final class TypedSettings {

    private TypedSettings() {}

    /**
     * The properties of what was typed; a secret that was left empty stays as it was.
     *
     * @param typed by the field's path; lists and maps with a line for each entry
     * @throws IllegalArgumentException a line of a map is no {@code name: value}; the message is the field's path
     */
    static Map<String, String> properties(
            List<AccountField> fields, Map<String, String> typed, Map<String, String> before) {
        Map<String, String> properties = new TreeMap<>();
        for (AccountField field : fields) {
            String value = typed.getOrDefault(field.path(), "").strip();
            if (value.isEmpty() && field.secret()) {
                before.forEach((path, kept) -> {
                    if (belongs(path, field)) {
                        properties.put(path, kept);
                    }
                });
            } else if (!value.isEmpty()) {
                properties.putAll(parsed(field, value));
            }
        }
        return properties;
    }

    private static Map<String, String> parsed(AccountField field, String value) {
        return switch (field.shape()) {
            case LINE, CHOICE -> Map.of(field.path(), value);
            case LIST -> {
                List<String> lines = lines(value);
                Map<String, String> entries = new TreeMap<>();
                for (int i = 0; i < lines.size(); i++) {
                    entries.put(field.path() + "[" + i + "]", lines.get(i));
                }
                yield entries;
            }
            case MAP -> {
                Map<String, String> entries = new TreeMap<>();
                for (String line : lines(value)) {
                    String[] parts = line.split(":", 2);
                    if (parts.length < 2 || !parts[0].strip().matches("[A-Za-z0-9_.-]+")) {
                        throw new IllegalArgumentException(field.path());
                    }
                    entries.put(field.path() + "[" + parts[0].strip() + "]", parts[1].strip());
                }
                yield entries;
            }
        };
    }

    private static List<String> lines(String value) {
        return value.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** What a field shows of the stored properties; nothing of a secret. */
    static String shown(AccountField field, Map<String, String> properties) {
        if (field.secret()) {
            return "";
        }
        return switch (field.shape()) {
            case LINE, CHOICE -> properties.getOrDefault(field.path(), "");
            case LIST -> entries(field, properties).map(Map.Entry::getValue).collect(Collectors.joining("\n"));
            case MAP ->
                entries(field, properties)
                        .map(entry -> key(entry.getKey(), field) + ": " + entry.getValue())
                        .collect(Collectors.joining("\n"));
        };
    }

    private static Stream<Map.Entry<String, String>> entries(AccountField field, Map<String, String> properties) {
        return properties.entrySet().stream()
                .filter(entry -> belongs(entry.getKey(), field))
                .sorted(Map.Entry.comparingByKey());
    }

    /** Whether a property is the field's, or an entry of it. */
    static boolean belongs(String property, AccountField field) {
        return property.equals(field.path()) || property.startsWith(field.path() + "[");
    }

    private static String key(String property, AccountField field) {
        return property.substring(field.path().length() + 1, property.length() - 1);
    }
}
