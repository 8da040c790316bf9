package id.pendopo.conversation.forms;

import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.conversation.understanding.Said;
import java.util.Optional;

/**
 * An edit command: a line of the summary that is to be changed, by its choice, by "ubah 4", or by its bare number.
 *
 * @param field empty where there is no such line
 */
public record FieldEdit(Optional<Field> field) {

    /** The edit that a message asks for; empty where it asks for none, or not for which line. */
    public static Optional<FieldEdit> in(MessageText said, Form form, Draft draft) {
        return said.pickedAfter(ChoiceIds.EDIT_LINE)
                .or(() -> number(said, draft))
                .map(Integer::valueOf)
                .map(number -> new FieldEdit(form.numbered(draft, number)));
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
}
