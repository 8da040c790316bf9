package id.pendopo.conversation.forms;

import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.conversation.understanding.Phrasebook;
import id.pendopo.conversation.understanding.Said;
import id.pendopo.ticketing.Category;
import java.util.List;
import java.util.Optional;

/**
 * The edit of a message that filled a draft: each field that has its value from the old words gets it from the new ones.
 *
 * @param before the message as it was
 * @param after the message as it is
 * @param likely the category that the new words are likely about
 */
public record DraftEdit(
        Phrasebook phrasebook, String before, String after, List<Category> categories, Optional<Category> likely) {

    private static final String DESCRIPTION = "description";
    private static final String PLACE = "place";

    public DraftEdit {
        categories = List.copyOf(categories);
    }

    /** The draft with the new values, asking for what is missing now; empty when nothing in it came from the message. */
    public Optional<Draft> of(Form form, Draft draft) {
        Draft edited = draft;
        for (Field field : form.fields(draft)) {
            edited = filled(edited, field);
        }
        boolean described = !edited.value(DESCRIPTION).equals(draft.value(DESCRIPTION));
        Draft suggested = described && !draft.corrected() && likely.isPresent()
                ? edited.suggesting(likely.get().key())
                : edited;
        return suggested.values().equals(draft.values()) ? Optional.empty() : Optional.of(asking(form, suggested));
    }

    private static Draft asking(Form form, Draft draft) {
        return form.fields(draft).stream()
                .filter(field -> field.required() && draft.value(field.name()).isEmpty())
                .findFirst()
                .map(field -> draft.asking(field.name()))
                .orElse(draft);
    }

    private Draft filled(Draft draft, Field field) {
        Optional<String> value = draft.value(field.name());
        if (value.isEmpty()) {
            return draft;
        }
        boolean among = field.name().equals(PLACE)
                && value.equals(place(before))
                && !value.get().equals(before.strip());
        if (among) {
            return put(draft, field, place(after));
        }
        return value.equals(read(field, before)) ? put(draft, field, read(field, after)) : draft;
    }

    private static Draft put(Draft draft, Field field, Optional<String> value) {
        return value.map(words -> draft.with(field.name(), words))
                .orElseGet(() -> field.required() ? draft.without(field.name()) : draft);
    }

    /** As the form reads an answer; a category or a yes is not told by the words alone. */
    private Optional<String> read(Field field, String text) {
        return switch (field.validator()) {
            case Validator.OneCategory _, Validator.YesNo _ -> Optional.empty();
            case Validator.Words _, Validator.Place _, Validator.PersonName _ ->
                field.validator().check(entry(field, text)) instanceof Verdict.Accepted(String value)
                        ? Optional.of(value)
                        : Optional.empty();
        };
    }

    private Entry entry(Field field, String text) {
        String words = field.name().equals(DESCRIPTION) ? told(text) : text;
        return new Entry(MessageText.of(phrasebook, words), categories, likely);
    }

    private Optional<String> place(String text) {
        return phrasebook.places().in(told(text));
    }

    /** Without what announces a report. */
    private String told(String text) {
        return phrasebook.in(text).behind(Said.REPORT_LEAD).strip();
    }

    @Override
    public String toString() {
        return "DraftEdit[REDACTED]";
    }
}
