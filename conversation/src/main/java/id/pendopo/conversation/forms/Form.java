package id.pendopo.conversation.forms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a citizen is asked, in one version; data, not code.
 *
 * @param messages how many messages it may take, from the first word to "ya"; optional questions are left out to keep it
 * @param pause after this silence the citizen is asked whether to go on
 * @param keep after this silence the draft is dropped
 * @param extra further fields of a category, by its key
 */
public record Form(
        String name,
        int version,
        int messages,
        Duration pause,
        Duration keep,
        List<Field> fields,
        Map<String, List<Field>> extra) {

    public Form {
        fields = List.copyOf(fields);
        extra = Map.copyOf(extra);
        if (fields.stream().map(Field::name).distinct().count() != fields.size()) {
            throw new IllegalArgumentException("the fields of form " + name + " need different names");
        }
    }

    /** Whether a draft lay so long that its citizen is asked whether to go on. */
    public boolean rests(Draft draft, Instant now) {
        return draft.idle(now).compareTo(pause) > 0;
    }

    /** Whether a draft lay too long, or was begun with another version. */
    public boolean outlived(Draft draft, Instant now) {
        return draft.idle(now).compareTo(keep) > 0 || draft.version() != version;
    }

    /** The wording that a consent given in this form refers to. */
    public String wording() {
        return name + "-" + version;
    }

    /** The fields of a draft in the order of the summary; the category's own ones come last. */
    public List<Field> fields(Draft draft) {
        List<Field> all = new ArrayList<>(fields);
        all.addAll(extra.getOrDefault(draft.value("category").orElse(""), List.of()));
        return all;
    }

    public Optional<Field> field(Draft draft, String name) {
        return fields(draft).stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** The n-th line of the summary, from 1. */
    public Optional<Field> numbered(Draft draft, int number) {
        List<Field> all = fields(draft);
        return number >= 1 && number <= all.size() ? Optional.of(all.get(number - 1)) : Optional.empty();
    }

    /** What to ask next; empty when the citizen should read it over. */
    public Optional<Field> next(Draft draft) {
        List<Field> missing = fields(draft).stream()
                .filter(field -> draft.value(field.name()).isEmpty())
                .toList();
        List<Field> required = missing.stream().filter(Field::required).toList();
        boolean room = draft.messages() + required.size() + 2 <= messages;
        Stream<Field> optional = missing.stream().filter(field -> room && !field.required() && !field.volunteered());
        return Stream.concat(required.stream(), optional).findFirst();
    }

    /** The first field that it cannot be sent without. */
    public Optional<Field> missing(Draft draft) {
        return fields(draft).stream()
                .filter(Field::required)
                .filter(field -> draft.value(field.name()).isEmpty())
                .findFirst();
    }

    /** The field asked before the one asked now, for "kembali". */
    public Optional<Field> before(Draft draft) {
        List<Field> asked = fields(draft).stream()
                .filter(field -> !field.volunteered())
                .filter(field -> draft.value(field.name()).isPresent())
                .filter(field -> !field.name().equals(draft.asking()))
                .toList();
        return asked.isEmpty() ? Optional.empty() : Optional.of(asked.getLast());
    }
}
