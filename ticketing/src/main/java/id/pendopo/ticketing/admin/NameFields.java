package id.pendopo.ticketing.admin;

import id.pendopo.ticketing.Names;
import id.pendopo.ticketing.labels.TicketLabels;
import id.pendopo.ticketing.naming.StoredNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The form fields of a name, one for each language of the desk; what is left blank is not translated. */
@Component
class NameFields {

    /** Before a language's tag, the name of its field: {@code name.id}. */
    static final String PREFIX = "name.";

    private final StoredNames names;
    private final TicketLabels labels;

    NameFields(StoredNames names, TicketLabels labels) {
        this.names = names;
        this.labels = labels;
    }

    /**
     * One field.
     *
     * @param name what the form calls it
     * @param required it is the desk's own language, which stands in for the others
     */
    record Field(String name, String label, String text, boolean required) {}

    /** Every language of the desk, and those that the name has beside them. */
    List<Field> of(Map<String, String> texts, Locale reader) {
        return Stream.concat(names.languages().stream(), texts.keySet().stream())
                .distinct()
                .map(tag -> new Field(
                        PREFIX + tag, label(tag, reader), texts.getOrDefault(tag, ""), tag.equals(names.main())))
                .toList();
    }

    /** {@code Nama dalam bahasa Jawa}. */
    String label(String tag, Locale reader) {
        return labels.say(
                reader, "admin.desk.name.in", Locale.forLanguageTag(tag).getDisplayName(reader));
    }

    /** What was typed, by language; blank fields left out. */
    Map<String, String> typed(Map<String, String> form) {
        Map<String, String> texts = new LinkedHashMap<>();
        form.forEach((field, text) -> {
            String tag = field.startsWith(PREFIX) ? field.substring(PREFIX.length()) : "";
            if (!tag.isEmpty() && Names.isTag(tag) && !text.isBlank()) {
                texts.put(tag, text.strip());
            }
        });
        return texts;
    }

    /** Whether what was typed names a thing for everybody. */
    boolean complete(Map<String, String> typed) {
        return typed.containsKey(names.main());
    }

    Names names(Map<String, String> typed) {
        return new Names(names.main(), typed);
    }
}
