package id.pendopo.conversation.forms;

import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.conversation.understanding.Said;
import java.util.List;
import java.util.Optional;

/**
 * An edit command: a line of the summary that is to be changed, by its choice, by "ubah 4", by "ubah nama jadi Budi", or by
 * its bare number.
 *
 * @param field empty where there is no such line
 * @param value what it is to be, where that is said
 */
public record FieldEdit(Optional<Field> field, Optional<String> value) {

    /** More words are about something else than a line. */
    private static final int BARE = 4;

    /** The edit that a message asks for; empty where it asks for none, or not for which line. */
    public static Optional<FieldEdit> in(MessageText said, Form form, Draft draft) {
        return said.pickedAfter(ChoiceIds.EDIT_LINE)
                .or(() -> number(said, draft))
                .map(Integer::valueOf)
                .map(number -> new FieldEdit(form.numbered(draft, number), Optional.empty()))
                .or(() -> worded(said, form, draft));
    }

    /** The only line that the words name. */
    public static Optional<Field> named(MessageText said, Form form, Draft draft) {
        List<Field> named = form.fields(draft).stream()
                .filter(field -> said.says(Said.FORM_FIELD + field.name()))
                .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    /** The number after "ubah"; on the summary of a short message a bare number too. */
    private static Optional<String> number(MessageText said, Draft draft) {
        if (said.is(Said.FORM_CHANGE)) {
            return Optional.of(said.plain().replaceAll("\\D", "")).filter(line -> line.length() == 1);
        }
        boolean bare =
                draft.confirming() && said.pick().isEmpty() && said.plain().matches("\\d");
        return bare ? Optional.of(said.plain()) : Optional.empty();
    }

    private static Optional<FieldEdit> worded(MessageText said, Form form, Draft draft) {
        if (said.said().leads(Said.FORM_CHANGE) == 0) {
            return Optional.empty();
        }
        Optional<String> value = said.says(Said.FORM_CHANGE_TO)
                ? Optional.of(said.said().behindLast(Said.FORM_CHANGE_TO).strip())
                        .filter(to -> !to.isEmpty())
                : Optional.empty();
        return value.isPresent() || said.words() <= BARE
                ? named(said, form, draft).map(field -> new FieldEdit(Optional.of(field), value))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "FieldEdit[" + field.map(Field::name).orElse("") + "]";
    }
}
