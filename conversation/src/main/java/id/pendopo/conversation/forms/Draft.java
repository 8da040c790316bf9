package id.pendopo.conversation.forms;

import id.pendopo.conversation.understanding.MessageText;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A form half filled in.
 *
 * @param version the form's version it was begun with
 * @param values what is known, by the field's name, as the field's validator wrote it
 * @param asking the field asked for, or {@link #CONFIRM}
 * @param messages how many messages the citizen has spent on it
 * @param refusals how often the answer to this question was refused
 * @param paused whether the citizen turned to something else; then only "lanjut" takes it up again
 * @param origin when and where it was begun
 */
public record Draft(
        String form,
        int version,
        Map<String, String> values,
        String asking,
        int messages,
        int refusals,
        boolean paused,
        Instant touched,
        Origin origin) {

    /** Instead of a field's name: everything was asked, the citizen reads it over. */
    public static final String CONFIRM = "confirm";

    /** The name of the form for ideas. */
    static final String ASPIRATION = "aspiration";

    private static final String CATEGORY = "category";

    private static final String DESCRIPTION = "description";

    /** Beside the fields: the category that was not asked for. */
    private static final String SUGGESTED = "category.suggested";

    public Draft {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        origin = origin == null ? Origin.UNKNOWN : origin; // A form from before this was remembered has none.
    }

    /**
     * Where a form comes from.
     *
     * @param begun when its first words were said
     * @param elsewhere the conversations in which it was filled in before it went on here
     */
    public record Origin(Instant begun, List<Long> elsewhere) {

        private static final Origin UNKNOWN = new Origin(Instant.EPOCH, List.of());

        public Origin {
            elsewhere = List.copyOf(elsewhere);
        }
    }

    /** An empty one; this message is its first. */
    public static Draft of(Form form, Instant now) {
        return new Draft(form.name(), form.version(), Map.of(), CONFIRM, 1, 0, false, now, new Origin(now, List.of()));
    }

    /** The same taken up now, with the form as it is now. */
    public Draft renewed(Form current, Instant now) {
        return new Draft(
                form, current.version(), values, CONFIRM, messages, 0, false, now, new Origin(now, origin.elsewhere()));
    }

    /** The same, which was begun in another conversation. */
    public Draft from(long conversation) {
        List<Long> places = Stream.concat(origin.elsewhere().stream(), Stream.of(conversation))
                .distinct()
                .toList();
        return new Draft(
                form, version, values, asking, messages, refusals, paused, touched, new Origin(origin.begun(), places));
    }

    /** How long nobody wrote anything to it. */
    public Duration idle(Instant now) {
        return Duration.between(touched, now);
    }

    /** Whether it is an idea, and no problem. */
    public boolean aspires() {
        return form.equals(ASPIRATION);
    }

    /** Whether everything was asked, and it is read over. */
    public boolean confirming() {
        return asking.equals(CONFIRM);
    }

    public Optional<String> value(String field) {
        return Optional.ofNullable(values.get(field));
    }

    public Draft with(String field, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(field, value);
        return new Draft(form, version, more, asking, messages, 0, paused, touched, origin);
    }

    /** With more of the matter, unless that was told already. */
    public Draft adding(String text) {
        String told = value(DESCRIPTION).orElse("");
        String more = text.strip();
        return MessageText.plain(told).contains(MessageText.plain(more))
                ? this
                : with(DESCRIPTION, told.isEmpty() ? more : told + "\n" + more);
    }

    /** With a category that the words suggest; the citizen may choose another one. */
    public Draft suggesting(String category) {
        return with(CATEGORY, category).with(SUGGESTED, category);
    }

    /** Whether the citizen chose another category than was suggested. */
    public boolean corrected() {
        return value(SUGGESTED)
                .filter(suggested -> !value(CATEGORY).equals(Optional.of(suggested)))
                .isPresent();
    }

    public Draft without(String field) {
        Map<String, String> fewer = new LinkedHashMap<>(values);
        fewer.remove(field);
        return new Draft(form, version, fewer, asking, messages, refusals, paused, touched, origin);
    }

    public Draft asking(String field) {
        return new Draft(form, version, values, field, messages, 0, false, touched, origin);
    }

    /** One more message was spent on it. */
    public Draft spent(Instant now) {
        return new Draft(form, version, values, asking, messages + 1, refusals, false, now, origin);
    }

    public Draft refused() {
        return new Draft(form, version, values, asking, messages, refusals + 1, paused, touched, origin);
    }

    public Draft laidAside() {
        return new Draft(form, version, values, asking, messages, refusals, true, touched, origin);
    }

    @Override
    public String toString() {
        return "Draft[" + form + " " + version + ", " + asking + "]";
    }
}
