package id.pendopo.conversation.forms;

import id.pendopo.ticketing.Category;
import java.util.Optional;

/**
 * Fills the slots of a draft from free words (slot filling): one message may tell what is wrong, where, and of which
 * kind it likely is. What is known already stays.
 */
public final class SlotFilling {

    private SlotFilling() {}

    /** @param pin a place on the map, as its field wants it */
    public static Draft of(Form form, Draft draft, Entry told, Optional<String> pin) {
        Draft filled =
                placed(draft, pin.or(() -> told.said().phrasebook().places().in(told.text())));
        if (!told.text().strip().contains(" ")) {
            return filled;
        }
        Optional<String> likely = told.likely().map(Category::key);
        Draft described = described(form, filled, told);
        return likely.isPresent() && described.value("category").isEmpty()
                ? described.suggesting(likely.get())
                : described;
    }

    private static Draft placed(Draft draft, Optional<String> place) {
        return draft.value("place").isEmpty()
                ? place.map(where -> draft.with("place", where)).orElse(draft)
                : draft;
    }

    private static Draft described(Form form, Draft draft, Entry told) {
        return form.field(draft, "description")
                .map(field -> field.validator().check(told))
                .filter(Verdict.Accepted.class::isInstance)
                .map(Verdict.Accepted.class::cast)
                .map(accepted -> draft.with("description", accepted.value()))
                .orElse(draft);
    }
}
