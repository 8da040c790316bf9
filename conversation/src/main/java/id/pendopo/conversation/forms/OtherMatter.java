package id.pendopo.conversation.forms;

import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.conversation.understanding.Said;

/** Compares what a message tells with the draft that it is told beside: whether it is another matter (topic shift). */
public record OtherMatter(Draft draft, Entry told) {

    /** Whether it is likely of another kind than the draft. */
    public boolean ofAnotherKind() {
        return draft.value("category").isPresent()
                && told.likely()
                        .filter(category -> draft.value("category")
                                .filter(category.key()::equals)
                                .isEmpty())
                        .isPresent();
    }

    /** Whether it names another place. */
    public boolean elsewhere() {
        String place = MessageText.plain(draft.value("place").orElse(""));
        return !place.isEmpty()
                && told.said()
                        .phrasebook()
                        .places()
                        .in(told.text())
                        .filter(found -> !place.contains(MessageText.plain(found)))
                        .isPresent();
    }

    /** Whether it takes something back; "juga" does not. */
    public boolean corrects() {
        return told.said().says(Said.CORRECTION_NOT) || told.said().says(Said.CORRECTION_MEANT);
    }

    /** What is told of it, without the words that only lead to it; nothing where there is no matter in them. */
    public static String text(MessageText said) {
        String matter = said.said().behind(Said.ANOTHER_LEAD).strip();
        String told = said.phrasebook().in(matter).behind(Said.REPORT_LEAD).strip();
        return said.phrasebook().in(told).is(Said.ANOTHER_UNTOLD) ? "" : told;
    }

    @Override
    public String toString() {
        return "OtherMatter[REDACTED]";
    }
}
